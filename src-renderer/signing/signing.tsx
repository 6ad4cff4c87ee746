// Entry of the signing window: asks main for the one request this window was opened for, and shows it or says why it cannot.

import '../bridge/no-code-generation';
import { assert } from '@shared/basics/assertions';
import { ok, type Result } from '@shared/basics/result';
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
import { type Words, wordsFor } from './paper/words';
import { Refused } from './refused';
import { incidentSheets, type Sheets, verdictSheets } from './sheets';
import { type RefusalCode, readIncident, readToSign } from './to-sign';
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

function read(view: SigningView, words: Words): Result<Sheets, RefusalCode> {
  const incident = readIncident(view.payloads);
  if (incident) return incident.ok ? ok(incidentSheets(incident.value, view, words)) : incident;
  const verdict = readToSign(view.payloads);
  return verdict.ok ? ok(verdictSheets(verdict.value, view, words)) : verdict;
}

function Ready({ view }: { view: SigningView }) {
  const words = wordsFor(view.language);
  const shown = read(view, words);
  useEffect(() => {
    document.documentElement.lang = view.language === 'zh' ? 'zh-CN' : 'en';
  }, [view.language]);
  return (
    <ThemeRoot choice={view.theme}>
      <LanguageProvider value={view.language}>
        <NoticeProvider>
          {shown.ok ? (
            <SigningWindow view={view} sheets={shown.value} />
          ) : (
            <Refused view={view} code={shown.code} {...(shown.detail === undefined ? {} : { detail: shown.detail })} />
          )}
        </NoticeProvider>
      </LanguageProvider>
    </ThemeRoot>
  );
}

const root = document.getElementById('root');
assert(root !== null, 'the page has a root');
createRoot(root).render(<Page />);
