// Wraps a page in the desk's look: emotion with the document's CSP nonce, fonts, MUI theme in the chosen or the system's tone. Every page
// that shows React uses exactly this root.
import '@fontsource-variable/noto-sans-sc/index.css';
import '@fontsource-variable/noto-serif-sc/index.css';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { buildTheme } from './theme';

/** The nonce that main wrote into this document; the DataGrid wants it too. */
export const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const cache = createCache({ key: 'shiqi', nonce: styleNonce() });

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');
const watchDark = (changed: () => void) => {
  darkQuery.addEventListener('change', changed);
  return () => darkQuery.removeEventListener('change', changed);
};

export type ThemeChoice = 'light' | 'dark' | 'system';

export function ThemeRoot({ choice, children }: { choice: ThemeChoice; children: ReactNode }) {
  const systemDark = useSyncExternalStore(watchDark, () => darkQuery.matches);
  const mode = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
  const theme = useMemo(() => buildTheme(mode), [mode]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
