// Asking the bureau for enrolment, by network or by file, and taking in its answer. Shown at set-up and in the settings.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { EnrolmentState, Exported } from '@shared/contract/views';
import { firstRunTexts } from '@shared/texts/first-run';
import { useState } from 'react';
import { CallError } from '../../components/call-error';
import { SettingRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import { StatusChip, type StatusKind } from '../../components/status-chip';
import { useSession } from '../../session/session-context';

export const ENROLMENT_CHIP: Readonly<Record<EnrolmentState, StatusKind>> = {
  none: 'unanswered',
  pending: 'sending',
  enrolled: 'received',
  refused: 'attention',
};

export function Enrolment() {
  const { enrolment: texts } = useTexts(firstRunTexts);
  const { bridge, status, refreshStatus } = useSession();
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [exported, setExported] = useState<Exported | null>(null);

  const run = async (act: () => Promise<{ ok: true } | { ok: false; code: string }>) => {
    setBusy(true);
    const outcome = await act();
    setCode(outcome.ok ? null : outcome.code);
    await refreshStatus();
    setBusy(false);
  };
  const exportRequest = async () => {
    const outcome = await bridge.exportEnrolmentRequest(undefined);
    if (outcome.ok) setExported(outcome.value);
    return outcome;
  };
  const askable = status.enrolment === 'none' || status.enrolment === 'pending';

  return (
    <Box>
      <SettingRow name={texts.stateName} about={texts.stateAbout}>
        <StatusChip kind={ENROLMENT_CHIP[status.enrolment]} label={texts.state[status.enrolment]} />
        {askable && (
          <Button
            variant="contained"
            color="primary"
            disabled={busy || status.bureau === null}
            onClick={() => void run(() => bridge.requestEnrolment(undefined))}
          >
            {busy ? texts.requesting : texts.request}
          </Button>
        )}
      </SettingRow>
      {status.bureau === null && (
        <Typography variant="caption" component="p" sx={{ color: 'amberText' }}>
          {texts.noTrust}
        </Typography>
      )}
      <SettingRow name={texts.byFile} about={exported ? texts.exported(exported.fileName) : texts.byFileAbout}>
        {exported && (
          <Button size="small" onClick={() => void bridge.reveal({ folder: 'exports' })}>
            {texts.openFolder}
          </Button>
        )}
        <Button size="small" disabled={status.bureau === null} onClick={() => void run(exportRequest)}>
          {texts.export}
        </Button>
        <Button size="small" onClick={() => void run(() => bridge.importAnswer(undefined))}>
          {texts.import}
        </Button>
      </SettingRow>
      {code && <CallError code={code} />}
    </Box>
  );
}
