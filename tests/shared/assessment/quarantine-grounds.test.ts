// What gives a ground to lock a file: equal rows, and personal data in columns that the agreement does not name. What a person overruled gives none.
import type { AnalysedColumn, AnalysisFile, Hit } from '@shared/analysis/result';
import { lockedNotes } from '@shared/assessment/locked-files';
import { measureFindingId } from '@shared/assessment/measure-proposals';
import { columnFindingId } from '@shared/assessment/proposals';
import { groundsInShort, quarantineGrounds } from '@shared/assessment/quarantine-grounds';
import { describe, expect, it } from 'vitest';

const hit = (more: Partial<Hit> = {}): Hit => ({
  detector: 'mobile',
  cells: 37,
  valid: 37,
  invalid: 0,
  certainty: 'certain',
  direct: true,
  sensitive: false,
  source: '',
  why: '',
  samples: ['1*********6'],
  ...more,
});
const column = (name: string, hits: Hit[]): AnalysedColumn => ({ name, type: 'text', distinct: 40, empty: 3, hits });
const file = (more: Partial<AnalysisFile> = {}): AnalysisFile => ({
  name: 'a.csv',
  sha256: 'a'.repeat(64),
  bytes: 9,
  format: 'csv',
  encoding: 'utf-8',
  rows: 40,
  partly: null,
  columns: [column('电话', [hit()]), column('周次', [])],
  scope: { unauthorised: ['电话'], missing: [] },
  ...more,
});
const overlap = { fingerprintRows: 10_000, rows: 40, equal: 3, share: 0.0003, rowsEqual: 3 };

describe('grounds to lock a file', () => {
  it('are equal rows, one is enough, and personal data beyond the agreement, with counts and a masked sample', () => {
    expect(quarantineGrounds([file({ overlap })])).toEqual([
      { code: 'RAW_ROWS', part: null, column: null, detector: null, count: 3, of: 10_000, sample: null },
      { code: 'PERSONAL_DATA', part: null, column: '电话', detector: 'mobile', count: 37, of: 37, sample: '1*********6' },
    ]);
    expect(quarantineGrounds([file({ overlap: { ...overlap, equal: 0 } })]).map(({ code }) => code)).toEqual(['PERSONAL_DATA']);
  });

  it('are none where the column is agreed, the hit is weak or about an organisation, or nothing was agreed to compare with', () => {
    const { scope: _scope, ...unscoped } = file();
    expect(quarantineGrounds([file({ scope: { unauthorised: ['周次'], missing: [] } })])).toEqual([]);
    expect(quarantineGrounds([unscoped])).toEqual([]);
    for (const weak of [hit({ certainty: 'weak' }), hit({ direct: false })])
      expect(quarantineGrounds([file({ columns: [column('电话', [weak])] })])).toEqual([]);
    expect(quarantineGrounds([file({ columns: [column('电话', [hit({ direct: false, sensitive: true })])] })])).toHaveLength(1);
  });

  it('fall with a finding that a person overruled, and with no other', () => {
    const seen = file({ overlap });
    const overruled = (id: string) => [{ id, disposition: 'overruled' as const }];
    expect(quarantineGrounds([seen], overruled(measureFindingId(seen, 'overlap'))).map(({ code }) => code)).toEqual(['PERSONAL_DATA']);
    expect(quarantineGrounds([seen], overruled(columnFindingId(seen, 0, 'mobile'))).map(({ code }) => code)).toEqual(['RAW_ROWS']);
    expect(quarantineGrounds([seen], [{ id: measureFindingId(seen, 'overlap'), disposition: 'accepted' }])).toHaveLength(2);
  });

  it('stand in the ledger as codes with counts', () => {
    expect(groundsInShort(quarantineGrounds([file({ overlap }), file()]))).toBe('RAW_ROWS 3, PERSONAL_DATA 74');
  });
});

describe('what a verdict says of a locked file', () => {
  it('names it, when it was locked and whether its content is gone, in the clock of Asia/Shanghai', () => {
    const at = '2026-11-23T03:02:00.000Z';
    const [locked, erased] = lockedNotes([
      { name: '甲.csv', at, erasedAt: null },
      { name: '乙.csv', at, erasedAt: '2026-11-24T03:02:00.000Z' },
    ]);
    expect(locked).toContain('“甲.csv”在 2026-11-23 11:02');
    expect(locked).not.toContain('删除');
    expect(erased).toContain('2026-11-24 11:02');
    expect(erased).toContain('删除');
  });
});
