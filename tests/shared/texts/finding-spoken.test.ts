// An English screen says a machine's finding in English, with the numbers and names of the Chinese record; what was made from no text stays as it stands.

import { analysisTexts } from '@shared/texts/analysis';
import { contentTexts } from '@shared/texts/analysis-content';
import { measureTexts } from '@shared/texts/analysis-measures';
import { assessTexts } from '@shared/texts/assess';
import { spokenFinding } from '@shared/texts/finding-spoken';
import { describe, expect, it } from 'vitest';

const HAN = /\p{Script=Han}/u;
const { proposal } = assessTexts.zh;
const measured = measureTexts.zh.proposal;
const said = (text: string): string => spokenFinding(text, 'en');

describe('a finding in English', () => {
  it('is the record itself in Chinese, and for what no text made', () => {
    expect(spokenFinding(proposal.unauthorised('余额', 1), 'zh')).toBe('交付字段超出协议 1 个：余额');
    for (const own of ['我看见的：封面写着内部', '', '：']) expect(said(own)).toBe(own);
  });

  it('names fields and columns as they are, and counts them', () => {
    expect(said(proposal.unauthorised('下车站、余额', 2))).toBe('2 delivered fields beyond the agreement: 下车站, 余额');
    expect(said(proposal.column('备注', '手机号码', 120_000, 37, 1, '确定'))).toBe(
      'Column “备注”: mobile number, 120,000 cells (check holds 37, fails 1), certain',
    );
  });

  it('says bounds and steps of the scopes', () => {
    expect(said(proposal.range('粒度', '日、县区', '月'))).not.toMatch(HAN);
    const { scopeSteps, scopeParts } = assessTexts.zh;
    const step = proposal.step(scopeSteps['agreement-in-catalogue'].name, scopeParts.fields, `a、b${proposal.andMore(3)}`, 'c');
    expect(said(step)).toBe('Agreement against authorisation: Fields beyond, a, b and 3 more; allowed: c');
  });

  it('says measures, with the file before them, and with what could not be measured left out', () => {
    const risk = measured.risk('age、sex', 1, 9, '1', '0.05', '受控公开');
    expect(said(`a.csv：${risk}`)).toBe(
      'a.csv: by age, sex: smallest class 1, 9 records in classes too small; R = 1, not below 0.05 (Controlled)',
    );
    const nothing = said(measured.riskWithDirect(measured.risk('age', null, null, '1', '0.05', '完全公开')));
    expect(nothing).not.toMatch(HAN);
    expect(nothing).toContain('level 1');
    expect(said(measured.membership(['AUC 0.832', measured.rate('1%', '16.6%')].join('、')))).toBe(
      'membership inference, upper end of the interval above the reference: AUC 0.832, 16.6% found at 1% false alarms',
    );
    for (const text of [measured.diversity('x', 1, 15, 2), measured.cells(1, 3, 5), measured.overlap(3, 10, 4)])
      expect(said(text)).not.toMatch(HAN);
  });

  it.each([
    ['carriers', Object.values(analysisTexts.zh.content).map(({ why }) => why(3))],
    ['contents', Object.values(contentTexts.zh.found).map(({ why }) => why(3))],
  ])('says what was found of %s', (_, whys) => {
    for (const why of whys) expect(said(`b.xlsx：${why}`)).toMatch(/^b\.xlsx: \P{Script=Han}+$/u);
  });
});
