// The red band over a file in quarantine: what is locked, since when, and for a mark of a state secret whom to call. It offers nothing to do.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import type { AnalysisView, QuarantineView } from '@shared/contract/views';
import { errorTexts } from '@shared/texts/errors';
import { quarantineTexts } from '@shared/texts/quarantine';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../components/language';

const QUARANTINED = 'EVIDENCE_QUARANTINED';
/** For a mark, or as locked data: nobody reads the file any more. */
export const isQuarantined = (view: AnalysisView | null): boolean => view?.code === QUARANTINED || isLockedData(view);
/** Raw data, or personal data beyond the agreement. */
export const isLockedData = (view: AnalysisView | null): boolean => Boolean(view?.quarantine?.data);

/** In the clock of Asia/Shanghai; what is no instant stays as it stands. */
export function wallTime(at: string): string {
  const instant = parseInstant(at);
  return instant === null ? at : shanghaiWallTime(instant);
}
export const lockedAt = ({ at }: QuarantineView): string => wallTime(at);

export function QuarantineBand({ quarantine }: { quarantine: QuarantineView | undefined }) {
  const { title, todo } = errorTexts[useLanguage()][QUARANTINED];
  const texts = useTexts(quarantineTexts);
  return (
    <RedBand title={title} beside={quarantine && texts.locked(lockedAt(quarantine))}>
      {todo}
    </RedBand>
  );
}

export const RedBand = ({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) => (
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
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
    {beside && <Typography variant="body2">{beside}</Typography>}
  </Box>
);
