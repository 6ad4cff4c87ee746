// Four steps from signature to receipt, each with what it proves. Green only for what is cryptographically proven to others.

import type { SvgIconComponent } from '@mui/icons-material';
import DrawOutlined from '@mui/icons-material/DrawOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { VerdictDetail } from '@shared/contract/views';
import { verdictTexts } from '@shared/texts/verdict';
import { useTexts } from '../../components/language';
import { shortTime } from './times';
import { proofSteps } from './verdict-model';

const n = (value: number) => value.toLocaleString('en-US');

export function ProofChain({ detail, signers }: { detail: VerdictDetail; signers: string }) {
  const t = useTexts(verdictTexts);
  const state = proofSteps(detail);
  const { entry, receipt, sentAt } = detail;
  return (
    <Box component="ol" sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', m: 0, p: 0, listStyle: 'none' }}>
      <Step
        icon={DrawOutlined}
        state={state.signed}
        title={t.steps.signed}
        lines={[shortTime(detail.decidedAt), signers]}
        says={t.stepSigned}
        next={state.entered}
      />
      <Step
        icon={MenuBookOutlined}
        state={state.entered}
        title={t.steps.entered}
        lines={[t.entry(n(entry.seq)), entry.seq === 0 ? t.stepEnteredFirst : t.stepEntered(n(entry.seq - 1))]}
        says={t.stepEnteredProof}
        next={state.sent}
      />
      <Step
        icon={OutboxOutlined}
        state={state.sent}
        title={state.sent === 'open' ? t.steps.notSent : t.steps.sent}
        lines={sentAt === null ? [] : [shortTime(sentAt)]}
        says={state.sent === 'open' ? t.stepWaiting : t.stepSent}
        next={state.received}
      />
      <Step
        icon={VerifiedOutlined}
        state={state.received}
        title={receipt === null ? t.steps.notReceived : t.steps.received}
        lines={receipt === null ? [] : [shortTime(receipt.cosignedAt), t.receivedIndex(n(receipt.index))]}
        says={receipt === null ? t.stepNotReceived : t.stepReceived}
        next={null}
      />
    </Box>
  );
}

type State = 'proven' | 'done' | 'open';
type StepProps = { icon: SvgIconComponent; state: State; title: string; lines: readonly string[]; says: string; next: State | null };

function Step({ icon: Icon, state, title, lines, says, next }: StepProps) {
  const look = {
    proven: { bgcolor: 'success.main', color: 'success.contrastText' },
    done: { bgcolor: 'tealTint', color: 'teal' },
    open: { bgcolor: 'sunken', color: 'ink3' },
  }[state];
  return (
    <Box component="li" sx={{ minWidth: 0, pr: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 2, mr: -3 }}>
        <Box sx={{ width: 32, height: 32, flexShrink: 0, borderRadius: '50%', display: 'grid', placeItems: 'center', ...look }}>
          <Icon aria-hidden sx={{ fontSize: 18 }} />
        </Box>
        {next !== null && (
          <Box sx={{ flex: 1, borderTop: '2px', borderTopStyle: next === 'open' ? 'dashed' : 'solid', borderColor: 'strong' }} />
        )}
      </Box>
      <Typography variant="h3" component="h3">
        {title}
      </Typography>
      {lines.map((line) => (
        <Typography key={line} variant="body2">
          {line}
        </Typography>
      ))}
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 1, color: state === 'proven' ? 'proofText' : 'ink3' }}>
        {says}
      </Typography>
    </Box>
  );
}
