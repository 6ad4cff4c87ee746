// The columns of a table side by side: what each is taken to hold, by pattern and word, and a dashed frame where the agreement does not name it.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AnalysedColumn, AnalysisFile } from '@shared/analysis/result';
import type { ColumnRole } from '@shared/analysis/roles';
import { detectorName } from '@shared/assessment/proposals';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useLanguage, useTexts } from '../../components/language';
import { COLUMN_MARKS, type ColumnMark, columnMarks, distinctShare } from './looks';

/** Each reads in grey-scale too. Gradients take the colour of the text, which the theme keeps readable. */
const PATTERN: Readonly<Record<ColumnMark, object>> = {
  direct: { bgcolor: 'ink' },
  sensitive: {
    bgcolor: 'amberTint',
    color: 'amberText',
    backgroundImage: 'radial-gradient(circle, currentColor 1.5px, transparent 1.9px)',
    backgroundSize: '7px 7px',
  },
  reversible: {
    color: 'ink2',
    backgroundImage:
      'repeating-linear-gradient(45deg, currentColor 0 1px, transparent 1px 6px), repeating-linear-gradient(135deg, currentColor 0 1px, transparent 1px 6px)',
  },
  quasi: {
    bgcolor: 'tealTint',
    color: 'teal',
    backgroundImage: 'repeating-linear-gradient(135deg, currentColor 0 3px, transparent 3px 7px)',
  },
  weak: {
    bgcolor: 'amberTint',
    color: 'amberText',
    backgroundImage: 'repeating-linear-gradient(90deg, currentColor 0 2px, transparent 2px 8px)',
  },
  other: {
    bgcolor: 'sunken',
    color: 'control',
    backgroundImage: 'repeating-linear-gradient(0deg, currentColor 0 1px, transparent 1px 6px)',
  },
  clean: { bgcolor: 'sunken' },
};

type Props = {
  readonly look: AnalysisFile;
  /** By the place of the column. */
  readonly roles: readonly ColumnRole[];
  readonly selected: string | null;
};

export function ColumnMap({ look, roles, selected }: Props) {
  const texts = useTexts(evidenceTexts);
  // English words for what a column is are longer.
  const language = useLanguage();
  const columns = look.columns ?? [];
  const unauthorised = new Set(look.scope?.unauthorised ?? []);
  const marks = columns.map((column, index) => columnMarks(column, roles[index] ?? 'other'));
  const count = (mark: ColumnMark) => marks.filter((each) => each.includes(mark)).length;
  return (
    <Box component="section" aria-label={texts.columnMap} sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, mb: 2 }}>
        <Typography variant="h3">{texts.columnMap}</Typography>
        {COLUMN_MARKS.filter((mark) => count(mark) > 0).map((mark) => (
          <Legend key={mark} mark={mark} words={`${texts.mark[mark]} ${count(mark)}`} />
        ))}
        {unauthorised.size > 0 && (
          <Box component="span" sx={{ display: 'inline-flex', gap: '6px', alignItems: 'center', typography: 'caption' }}>
            <Box
              component="span"
              aria-hidden
              sx={{ width: 18, height: 12, border: '2px dashed', borderColor: 'ink', borderRadius: '2px' }}
            />
            {texts.unauthorised} {unauthorised.size}
          </Box>
        )}
      </Box>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: `repeat(auto-fill, minmax(${language === 'zh' ? 92 : 110}px, 1fr))`,
          gap: '6px',
        }}
      >
        {columns.map((column, index) => (
          <ColumnCard
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same name, their place tells them apart
            key={index}
            column={column}
            marks={marks[index] ?? ['clean']}
            role={roles[index] ?? 'other'}
            rows={look.rows}
            agreed={!unauthorised.has(column.name)}
            selected={selected === column.name}
          />
        ))}
      </Box>
    </Box>
  );
}

const Legend = ({ mark, words }: { mark: ColumnMark; words: string }) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: '6px', alignItems: 'center', typography: 'caption' }}>
    <Box component="span" aria-hidden sx={{ width: 18, height: 12, ...PATTERN[mark] }} />
    {words}
  </Box>
);

type CardProps = {
  readonly column: AnalysedColumn;
  readonly marks: readonly ColumnMark[];
  readonly role: ColumnRole;
  readonly rows: number | null;
  readonly agreed: boolean;
  readonly selected: boolean;
};

function ColumnCard({ column, marks, role, rows, agreed, selected }: CardProps) {
  const texts = useTexts(evidenceTexts);
  const words = useTexts(evidenceMeasureTexts);
  const language = useLanguage();
  const share = distinctShare(column, rows);
  const { list } = useTexts(commonTexts);
  const hits = list([...new Set(column.hits.map((hit) => detectorName(hit.detector, language)))]);
  const kinds = list(marks.map((mark) => texts.mark[mark]));
  const about = role === 'other' || role === 'identifier' ? hits || texts.type[column.type] : words.role[role];
  return (
    <Box
      component="li"
      title={[column.name, kinds, hits].filter((word) => word !== '').join(' · ')}
      sx={{
        border: agreed ? '1px solid' : '2px dashed',
        borderColor: agreed ? (selected ? 'teal' : 'hairline') : 'ink',
        outline: selected ? '2px solid' : 'none',
        outlineColor: 'ring',
        borderRadius: '4px',
        overflow: 'hidden',
        minWidth: 0,
      }}
    >
      <Box aria-hidden sx={{ height: 24, display: 'flex' }}>
        {marks.map((mark) => (
          <Box key={mark} sx={{ flex: 1, ...PATTERN[mark] }} />
        ))}
      </Box>
      <Box sx={{ px: '6px', py: '4px' }}>
        <Typography variant="body2" component="div" noWrap sx={{ fontWeight: 600 }}>
          {column.name}
        </Typography>
        <Typography variant="caption" component="div" noWrap sx={{ color: role === 'quasi' ? 'teal' : 'ink3' }}>
          {about}
        </Typography>
        <Typography variant="caption" component="div" noWrap sx={{ color: agreed ? 'ink3' : 'ink', fontWeight: agreed ? 400 : 600 }}>
          {agreed ? (share === null ? '' : texts.distinct(share)) : texts.unauthorised}
        </Typography>
      </Box>
    </Box>
  );
}
