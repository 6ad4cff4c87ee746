// Membership inference in words and figures: the sentence, the numbers beside their references, how it was measured and what was not tried.
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { isResolved, MEMBERSHIP_TARGETS, tellsReversed } from '@shared/analysis/membership/points';
import { itemFor } from '@shared/assessment/machine-finding';
import { referenceOf } from '@shared/assessment/measure-proposals';
import type { DossierFile, FindingDraft } from '@shared/assessment/model';
import { itemLabelIn } from '@shared/assessment/wording';
import type { Edition } from '@shared/checklist/edition';
import type { AnalysisView } from '@shared/contract/views';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { HashText } from '../../components/hash-text';
import { useLanguage, useTexts } from '../../components/language';
import { NotChecked } from '../../components/not-checked';
import { FactRow, PanelSection } from '../../components/sheet';
import { ToneChip } from '../../components/status-chip';
import { TableHeads } from '../../components/table-heads';
import { type Membership, percent } from './roc-model';

export type FiguresProps = {
  readonly membership: Membership;
  readonly file: DossierFile;
  readonly view: AnalysisView;
  readonly rows: number | null;
  readonly edition: Edition | null;
  /** Product, version, form and sharing mode in one line. */
  readonly about: string;
  readonly finding: FindingDraft | null;
  readonly onItem: (item: string) => void;
};

/** Whether the upper end of an interval is above the edition's reference. */
const isAbove = (upper: number, reference: number | null): boolean => reference !== null && upper > reference;

export function MembershipFigures({ membership, file, view, rows, edition, about, finding, onItem }: FiguresProps) {
  const texts = useTexts(evidenceMeasureTexts);
  const words = useTexts(evidenceTexts);
  const language = useLanguage();
  const { members, nonMembers, auc, advantage, tprAtFpr, interval95, ties } = membership;
  const reference = (id: string) => (edition ? referenceOf(edition, id) : null);
  const tail = MEMBERSHIP_TARGETS.some(
    (each) => isResolved(each.target, nonMembers) && isAbove(interval95.tprAtFpr[each.target][1], reference(each.reference)),
  );
  const reversed = tellsReversed(auc, interval95.auc[0], reference('membership-auc'));
  const high = isAbove(interval95.auc[1], reference('membership-auc'));
  // The curve informs its item where nothing is above a reference, too.
  const item = finding?.item ?? (edition && itemFor(edition, 'membership')?.id) ?? null;
  const meaning = (): string => {
    const said = auc.toFixed(2);
    if (reversed) return texts.meaning.reversed(said, (1 - auc).toFixed(2));
    if (high)
      return isAbove(auc, reference('membership-auc')) ? texts.meaning.high(said) : texts.meaning.open(said, interval95.auc[1].toFixed(2));
    if (tail) return texts.meaning.tail(said);
    return isResolved('0.01', nonMembers) ? texts.meaning.low(said) : texts.meaning.unmeasured(said);
  };
  return (
    <>
      <Box sx={{ px: 5, py: 4, borderBottom: '1px solid', borderColor: 'hairline' }}>
        <Typography variant="caption" component="div">
          {item !== null && (
            <Link component="button" type="button" variant="body2" onClick={() => onItem(item)} sx={{ mr: 3 }}>
              {itemLabelIn(item, language)}
            </Link>
          )}
          {about}
        </Typography>
        <Typography
          component="p"
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          sx={{ m: 0, mt: 2, typography: 'law', fontSize: 20, lineHeight: '34px' }}
        >
          <MembershipSentence membership={membership} size={26} />
        </Typography>
        <Typography variant="body2" sx={{ color: 'ink2', mt: 2 }}>
          {meaning()}
        </Typography>
      </Box>
      <Box sx={{ px: 5, py: 4, borderBottom: '1px solid', borderColor: 'hairline' }}>
        <Table size="small" aria-label={texts.metric} sx={{ '& td, & th': { px: '4px' }, '& th': { whiteSpace: 'normal' } }}>
          <TableHeads words={[texts.metric]} numbers={[texts.measured, texts.interval95, texts.guess, texts.referenceValue]} />
          <TableBody>
            {MEMBERSHIP_TARGETS.filter(({ target }) => isResolved(target, nonMembers)).map(({ target, reference: id }) => (
              <Metric
                key={target}
                name={texts.rate(percent(Number(target)))}
                value={percent(tprAtFpr[target])}
                interval={interval95.tprAtFpr[target]}
                show={percent}
                guess={percent(Number(target))}
                reference={reference(id)}
                above={isAbove(interval95.tprAtFpr[target][1], reference(id))}
              />
            ))}
            <Metric
              name={texts.advantage}
              value={advantage.toFixed(3)}
              interval={interval95.advantage}
              show={three}
              guess="0"
              reference={null}
              above={false}
            />
            <Metric
              name="AUC"
              value={auc.toFixed(3)}
              interval={interval95.auc}
              show={three}
              guess="0.5"
              reference={reference('membership-auc')}
              above={high || reversed}
            />
          </TableBody>
        </Table>
        <Box
          role="note"
          sx={{
            display: 'flex',
            gap: 2,
            mt: 3,
            px: 3,
            py: 2,
            bgcolor: 'amberTint',
            borderLeft: '3px solid',
            borderColor: 'amberText',
            typography: 'body2',
          }}
        >
          <WarningAmberOutlined aria-hidden sx={{ fontSize: 18, color: 'amberText' }} />
          <span>
            {texts.referenceNote.start}
            <b>{texts.referenceNote.bold}</b>
            {texts.referenceNote.end(edition?.name[language] ?? '')}
          </span>
        </Box>
        <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
          {texts.upperEnd}
        </Typography>
      </Box>
      <PanelSection title={texts.how}>
        <FactRow name={texts.material}>
          {file.name}　{rows === null ? '' : `${words.rows(rows)}　`}
          <HashText hex={file.sha256} />
        </FactRow>
        <FactRow name={texts.memberColumn}>
          {view.question.membership?.member}　{texts.memberCounts(members, nonMembers)}
        </FactRow>
        <FactRow name={texts.scoreColumn}>
          {view.question.membership?.score}　{texts.ties(percent(ties / Math.max(1, members + nonMembers)))}
        </FactRow>
        <FactRow name={texts.points}>{texts.pointsAbout}</FactRow>
        <FactRow name={texts.method}>{texts.methodText}</FactRow>
        <FactRow name={texts.ground}>
          {texts.groundText}　<ToneChip tone="neutral" label={texts.secondhand} />
        </FactRow>
      </PanelSection>
      <Box sx={{ px: 5, py: 4 }}>
        <NotChecked items={[texts.membershipNotChecked]} />
      </Box>
    </>
  );
}

