// The columns of a table side by side: what each is taken to hold, by pattern and word, and a dashed frame where the agreement does not name it.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AnalysedColumn, AnalysisFile } from '@shared/analysis/result';
import { detectorName } from '@shared/assessment/proposals';
import { evidenceTexts } from '@shared/texts/evidence';
import { useLanguage, useTexts } from '../../components/language';
import { type ColumnMark, columnMark, distinctShare } from './looks';

/** Direct identifiers are solid ink, sensitive data amber dots, other hits teal diagonals, the rest plain: they read in grey-scale. */
const PATTERN: Readonly<Record<ColumnMark, object>> = {
  direct: { bgcolor: 'ink' },
  sensitive: { color: 'amberText', background: 'radial-gradient(circle, currentColor 1.2px, transparent 1.6px) 0 0 / 6px 6px' },
  other: { color: 'teal', background: 'repeating-linear-gradient(135deg, currentColor 0 3px, transparent 3px 7px)' },
  clean: { bgcolor: 'sunken' },
};
const MARKS: readonly ColumnMark[] = ['direct', 'sensitive', 'other', 'clean'];

export function ColumnMap({ look }: { look: AnalysisFile }) {
  const texts = useTexts(evidenceTexts);
  const columns = look.columns ?? [];
  const unauthorised = new Set(look.scope?.unauthorised ?? []);
  const count = (mark: ColumnMark) => columns.filter((column) => columnMark(column) === mark).length;
  return (
    <Box component="section" aria-label={texts.columnMap} sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, mb: 2 }}>
        <Typography variant="h3">{texts.columnMap}</Typography>
        {MARKS.map((mark) => (
          <Legend key={mark} mark={mark} words={`${texts[mark]} ${count(mark)}`} />
        ))}
        <Box component="span" sx={{ display: 'inline-flex', gap: '6px', alignItems: 'center', typography: 'caption' }}>
          <Box component="span" aria-hidden sx={{ width: 16, height: 10, border: '1px dashed', borderColor: 'ink' }} />
          {texts.unauthorised} {unauthorised.size}
        </Box>
      </Box>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(92px, 1fr))', gap: '6px' }}
      >
        {columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same name, their place tells them apart
          <ColumnCard key={index} column={column} rows={look.rows} agreed={!unauthorised.has(column.name)} />
        ))}
      </Box>
    </Box>
  );
}

const Legend = ({ mark, words }: { mark: ColumnMark; words: string }) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: '6px', alignItems: 'center', typography: 'caption' }}>
    <Box component="span" aria-hidden sx={{ width: 16, height: 10, ...PATTERN[mark] }} />
    {words}
  </Box>
);

function ColumnCard({ column, rows, agreed }: { column: AnalysedColumn; rows: number | null; agreed: boolean }) {
  const texts = useTexts(evidenceTexts);
  const language = useLanguage();
  const mark = columnMark(column);
  const share = distinctShare(column, rows);
  const hits = column.hits.map((hit) => detectorName(hit.detector, language)).join('、');
  return (
    <Box
      component="li"
      title={hits}
      sx={{
        border: agreed ? '1px solid' : '1px dashed',
        borderColor: agreed ? 'hairline' : 'ink',
        borderRadius: '4px',
        overflow: 'hidden',
        minWidth: 0,
      }}
    >
      <Box aria-hidden sx={{ height: 22, ...PATTERN[mark] }} />
      <Box sx={{ px: 2, py: '5px' }}>
        <Typography variant="body2" component="div" noWrap title={column.name} sx={{ fontWeight: 600 }}>
          {column.name}
        </Typography>
        <Typography variant="caption" component="div" noWrap>
          {hits || texts.type[column.type]}
        </Typography>
        <Typography variant="caption" component="div" noWrap sx={{ color: agreed ? 'ink3' : 'ink', fontWeight: agreed ? 400 : 600 }}>
          {agreed ? (share === null ? '' : texts.distinct(share)) : texts.unauthorised}
        </Typography>
      </Box>
    </Box>
  );
}
