// The rows of the outbox with their kept reasons. A row leads to its verdict where there is one, else to its ledger entry.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { GridColDef, GridRowId } from '@mui/x-data-grid';
import type { OutboxItem } from '@shared/contract/views';
import { syncTexts } from '@shared/texts/sync';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { Grid } from '../../components/grid';
import { useLanguage, useTexts } from '../../components/language';
import { PAGE_ROWS, Pager, pagesOf } from '../../components/pager';
import { StatusChip } from '../../components/status-chip';
import { useSession } from '../../session/session-context';
import { useCall } from '../../session/use-call';
import { titleParts, whyOf } from './outbox-model';
import { dayAndTime } from './times';

const ONE_LINE = 35;
const TWO_LINES = 52;

export function OutboxGrid({ rows }: { rows: readonly OutboxItem[] }) {
  const t = useTexts(syncTexts);
  const columns = useColumns();
  const tall = new Set<GridRowId>(rows.filter(({ code }) => code !== null).map(({ seq }) => seq));
  const [page, setPage] = useState(0);
  const last = pagesOf(rows.length) - 1;
  const shown = Math.min(page, last);
  return (
    <>
      <Grid<OutboxItem>
        label={t.grid}
        rows={rows.slice(shown * PAGE_ROWS, (shown + 1) * PAGE_ROWS)}
        columns={columns}
        getRowId={({ seq }) => seq}
        getRowHeight={({ id }) => (tall.has(id) ? TWO_LINES : ONE_LINE)}
        disableColumnSorting
        autoHeight
      />
      <Pager page={shown} rows={rows.length} onPage={setPage} />
    </>
  );
}

function useColumns(): GridColDef<OutboxItem>[] {
  const t = useTexts(syncTexts);
  const openOf = useOpenRow();
  return useMemo<GridColDef<OutboxItem>[]>(() => {
    const kinds: Readonly<Record<string, string | undefined>> = t.kinds;
    return [
      {
        field: 'state',
        headerName: t.columns.state,
        width: 104,
        renderCell: ({ row }) => <StatusChip plain kind={row.state} label={t.states[row.state]} />,
      },
      {
        field: 'kind',
        headerName: t.columns.what,
        width: 116,
        valueGetter: (kind: string, { title }) => {
          const { serial } = titleParts(title);
          return serial === '' ? (kinds[kind] ?? kind) : t.numbered(kinds[kind] ?? kind, serial);
        },
      },
      { field: 'title', headerName: t.columns.subject, flex: 2, minWidth: 140, valueGetter: (title: string) => titleParts(title).subject },
      { field: 'seq', headerName: t.columns.seq, width: 92, valueFormatter: (seq: number) => t.entry(seq.toLocaleString('en-US')) },
      { field: 'at', headerName: t.columns.at, width: 104, valueFormatter: (at: string) => dayAndTime(at) },
      { field: 'code', headerName: t.columns.situation, flex: 3, minWidth: 190, renderCell: ({ row }) => <Situation item={row} /> },
      {
        field: 'receivedAt',
        headerName: t.columns.action,
        width: 96,
        renderCell: ({ row }) => (
          <Link component="button" variant="body2" onClick={() => openOf(row).run()}>
            {openOf(row).label}
          </Link>
        ),
      },
    ];
  }, [t, openOf]);
}

function useOpenRow() {
  const t = useTexts(syncTexts);
  const navigate = useNavigate();
  const { bridge } = useSession();
  const verdicts = useCall(useCallback(() => bridge.verdicts(undefined), [bridge]));
  const bySeq = useMemo(
    () => new Map(verdicts.state === 'ready' ? verdicts.value.map(({ seq, sha256 }) => [seq, sha256]) : []),
    [verdicts],
  );
  return useCallback(
    ({ seq }: OutboxItem) => {
      const sha256 = bySeq.get(seq);
      return sha256 === undefined
        ? { label: t.openEntry, run: () => void navigate(`/ledger?seq=${seq}`) }
        : { label: t.openVerdict, run: () => void navigate(`/reports/${sha256}`) };
    },
    [bySeq, t, navigate],
  );
}

function Situation({ item }: { item: OutboxItem }) {
  const t = useTexts(syncTexts);
  const language = useLanguage();
  if (item.code === null) {
    const words = item.state === 'received' && item.receivedAt !== null ? t.receivedAt(dayAndTime(item.receivedAt)) : t.waiting;
    return (
      <Box component="span" sx={{ color: item.state === 'received' ? 'ink2' : 'ink3' }}>
        {words}
      </Box>
    );
  }
  const why = whyOf(item.code, language);
  return (
    <Box sx={{ lineHeight: '18px', py: '8px', minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Typography component="span" variant="body2" noWrap>
          {why.title}
        </Typography>
        <Typography component="span" variant="mono" sx={{ color: 'ink3', fontSize: 11 }}>
          {item.code}
        </Typography>
      </Box>
      <Typography component="div" variant="caption" noWrap title={why.todo}>
        {why.todo}
      </Typography>
    </Box>
  );
}
