// The credit code as eighteen cells over one real input: the cells show, the input is what keyboards, input methods and readers meet.
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import { normaliseUscc, USCC_LENGTH, type UsccCheck, usccCheck } from '@shared/assessment/uscc';
import { registerTexts } from '@shared/texts/register';
import { useId, useRef, useState } from 'react';
import { useTexts } from '../../components/language';

/** Registrar, region, organisation code, check character: a gap stands before each. */
const GROUP_STARTS: readonly number[] = [2, 8, 17];
const WIDTH = 24;

type Props = { readonly value: string; readonly required: boolean; readonly onChange: (code: string) => void };

const wrongPlace = (check: UsccCheck): number | null =>
  check.state === 'check' ? USCC_LENGTH : check.state === 'character' ? check.place : null;

export function UsccField({ value, required, onChange }: Props) {
  const texts = useTexts(registerTexts);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const code = normaliseUscc(value);
  const check = usccCheck(code);
  const wrong = wrongPlace(check);
  const moved = () => setCaret(document.activeElement === input.current ? (input.current?.selectionStart ?? null) : null);
  return (
    <Box data-field="developer.uscc">
      <Box component="label" htmlFor={id} sx={{ display: 'block', typography: 'body2', color: 'ink2', mb: '4px' }}>
        {texts.uscc}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 5, rowGap: 2 }}>
        <Box sx={{ position: 'relative', display: 'flex', gap: '3px' }}>
          {Array.from({ length: USCC_LENGTH }, (_, place) => (
            <Cell
              key={`place-${String(place)}`}
              place={place}
              character={code[place] ?? ''}
              wrong={wrong === place + 1}
              active={caret !== null && Math.min(caret, USCC_LENGTH - 1) === place}
            />
          ))}
          <input
            ref={input}
            id={id}
            value={code}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            aria-required={required}
            aria-invalid={wrong !== null}
            aria-describedby={`${id}-check`}
            onChange={(event) => {
              onChange(normaliseUscc(event.target.value));
              requestAnimationFrame(moved);
            }}
            onMouseDown={(event) => {
              // The input lies over the cells: the caret goes to the cell under the pointer.
              const under = document.elementsFromPoint(event.clientX, event.clientY).find((each) => each.hasAttribute('data-place'));
              event.preventDefault();
              input.current?.focus();
              const at = Math.min(Number(under?.getAttribute('data-place') ?? code.length), code.length);
              input.current?.setSelectionRange(at, at);
              moved();
            }}
            onSelect={moved}
            onFocus={moved}
            onBlur={() => setCaret(null)}
            style={{
              position: 'absolute',
              inset: 0,
              width: '100%',
              height: '100%',
              opacity: 0,
              cursor: 'text',
              border: 0,
              padding: 0,
            }}
          />
        </Box>
        <Box id={`${id}-check`} role="status" sx={{ typography: 'body2' }}>
          <CheckLine check={check} />
        </Box>
      </Box>
    </Box>
  );
}

function Cell({ place, character, wrong, active }: { place: number; character: string; wrong: boolean; active: boolean }) {
  return (
    <Box
      aria-hidden
      data-place={place}
      sx={{
        width: WIDTH,
        height: 32,
        ml: GROUP_STARTS.includes(place) ? '7px' : 0,
        display: 'grid',
        placeItems: 'center',
        border: '1px solid',
        borderWidth: wrong ? 2 : 1,
        borderColor: wrong ? 'sealText' : active ? 'teal' : 'control',
        boxShadow: active ? (theme) => `0 0 0 2px ${theme.palette.ring}` : 'none',
        borderRadius: '4px',
        bgcolor: wrong ? 'sealTint' : 'paper',
        color: wrong ? 'sealText' : 'ink',
        typography: 'mono',
        fontSize: 14,
        cursor: 'text',
      }}
    >
      {character}
    </Box>
  );
}

function CheckLine({ check }: { check: UsccCheck }) {
  const texts = useTexts(registerTexts);
  switch (check.state) {
    case 'empty':
      return null;
    case 'valid':
      return (
        <Box component="span" sx={{ display: 'inline-flex', gap: '5px', alignItems: 'center', color: 'ink2' }}>
          <CheckCircleOutlined aria-hidden sx={{ fontSize: 16, color: 'teal' }} /> {texts.usccValid}
        </Box>
      );
    case 'short':
      return (
        <Box component="span" sx={{ color: 'ink3' }}>
          {texts.usccShort(check.length)}
        </Box>
      );
    default:
      return (
        <>
          <Box component="span" sx={{ display: 'inline-flex', gap: '5px', alignItems: 'center', color: 'sealText', fontWeight: 600 }}>
            <ErrorOutlineOutlined aria-hidden sx={{ fontSize: 16 }} />
            {check.state === 'check' ? texts.usccCheck(check.expected, check.found) : texts.usccCharacter(check.place, check.found)}
          </Box>
          <Box sx={{ typography: 'caption', pl: '21px' }}>{texts.usccSource} · USCC_CHECK</Box>
        </>
      );
  }
}
