// One line of the dossier page: the name of the row hangs in the 72 px column that the article number shares, the content stands beside it.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import type { ReactNode } from 'react';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import { WIDTHS } from '../../theme/tokens';

export const LABEL_COLUMN = 72;
export const useOneColumn = (): boolean => useMediaQuery(`(max-width:${WIDTHS.oneColumn - 0.05}px)`);

type Props = { readonly label?: ReactNode; readonly children: ReactNode; readonly id?: string; readonly last?: boolean };

/** In one column the name stands above its content. */
export function Row({ label, children, id, last = false }: Props) {
  const narrow = useOneColumn();
  return (
    <Box
      component="section"
      id={id}
      sx={{
        display: 'flex',
        flexDirection: narrow ? 'column' : 'row',
        columnGap: 4,
        rowGap: 1,
        py: '10px',
        borderBottom: last ? 0 : '1px solid',
        borderColor: 'hairline',
      }}
    >
      {(label !== undefined || !narrow) && (
        <Box
          sx={{
            width: narrow ? 'auto' : LABEL_COLUMN,
            flexShrink: 0,
            typography: 'body2',
            color: 'ink2',
            textAlign: narrow ? 'left' : 'right',
            pt: '3px',
            px: narrow ? 0 : 2,
          }}
        >
          {label}
        </Box>
      )}
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
    </Box>
  );
}

/** In one column, what comes before the answer is folded to one line, so that question and answers stand together. */
export function Fold({ open, summary, onOpen, children }: { open: boolean; summary: string; onOpen: () => void; children: ReactNode }) {
  const texts = useTexts(assessTexts);
  const { labelled } = useTexts(commonTexts);
  if (open) return children;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        py: '10px',
        borderBottom: '1px solid',
        borderColor: 'hairline',
        typography: 'body2',
      }}
    >
      <StatusIcon kind="machine" />
      {summary}
      <Link
        component="button"
        type="button"
        variant="body2"
        onClick={onOpen}
        aria-label={labelled(texts.unfold, summary)}
        sx={{ ml: 'auto' }}
      >
        {texts.unfold}
      </Link>
    </Box>
  );
}
