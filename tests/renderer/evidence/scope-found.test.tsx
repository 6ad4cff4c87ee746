// @vitest-environment jsdom
// What lies beyond the agreement stands on the page of the table with its item and its judgement, as every other finding does, and with what was said of
// the same at the last review; what keeps to the agreement is said to have been held against it.
import type { AnalysisFile } from '@shared/analysis/result';
import { proposals } from '@shared/assessment/proposals';
import type { Language } from '@shared/texts/language';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../../src-renderer/components/language';
import { PartlyNote } from '../../../src-renderer/features/evidence/file-look';
import type { JudgeActs } from '../../../src-renderer/features/evidence/judge';
import { fileLines } from '../../../src-renderer/features/evidence/looks';
import { ScopeFound } from '../../../src-renderer/features/evidence/scope-found';
import { mountedRoot } from '../../support/mounted-root';
import { edition } from '../../support/shipped-edition';
import { look, view } from './looks-support';

const root = mountedRoot();

const opened: string[] = [];
const acts: JudgeActs = {
  accept: () => {},
  overrule: () => {},
  reason: () => {},
  openItem: (item) => void opened.push(item),
  before: (id) => (id.endsWith(':scope:period') ? { dossier: 'd', version: '1', reason: '补充协议已延长' } : undefined),
  frozen: false,
};
async function shown(file: AnalysisFile, language: Language = 'zh') {
  await act(async () =>
    root().render(
      <LanguageProvider value={language}>
        <ScopeFound look={file} edition={edition} findings={proposals([file], edition)} acts={acts} />
        <PartlyNote look={file} />
      </LanguageProvider>,
    ),
  );
  return document.querySelector('section')?.textContent ?? '';
}

const beyond = look({
  scope: {
    unauthorised: ['余额', '备注'],
    missing: ['线路'],
    period: { authorised: { from: '2026-01-01', to: '2026-06-30' }, observed: { from: '2026-01-01', to: '2026-09-30' }, exceeds: true },
    area: { authorised: ['230202'], observed: ['230202'], exceeds: false },
  },
});

describe('what lies beyond the agreement', () => {
  it('is told part by part, each to be judged, with its item and what was said last time', async () => {
    const said = await shown(beyond);
    expect(said).toContain('余额、备注');
    expect(said).toContain('2026-09-30');
    expect(said).toContain('线路');
    expect(said).toContain('补充协议已延长');
    expect(document.querySelectorAll('button[aria-label^="推翻"]')).toHaveLength(2);
    const item = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '一-2');
    await act(async () => item?.click());
    expect(opened).toHaveLength(1);
  });

  it('reads in English without a Chinese word of ours', async () => {
    const said = (await shown(beyond, 'en')).replaceAll(/余额|备注|线路|补充协议已延长/g, '');
    expect(said).not.toMatch(/\p{Script=Han}/u);
  });

  it('names twenty fields and counts the rest', async () => {
    const many = look({ scope: { unauthorised: Array.from({ length: 25 }, (_, i) => `列${i}。`), missing: [] } });
    const said = await shown(many);
    expect([said.includes('列19。'), said.includes('列20。'), said.includes('25')]).toEqual([true, false, true]);
  });

  it('is counted at the name of the file, part by part', () => {
    const file = { sha256: 'a'.repeat(64), name: 'a.csv', bytes: 9, role: 'delivered' as const };
    expect(fileLines([file], [view('a'.repeat(64), [beyond])], edition)[0]?.hits).toBe(2);
  });

  it('is nothing where all that was compared keeps to it, and then that is said with the item', async () => {
    const said = await shown(look({ scope: { unauthorised: [], missing: [], area: { authorised: [], observed: [], exceeds: false } } }));
    expect(said).toContain('没有超出协议：字段、地域');
    expect(document.querySelector('button[aria-label^="推翻"]')).toBeNull();
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toContain('一-2');
  });
});

describe('a table of which no row was read', () => {
  it('is not called unopened when its columns were read', async () => {
    await shown(look({ rows: 0, partly: { code: 'QUOTE_UNCLOSED', rowsRead: 0 } }));
    const note = document.querySelector('[role="note"]')?.textContent ?? '';
    expect([note.includes('没有打开'), note.includes('一行也没有读到')]).toEqual([false, true]);
    await shown(look({ rows: null, format: null, partly: { code: 'FORMAT_NOT_READ', rowsRead: 0 } }));
    expect(document.querySelector('[role="note"]')?.textContent).toContain('没有打开');
  });
});
