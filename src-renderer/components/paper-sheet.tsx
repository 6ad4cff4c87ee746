// A small page in the manner of an official document, shown beside the work and printed alone. Paper stays paper in the dark.
import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import { LIGHT, OFFICIAL, RADIUS } from '../theme/tokens';

type Props = {
  readonly head: string;
  readonly title: string;
  readonly to?: string;
  readonly lines: readonly string[];
  readonly sign: string;
  readonly day: string;
};

const PRINT_ALONE = {
  '@media print': {
    'body *': { visibility: 'hidden' },
    '[data-print-sheet], [data-print-sheet] *': { visibility: 'visible' },
    '[data-print-sheet]': {
      position: 'fixed',
      inset: 0,
      width: 'auto !important',
      boxShadow: 'none !important',
      fontSize: '16pt !important',
      lineHeight: '28pt !important',
      padding: '37mm 26mm 35mm 28mm !important',
    },
  },
} as const;

export function PaperSheet({ head, title, to, lines, sign, day }: Props) {
  return (
    <Box
      data-print-sheet
      lang="zh-CN"
      role="document"
      aria-label={title}
      sx={{
        width: 372,
        maxWidth: '100%',
        px: '30px',
        py: '26px',
        bgcolor: OFFICIAL.paper,
        color: OFFICIAL.ink,
        borderRadius: `${RADIUS.official}px`,
        border: '1px solid',
        borderColor: 'hairline',
        boxShadow: '0 1px 3px rgba(16,32,44,.14)',
        typography: 'law',
        fontSize: 13,
        lineHeight: '24px',
      }}
    >
      <GlobalStyles styles={PRINT_ALONE} />
      {head !== '' && (
        <Box
          sx={{
            textAlign: 'center',
            color: LIGHT.seal.text,
            fontWeight: 700,
            fontSize: 18,
            lineHeight: '28px',
            letterSpacing: '2px',
            pb: 1,
            borderBottom: `2px solid ${LIGHT.seal.text}`,
          }}
        >
          {head}
        </Box>
      )}
      <Box component="h3" sx={{ textAlign: 'center', fontSize: 16, lineHeight: '26px', fontWeight: 700, letterSpacing: '4px', my: 3 }}>
        {title}
      </Box>
      {to && <Box>{to}</Box>}
      {lines.map((line) => (
        <Box component="p" key={line} sx={{ m: 0, textIndent: '2em', overflowWrap: 'anywhere' }}>
          {line}
        </Box>
      ))}
      <Box sx={{ textAlign: 'right', mt: 5 }}>
        {sign}
        <br />
        {day}
      </Box>
    </Box>
  );
}
