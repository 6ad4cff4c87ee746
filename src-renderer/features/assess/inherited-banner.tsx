// Above a question whose answer was taken over: what was answered, by whom, how old it is, who else stands on it, and the way to look again.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { AnswerDraft } from '@shared/assessment/model';
import type { CalendarDay } from '@shared/basics/units';
import { assessTexts } from '@shared/texts/assess';
import { ageInDays, dayOf } from '../../components/ages';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';

type Props = {
  readonly answer: AnswerDraft;
  readonly answeredBy: string;
  readonly sharedWith: number;
  readonly today: CalendarDay;
  readonly readOnly: boolean;
  readonly onRecheck: () => void;
};

export function InheritedBanner({ answer, answeredBy, sharedWith, today, readOnly, onRecheck }: Props) {
  const texts = useTexts(assessTexts);
  if (answer.answer === null || answer.answeredAt === null) return null;
  const who = answeredBy === '' ? '' : `${answeredBy} `;
  return (
    <Box
      role="note"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        px: 4,
        py: 3,
        my: 2,
        bgcolor: 'tealTint',
        border: '1px solid',
        borderColor: 'ring',
        borderRadius: '5px',
      }}
    >
      <StatusIcon kind="inherited" size={20} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h3" component="p" sx={{ m: 0 }}>
          {texts.inheritedLine(
            texts.standing[answer.answer],
            who,
            dayOf(answer.answeredAt),
            texts.daysAgo(ageInDays(answer.answeredAt, today)),
          )}
        </Typography>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'ink2' }}>
          {texts.inheritedShared(sharedWith)}
        </Typography>
      </Box>
      {!readOnly && (
        <Button onClick={onRecheck}>
          {texts.recheck} <Kbd keys="R" />
        </Button>
      )}
    </Box>
  );
}
