// The red band over a file that bears a mark of a state secret: what is locked, and whom to call. It offers nothing to do, because nothing may be done.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AnalysisView } from '@shared/contract/views';
import { errorTexts } from '@shared/texts/errors';
import { useLanguage } from '../../components/language';

const QUARANTINED = 'EVIDENCE_QUARANTINED';
export const isQuarantined = (view: AnalysisView | null): boolean => view?.code === QUARANTINED;

export function QuarantineBand() {
  const { title, todo } = errorTexts[useLanguage()][QUARANTINED];
  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        gap: 4,
        alignItems: 'center',
        px: 5,
        py: 4,
        bgcolor: 'sealTint',
        borderLeft: '3px solid',
        borderColor: 'sealText',
        color: 'ink',
      }}
    >
      <BlockOutlined aria-hidden sx={{ fontSize: 24, color: 'sealText' }} />
      <Box>
        <Typography component="h2" sx={{ fontSize: 16, lineHeight: '24px', fontWeight: 600 }}>
          {title}
        </Typography>
        <Typography variant="body2">{todo}</Typography>
      </Box>
    </Box>
  );
}
