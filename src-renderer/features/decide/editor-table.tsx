// The frame of the small tables a reviewer types into: numbered rows, compact fields, a button that takes the row out.
import Add from '@mui/icons-material/Add';
import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { decideTexts } from '@shared/texts/decide';
import type { ReactNode } from 'react';
import { DayInput, useTypedDay } from '../../components/day-input';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';

export function AddLink({ onAdd, children }: { onAdd: () => void; children?: ReactNode }) {
  const t = useTexts(decideTexts);
  return (
    <Box sx={{ display: 'flex', gap: 4, alignItems: 'center' }}>
      {children}
      <Link component="button" variant="body2" onClick={onAdd} sx={{ display: 'inline-flex', alignItems: 'center', gap: '4px' }}>
        <Add aria-hidden sx={{ fontSize: 16 }} />
        {t.add} <Kbd keys="Alt+N" />
      </Link>
    </Box>
  );
}

/** `widths`: grid columns between the number and the button. */
export function EditorTable({
  label,
  heads,
  widths,
  none,
  children,
}: {
  label: string;
  heads: readonly string[];
  widths: string;
  none: string | null;
  children: ReactNode;
}) {
  return (
    <Box role="group" aria-label={label} sx={{ '--columns': `28px ${widths} 30px` }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'var(--columns)',
          columnGap: 2,
          px: 2,
          py: '4px',
          bgcolor: 'raised',
          borderBottom: '1px solid',
          borderColor: 'strong',
        }}
      >
        <span />
        {heads.map((head) => (
          <Typography key={head} variant="body2" component="span" sx={{ color: 'ink2' }}>
            {head}
          </Typography>
        ))}
      </Box>
      {none !== null && (
        <Typography variant="body2" sx={{ color: 'ink3', px: 2, py: 2 }}>
          {none}
        </Typography>
      )}
      {children}
    </Box>
  );
}

export function EditorRow({
  n,
  id,
  readOnly,
  onRemove,
  children,
}: {
  n: number;
  id: string;
  readOnly: boolean;
  onRemove: () => void;
  children: ReactNode;
}) {
  const t = useTexts(decideTexts);
  return (
    <Box
      id={id}
      tabIndex={-1}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'var(--columns)',
        columnGap: 2,
        alignItems: 'center',
        px: 2,
        py: '3px',
        borderBottom: '1px solid',
        borderColor: 'hairline',
        '&:focus-within': { bgcolor: 'selected' },
      }}
    >
      <Typography variant="body2" component="span" sx={{ color: 'ink3' }}>
        {n}
      </Typography>
      {children}
      {!readOnly && (
        <IconButton size="small" aria-label={t.remove(n)} onClick={onRemove}>
          <Close sx={{ fontSize: 15 }} />
        </IconButton>
      )}
    </Box>
  );
}

type CellProps = { label: string; value: string; readOnly: boolean; onChange: (value: string) => void };

/** A field of a row; long texts grow downwards. */
export const TextCell = ({ label, value, readOnly, onChange, placeholder }: CellProps & { placeholder?: string }) => (
  <OutlinedInput
    multiline
    maxRows={6}
    value={value}
    readOnly={readOnly}
    {...(placeholder === undefined ? {} : { placeholder })}
    inputProps={{ 'aria-label': label, maxLength: 20_000 }}
    onChange={(event) => onChange(event.target.value)}
    sx={{ minHeight: 28, '& textarea': { py: '3px' } }}
  />
);

export function DayCell({ label, value, readOnly, onChange }: CellProps) {
  const day = useTypedDay(value, onChange);
  return <DayInput label={label} value={value} day={day} error={day.wrong} readOnly={readOnly} compact />;
}

export function SelectCell({
  label,
  value,
  readOnly,
  onChange,
  options,
}: CellProps & { options: readonly { readonly value: string; readonly label: string }[] }) {
  const t = useTexts(decideTexts);
  return (
    <Box
      component="select"
      aria-label={label}
      value={value}
      disabled={readOnly}
      onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
      sx={{
        width: '100%',
        minWidth: 0,
        height: 28,
        font: 'inherit',
        fontSize: 13,
        color: 'ink',
        bgcolor: 'paper',
        border: '1px solid',
        borderColor: 'control',
        borderRadius: '5px',
        px: '4px',
        '&:focus-visible': { outline: '2px solid', outlineColor: 'teal' },
      }}
    >
      <option value="">{t.choose}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Box>
  );
}
