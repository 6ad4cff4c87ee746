// The checklist editions at hand: which is active, and whether the bureau has issued it.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { readEdition } from '@shared/checklist/edition';
import { settingsTexts } from '@shared/texts/settings';
import { SettingRow } from '../../components/fields';
import { HashText } from '../../components/hash-text';
import { useLanguage, useTexts } from '../../components/language';
import { StatusChip, ToneChip } from '../../components/status-chip';
import { useSession } from '../../session/session-context';
import { About } from './section-parts';

export function EditionsSection() {
  const { editions: texts } = useTexts(settingsTexts);
  const language = useLanguage();
  const { editions } = useSession();
  return (
    <>
      <About>{texts.about}</About>
      {editions.length === 0 && <Typography variant="body2">{texts.none}</Typography>}
      {editions.map((view) => {
        const read = readEdition(view.edition);
        return (
          <SettingRow
            key={view.sha256}
            name={read.ok ? `${read.value.name[language]}　${read.value.version}` : texts.unreadable}
            about={
              <Box component="span" sx={{ display: 'inline-flex', gap: 3, alignItems: 'center' }}>
                {read.ok && <span>{`${read.value.id}　${texts.items(read.value.items.length)}`}</span>}
                <HashText hex={view.sha256} />
              </Box>
            }
          >
            {view.active && <ToneChip tone="teal" label={texts.active} />}
            {view.issued ? <StatusChip kind="received" label={texts.issued} /> : <StatusChip kind="not-verified" label={texts.notIssued} />}
          </SettingRow>
        );
      })}
    </>
  );
}
