// A file in which raw data, or personal data beyond the agreement, was locked: what is locked and why, the four steps with who took each and when, what
// it means for the review, what the ledger has. First the report, then the deletion (先报告，后删除).
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { itemFor } from '@shared/assessment/machine-finding';
import type { DossierFile, Registration } from '@shared/assessment/model';
import { detectorName } from '@shared/assessment/proposals';
import { groundsInShort, LOOK_OF_GROUND, type QuarantineGround } from '@shared/assessment/quarantine-grounds';
import { itemLabelIn } from '@shared/assessment/wording';
import type { Edition } from '@shared/checklist/edition';
import type { AnalysisView, QuarantineSteps } from '@shared/contract/views';
import { quarantineTexts } from '@shared/texts/quarantine';
import { formatBytes } from '../../components/bytes-text';
import { HashText } from '../../components/hash-text';
import { useLanguage, useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import { TableHeads } from '../../components/table-heads';
import { DataQuarantineSteps } from './data-quarantine-steps';
import { lockedAt, RedBand, wallTime } from './quarantine-band';
import { LawQuote, LedgerLines, Line, Part } from './quarantine-parts';
import { useLockedData } from './use-locked-data';

export type LockedFileProps = {
  readonly view: AnalysisView;
  readonly file: DossierFile;
  readonly registration: Registration;
  readonly edition: Edition | null;
  readonly onItem: (item: string) => void;
};

const amount = (n: number): string => n.toLocaleString('en-US');

export function DataQuarantine({ view, file, registration, edition, onItem }: LockedFileProps) {
  const texts = useTexts(quarantineTexts);
  const { steps, people, again } = useLockedData(file.sha256);
  const { quarantine } = view;
  if (!quarantine?.data) return null;
  const { data } = quarantine;
  const raw = data.grounds.some(({ code }) => code === 'RAW_ROWS');
  const others = registration.files.filter(({ role, sha256 }) => role === 'delivered' && sha256 !== file.sha256).length;
  return (
    <>
      <RedBand title={raw ? texts.lockedBand.raw : texts.lockedBand.personal} beside={texts.lockedBy(lockedAt(quarantine), data.name)}>
        {data.erasedAt === null ? texts.lockedText(file.name) : texts.erasedText(file.name)}
      </RedBand>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', px: 5, py: 4, columnGap: 6, rowGap: 4 }}>
        <Box sx={{ flex: '3 1 420px', minWidth: 0 }}>
          <Why grounds={data.grounds} edition={edition} onItem={onItem} />
          {raw ? (
            <LawQuote article="17" paragraph={1} decides="原始数据不得进行交易。" />
          ) : (
            <LawQuote article="21" paragraph={1} decides="按需申请公共数据并在申请范围内使用" />
          )}
          <DataQuarantineSteps
            file={file}
            registration={registration}
            quarantine={{ ...quarantine, data }}
            steps={steps}
            people={people}
            again={again}
          />
          <Typography variant="caption" component="p" sx={{ m: 0 }}>
            {texts.dataFoot}
          </Typography>
        </Box>
        <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
          <FileFacts file={file} />
          <Part title={texts.effects}>
            <Line
              icon={<BlockOutlined aria-hidden sx={{ fontSize: 16, color: 'sealText' }} />}
              note={raw ? texts.passClosedWhy.raw : texts.passClosedWhy.personal}
            >
              {texts.passClosed}
            </Line>
            <Line icon={<UndoOutlined aria-hidden sx={{ fontSize: 16, color: 'sealText' }} />}>{texts.others2}</Line>
            <Line icon={<StatusIcon kind="compliant" size={16} />}>{texts.restGoesOn(others)}</Line>
          </Part>
          <Part title={texts.markPath}>
            <Typography variant="body2" sx={{ color: 'ink2' }}>
              {texts.markText}
            </Typography>
          </Part>
          {steps && <Entries steps={steps} sha256={file.sha256} grounds={data.grounds} />}
        </Box>
      </Box>
    </>
  );
}

function Why({
  grounds,
  edition,
  onItem,
}: {
  grounds: readonly QuarantineGround[];
  edition: Edition | null;
  onItem: (item: string) => void;
}) {
  const texts = useTexts(quarantineTexts);
  const language = useLanguage();
  return (
    <Part title={texts.why} note={texts.whyCounts}>
      <Table
        size="small"
        aria-label={texts.why}
        sx={{ '& th': { bgcolor: 'raised' }, '& td': { whiteSpace: 'normal', verticalAlign: 'top' } }}
      >
        <TableHeads words={[texts.where, texts.found, texts.because, texts.item]} numbers={[texts.count]} />
        <TableBody>
          {grounds.map(({ code, part, column, detector, count, of, sample }) => {
            const item = edition && itemFor(edition, LOOK_OF_GROUND[code]);
            return (
              <TableRow key={`${code} ${part} ${column} ${detector}`}>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  {[part, column].filter((each) => each !== null).join(' · ') || texts.wholeFile}
                </TableCell>
                <TableCell>
                  {detector === null ? texts.ground[code] : detectorName(detector, language)}
                  {sample !== null && (
                    <Box component="span" sx={{ typography: 'mono', display: 'block', overflowWrap: 'anywhere' }}>
                      {sample}
                    </Box>
                  )}
                </TableCell>
                <TableCell sx={{ color: 'ink2' }}>{texts.groundWhy[code]}</TableCell>
                <TableCell>
                  {item && (
                    <Link component="button" type="button" variant="body2" onClick={() => onItem(item.id)}>
                      {itemLabelIn(item.id, language)}
                    </Link>
                  )}
                </TableCell>
                <TableCell align="right">{texts.ofCount(amount(count), of === null ? null : amount(of))}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Part>
  );
}

function FileFacts({ file }: { file: DossierFile }) {
  const texts = useTexts(quarantineTexts);
  const facts = [
    [texts.fileFacts.name, file.name],
    [texts.fileFacts.bytes, formatBytes(file.bytes)],
    [texts.fileFacts.sha256, <HashText key="sha256" hex={file.sha256} />],
  ] as const;
  return (
    <Part title={texts.file}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', columnGap: 4, rowGap: 1, typography: 'body2' }}
      >
        {facts.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'ink2' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </Part>
  );
}

/** The lines of the ledger as they stand there: who, when, which; codes and counts as the reason. */
function Entries({ steps, sha256, grounds }: { steps: QuarantineSteps; sha256: string; grounds: readonly QuarantineGround[] }) {
  const texts = useTexts(quarantineTexts);
  const order = ['lock', 'report', 'notices', 'confirmation', 'deletion'] as const;
  const entries = order.flatMap((name) => {
    const step = steps[name];
    return step ? [{ name, ...step }] : [];
  });
  return (
    <Part title={texts.entry}>
      <LedgerLines>
        {entries.length === 0 && texts.entryWaits}
        {entries.map(({ name, at, by, seq }) => (
          <Box key={name}>
            {wallTime(at)}　{texts.entryLine[name]}　{by}
            <br />
            {name === 'lock' && (
              <>
                {sha256.slice(0, 8)}…　{texts.reasonLine(groundsInShort(grounds))}
                <br />
              </>
            )}
            {texts.entrySeq(amount(seq))}
          </Box>
        ))}
      </LedgerLines>
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
        {texts.dataEntryNote}
      </Typography>
    </Part>
  );
}
