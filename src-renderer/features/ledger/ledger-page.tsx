// The ledger for a distrustful inspector: the verdict of the chain check first, every entry in plain words, one entry down to its raw line.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { GridColDef } from '@mui/x-data-grid';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import { commonTexts } from '@shared/texts/common';
import { ledgerTexts } from '@shared/texts/ledger';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CallError } from '../../components/call-error';
import { ChoiceRow } from '../../components/fields';
import { FoldingPanel } from '../../components/folding-panel';
import { Grid } from '../../components/grid';
import { shortHash } from '../../components/hash-text';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { useNotice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PAGE_ROWS, Pager } from '../../components/pager';
import { Sheet } from '../../components/sheet';
import { SkeletonRows } from '../../components/states';
import { useSession } from '../../session/session-context';
import { WIDTHS } from '../../theme/tokens';
import { ChainVerdict } from './chain-verdict';
import { EntryDetail } from './entry-detail';
import { EntryStrip } from './entry-strip';
import { FactsStrip } from './facts-strip';
import { KindChip } from './kind-chip';
import { filterRows, type KindFilter, type LedgerRow, ledgerRows } from './ledger-model';
import { useLines } from './use-lines';

const KINDS = ['all', 'statement', 'receipt', 'operation'] as const satisfies readonly KindFilter[];

export function LedgerPage() {
  const t = useTexts(ledgerTexts);
  const { list, sentences } = useTexts(commonTexts);
  const narrow = useMediaQuery(`(max-width:${WIDTHS.drawer - 0.05}px)`);
  const language = useLanguage();
  const { bridge, status, refreshStatus } = useSession();
  const notify = useNotice();
  const [asked, ask] = useSearchParams();
  const wanted = asked.has('seq') ? Number(asked.get('seq')) : null;
  const read = useLines(wanted);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [kind, setKind] = useState<KindFilter>('all');
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<number | null>(wanted);
  const search = useRef<HTMLInputElement>(null);

  const { ledger } = status;
  const all = useMemo(() => ledgerRows(read.lines, language), [read.lines, language]);
  const rows = useMemo(() => filterRows(all, kind, query), [all, kind, query]);
  const bySeq = useMemo(() => new Map(read.lines.map((line) => [line.seq, line])), [read.lines]);
  const line = chosen === null ? undefined : bySeq.get(chosen);

  // What the page says of the chain carries a date and a scope: it is checked when the page opens, not remembered from the start of the app.
  useEffect(() => {
    void bridge.checkLedger(undefined).then(refreshStatus);
  }, [bridge, refreshStatus]);

  const check = async () => {
    setBusy(true);
    const outcome = await bridge.checkLedger(undefined);
    setBusy(false);
    if (!outcome.ok) return setRefused(outcome.code);
    setRefused(null);
    await Promise.all([read.readAgain(), refreshStatus()]);
  };
  const handOver = async () => {
    const outcome = await bridge.exportLedger(undefined);
    setRefused(outcome.ok ? null : outcome.code);
    if (outcome.ok) notify({ text: t.exported(outcome.value[0]?.folder ?? '') });
    if (outcome.ok) await bridge.reveal({ folder: 'exports' });
  };
  const step = (by: 1 | -1) => {
    const at = rows.findIndex(({ seq }) => seq === chosen);
    const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    setChosen(next.seq);
    setPage(Math.floor(rows.indexOf(next) / PAGE_ROWS));
  };
  const copy = () => {
    if (line !== undefined) void navigator.clipboard.writeText(line.raw).then(() => notify({ text: t.copied }));
  };
  useKeys([
    { keys: 'R', label: t.check, run: () => void check() },
    { keys: 'J', label: t.next, run: () => step(1) },
    { keys: 'K', label: t.previous, run: () => step(-1) },
    { keys: 'C', label: t.copy, run: copy },
    { keys: '/', label: t.search, run: () => search.current?.focus() },
  ]);

  const columns = useColumns();
  return (
    <>
      <PageHeader title={t.title} chips={[t.chip]} />
      <Sheet
        label={t.title}
        side={
          line === undefined ? (
            <FoldingPanel width={376} label={t.choose} below={WIDTHS.drawer}>
              <Typography variant="body2" sx={{ color: 'ink3', p: 5 }}>
                {sentences([t.choose, t.lockedNote])}
              </Typography>
            </FoldingPanel>
          ) : (
            <EntryDetail line={line} bySeq={bySeq} total={read.total} onCopy={copy} />
          )
        }
      >
        <Box sx={{ px: 6, py: 4 }}>
          {refused !== null && <CallError code={refused} />}
          <ChainVerdict
            ledger={ledger}
            busy={busy}
            onCheck={() => void check()}
            onExport={() => void handOver()}
            onLine={(seq) => {
              setChosen(seq);
              ask({ seq: String(seq) });
            }}
          />
          {read.state === 'loading' && <SkeletonRows />}
          {read.state === 'failed' && <CallError code={read.code ?? 'INTERNAL'} />}
          {read.total > 0 && (
            <>
              <FactsStrip ledger={ledger} lines={read.lines} />
              <EntryStrip lines={read.lines} chosen={chosen} onChoose={setChosen} />
              <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', py: 3, flexWrap: 'wrap' }}>
                <OutlinedInput
                  inputRef={search}
                  value={query}
                  placeholder={t.search}
                  inputProps={{ 'aria-label': t.search }}
                  onChange={(event) => {
                    setQuery(event.target.value);
                    setPage(0);
                  }}
                  sx={{ width: 220 }}
                />
                <ChoiceRow
                  label={t.filter}
                  size="small"
                  value={kind}
                  choices={KINDS.map((each) => ({ value: each, label: each === 'all' ? t.all : t.kinds[each] }))}
                  onChange={(next) => {
                    setKind(next);
                    setPage(0);
                  }}
                />
                <Box sx={{ flex: 1 }} />
                {read.from > 0 && (
                  <Link component="button" variant="body2" onClick={() => void read.readEarlier()}>
                    {list([t.loaded(read.lines.length.toLocaleString('en-US')), t.readEarlier])}
                  </Link>
                )}
                <Typography variant="caption">{t.of(rows.length.toLocaleString('en-US'), read.total.toLocaleString('en-US'))}</Typography>
              </Box>
              {rows.length === 0 ? (
                <Box sx={{ py: 6, textAlign: 'center' }}>
                  <Typography variant="body2" sx={{ color: 'ink2', mb: 2 }}>
                    {query.trim() === '' ? t.noneOfKind : t.none(query.trim())}
                  </Typography>
                  <Button
                    onClick={() => {
                      setQuery('');
                      setKind('all');
                    }}
                  >
                    {t.all}
                  </Button>
                </Box>
              ) : (
                <>
                  <Grid<LedgerRow>
                    label={t.grid}
                    compact
                    rows={rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)}
                    columns={columns}
                    // Beside an open entry there is no room for a digest that the entry shows in full.
                    columnVisibilityModel={{ hash: !(narrow && line !== undefined) }}
                    getRowId={({ seq }) => seq}
                    onRowClick={({ row }) => setChosen(row.seq)}
                    getRowClassName={({ id }) => (id === chosen ? 'Mui-selected' : '')}
                    disableColumnSorting
                    autoHeight
                  />
                  <Pager page={page} rows={rows.length} onPage={setPage} />
                </>
              )}
            </>
          )}
        </Box>
      </Sheet>
    </>
  );
}

