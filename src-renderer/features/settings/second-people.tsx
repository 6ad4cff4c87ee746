// Who besides the reviewer may confirm what needs two people, and how such a person is added: he types a passphrase of his own, main makes his key, the
// bureau enrols it. Deleting quarantined content asks for one of them.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { settingsTexts } from '@shared/texts/settings';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { CallError } from '../../components/call-error';
import { SettingRow, TextRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import { StatusChip } from '../../components/status-chip';
import { useSession } from '../../session/session-context';
import { useCall } from '../../session/use-call';

export function SecondPeople() {
  const { people: texts } = useTexts(settingsTexts);
  const { bridge } = useSession();
  const { again, ...load } = useCall(useCallback(() => bridge.countersigners(undefined), [bridge]));
  const [adding, setAdding] = useState(false);
  // An enrolment arrives with a sync, which tells of itself.
  useEffect(() => bridge.on('outbox', () => void again()), [bridge, again]);
  const people = load.state === 'ready' ? load.value : [];
  return (
    <>
      <SettingRow name={texts.second} about={texts.secondAbout}>
        {people.length === 0 && !adding && texts.none}
        {!adding && (
          <Button size="small" onClick={() => setAdding(true)}>
            {texts.secondAdd}
          </Button>
        )}
      </SettingRow>
      {people.map(({ keyid, name, person, mayConfirm }) => (
        <SettingRow key={keyid} name={name}>
          <StatusChip kind={mayConfirm ? 'received' : 'sending'} label={texts.secondState(mayConfirm ? person : null)} />
        </SettingRow>
      ))}
      {adding && (
        <AddForm
          onDone={() => {
            setAdding(false);
            void again();
          }}
        />
      )}
    </>
  );
}

function AddForm({ onDone }: { onDone: () => void }) {
  const { people: texts } = useTexts(settingsTexts);
  const { bridge } = useSession();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [repeat, setRepeat] = useState('');
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const differ = repeat !== '' && repeat !== passphrase;
  const ready = name.trim() !== '' && passphrase !== '' && repeat === passphrase && !busy;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    const outcome = await bridge.addCountersigner({ name: name.trim(), passphrase });
    setBusy(false);
    setCode(outcome.ok ? null : outcome.code);
    if (outcome.ok) onDone();
  };
  return (
    <Box
      component="form"
      aria-label={texts.secondAdd}
      onSubmit={(event) => void save(event)}
      sx={{ display: 'grid', gap: 3, py: 3, maxWidth: 420 }}
    >
      <TextRow
        label={texts.secondName}
        required
        value={name}
        inputProps={{ maxLength: 50 }}
        onChange={(event) => setName(event.target.value)}
      />
      <TextRow
        label={texts.secondPassphrase}
        hint={texts.secondPassphraseHint}
        required
        type="password"
        autoComplete="off"
        value={passphrase}
        inputProps={{ maxLength: 200 }}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <TextRow
        label={texts.secondRepeat}
        error={differ ? texts.secondDiffer : undefined}
        required
        type="password"
        autoComplete="off"
        value={repeat}
        inputProps={{ maxLength: 200 }}
        onChange={(event) => setRepeat(event.target.value)}
      />
      {code && <CallError code={code} />}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" color="primary" disabled={!ready}>
          {busy ? texts.secondSaving : texts.secondSave}
        </Button>
        <Button disabled={busy} onClick={onDone}>
          {texts.secondCancel}
        </Button>
      </Box>
    </Box>
  );
}
