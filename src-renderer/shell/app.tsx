// The app from the outside in: session, look and language, keys, then whichever of set-up, lock screen and desk the session allows.

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { DeskBridge } from '@shared/contract/contract';
import { commonTexts } from '@shared/texts/common';
import { shellTexts } from '@shared/texts/shell';
import { type ReactNode, useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { KeyboardProvider } from '../components/keyboard';
import { LanguageProvider, useTexts } from '../components/language';
import { NoticeProvider } from '../components/notice';
import { ErrorState } from '../components/states';
import { useSession } from '../session/session-context';
import { SessionProvider } from '../session/session-provider';
import { ThemeRoot } from '../theme/theme-root';
import { ErrorBoundary } from './error-boundary';
import { FirstRun } from './first-run/first-run';
import { LockedDesk } from './lock/locked-desk';
import { deskRouter } from './routes';
import { applyZoom } from './zoom';

export const App = ({ bridge }: { bridge: DeskBridge }) => (
  <SessionProvider bridge={bridge} fallback={(failed, retry) => <Waiting failed={failed} retry={retry} />}>
    <LookAndLanguage>
      <KeyboardProvider>
        <NoticeProvider>
          <ErrorBoundary>
            <Gate />
          </ErrorBoundary>
        </NoticeProvider>
      </KeyboardProvider>
    </LookAndLanguage>
  </SessionProvider>
);

function LookAndLanguage({ children }: { children: ReactNode }) {
  const { status, language, bridge } = useSession();
  useEffect(() => applyZoom(bridge), [bridge]);
  useEffect(() => {
    // Without `lang`, Han characters may take Japanese forms.
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <LanguageProvider value={language}>
      <ThemeRoot choice={status.theme}>{children}</ThemeRoot>
    </LanguageProvider>
  );
}

function Gate() {
  const { status, desk } = useSession();
  // Set-up goes on to its last step after the profile exists, so it says itself when it is done.
  const [settingUp, setSettingUp] = useState(status.profile === 'none');
  // Kept while the session lives, so that a new status does not send the reviewer back to the first page.
  const [router] = useState(deskRouter);
  if (settingUp || status.profile === 'none') return <FirstRun onDone={() => setSettingUp(false)} />;
  if (desk === null) return <LockedDesk />;
  return <RouterProvider router={router} />;
}

function Waiting({ failed, retry }: { failed: string | null; retry: () => void }) {
  return <ThemeRoot choice="system">{failed !== null && <NoAnswer code={failed} retry={retry} />}</ThemeRoot>;
}

function NoAnswer({ code, retry }: { code: string; retry: () => void }) {
  const { start } = useTexts(shellTexts);
  const common = useTexts(commonTexts);
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', height: '100%' }}>
      <ErrorState title={start.title} code={code} actions={<Button onClick={retry}>{common.retry}</Button>}>
        {start.about}
      </ErrorState>
    </Box>
  );
}
