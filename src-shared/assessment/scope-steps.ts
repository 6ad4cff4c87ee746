// The nested scopes of risk (一), each step a comparison of its own (Art. 7, 10, 12 ¶2, 15, 16, 19 ¶2): agreed within the catalogue, applied for within
// the catalogue, supplied within the application, offered within the agreement. Compares what was registered and never what files hold, which is the
// analysis's; what is not registered is not compared, and a step with nothing to compare says so.
import type { Registration } from './model';

export const SCOPE_STEPS = ['agreement-in-catalogue', 'application-in-catalogue', 'supply-in-application', 'offer-in-agreement'] as const;
export type ScopeStepName = (typeof SCOPE_STEPS)[number];
export type ScopePart = 'catalogue' | 'fields' | 'term' | 'recipients' | 'frequency';
export type ScopeComparison = {
  readonly part: ScopePart;
  readonly authorised: readonly string[];
  readonly observed: readonly string[];
  /** What lies outside, as it is written. */
  readonly beyond: readonly string[];
  /** Null: one side is not stated. */
  readonly exceeds: boolean | null;
};
export type ScopeStep = {
  readonly step: ScopeStepName;
  readonly comparisons: readonly ScopeComparison[];
};

/** Names and codes are compared after NFKC and trimming, exactly otherwise. */
const normal = (text: string): string => text.normalize('NFKC').trim();
const stated = (texts: readonly string[]): string[] => texts.filter((text) => normal(text) !== '');

export function comparedSets(part: ScopePart, observed: readonly string[], authorised: readonly string[]): ScopeComparison {
  const [seen, allowed] = [stated(observed), stated(authorised)];
  const known = new Set(allowed.map(normal));
  const beyond = seen.filter((each) => !known.has(normal(each)));
  return {
    part,
    authorised: allowed,
    observed: seen,
    beyond,
    exceeds: seen.length === 0 || allowed.length === 0 ? null : beyond.length > 0,
  };
}

/** Terms of days; an open end is not stated, and what is not stated binds nobody. */
export function comparedTerms(
  observed: { readonly from: string; readonly to: string },
  authorised: { readonly from: string; readonly to: string },
): ScopeComparison {
  const early = observed.from !== '' && authorised.from !== '' && observed.from < authorised.from;
  const late = observed.to !== '' && authorised.to !== '' && observed.to > authorised.to;
  const comparable = (observed.from !== '' && authorised.from !== '') || (observed.to !== '' && authorised.to !== '');
  return {
    part: 'term',
    authorised: stated([authorised.from, authorised.to]),
    observed: stated([observed.from, observed.to]),
    beyond: [...(early ? [observed.from] : []), ...(late ? [observed.to] : [])],
    exceeds: comparable ? early || late : null,
  };
}

/** From the finest to the coarsest. The first word that fits counts. */
const FREQUENCIES: readonly RegExp[] = [
  /实时|逐次|逐条|real.?time|on demand/iu,
  /小时|hour/iu,
  /每日|每天|按日|日更|日报|逐日|daily|day/iu,
  /每周|按周|周更|周报|week/iu,
  /每旬|按旬/iu,
  /半月|twice a month/iu,
  /每月|按月|月更|月报|逐月|month/iu,
  /每季|按季|季度|quarter/iu,
  /半年|half.?year/iu,
  /每年|按年|年度|year|annual/iu,
  /一次|单次|once/iu,
];
const frequencyOf = (text: string): number => FREQUENCIES.findIndex((words) => words.test(text.normalize('NFKC')));

export function comparedFrequencies(observed: string, authorised: string): ScopeComparison {
  const [seen, allowed] = [frequencyOf(observed), frequencyOf(authorised)];
  const exceeds = seen < 0 || allowed < 0 ? null : seen < allowed;
  return { part: 'frequency', authorised: stated([authorised]), observed: stated([observed]), beyond: exceeds ? [observed] : [], exceeds };
}

/** Art. 7, 16: sources within the catalogue of the authorisation, the agreement's term within the authorisation's. */
export function agreementAgainstCatalogue({ sources, authorisation, agreement }: Registration): ScopeStep {
  return {
    step: 'agreement-in-catalogue',
    comparisons: [
      comparedSets(
        'catalogue',
        sources.map(({ catalogueCode }) => catalogueCode),
        authorisation.catalogue,
      ),
      comparedTerms(agreement.term, { from: authorisation.validFrom, to: authorisation.validTo }),
    ],
  };
}

/** Art. 7, 15: applied for within the catalogue of the authorisation. */
export function applicationAgainstCatalogue({ application, authorisation }: Registration): ScopeStep {
  return { step: 'application-in-catalogue', comparisons: [comparedSets('catalogue', application.catalogue, authorisation.catalogue)] };
}

/** Art. 10, 15, 19 ¶2, 21 ¶1: supplied within applied for. The sources are what was supplied; their fields stand in the supply notes. */
export function supplyAgainstApplication({ sources, application }: Registration): ScopeStep {
  return {
    step: 'supply-in-application',
    comparisons: [
      comparedSets(
        'catalogue',
        sources.map(({ catalogueCode }) => catalogueCode),
        application.catalogue,
      ),
      comparedSets('fields', application.suppliedFields, application.fields),
    ],
  };
}

/** Art. 16, 21 ¶1: recipients, end of the offer and frequency as the product's papers state them, within the agreement. */
export function offerAgainstAgreement({ product, agreement, coverage }: Registration): ScopeStep {
  return {
    step: 'offer-in-agreement',
    comparisons: [
      comparedSets('recipients', product.recipients, agreement.recipients),
      comparedTerms({ from: '', to: product.offeredUntil }, agreement.term),
      comparedFrequencies(coverage.frequency, agreement.frequency),
    ],
  };
}

/** Every step that the registration itself can answer, outermost first. */
export const registeredSteps = (registration: Registration): readonly ScopeStep[] => [
  agreementAgainstCatalogue(registration),
  applicationAgainstCatalogue(registration),
  supplyAgainstApplication(registration),
  offerAgainstAgreement(registration),
];
