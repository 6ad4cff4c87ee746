// Every verdict signed here, newest first: what it says, and how firmly its time is proven.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { GridColDef } from '@mui/x-data-grid';
import type { VerdictView } from '@shared/contract/views';
import { commonTexts } from '@shared/texts/common';
import { verdictTexts } from '@shared/texts/verdict';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { CallError } from '../../components/call-error';
import { Grid } from '../../components/grid';
import { HiddenHeading } from '../../components/hidden-heading';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { PAGE_ROWS, Pager } from '../../components/pager';
import { Sheet } from '../../components/sheet';
import { EmptyState, SkeletonRows } from '../../components/states';
import { StatusChip } from '../../components/status-chip';
import { useSession } from '../../session/session-context';
import { useCall } from '../../session/use-call';
import { WIDTHS } from '../../theme/tokens';
import { OutcomeChip } from './outcome-chip';
import { shortTime } from './times';
import { findVerdicts } from './verdict-model';

export function ReportsPage() {
  const t = useTexts(verdictTexts);
  const { bridge } = useSession();
  const { again, ...verdicts } = useCall(useCallback(() => bridge.verdicts(undefined), [bridge]));
  useEffect(() => bridge.on('outbox', () => void again()), [bridge, again]);
  return (
    <>
      <PageHeader title={t.reports} />
      <Sheet label={t.reports}>
        <Box sx={{ px: 6, py: 4 }}>
          {verdicts.state === 'loading' && <SkeletonRows />}
          {verdicts.state === 'failed' && <CallError code={verdicts.code} />}
          {verdicts.state === 'ready' && <List verdicts={verdicts.value} />}
        </Box>
      </Sheet>
    </>
  );
}

function List({ verdicts }: { verdicts: readonly VerdictView[] }) {
  const t = useTexts(verdictTexts);
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const columns = useColumns();
  const narrow = useMediaQuery(`(max-width:${WIDTHS.drawer - 0.05}px)`);
  const rows = useMemo(() => findVerdicts(verdicts, query), [verdicts, query]);
  useKeys([{ keys: '/', label: t.search, run: () => search.current?.focus() }]);
  if (verdicts.length === 0)
    return (
      <>
        <HiddenHeading>{t.reports}</HiddenHeading>
        <EmptyState
          title={t.empty}
          actions={
            <Button variant="contained" color="primary" onClick={() => void navigate('/desk')}>
              {t.toDesk}
            </Button>
          }
        >
          {t.emptyAbout}
        </EmptyState>
      </>
    );
  const open = (sha256: string) => void navigate(`/reports/${sha256}`);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'flex-end', gap: 3, mb: 3 }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h1">{t.count(verdicts.length.toLocaleString('en-US'))}</Typography>
          <Typography variant="body2" sx={{ color: 'ink2' }}>
            {t.countAbout}
          </Typography>
        </Box>
        <OutlinedInput
          inputRef={search}
          value={query}
          placeholder={t.search}
          inputProps={{ 'aria-label': t.search }}
          onChange={(event) => {
            setQuery(event.target.value);
            setPage(0);
          }}
          sx={{ width: 260 }}
        />
      </Box>
      {rows.length === 0 ? (
        <Box sx={{ textAlign: 'center', py: 8 }}>
          <Typography variant="body2" sx={{ mb: 2 }}>
            {t.none(query.trim())}
          </Typography>
          <Button onClick={() => setQuery('')}>{t.clear}</Button>
        </Box>
      ) : (
        <>
          <Grid<VerdictView>
            label={t.grid}
            rows={rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)}
            columns={columns}
            // The local time of signing proves nothing, and the form stands on the verdict itself: both yield first.
            columnVisibilityModel={{ form: !narrow, decidedAt: !narrow }}
            getRowId={({ sha256 }) => sha256}
            onRowClick={({ row }) => open(row.sha256)}
            onCellKeyDown={({ row }, event) => event.key === 'Enter' && open(row.sha256)}
            disableColumnSorting
            autoHeight
            sx={{ '& .MuiDataGrid-row': { cursor: 'pointer' } }}
          />
          <Pager page={page} rows={rows.length} onPage={setPage} />
        </>
      )}
    </>
  );
}

function useColumns(): GridColDef<VerdictView>[] {
  const t = useTexts(verdictTexts);
  const common = useTexts(commonTexts);
  return useMemo<GridColDef<VerdictView>[]>(() => {
    const forms: Readonly<Record<string, string | undefined>> = common.formsShort;
    return [
      { field: 'number', headerName: t.columns.number, width: 200 },
      { field: 'outcome', headerName: t.columns.outcome, width: 116, renderCell: ({ row }) => <OutcomeChip plain outcome={row.outcome} /> },
      { field: 'product', headerName: t.columns.product, flex: 2, minWidth: 140 },
      { field: 'productVersion', headerName: t.columns.version, width: 84, valueFormatter: (version: string) => t.version(version) },
      { field: 'form', headerName: t.columns.form, width: 92, valueFormatter: (form: string) => forms[form] ?? form },
      { field: 'developer', headerName: t.columns.developer, flex: 1, minWidth: 120 },
      { field: 'decidedAt', headerName: t.columns.decidedAt, width: 152, valueFormatter: (at: string) => shortTime(at) },
      {
        field: 'notAfter',
        headerName: t.columns.notAfter,
        width: 124,
        valueFormatter: (at: string | null) => (at === null ? t.noUpperBound : shortTime(at)),
      },
      {
        field: 'delivery',
        headerName: t.columns.delivery,
        width: 104,
        renderCell: ({ row }) => <StatusChip plain kind={row.delivery} label={t.delivery[row.delivery]} />,
      },
    ];
  }, [t, common]);
}
