// What the pages of both quarantines are made of: headed parts, a quotation of the measures, numbered steps, lines with an icon.
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { articleOf, clauseLabel } from '@shared/regulation/measures';
import { quarantineTexts } from '@shared/texts/quarantine';
import type { ReactNode } from 'react';
import { useTexts } from '../../components/language';

export const Part = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => (
  <Box component="section" aria-label={title} sx={{ mb: 5 }}>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2, mb: 2 }}>
      <Typography variant="h3">{title}</Typography>
      {note && <Typography variant="caption">{note}</Typography>}
    </Box>
    {children}
  </Box>
);

/** What the ledger has, as it stands there. */
export const LedgerLines = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      typography: 'mono',
      px: 3,
      py: 2,
      border: '1px solid',
      borderColor: 'hairline',
      borderRadius: '4px',
      bgcolor: 'paper',
      overflowWrap: 'anywhere',
    }}
  >
    {children}
  </Box>
);

export const Line = ({ icon, note, children }: { icon: ReactNode; note?: string; children: ReactNode }) => (
  <Box sx={{ display: 'flex', gap: 2, py: 2, borderBottom: '1px solid', borderColor: 'hairline', typography: 'body2' }}>
    <Box sx={{ mt: '2px' }}>{icon}</Box>
    <Box sx={{ minWidth: 0 }}>
      {children}
      {note && (
        <Typography variant="caption" component="div">
          {note}
        </Typography>
      )}
    </Box>
  </Box>
);

/** A paragraph of the measures, word for word; the words that decide are underlined where they stand in it. English readers get an aid below, which is no law. */
export function LawQuote({ article, paragraph, decides }: { article: '2' | '17' | '21'; paragraph: number; decides?: string }) {
  const aid = useTexts(quarantineTexts).aid[article];
  const text = articleOf(article)?.paragraphs[paragraph - 1]?.text ?? '';
  const at = decides === undefined ? -1 : text.indexOf(decides);
  return (
    <Box sx={{ py: 2, mb: 4 }}>
      <Box sx={{ display: 'flex', columnGap: 4 }}>
        <Typography variant="law" component="div" lang="zh-CN" sx={{ whiteSpace: 'nowrap' }}>
          {clauseLabel({ article, paragraph })}
        </Typography>
        <Typography variant="law" component="p" lang="zh-CN" sx={{ m: 0, borderLeft: '1px solid', borderColor: 'strong', pl: 4 }}>
          {at < 0 || decides === undefined ? (
            text
          ) : (
            <>
              {text.slice(0, at)}
              <Box component="span" sx={{ borderBottom: '2px solid', borderColor: 'teal' }}>
                {decides}
              </Box>
              {text.slice(at + decides.length)}
            </>
          )}
        </Typography>
      </Box>
      {aid !== '' && (
        <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
          {aid}
        </Typography>
      )}
    </Box>
  );
}

export const StepList = ({ title, note, children }: { title: string; note: string; children: ReactNode }) => (
  <Part title={title} note={note}>
    <Box component="ol" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0, borderTop: '1px solid', borderColor: 'strong' }}>
      {children}
    </Box>
  </Part>
);

type StepProps = {
  readonly number: number;
  readonly title: string;
  /** Beside the title: who and when, or on what ground. */
  readonly beside?: string | undefined;
  readonly done: boolean;
  readonly current: boolean;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Below, over the whole width: a form. */
  readonly below?: ReactNode;
};

export const Step = ({ number, title, beside, done, current, children, action, below }: StepProps) => (
  <Box
    component="li"
    aria-current={current ? 'step' : undefined}
    sx={{ px: 2, py: 3, borderBottom: '1px solid', borderColor: 'hairline', bgcolor: current ? 'selected' : 'transparent' }}
  >
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 2 }}>
      <Box
        aria-hidden
        sx={{
          width: 26,
          height: 26,
          flexShrink: 0,
          alignSelf: 'flex-start',
          borderRadius: '50%',
          display: 'grid',
          placeItems: 'center',
          border: '1px solid',
          borderColor: 'control',
          bgcolor: done ? 'tealTint' : 'paper',
          typography: 'body2',
        }}
      >
        {done ? <CheckOutlined sx={{ fontSize: 16, color: 'teal' }} /> : number}
      </Box>
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 3 }}>
          <Typography variant="h3" component="h4">
            {title}
          </Typography>
          {beside && <Typography variant="caption">{beside}</Typography>}
        </Box>
        <Typography variant="body2" component="div" sx={{ maxWidth: 720 }}>
          {children}
        </Typography>
      </Box>
      {action && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>{action}</Box>}
    </Box>
    {below}
  </Box>
);
