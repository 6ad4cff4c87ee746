// Step 4: the scenario agreement (第十六条): seven contents with their clauses, and the scope against which risk one is measured.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { AGREEMENT_CONTENTS, type Agreement } from '@shared/assessment/model';
import { registerTexts } from '@shared/texts/register';
import type { ReactNode } from 'react';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import type { FormContext } from './context';
import { DayField } from './day-field';
import { setText } from './edits';
import { Columns, LinesField, SelectField, TextField } from './fields';
import { FormSection } from './section';

const TIMES = ['day', 'week', 'month', 'quarter', 'year'] as const;
const AREAS = ['village', 'street', 'county', 'city'] as const;

export function AgreementSection({ form, open }: { form: FormContext; open: boolean }) {
  const texts = useTexts(registerTexts);
  const { edit, errorOf } = form;
  const { agreement } = form.registration;
  const set = (change: Partial<Agreement>, key: string) =>
    edit((registration) => ({ ...registration, agreement: { ...registration.agreement, ...change } }), `agreement.${key}`);
  const day = (field: string, label: string, value: string, change: (value: string) => Partial<Agreement>, required = false) => (
    <DayField
      field={field}
      label={label}
      required={required}
      error={errorOf(field)}
      value={value}
      onChange={(next) => set(change(next), field)}
    />
  );
  const { period, area, grain, term, emergencyPlan, contents } = agreement;
  return (
    <FormSection
      step="agreement"
      title={texts.steps.agreement}
      part="agreement"
      form={form}
      open={open}
      aside={agreement.id !== '' && <AgreementMark agreement={agreement} />}
      summary={<ContentMarks agreement={agreement} />}
    >
      <Columns columns="1fr 2fr 1fr 1fr">
        <TextField
          field="agreement.id"
          label={texts.agreementId}
          required
          error={errorOf('agreement.id')}
          value={agreement.id}
          onChange={setText(edit, 'agreement', 'id')}
        />
        <TextField
          field="agreement.scenario"
          label={texts.scenario}
          required
          error={errorOf('agreement.scenario')}
          value={agreement.scenario}
          onChange={setText(edit, 'agreement', 'scenario')}
        />
        <Box data-field="agreement.term">
          {day('agreement.term.from', `${texts.term} ${texts.from}`, term.from, (from) => ({ term: { ...term, from } }))}
        </Box>
        {day('agreement.term.to', `${texts.term} ${texts.to}`, term.to, (to) => ({ term: { ...term, to } }), true)}
      </Columns>
      <TextField
        field="agreement.purpose"
        label={texts.purpose}
        long
        value={agreement.purpose}
        onChange={setText(edit, 'agreement', 'purpose')}
      />
      <Group label={`${texts.contents}　${texts.contentsHint}`}>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(7, 1fr)',
            gap: 2,
            '@media (max-width: 1199.95px)': { gridTemplateColumns: 'repeat(3, 1fr)' },
          }}
        >
          {AGREEMENT_CONTENTS.map((content) => (
            <TextField
              key={content}
              field={`agreement.contents.${content}`}
              label={texts.contentNames[content]}
              value={contents[content]}
              onChange={(value) => set({ contents: { ...contents, [content]: value } }, `contents.${content}`)}
            />
          ))}
        </Box>
      </Group>
      <Columns columns="1fr 1fr">
        <LinesField
          field="agreement.fields"
          label={texts.fields}
          hint={texts.fieldsHint}
          required
          error={errorOf('agreement.fields')}
          value={agreement.fields}
          onChange={setText(edit, 'agreement', 'fields')}
        />
        <LinesField
          field="agreement.recipients"
          label={texts.recipients}
          hint={texts.recipientsHint}
          value={agreement.recipients}
          onChange={setText(edit, 'agreement', 'recipients')}
        />
      </Columns>
      <Box data-field="agreement.period">
        <Columns columns="1fr 1fr 1fr 1fr">
          <TextField
            field="agreement.period.column"
            label={texts.periodColumn}
            value={period.column}
            onChange={(column) => set({ period: { ...period, column } }, 'period.column')}
          />
          {day('agreement.period.from', `${texts.period} ${texts.from}`, period.from, (from) => ({ period: { ...period, from } }))}
          {day('agreement.period.to', `${texts.period} ${texts.to}`, period.to, (to) => ({ period: { ...period, to } }))}
          <TextField
            field="agreement.frequency"
            label={texts.frequency}
            value={agreement.frequency}
            onChange={setText(edit, 'agreement', 'frequency')}
          />
        </Columns>
      </Box>
      <Columns columns="1fr 1fr 1fr 1fr">
        <TextField
          field="agreement.area.column"
          label={texts.areaColumn}
          value={area.column}
          onChange={(column) => set({ area: { ...area, column } }, 'area.column')}
        />
        <LinesField
          field="agreement.area.codes"
          label={texts.areaCodes}
          hint={texts.areaCodesHint}
          value={area.codes}
          onChange={(codes) => set({ area: { ...area, codes } }, 'area.codes')}
        />
        <SelectField
          field="agreement.grain.time"
          label={texts.grainTime}
          value={grain.time}
          options={TIMES.map((value) => ({ value, label: texts.grainTimes[value] }))}
          onChange={(time) => set({ grain: { ...grain, time } }, 'grain.time')}
        />
        <SelectField
          field="agreement.grain.area"
          label={texts.grainArea}
          value={grain.area}
          options={AREAS.map((value) => ({ value, label: texts.grainAreas[value] }))}
          onChange={(next) => set({ grain: { ...grain, area: next } }, 'grain.area')}
        />
      </Columns>
      <Group label={texts.emergencyPlan}>
        <Columns columns="1fr 1fr 1fr 1fr">
          <TextField
            field="agreement.emergencyPlan.operator"
            label={texts.planOperator}
            value={emergencyPlan.operator}
            onChange={(operator) => set({ emergencyPlan: { ...emergencyPlan, operator } }, 'plan.operator')}
          />
          <TextField
            field="agreement.emergencyPlan.developer"
            label={texts.planDeveloper}
            value={emergencyPlan.developer}
            onChange={(developer) => set({ emergencyPlan: { ...emergencyPlan, developer } }, 'plan.developer')}
          />
          {day('agreement.emergencyPlan.date', texts.planDate, emergencyPlan.date, (date) => ({
            emergencyPlan: { ...emergencyPlan, date },
          }))}
          <TextField
            field="agreement.securityReviewClause"
            label={texts.securityReviewClause}
            hint={texts.securityReviewClauseHint}
            value={agreement.securityReviewClause}
            onChange={setText(edit, 'agreement', 'securityReviewClause')}
          />
        </Columns>
      </Group>
    </FormSection>
  );
}

