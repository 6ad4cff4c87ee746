// A day of the calendar, typed or picked. What people type is taken in the usual forms; what is stored is always year-month-day or nothing.
import EventOutlined from '@mui/icons-material/EventOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import { isCalendarDay } from '@shared/basics/time';
import { registerTexts } from '@shared/texts/register';
import { useRef, useState } from 'react';
import { FieldRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import type { FieldBase } from './fields';

/** 2026-11-23 from what people type: 20261123, 2026/11/23, 2026.11.23, 2026年11月23日. Null when it is no day of the calendar. */
export function typedDay(text: string): string | null {
  const parts = /^\s*(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?\s*$/.exec(text.normalize('NFKC'));
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(written) ? written : null;
}

/** A day, typed or picked, always shown as year-month-day: the native field would follow the system's language. Half-typed days are not stored. */
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
  const [typed, setTyped] = useState(value);
  const [left, setLeft] = useState(true);
  const picker = useRef<HTMLInputElement>(null);
  const shown = (typedDay(typed) ?? '') === value ? typed : value;
  const wrong = left && shown.trim() !== '' && typedDay(shown) === null ? texts.dayInvalid : error;
  const take = (text: string) => {
    setTyped(text);
    onChange(typedDay(text) ?? '');
  };
  return (
    <Box data-field={field} sx={{ minWidth: 0 }}>
      <FieldRow label={label} hint={hint} error={wrong}>
        {({ id, ...aria }) => (
          <OutlinedInput
            fullWidth
            id={id}
            value={shown}
            placeholder={texts.dayFormat}
            error={wrong !== undefined}
            inputProps={{ ...aria, 'aria-required': required, inputMode: 'numeric', maxLength: 20 }}
            onChange={(event) => take(event.target.value)}
            onFocus={() => setLeft(false)}
            onBlur={() => {
              setLeft(true);
              setTyped(typedDay(typed) ?? typed);
            }}
            endAdornment={
              <Box sx={{ position: 'relative', display: 'inline-flex' }}>
                <IconButton size="small" tabIndex={-1} aria-label={texts.openCalendar(label)} onClick={() => picker.current?.showPicker()}>
                  <EventOutlined sx={{ fontSize: 17 }} />
                </IconButton>
                <input
                  ref={picker}
                  type="date"
                  tabIndex={-1}
                  aria-hidden
                  value={value}
                  onChange={(event) => take(event.target.value)}
                  style={{ position: 'absolute', inset: 0, opacity: 0, pointerEvents: 'none', width: '100%', border: 0, padding: 0 }}
                />
              </Box>
            }
            // Room for a whole day where the field is narrow.
            sx={{ pr: '2px', '& input': { pl: '8px', pr: 0, fontVariantNumeric: 'tabular-nums' } }}
          />
        )}
      </FieldRow>
    </Box>
  );
}
