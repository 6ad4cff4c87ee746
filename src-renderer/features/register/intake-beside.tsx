// Below the table of papers: whether this was delivered before (digests only), and the operator's own duty to report the developer.
import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { filingReminder, type Resubmission } from '@shared/assessment/intake';
import { checklistTexts } from '@shared/texts/checklist';
import { registerTexts } from '@shared/texts/register';
import type { ReactNode } from 'react';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import type { FormContext } from './context';

const Beside = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <Box component="section" aria-label={title}>
    <Typography variant="h3" component="h2" sx={{ pb: 2, borderBottom: '1px solid', borderColor: 'hairline' }}>
      {title} {hint && <Typography variant="caption">{hint}</Typography>}
    </Typography>
    {children}
  </Box>
);

const Line = ({ icon, title, note }: { icon: ReactNode; title: ReactNode; note: string }) => (
  <Box sx={{ display: 'flex', gap: 3, py: 3, borderBottom: '1px solid', borderColor: 'hairline', color: 'teal' }}>
    {icon}
    <Box>
      <Box sx={{ typography: 'body2', color: 'ink' }}>{title}</Box>
      <Typography variant="caption" component="div">
        {note}
      </Typography>
    </Box>
  </Box>
);

export function LikeEarlier({
  like,
  compared,
  round,
  total,
}: {
  like: readonly Resubmission[];
  compared: number;
  round: number;
  total: number;
}) {
  const texts = useTexts(registerTexts);
  return (
    <Beside title={texts.likeEarlier} hint={texts.likeEarlierHint}>
      {like.map(({ earlier, equal }) => (
        <Line
          key={earlier.dossier}
          icon={<StatusIcon kind="inherited" size={18} />}
          title={<b>{texts.round(Math.max(2, round))}</b>}
          note={texts.roundWith(earlier.product, equal.length, total)}
        />
      ))}
      {like.length === 0 && (
        <Line icon={<CheckOutlined aria-hidden sx={{ fontSize: 18 }} />} title={texts.noneEqual} note={texts.comparedWith(compared)} />
      )}
    </Beside>
  );
}

export function Reporting({ form }: { form: FormContext }) {
  const texts = useTexts(registerTexts);
  const words = useTexts(checklistTexts);
  const { due, reportedOn } = filingReminder(form.registration);
  const title = reportedOn === '' ? (due ? texts.notReported : words.notNeeded.MAKER) : texts.reported(reportedOn);
  return (
    <Beside title={texts.notPapers}>
      <Line
        icon={<ApartmentOutlined aria-hidden sx={{ fontSize: 18 }} />}
        title={`${texts.reporting}　${title}`}
        note={texts.reportingNote}
      />
    </Beside>
  );
}
