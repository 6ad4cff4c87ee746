// The red band over a file that bears a mark of a state secret: what is locked, and whom to call. It offers nothing to do, because nothing may be done.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import type { AnalysisView, QuarantineView } from '@shared/contract/views';
import { errorTexts } from '@shared/texts/errors';
import { quarantineTexts } from '@shared/texts/quarantine';
import { useLanguage, useTexts } from '../../components/language';

const QUARANTINED = 'EVIDENCE_QUARANTINED';
export const isQuarantined = (view: AnalysisView | null): boolean => view?.code === QUARANTINED;

/** In the clock of Asia/Shanghai. */
export function lockedAt({ at }: QuarantineView): string {
  const instant = parseInstant(at);
  return instant === null ? at : shanghaiWallTime(instant);
}

export function QuarantineBand({ quarantine }: { quarantine: QuarantineView | undefined }) {
  const { title, todo } = errorTexts[useLanguage()][QUARANTINED];
  const texts = useTexts(quarantineTexts);
  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
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
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Typography component="h2" sx={{ fontSize: 16, lineHeight: '24px', fontWeight: 600 }}>
          {title}
        </Typography>
        <Typography variant="body2">{todo}</Typography>
      </Box>
      {quarantine && <Typography variant="body2">{texts.locked(lockedAt(quarantine))}</Typography>}
    </Box>
  );
}
