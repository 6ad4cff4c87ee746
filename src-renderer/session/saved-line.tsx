// "Saved 10:41:07": drafts are stored as typed, and the time is shown.
import SaveOutlined from '@mui/icons-material/SaveOutlined';
import Box from '@mui/material/Box';
import { shanghaiWallTime } from '@shared/basics/time';
import { commonTexts } from '@shared/texts/common';
import { useTexts } from '../components/language';
import type { AssessmentHandle } from './use-assessment';

export function SavedLine({ paper }: { paper: Pick<AssessmentHandle, 'savedAt' | 'pending' | 'failed'> }) {
  const texts = useTexts(commonTexts);
  const words =
    paper.failed !== null
      ? `${texts.notSaved} ${paper.failed}`
      : paper.pending
        ? texts.saving
        : paper.savedAt === null
          ? null
          : texts.savedAt(shanghaiWallTime(paper.savedAt).slice(11));
  if (words === null) return null;
  return (
    <Box
      component="span"
      role="status"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '6px',
        typography: 'caption',
        color: paper.failed === null ? 'ink2' : 'sealText',
      }}
    >
      <SaveOutlined aria-hidden sx={{ fontSize: 14 }} />
      {words}
    </Box>
  );
}
