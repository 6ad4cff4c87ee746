// Parts of the question's form: a role for each column, and columns or files to choose.
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import type { AnalysisFile } from '@shared/analysis/result';
import { COLUMN_ROLES, type ColumnRole, canBeAsked, proposeRoles } from '@shared/analysis/roles';
import { detectorName } from '@shared/assessment/proposals';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { FieldRow } from '../../components/fields';
import { useLanguage, useTexts } from '../../components/language';

/** Each column with what was seen in it and the role it plays. */
export function Roles({
  table,
  roles,
  onChange,
}: {
  table: AnalysisFile;
  roles: readonly ColumnRole[];
  onChange: (roles: readonly ColumnRole[]) => void;
}) {
  const texts = useTexts(evidenceMeasureTexts);
  const words = useTexts(evidenceTexts);
  const { list } = useTexts(commonTexts);
  const language = useLanguage();
  const proposed = proposeRoles(table);
  return (
    <>
      <Typography variant="caption" component="p" sx={{ m: 0, mb: 2 }}>
        {texts.roleHint}
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(250px, 1fr))',
          columnGap: 5,
          rowGap: 1,
        }}
      >
        {(table.columns ?? []).map((column, index) => {
          const seen = list([...new Set(column.hits.map(({ detector }) => detectorName(detector, language)))]);
          const able = canBeAsked(column.name);
          const role = roles[index] ?? 'other';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same name, their place tells them apart
            <Box component="li" key={index} sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography variant="body2" component="div" noWrap title={column.name} sx={{ fontWeight: 600 }}>
                  {column.name}
                </Typography>
                <Typography variant="caption" component="div" noWrap>
                  {able ? seen || words.type[column.type] : texts.cannotAsk}
                </Typography>
              </Box>
              <Select
                value={role}
                disabled={!able}
                inputProps={{ 'aria-label': texts.roleOf(column.name) }}
                onChange={(event) => {
                  const next = COLUMN_ROLES.find((each) => each === event.target.value);
                  if (next) onChange(roles.map((each, at) => (at === index ? next : each)));
                }}
                sx={{ width: 140, flexShrink: 0, fontWeight: role === proposed[index] ? 400 : 600 }}
              >
                {COLUMN_ROLES.map((each) => (
                  <MenuItem key={each} value={each}>
                    {texts.role[each]}
                  </MenuItem>
                ))}
              </Select>
            </Box>
          );
        })}
      </Box>
    </>
  );
}

type Options = readonly { readonly value: string; readonly label: string }[];
type ChosenProps = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly none: string;
  readonly options: Options;
};

/** One of several, or none. */
export function Chosen({
  label,
  hint,
  error,
  value,
  none,
  options,
  onChange,
}: ChosenProps & { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <FieldRow label={label} hint={hint} error={error}>
      {({ id, ...aria }) => (
        <Select
          fullWidth
          displayEmpty
          value={value}
          inputProps={{ id, 'aria-label': label, ...aria }}
          onChange={(event) => onChange(event.target.value)}
        >
          <MenuItem value="">{none}</MenuItem>
          {options.map((option) => (
            <MenuItem key={option.value} value={option.value}>
              {option.label}
            </MenuItem>
          ))}
        </Select>
      )}
    </FieldRow>
  );
}

/** Any of several. */
export function ChosenMany({
  label,
  hint,
  error,
  values,
  none,
  options,
  onChange,
}: ChosenProps & { readonly values: readonly string[]; readonly onChange: (values: readonly string[]) => void }) {
  const { list } = useTexts(commonTexts);
  return (
    <FieldRow label={label} hint={hint} error={error}>
      {({ id, ...aria }) => (
        <Select
          fullWidth
          multiple
          displayEmpty
          value={[...values]}
          inputProps={{ id, 'aria-label': label, ...aria }}
          renderValue={(chosen) => (chosen.length === 0 ? none : list(chosen))}
          onChange={({ target }) => onChange(typeof target.value === 'string' ? [target.value] : target.value)}
        >
          {options.map((option) => (
            <MenuItem key={option.value} value={option.value}>
              {option.label}
            </MenuItem>
          ))}
        </Select>
      )}
    </FieldRow>
  );
}
