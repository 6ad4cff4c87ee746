// A day of the calendar with its label, hint and error, as a field of the form.
import Box from '@mui/material/Box';
import { registerTexts } from '@shared/texts/register';
import { DayInput, useTypedDay } from '../../components/day-input';
import { FieldRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import type { FieldBase } from './fields';

export function DayField({
  field,
  label,
  hint,
  error,
  required = false,
  value,
  onChange,
}: FieldBase & { value: string; onChange: (value: string) => void }) {
  const texts = useTexts(registerTexts);
  const day = useTypedDay(value, onChange);
  const wrong = day.wrong ? texts.dayInvalid : error;
  return (
    <Box data-field={field} sx={{ minWidth: 0 }}>
      <FieldRow label={label} hint={hint} error={wrong}>
        {({ id, ...aria }) => (
          <DayInput
            id={id}
            label={label}
            value={value}
            day={day}
            error={wrong !== undefined}
            aria={{ ...aria, 'aria-required': required }}
          />
        )}
      </FieldRow>
    </Box>
  );
}
