// The closed cover of the dossier: the name of the product and Article 17, set downwards as such covers are. In English the law stays as it is, with a
// reading aid below that says it is none.
import Box from '@mui/material/Box';
import { articleOf } from '@shared/regulation/measures';
import { shellTexts } from '@shared/texts/shell';
import { useTexts } from '../../components/language';
import { OFFICIAL } from '../../theme/tokens';

/** Four stitches hold a thread-bound book. */
const STITCHES = [1, 2, 3, 4] as const;

export function Cover() {
  const { lock } = useTexts(shellTexts);
  const article = articleOf('17');
  return (
    <Box
      component="aside"
      aria-label={article?.label}
      lang="zh-CN"
      sx={{
        position: 'relative',
        width: '43%',
        maxWidth: 620,
        flexShrink: 0,
        bgcolor: OFFICIAL.cover,
        color: OFFICIAL.label,
        overflow: 'hidden',
        '@media (max-width: 1100px)': { display: 'none' },
      }}
    >
      <Box sx={{ position: 'absolute', inset: '0 auto 0 0', width: 56, bgcolor: OFFICIAL.spine }} />
      <Box
        sx={{ position: 'absolute', left: 26, top: 0, bottom: 0, display: 'flex', flexDirection: 'column', justifyContent: 'space-evenly' }}
      >
        {STITCHES.map((stitch) => (
          <Box key={stitch} sx={{ height: 74, borderLeft: '2px dashed', opacity: 0.85 }} />
        ))}
      </Box>
      <Box sx={{ position: 'absolute', left: 104, top: 72, p: '5px', bgcolor: OFFICIAL.label }}>
        <Box
          sx={{
            px: '10px',
            py: '30px',
            border: '1px solid #8A8573',
            color: OFFICIAL.ink,
            typography: 'official',
            fontSize: 38,
            lineHeight: '42px',
            letterSpacing: '6px',
            writingMode: 'vertical-rl',
          }}
        >
          {'十七审'}
        </Box>
      </Box>
      <Box
        sx={{
          position: 'absolute',
          right: 72,
          top: 118,
          bottom: 90,
          left: 210,
          writingMode: 'vertical-rl',
          typography: 'law',
          fontSize: 17,
          lineHeight: '33px',
          color: '#DCE6E8',
          // Lower windows hold fewer letters in a column: smaller ones keep the last column clear of the title slip.
          '@media (max-height: 849.95px)': { fontSize: 15, lineHeight: '28px' },
          '@media (max-height: 719.95px)': { fontSize: 13, lineHeight: '24px' },
          // Narrow covers hold fewer columns.
          '@media (max-width: 1249.95px)': { right: 40, fontSize: 13, lineHeight: '21px' },
        }}
      >
        <Box component="h2" sx={{ m: 0, fontSize: '1.06em', lineHeight: 'inherit', fontWeight: 700 }}>
          {article?.label}
        </Box>
        {article?.paragraphs.flatMap((paragraph) => [
          <p key={paragraph.number} style={{ margin: 0 }}>
            {paragraph.text}
          </p>,
          ...paragraph.items.map((item) => (
            <p key={`${paragraph.number}-${item.number}`} style={{ margin: 0 }}>
              （{item.mark}）{item.text}
            </p>
          )),
        ])}
      </Box>
      <Box
        sx={{
          position: 'absolute',
          left: 104,
          right: 40,
          bottom: 24,
          textAlign: 'right',
          typography: 'law',
          fontSize: 12,
          lineHeight: '18px',
          color: '#9DB3B8',
        }}
      >
        {lock.source}
        {lock.aid !== '' && (
          <Box component="p" lang="en" sx={{ m: 0, textAlign: 'left' }}>
            {lock.aid}
          </Box>
        )}
      </Box>
    </Box>
  );
}
