// One open working paper in memory: changes apply at once, are stored within a second, and can be undone for the whole session. It knows
// how to save, not what a paper means. Every mounted page that shows the same dossier shares one of these.
import type { AssessmentDraft } from '@shared/assessment/model';
import { timestamp } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';

/** Well inside the second within which typed work must be on disk. */
export const AUTOSAVE_DELAY = 400;
/** After a failed save: soon enough to lose nothing more, late enough not to hammer a full disk. */
const RETRY_DELAY = 5_000;
const MERGE_WINDOW = 1_500;
const UNDO_DEPTH = 300;

export type DraftState = {
  readonly assessment: AssessmentDraft;
  readonly savedAt: Instant | null;
  readonly pending: boolean;
  /** Code of the last failed save; the change is kept in memory and tried again. */
  readonly failed: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/** `merge`: changes with the same key in quick succession (typing in one field) become one step of undo. */
export type ChangeOptions = { readonly merge?: string };
export type Mutator =
  | ((paper: AssessmentDraft) => AssessmentDraft)
  | ((paper: AssessmentDraft) => undefined)
  | ((paper: AssessmentDraft) => void);

export class DraftStore {
  private state: DraftState;
  private readonly listeners = new Set<() => void>();
  private readonly past: AssessmentDraft[] = [];
  private readonly future: AssessmentDraft[] = [];
  private lastMerge: { key: string; at: number } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private saving: Promise<void> = Promise.resolve();
  /** Revision on disk. */
  private storedRevision: number;

  constructor(
    stored: AssessmentDraft,
    private readonly write: (paper: AssessmentDraft) => Promise<void>,
    private readonly clock: () => Instant,
  ) {
    this.storedRevision = stored.revision;
    this.state = { assessment: stored, savedAt: null, pending: false, failed: null, canUndo: false, canRedo: false };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): DraftState => this.state;

  readonly change = (mutate: Mutator, options: ChangeOptions = {}): void => {
    const before = this.state.assessment;
    const copy = structuredClone(before);
    const after = mutate(copy) ?? copy;
    const at = this.clock();
    const merges = options.merge !== undefined && this.lastMerge?.key === options.merge && at - this.lastMerge.at < MERGE_WINDOW;
    if (!merges) {
      this.past.push(before);
      if (this.past.length > UNDO_DEPTH) this.past.shift();
    }
    this.lastMerge = options.merge === undefined ? null : { key: options.merge, at };
    this.future.length = 0;
    this.show(after);
  };

  readonly undo = (): void => this.step(this.past, this.future);
  readonly redo = (): void => this.step(this.future, this.past);

  /** Resolves when everything changed so far is on disk, or `failed` says why it is not. */
  readonly flush = async (): Promise<void> => {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.state.pending) this.saving = this.saving.then(() => this.store());
    await this.saving;
  };

  private step(from: AssessmentDraft[], to: AssessmentDraft[]): void {
    const next = from.pop();
    if (next === undefined) return;
    to.push(this.state.assessment);
    this.lastMerge = null;
    this.show(next);
  }

  private show(assessment: AssessmentDraft): void {
    this.set({ assessment, pending: true });
    this.timer ??= setTimeout(() => void this.flush(), AUTOSAVE_DELAY);
  }

  private async store(): Promise<void> {
    const shown = this.state.assessment;
    const at = this.clock();
    const paper = { ...shown, revision: this.storedRevision + 1, updatedAt: timestamp(at) };
    try {
      await this.write(paper);
    } catch (error) {
      this.set({ failed: error instanceof Error ? ((error as { code?: string }).code ?? error.name) : 'UNKNOWN' });
      this.timer ??= setTimeout(() => void this.flush(), RETRY_DELAY);
      return;
    }
    this.storedRevision = paper.revision;
    // A change made while the disk was busy stays pending; only the bookkeeping fields come back from the saved copy.
    const unchanged = this.state.assessment === shown;
    const { revision, updatedAt } = paper;
    this.set({ assessment: { ...this.state.assessment, revision, updatedAt }, savedAt: at, pending: !unchanged, failed: null });
    if (!unchanged) this.timer ??= setTimeout(() => void this.flush(), AUTOSAVE_DELAY);
  }

  private set(part: Partial<DraftState>): void {
    this.state = { ...this.state, ...part, canUndo: this.past.length > 0, canRedo: this.future.length > 0 };
    for (const listener of this.listeners) listener();
  }
}
