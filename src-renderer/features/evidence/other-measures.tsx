// Measures that need no classes: small cells of an aggregate, and rows that stand in the fingerprint of the source data.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AnalysisFile } from '@shared/analysis/result';
import { measureFindingId } from '@shared/assessment/measure-proposals';
import type { FindingDraft } from '@shared/assessment/model';
import { itemLabel } from '@shared/checklist/edition';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import type { ReactNode } from 'react';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import { shareText } from './arithmetic';
import { type JudgeActs, JudgeLine } from './judge';

type Props = { readonly look: AnalysisFile; readonly findings: readonly FindingDraft[]; readonly acts: JudgeActs };

export function SmallCells({ look, findings, acts }: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const { smallCells } = look;
  if (!smallCells) return null;
  const { cells, counted, threshold, zeros, columns } = smallCells;
  return (
    <Measure
      title={texts.smallCells}
      bad={cells > 0}
      said={cells > 0 ? texts.cellsFound(cells, counted, threshold) : texts.cellsNone(counted, threshold)}
      finding={findings.find(({ id }) => id === measureFindingId(look, 'cells'))}
      acts={acts}
    >
      {texts.cellsAbout(columns.join('、'), zeros)}
      {texts.cellsSource}
    </Measure>
  );
}

export function Overlap({ look, findings, acts }: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const { overlap } = look;
  if (!overlap) return null;
  const { equal, fingerprintRows, rowsEqual } = overlap;
  return (
    <Measure
      title={texts.overlap}
      bad={equal > 0}
      said={equal > 0 ? texts.overlapFound(equal, fingerprintRows, rowsEqual) : texts.overlapNone(fingerprintRows)}
      value={shareText(equal, fingerprintRows)}
      finding={findings.find(({ id }) => id === measureFindingId(look, 'overlap'))}
      acts={acts}
    >
      {texts.overlapWhy}
    </Measure>
  );
}

type MeasureProps = {
  readonly title: string;
  readonly bad: boolean;
  readonly said: string;
  readonly value?: string;
  readonly finding: FindingDraft | undefined;
  readonly acts: JudgeActs;
  readonly children: ReactNode;
};

function Measure({ title, bad, said, value, finding, acts, children }: MeasureProps) {
  return (
    <Box component="section" aria-label={title} sx={{ mb: 4 }}>
      <Typography variant="h3" component="h3">
        {title}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          mt: 1,
          px: bad ? 2 : 0,
          py: 1,
          borderRadius: '4px',
          bgcolor: bad ? 'amberTint' : 'transparent',
          typography: 'body2',
        }}
      >
        <StatusIcon kind={bad ? 'attention' : 'compliant'} size={16} />
        <Box component="span" sx={{ fontWeight: bad ? 600 : 400 }}>
          {said}
        </Box>
        {value !== undefined && (
          <Box component="span" sx={{ ml: 'auto', fontWeight: 600 }}>
            {value}
          </Box>
        )}
      </Box>
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
        {children}
      </Typography>
      {finding && <JudgeLine finding={finding} acts={acts} itemName={itemLabel(finding.item)} />}
    </Box>
  );
}
