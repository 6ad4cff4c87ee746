// A day of the calendar, typed or picked, always shown as year-month-day: the native field would follow the system's language. What people type is
// taken in the usual forms; what is handed on is always year-month-day or nothing.
import EventOutlined from '@mui/icons-material/EventOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import { isCalendarDay } from '@shared/basics/time';
import { registerTexts } from '@shared/texts/register';
import { useRef, useState } from 'react';
import { useTexts } from './language';

/** 2026-11-23 from what people type: 20261123, 2026/11/23, 2026.11.23, 2026年11月23日. Null when it is no day of the calendar. */
export function typedDay(text: string): string | null {
  const parts = /^\s*(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?\s*$/.exec(text.normalize('NFKC'));
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(written) ? written : null;
}

/** What stands in the field while a day is typed; half-typed days are not handed on. */
export function useTypedDay(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const [left, setLeft] = useState(true);
  const shown = (typedDay(typed) ?? '') === value ? typed : value;
  return {
    shown,
    /** Left as something that is no day. */
    wrong: left && shown.trim() !== '' && typedDay(shown) === null,
    take: (text: string): void => {
      setTyped(text);
      onChange(typedDay(text) ?? '');
    },
    enter: (): void => setLeft(false),
    leave: (): void => {
      setLeft(true);
      setTyped(typedDay(typed) ?? typed);
    },
  };
}

type Props = {
  readonly label: string;
  readonly value: string;
  readonly day: ReturnType<typeof useTypedDay>;
  readonly id?: string;
  readonly error?: boolean;
  readonly readOnly?: boolean;
  readonly compact?: boolean;
  /** Attributes of the input itself; without them its name is the label. */
  readonly aria?: Readonly<Record<string, unknown>>;
};

export function DayInput({ label, value, day, id, error = false, readOnly = false, compact = false, aria }: Props) {
  const texts = useTexts(registerTexts);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <OutlinedInput
      fullWidth
      {...(id === undefined ? {} : { id })}
      value={day.shown}
      readOnly={readOnly}
      placeholder={texts.dayFormat}
      error={error}
      inputProps={{ ...(aria ?? { 'aria-label': label }), inputMode: 'numeric', maxLength: 20 }}
      onChange={(event) => day.take(event.target.value)}
      onFocus={day.enter}
      onBlur={day.leave}
      endAdornment={
        readOnly ? undefined : (
          <Box sx={{ position: 'relative', display: 'inline-flex' }}>
            <IconButton size="small" tabIndex={-1} aria-label={texts.openCalendar(label)} onClick={() => picker.current?.showPicker()}>
              <EventOutlined sx={{ fontSize: compact ? 15 : 17 }} />
            </IconButton>
            <input
              ref={picker}
              type="date"
              tabIndex={-1}
              aria-hidden
              value={value}
              onChange={(event) => day.take(event.target.value)}
              style={{ position: 'absolute', inset: 0, opacity: 0, pointerEvents: 'none', width: '100%', border: 0, padding: 0 }}
            />
          </Box>
        )
      }
      // Room for a whole day where the field is narrow.
      sx={{
        pr: '2px',
        '& input': { pl: '8px', pr: 0, fontVariantNumeric: 'tabular-nums' },
        ...(compact ? { minHeight: 28, fontSize: 12, '& input': { pl: '6px', pr: 0, py: '3px', fontVariantNumeric: 'tabular-nums' } } : {}),
      }}
    />
  );
}
