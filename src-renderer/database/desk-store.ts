// The repositories of the unlocked desk. Opened with the data key after unlock, closed at lock; holds working papers only.
import { type AssessmentDraft, assessmentSchema, type Feature } from '@shared/assessment/model';
import { liveQuery, type Observable } from 'dexie';
import { DATABASE_NAME, DeskDatabase } from './schema';
import { rowError } from './sealed-row';
import { SealedTable } from './sealed-table';
import { type AssessmentSummary, summarise } from './summary';

/** Where the reviewer was, to go on from there after the next unlock. */
export type LastPlace = { readonly dossier: string; readonly path: string; readonly at: string };

/** Names and shapes of the small things that `settings` holds. */
export type DeskSettings = {
  lastPlace: LastPlace;
  productView: string;
  /** By dossier: features that the machine saw and nobody overruled, so that lists count the items they switch on. */
  seen: Readonly<Record<string, readonly Feature[]>>;
  /** Which dossier was opened from which sample of a practice desk: "heating-index@1" to a dossier's id. */
  samples: Readonly<Record<string, string>>;
  phrases: readonly string[];
};

export type SummaryList = { readonly summaries: readonly AssessmentSummary[]; readonly unreadable: readonly string[] };

export class DeskStore {
  private readonly db: DeskDatabase;
  private readonly papers: SealedTable<AssessmentDraft>;
  private readonly summaries: SealedTable<AssessmentSummary>;
  private readonly settings: SealedTable<unknown>;

  /** @param key the 32-byte data key; held until `close`. */
  constructor(key: Uint8Array, name: string = DATABASE_NAME) {
    this.db = new DeskDatabase(name);
    this.papers = new SealedTable(this.db.assessments, 'assessments', name, key);
    this.summaries = new SealedTable(this.db.summaries, 'summaries', name, key);
    this.settings = new SealedTable(this.db.settings, 'settings', name, key);
  }

  close(): void {
    this.db.close();
  }

  /** Fails when any stored paper cannot be opened with this key: a profile whose store belongs to another key. */
  async list(): Promise<SummaryList> {
    const { values, unreadable } = await this.summaries.all();
    values.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
    return { summaries: values, unreadable };
  }

  /** The list, again after each change, in this window and others. */
  watch(): Observable<SummaryList> {
    return liveQuery(() => this.list());
  }

  /** @throws CodedError ROW_MALFORMED when the paper no longer has the shape of the model. */
  async get(id: string): Promise<AssessmentDraft | undefined> {
    const stored = await this.papers.get(id);
    if (stored === undefined) return undefined;
    const parsed = assessmentSchema.safeParse(stored);
    if (!parsed.success) throw rowError('ROW_MALFORMED', 'assessments', parsed.error);
    return parsed.data;
  }

  /**
   * Stores a paper with its summary, both or neither.
   * @throws CodedError REVISION_STALE unless `paper.revision` is exactly one more than the stored one (0 for a new paper).
   */
  async save(paper: AssessmentDraft): Promise<void> {
    await this.db.transaction('rw', this.db.assessments, this.db.summaries, async () => {
      const before = await this.papers.get(paper.id);
      const expected = before === undefined ? 0 : before.revision + 1;
      if (paper.revision !== expected) throw rowError('REVISION_STALE', `${paper.revision} after ${before?.revision ?? 'none'}`);
      await this.papers.put(paper.id, paper);
      await this.summaries.put(paper.id, summarise(paper));
    });
  }

  async discard(id: string): Promise<void> {
    await this.db.transaction('rw', this.db.assessments, this.db.summaries, async () => {
      await this.papers.delete(id);
      await this.summaries.delete(id);
    });
  }

  async setting<K extends keyof DeskSettings>(name: K): Promise<DeskSettings[K] | undefined> {
    return (await this.settings.get(name)) as DeskSettings[K] | undefined;
  }

  async setSetting<K extends keyof DeskSettings>(name: K, value: DeskSettings[K]): Promise<void> {
    await this.settings.put(name, value);
  }
}
