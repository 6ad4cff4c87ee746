// Where everything lives, and whether the system keeps it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { settingsTexts } from '@shared/texts/settings';
import { SettingRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import { FactRow } from '../../components/sheet';
import { StatusChip } from '../../components/status-chip';
import { useDurableStorage } from '../../session/durable-storage';
import { useSession } from '../../session/session-context';
import { About, PartTitle } from './section-parts';

export function DataSection() {
  const { data: texts } = useTexts(settingsTexts);
  const { bridge, status } = useSession();
  const durable = useDurableStorage();
  return (
    <>
      <About>{texts.about}</About>
      <SettingRow
        name={texts.folder}
        about={
          <Typography variant="mono" component="span" sx={{ overflowWrap: 'anywhere' }}>
            {status.dataFolder}
          </Typography>
        }
      >
        <Button size="small" aria-label={`${texts.open}：${texts.folder}`} onClick={() => void bridge.reveal({ folder: 'data' })}>
          {texts.open}
        </Button>
      </SettingRow>
      <SettingRow name={texts.exports} about={texts.exportsAbout}>
        <Button size="small" aria-label={`${texts.open}：${texts.exports}`} onClick={() => void bridge.reveal({ folder: 'exports' })}>
          {texts.open}
        </Button>
      </SettingRow>
      <SettingRow name={texts.durable} about={durable === false ? texts.durableNo : texts.durableAbout}>
        {durable === null ? (
          texts.durableUnknown
        ) : (
          <StatusChip kind={durable ? 'compliant' : 'attention'} label={durable ? texts.durableYes : texts.durable} />
        )}
      </SettingRow>
      <SettingRow name={texts.version}>{status.version}</SettingRow>
      <PartTitle>{texts.folder}</PartTitle>
      <Box sx={{ mt: 2 }}>
        {texts.kinds.map((kind) => (
          <FactRow key={kind.name} name={kind.name}>
            {kind.text}
          </FactRow>
        ))}
      </Box>
    </>
  );
}
