import { type ApplicableProduct, applicableItems, seenFeatures } from '@shared/checklist/applicability';
import { materialNeeds } from '@shared/checklist/materials';
import { FEATURES, MAKERS, PRODUCT_FORMS } from '@shared/regulation/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edition } from '../../support/shipped-edition';

const product = (changes: Partial<ApplicableProduct>): ApplicableProduct => ({
  form: 'dataset',
  maker: 'developer',
  features: [],
  coverage: 'files',
  ...changes,
});
const ids = (of: ApplicableProduct, seen: Parameters<typeof applicableItems>[2] = []) =>
  applicableItems(edition, of, seen).items.map(({ item }) => item.id);
const conditional = ['r1-07', 'r2-05', 'r2-06', 'r2-08', 'r2-09', 'r3-01', 'r3-02', 'r3-03', 'r3-04', 'r3-05', 'r3-06', 'r4-09'];

describe('which items apply', () => {
  test.each<[string, Partial<ApplicableProduct>, string[]]>([
    ['a plain dataset', {}, []],
    ['microdata', { features: ['microdata'] }, ['r2-05', 'r3-01']],
    ['an index of sums', { form: 'index', features: ['aggregate'] }, ['r2-06', 'r3-06']],
    ['a report', { form: 'report' }, ['r2-06']],
    ['a visualisation', { form: 'visualisation' }, ['r2-06']],
    [
      'a scoring API for credit',
      { form: 'api', coverage: 'service', features: ['personal', 'scoring', 'financial-use'] },
      ['r2-08', 'r3-02', 'r3-04', 'r3-05', 'r4-09'],
    ],
    ['a model as files', { form: 'model' }, ['r3-01', 'r3-02', 'r3-03']],
    ['a model as a service', { form: 'model', coverage: 'service' }, ['r3-01', 'r3-02', 'r3-03', 'r3-05']],
    ['a component', { form: 'component' }, ['r3-01', 'r3-03']],
    ['encrypted data', { form: 'encrypted-data' }, ['r2-09']],
    ['data fused with other data', { features: ['fused'] }, ['r1-07']],
  ])('%s', (_, changes, expected) => {
    expect(ids(product(changes)).filter((id) => conditional.includes(id))).toEqual(expected);
  });

  test('where the operator is the maker, articles 14 and 16 ask nothing of a developer, and the reason is said', () => {
    const { excluded } = applicableItems(edition, product({ maker: 'operator' }));
    const byMaker = excluded.filter(({ because }) => because.code === 'MAKER').map(({ item }) => item.id);
    expect(byMaker).toEqual(['pre-06', 'pre-07', 'pre-08', 'pre-09', 'pre-11']);
    expect(ids(product({ maker: 'joint' }))).toContain('pre-09');
  });

  test('every item either applies with a reason or is excluded with one, in the order of the edition', () => {
    const some = fc.record({
      form: fc.constantFrom(...PRODUCT_FORMS),
      maker: fc.constantFrom(...MAKERS),
      features: fc.uniqueArray(fc.constantFrom(...FEATURES)),
      coverage: fc.constantFrom('files', 'series', 'service'),
    });
    fc.assert(
      fc.property(some, (any) => {
        const { items, excluded } = applicableItems(edition, any as ApplicableProduct);
        expect(items.length + excluded.length).toBe(50);
        expect(items.every(({ because }) => because.length > 0)).toBe(true);
        const order = edition.items.map(({ id }) => id);
        const places = items.map(({ item }) => order.indexOf(item.id));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  test('declaring one feature more never switches an item off', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRODUCT_FORMS),
        fc.uniqueArray(fc.constantFrom(...FEATURES)),
        fc.constantFrom(...FEATURES),
        (form, features, more) => {
          const before = ids(product({ form, features }));
          const after = ids(product({ form, features: [...features, more] }));
          expect(before.filter((id) => !after.includes(id))).toEqual([]);
        },
      ),
    );
  });
});

describe('what a machine saw', () => {
  const signals = [
    { signal: 'resident-id', certainty: 'certain', file: 'trips.csv', finding: 'm:1' },
    { signal: 'mobile', certainty: 'weak', file: 'trips.csv', finding: 'm:2' },
    { signal: 'pickle', file: 'config.zip/model.pkl', finding: null },
    { signal: 'uscc', certainty: 'certain', file: 'trips.csv', finding: 'm:3' },
  ] as const;

  test('a certain resident number and a pickle stand for features, a weak mobile and a firm’s code for none', () => {
    expect(seenFeatures(edition, signals).map(({ feature, signal }) => [feature, signal])).toEqual([
      ['personal', 'resident-id'],
      ['model-file', 'pickle'],
    ]);
  });

  test('switches items on that the declaration left off, and says why', () => {
    const { items } = applicableItems(edition, product({}), seenFeatures(edition, signals));
    const because = (id: string) => items.find(({ item }) => item.id === id)?.because;
    expect(because('r2-08')).toEqual([
      { code: 'FEATURE_SEEN', feature: 'personal', finding: 'm:1', file: 'trips.csv', signal: 'resident-id' },
    ]);
    expect(because('r3-03')?.[0]).toMatchObject({ code: 'FEATURE_SEEN', feature: 'model-file' });
  });
});

describe('which papers are needed', () => {
  const needed = (changes: Partial<Parameters<typeof materialNeeds>[1]>) =>
    materialNeeds(edition, { ...product({}), sharingMode: 'controlled', sharedSource: false, ...changes })
      .filter(({ needed: asked }) => asked)
      .map(({ material }) => material.id);

  test('depend on the sharing mode', () => {
    expect(needed({})).toContain('draft-contract');
    expect(needed({})).not.toContain('listing-form');
    expect(needed({ sharingMode: 'public' })).toContain('listing-form');
    expect(needed({ sharingMode: 'public' })).not.toContain('draft-contract');
    expect(needed({ features: ['microdata'] })).toContain('context-note');
    expect(needed({ features: ['microdata'], sharingMode: 'public' })).not.toContain('context-note');
  });

  test('depend on sources, maker and features', () => {
    expect(needed({})).not.toContain('shared-consent');
    expect(needed({ sharedSource: true })).toContain('shared-consent');
    expect(needed({ maker: 'operator' })).not.toContain('scenario-agreement');
    expect(needed({ features: ['personal'] })).toContain('personal-basis');
  });
});
