// The reviewer's own words on the outcome: they stand in the verdict and are printed as written.
import OutlinedInput from '@mui/material/OutlinedInput';
import type { Decision } from '@shared/assessment/model';
import { decideTexts } from '@shared/texts/decide';
import { useTexts } from '../../components/language';
import { Block } from './block';
import type { EditDecision } from './edits';

export function StatementBlock({ decision, readOnly, edit }: { decision: Decision; readOnly: boolean; edit: EditDecision }) {
  const t = useTexts(decideTexts);
  return (
    <Block title={t.statement} note={t.statementNote} id="decision-statement">
      <OutlinedInput
        fullWidth
        multiline
        minRows={2}
        maxRows={10}
        value={decision.statement}
        readOnly={readOnly}
        placeholder={t.statementPlaceholder}
        inputProps={{ 'aria-label': t.statement, maxLength: 20_000 }}
        onChange={(event) => edit((each) => ({ ...each, statement: event.target.value }), 'statement')}
      />
    </Block>
  );
}