/** What the low end of the curve means for a thousand people; nothing where too few others carry it. */
export function MembershipSentence({ membership: { nonMembers, tprAtFpr }, size }: { membership: Membership; size: number }) {
  const texts = useTexts(evidenceMeasureTexts);
  if (!isResolved('0.01', nonMembers)) return texts.sentenceWithheld(nonMembers);
  return (
    <>
      {texts.sentence.start}
      <Box component="b" sx={{ fontSize: size, borderBottom: '2px solid', borderColor: 'amberText' }}>
        {Math.round(tprAtFpr['0.01'] * 1_000)}
      </Box>
      {texts.sentence.end}
    </>
  );
}

const three = (value: number): string => value.toFixed(3);

function Metric({
  name,
  value,
  interval: [low, high],
  show,
  guess,
  reference,
  above,
}: {
  name: string;
  value: string;
  interval: readonly [number, number];
  show: (value: number) => string;
  guess: string;
  reference: number | null;
  above: boolean;
}) {
  return (
    <TableRow>
      <TableCell sx={{ whiteSpace: 'normal', minWidth: 84 }}>{name}</TableCell>
      <TableCell align="right" sx={{ fontWeight: 600, color: above ? 'amberText' : 'ink', whiteSpace: 'nowrap' }}>
        {above && (
          <Box component="span" aria-hidden sx={{ fontSize: 10, mr: '3px' }}>
            ▲
          </Box>
        )}
        {value}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {show(low)}–{show(high)}
      </TableCell>
      <TableCell align="right">{guess}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {reference === null ? '—' : `≤ ${show === three ? reference : show(reference)}`}
      </TableCell>
    </TableRow>
  );
}
