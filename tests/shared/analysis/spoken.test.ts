// What results say in Chinese is found again in English, with the same numbers and names; what no text made stays as it is.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { analyse } from '@shared/analysis/analyse';
import { judge } from '@shared/analysis/judge';
import { DETECTORS } from '@shared/analysis/result';
import { analysisTexts } from '@shared/texts/analysis';
import { contentTexts } from '@shared/texts/analysis-content';
import { measureTexts } from '@shared/texts/analysis-measures';
import { spoken } from '@shared/texts/analysis-spoken';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSamples } from '../../../scripts/make-samples.mjs';

const HAN = /\p{Script=Han}/u;
const zh = analysisTexts.zh;
const en = analysisTexts.en;

beforeAll(async () => {
  await makeSamples();
});

describe('a line of a result', () => {
  it('is the same in Chinese', () => expect(spoken('随便一句。', 'zh')).toBe('随便一句。'));
  it('that no text made stays as it is', () => {
    for (const line of ['随便一句。', '', `${zh.why.mobile(3, 0)}随便一句。`, 'x'.repeat(5_000)]) expect(spoken(line, 'en')).toBe(line);
  });

  it.each(DETECTORS)('why %s, with and without cells that fail, and its source', (detector) => {
    for (const [valid, invalid] of [
      [37, 5],
      [37, 0],
      [0, 12],
    ] as const)
      expect(spoken(zh.why[detector](valid, invalid), 'en')).toBe(en.why[detector](valid, invalid).trim());
    const source = spoken(zh.source[detector], 'en');
    expect(HAN.test(source)).toBe(false);
  });

  it('is put together from several sentences', () => {
    const line = `${zh.why.mobile(9, 0)}${zh.contradicted('站点编号')}`;
    expect(spoken(line, 'en')).toBe(`${en.why.mobile(9, 0).trim()} ${en.contradicted('站点编号').trim()}`);
    const restored = `${zh.why['hashed-identifier'](20, 0)}${zh.restored('MD5', zh.restoredKind.card)}`;
    expect(spoken(restored, 'en')).toContain(en.restoredKind.card);
    expect(HAN.test(spoken(restored, 'en'))).toBe(false);
    const late = judge(
      'resident-id',
      { valid: 0, invalid: 5, close: 5, supported: 5, organisation: 0, samples: [] },
      { name: '身份证号', filled: 5, distinct: 5, restored: [] },
    );
    expect(HAN.test(spoken(late?.why ?? '', 'en'))).toBe(false);
  });

  it('about content and about what was not looked at', () => {
    for (const [code, { why, source }] of Object.entries(zh.content)) {
      expect([code, HAN.test(spoken(why(7), 'en'))]).toEqual([code, false]);
      expect([code, HAN.test(spoken(source, 'en'))]).toEqual([code, false]);
    }
    for (const [code, { why, source }] of Object.entries(contentTexts.zh.found)) {
      expect([code, HAN.test(spoken(why(7) + contentTexts.zh.signs('a.example、b.example'), 'en').replaceAll('、', ''))]).toEqual([
        code,
        false,
      ]);
      expect([code, HAN.test(spoken(source, 'en'))]).toEqual([code, false]);
    }
    for (const line of [
      zh.notChecked.detectors,
      zh.notChecked.regions,
      zh.notChecked.noAgreement,
      ...Object.values(measureTexts.zh.notChecked),
    ])
      if (typeof line === 'string') expect([line, HAN.test(spoken(line, 'en'))]).toEqual([line, false]);
    expect(spoken(zh.notChecked.partly('trips.csv', 500), 'en')).toBe(en.notChecked.partly('trips.csv', 500));
    expect(spoken(zh.notChecked.scopeColumn('t.csv', '日期'), 'en')).toBe(en.notChecked.scopeColumn('t.csv', '日期'));
  });

  it.each([
    ['heating-index/v1', 'index.csv'],
    ['heating-index/v1', '说明.pdf'],
    ['credit-score-api/v1', 'samples.jsonl'],
    ['credit-score-api/v1', 'config.zip'],
    ['credit-score-api/v1', 'openapi.yaml'],
  ])('of %s %s is all said in English', async (home, name) => {
    const bytes = readFileSync(resolve(import.meta.dirname, '../../../resources/samples', home, 'product', name));
    const result = await analyse([bytes], { name: 'delivery', sha256: '0'.repeat(64), bytes: bytes.length, today: '2026-11-23' });
    if (!result.ok) throw new Error(result.code);
    const lines = [
      ...result.value.notChecked,
      ...result.value.files.flatMap(({ columns = [], content = [] }) =>
        [...columns.flatMap(({ hits }) => hits), ...content].flatMap(({ why, source }) => [why, source]),
      ),
    ];
    expect(lines.length).toBeGreaterThan(2);
    // Names of columns stay between their quotation marks.
    for (const line of lines) expect([line, HAN.test(spoken(line, 'en').replace(/[“"][^”"]*[”"]/g, ''))]).toEqual([line, false]);
  });
});
