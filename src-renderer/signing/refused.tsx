// What stands in the window when the bytes say something that could not be shown in full: no paper, no field, only the way back.
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { SigningView } from '@shared/contract/views';
import { signingTexts } from '@shared/texts/signing';
import { useEffect } from 'react';
import { signingBridge } from '../bridge/signing';
import { Kbd } from '../components/kbd';
import { useTexts } from '../components/language';
import { ErrorState } from '../components/states';
import type { RefusalCode } from './to-sign';
import { visibleText } from './visible-text';
import { WindowHead } from './window-head';

export function Refused({ view, code, detail }: { view: SigningView; code: RefusalCode; detail?: string }) {
  const t = useTexts(signingTexts);
  const leave = () => void signingBridge().cancel({ request: view.request });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isTrusted && event.key === 'Escape' && !event.isComposing) void signingBridge().cancel({ request: view.request });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [view.request]);
  return (
    <Box component="main" sx={{ height: '100%', bgcolor: 'desk', display: 'flex', flexDirection: 'column' }}>
      <WindowHead view={view} onClose={leave} />
      <Box sx={{ m: 7, mt: 0, flex: 1, bgcolor: 'paper', border: '1px solid', borderColor: 'strong', borderRadius: '6px', px: 8 }}>
        <ErrorState
          tone="red"
          icon={DescriptionOutlined}
          title={t.refusedTitle}
          code={code}
          {...(detail === undefined ? {} : { detail: visibleText(detail) })}
          actions={
            <Button onClick={leave}>
              {t.decline} <Kbd keys="Esc" />
            </Button>
          }
        >
          {t.refused[code]} {t.refusedTodo}
        </ErrorState>
      </Box>
    </Box>
  );
}
