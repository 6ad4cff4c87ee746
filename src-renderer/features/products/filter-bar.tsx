// Search box, two filters, row height.
import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { PRODUCT_FORMS, type ProductForm } from '@shared/assessment/model';
import { commonTexts } from '@shared/texts/common';
import { productsTexts } from '@shared/texts/products';
import { type Ref, useCallback } from 'react';
import { ChoiceRow } from '../../components/fields';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import type { RowStatus } from '../../session/dossier-row';
import type { ProductFilter } from './product-list';

const STATUSES: readonly RowStatus[] = [
  'registering',
  'unanswered',
  'assessing',
  'sign',
  'unsent',
  'sending',
  'received',
  'attention',
  'secrets',
];

type Props = {
  readonly filter: ProductFilter;
  readonly onChange: (filter: ProductFilter) => void;
  readonly count: number;
  readonly compact: boolean;
  readonly onCompact: (compact: boolean) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly formRef: Ref<HTMLSelectElement>;
};

export function useStatusWords(): (status: RowStatus) => string {
  const texts = useTexts(productsTexts);
  const common = useTexts(commonTexts);
  return useCallback(
    (status) => (status === 'secrets' ? texts.secrets : status === 'unanswered' ? texts.unstarted : common.status[status]),
    [texts, common],
  );
}

export function FilterBar({ filter, onChange, count, compact, onCompact, searchRef, formRef }: Props) {
  const texts = useTexts(productsTexts);
  const common = useTexts(commonTexts);
  const words = useStatusWords();
  const select = {
    fontSize: 13,
    '&::before, &::after': { display: 'none' },
    border: '1px solid',
    borderColor: 'control',
    borderRadius: '5px',
    pl: 2,
    height: 32,
  } as const;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        height: 44,
        flexShrink: 0,
        borderBottom: '1px solid',
        borderColor: 'hairline',
      }}
    >
      <OutlinedInput
        inputRef={searchRef}
        value={filter.query}
        placeholder={texts.searchPlaceholder}
        onChange={(event) => onChange({ ...filter, query: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange({ ...filter, query: '' });
        }}
        inputProps={{ 'aria-label': texts.searchLabel, type: 'search' }}
        startAdornment={
          <InputAdornment position="start">
            <Search sx={{ fontSize: 17 }} />
          </InputAdornment>
        }
        endAdornment={<Kbd keys="/" />}
        sx={{ width: 340, pr: 2 }}
      />
      <NativeSelect
        inputProps={{ 'aria-label': texts.filterForm }}
        inputRef={formRef}
        value={filter.form ?? ''}
        onChange={(event) => onChange({ ...filter, form: (event.target.value || null) as ProductForm | null })}
        sx={select}
      >
        <option value="">{texts.anyForm}</option>
        {PRODUCT_FORMS.map((form) => (
          <option key={form} value={form}>
            {common.forms[form]}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        inputProps={{ 'aria-label': texts.filterStatus }}
        value={filter.status ?? ''}
        onChange={(event) => onChange({ ...filter, status: (event.target.value || null) as RowStatus | null })}
        sx={select}
      >
        <option value="">{texts.anyStatus}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {words(status)}
          </option>
        ))}
      </NativeSelect>
      <Box sx={{ flex: 1 }} />
      <Typography variant="body2" sx={{ color: 'ink2' }} aria-live="polite">
        {texts.count(count)}
      </Typography>
      <ChoiceRow
        label={texts.density}
        size="small"
        value={compact ? 'compact' : 'roomy'}
        choices={[
          { value: 'roomy', label: texts.roomy },
          { value: 'compact', label: texts.compact },
        ]}
        onChange={(choice) => onCompact(choice === 'compact')}
      />
    </Box>
  );
}
