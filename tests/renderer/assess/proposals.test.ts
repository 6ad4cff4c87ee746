import type { AnalysisFile } from '@shared/analysis/result';
import { acceptFinding, overruleFinding } from '@shared/assessment/judging';
import { findingSchema } from '@shared/assessment/model';
import { machineSignals, mergeProposals, proposals, scopeText } from '@shared/assessment/proposals';
import { describe, expect, it } from 'vitest';
import { scopeLines } from '../../../src-renderer/features/assess/scope-table';
import { edition } from '../../support/shipped-edition';
import { emptyDraft } from './drafts';

const hit = (detector: string, cells: number, direct: boolean) => ({
  detector,
  cells,
  valid: cells,
  invalid: 0,
  certainty: 'certain' as const,
  direct,
  sensitive: false,
  source: '',
  why: '',
  samples: [],
});
const column = (name: string, hits: ReturnType<typeof hit>[]) => ({ name, type: 'text' as const, distinct: 10, empty: 0, hits });
const file = (columns: ReturnType<typeof column>[], scope?: AnalysisFile['scope']): AnalysisFile => ({
  name: 'trips.csv',
  sha256: 'ab'.repeat(32),
  bytes: 1,
  format: 'csv',
  encoding: 'utf-8',
  rows: 100,
  partly: null,
  columns,
  ...(scope ? { scope } : {}),
});

describe('what a machine proposes', () => {
  it('goes to structured identifiers when the column is made of them, and to free text when they are strewn in it', () => {
    const found = proposals([file([column('联系电话', [hit('mobile', 100, true)]), column('备注', [hit('mobile', 7, true)])])], edition);
    expect(found.map((each) => [each.item, each.disposition, each.origin])).toEqual([
      ['r2-01', null, 'machine'],
      ['r2-02', null, 'machine'],
    ]);
    expect(found.every((each) => findingSchema.safeParse(each).success)).toBe(true);
  });

  it('says nothing about codes of organisations', () => {
    expect(proposals([file([column('单位', [hit('uscc', 100, false)])])], edition)).toEqual([]);
  });

  it('names fields, period and area beyond the agreement, and not what was not compared', () => {
    const scope = {
      unauthorised: ['余额', '下车站'],
      missing: [],
      period: { authorised: { from: '2026-07-01', to: '2026-09-30' }, observed: { from: '2026-07-01', to: '2026-10-03' }, exceeds: true },
      area: { authorised: ['230202'], observed: ['230202'], exceeds: false },
      grain: { authorised: null, observed: null, exceeds: null },
    };
    const found = proposals([file([], scope)], edition);
    expect(found.map((each) => [each.item, each.id.split(':').at(-1)])).toEqual([
      ['r1-02', 'fields'],
      ['r1-04', 'period'],
    ]);
    const { lines, extra } = scopeLines([file([], scope)], emptyDraft().registration.agreement);
    expect(lines.map(({ part, verdict }) => [part, verdict])).toEqual([
      ['fields', 'exceeds'],
      ['grain', 'not-compared'],
      ['area', 'within'],
      ['period', 'exceeds'],
    ]);
    expect(extra).toEqual(['余额', '下车站']);
  });

  it('has the same ids for the same look, and every id once', () => {
    const files = [file([column('a', [hit('mobile', 9, true), hit('email', 9, true)]), column('a', [hit('mobile', 9, true)])])];
    const ids = proposals(files, edition).map((each) => each.id);
    expect(proposals(files, edition).map((each) => each.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('merging proposals into the paper', () => {
  const proposed = proposals([file([column('备注', [hit('mobile', 7, true), hit('email', 7, true)])])], edition);
  const [one, two] = proposed.map((each) => each.id);
  if (!one || !two) throw new Error('no proposals');

  it('adds them once and returns the very same paper when nothing is new', () => {
    const merged = mergeProposals(emptyDraft(), proposed);
    expect(merged.findings).toHaveLength(2);
    expect(mergeProposals(merged, proposed)).toBe(merged);
  });

  it('keeps what a person judged even when a later look no longer finds it, and drops what nobody judged', () => {
    const judged = acceptFinding(mergeProposals(emptyDraft(), proposed), one);
    expect(mergeProposals(judged, []).findings.map((each) => [each.id, each.disposition])).toEqual([[one, 'accepted']]);
  });

  it('lets an overruled hit say nothing about features any more', () => {
    const files = [file([column('备注', [hit('mobile', 7, true), hit('email', 7, true)])])];
    const judged = overruleFinding(mergeProposals(emptyDraft(), proposed), one);
    expect(machineSignals(files, judged.findings).map((each) => each.signal)).toEqual(['email']);
  });
});

describe('bounds and lists as words', () => {
  it('are short and never empty', () => {
    expect([scopeText({ from: '2026-07-01', to: '' }), scopeText(['a', 'b']), scopeText(null), scopeText('')]).toEqual([
      '2026-07-01 – —',
      'a、b',
      '—',
      '—',
    ]);
  });
});
