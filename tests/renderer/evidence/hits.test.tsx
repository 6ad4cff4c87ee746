// @vitest-environment jsdom
// A hit names its column; the lines of a text have no column, and are called what they are in the reader's language.
import type { Hit } from '@shared/analysis/result';
import type { Language } from '@shared/texts/language';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider } from '../../../src-renderer/components/language';
import { Hits } from '../../../src-renderer/features/evidence/hits';
import { evidenceTexts } from '../../../src-shared/texts/evidence';

afterEach(() => {
  document.body.innerHTML = '';
});

const hit: Hit = {
  detector: 'secret',
  cells: 2,
  valid: 2,
  invalid: 0,
  certainty: 'likely',
  direct: false,
  sensitive: false,
  source: '',
  why: '',
  samples: [],
};
const acts = { accept: () => {}, overrule: () => {}, reason: () => {}, openItem: () => {}, before: () => undefined, frozen: false };

async function columnOf(column: string, lines: boolean, language: Language): Promise<string> {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  // The window's width is the browser's to tell.
  window.matchMedia = (query) =>
    ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList;
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const rows = [{ id: 'x', column, hit, finding: null }];
  await act(async () =>
    root.render(
      <LanguageProvider value={language}>
        <Hits
          rows={rows}
          lines={lines ? evidenceTexts[language].type.text : null}
          earlier={new Map()}
          selected={null}
          onSelect={() => {}}
          acts={acts}
        />
      </LanguageProvider>,
    ),
  );
  const name = document.querySelector('tbody td')?.textContent ?? '';
  await act(async () => root.unmount());
  return name;
}

it('stands with the name of its column, or as what it was found in', async () => {
  expect([await columnOf('备注', false, 'zh'), await columnOf('text', true, 'zh'), await columnOf('text', true, 'en')]).toEqual([
    '备注',
    '文本',
    'text',
  ]);
});
