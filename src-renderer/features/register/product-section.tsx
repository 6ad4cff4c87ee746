// Step 5: the product, what the verdict will stand for (coverage) and how it is shared. Coverage and sharing mode are required and never preset:
// without a sharing mode there is no threshold.
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { type Coverage, FEATURES, PRODUCT_FORMS, SHARING_MODES } from '@shared/assessment/model';
import { itemLabelIn } from '@shared/assessment/wording';
import { checklistTexts } from '@shared/texts/checklist';
import { commonTexts } from '@shared/texts/common';
import { registerTexts } from '@shared/texts/register';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import type { FormContext } from './context';
import { DayField } from './day-field';
import { setText } from './edits';
import { CardChoice, Columns, LinesField, ManyField, SelectField, TextField } from './fields';
import { FormSection } from './section';

const COVERAGES = ['files', 'series', 'service'] as const;

export function ProductSection({ form, open }: { form: FormContext; open: boolean }) {
  const texts = useTexts(registerTexts);
  const common = useTexts(commonTexts);
  const { edit, errorOf } = form;
  const { product, coverage, agreement, files } = form.registration;
  const delivered = files.filter((file) => file.role === 'delivered').length;
  return (
    <FormSection step="product" title={texts.steps.product} form={form} open={open}>
      <Columns columns="2fr 1fr 1fr">
        <TextField
          field="product.name"
          label={texts.productName}
          required
          error={errorOf('product.name')}
          value={product.name}
          onChange={setText(edit, 'product', 'name')}
        />
        <TextField
          field="product.version"
          label={texts.version}
          required
          error={errorOf('product.version')}
          value={product.version}
          onChange={setText(edit, 'product', 'version')}
        />
        <SelectField
          field="product.form"
          label={texts.form}
          required
          error={errorOf('product.form')}
          value={product.form}
          options={PRODUCT_FORMS.map((form_) => ({ value: form_, label: common.forms[form_] }))}
          onChange={(next) => edit((registration) => ({ ...registration, product: { ...registration.product, form: next } }))}
        />
      </Columns>
      <Features form={form} />
      <CardChoice
        field="coverage.kind"
        label={texts.coverage}
        hint={texts.coverageHint}
        value={coverage.kind}
        cards={COVERAGES.map((kind) => ({
          value: kind,
          title: texts.coverageKinds[kind],
          note: texts.coverageNotes[kind](delivered),
          side: texts.coverageDuty[kind],
        }))}
        onChange={(kind) => edit((registration) => ({ ...registration, coverage: { ...registration.coverage, kind } }))}
      />
      <CoverageDetail form={form} coverage={coverage} />
      <CardChoice
        field="agreement.sharingMode"
        label={texts.sharingMode}
        hint={texts.sharingHint}
        value={agreement.sharingMode}
        cards={SHARING_MODES.map((mode, index) => ({
          value: mode,
          title: texts.sharingModes[mode],
          note: texts.sharingNotes[mode],
          side: (
            <Box component="span" sx={{ display: 'inline-flex', gap: 3, alignItems: 'center' }}>
              <span>
                {texts.sharingTau[mode]}
                <br />
                {texts.sharingK[mode]}
              </span>
              <Kbd keys={String(index + 1)} />
            </Box>
          ),
        }))}
        onChange={(sharingMode) => edit((registration) => ({ ...registration, agreement: { ...registration.agreement, sharingMode } }))}
      />
      <TextField
        field="product.processing"
        label={texts.processing}
        hint={texts.processingHint}
        long
        value={product.processing}
        onChange={setText(edit, 'product', 'processing')}
      />
      <Columns columns="2fr 1fr">
        <LinesField
          field="product.recipients"
          label={texts.offeredTo}
          hint={texts.recipientsHint}
          value={product.recipients}
          onChange={setText(edit, 'product', 'recipients')}
        />
        <DayField
          field="product.offeredUntil"
          label={texts.offeredUntil}
          value={product.offeredUntil}
          onChange={setText(edit, 'product', 'offeredUntil')}
        />
      </Columns>
    </FormSection>
  );
}

/** Declared features switch items on; a machine that sees one not declared switches it on too, and says so. */
function Features({ form }: { form: FormContext }) {
  const texts = useTexts(registerTexts);
  const words = useTexts(checklistTexts);
  const { features } = form.registration.product;
  const toggle = (feature: (typeof FEATURES)[number]) =>
    form.edit((registration) => ({
      ...registration,
      product: {
        ...registration.product,
        features: features.includes(feature)
          ? features.filter((each) => each !== feature)
          : FEATURES.filter((each) => each === feature || features.includes(each)),
      },
    }));
  return (
    <Box role="group" aria-label={texts.features} data-field="product.features">
      <Box sx={{ typography: 'body2', color: 'ink2' }}>{texts.features}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5 }}>
        {FEATURES.map((feature) => (
          <Box
            key={feature}
            component="label"
            title={words.featureNote[feature]}
            sx={{ display: 'inline-flex', alignItems: 'center', typography: 'body2' }}
          >
            <Checkbox
              checked={features.includes(feature)}
              onChange={() => toggle(feature)}
              sx={{ p: '2px', mr: '2px', '& svg': { fontSize: 18 } }}
            />
            {words.feature[feature]}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function CoverageDetail({ form, coverage }: { form: FormContext; coverage: Coverage }) {
  const texts = useTexts(registerTexts);
  const language = useLanguage();
  const { edit, edition, errorOf } = form;
  if (coverage.kind === 'series')
    return (
      <>
        <Columns columns="1fr 1fr 1fr">
          <TextField
            field="coverage.frequency"
            label={texts.frequency}
            required
            error={errorOf('coverage.frequency')}
            value={coverage.frequency}
            onChange={setText(edit, 'coverage', 'frequency')}
          />
          <DayField
            field="coverage.from"
            label={texts.coverageFrom}
            required
            error={errorOf('coverage.from')}
            value={coverage.from}
            onChange={setText(edit, 'coverage', 'from')}
          />
          <DayField
            field="coverage.to"
            label={texts.coverageTo}
            required
            error={errorOf('coverage.to')}
            value={coverage.to}
            onChange={setText(edit, 'coverage', 'to')}
          />
        </Columns>
        <Columns columns="2fr 1fr">
          <TextField
            field="coverage.bounds"
            label={texts.bounds}
            hint={texts.boundsHint}
            long
            required
            error={errorOf('coverage.bounds')}
            value={coverage.bounds}
            onChange={setText(edit, 'coverage', 'bounds')}
          />
          <ManyField
            field="coverage.checks"
            label={texts.checks}
            hint={texts.checksHint}
            value={coverage.checks}
            options={edition.items.map(({ id, title }) => {
              const short = itemLabelIn(id, language);
              return { value: id, short, label: `${short} ${title[language]}` };
            })}
            onChange={setText(edit, 'coverage', 'checks')}
          />
        </Columns>
      </>
    );
  if (coverage.kind !== 'service') return null;
  return (
    <TextField
      field="coverage.limits"
      label={texts.limits}
      hint={texts.limitsHint}
      long
      required
      error={errorOf('coverage.limits')}
      value={coverage.limits}
      onChange={setText(edit, 'coverage', 'limits')}
    />
  );
}
