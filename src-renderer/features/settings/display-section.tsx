// Language and look of this workstation.
import { settingsTexts } from '@shared/texts/settings';
import { ChoiceRow, SettingRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import { useSession } from '../../session/session-context';
import { About } from './section-parts';

export function DisplaySection() {
  const { display: texts } = useTexts(settingsTexts);
  const { bridge, status, refreshStatus } = useSession();
  return (
    <>
      <About>{texts.about}</About>
      <SettingRow name={texts.language} about={texts.languageAbout}>
        <ChoiceRow
          label={texts.language}
          value={status.language}
          choices={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => void bridge.setPreferences({ language }).then(refreshStatus)}
        />
      </SettingRow>
      <SettingRow name={texts.theme} about={texts.themeAbout}>
        <ChoiceRow
          label={texts.theme}
          value={status.theme}
          choices={(['light', 'dark', 'system'] as const).map((theme) => ({ value: theme, label: texts.themes[theme] }))}
          onChange={(theme) => void bridge.setPreferences({ theme }).then(refreshStatus)}
        />
      </SettingRow>
      <SettingRow name={texts.zoom} about={texts.zoomAbout} />
    </>
  );
}
