// Step 2: the operator's own agreement with the bureau, one row per data source, and what was applied for beside what was supplied.
import AddOutlined from '@mui/icons-material/AddOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { isUnstated } from '@shared/assessment/application';
import { PROVIDER_KINDS, type Source } from '@shared/assessment/model';
import { commonTexts } from '@shared/texts/common';
import { registerTexts } from '@shared/texts/register';
import { useTexts } from '../../components/language';
import { ApplicationFields } from './application-fields';
import type { FormContext } from './context';
import { DayField } from './day-field';
import { setText } from './edits';
import { Columns, LinesField, SelectField, TextField } from './fields';
import { FormSection } from './section';

const emptySource = (): Source => ({
  catalogueCode: '',
  name: '',
  provider: '',
  providerKind: null,
  level: '',
  supplyNote: '',
  obtained: null,
  sharedConsent: '',
});

export function AuthorisationSection({ form, open }: { form: FormContext; open: boolean }) {
  const texts = useTexts(registerTexts);
  const { edit, errorOf } = form;
  const { authorisation, sources } = form.registration;
  const setSources = (change: (rows: Source[]) => Source[], merge?: string) =>
    edit((registration) => ({ ...registration, sources: change(registration.sources) }), merge);
  return (
    <FormSection
      step="authorisation"
      title={texts.steps.authorisation}
      part="authorisation"
      form={form}
      open={open}
      summary={<Summary form={form} />}
    >
      <Columns columns="2fr 1fr 1fr 1.4fr">
        <TextField
          field="authorisation.number"
          label={texts.authorisationNumber}
          required
          error={errorOf('authorisation.number')}
          value={authorisation.number}
          onChange={setText(edit, 'authorisation', 'number')}
        />
        <DayField
          field="authorisation.validFrom"
          label={texts.validFrom}
          value={authorisation.validFrom}
          onChange={setText(edit, 'authorisation', 'validFrom')}
        />
        <DayField
          field="authorisation.validTo"
          label={texts.validTo}
          required
          error={errorOf('authorisation.validTo')}
          value={authorisation.validTo}
          onChange={setText(edit, 'authorisation', 'validTo')}
        />
        <TextField
          field="authorisation.filing"
          label={texts.filing}
          value={authorisation.filing}
          onChange={setText(edit, 'authorisation', 'filing')}
        />
      </Columns>
      <Columns columns="2fr 1fr">
        <LinesField
          field="authorisation.catalogue"
          label={texts.catalogue}
          hint={texts.catalogueHint}
          value={authorisation.catalogue}
          onChange={setText(edit, 'authorisation', 'catalogue')}
        />
        <TextField
          field="authorisation.securityReviewClause"
          label={texts.securityReviewClause}
          hint={texts.securityReviewClauseHint}
          value={authorisation.securityReviewClause}
          onChange={setText(edit, 'authorisation', 'securityReviewClause')}
        />
      </Columns>
      <Box data-field="sources">
        <Typography variant="body2" sx={{ color: 'ink2', mb: 1 }}>
          {texts.sources}
          {errorOf('sources') && (
            <Box component="span" sx={{ color: 'sealText', ml: 3 }}>
              {errorOf('sources')}
            </Box>
          )}
        </Typography>
        {sources.length === 0 && <Typography variant="caption">{texts.sourcesEmpty}</Typography>}
        {sources.map((source, index) => (
          <SourceFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a source has no identity of its own while it is typed
            key={index}
            source={source}
            index={index}
            errorOf={errorOf}
            onChange={(change, key) =>
              setSources((rows) => rows.map((row, at) => (at === index ? { ...row, ...change } : row)), `sources.${index}.${key}`)
            }
            onRemove={() => setSources((rows) => rows.filter((_, at) => at !== index))}
          />
        ))}
        <Link
          component="button"
          type="button"
          variant="body2"
          onClick={() => setSources((rows) => [...rows, emptySource()])}
          sx={{ display: 'inline-flex', alignItems: 'center', gap: '4px', mt: 1, ml: sources.length === 0 ? 3 : 0 }}
        >
          <AddOutlined aria-hidden sx={{ fontSize: 16 }} /> {texts.addSource}
        </Link>
      </Box>
      <ApplicationFields form={form} />
    </FormSection>
  );
}

