// The open papers of this session, by dossier. Kept between pages so that undo reaches back over a navigation; all are written out before
// the desk locks or the page goes away.

import type { Instant } from '@shared/basics/units';
import type { DeskStore } from '../database/desk-store';
import { DraftStore } from './draft-store';

export class Drafts {
  private readonly open = new Map<string, Promise<DraftStore | null>>();

  constructor(
    private readonly desk: DeskStore,
    private readonly clock: () => Instant,
  ) {}

  /** The shared draft, or null when this desk has no such dossier. Rejects with the row's code when the paper cannot be read. */
  draft(id: string): Promise<DraftStore | null> {
    const known = this.open.get(id);
    if (known) return known;
    const loading = this.desk
      .get(id)
      .then((paper) => (paper === undefined ? null : new DraftStore(paper, (next) => this.desk.save(next), this.clock)));
    this.open.set(id, loading);
    // A miss or a failure is not remembered: the dossier may be created, or the row repaired, later.
    loading.then(
      (draft) => draft ?? this.open.delete(id),
      () => this.open.delete(id),
    );
    return loading;
  }

  async flushAll(): Promise<void> {
    const drafts = await Promise.allSettled(this.open.values());
    await Promise.all(drafts.map((result) => (result.status === 'fulfilled' ? result.value?.flush() : undefined)));
  }
}
