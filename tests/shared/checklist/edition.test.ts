import { checkEdition } from '@shared/checklist/check';
import { citationLabel, citedText, type Edition, itemLabel, itemOf, readEdition } from '@shared/checklist/edition';
import { describe, expect, test } from 'vitest';
import { edition, editionJson, shippedEdition } from '../../support/shipped-edition';

const changed = (change: (edition: Edition) => void): Edition => {
  const copy = shippedEdition();
  change(copy);
  return copy;
};
const item = (copy: Edition, id: string) => {
  const found = itemOf(copy, id);
  if (!found) throw new Error(id);
  return found;
};

describe('the shipped edition', () => {
  test('has fifty items in six sections and no problem', () => {
    expect(checkEdition(edition)).toEqual([]);
    const count = (section: string) => edition.items.filter((each) => each.section === section).length;
    expect(['pre', 'raw', 'r1', 'r2', 'r3', 'r4'].map(count)).toEqual([13, 3, 8, 9, 7, 10]);
    expect([edition.id, edition.version]).toEqual(['qiqihar-2024-6', '0.6.0']);
  });

  test('claims the law’s own words only for state secrets and raw data', () => {
    const own = edition.items.filter(({ hardStop }) => hardStop?.mark === 'V').map(({ id }) => id);
    expect(own).toEqual(['pre-01', 'raw-01', 'raw-03']);
    const stops = edition.items.filter(({ hardStop }) => hardStop !== null).map(({ id }) => id);
    expect(stops).toEqual(
      'pre-01 pre-02 pre-03 pre-04 pre-06 pre-07 pre-08 pre-09 pre-11 raw-01 raw-02 raw-03 r1-01 r1-02 r1-03 r1-04 r1-06 r1-07 r1-08 r2-01 r2-02 r2-03 r2-04 r2-08 r2-09 r3-03 r4-01 r4-02 r4-03 r4-08'.split(
        ' ',
      ),
    );
  });

  test('writes every clause of the measures out, with the words behind it', () => {
    const r1 = item(edition, 'r1-02').citations[1];
    if (!r1) throw new Error('citation');
    expect(citationLabel(r1, edition)).toBe('办法第十二条第二款第（一）项');
    expect(citedText(r1)?.text).toContain('必须在授权范围内');
    for (const each of edition.items) {
      for (const cited of each.citations)
        if (cited.source === 'measures') expect(citedText(cited), `${each.id} ${cited.clause}`).not.toBeNull();
    }
  });

  test('cites the weaker words of the national norm for raw data when the basis is "method"', () => {
    for (const id of ['raw-01', 'raw-03']) {
      const { hardStop } = item(edition, id);
      expect(hardStop?.onMethod?.source).toBe('national-norm');
      expect(hardStop?.onMethod?.clause).toBe('第二十一条第一款');
    }
  });

  test('marks every number that no Chinese source gives as one to be confirmed', () => {
    const mark = (id: string) => edition.thresholds.find((each) => each.id === id)?.citation.mark;
    expect(['overall-risk', 'tau-controlled', 'membership-auc', 'cell-public', 'l-diversity'].map(mark)).toEqual([
      'V2',
      'V2',
      'D',
      'D',
      'M',
    ]);
  });

  test('asks two signatures of a product that the operator helped to make and of an internal opinion', () => {
    expect(edition.signatures).toEqual({ default: 1, makers: { operator: 2, joint: 2 }, bases: { internal: 2 } });
  });
});

test.each([
  ['pre-07', '前-7'],
  ['raw-01', '原-1'],
  ['r1-02', '一-2'],
  ['r4-10', '四-10'],
  ['other', 'other'],
])('the label of %s is %s', (id, label) => {
  expect(itemLabel(id)).toBe(label);
});

describe('reading an edition', () => {
  test('ignores what it does not know, refuses a newer format and what is no edition', () => {
    expect(readEdition({ ...(editionJson() as object), later: 1 }).ok).toBe(true);
    expect(readEdition({ ...(editionJson() as object), v: 2 })).toMatchObject({ code: 'EDITION_NEWER' });
    expect(readEdition({ v: 1 })).toMatchObject({ code: 'EDITION_INVALID' });
    expect(readEdition(null)).toMatchObject({ code: 'EDITION_INVALID' });
  });
});

describe('checking an edition finds', () => {
  test.each<[string, (edition: Edition) => void]>([
    ['ID_REPEATED', (copy) => copy.items.push(item(copy, 'r1-02'))],
    ['SECTION_DIFFERS', (copy) => Object.assign(item(copy, 'r1-02'), { section: 'r2' })],
    ['SOURCE_UNKNOWN', (copy) => Object.assign(item(copy, 'r1-02').citations[0] ?? {}, { source: 'nowhere' })],
    ['CLAUSE_UNKNOWN', (copy) => Object.assign(item(copy, 'r1-02').citations[0] ?? {}, { at: { article: '17', paragraph: 3 } })],
    ['CLAUSE_MISWRITTEN', (copy) => Object.assign(item(copy, 'r1-02').citations[0] ?? {}, { clause: '第十七条（一）' })],
    ['CLAUSE_WITHOUT_PLACE', (copy) => Object.assign(item(copy, 'r1-02').citations[0] ?? {}, { at: null })],
    ['HARD_STOP_CLAIMS_TOO_MUCH', (copy) => Object.assign(item(copy, 'r1-02').hardStop ?? {}, { mark: 'V' })],
    ['HARD_STOP_MISSING', (copy) => Object.assign(item(copy, 'pre-01'), { hardStop: null })],
    ['RULE_WITHOUT_THRESHOLD', (copy) => Object.assign(item(copy, 'r3-01'), { thresholds: [] })],
    ['THRESHOLD_UNKNOWN', (copy) => item(copy, 'r1-05').thresholds.push('nothing')],
    ['THRESHOLD_UNUSED', (copy) => Object.assign(item(copy, 'r3-01'), { thresholds: ['overall-risk'] })],
    ['MATERIAL_UNKNOWN', (copy) => item(copy, 'r1-05').materials.push('nothing')],
    ['MATERIAL_SERVES_DIFFERS', (copy) => item(copy, 'r1-05').materials.push('list-queries')],
    ['QUESTION_NOT_A_QUESTION', (copy) => Object.assign(item(copy, 'r1-05').question, { zh: '产品涉及隐私吗？' })],
    ['MATRIX_NOT_MONOTONE', (copy) => copy.matrix.levels[4]?.splice(4, 1, 'low')],
    ['VALIDITY_REVERSED', (copy) => Object.assign(copy, { validTo: '2020-01-01T00:00:00.000Z' })],
    ['SUCCESSOR_IS_ITSELF', (copy) => Object.assign(copy, { successor: copy.id })],
    ['SIGNATURES_BELOW_LAW', (copy) => Object.assign(copy.signatures, { bases: {} })],
  ])('%s', (code, change) => {
    expect(checkEdition(changed(change)).map((each) => each.code)).toContain(code);
  });
});
