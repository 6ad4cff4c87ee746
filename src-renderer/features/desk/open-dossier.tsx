// The dossier that lies open on the desk: where it was left, the question that was next, and one button to go on.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { itemLabelIn } from '@shared/assessment/wording';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import { commonTexts } from '@shared/texts/common';
import { deskTexts } from '@shared/texts/desk';
import { useNavigate } from 'react-router';
import { GroupMark } from '../../components/group-mark';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { Segments } from '../../components/segments';
import type { LastPlace } from '../../database/desk-store';
import type { DossierRow } from '../../session/dossier-row';
import { useEdition } from '../../session/use-edition';

const ITEM = /^\/assess\/[^/]+\/([a-z0-9-]+)$/;

/** In one column the product's name comes first. */
const HIDE_NARROW = { '@media (max-width: 960px)': { display: 'none' } } as const;

export function OpenDossier({ row, place }: { row: DossierRow; place: LastPlace }) {
  const texts = useTexts(deskTexts);
  const common = useTexts(commonTexts);
  const navigate = useNavigate();
  const { summary } = row;
  const at = parseInstant(place.at);
  const path = row.next === 'register' || row.next === 'start' ? row.path : place.path;
  const go = () => void navigate(path);
  const verb = row.next === 'register' ? texts.resume.register : path.startsWith('/decide') ? texts.resume.decide : texts.resume.go;
  useKeys([{ keys: 'Enter', label: verb, run: go }]);

  return (
    <Box
      component="section"
      aria-label={texts.resume.label}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 6,
        pl: 6,
        pr: 4,
        py: 3,
        mb: 4,
        position: 'relative',
        bgcolor: 'raised',
        border: '1px solid',
        borderColor: 'strong',
        borderRadius: '6px',
        overflow: 'hidden',
      }}
    >
      <Box aria-hidden sx={{ position: 'absolute', inset: '0 auto 0 0', width: 10, bgcolor: 'teal' }}>
        <Box sx={{ position: 'absolute', left: 4, top: 4, bottom: 4, borderLeft: '1px dashed', borderColor: 'paper' }} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="caption" component="div">
          {texts.resume.left(at === null ? '' : shanghaiWallTime(at).slice(11, 16))}
        </Typography>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 4 }}>
          <Typography component="h2" noWrap sx={{ fontSize: 16, lineHeight: '24px', fontWeight: 600 }}>
            {summary.product || texts.unnamed}
          </Typography>
          <Typography variant="caption" noWrap sx={HIDE_NARROW}>
            {[texts.version(summary.version), summary.form && common.forms[summary.form], summary.developer].filter(Boolean).join(' ・ ')}
          </Typography>
        </Box>
        <OpenQuestion row={row} path={path} />
      </Box>
      {row.parts.length > 0 && summary.registeredAt !== null && (
        <Box sx={{ width: 190, flexShrink: 0, ...HIDE_NARROW }}>
          <Segments parts={row.parts} merged label={texts.progressLabel(row.answered, row.parts.length)} />
          <Typography variant="caption" component="div" sx={{ mt: 1, color: 'ink2' }}>
            {progressWords(row, texts).join('　')}
          </Typography>
        </Box>
      )}
      <Button variant="contained" color="primary" onClick={go}>
        {verb} <Kbd keys="Enter" onFill />
      </Button>
    </Box>
  );
}

function progressWords(row: DossierRow, texts: (typeof deskTexts)['zh']): string[] {
  const count = (kind: string) => row.parts.filter((part) => part === kind).length;
  const against = count('non-compliant');
  const unverified = count('not-verified');
  return [
    texts.resume.answered(row.answered, row.parts.length),
    against > 0 ? texts.resume.against(against) : '',
    unverified > 0 ? texts.resume.unverified(unverified) : '',
  ].filter(Boolean);
}

/** The item that was open, as its question. */
function OpenQuestion({ row, path }: { row: DossierRow; path: string }) {
  const language = useLanguage();
  const known = useEdition({ id: '', sha256: row.summary.editionSha256 });
  const id = ITEM.exec(path)?.[1];
  const item = known?.edition.items.find((candidate) => candidate.id === id);
  if (!item) return null;
  const label = itemLabelIn(item.id, language);
  return (
    <Typography variant="body2" component="div" noWrap sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <GroupMark mark={[...label][0] ?? ''} /> {label}
      <Box component="span" sx={{ ml: 1, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {item.question[language]}
      </Box>
    </Typography>
  );
}
