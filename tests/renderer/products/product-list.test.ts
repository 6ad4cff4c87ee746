import { startOfShanghaiDay } from '@shared/basics/time';
import type { CalendarDay } from '@shared/basics/units';
import type { VerdictView } from '@shared/contract/views';
import { basisAt } from '@shared/regulation/validity';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src-renderer/database/summary';
import { deadlinesOf } from '../../../src-renderer/features/desk/deadlines';
import { countsOf, rowsOf } from '../../../src-renderer/features/desk/queue-views';
import { matchesQuery, type ProductFilter, productsOf, viewCounts } from '../../../src-renderer/features/products/product-list';
import { dossierRow } from '../../../src-renderer/session/dossier-row';
import { paper } from '../../support/papers';

const TODAY = '2026-11-23' as CalendarDay;
const product = (id: string, name: string, ends: string, verdict: Partial<VerdictView> | null = null) => {
  const draft = paper({ id, registeredAt: '2026-11-23T05:00:00.000Z' });
  draft.registration.product.name = name;
  draft.registration.product.form = 'index';
  draft.registration.developer.name = '示例丙暖数据科技有限公司';
  draft.registration.agreement.id = '示协-2026-061';
  draft.registration.agreement.term.to = ends;
  const verdicts =
    verdict === null
      ? []
      : [{ dossier: id, outcome: 'pass', delivery: 'received', number: '演练〔2026〕7C1E-0003号', ...verdict } as VerdictView];
  return dossierRow(summarise(draft), null, verdicts, TODAY);
};
const ROWS = [
  product('1', '供热需求指数', '2027-12-31'),
  product('2', '公交刷卡', '2026-12-01', {}),
  product('3', '夜间灯光', '2026-11-23', { outcome: 'reject' }),
  product('4', '停车诱导', '2026-11-20', { delivery: 'unsent' }),
];
const ALL: ProductFilter = { view: 'all', query: '', form: null, status: null };
const names = (rows: readonly { summary: { product: string } }[]) => rows.map((row) => row.summary.product);

describe('the list of products', () => {
  it('calls tradable only what was passed and acknowledged', () => {
    expect(names(productsOf(ROWS, { ...ALL, view: 'tradable' }))).toEqual(['公交刷卡']);
  });

  it('keeps in hand what the bureau has not acknowledged', () => {
    expect(names(productsOf(ROWS, { ...ALL, view: 'open' }))).toEqual(['供热需求指数', '停车诱导']);
    expect(viewCounts(ROWS)).toMatchObject({ open: 2, tradable: 1, unsent: 1, expiring: 3, all: 4 });
  });

  it('finds by any of its names, in half or full width, every word required', () => {
    const [first] = ROWS;
    if (!first) throw new Error('no row');
    for (const query of ['供热', '丙暖', '２０２６－０６１', '供热 丙暖', '']) expect(matchesQuery(first, query)).toBe(true);
    expect(matchesQuery(first, '供热 丁行')).toBe(false);
  });

  it('narrows by form and status together', () => {
    expect(productsOf(ROWS, { ...ALL, form: 'index', status: 'unsent' }).length).toBe(1);
    expect(productsOf(ROWS, { ...ALL, form: 'api' })).toEqual([]);
  });
});

describe('the queue and the deadlines of the desk', () => {
  it('count the same rows that they show', () => {
    const counts = countsOf(ROWS);
    for (const view of ['open', 'sign', 'unsent', 'attention', 'expiring'] as const) expect(rowsOf(ROWS, view).length).toBe(counts[view]);
    expect(counts.expiring).toBe(3);
  });

  it('list the three readings of the last day with agreements, soonest first, within thirty days', () => {
    const deadlines = deadlinesOf(basisAt(startOfShanghaiDay(TODAY)), ROWS);
    expect(deadlines.map(({ day, daysLeft }) => [day, daysLeft])).toEqual([
      ['2026-11-20', -3],
      ['2026-11-23', 0],
      ['2026-11-28', 5],
      ['2026-11-29', 6],
      ['2026-11-30', 7],
      ['2026-12-01', 8],
    ]);
  });
});
