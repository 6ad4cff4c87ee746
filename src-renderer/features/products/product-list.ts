// Which products a view, the filters and the search box leave. Pure.
import type { ProductForm } from '@shared/assessment/model';
import { type DossierRow, inHand, type RowStatus } from '../../session/dossier-row';

export const PRODUCT_VIEWS = ['open', 'sign', 'unsent', 'tradable', 'expiring', 'all'] as const;
export type ProductView = (typeof PRODUCT_VIEWS)[number];
export type ProductFilter = {
  readonly view: ProductView;
  readonly query: string;
  readonly form: ProductForm | null;
  readonly status: RowStatus | null;
};

const EXPIRING_WITHIN = 30;
const SHOWS: Readonly<Record<ProductView, (row: DossierRow) => boolean>> = {
  open: inHand,
  sign: (row) => row.status === 'sign',
  unsent: (row) => row.status === 'unsent' || row.status === 'sending' || row.status === 'attention',
  // A verdict that the bureau has acknowledged and that lets the product be traded.
  tradable: (row) => row.status === 'received' && (row.verdict?.outcome === 'pass' || row.verdict?.outcome === 'pass-with-conditions'),
  expiring: (row) => row.daysLeft !== null && row.daysLeft <= EXPIRING_WITHIN,
  all: () => true,
};

export const isProductView = (name: string | undefined): name is ProductView => PRODUCT_VIEWS.some((view) => view === name);

function haystack({ summary, verdict }: DossierRow): string {
  return [summary.product, summary.version, summary.developer, summary.agreement, summary.scenario, verdict?.number ?? '']
    .join('\n')
    .toLowerCase();
}

/** Every word of the query must occur somewhere; full-width letters and digits count as their half-width forms. */
export function matchesQuery(row: DossierRow, query: string): boolean {
  const text = haystack(row).normalize('NFKC');
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word));
}

export const productsOf = (rows: readonly DossierRow[], filter: ProductFilter): readonly DossierRow[] =>
  rows.filter(
    (row) =>
      SHOWS[filter.view](row) &&
      (filter.form === null || row.summary.form === filter.form) &&
      (filter.status === null || row.status === filter.status) &&
      matchesQuery(row, filter.query),
  );

export const viewCounts = (rows: readonly DossierRow[]): Readonly<Record<ProductView, number>> =>
  Object.fromEntries(PRODUCT_VIEWS.map((view) => [view, rows.filter(SHOWS[view]).length])) as Record<ProductView, number>;
