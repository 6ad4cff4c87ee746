// What runs out within thirty days: the three readings of the basis's last day, and agreements of dossiers in hand.
import type { CalendarDay } from '@shared/basics/units';
import type { Basis, ReadingId } from '@shared/regulation/validity';
import type { DossierRow } from '../../session/dossier-row';

const WITHIN = 30;
/** A day that has passed stays in sight for a week. */
const REMEMBERED = -7;

export type Deadline = { readonly key: string; readonly day: CalendarDay; readonly daysLeft: number } & (
  | { readonly kind: 'reading'; readonly reading: ReadingId }
  | { readonly kind: 'agreement'; readonly agreement: string; readonly product: string }
);

export function deadlinesOf(basis: Basis, rows: readonly DossierRow[]): readonly Deadline[] {
  const readings = basis.readings.map(
    (reading): Deadline => ({ kind: 'reading', key: reading.id, reading: reading.id, day: reading.lastDay, daysLeft: reading.daysLeft }),
  );
  const agreements = rows.flatMap(({ due, daysLeft, summary }): Deadline[] =>
    due === null || daysLeft === null
      ? []
      : [{ kind: 'agreement', key: summary.id, agreement: summary.agreement, product: summary.product, day: due, daysLeft }],
  );
  return [...readings, ...agreements]
    .filter(({ daysLeft }) => daysLeft <= WITHIN && daysLeft >= REMEMBERED)
    .toSorted((a, b) => a.daysLeft - b.daysLeft);
}
