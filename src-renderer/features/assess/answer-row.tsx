// The four answers. 符合 is always the good one; 不符合 is ink, never red. An inherited answer is drawn dashed and never like a fresh one.
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ANSWERS, type Answer } from '@shared/assessment/model';
import { assessTexts } from '@shared/texts/assess';
import { type KeyboardEvent, useRef } from 'react';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import { SIZES, WIDTHS } from '../../theme/tokens';
import { useOneColumn } from './row';

type Props = {
  readonly answer: Answer | null;
  readonly inherited: boolean;
  readonly readOnly: boolean;
  readonly onAnswer: (answer: Answer) => void;
};

export function AnswerRow({ answer, inherited, readOnly, onAnswer }: Props) {
  const texts = useTexts(assessTexts);
  const narrow = useOneColumn();
  const close = useMediaQuery(`(max-width:${WIDTHS.drawer - 0.05}px)`);
  const low = useMediaQuery('(max-height:799.95px)');
  const group = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent, from: number) => {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = group.current?.querySelectorAll<HTMLElement>('[role="radio"]');
    buttons?.[(from + step + ANSWERS.length) % ANSWERS.length]?.focus();
  };

  return (
    <>
      <Box
        ref={group}
        role="radiogroup"
        aria-label={inherited ? texts.changeAnswer : texts.answer}
        sx={{ display: 'grid', gridTemplateColumns: narrow ? 'repeat(2, minmax(0, 1fr))' : 'repeat(4, minmax(0, 1fr))', gap: 2 }}
      >
        {ANSWERS.map((each, index) => {
          const chosen = each === answer;
          return (
            <ButtonBase
              key={each}
              role="radio"
              aria-checked={chosen}
              aria-label={texts.standing[each]}
              disabled={readOnly}
              tabIndex={chosen || (answer === null && index === 0) ? 0 : -1}
              onKeyDown={(event) => move(event, index)}
              onClick={() => onAnswer(each)}
              sx={{
                height: low ? SIZES.answerLow : SIZES.answer,
                justifyContent: 'flex-start',
                gap: close ? '6px' : 2,
                px: close ? 2 : 3,
                borderRadius: '5px',
                border: chosen ? '2px' : '1px',
                borderStyle: chosen && inherited ? 'dashed' : 'solid',
                borderColor: chosen ? 'teal' : 'control',
                bgcolor: chosen ? 'selected' : 'paper',
                '&:hover': { bgcolor: chosen ? 'selected' : 'raised' },
              }}
            >
              <Kbd keys={String(index + 1)} />
              <StatusIcon kind={each} size={18} />
              <Box component="span" sx={{ typography: close ? 'body2' : 'body1', fontWeight: chosen ? 600 : 500, whiteSpace: 'nowrap' }}>
                {texts.standing[each]}
              </Box>
              {chosen && inherited && (
                <Box component="span" sx={{ ml: 'auto', typography: 'caption', color: 'teal' }}>
                  {texts.inheritedMark}
                </Box>
              )}
            </ButtonBase>
          );
        })}
      </Box>
      {inherited && <Box sx={{ typography: 'caption', mt: '4px' }}>{texts.changeOnlyHere}</Box>}
    </>
  );
}
