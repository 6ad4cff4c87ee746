// @vitest-environment jsdom
// What is given away without being shown stands in tables, in both languages: figures, places by number and name, the item, and the judgement beside it.
import type { AnalysisFile } from '@shared/analysis/result';
import { proposals } from '@shared/assessment/proposals';
import type { Language } from '@shared/texts/language';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../../src-renderer/components/language';
import { ContentTable } from '../../../src-renderer/features/evidence/content-table';
import { InferenceTables } from '../../../src-renderer/features/evidence/inference-tables';
import type { JudgeActs } from '../../../src-renderer/features/evidence/judge';
import { mountedRoot } from '../../support/mounted-root';
import { edition } from '../../support/shipped-edition';

const root = mountedRoot();

const opened: string[] = [];
const acts: JudgeActs = {
  accept: () => {},
  overrule: () => {},
  reason: () => {},
  openItem: (item) => void opened.push(item),
  before: () => undefined,
  frozen: false,
};
const content = (code: string, count: number) => ({ code, count, why: `有${count}处`, source: '示例', samples: [] });
const file: AnalysisFile = {
  name: '汇总.csv',
  sha256: 'a'.repeat(64),
  bytes: 9,
  format: 'csv',
  encoding: 'utf-8',
  rows: 40,
  partly: null,
  columns: [],
  differencing: { totals: 7, hidden: 3, givenBack: 1, missingRows: 0, at: [{ row: 1_204, column: '户数', how: 'subtracted' }] },
  releases: { rows: 40, compared: 38, threshold: 5, small: 0, printedBefore: 0, at: [] },
  dominance: {
    cells: 12,
    dominated: 8,
    within: 8,
    sensitive: 8,
    n: 2,
    share: 0.9,
    p: 0.15,
    at: Array.from({ length: 8 }, (_, i) => ({ row: i + 1, contributors: 3, largest: 0.93, dominated: true, within: false })),
  },
  api: {
    document: {
      version: '3.1.0',
      operations: 2,
      servers: [{ kind: 'foreign', sign: '.com', https: false }],
      unauthenticated: ['GET /score'],
      enumerable: [{ operation: 'GET /score/{id}', parameter: 'id', bits: 20 }],
      projection: [],
      bulk: [{ operation: 'GET /scores', parameter: 'limit', maximum: null }],
      rateUnstated: [],
    },
    samples: null,
  },
  content: [content('TOTAL_GIVES_BACK', 1), content('DOMINATED_CELL', 8), content('API_UNAUTHENTICATED', 1), content('CSV_FORMULA', 2)],
};

async function shown(look: AnalysisFile, language: Language = 'zh') {
  const findings = proposals([look], edition);
  const props = { look, findings, acts };
  await act(async () =>
    root().render(
      <LanguageProvider value={language}>
        <ContentTable {...props} />
        <InferenceTables {...props} edition={edition} />
      </LanguageProvider>,
    ),
  );
  const section = (name: string) => document.querySelector(`section[aria-label="${name}"]`);
  const rows = (name: string) =>
    [...document.querySelectorAll(`table[aria-label="${name}"] tbody tr`)].map((row) =>
      [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
    );
  return { section, rows };
}

describe('what is given away', () => {
  it('by a total stands with its figures, its places by row number, and its finding', async () => {
    const { section, rows } = await shown(file);
    expect(section('合计与分项相减')?.textContent).toContain('3 个压缩的数里，1 个可以用合计减出来');
    expect(rows('合计与分项相减')).toEqual([
      ['印出的合计', '7'],
      ['其中压缩的数', '3'],
      ['可以减出来的数', '1'],
      ['略去却能减出来的行', '0'],
    ]);
    expect(rows('合计与分项相减 · 行')).toEqual([['1,204', '户数', '合计减其余各项']]);
    expect(section('合计与分项相减')?.querySelector('button[aria-label^="采纳"]')).not.toBeNull();
    // Where nothing was given away, the item that it informs is still named.
    expect(section('与上一期相减')?.textContent).toContain('没有一个与上一期的差小于 5');
    const item = [...(section('与上一期相减')?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === '三-6');
    await act(async () => item?.click());
    expect(opened).toEqual(['r3-06']);
  });
  it('is said once: the list of contents keeps only the rest', async () => {
    const { rows } = await shown(file);
    expect(rows('载体里还有什么').map(([why]) => why)).toEqual(['有2处']);
  });
  it('by large contributors stands with the numbers of the rules, a few cells first, and no names', async () => {
    const { section, rows } = await shown(file);
    expect(rows('一家独大').map(([name]) => name)).toEqual([
      '汇总格',
      '（n,k）规则：前 2 名合计超过 90%',
      'p% 规则：其余合计不到最大者的 15%',
      '任一规则',
    ]);
    expect(rows('一家独大 · 首行')).toHaveLength(6);
    expect(rows('一家独大 · 首行')[0]).toEqual(['1', '3', '93%', '是', '']);
    const all = [...(section('一家独大')?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === '全部 8 处');
    await act(async () => all?.click());
    expect(rows('一家独大 · 首行')).toHaveLength(8);
  });
  it('by an interface stands by operation and parameter, and where its servers are', async () => {
    const { section, rows } = await shown(file);
    expect(rows('接口说明')).toEqual([
      ['没有写明身份认证', 'GET /score', '', ''],
      ['编号可以逐个试出', 'GET /score/{id}', 'id', '约 20 位，少于 64'],
      ['成批取走没有上限', 'GET /scores', 'limit', '没有上限'],
    ]);
    expect(section('接口说明')?.textContent).toContain('境外 .com 不是 HTTPS');
  });
  it('by replies is told without the description again', async () => {
    const samples = { replies: 30, undocumented: ['手机'], notAgreed: null, running: [{ field: 'id', steps: 28, of: 29 }], precise: [] };
    const { section, rows } = await shown({ ...file, api: { document: file.api?.document ?? null, samples } });
    expect(section('接口说明')).toBeNull();
    expect(rows('样例返回')).toEqual([
      ['接口说明没有写的字段', '手机', ''],
      ['编号是连着的', 'id', '29 步里 28 步加 1'],
    ]);
  });
  it('is said in English too, and of an older result that it tells no places', async () => {
    const { at: _at, ...older } = file.differencing ?? { totals: 0, hidden: 0, givenBack: 0, missingRows: 0 };
    const { section, rows } = await shown({ ...file, differencing: older }, 'en');
    expect(rows('What else the carrier holds')[0]?.[0]).toBe(
      '2 cells begin with =, +, - or @ and call a function; a spreadsheet program runs them as formulas.',
    );
    expect(section('Totals less their parts')?.textContent).toContain('This result tells numbers without places');
    expect(rows('Totals less their parts · Row')).toEqual([]);
    expect(document.body.textContent?.replace(/[（）]/g, '')).not.toMatch(/合计|贡献|接口/);
  });
  it('is nothing where nothing was looked at', async () => {
    await shown({ ...file, differencing: undefined, releases: undefined, dominance: undefined, api: undefined, content: [] });
    expect(document.querySelectorAll('section')).toHaveLength(0);
  });
});
