// The bureau this workstation believes, and its enrolment here.
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import { firstRunTexts } from '@shared/texts/first-run';
import { settingsTexts } from '@shared/texts/settings';
import { SettingRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import { ToneChip } from '../../components/status-chip';
import { useSession } from '../../session/session-context';
import { Enrolment } from './enrolment';
import { About, PartTitle } from './section-parts';
import { TrustImportForm, useMissingWords } from './trust/trust-import-form';
import { useTrustImport } from './trust/use-trust-import';

export function TrustSection() {
  const { trust: texts } = useTexts(settingsTexts);
  const { bureau, practice } = useSession().status;
  const contact = bureau?.lastContact ? parseInstant(bureau.lastContact) : null;
  return (
    <>
      <About>{texts.about}</About>
      <SettingRow name={bureau?.name ?? texts.bureau} about={contact === null ? texts.never : texts.lastContact(shanghaiWallTime(contact))}>
        {bureau === null ? (
          <ToneChip tone="amber" label={texts.notTrusted} />
        ) : (
          <ToneChip tone="teal" icon={TaskAltOutlined} label={practice ? texts.practice : texts.trusted} />
        )}
      </SettingRow>
      {bureau === null && !practice && <ImportPart />}
      <PartTitle>{texts.enrolment}</PartTitle>
      <Enrolment />
    </>
  );
}

function ImportPart() {
  const { trust: texts } = useTexts(settingsTexts);
  const { trust: words } = useTexts(firstRunTexts);
  const trust = useTrustImport(() => undefined);
  const missing = useMissingWords(trust);
  return (
    <>
      <PartTitle>{texts.importTitle}</PartTitle>
      <TrustImportForm trust={trust} />
      {trust.file !== null && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 4 }}>
          <Button variant="contained" color="primary" disabled={!trust.ready} onClick={() => void trust.confirm()}>
            {words.confirm}
          </Button>
          {missing !== '' && (
            <Typography variant="body2" sx={{ color: 'ink2' }}>
              {texts.missing(missing)}
            </Typography>
          )}
        </Box>
      )}
    </>
  );
}
