// Every picture has a table of the same numbers: the choice between them.
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { ChoiceRow } from '../../components/fields';
import { useTexts } from '../../components/language';

export type Shown = 'chart' | 'table';

export function ChartOrTable({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  const texts = useTexts(evidenceMeasureTexts);
  const choices = [
    { value: 'chart', label: texts.chart },
    { value: 'table', label: texts.table },
  ] as const;
  return <ChoiceRow label={texts.chartOrTable} size="small" value={shown} choices={choices} onChange={onChange} />;
}
