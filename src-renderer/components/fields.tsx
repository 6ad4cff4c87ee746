// Rows of forms: a real label, the control, then hint or error. The error replaces the hint and is tied to the control.
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { Kbd } from './kbd';

type RowProps = { readonly label: string; readonly hint?: ReactNode; readonly error?: string | undefined; readonly required?: boolean };

/** Label above, control, hint or error below. `children` gets the ids to wire up. */
export function FieldRow({
  label,
  hint,
  error,
  children,
}: RowProps & { children: (ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode }) {
  const id = useId();
  const describedBy = `${id}-about`;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography component="label" htmlFor={id} variant="body2" sx={{ display: 'block', color: 'ink2', mb: '2px' }}>
        {label}
      </Typography>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error !== undefined })}
      <Box id={describedBy} sx={{ typography: 'caption', color: error ? 'sealText' : 'ink3', mt: '2px', display: 'flex', gap: '4px' }}>
        {error && <ErrorOutlineOutlined aria-hidden sx={{ fontSize: 14, mt: '1px' }} />}
        <span>{error ?? hint}</span>
      </Box>
    </Box>
  );
}

/** A text field under its label; takes what OutlinedInput takes. */
export function TextRow({
  label,
  hint,
  error,
  required,
  inputProps,
  ...input
}: RowProps & Omit<OutlinedInputProps, 'label' | 'error' | 'id'>) {
  return (
    <FieldRow label={label} hint={hint} error={error}>
      {({ id, ...aria }) => (
        <OutlinedInput
          fullWidth
          {...input}
          id={id}
          error={error !== undefined}
          inputProps={{ ...aria, ...inputProps, 'aria-required': required }}
        />
      )}
    </FieldRow>
  );
}

/** Label in a fixed column beside its content, hairline below: the rows of dossier pages. */
export function LabelRow({ label, width = 72, children }: { label: ReactNode; width?: number; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 3, py: '10px', borderBottom: '1px solid', borderColor: 'hairline' }}>
      <Box sx={{ width, flexShrink: 0, typography: 'body2', color: 'ink2', pt: '2px' }}>{label}</Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
    </Box>
  );
}

export type Choice<V extends string> = { readonly value: V; readonly label: string; readonly keys?: string; readonly disabled?: boolean };

/** One of a few, side by side. Nothing is preset: `value` may be null. Clicking the chosen one leaves it chosen. */
export function ChoiceRow<V extends string>({
  label,
  choices,
  value,
  onChange,
  size = 'medium',
  disabled = false,
}: {
  label: string;
  choices: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  size?: 'small' | 'medium';
  disabled?: boolean;
}) {
  return (
    <ToggleButtonGroup
      exclusive
      aria-label={label}
      size={size}
      value={value}
      disabled={disabled}
      onChange={(_event, next: V | null) => next !== null && onChange(next)}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} value={choice.value} disabled={choice.disabled ?? false} sx={{ gap: '6px' }}>
          {choice.label}
          {choice.keys && <Kbd keys={choice.keys} onFill={choice.value === value} />}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Name and one line on the left, the control on the right, hairline below. */
export function SettingRow({ name, about, children }: { name: string; about?: ReactNode; children?: ReactNode }) {
  return (
    <Box
      sx={{ display: 'flex', alignItems: 'center', gap: 4, py: '10px', borderBottom: '1px solid', borderColor: 'hairline', minHeight: 58 }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h3" component="div" sx={{ fontWeight: 500 }}>
          {name}
        </Typography>
        {about && (
          <Typography variant="caption" component="div">
            {about}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, maxWidth: '60%', flexWrap: 'wrap', justifyContent: 'flex-end' }}>
        {children}
      </Box>
    </Box>
  );
}
