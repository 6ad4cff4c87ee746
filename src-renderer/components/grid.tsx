// The data grid of lists: MUI's community grid with the document's nonce, our rows, our language and no frame of its own.
import { DataGrid, type DataGridProps, type GridValidRowModel } from '@mui/x-data-grid';
import { zhCN } from '@mui/x-data-grid/locales';
import { styleNonce } from '../theme/theme-root';
import { SIZES } from '../theme/tokens';
import { useLanguage } from './language';

const zhTexts = zhCN.components.MuiDataGrid.defaultProps.localeText;

/** `label` names the grid for screen readers; `density` is our own: 32 or 26 px rows. */
export function Grid<R extends GridValidRowModel>({
  label,
  compact = false,
  sx,
  ...props
}: Omit<DataGridProps<R>, 'nonce' | 'rowHeight'> & { label: string; compact?: boolean }) {
  const language = useLanguage();
  return (
    <DataGrid<R>
      nonce={styleNonce()}
      aria-label={label}
      rowHeight={compact ? SIZES.rowCompact : SIZES.row}
      columnHeaderHeight={SIZES.row}
      disableColumnMenu
      hideFooter
      disableRowSelectionOnClick
      {...(language === 'zh' && zhTexts ? { localeText: zhTexts } : {})}
      {...props}
      sx={[
        {
          border: 0,
          // In the dark the grid would lighten its own surface; ours lies on the sheet.
          backgroundColor: 'paper',
          '--DataGrid-t-color-background-base': (theme) => theme.palette.background.paper,
          fontSize: 13,
          '--DataGrid-containerBackground': (theme) => theme.palette.raised,
          '--DataGrid-rowBorderColor': (theme) => theme.palette.hairline,
          '& .MuiDataGrid-columnHeaderTitle': { fontWeight: 500, color: 'ink2' },
          '& .MuiDataGrid-cell:focus-visible, & .MuiDataGrid-columnHeader:focus-visible': {
            outline: '2px solid',
            outlineColor: 'teal',
            outlineOffset: -2,
          },
          '& .MuiDataGrid-row.Mui-selected': { bgcolor: 'selected' },
          '& .MuiDataGrid-row:hover': { bgcolor: 'raised' },
        },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    />
  );
}
