// Entry of the signing window: asks main for the one request this window was opened for, and shows it or says why it cannot.

import '../bridge/no-code-generation';
import { assert } from '@shared/basics/assertions';
import type { CodeOf } from '@shared/contract/call';
import { contractWords } from '@shared/contract/codes';
import type { signingCalls } from '@shared/contract/contract';
import type { SigningView } from '@shared/contract/views';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { signingBridge } from '../bridge/signing';
import { LanguageProvider } from '../components/language';
import { NoticeProvider } from '../components/notice';
import { ErrorState } from '../components/states';
import { ThemeRoot } from '../theme/theme-root';
import { Refused } from './refused';
import { readToSign } from './to-sign';
import { SigningWindow } from './window';

type Loaded = { readonly view: SigningView } | { readonly code: CodeOf<typeof signingCalls.getView> };

function Page() {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    void signingBridge()
      .getView(undefined)
      .then((outcome) => setLoaded(outcome.ok ? { view: outcome.value } : { code: outcome.code }));
  }, []);
  if (loaded === null) return <ThemeRoot choice="system">{null}</ThemeRoot>;
  if ('code' in loaded) {
    const words = contractWords(loaded.code, 'zh');
    return (
      <ThemeRoot choice="system">
        <main style={{ padding: 24 }}>
          <ErrorState tone="red" title={words.title} code={loaded.code}>
            {words.todo}
          </ErrorState>
        </main>
      </ThemeRoot>
    );
  }
  return <Ready view={loaded.view} />;
}

function Ready({ view }: { view: SigningView }) {
  const toSign = readToSign(view.payloads);
  useEffect(() => {
    document.documentElement.lang = view.language === 'zh' ? 'zh-CN' : 'en';
  }, [view.language]);
  return (
    <ThemeRoot choice={view.theme}>
      <LanguageProvider value={view.language}>
        <NoticeProvider>
          {toSign.ok ? (
            <SigningWindow view={view} toSign={toSign.value} />
          ) : (
            <Refused view={view} code={toSign.code} {...(toSign.detail === undefined ? {} : { detail: toSign.detail })} />
          )}
        </NoticeProvider>
      </LanguageProvider>
    </ThemeRoot>
  );
}

const root = document.getElementById('root');
assert(root !== null, 'the page has a root');
createRoot(root).render(<Page />);
