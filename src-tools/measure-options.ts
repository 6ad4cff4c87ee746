// The options of `npm run analyse` that ask for measures of risk, from words to one question. Refuses what it would otherwise have to ignore.
import { readFileSync } from 'node:fs';
import { readFingerprint, readKey } from '@shared/analysis/fingerprint/fingerprint';
import type { OverlapQuestion } from '@shared/analysis/fingerprint/look';
import { createOverlap } from '@shared/analysis/fingerprint/overlap';
import type { MembershipQuestion } from '@shared/analysis/membership/look';
import { decimalFraction, fraction, isBelow } from '@shared/analysis/risk/fraction';
import { SHARING_MODES, type SharingMode } from '@shared/analysis/risk/identity';
import type { RiskQuestion } from '@shared/analysis/risk/look';
import type { Measures } from '@shared/analysis/risk/looks';
import { SUPPRESSED_POLICIES, type SuppressedPolicy } from '@shared/analysis/risk/suppressed';
import { failure, ok, type Result } from '@shared/basics/result';
import { type MeasureCode, measureTexts } from '@shared/texts/analysis-measures';

const words = measureTexts.zh;
export type Given = ReadonlyMap<string, string>;

const listOf = (value: string): string[] => [...new Set(value.split(',').map((name) => name.trim()))];
const isList = (value: string): boolean => listOf(value).every((name) => name !== '');
const MEMBERSHIP = /^(?:member=(?<member>.+),score=(?<score>.+)|score=(?<scoreFirst>.+),member=(?<memberLast>.+))$/u;

/** Options of this file, each with the test that its value must pass. */
export const MEASURE_OPTIONS: Readonly<Record<string, (value: string) => boolean>> = {
  // Empty: somebody says that there are none, which is how level 4 is asked for.
  '--quasi': (value) => value === '' || isList(value),
  '--confidential': isList,
  '--sharing-mode': (value) => SHARING_MODES.some((mode) => mode === value),
  '--context-probability': (value) => {
    const probability = decimalFraction(value);
    return probability !== null && !isBelow(fraction(1), probability);
  },
  '--suppressed': () => true,
  '--suppressed-policy': (value) => SUPPRESSED_POLICIES.some((policy) => policy === value),
  '--counts': isList,
  '--membership': (value) => MEMBERSHIP.test(value),
  '--fingerprint': (value) => value !== '',
  '--fingerprint-key': (value) => value !== '',
};

/** What an option says nothing without. */
const NEEDS: Readonly<Record<string, string>> = {
  '--confidential': '--quasi',
  '--context-probability': '--quasi',
  '--suppressed': '--quasi',
  '--suppressed-policy': '--suppressed',
  '--fingerprint': '--fingerprint-key',
  '--fingerprint-key': '--fingerprint',
};

/** @returns a sentence when options are given that do not go together */
export function unfit(given: Given, mode: SharingMode | null): string | null {
  for (const [option, other] of Object.entries(NEEDS)) if (given.has(option) && !given.has(other)) return words.option.needs(option, other);
  return given.has('--counts') && !mode ? words.option.needsMode('--counts') : null;
}

export const sharingModeOf = (given: Given, agreed: SharingMode | null): SharingMode | null =>
  SHARING_MODES.find((mode) => mode === given.get('--sharing-mode')) ?? agreed;

/** Defaults that the results rest on, as parameters carry them. */
export function defaultsOf(given: Given): Record<string, string> {
  return {
    ...(given.has('--quasi') ? { 'context-probability': '1' } : {}),
    ...(given.has('--suppressed') ? { 'suppressed-policy': 'own-class' } : {}),
  };
}

export function measuresFrom(
  given: Given,
  mode: SharingMode | null,
  place: (path: string) => string,
): Result<Measures, MeasureCode | 'FILE_UNREADABLE'> {
  const overlap = overlapFrom(given, place);
  if (!overlap.ok) return overlap;
  const counts = given.get('--counts');
  return ok({
    risk: riskFrom(given, mode),
    cells: mode ? { sharingMode: mode, counts: counts === undefined ? null : listOf(counts) } : null,
    membership: membershipFrom(given.get('--membership')),
    overlap: overlap.value,
  });
}

function riskFrom(given: Given, mode: SharingMode | null): RiskQuestion | null {
  const quasi = given.get('--quasi');
  if (quasi === undefined) return null;
  const contextProbability = given.get('--context-probability') ?? '1';
  const marks = given.get('--suppressed');
  const policy = (given.get('--suppressed-policy') ?? 'own-class') as SuppressedPolicy;
  return {
    quasi: quasi === '' ? [] : listOf(quasi),
    confidential: given.has('--confidential') ? listOf(given.get('--confidential') as string) : [],
    sharingMode: mode,
    probability: decimalFraction(contextProbability) ?? fraction(1),
    contextProbability,
    suppression: marks === undefined ? null : { marks: [...new Set(marks.split(','))], policy },
  };
}

function membershipFrom(value: string | undefined): MembershipQuestion | null {
  const groups = MEMBERSHIP.exec(value ?? '')?.groups;
  if (!groups) return null;
  return { member: groups.member ?? groups.memberLast ?? '', score: groups.score ?? groups.scoreFirst ?? '' };
}

function overlapFrom(given: Given, place: (path: string) => string): Result<OverlapQuestion | null, MeasureCode | 'FILE_UNREADABLE'> {
  const [path, keyPath] = [given.get('--fingerprint'), given.get('--fingerprint-key')];
  if (path === undefined || keyPath === undefined) return ok(null);
  const [bytes, keyText] = [bytesOf(place(path)), bytesOf(place(keyPath))];
  if (!bytes || !keyText) return failure('FILE_UNREADABLE', bytes ? keyPath : path);
  const key = readKey(keyText.toString('latin1'));
  if (!key.ok) return failure(key.code, keyPath);
  const fingerprint = readFingerprint(bytes);
  if (!fingerprint.ok) return failure(fingerprint.code, path);
  const fits = createOverlap(fingerprint.value, key.value);
  return fits.ok ? ok({ fingerprint: fingerprint.value, key: key.value }) : failure(fits.code, keyPath);
}

export function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
