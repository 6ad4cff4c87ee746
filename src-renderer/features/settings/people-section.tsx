// Who signs here, for whom, on which machine.
import { settingsTexts } from '@shared/texts/settings';
import { SettingRow } from '../../components/fields';
import { HashText } from '../../components/hash-text';
import { useTexts } from '../../components/language';
import { useSession } from '../../session/session-context';
import { SecondPeople } from './second-people';
import { About } from './section-parts';

export function PeopleSection() {
  const { people: texts } = useTexts(settingsTexts);
  const { reviewer, workstation } = useSession().status;
  return (
    <>
      <About>{texts.about}</About>
      <SettingRow name={texts.operator} about={texts.operatorAbout}>
        {reviewer?.operator ?? texts.none}
      </SettingRow>
      <SettingRow name={texts.reviewer} about={texts.reviewerAbout}>
        {reviewer?.name ?? texts.none}
      </SettingRow>
      <SettingRow name={texts.workstation} about={texts.workstationAbout}>
        {workstation === null ? texts.none : <HashText hex={workstation} />}
      </SettingRow>
      <SecondPeople />
    </>
  );
}