function useColumns(): GridColDef<LedgerRow>[] {
  const t = useTexts(ledgerTexts);
  return useMemo<GridColDef<LedgerRow>[]>(
    () => [
      {
        field: 'seq',
        headerName: t.columns.seq,
        width: 60,
        align: 'right',
        headerAlign: 'right',
        valueFormatter: (seq: number) => seq.toLocaleString('en-US'),
      },
      { field: 'kind', headerName: t.columns.kind, width: 100, renderCell: ({ row }) => <KindChip kind={row.kind} /> },
      { field: 'by', headerName: t.columns.by, width: 112, valueGetter: (_, row) => row.says.by },
      { field: 'did', headerName: t.columns.did, flex: 1, minWidth: 104, valueGetter: (_, row) => row.says.did },
      { field: 'object', headerName: t.columns.object, flex: 1, minWidth: 100, valueGetter: (_, row) => row.says.object },
      {
        field: 'hash',
        headerName: t.columns.hash,
        width: 132,
        renderCell: ({ row }) => (
          <Box component="span" sx={{ typography: 'mono' }}>
            {shortHash(row.hash)}
          </Box>
        ),
      },
      {
        field: 'at',
        headerName: t.columns.at,
        width: 118,
        valueFormatter: (at: string) => {
          const instant = parseInstant(at);
          return instant === null ? at : shanghaiWallTime(instant).slice(5, 19);
        },
      },
    ],
    [t],
  );
}
