// Today's date and what the queue amounts to, with the way to register.
import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { shanghaiDay } from '@shared/basics/time';
import { deskTexts } from '@shared/texts/desk';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import type { DossierRow } from '../../session/dossier-row';
import { useActiveEdition, useSession } from '../../session/session-context';

export function DeskHeading({ rows, onRegister }: { rows: readonly DossierRow[]; onRegister: () => void }) {
  const texts = useTexts(deskTexts);
  const { status, now } = useSession();
  const edition = useActiveEdition();
  const today = shanghaiDay(now());
  const weekday = texts.weekdays.split(',')[new Date(`${today}T00:00:00Z`).getUTCDay()] ?? '';
  const [, month = '', day = ''] = today.split('-');
  const attention = rows.filter((row) => row.status === 'attention').length;
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4, mb: 4 }}>
      <Box sx={{ flex: 1 }}>
        <Typography variant="h1">{status.practice ? texts.practice.title : texts.day(Number(month), Number(day), weekday)}</Typography>
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {status.practice ? texts.practice.about : texts.counts(rows.length, attention, status.unsent)}
        </Typography>
        {edition === null && (
          <Typography variant="body2" sx={{ color: 'amberText' }}>
            {texts.noEdition}
          </Typography>
        )}
      </Box>
      <Button onClick={onRegister} disabled={edition === null} startIcon={<AddOutlined sx={{ fontSize: 18 }} />}>
        {texts.register} <Kbd keys="Ctrl+N" />
      </Button>
    </Box>
  );
}
