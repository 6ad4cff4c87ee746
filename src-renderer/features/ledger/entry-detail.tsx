// One entry: its links to both neighbours, computed here again, what it says, and the raw line to check without us.

import LinkOff from '@mui/icons-material/LinkOff';
import LinkOutlined from '@mui/icons-material/LinkOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { utf8 } from '@shared/basics/bytes';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import type { LedgerLine } from '@shared/contract/views';
import { commonTexts } from '@shared/texts/common';
import { ledgerTexts } from '@shared/texts/ledger';
import { FoldingPanel } from '../../components/folding-panel';
import { HashText, shortHash } from '../../components/hash-text';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { FactRow, PanelSection } from '../../components/sheet';
import { WIDTHS } from '../../theme/tokens';
import { type EntryFacts, factsOf, linksOf, rowOf } from './ledger-model';

type Props = {
  readonly line: LedgerLine;
  readonly bySeq: ReadonlyMap<number, LedgerLine>;
  readonly total: number;
  readonly onCopy: () => void;
};
const n = (value: number) => value.toLocaleString('en-US');
const clock = (at: string) => {
  const instant = parseInstant(at);
  return instant === null ? at : shanghaiWallTime(instant);
};

export function EntryDetail({ line, bySeq, total, onCopy }: Props) {
  const t = useTexts(ledgerTexts);
  const narrow = useMediaQuery(`(max-width:${WIDTHS.drawer - 0.05}px)`);
  return (
    <FoldingPanel width={narrow ? 320 : 376} label={t.entry(n(line.seq))} below={WIDTHS.oneColumn}>
      <PanelSection
        title={t.entry(n(line.seq))}
        action={
          <Typography variant="caption" component="span">
            <Kbd keys="J" /> <Kbd keys="K" /> {t.next} / {t.previous}
          </Typography>
        }
      >
        <LinkBoxes line={line} bySeq={bySeq} total={total} />
        <Facts line={line} facts={factsOf(line)} />
      </PanelSection>
      <PanelSection
        title={`${t.raw}　${t.bytes(n(utf8(line.raw).length))}`}
        action={
          <Link component="button" variant="body2" onClick={onCopy}>
            {t.copy} <Kbd keys="C" />
          </Link>
        }
      >
        <Box
          component="pre"
          tabIndex={0}
          aria-label={t.raw}
          sx={{
            m: 0,
            p: 2,
            maxHeight: 300,
            overflow: 'auto',
            bgcolor: 'paper',
            border: '1px solid',
            borderColor: 'hairline',
            borderRadius: '4px',
            typography: 'mono',
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {line.raw}
        </Box>
        <Typography variant="caption" component="p">
          {t.ownCheck}
        </Typography>
      </PanelSection>
    </FoldingPanel>
  );
}

function LinkBoxes({ line, bySeq, total }: Omit<Props, 'onCopy'>) {
  const t = useTexts(ledgerTexts);
  const links = linksOf(line, bySeq, total);
  const before = {
    first: t.linkFirst,
    holds: t.linkHolds,
    broken: t.linkBroken,
    unread: t.linkUnread,
  }[links.previous ?? 'unread'];
  const next = n(line.seq + 1);
  const after = { last: t.last, holds: t.nextHolds(next), broken: t.nextBroken(next), unread: t.linkUnread }[links.next ?? 'unread'];
  return (
    <Box sx={{ mb: 3 }}>
      {line.seq > 0 && <HashBox name={t.prevEntry(n(line.seq - 1))} hash={line.prev} />}
      <LinkLine holds={links.previous !== 'broken'} known={links.previous !== null}>
        {before}
      </LinkLine>
      <HashBox name={t.thisEntry(n(line.seq))} hash={line.hash} current />
      <LinkLine holds={links.own} known>
        {links.own ? t.hashHolds : t.hashBroken}
      </LinkLine>
      <LinkLine holds={links.next !== 'broken'} known={links.next !== null}>
        {after}
      </LinkLine>
    </Box>
  );
}

const HashBox = ({ name, hash, current = false }: { name: string; hash: string; current?: boolean }) => (
  <Box
    sx={{
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      px: 3,
      height: 32,
      bgcolor: 'paper',
      border: '1px solid',
      borderColor: current ? 'teal' : 'strong',
      borderRadius: '4px',
    }}
  >
    <Typography variant="caption" component="span">
      {name}
    </Typography>
    <HashText hex={hash} />
  </Box>
);

const LinkLine = ({ holds, known, children }: { holds: boolean; known: boolean; children: string }) => {
  const Icon = holds ? LinkOutlined : LinkOff;
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        ml: 4,
        pl: 3,
        py: '4px',
        borderLeft: '2px solid',
        borderColor: !known ? 'strong' : holds ? 'proofText' : 'sealText',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16, color: !known ? 'ink3' : holds ? 'proofText' : 'sealText' }} />
      <Typography variant="caption" component="span" sx={{ color: !known ? 'ink3' : holds ? 'proofText' : 'sealText' }}>
        {children}
      </Typography>
    </Box>
  );
};

function Facts({ line, facts }: { line: LedgerLine; facts: EntryFacts }) {
  const t = useTexts(ledgerTexts);
  const common = useTexts(commonTexts);
  const language = useLanguage();
  const says = rowOf(line, facts, language);
  const rows: [string, React.ReactNode][] = [[t.rows.kind, `${t.kinds[line.kind]}　${says.did}`]];
  if (facts.kind === 'operation') {
    const { body } = facts;
    rows.push([t.rows.by, says.by], [t.rows.id, body.id]);
    if (body.digest !== undefined) rows.push([t.rows.digest, <HashText key="digest" hex={body.digest} />]);
    if (body.to !== undefined) rows.push([t.rows.to, body.to]);
    if (body.reason !== undefined) rows.push([t.rows.reason, body.reason]);
  }
  if (facts.kind === 'receipt') rows.push([t.rows.receiptOf, t.entry(n(facts.of))]);
  if (facts.kind === 'statement') {
    const { statement, keyids } = facts;
    if (statement.kind === 'verdict' || statement.kind === 'certificate') {
      const { number, outcome, product, developer, decidedAt, basis } = statement.predicate;
      rows.push(
        [t.rows.number, number],
        [t.rows.outcome, common.outcomes[outcome]],
        [t.rows.product, `${product.name}　${product.version}`],
        [t.rows.developer, developer.name],
        [t.rows.decidedAt, clock(decidedAt)],
        [t.rows.basis, common.clauses(basis.documents.map((document) => document.number ?? document.title))],
      );
    } else rows.push([t.rows.id, says.object]);
    rows.push([t.rows.signers, common.list(keyids.map((keyid) => shortHash(keyid)))]);
    if (statement.kind === 'verdict') rows.push([t.rows.ledger, t.afterLines(n(statement.predicate.ledger.seq))]);
  }
  rows.push([t.rows.at, `${clock(line.at)}　${t.localTime}`]);
  return (
    <>
      {rows.map(([name, value]) => (
        <FactRow key={name} name={name}>
          {value}
        </FactRow>
      ))}
    </>
  );
}
