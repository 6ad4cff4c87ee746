import { describe, expect, it } from 'vitest';
import { addFinding, setAnswer } from '../../../src-renderer/features/assess/edits';
import { answeredCount, isFolded, neighbour, nextUnanswered, treeOf } from '../../../src-renderer/features/assess/tree';
import { emptyDraft } from './drafts';

const ITEMS = [
  { id: 'pre-01', section: 'pre', hard: true },
  { id: 'pre-05', section: 'pre', hard: false },
  { id: 'raw-01', section: 'raw', hard: true },
] as const;
const AT = '2026-11-23T02:41:07.000Z';

describe('the tree of the checklist', () => {
  it('counts answers per group and calls a group hard only when all of it is', () => {
    const groups = treeOf(setAnswer(emptyDraft(), 'pre-05', 'not-verified', AT), ITEMS);
    expect(groups.map((group) => [group.section, group.answered, group.rows.length, group.hard])).toEqual([
      ['pre', 1, 2, false],
      ['raw', 0, 1, true],
    ]);
    expect(answeredCount(groups)).toBe(1);
  });

  it('shows that a machine waits to be judged only while nobody has answered', () => {
    const found = addFinding(emptyDraft(), 'raw-01', { severity: 4 });
    const draft = { ...found, findings: found.findings.map((f) => ({ ...f, origin: 'machine' as const, disposition: null })) };
    expect(treeOf(draft, ITEMS)[1]?.rows[0]).toMatchObject({ standing: 'machine', findings: 1 });
    expect(treeOf(setAnswer(draft, 'raw-01', 'compliant', AT), ITEMS)[1]?.rows[0]?.standing).toBe('compliant');
  });

  it('goes to the next unanswered item round the end, and nowhere when all are answered', () => {
    let draft = setAnswer(emptyDraft(), 'raw-01', 'compliant', AT);
    expect(nextUnanswered(treeOf(draft, ITEMS), 'raw-01')).toBe('pre-01');
    draft = setAnswer(setAnswer(draft, 'pre-01', 'compliant', AT), 'pre-05', 'compliant', AT);
    expect(nextUnanswered(treeOf(draft, ITEMS), 'raw-01')).toBeNull();
  });

  it('does not go round with next and previous', () => {
    const groups = treeOf(emptyDraft(), ITEMS);
    expect([neighbour(groups, 'pre-05', 1), neighbour(groups, 'raw-01', 1), neighbour(groups, 'pre-01', -1)]).toEqual([
      'raw-01',
      null,
      null,
    ]);
  });

  it('folds a group that is done unless the question stands in it or a person opened it', () => {
    const group = treeOf(setAnswer(emptyDraft(), 'raw-01', 'compliant', AT), ITEMS)[1];
    if (!group) throw new Error('no group');
    expect([isFolded(group, 'pre-01', undefined), isFolded(group, 'raw-01', undefined), isFolded(group, 'pre-01', false)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
