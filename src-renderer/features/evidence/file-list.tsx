// The delivered files on the left: size, rows, how the look ended, what it found. A running look shows its progress.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { mainTable } from '@shared/analysis/roles';
import { evidenceTexts } from '@shared/texts/evidence';
import { formatBytes } from '../../components/bytes-text';
import { useTexts } from '../../components/language';
import { StatusIcon, type StatusKind } from '../../components/status-chip';
import type { FileLine } from './looks';
import { isQuarantined } from './quarantine-band';

function standing(line: FileLine): StatusKind {
  if (line.view === null || line.view.state === 'queued') return 'unanswered';
  if (line.view.state === 'running') return 'machine';
  if (line.view.state !== 'done') return 'attention';
  if (line.file.role === 'comparison') return 'machine';
  if (line.hits > 0) return 'non-compliant';
  return line.partly || line.empty ? 'not-verified' : 'compliant';
}

export function FileList({
  lines,
  current,
  onOpen,
}: {
  lines: readonly FileLine[];
  current: string | null;
  onOpen: (sha256: string) => void;
}) {
  const texts = useTexts(evidenceTexts);
  return (
    <>
      <Typography variant="h3" component="h2" sx={{ px: 4, pt: 4, pb: 2 }}>
        {texts.files}
      </Typography>
      {lines.map((line) => (
        <Line key={line.file.sha256} line={line} current={line.file.sha256 === current} onOpen={() => onOpen(line.file.sha256)} />
      ))}
    </>
  );
}

function Line({ line, current, onOpen }: { line: FileLine; current: boolean; onOpen: () => void }) {
  const texts = useTexts(evidenceTexts);
  const { file, view, looks } = line;
  const rows = (mainTable(looks) ?? looks[0])?.rows ?? null;
  const words =
    view === null
      ? texts.none
      : isQuarantined(view)
        ? texts.quarantined
        : view.state !== 'done'
          ? texts.state[view.state]
          : line.partly && line.hits === 0
            ? line.unread
              ? texts.unread
              : texts.partly
            : file.role === 'comparison'
              ? looks.some(({ membership }) => membership !== undefined)
                ? texts.forMembership
                : texts.comparison
              : line.empty && line.hits === 0
                ? texts.noRows
                : texts.hits(line.hits);
  return (
    <ButtonBase
      onClick={onOpen}
      aria-current={current ? 'true' : undefined}
      aria-label={`${file.name}，${words}`}
      sx={{
        width: '100%',
        display: 'block',
        textAlign: 'left',
        px: 4,
        py: 2,
        borderBottom: '1px solid',
        borderColor: 'hairline',
        bgcolor: current ? 'paper' : 'transparent',
        boxShadow: current ? (theme) => `inset 3px 0 0 ${theme.palette.teal}` : 'none',
      }}
    >
      <Typography variant="body2" component="div" noWrap title={file.name} sx={{ fontWeight: current ? 600 : 500 }}>
        {file.name}
      </Typography>
      <Typography variant="caption" component="div">
        {formatBytes(file.bytes)}　{rows !== null && texts.rows(rows)}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '5px', fontSize: 12, color: 'ink2' }}>
        {isQuarantined(view) ? (
          <BlockOutlined aria-hidden sx={{ fontSize: 14, color: 'sealText' }} />
        ) : (
          <StatusIcon kind={standing(line)} size={14} />
        )}
        <Box component="span" sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {words}
        </Box>
        <Box component="span" title={file.sha256} sx={{ typography: 'mono', fontSize: 11, color: 'ink3', whiteSpace: 'nowrap' }}>
          {file.sha256.slice(0, 4)}…{file.sha256.slice(-4)}
        </Box>
      </Box>
      {view?.state === 'running' && (
        <LinearProgress
          variant="determinate"
          aria-label={texts.progress(formatBytes(view.done), formatBytes(view.total))}
          value={view.total === 0 ? 0 : Math.min(100, (view.done / view.total) * 100)}
          sx={{ mt: 1, height: 4, borderRadius: 2 }}
        />
      )}
    </ButtonBase>
  );
}
