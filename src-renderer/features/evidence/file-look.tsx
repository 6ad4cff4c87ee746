// One looked-at file: its head, how the look goes or ended, one of its tables with the map of columns and the hits, and what else the carrier holds.
import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import type { AnalysisFile } from '@shared/analysis/result';
import type { AnalysisView } from '@shared/contract/views';
import { evidenceTexts } from '@shared/texts/evidence';
import type { ReactNode } from 'react';
import { formatBytes } from '../../components/bytes-text';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import { ErrorState } from '../../components/states';
import { StatusIcon } from '../../components/status-chip';
import { TimeLeft } from '../../components/time-left';
import { useCodeText } from './code-text';
import { isLockedData, isQuarantined } from './quarantine-band';
import { QuarantineView } from './quarantine-view';

/** How a look that is not finished stands, or why it did not finish; nothing for one that is done. */
export function LookState({ view, name }: { view: AnalysisView; name: string }) {
  const texts = useTexts(evidenceTexts);
  const codeText = useCodeText();
  // Locked data has a page of its own.
  if (isLockedData(view)) return null;
  if (view.state === 'queued' || view.state === 'running') {
    const words = [
      name,
      texts.state[view.state],
      view.state === 'running' ? texts.progress(formatBytes(view.done), formatBytes(view.total)) : '',
      view.result === null ? '' : texts.earlierShown,
    ];
    return (
      <Box role="status" sx={{ px: 5, py: 3 }}>
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {words.filter((word) => word !== '').join('　')}
          {view.state === 'running' && <TimeLeft key={view.sha256} done={view.done} total={view.total} />}
        </Typography>
        {view.result === null && (
          <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
            {texts.awaited}
          </Typography>
        )}
        {view.state === 'running' && (
          <LinearProgress
            variant="determinate"
            aria-label={texts.progress(formatBytes(view.done), formatBytes(view.total))}
            value={view.total === 0 ? 0 : Math.min(100, (view.done / view.total) * 100)}
            sx={{ mt: 1, height: 4, borderRadius: 2 }}
          />
        )}
      </Box>
    );
  }
  if (view.code === null) return null;
  if (isQuarantined(view)) return <QuarantineView view={view} />;
  return (
    <Box sx={{ px: 5, pt: 3 }}>
      <ErrorState
        title={`${name}　${view.state !== 'done' ? texts.state[view.state] : view.code === 'ANALYSIS_CANCELLED' ? texts.lastRunCancelled : texts.lastRunFailed}`}
        code={view.code}
      >
        {codeText(view.code)}
        {view.state === 'done' && texts.earlierStands}
      </ErrorState>
    </Box>
  );
}

type HeadProps = {
  readonly look: AnalysisFile | null;
  readonly name: string;
  readonly tables: readonly AnalysisFile[];
  readonly onTable: (name: string) => void;
  readonly running: boolean;
  readonly frozen: boolean;
  /** Nobody reads the file again, so nothing is said of how it was read. */
  readonly quarantined: boolean;
  readonly back: string;
  readonly acts: {
    readonly exportResult: (() => void) | null;
    readonly again: () => void;
    readonly cancel: () => void;
    readonly back: () => void;
  };
};

/** The head of the page: name and shape of the table, and what can be done with the file. */
export function LookHead({ look, name, tables, onTable, running, frozen, quarantined, back, acts }: HeadProps) {
  const texts = useTexts(evidenceTexts);
  const facts =
    look && !quarantined
      ? [
          look.format !== null ? texts.format[look.format] : look.partly?.code === 'FORMAT_NOT_READ' ? '' : texts.formatUnknown,
          look.encoding?.toUpperCase() ?? '',
          look.rows === null ? '' : texts.shape(look.rows, look.columns?.length ?? 0),
          look.partly === null ? texts.whole : '',
        ].filter((fact) => fact !== '')
      : [];
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 5,
        py: 2,
        borderBottom: '1px solid',
        borderColor: 'hairline',
        bgcolor: look?.partly ? 'amberTint' : 'transparent',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: '2px' }}>
        <Typography variant="h2" component="h2" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {tables.length > 1 ? name : (look?.name ?? name)}
        </Typography>
        {tables.length > 1 && (
          <Select
            value={look?.name ?? ''}
            inputProps={{ 'aria-label': texts.tables }}
            onChange={(event) => onTable(event.target.value)}
            sx={{ maxWidth: 'min(260px, 100%)' }}
          >
            {tables.map((table) => (
              <MenuItem key={table.name} value={table.name}>
                {table.part ?? table.name}
              </MenuItem>
            ))}
          </Select>
        )}
        <Typography variant="body2" component="span" sx={{ color: 'ink2' }}>
          {facts.join(' · ')}
        </Typography>
      </Box>
      {acts.exportResult !== null && !quarantined && (
        <Button startIcon={<FileDownloadOutlined sx={{ fontSize: 16 }} />} onClick={acts.exportResult}>
          {texts.exportResult}
        </Button>
      )}
      {!frozen &&
        !quarantined &&
        (running ? <Button onClick={acts.cancel}>{texts.cancel}</Button> : <Button onClick={acts.again}>{texts.runAgain}</Button>)}
      <Button startIcon={<ArrowBackOutlined sx={{ fontSize: 16 }} />} onClick={acts.back}>
        {back} <Kbd keys="Esc" />
      </Button>
    </Box>
  );
}

export function PartlyNote({ look }: { look: AnalysisFile }): ReactNode {
  const texts = useTexts(evidenceTexts);
  const codeText = useCodeText();
  const { partly } = look;
  if (partly === null) return null;
  const read = partly.rowsRead > 0;
  return (
    <Box
      role="note"
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        mt: 2,
        px: 3,
        py: 2,
        bgcolor: 'amberTint',
        color: 'amberText',
        borderRadius: '4px',
        typography: 'body2',
      }}
    >
      <StatusIcon kind="attention" />
      {[
        read ? texts.partly : look.rows === null ? texts.unread : texts.noneRead,
        read ? texts.readRows(partly.rowsRead) : '',
        codeText(partly.code),
      ]
        .filter((word) => word !== '')
        .join('　')}
      <Box component="span" sx={{ ml: 'auto', typography: 'mono' }}>
        {partly.code}
      </Box>
    </Box>
  );
}
