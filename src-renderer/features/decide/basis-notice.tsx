// The basis of a signature made today: its status, the document, and the day from which another one must be chosen. Cannot be dismissed.
import HourglassBottomOutlined from '@mui/icons-material/HourglassBottomOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { addDays } from '@shared/basics/time';
import { basisLine } from '@shared/regulation/basis-wording';
import { MEASURES } from '@shared/regulation/measures';
import type { Basis } from '@shared/regulation/validity';
import { decideTexts } from '@shared/texts/decide';
import { useLanguage, useTexts } from '../../components/language';

export function BasisNotice({ basis }: { basis: Basis }) {
  const t = useTexts(decideTexts);
  const language = useLanguage();
  const [first] = basis.readings;
  const quiet = basis.status === 'in-force';
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 2,
        p: 3,
        bgcolor: quiet ? 'sunken' : 'amberTint',
        borderLeft: '3px solid',
        borderColor: quiet ? 'strong' : 'amberText',
      }}
    >
      <HourglassBottomOutlined aria-hidden sx={{ fontSize: 17, color: quiet ? 'ink2' : 'amberText', mt: '2px' }} />
      <Box>
        <Typography variant="h3" component="p">
          {basisLine(basis, language)}
        </Typography>
        {!basis.needsChoice && (
          <Typography variant="body2">
            {t.basisIs(MEASURES.title, MEASURES.number)}
            {first !== undefined && basis.status === 'expiring' && t.basisFrom(addDays(first.lastDay, 1))}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
