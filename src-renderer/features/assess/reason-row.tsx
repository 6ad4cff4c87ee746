// The reason in the reviewer's words, with the phrases of the edition for the chosen answer. Typing is stored as it happens.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { Answer } from '@shared/assessment/model';
import { assessTexts } from '@shared/texts/assess';
import { type RefObject, useId } from 'react';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';

type Props = {
  readonly answer: Answer | null;
  readonly reason: string;
  readonly required: boolean;
  readonly phrases: readonly string[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly readOnly: boolean;
  readonly onReason: (text: string) => void;
  readonly onPhrase: (text: string) => void;
};

export function ReasonRow({ answer, reason, required, phrases, field, readOnly, onReason, onPhrase }: Props) {
  const texts = useTexts(assessTexts);
  const about = useId();
  const open = required && reason.trim() === '';
  return (
    <Box>
      <OutlinedInput
        fullWidth
        multiline
        minRows={2}
        maxRows={8}
        value={reason}
        readOnly={readOnly}
        inputRef={field}
        placeholder={answer === null ? '' : texts.reasonHint[answer]}
        inputProps={{ 'aria-label': texts.reason, 'aria-required': required, 'aria-describedby': about, maxLength: 20_000 }}
        onChange={(event) => onReason(event.target.value)}
        sx={{ typography: 'body1' }}
      />
      <Box
        id={about}
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: '6px', typography: 'caption', minHeight: 26 }}
      >
        {phrases.length > 0 && !readOnly && (
          <>
            <span>{texts.phrases}</span>
            <Kbd keys="Alt+1…" />
            {phrases.map((phrase) => (
              <Button
                key={phrase}
                size="small"
                onClick={() => onPhrase(phrase)}
                sx={{ color: 'teal', borderColor: 'strong', maxWidth: 300 }}
              >
                <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
                  {phrase}
                </Box>
              </Button>
            ))}
          </>
        )}
        {open && (
          <Box component="span" sx={{ color: 'sealText' }}>
            {texts.reasonRequired}
          </Box>
        )}
        <Box component="span" sx={{ ml: 'auto' }}>
          {texts.characters([...reason].length)}
        </Box>
      </Box>
    </Box>
  );
}