function SourceFields({
  source,
  index,
  errorOf,
  onChange,
  onRemove,
}: {
  source: Source;
  index: number;
  errorOf: FormContext['errorOf'];
  onChange: (change: Partial<Source>, key: string) => void;
  onRemove: () => void;
}) {
  const texts = useTexts(registerTexts);
  const text = (
    key: 'catalogueCode' | 'name' | 'provider' | 'level' | 'supplyNote' | 'sharedConsent',
    label: string,
    required = false,
    hint?: string,
  ) => (
    <TextField
      field={`sources.${index}.${key}`}
      label={label}
      hint={hint}
      required={required}
      error={errorOf(`sources.${index}.${key}`)}
      value={source[key]}
      onChange={(value) => onChange({ [key]: value }, key)}
    />
  );
  return (
    <Box
      role="group"
      aria-label={texts.sourceOf(index + 1)}
      sx={{ display: 'flex', gap: 2, py: 2, borderTop: '1px solid', borderColor: 'hairline' }}
    >
      <Box sx={{ flex: 1, display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Columns columns="1fr 1.4fr 2fr 1fr">
          {text('catalogueCode', texts.catalogueCode, true)}
          {text('name', texts.sourceName)}
          {text('provider', texts.provider, true)}
          <SelectField
            field={`sources.${index}.providerKind`}
            label={texts.providerKind}
            required
            error={errorOf(`sources.${index}.providerKind`)}
            value={source.providerKind}
            options={PROVIDER_KINDS.map((kind) => ({ value: kind, label: texts.providerKinds[kind] }))}
            onChange={(providerKind) => onChange({ providerKind }, 'providerKind')}
          />
        </Columns>
        <Columns columns="1fr 1.4fr 1fr 2fr">
          {text('level', texts.level, false, texts.levelHint)}
          {text('supplyNote', texts.supplyNote)}
          <SelectField
            field={`sources.${index}.obtained`}
            label={texts.obtained}
            required
            error={errorOf(`sources.${index}.obtained`)}
            value={source.obtained}
            options={(['own', 'shared'] as const).map((way) => ({ value: way, label: texts.obtainedWays[way] }))}
            onChange={(obtained) => onChange({ obtained }, 'obtained')}
          />
          {source.obtained === 'shared' ? text('sharedConsent', texts.sharedConsent, false, texts.sharedConsentHint) : <Box />}
        </Columns>
      </Box>
      <IconButton
        aria-label={texts.removeSource(source.name || String(index + 1))}
        onClick={onRemove}
        sx={{ alignSelf: 'flex-start', mt: '20px' }}
      >
        <DeleteOutlined sx={{ fontSize: 18 }} />
      </IconButton>
    </Box>
  );
}

function Summary({ form }: { form: FormContext }) {
  const texts = useTexts(registerTexts);
  const common = useTexts(commonTexts);
  const { authorisation, sources, application } = form.registration;
  const way = (source: Source) =>
    source.obtained === null
      ? common.dash
      : source.obtained === 'own'
        ? texts.obtainedWays.own
        : source.sharedConsent.trim() === ''
          ? texts.sharedOpen
          : texts.sharedAgreed;
  return (
    <>
      <Typography variant="body2" sx={{ color: 'ink2', mb: 2 }}>
        {authorisation.number}　{texts.agreedUntil(authorisation.validTo)}　{authorisation.filing}
      </Typography>
      <Box sx={{ overflowX: 'auto' }}>
        <Table
          size="small"
          aria-label={texts.sources}
          sx={{ '& th': { bgcolor: 'raised' }, '& td, & th': { maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis' } }}
        >
          <TableHead>
            <TableRow>
              {[texts.catalogueAndName, texts.provider, texts.providerKind, texts.level, texts.supplyNote, texts.obtained].map((name) => (
                <TableCell key={name}>{name}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {sources.map((source) => (
              <TableRow key={`${source.catalogueCode} ${source.supplyNote}`}>
                <TableCell>
                  {source.catalogueCode}　{source.name}
                </TableCell>
                <TableCell title={source.provider}>{source.provider}</TableCell>
                <TableCell sx={{ color: 'ink2' }}>{source.providerKind ? texts.providerKinds[source.providerKind] : common.dash}</TableCell>
                <TableCell>{source.level || common.dash}</TableCell>
                <TableCell>{source.supplyNote || common.dash}</TableCell>
                <TableCell>{way(source)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {!isUnstated(application) && (
        <Typography variant="body2" sx={{ color: 'ink2', mt: 2 }}>
          {texts.applicationSum(
            application.number,
            application.catalogue.length,
            application.fields.length,
            application.suppliedFields.length,
          )}
        </Typography>
      )}
    </>
  );
}
