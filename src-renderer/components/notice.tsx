// The one line at the foot that says what just happened and lets it be undone, for eight seconds. Nothing that blocks is shown here.
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import SnackbarContent from '@mui/material/SnackbarContent';
import { commonTexts } from '@shared/texts/common';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { Kbd } from './kbd';
import { useTexts } from './language';

export type NoticeText = { readonly text: string; readonly undo?: () => void };
const SHOWN_FOR = 8_000;
const NoticeContext = createContext<(notice: NoticeText) => void>(() => undefined);
export const useNotice = () => useContext(NoticeContext);

export function NoticeProvider({ children }: { children: ReactNode }) {
  const texts = useTexts(commonTexts);
  const [notice, setNotice] = useState<(NoticeText & { readonly key: number }) | null>(null);
  const [open, setOpen] = useState(false);
  const show = useCallback((next: NoticeText) => {
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
        // Above the page's footer, and let through to what lies under it: only its button takes a click.
        sx={{ mb: 16, pointerEvents: 'none' }}
      >
        <SnackbarContent
          role="status"
          message={notice?.text ?? ''}
          sx={{ bgcolor: 'ink', color: 'paper', fontSize: 13, minWidth: 0, py: '2px', boxShadow: 'none' }}
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
                {texts.undo} <Kbd keys="Ctrl+Z" onFill />
              </Button>
            )
          }
        />
      </Snackbar>
    </NoticeContext.Provider>
  );
}
