// The kinds of fields that registration needs beside plain text: lines, days, one-of-few as cards, choices as a select. Each marks its place in the
// paper, so that a gap can be jumped to.
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import { commonTexts } from '@shared/texts/common';
import { registerTexts } from '@shared/texts/register';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { FieldRow } from '../../components/fields';
import { useTexts } from '../../components/language';

export type FieldBase = {
  readonly field: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
};

export const MAX_SHORT = 500;
export const MAX_LONG = 20_000;

export function TextField({
  field,
  label,
  hint,
  error,
  required = false,
  value,
  long = false,
  onChange,
}: FieldBase & { value: string; long?: boolean; onChange: (value: string) => void }) {
  return (
    <Box data-field={field} sx={{ minWidth: 0 }}>
      <FieldRow label={label} hint={hint} error={error}>
        {({ id, ...aria }) => (
          <OutlinedInput
            fullWidth
            id={id}
            value={value}
            multiline={long}
            error={error !== undefined}
            inputProps={{ ...aria, 'aria-required': required, maxLength: long ? MAX_LONG : MAX_SHORT }}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </FieldRow>
    </Box>
  );
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** A list, one entry a line. The text as typed is kept, so that an empty last line does not vanish under the cursor. */
export function LinesField({
  field,
  label,
  hint,
  error,
  required = false,
  value,
  onChange,
}: FieldBase & { value: readonly string[]; onChange: (value: string[]) => void }) {
  const [typed, setTyped] = useState(value.join('\n'));
  const shown = linesOf(typed).join('\n') === value.join('\n') ? typed : value.join('\n');
  return (
    <Box data-field={field} sx={{ minWidth: 0 }}>
      <FieldRow label={label} hint={hint} error={error}>
        {({ id, ...aria }) => (
          <OutlinedInput
            fullWidth
            multiline
            minRows={2}
            maxRows={5}
            id={id}
            value={shown}
            error={error !== undefined}
            inputProps={{ ...aria, 'aria-required': required }}
            onChange={(event) => {
              setTyped(event.target.value);
              onChange(linesOf(event.target.value));
            }}
          />
        )}
      </FieldRow>
    </Box>
  );
}

export type Option<V extends string> = { readonly value: V; readonly label: string };

/** A select that presets nothing. */
export function SelectField<V extends string>({
  field,
  label,
  hint,
  error,
  required = false,
  value,
  options,
  onChange,
}: FieldBase & { value: V | null; options: readonly Option<V>[]; onChange: (value: V) => void }) {
  const texts = useTexts(registerTexts);
  return (
    <Box data-field={field} sx={{ minWidth: 0 }}>
      <FieldRow label={label} hint={hint} error={error}>
        {({ id, ...aria }) => (
          <Select
            fullWidth
            displayEmpty
            labelId={`${id}-label`}
            value={value ?? ''}
            error={error !== undefined}
            SelectDisplayProps={{ id, 'aria-label': label, ...aria, 'aria-required': required } as React.HTMLAttributes<HTMLDivElement>}
            renderValue={(chosen) =>
              options.find((option) => option.value === chosen)?.label ?? <Box sx={{ color: 'ink3' }}>{texts.choose}</Box>
            }
            onChange={(event) => {
              const next = options.find((option) => option.value === event.target.value);
              if (next) onChange(next.value);
            }}
          >
            {options.map((option) => (
              <MenuItem key={option.value} value={option.value}>
                {option.label}
              </MenuItem>
            ))}
          </Select>
        )}
      </FieldRow>
    </Box>
  );
}

/** Any of several; what is chosen stands as short names. A value that is no option any more is kept and shown as it is. */
export function ManyField({
  field,
  label,
  hint,
  value,
  options,
  onChange,
}: FieldBase & {
  value: readonly string[];
  options: readonly (Option<string> & { readonly short: string })[];
  onChange: (value: string[]) => void;
}) {
  const texts = useTexts(registerTexts);
  const { list } = useTexts(commonTexts);
  const shortOf = (each: string) => options.find((option) => option.value === each)?.short ?? each;
  return (
    <Box data-field={field} sx={{ minWidth: 0 }}>
      <FieldRow label={label} hint={hint}>
        {({ id, ...aria }) => (
          <Select
            fullWidth
            multiple
            displayEmpty
            labelId={`${id}-label`}
            value={[...value]}
            SelectDisplayProps={{ id, 'aria-label': label, ...aria } as React.HTMLAttributes<HTMLDivElement>}
            renderValue={(chosen) =>
              chosen.length === 0 ? (
                <Box sx={{ color: 'ink3' }}>{texts.choose}</Box>
              ) : (
                <Box sx={{ whiteSpace: 'normal' }}>{list(chosen.map(shortOf))}</Box>
              )
            }
            onChange={({ target }) => onChange(typeof target.value === 'string' ? [target.value] : target.value)}
            MenuProps={{ slotProps: { paper: { sx: { maxHeight: 420 } } } }}
          >
            {options.map((option) => (
              <MenuItem key={option.value} value={option.value} sx={{ gap: 2 }}>
                <Checkbox checked={value.includes(option.value)} sx={{ p: 0 }} />
                {option.label}
              </MenuItem>
            ))}
          </Select>
        )}
      </FieldRow>
    </Box>
  );
}

export type Card<V extends string> = { readonly value: V; readonly title: string; readonly note: string; readonly side?: ReactNode };

/** One of three, as cards with what each means. Required and never preset. */
export function CardChoice<V extends string>({
  field,
  label,
  hint,
  value,
  cards,
  onChange,
}: {
  field: string;
  label: string;
  hint: string;
  value: V | null;
  cards: readonly Card<V>[];
  onChange: (value: V) => void;
}) {
  const group = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, from: number) => {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[(from + step + cards.length) % cards.length]?.focus();
  };
  return (
    <Box data-field={field}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', typography: 'body2', color: 'ink2', mb: '4px' }}>
        {label}
        {value === null && <RequiredMark />}
        <Box component="span" sx={{ typography: 'caption', color: 'ink2' }}>
          {hint}
        </Box>
      </Box>
      <Box
        ref={group}
        role="radiogroup"
        aria-label={label}
        aria-required
        sx={{
          display: 'grid',
          gridTemplateColumns: `repeat(${cards.length}, minmax(0, 1fr))`,
          gap: 3,
          '@media (max-width: 959.95px)': { gridTemplateColumns: '1fr' },
        }}
      >
        {cards.map((card, index) => {
          const chosen = card.value === value;
          return (
            <ButtonBase
              key={card.value}
              role="radio"
              aria-checked={chosen}
              aria-label={`${card.title}，${card.note}`}
              tabIndex={chosen || (value === null && index === 0) ? 0 : -1}
              onKeyDown={(event) => move(event, index)}
              onClick={() => onChange(card.value)}
              sx={{
                justifyContent: 'flex-start',
                textAlign: 'left',
                columnGap: 3,
                rowGap: 1,
                px: 3,
                py: 2,
                minHeight: 50,
                border: '1px solid',
                borderColor: chosen ? 'teal' : 'control',
                outline: chosen ? '1px solid' : 'none',
                outlineColor: (theme) => theme.palette.teal,
                borderRadius: '5px',
                bgcolor: chosen ? 'selected' : 'paper',
              }}
            >
              <Box
                aria-hidden
                sx={{
                  width: 16,
                  height: 16,
                  flexShrink: 0,
                  borderRadius: '50%',
                  border: chosen ? '5px solid' : '1px solid',
                  borderColor: chosen ? 'teal' : 'control',
                }}
              />
              {/* Where a card is too narrow for both, what stands at its side goes below. */}
              <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3 }}>
                <Box sx={{ flex: '1 1 96px', minWidth: 0 }}>
                  <Box sx={{ typography: 'h3' }}>{card.title}</Box>
                  <Box sx={{ typography: 'caption', color: 'ink2' }}>{card.note}</Box>
                </Box>
                <Box sx={{ ml: 'auto', typography: 'caption', color: 'ink2', textAlign: 'right', whiteSpace: 'nowrap' }}>{card.side}</Box>
              </Box>
            </ButtonBase>
          );
        })}
      </Box>
    </Box>
  );
}

export function RequiredMark() {
  const texts = useTexts(registerTexts);
  return (
    <Box
      component="span"
      sx={{ px: '6px', borderRadius: '4px', bgcolor: 'sealTint', color: 'sealText', fontSize: 12, lineHeight: '20px', fontWeight: 600 }}
    >
      {texts.required}
    </Box>
  );
}

/** Fields side by side; one column when the window is narrow. */
export const Columns = ({ columns, children }: { columns: string; children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: columns,
      columnGap: 4,
      rowGap: 3,
      alignItems: 'start',
      '@media (max-width: 959.95px)': { gridTemplateColumns: '1fr' },
    }}
  >
    {children}
  </Box>
);
