// The one line at the foot that says what just happened and lets it be undone, for eight seconds. Nothing that blocks is shown here.
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import SnackbarContent from '@mui/material/SnackbarContent';
import { commonTexts } from '@shared/texts/common';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { WIDTHS } from '../theme/tokens';
import { useTexts } from './language';

export type NoticeText = { readonly text: string; readonly undo?: () => void };
const SHOWN_FOR = 8_000;
const NoticeContext = createContext<(notice: NoticeText | null) => void>(() => undefined);
/** Null takes back what is shown: what it could undo is out of sight. */
export const useNotice = () => useContext(NoticeContext);

export function NoticeProvider({ children }: { children: ReactNode }) {
  const texts = useTexts(commonTexts);
  const [notice, setNotice] = useState<(NoticeText & { readonly key: number }) | null>(null);
  const [open, setOpen] = useState(false);
  const show = useCallback((next: NoticeText | null) => {
    if (next === null) return setOpen(false);
    setNotice((before) => ({ ...next, key: (before?.key ?? 0) + 1 }));
    setOpen(true);
  }, []);
  const undo = notice?.undo;
  return (
    <NoticeContext.Provider value={show}>
      {children}
      <Snackbar
        {...(notice ? { key: notice.key } : {})}
        open={open}
        autoHideDuration={SHOWN_FOR}
        onClose={(_event, reason) => reason !== 'clickaway' && setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        // In the empty middle of the page's footer, or above it where there is none; clicks beside its own button go through.
        sx={{
          bottom: { xs: 84, sm: 84 },
          left: { sm: '56%' },
          pointerEvents: 'none',
          [`@media (min-width: ${WIDTHS.drawer}px)`]: { bottom: 30 },
        }}
      >
        <SnackbarContent
          role="status"
          message={notice?.text ?? ''}
          sx={{ bgcolor: 'ink', color: 'paper', fontSize: 13, minWidth: { xs: 0, sm: 0 }, px: '12px', py: '2px', boxShadow: 'none' }}
          action={
            undo && (
              <Button
                size="small"
                sx={{
                  pointerEvents: 'auto',
                  color: 'inherit',
                  bgcolor: 'transparent',
                  borderColor: 'currentColor',
                  '&:hover': { bgcolor: 'transparent' },
                }}
                onClick={() => {
                  setOpen(false);
                  undo();
                }}
              >
                {texts.undo}
              </Button>
            )
          }
        />
      </Snackbar>
    </NoticeContext.Provider>
  );
}
