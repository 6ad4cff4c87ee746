// When the workstation locks, and the key that signs.
import Typography from '@mui/material/Typography';
import { firstRunTexts } from '@shared/texts/first-run';
import { settingsTexts } from '@shared/texts/settings';
import { ChoiceRow, SettingRow } from '../../components/fields';
import { HashText } from '../../components/hash-text';
import { useTexts } from '../../components/language';
import { StatusChip } from '../../components/status-chip';
import { useSession } from '../../session/session-context';
import { ENROLMENT_CHIP } from './enrolment';
import { About, PartTitle } from './section-parts';

const MINUTES = ['5', '10', '15'] as const;

export function LockSection() {
  const { lock: texts } = useTexts(settingsTexts);
  const { enrolment } = useTexts(firstRunTexts);
  const { bridge, status, refreshStatus } = useSession();
  const chosen = MINUTES.find((minutes) => Number(minutes) === status.idleLockMinutes) ?? null;
  return (
    <>
      <About>{texts.about}</About>
      <SettingRow name={texts.idle} about={texts.idleAbout}>
        <ChoiceRow
          label={texts.idle}
          value={chosen}
          choices={MINUTES.map((minutes) => ({ value: minutes, label: texts.minutes(Number(minutes)) }))}
          onChange={(minutes) => void bridge.setPreferences({ idleLockMinutes: Number(minutes) }).then(refreshStatus)}
        />
      </SettingRow>
      <SettingRow name={texts.visible} about={texts.visibleAbout}>
        {texts.onlyLedger}
      </SettingRow>
      <PartTitle>
        {texts.keyTitle}{' '}
        <Typography component="span" variant="body2" sx={{ color: 'ink2', ml: 2 }}>
          {status.reviewer?.name}
        </Typography>
      </PartTitle>
      {status.reviewer && (
        <SettingRow name={texts.key} about={texts.keyAbout(status.reviewer.suite.toUpperCase())}>
          <HashText hex={status.reviewer.keyid} />
        </SettingRow>
      )}
      <SettingRow name={texts.enrolment} about={enrolment.stateAbout}>
        <StatusChip kind={ENROLMENT_CHIP[status.enrolment]} label={enrolment.state[status.enrolment]} />
      </SettingRow>
      <SettingRow name={texts.phrase} about={texts.phraseAbout}>
        <Typography variant="body2" sx={{ color: 'ink3' }}>
          {texts.phraseWhere}
        </Typography>
      </SettingRow>
    </>
  );
}
