// The edition's matrix of severity and likelihood as twenty-five small squares; the chosen cell is framed. The level is also said in words.
import Box from '@mui/material/Box';
import { levelOf } from '@shared/assessment/levels';
import type { Grade } from '@shared/assessment/model';
import type { Edition, LevelGrade } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { useTexts } from '../../components/language';

const GRADES: readonly Grade[] = [1, 2, 3, 4, 5];
/** Plain, hatched, dense: the levels read in grey-scale too. */
const FILL: Readonly<Record<LevelGrade, object>> = {
  low: { bgcolor: 'sunken' },
  medium: { color: 'strong', background: 'repeating-linear-gradient(135deg, currentColor 0 1px, transparent 1px 4px)' },
  high: { color: 'amberText', background: 'repeating-linear-gradient(135deg, currentColor 0 1px, transparent 1px 3px)' },
  severe: { bgcolor: 'sealText', opacity: 0.55 },
};

type Props = { readonly edition: Edition; readonly severity: Grade | null; readonly likelihood: Grade | null; readonly size?: number };

export function LevelMatrix({ edition, severity, likelihood, size = 8 }: Props) {
  const texts = useTexts(assessTexts);
  return (
    <Box
      role="img"
      aria-label={texts.levelMatrix}
      sx={{ display: 'grid', gridTemplateColumns: `repeat(5, ${size}px)`, gap: '2px', width: 'max-content' }}
    >
      {[...GRADES].reverse().flatMap((row) =>
        GRADES.map((column) => {
          const chosen = row === severity && column === likelihood;
          return (
            <Box
              key={`${row}-${column}`}
              sx={{
                width: size,
                height: size,
                ...FILL[levelOf(edition, row, column) ?? 'low'],
                ...(chosen ? { outline: '2px solid', outlineColor: (theme) => theme.palette.ink, opacity: 1, zIndex: 1 } : {}),
              }}
            />
          );
        }),
      )}
    </Box>
  );
}
