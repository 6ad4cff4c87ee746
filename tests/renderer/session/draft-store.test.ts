import type { AssessmentDraft } from '@shared/assessment/model';
import { CodedError } from '@shared/basics/coded-error';
import type { Instant } from '@shared/basics/units';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AUTOSAVE_DELAY, DraftStore } from '../../../src-renderer/session/draft-store';
import { paper } from '../../support/papers';

let now = 1_000_000;
let written: AssessmentDraft[] = [];
const clock = () => now as Instant;
const store = (write: (draft: AssessmentDraft) => Promise<void> = async (draft) => void written.push(draft)) =>
  new DraftStore(paper(), write, clock);
const nameIt = (name: string) => (draft: AssessmentDraft) => {
  draft.registration.product.name = name;
};
const nameOf = (draft: DraftStore) => draft.snapshot().assessment.registration.product.name;

beforeEach(() => {
  vi.useFakeTimers();
  now = 1_000_000;
  written = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an open draft', () => {
  it('shows a change at once and has it stored within a second', async () => {
    const draft = store();
    draft.change(nameIt('甲'));
    expect(nameOf(draft)).toBe('甲');
    expect(AUTOSAVE_DELAY).toBeLessThan(1_000);
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY);
    expect(written.map((saved) => [saved.revision, saved.registration.product.name])).toEqual([[1, '甲']]);
    expect(draft.snapshot()).toMatchObject({ pending: false, savedAt: now, failed: null });
  });

  it('does not wait for typing to stop before it stores', async () => {
    const draft = store();
    for (let at = 0; at < 20; at++) {
      draft.change(nameIt(`甲${at}`));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(written.length).toBeGreaterThanOrEqual(4);
  });

  it('stores what was typed while the disk was busy', async () => {
    let finish = () => {};
    const slow = (saved: AssessmentDraft) => {
      written.push(saved);
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    };
    const draft = store(slow);
    draft.change(nameIt('甲'));
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY);
    draft.change(nameIt('乙'));
    finish();
    await vi.advanceTimersByTimeAsync(2 * AUTOSAVE_DELAY);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(written.map((saved) => saved.registration.product.name)).toEqual(['甲', '乙']);
    expect(written.map((saved) => saved.revision)).toEqual([1, 2]);
  });

  it('keeps a change whose save failed, says the code, and stores it with the next one', async () => {
    let broken = true;
    const draft = store(async (saved) => {
      if (broken) throw new CodedError('QUOTA');
      written.push(saved);
    });
    draft.change(nameIt('甲'));
    await draft.flush();
    expect(draft.snapshot()).toMatchObject({ pending: true, failed: 'QUOTA' });
    broken = false;
    await draft.flush();
    expect(written.map((saved) => saved.registration.product.name)).toEqual(['甲']);
    expect(draft.snapshot()).toMatchObject({ pending: false, failed: null });
  });

  it('undoes and redoes step by step, and stores what undo brought back', async () => {
    const draft = store();
    draft.change(nameIt('甲'));
    draft.change(nameIt('乙'));
    draft.undo();
    expect(nameOf(draft)).toBe('甲');
    draft.redo();
    expect(nameOf(draft)).toBe('乙');
    draft.undo();
    draft.undo();
    expect(nameOf(draft)).toBe('');
    expect(draft.snapshot().canUndo).toBe(false);
    await draft.flush();
    expect(written.at(-1)?.registration.product.name).toBe('');
  });

  it('takes typing in one field as one step, and a pause as the next', () => {
    const draft = store();
    for (const typed of ['供', '供热', '供热指']) draft.change(nameIt(typed), { merge: 'name' });
    now += 2_000;
    draft.change(nameIt('供热指数'), { merge: 'name' });
    draft.undo();
    expect(nameOf(draft)).toBe('供热指');
    draft.undo();
    expect(nameOf(draft)).toBe('');
  });

  it('never hands out the paper that is shown for changing', () => {
    const draft = store();
    const before = draft.snapshot().assessment;
    draft.change(nameIt('甲'));
    expect(before.registration.product.name).toBe('');
  });
});
