// Beside the sources: what was applied for (第十五条) and what the supply notes list. May stay empty; what is typed is compared step by step while assessing.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { registerTexts } from '@shared/texts/register';
import { useTexts } from '../../components/language';
import type { FormContext } from './context';
import { DayField } from './day-field';
import { setText } from './edits';
import { Columns, LinesField, TextField } from './fields';

export function ApplicationFields({ form }: { form: FormContext }) {
  const texts = useTexts(registerTexts);
  const { edit, errorOf } = form;
  const { application } = form.registration;
  return (
    <Box role="group" aria-label={texts.application}>
      <Typography variant="body2" component="div" sx={{ color: 'ink2' }}>
        {texts.application}
      </Typography>
      <Typography variant="caption" component="div" sx={{ mb: 1 }}>
        {texts.applicationHint}
      </Typography>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Columns columns="1.4fr 1fr 2fr">
          <TextField
            field="application.number"
            label={texts.applicationNumber}
            error={errorOf('application.number')}
            value={application.number}
            onChange={setText(edit, 'application', 'number')}
          />
          <DayField
            field="application.appliedOn"
            label={texts.appliedOn}
            error={errorOf('application.appliedOn')}
            value={application.appliedOn}
            onChange={setText(edit, 'application', 'appliedOn')}
          />
          <LinesField
            field="application.catalogue"
            label={texts.appliedCatalogue}
            hint={texts.catalogueHint}
            error={errorOf('application.catalogue')}
            value={application.catalogue}
            onChange={setText(edit, 'application', 'catalogue')}
          />
        </Columns>
        <Columns columns="1fr 1fr">
          <LinesField
            field="application.fields"
            label={texts.appliedFields}
            hint={texts.appliedFieldsHint}
            error={errorOf('application.fields')}
            value={application.fields}
            onChange={setText(edit, 'application', 'fields')}
          />
          <LinesField
            field="application.suppliedFields"
            label={texts.suppliedFields}
            hint={texts.suppliedFieldsHint}
            value={application.suppliedFields}
            onChange={setText(edit, 'application', 'suppliedFields')}
          />
        </Columns>
      </Box>
    </Box>
  );
}
