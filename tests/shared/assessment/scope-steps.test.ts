// Each step of the nested scopes is compared by itself, and what is not stated is not compared.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Application, emptyApplication, isUnstated } from '@shared/assessment/application';
import { emptyRegistration, registrationSchema } from '@shared/assessment/model';
import { registrationGaps } from '@shared/assessment/registration-gaps';
import {
  agreementAgainstCatalogue,
  applicationAgainstCatalogue,
  comparedFrequencies,
  comparedSets,
  comparedTerms,
  offerAgainstAgreement,
  registeredSteps,
  type ScopeStep,
  supplyAgainstApplication,
} from '@shared/assessment/scope-steps';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSamples } from '../../../scripts/make-samples.mjs';
import { edition } from '../../support/shipped-edition';

const sample = (home: string) =>
  registrationSchema.parse(
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../resources/samples', home, 'registration.json'), 'utf8')),
  );
const breaches = (home: string) =>
  registeredSteps(sample(home)).flatMap(({ step, comparisons }) =>
    comparisons.filter(({ exceeds }) => exceeds).map(({ part, beyond }) => [step, part, beyond]),
  );

beforeAll(async () => {
  await makeSamples();
});

describe('the samples', () => {
  it('break the steps that were planted, and no others', () => {
    expect(breaches('heating-index/v1')).toEqual([]);
    expect(breaches('bus-trips/v1')).toEqual([['offer-in-agreement', 'recipients', ['示例广告传媒有限公司']]]);
    expect(breaches('bus-trips/v2')).toEqual([]);
    expect(breaches('credit-score-api/v1')).toEqual([['offer-in-agreement', 'term', ['2028-11-30']]]);
    expect(breaches('credit-score-api/v2')).toEqual([]);
  });
});

describe('a step', () => {
  it('names the codes and the days that lie outside the catalogue and its term', () => {
    const empty = emptyRegistration();
    const source = {
      catalogueCode: 'QQ-9999',
      name: '',
      provider: '',
      providerKind: null,
      level: '',
      supplyNote: '',
      obtained: null,
      sharedConsent: '',
    };
    const registration = {
      ...empty,
      sources: [source, { ...source, catalogueCode: ' qq-0001 ' }, { ...source, catalogueCode: 'QQ-0001' }],
      authorisation: { ...empty.authorisation, catalogue: ['QQ-0001'], validFrom: '2025-01-01', validTo: '2026-12-31' },
      agreement: { ...empty.agreement, term: { from: '2024-12-31', to: '2027-01-01' } },
    } as typeof empty;
    const [catalogue, term] = agreementAgainstCatalogue(registration).comparisons;
    expect(catalogue).toMatchObject({ beyond: ['QQ-9999', ' qq-0001 '], exceeds: true });
    expect(term).toMatchObject({ beyond: ['2024-12-31', '2027-01-01'], exceeds: true });
  });
  it('of the supply is compared with the application by codes and by fields, and the application with the catalogue', () => {
    const made = sample('bus-trips/v1');
    const applied = (application: Partial<Application>) => ({ ...made, application: { ...emptyApplication(), ...application } });
    const facts = ({ comparisons }: ScopeStep) => comparisons.map(({ part, beyond, exceeds }) => [part, beyond, exceeds]);
    const wide = applied({ catalogue: ['QQ-0551', 'QQ-9999'], fields: ['线路', '卡号'], suppliedFields: ['线路', '余额'] });
    expect(facts(supplyAgainstApplication(wide))).toEqual([
      ['catalogue', ['QQ-0552'], true],
      ['fields', ['余额'], true],
    ]);
    expect(facts(applicationAgainstCatalogue(wide))).toEqual([['catalogue', ['QQ-9999'], true]]);
    const within = applied({ catalogue: ['QQ-0551', 'QQ-0552'], fields: ['线路', '卡号'], suppliedFields: ['卡号'] });
    expect(facts(supplyAgainstApplication(within))).toEqual([
      ['catalogue', [], false],
      ['fields', [], false],
    ]);
    expect(facts(applicationAgainstCatalogue(within))).toEqual([['catalogue', [], false]]);
  });
  it('has nothing to compare in a paper from before applications were registered, which opens as it was', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../../resources/samples/bus-trips/v1/registration.json'), 'utf8');
    const { application: _, ...old } = JSON.parse(text);
    const opened = registrationSchema.parse(old);
    expect(opened).toEqual({ ...old, application: emptyApplication() });
    expect(isUnstated(opened.application)).toBe(true);
    for (const { exceeds } of [...supplyAgainstApplication(opened).comparisons, ...applicationAgainstCatalogue(opened).comparisons])
      expect(exceeds).toBeNull();
  });
  it('that nothing was registered for is not compared, never passed', () => {
    for (const { comparisons } of registeredSteps(emptyRegistration())) for (const { exceeds } of comparisons) expect(exceeds).toBeNull();
    expect(offerAgainstAgreement(emptyRegistration()).comparisons).toHaveLength(3);
  });
  it('is kept by whatever lies within, and broken by one thing more', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.nat(), (allowed, pick) => {
        const some = allowed.filter((_, i) => (pick >> i) % 2 === 0);
        if (some.length > 0) expect(comparedSets('fields', some, allowed)).toMatchObject({ beyond: [], exceeds: false });
        expect(comparedSets('fields', [...some, '外'], allowed)).toMatchObject({ beyond: ['外'], exceeds: true });
      }),
    );
  });
  it('compares the last day as within, and an open end with nothing', () => {
    const agreed = { from: '2026-01-01', to: '2026-12-31' };
    expect(comparedTerms(agreed, agreed).exceeds).toBe(false);
    expect(comparedTerms({ from: '', to: '2027-01-01' }, agreed).exceeds).toBe(true);
    expect(comparedTerms({ from: '', to: '' }, agreed).exceeds).toBeNull();
    expect(comparedTerms(agreed, { from: '', to: '' }).exceeds).toBeNull();
  });
  it('compares frequencies by words, a finer one exceeds', () => {
    expect(comparedFrequencies('每周', '每月').exceeds).toBe(true);
    expect(comparedFrequencies('每月一次', '每周').exceeds).toBe(false);
    expect(comparedFrequencies('实时查询', '实时查询').exceeds).toBe(false);
    expect(comparedFrequencies('不定期', '每月').exceeds).toBeNull();
  });
});

describe('an application that was begun', () => {
  const gapsOf = (application: Partial<Application>) =>
    registrationGaps({ ...sample('heating-index/v1'), application: { ...emptyApplication(), ...application } }, edition)
      .filter(({ field }) => field?.startsWith('application'))
      .map(({ code, field }) => [code, field]);
  it('needs its number and its lists, and may be left out altogether', () => {
    expect(gapsOf({})).toEqual([]);
    expect(gapsOf({ number: ' ', catalogue: [] })).toEqual([]);
    expect(gapsOf({ suppliedFields: ['线路'] })).toEqual([
      ['FIELD_MISSING', 'application.number'],
      ['FIELD_MISSING', 'application.catalogue'],
      ['FIELD_MISSING', 'application.fields'],
    ]);
    expect(gapsOf({ number: '示申-1', catalogue: ['QQ-1'], appliedOn: '2026-02-30' })).toEqual([['DAY_INVALID', 'application.appliedOn']]);
    expect(gapsOf({ number: '示申-1', catalogue: ['QQ-1'], fields: ['线路'], suppliedFields: ['线路'], appliedOn: '2026-02-28' })).toEqual(
      [],
    );
  });
});
