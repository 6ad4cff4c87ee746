// The parameters that ask for measures of risk, from words to one question: the same words on a command line, in a job of the analysis window
// and in the `parameters` of a result. Refuses what it would otherwise have to ignore.
import { failure, ok, type Result } from '../../basics/result';
import { type FingerprintCode, readFingerprint, readKey } from '../fingerprint/fingerprint';
import type { OverlapQuestion } from '../fingerprint/look';
import { createOverlap } from '../fingerprint/overlap';
import { readDominance } from '../inference/question';
import type { MembershipQuestion } from '../membership/look';
import { decimalFraction, fraction, isBelow } from './fraction';
import { SHARING_MODES, type SharingMode } from './identity';
import type { RiskQuestion } from './look';
import type { Measures } from './looks';
import { readNames } from './names';
import { SUPPRESSED_POLICIES } from './suppressed';

const listOf = (value: string): readonly string[] => readNames(value) ?? [];
const isList = (value: string): boolean => readNames(value) !== null;
const MEMBERSHIP = /^(?:member=(?<member>.+),score=(?<score>.+)|score=(?<scoreFirst>.+),member=(?<memberLast>.+))$/u;

/** Each parameter with the test that its value must pass. */
const FITS = {
  // Empty: somebody says that there are none, which is how level 4 is asked for.
  quasi: (value: string) => value === '' || isList(value),
  confidential: isList,
  'sharing-mode': (value: string) => SHARING_MODES.some((mode) => mode === value),
  'context-probability': (value: string) => {
    const probability = decimalFraction(value);
    return probability !== null && !isBelow(fraction(1), probability);
  },
  suppressed: () => true,
  'suppressed-policy': (value: string) => SUPPRESSED_POLICIES.some((policy) => policy === value),
  counts: isList,
  membership: (value: string) => MEMBERSHIP.test(value),
  dominance: (value: string) => readDominance(value) !== null,
  /** Where in the file the table lies that is asked about: a member, a sheet. */
  table: (value: string) => value !== '',
  previous: (value: string) => value !== '',
  fingerprint: (value: string) => value !== '',
  'fingerprint-key': (value: string) => value !== '',
};
export type MeasureParameter = keyof typeof FITS;
export const MEASURE_PARAMETERS = Object.keys(FITS) as [MeasureParameter, ...MeasureParameter[]];
export type MeasureParameters = { readonly [name in MeasureParameter]?: string | undefined };

export const isMeasureParameter = (name: string): name is MeasureParameter => MEASURE_PARAMETERS.some((each) => each === name);
export const fitsParameter = (name: MeasureParameter, value: string): boolean => FITS[name](value);

/** What a parameter says nothing without. */
const NEEDS: Readonly<Partial<Record<MeasureParameter, MeasureParameter>>> = {
  confidential: 'quasi',
  'context-probability': 'quasi',
  suppressed: 'quasi',
  'suppressed-policy': 'suppressed',
  fingerprint: 'fingerprint-key',
  'fingerprint-key': 'fingerprint',
};

/** Defaults that the results rest on, as a result's parameters carry them. */
export const defaultsOf = (given: MeasureParameters): MeasureParameters => ({
  ...(given.quasi === undefined ? {} : { 'context-probability': '1' }),
  ...(given.suppressed === undefined ? {} : { 'suppressed-policy': 'own-class' }),
});

/** Bytes of the files that `fingerprint` and `fingerprint-key` name. */
export type FingerprintFiles = { readonly fingerprint: Uint8Array; readonly key: Uint8Array };
/** What `table` says nothing without. */
const OF_ONE_TABLE = ['quasi', 'counts', 'membership', 'dominance'] as const;

export type QuestionCode = 'PARAMETER_INVALID' | 'PARAMETER_ALONE' | 'SHARING_MODE_MISSING' | FingerprintCode;

/**
 * @param agreed sharing mode of the agreement, which a parameter outweighs
 * @param files present when a fingerprint is asked for
 * @returns codes with the parameter as detail
 */
export function readMeasures(
  given: MeasureParameters,
  agreed: SharingMode | null,
  files: FingerprintFiles | null,
): Result<Measures, QuestionCode> {
  for (const name of MEASURE_PARAMETERS) {
    const value = given[name];
    if (value === undefined) continue;
    if (!fitsParameter(name, value)) return failure('PARAMETER_INVALID', name);
    const other = NEEDS[name];
    if (other && given[other] === undefined) return failure('PARAMETER_ALONE', `${name}, ${other}`);
  }
  if (given.table !== undefined && OF_ONE_TABLE.every((name) => given[name] === undefined))
    return failure('PARAMETER_ALONE', `table, quasi`);
  const mode = SHARING_MODES.find((each) => each === given['sharing-mode']) ?? agreed;
  if (given.counts !== undefined && !mode) return failure('SHARING_MODE_MISSING', 'counts');
  if (given.previous !== undefined && !mode) return failure('SHARING_MODE_MISSING', 'previous');
  if (given.fingerprint !== undefined && !files) return failure('FINGERPRINT_INVALID', 'fingerprint');
  const overlap = files ? overlapFrom(files) : ok(null);
  if (!overlap.ok) return overlap;
  return ok({
    risk: riskFrom(given, mode),
    cells: mode ? { sharingMode: mode, counts: given.counts === undefined ? null : listOf(given.counts) } : null,
    dominance: given.dominance === undefined ? null : readDominance(given.dominance),
    membership: membershipFrom(given.membership),
    overlap: overlap.value,
    table: given.table ?? null,
  });
}

function riskFrom(given: MeasureParameters, sharingMode: SharingMode | null): RiskQuestion | null {
  const { quasi, confidential, suppressed } = given;
  if (quasi === undefined) return null;
  const contextProbability = given['context-probability'] ?? '1';
  const policy = SUPPRESSED_POLICIES.find((each) => each === given['suppressed-policy']) ?? 'own-class';
  return {
    quasi: quasi === '' ? [] : listOf(quasi),
    confidential: confidential === undefined ? [] : listOf(confidential),
    sharingMode,
    probability: decimalFraction(contextProbability) ?? fraction(1),
    contextProbability,
    suppression: suppressed === undefined ? null : { marks: [...new Set(suppressed.split(','))], policy },
  };
}

function membershipFrom(value: string | undefined): MembershipQuestion | null {
  const groups = MEMBERSHIP.exec(value ?? '')?.groups;
  if (!groups) return null;
  return { member: groups.member ?? groups.memberLast ?? '', score: groups.score ?? groups.scoreFirst ?? '' };
}

function overlapFrom(files: FingerprintFiles): Result<OverlapQuestion, FingerprintCode> {
  const key = readKey(new TextDecoder().decode(files.key));
  if (!key.ok) return failure(key.code, 'fingerprint-key');
  const fingerprint = readFingerprint(files.fingerprint);
  if (!fingerprint.ok) return failure(fingerprint.code, 'fingerprint');
  const fits = createOverlap(fingerprint.value, key.value);
  return fits.ok ? ok({ fingerprint: fingerprint.value, key: key.value }) : failure(fits.code, 'fingerprint-key');
}
