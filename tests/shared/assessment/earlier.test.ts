// What was overruled at an earlier review of the same product is shown beside the same hit, with its reason, and changes nothing.
import type { AnalysisFile } from '@shared/analysis/result';
import { earlierKey, earlierPapers, findingKey, overrulingsOf } from '@shared/assessment/earlier';
import type { AssessmentDraft } from '@shared/assessment/model';
import { mergeProposals, proposals } from '@shared/assessment/proposals';
import { scopeStepProposals } from '@shared/assessment/scope-proposals';
import { describe, expect, it } from 'vitest';
import { paper } from '../../support/papers';
import { edition } from '../../support/shipped-edition';
import { sampleRegistration } from './support';

const hit = {
  detector: 'mobile',
  cells: 9,
  valid: 9,
  invalid: 0,
  certainty: 'weak',
  direct: true,
  sensitive: false,
  source: '',
  why: '',
  samples: [],
} as const;
const file = (digit: string, columns: readonly string[]): AnalysisFile => ({
  name: 'index.csv',
  sha256: digit.repeat(64),
  bytes: 1,
  format: 'csv',
  encoding: 'utf-8',
  rows: 9,
  partly: null,
  columns: columns.map((name) => ({
    name,
    type: 'text',
    distinct: 9,
    empty: 0,
    hits: name === '站点编号' ? [{ ...hit, samples: [] }] : [],
  })),
});
const before = file('a', ['区县', '站点编号']);
const now = file('b', ['站点编号', '区县']);

function reviewed(change: Partial<AssessmentDraft>, product = '供热需求指数', version = '1'): AssessmentDraft {
  const base = paper(change);
  base.registration.product.name = product;
  base.registration.product.version = version;
  base.registration.developer.uscc = '91230299MA1EXAMP0X';
  return base;
}
const overruled = (reason: string) =>
  proposals([before], edition).map((finding) => ({ ...finding, disposition: 'overruled' as const, reason }));
const first = reviewed({ id: 'first', createdAt: '2026-01-01T00:00:00.000Z', findings: overruled('站点编号，不是电话') });
const current = reviewed({ id: 'current', createdAt: '2026-06-01T00:00:00.000Z' }, ' 供热需求指数 ', '2');

describe('an earlier overruling', () => {
  it('is found on the same column and detector, whatever the file and the place', () => {
    const found = overrulingsOf(first, [before]);
    expect(found.get(earlierKey('站点编号', 'mobile'))).toEqual({ dossier: 'first', version: '1', reason: '站点编号，不是电话' });
    expect(found.size).toBe(1);
  });

  it('is found on what else a file shows by its kind and part, and on a breach of a registered scope that is the same again', () => {
    const beyond = { unauthorised: ['余额'], missing: [] };
    const comment = { code: 'COMMENTS', count: 1, why: '', source: '', samples: [] };
    const sheet = (digit: string): AnalysisFile => ({ ...file(digit, []), part: '表2', scope: beyond, content: [comment] });
    const registration = sampleRegistration('bus-trips');
    const made = [...proposals([sheet('a')], edition), ...scopeStepProposals(registration, edition)];
    expect(made).toHaveLength(3);
    const was = { ...first, findings: made.map((each, n) => ({ ...each, disposition: 'overruled' as const, reason: `${n}` })) };
    const found = overrulingsOf(was, [sheet('a')]);
    const again = [...proposals([sheet('c')], edition), ...scopeStepProposals(registration, edition)];
    expect(again.map(({ id }) => found.get(findingKey(id, [sheet('c')]) ?? '')?.reason)).toEqual(['0', '1', '2']);
    // Another sheet, another breach, and a file that is not at hand are something else.
    const other = proposals([{ ...sheet('c'), part: '表3' }], edition);
    expect(other.map(({ id }) => found.get(findingKey(id, [{ ...sheet('c'), part: '表3' }]) ?? ''))).toEqual([undefined, undefined]);
    const wider = { ...registration, product: { ...registration.product, recipients: ['示例第三方'] } };
    expect(scopeStepProposals(wider, edition).map(({ id }) => found.get(findingKey(id, []) ?? ''))).toEqual([undefined]);
    expect(made.slice(0, 2).map(({ id }) => findingKey(id, []))).toEqual([null, null]);
  });

  it('is never applied: the new finding waits to be judged', () => {
    const merged = mergeProposals(current, proposals([now], edition));
    expect(merged.findings.map(({ disposition, reason }) => [disposition, reason])).toEqual([[null, '']]);
  });

  it('is taken from earlier papers of the same product alone, newest first', () => {
    const second = { ...first, id: 'second', createdAt: '2026-03-01T00:00:00.000Z' };
    const later = { ...first, id: 'later', createdAt: '2026-07-01T00:00:00.000Z' };
    const other = { ...reviewed({ id: 'other', findings: overruled('x'), createdAt: first.createdAt }, '别的产品') };
    const accepted = {
      ...first,
      id: 'accepted',
      findings: first.findings.map((finding) => ({ ...finding, disposition: 'accepted' as const })),
    };
    const unsaid = { ...first, id: 'unsaid', findings: overruled(' ') };
    const stranger = structuredClone({ ...first, id: 'stranger' });
    stranger.registration.developer.uscc = '91230200MA1EXAMP1X';
    expect(earlierPapers(current, [first, second, later, other, accepted, unsaid, stranger, current]).map(({ id }) => id)).toEqual([
      'second',
      'first',
    ]);
    expect(
      earlierPapers(reviewed({}, ''), [reviewed({ findings: overruled('x'), id: 'n', createdAt: '2020-01-01T00:00:00.000Z' }, '')]),
    ).toEqual([]);
  });
});
