// Step 3: who makes the product. The operator itself may be the maker (第三条第六款); then its own name and code stand here.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { MAKERS } from '@shared/assessment/model';
import { isCalendarDay, parseInstant } from '@shared/basics/time';
import { registerTexts } from '@shared/texts/register';
import { ageInDays } from '../../components/ages';
import { ChoiceRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import type { FormContext } from './context';
import { DayField } from './day-field';
import { setText } from './edits';
import { Columns, RequiredMark, TextField } from './fields';
import { FormSection } from './section';
import { UsccField } from './uscc-field';

/** Age of a day, for the two list queries: noon in Asia/Shanghai is within that day. */
const ageOfDay = (day: string, today: FormContext['today']): number | null =>
  isCalendarDay(day) && parseInstant(`${day}T12:00:00+08:00`) !== null ? ageInDays(`${day}T12:00:00+08:00`, today) : null;

export function DeveloperSection({ form, open }: { form: FormContext; open: boolean }) {
  const texts = useTexts(registerTexts);
  const { edit, errorOf } = form;
  const { developer, product } = form.registration;
  const operator = product.maker === 'operator';
  const age = ageOfDay(developer.listsQueriedOn, form.today);
  return (
    <FormSection
      step="developer"
      title={texts.steps.developer}
      part="developer"
      form={form}
      open={open}
      summary={form.registration.inherited.developer ? <DeveloperFacts form={form} /> : undefined}
    >
      <Box data-field="product.maker">
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', typography: 'body2', color: 'ink2', mb: '4px' }}>
          {texts.maker} {product.maker === null && <RequiredMark />}
        </Box>
        <ChoiceRow
          label={texts.maker}
          value={product.maker}
          choices={MAKERS.map((maker) => ({ value: maker, label: texts.makers[maker] }))}
          onChange={(maker) => edit((registration) => ({ ...registration, product: { ...registration.product, maker } }))}
        />
        {product.maker !== null && product.maker !== 'developer' && (
          <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
            {texts.makerHint}
          </Typography>
        )}
      </Box>
      <Columns columns="1fr 1fr 1fr">
        <TextField
          field="developer.name"
          label={operator ? texts.operatorName : texts.name}
          required
          error={errorOf('developer.name')}
          value={developer.name}
          onChange={setText(edit, 'developer', 'name')}
        />
        <TextField
          field="developer.securityOfficer"
          label={texts.securityOfficer}
          value={developer.securityOfficer}
          onChange={setText(edit, 'developer', 'securityOfficer')}
        />
        <DayField
          field="developer.listsQueriedOn"
          label={texts.listsQueriedOn}
          hint={age === null ? undefined : age === 0 ? texts.today : texts.days(age)}
          value={developer.listsQueriedOn}
          onChange={setText(edit, 'developer', 'listsQueriedOn')}
        />
      </Columns>
      <UsccField value={developer.uscc} required onChange={setText(edit, 'developer', 'uscc')} />
      {!operator && (
        <Columns columns="2fr 1fr">
          <TextField
            field="developer.qualification"
            label={texts.qualification}
            value={developer.qualification}
            onChange={setText(edit, 'developer', 'qualification')}
          />
          <DayField
            field="developer.reportedOn"
            label={texts.reportedOn}
            hint={texts.reportedHint}
            value={developer.reportedOn}
            onChange={setText(edit, 'developer', 'reportedOn')}
          />
        </Columns>
      )}
    </FormSection>
  );
}

/** What was taken over, as one line: it was checked when it was answered. */
function DeveloperFacts({ form }: { form: FormContext }) {
  const texts = useTexts(registerTexts);
  const { developer, product } = form.registration;
  const age = ageOfDay(developer.listsQueriedOn, form.today);
  const facts = [
    product.maker === null ? '' : texts.makers[product.maker],
    developer.name,
    developer.uscc,
    developer.securityOfficer,
    age === null ? '' : `${texts.listsQueriedOn} ${developer.listsQueriedOn}（${age === 0 ? texts.today : texts.days(age)}）`,
  ];
  return (
    <Typography variant="body2" sx={{ color: 'ink2' }}>
      {facts.filter((fact) => fact !== '').join('　')}
    </Typography>
  );
}
