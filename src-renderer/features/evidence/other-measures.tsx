// Measures that need no classes: small cells of an aggregate, and rows that stand in the fingerprint of the source data.
import type { AnalysisFile } from '@shared/analysis/result';
import { type Measure as MeasureName, measureFindingId } from '@shared/assessment/measure-proposals';
import type { FindingDraft } from '@shared/assessment/model';
import { commonTexts } from '@shared/texts/common';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useTexts } from '../../components/language';
import { shareText } from './arithmetic';
import type { JudgeActs } from './judge';
import { Measure } from './measure';

type Props = { readonly look: AnalysisFile; readonly findings: readonly FindingDraft[]; readonly acts: JudgeActs };

const judgedAs = ({ look, findings }: Props, measure: MeasureName): FindingDraft[] =>
  findings.filter(({ id }) => id === measureFindingId(look, measure));

export function SmallCells(props: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const { list } = useTexts(commonTexts);
  const { smallCells } = props.look;
  if (!smallCells) return null;
  const { cells, counted, threshold, zeros, columns } = smallCells;
  return (
    <Measure
      title={texts.smallCells}
      bad={cells > 0}
      said={cells > 0 ? texts.cellsFound(cells, counted, threshold) : texts.cellsNone(counted, threshold)}
      findings={judgedAs(props, 'cells')}
      acts={props.acts}
      note={`${texts.cellsAbout(list(columns), zeros)}${texts.cellsSource}`}
    />
  );
}

export function Overlap(props: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const { overlap } = props.look;
  if (!overlap) return null;
  const { equal, fingerprintRows, rowsEqual } = overlap;
  return (
    <Measure
      title={texts.overlap}
      bad={equal > 0}
      said={equal > 0 ? texts.overlapFound(equal, fingerprintRows, rowsEqual) : texts.overlapNone(fingerprintRows)}
      value={shareText(equal, fingerprintRows)}
      findings={judgedAs(props, 'overlap')}
      acts={props.acts}
      note={texts.overlapWhy}
    />
  );
}