const Group = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box role="group" aria-label={label}>
    <Typography variant="caption" component="div" sx={{ mb: 1 }}>
      {label}
    </Typography>
    {children}
  </Box>
);

function AgreementMark({ agreement }: { agreement: Agreement }) {
  const texts = useTexts(registerTexts);
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 3, alignItems: 'center', typography: 'body2', color: 'ink2', minWidth: 0 }}>
      <Box
        component="span"
        sx={{
          px: '6px',
          border: '1px solid',
          borderColor: 'strong',
          borderRadius: '4px',
          fontSize: 12,
          lineHeight: '18px',
          whiteSpace: 'nowrap',
        }}
      >
        {agreement.id}
      </Box>
      <span>
        {agreement.scenario}
        {agreement.term.to && ` · ${texts.agreedUntil(agreement.term.to)}`}
      </span>
    </Box>
  );
}

/** The seven contents, each with its clause; one without a clause is not there as far as a reader can tell. */
function ContentMarks({ agreement }: { agreement: Agreement }) {
  const texts = useTexts(registerTexts);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 3 }}>
      {AGREEMENT_CONTENTS.map((content) => {
        const clause = agreement.contents[content].trim();
        return (
          <Box key={content} sx={{ display: 'flex', gap: '6px' }}>
            <StatusIcon kind={clause === '' ? 'not-verified' : 'compliant'} size={16} />
            <Box>
              <Box sx={{ typography: 'body2' }}>{texts.contentNames[content]}</Box>
              <Box sx={{ typography: 'caption', color: 'ink2' }}>{clause === '' ? texts.clauseMissing : texts.clause(clause)}</Box>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
