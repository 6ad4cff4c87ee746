// Judging a machine's finding where it is shown: accepted, or overruled with a reason; and what was said of the same hit at the last review. Nothing
// is preset, and what was said then is never applied.
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import type { EarlierOverruling } from '@shared/assessment/earlier';
import type { FindingDraft } from '@shared/assessment/model';
import { itemLabelIn } from '@shared/assessment/wording';
import { assessTexts } from '@shared/texts/assess';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { spokenFinding } from '@shared/texts/finding-spoken';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { StatusIcon, type StatusKind } from '../../components/status-chip';

export type JudgeActs = {
  readonly accept: (id: string) => void;
  readonly overrule: (id: string) => void;
  readonly reason: (id: string, reason: string) => void;
  readonly openItem: (item: string) => void;
  /** What was overruled when this product was reviewed before. */
  readonly before: (id: string) => EarlierOverruling | undefined;
  /** Signed: nothing is judged any more. */
  readonly frozen: boolean;
};

export type Judged = 'accepted' | 'overruled' | 'waiting' | 'unproposed';
export const judgedAs = (finding: FindingDraft | null): Judged => (finding === null ? 'unproposed' : (finding.disposition ?? 'waiting'));
const ICON: Readonly<Record<Judged, StatusKind>> = {
  accepted: 'non-compliant',
  overruled: 'not-applicable',
  waiting: 'not-verified',
  unproposed: 'unanswered',
};

export function JudgedWord({ finding }: { finding: FindingDraft | null }) {
  const texts = useTexts(evidenceTexts);
  const judged = judgedAs(finding);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        gap: '5px',
        alignItems: 'center',
        whiteSpace: 'nowrap',
        color: judged === 'waiting' ? 'amberText' : 'ink',
      }}
    >
      {judged !== 'unproposed' && <StatusIcon kind={ICON[judged]} size={15} />} {texts.disposition[judged]}
    </Box>
  );
}

type Props = { readonly finding: FindingDraft; readonly acts: JudgeActs; readonly keys?: boolean };

/** The two buttons; keys are shown on the finding that they act on. */
export function JudgeButtons({ finding, acts, keys = false }: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const language = useLanguage();
  if (acts.frozen) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: '6px' }}>
      {finding.disposition !== 'accepted' && (
        <Button size="small" aria-label={texts.acceptOf(spokenFinding(finding.text, language))} onClick={() => acts.accept(finding.id)}>
          {texts.accept} {keys && <Kbd keys="Y" />}
        </Button>
      )}
      {finding.disposition !== 'overruled' && (
        <Button size="small" aria-label={texts.overruleOf(spokenFinding(finding.text, language))} onClick={() => acts.overrule(finding.id)}>
          {texts.overrule} {keys && <Kbd keys="X" />}
        </Button>
      )}
    </Box>
  );
}

export function JudgeReason({ finding, acts }: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  if (finding.disposition !== 'overruled') return null;
  const missing = finding.reason.trim() === '';
  return (
    <Box sx={{ my: 1, maxWidth: 720 }}>
      <OutlinedInput
        fullWidth
        value={finding.reason}
        readOnly={acts.frozen}
        autoFocus={missing}
        error={missing}
        placeholder={texts.reasonHint}
        inputProps={{ 'aria-label': texts.reason, 'aria-required': true, maxLength: 20_000 }}
        onChange={(event) => acts.reason(finding.id, event.target.value)}
      />
      {missing && (
        <Typography variant="caption" component="div" sx={{ color: 'sealText' }}>
          {texts.reasonMissing}
        </Typography>
      )}
    </Box>
  );
}

export function EarlierNote({ earlier }: { earlier: EarlierOverruling }) {
  const texts = useTexts(evidenceMeasureTexts);
  const assess = useTexts(assessTexts);
  return (
    <Box sx={{ display: 'flex', gap: '6px', alignItems: 'center', typography: 'caption', color: 'ink2' }} title={texts.earlierNote}>
      <UndoOutlined aria-hidden sx={{ fontSize: 14, flexShrink: 0 }} />
      <span>
        {texts.earlier(earlier.version === '' ? '' : assess.version(earlier.version))}
        {earlier.reason}
      </span>
    </Box>
  );
}

/**
 * A finding of a measure in one line: what became of it, its item, its buttons.
 * @param about what it is about, where several stand together
 */
export function JudgeLine({ finding, acts, about }: Props & { readonly about?: string }) {
  const language = useLanguage();
  const before = acts.before(finding.id);
  return (
    <Box sx={{ my: '4px' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 1, typography: 'body2' }}>
        {about !== undefined && <Box sx={{ flex: '1 1 88px', minWidth: 0, fontWeight: 500 }}>{about}</Box>}
        <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 2, flexGrow: about === undefined ? 1 : 0, ml: 'auto' }}>
          <JudgedWord finding={finding} />
          <Button size="small" variant="text" onClick={() => acts.openItem(finding.item)}>
            {itemLabelIn(finding.item, language)}
          </Button>
          <Box component="span" sx={{ ml: about === undefined ? 'auto' : 0 }}>
            <JudgeButtons finding={finding} acts={acts} />
          </Box>
        </Box>
      </Box>
      {before && <EarlierNote earlier={before} />}
      <JudgeReason finding={finding} acts={acts} />
    </Box>
  );
}
