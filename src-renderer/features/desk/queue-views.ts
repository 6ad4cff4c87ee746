// The views of the queue: which dossiers in hand each of them shows.
import type { DossierRow } from '../../session/dossier-row';

export const QUEUE_VIEWS = ['open', 'sign', 'unsent', 'attention', 'expiring'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];
/** An agreement that ends within this many days counts as expiring. */
export const EXPIRING_WITHIN = 30;

const SHOWS: Readonly<Record<QueueView, (row: DossierRow) => boolean>> = {
  open: () => true,
  sign: (row) => row.status === 'sign',
  unsent: (row) => row.status === 'unsent' || row.status === 'sending',
  attention: (row) => row.status === 'attention',
  expiring: (row) => row.daysLeft !== null && row.daysLeft <= EXPIRING_WITHIN,
};

export const rowsOf = (rows: readonly DossierRow[], view: QueueView): readonly DossierRow[] => rows.filter(SHOWS[view]);
export const countsOf = (rows: readonly DossierRow[]): Readonly<Record<QueueView, number>> =>
  Object.fromEntries(QUEUE_VIEWS.map((view) => [view, rowsOf(rows, view).length])) as Record<QueueView, number>;
