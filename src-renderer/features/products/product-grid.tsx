// The grid of products, a hundred rows a page, with the four risks at a glance. Enter or a double click opens the dossier.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { GridColDef } from '@mui/x-data-grid';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import { commonTexts } from '@shared/texts/common';
import { productsTexts } from '@shared/texts/products';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatBytes } from '../../components/bytes-text';
import { Grid } from '../../components/grid';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import { StatusChip, ToneChip } from '../../components/status-chip';
import type { DossierRow } from '../../session/dossier-row';
import { WIDTHS } from '../../theme/tokens';
import { useStatusWords } from './filter-bar';
import { LookMark, RiskMarks } from './risk-marks';

const PAGE = 100;

export function ProductGrid({ rows, compact }: { rows: readonly DossierRow[]; compact: boolean }) {
  const texts = useTexts(productsTexts);
  const navigate = useNavigate();
  const columns = useColumns();
  const [page, setPage] = useState(0);
  const narrow = useMediaQuery(`(max-width:${WIDTHS.drawer - 0.05}px)`);
  const oneColumn = useMediaQuery(`(max-width:${WIDTHS.oneColumn - 0.05}px)`);
  const small = useMediaQuery('(max-width:1119.95px)');
  const visibility = useMemo(() => hiddenColumns(narrow, small, oneColumn), [narrow, small, oneColumn]);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  // Fewer rows after a filter: the page that was open may no longer be there.
  useEffect(() => setPage((before) => Math.min(before, pages - 1)), [pages]);
  const open = (row: DossierRow) => void navigate(row.path);
  return (
    <>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <Grid
          label={texts.gridLabel}
          compact={compact}
          rows={rows as DossierRow[]}
          columns={columns}
          getRowId={(row) => row.summary.id}
          columnVisibilityModel={visibility}
          paginationModel={{ page, pageSize: PAGE }}
          initialState={{ sorting: { sortModel: [{ field: 'changed', sort: 'desc' }] } }}
          onRowDoubleClick={({ row }) => open(row)}
          onCellKeyDown={({ row }, event) => {
            if (event.key !== 'Enter') return;
            event.defaultMuiPrevented = true;
            open(row);
          }}
        />
      </Box>
      <Box
        component="footer"
        sx={{
          minHeight: 36,
          flexShrink: 0,
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          px: 4,
          bgcolor: 'raised',
          borderTop: '1px solid',
          borderColor: 'hairline',
          typography: 'caption',
          color: 'ink2',
        }}
      >
        {(['clear', 'non-compliant', 'not-verified', 'not-applicable', 'open'] as const).map((look) => (
          <Box key={look} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '5px' }}>
            <LookMark look={look} mark="一" /> {texts.look[look]}
          </Box>
        ))}
        <Box component="span" sx={{ ml: 3, '@media (max-width: 1400px)': { display: 'none' } }}>
          {texts.noBulk}
        </Box>
        <Box sx={{ flex: 1 }} />
        {!narrow && <GridKeys />}
        <Typography variant="caption" sx={{ ml: 3, color: 'ink2' }}>
          {texts.range(page * PAGE + 1, Math.min(rows.length, (page + 1) * PAGE), rows.length)}
        </Typography>
        {pages > 1 && (
          <>
            <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {texts.previous}
            </Button>
            <Button size="small" disabled={page >= pages - 1} onClick={() => setPage(page + 1)}>
              {texts.next}
            </Button>
          </>
        )}
      </Box>
    </>
  );
}

function GridKeys() {
  const { keys } = useTexts(productsTexts);
  return (
    <>
      <Kbd keys="↑+↓" /> {keys.move} <Kbd keys="Enter" /> {keys.open} <Kbd keys="F" /> {keys.filter}
    </>
  );
}

