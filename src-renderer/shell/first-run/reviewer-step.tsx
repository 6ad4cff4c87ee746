// Step 4: the reviewer's own key and its passphrase. Creating it also makes the workstation's key and unlocks the new profile.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { firstRunTexts } from '@shared/texts/first-run';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { CallError } from '../../components/call-error';
import { ChoiceRow, TextRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import { useSession } from '../../session/session-context';
import type { Organisation } from './steps';
import { withRef } from './with-ref';
import { WizardFrame } from './wizard-frame';

type Values = { reviewer: string; suite: 'sm2' | 'ed25519'; passphrase: string; again: string };
const MIN_LENGTH = 8;

export function ReviewerStep({ organisation, onNext, onBack }: { organisation: Organisation; onNext: () => void; onBack: () => void }) {
  const all = useTexts(firstRunTexts);
  const texts = all.reviewer;
  const { bridge, status, unlock } = useSession();
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const given = status.practicePassphrase ?? '';
  const form = useForm<Values>({
    defaultValues: { reviewer: status.practice ? all.practiceDefaults.reviewer : '', suite: 'sm2', passphrase: given, again: given },
  });

  const create = form.handleSubmit(async ({ reviewer, suite, passphrase }) => {
    setBusy(true);
    const { operator: name, uscc } = organisation;
    const created = await bridge.createProfile({ operator: { name, uscc }, reviewer: reviewer.trim(), suite, passphrase });
    // Made already (the step was repeated after a failed unlock): the passphrase decides.
    const opened = created.ok || created.code === 'PROFILE_EXISTS' ? await unlock(passphrase) : created;
    setBusy(false);
    if (opened.ok) onNext();
    else setCode(opened.code);
  });

  return (
    <WizardFrame
      step="reviewer"
      title={texts.title}
      about={texts.about}
      side={texts.side}
      actions={{ primary: busy ? texts.creating : texts.create, onPrimary: () => void create(), busy, onBack: busy ? undefined : onBack }}
    >
      <Box sx={{ display: 'grid', gap: 4, maxWidth: 400, mt: 5 }}>
        <Controller
          name="reviewer"
          control={form.control}
          rules={{ validate: (value) => value.trim() !== '' || texts.required }}
          render={({ field, fieldState }) => (
            <TextRow label={texts.name} error={fieldState.error?.message} required autoComplete="off" {...withRef(field)} />
          )}
        />
        <Controller
          name="suite"
          control={form.control}
          render={({ field }) => (
            <Box>
              <Typography variant="body2" sx={{ color: 'ink2', mb: '2px' }}>
                {texts.suite}
              </Typography>
              <ChoiceRow
                label={texts.suite}
                value={field.value}
                choices={[
                  { value: 'sm2', label: texts.suites.sm2 },
                  { value: 'ed25519', label: texts.suites.ed25519 },
                ]}
                onChange={field.onChange}
              />
              <Typography variant="caption" component="div">
                {texts.suiteHint}
              </Typography>
            </Box>
          )}
        />
        <Controller
          name="passphrase"
          control={form.control}
          rules={{ validate: (value) => value.length >= MIN_LENGTH || texts.short }}
          render={({ field, fieldState }) => (
            <TextRow
              label={texts.passphrase}
              hint={status.practice ? texts.practiceNote : texts.passphraseHint}
              error={fieldState.error?.message}
              required
              type="password"
              autoComplete="new-password"
              {...withRef(field)}
            />
          )}
        />
        <Controller
          name="again"
          control={form.control}
          rules={{ validate: (value, values) => value === values.passphrase || texts.differs }}
          render={({ field, fieldState }) => (
            <TextRow
              label={texts.again}
              error={fieldState.error?.message}
              required
              type="password"
              autoComplete="new-password"
              {...withRef(field)}
            />
          )}
        />
      </Box>
      {code && <CallError code={code} tone="red" />}
    </WizardFrame>
  );
}