/** What yields first when the window is narrow; the product, where it stands and its outcome stay. */
function hiddenColumns(narrow: boolean, small: boolean, oneColumn: boolean): Record<string, boolean> {
  const away = [
    ...(narrow ? ['agreement', 'size'] : []),
    ...(small ? ['files', 'sharing'] : []),
    ...(oneColumn ? ['form', 'developer', 'due', 'version'] : []),
  ];
  return Object.fromEntries(away.map((field) => [field, false]));
}

function useColumns(): GridColDef<DossierRow>[] {
  const texts = useTexts(productsTexts);
  const common = useTexts(commonTexts);
  const words = useStatusWords();
  return useMemo(() => {
    const { columns: c } = texts;
    const wall = (at: string) => {
      const instant = parseInstant(at);
      return instant === null ? '' : shanghaiWallTime(instant).slice(5, 16);
    };
    const columns: GridColDef<DossierRow>[] = [
      {
        field: 'product',
        headerName: c.product,
        minWidth: 152,
        flex: 1.4,
        valueGetter: (_value, row) => row.summary.product || common.dash,
      },
      { field: 'version', headerName: c.version, width: 74, valueGetter: (_value, row) => texts.version(row.summary.version) },
      {
        field: 'form',
        headerName: c.form,
        width: 104,
        valueGetter: (_value, row) => (row.summary.form ? common.forms[row.summary.form] : ''),
      },
      { field: 'developer', headerName: c.developer, minWidth: 110, flex: 1, valueGetter: (_value, row) => row.summary.developer },
      { field: 'agreement', headerName: c.agreement, width: 122, valueGetter: (_value, row) => row.summary.agreement || common.dash },
      {
        field: 'sharing',
        headerName: c.sharing,
        width: 98,
        valueGetter: (_value, row) => (row.summary.sharingMode ? common.sharingModes[row.summary.sharingMode] : common.dash),
      },
      {
        field: 'status',
        headerName: c.status,
        width: 106,
        valueGetter: (_value, row) => words(row.status),
        renderCell: ({ row }) =>
          row.status === 'secrets' ? (
            <ToneChip tone="red" label={words(row.status)} plain />
          ) : (
            <StatusChip kind={row.status} label={words(row.status)} plain />
          ),
      },
      {
        field: 'outcome',
        headerName: c.outcome,
        width: 98,
        valueGetter: (_value, row) => (row.verdict ? common.outcomes[row.verdict.outcome] : ''),
        renderCell: ({ row }) =>
          row.verdict ? <OutcomeChip outcome={row.verdict.outcome} label={common.outcomes[row.verdict.outcome]} /> : common.dash,
      },
      { field: 'risks', headerName: c.risks, width: 104, sortable: false, renderCell: ({ row }) => <RiskMarks row={row} /> },
      {
        field: 'files',
        headerName: c.files,
        width: 56,
        align: 'right',
        headerAlign: 'right',
        type: 'number',
        valueGetter: (_value, row) => row.summary.files,
      },
      {
        field: 'size',
        headerName: c.size,
        width: 84,
        align: 'right',
        headerAlign: 'right',
        type: 'number',
        valueGetter: (_value, row) => row.summary.bytes,
        valueFormatter: (value: number) => formatBytes(value),
      },
      {
        field: 'changed',
        headerName: c.changed,
        width: 108,
        valueGetter: (_value, row) => row.summary.updatedAt,
        valueFormatter: (value: string) => wall(value),
      },
      {
        field: 'due',
        headerName: c.due,
        width: 96,
        align: 'right',
        headerAlign: 'right',
        valueGetter: (_value, row) => row.due ?? '',
        valueFormatter: (value: string) => value || common.dash,
      },
    ];
    return columns;
  }, [texts, common, words]);
}

const OUTCOME_TONES = { pass: 'teal', 'pass-with-conditions': 'amber', return: 'amber', reject: 'ink' } as const;
const OutcomeChip = ({ outcome, label }: { outcome: keyof typeof OUTCOME_TONES; label: string }) => (
  <ToneChip tone={OUTCOME_TONES[outcome]} label={label} />
);
