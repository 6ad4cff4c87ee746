// The parameters that ask for measures of risk, from words to one question: the same words on a command line, in a job of the analysis window
// and in the `parameters` of a result. Refuses what it would otherwise have to ignore.
import { failure, ok, type Result } from '../../basics/result';
import { type FingerprintCode, readFingerprint, readKey } from '../fingerprint/fingerprint';
import type { OverlapQuestion } from '../fingerprint/look';
import { createOverlap } from '../fingerprint/overlap';
import { readDominance } from '../inference/question';
import { readMembership } from '../membership/question';
import { decimalFraction, fraction, isBelow } from './fraction';
import { SHARING_MODES, type SharingMode } from './identity';
import type { RiskQuestion } from './look';
import type { Measures, TableMeasures } from './looks';
import { readNames } from './names';
import { isSameName } from './pick';
import { SUPPRESSED_POLICIES } from './suppressed';

const listOf = (value: string): readonly string[] => readNames(value) ?? [];
const isList = (value: string): boolean => readNames(value) !== null;

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
  membership: (value: string) => readMembership(value) !== null,
  dominance: (value: string) => readDominance(value) !== null,
  /** Where in the file the table lies that is asked about: a member, a sheet. */
  table: (value: string) => value !== '',
  previous: (value: string) => value !== '',
  fingerprint: (value: string) => value !== '',
  'fingerprint-key': (value: string) => value !== '',
};
export type MeasureParameter = keyof typeof FITS;
export const MEASURE_PARAMETERS = Object.keys(FITS) as [MeasureParameter, ...MeasureParameter[]];

/** What is asked of one table: a further question of the same file has these again, each with the question's number behind it. */
const OF_A_TABLE = [
  'table',
  'quasi',
  'confidential',
  'context-probability',
  'suppressed',
  'suppressed-policy',
  'counts',
  'membership',
  'dominance',
] as const satisfies readonly MeasureParameter[];
type OfATable = (typeof OF_A_TABLE)[number];
type Numbered = `${OfATable}-${number}`;
/** Questions of one file, the first counted. */
export const MAX_QUESTIONS = 64;
export type MeasureParameters = { readonly [name in MeasureParameter | Numbered]?: string | undefined };

const NUMBERED = /^(?<base>.+?)-(?<number>[1-9]\d?)$/u;

/** Which parameter of which question a name is, the first being 1; null when it is none. */
function placeOf(name: string): { readonly base: MeasureParameter; readonly number: number } | null {
  const known = MEASURE_PARAMETERS.find((each) => each === name);
  if (known) return { base: known, number: 1 };
  const { base, number } = NUMBERED.exec(name)?.groups ?? {};
  const numbered = OF_A_TABLE.find((each) => each === base);
  return numbered && Number(number) >= 2 && Number(number) <= MAX_QUESTIONS ? { base: numbered, number: Number(number) } : null;
}

export const isMeasureParameter = (name: string): name is keyof MeasureParameters => placeOf(name) !== null;
export function fitsParameter(name: string, value: string): boolean {
  const place = placeOf(name);
  return place !== null && FITS[place.base](value);
}
export const numbered = <Name extends OfATable>(name: Name, question: number): Name | `${Name}-${number}` =>
  question === 1 ? name : `${name}-${question}`;

/** Numbers of the further questions, in order. */
const furtherOf = (given: MeasureParameters): readonly number[] =>
  [...new Set(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : (placeOf(name)?.number ?? 1))))]
    .filter((number) => number > 1)
    .toSorted((a, b) => a - b);

/** One question as if it were the only one. */
const questionOf = (given: MeasureParameters, number: number): MeasureParameters =>
  number === 1 ? given : Object.fromEntries(OF_A_TABLE.map((name) => [name, given[`${name}-${number}`]]));

/** What a parameter says nothing without. */
const NEEDS: Readonly<Partial<Record<MeasureParameter, MeasureParameter>>> = {
  confidential: 'quasi',
  'context-probability': 'quasi',
  suppressed: 'quasi',
  'suppressed-policy': 'suppressed',
  fingerprint: 'fingerprint-key',
  'fingerprint-key': 'fingerprint',
};

/** What a table answered, as if nothing else had been asked; its own question, or the first where that names no table. */
export function answeredBy(given: MeasureParameters, part: string | null): MeasureParameters {
  const own = [1, ...furtherOf(given)].find((number) => part !== null && questionOf(given, number).table === part);
  if (own !== undefined) return questionOf(given, own);
  return given.table === undefined ? given : {};
}
/** The tables that had a question of their own. */
export const tablesAsked = (given: MeasureParameters): readonly string[] =>
  [1, ...furtherOf(given)].flatMap((number) => questionOf(given, number).table ?? []);

/** Defaults that the results rest on, as a result's parameters carry them. */
export const defaultsOf = (given: MeasureParameters): MeasureParameters =>
  Object.fromEntries(
    [1, ...furtherOf(given)].flatMap((number) => {
      const { quasi, suppressed } = questionOf(given, number);
      return [
        ...(quasi === undefined ? [] : [[numbered('context-probability', number), '1']]),
        ...(suppressed === undefined ? [] : [[numbered('suppressed-policy', number), 'own-class']]),
      ];
    }),
  );

/** Bytes of the files that `fingerprint` and `fingerprint-key` name. */
export type FingerprintFiles = { readonly fingerprint: Uint8Array; readonly key: Uint8Array };
/** What `table` says nothing without. */
const OF_ONE_TABLE = ['quasi', 'counts', 'membership', 'dominance'] as const;

export type QuestionCode = 'PARAMETER_INVALID' | 'PARAMETER_ALONE' | 'SHARING_MODE_MISSING' | 'TABLE_ASKED_TWICE' | FingerprintCode;

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
  const mode = SHARING_MODES.find((each) => each === given['sharing-mode']) ?? agreed;
  const first = readTable(given, 1, mode);
  if (!first.ok) return first;
  if (given.previous !== undefined && !mode) return failure('SHARING_MODE_MISSING', 'previous');
  if (given.fingerprint !== undefined && !files) return failure('FINGERPRINT_INVALID', 'fingerprint');
  const tables = new Set(first.value.table === null ? [] : [first.value.table]);
  const further: TableMeasures[] = [];
  for (const number of furtherOf(given)) {
    const read = readTable(questionOf(given, number), number, mode);
    if (!read.ok) return read;
    const { table } = read.value;
    if (table === null) return failure('PARAMETER_ALONE', `${numbered('quasi', number)}, ${numbered('table', number)}`);
    // Which of two answers would stand in the one place that a table has?
    if (tables.has(table)) return failure('TABLE_ASKED_TWICE', numbered('table', number));
    tables.add(table);
    further.push(read.value);
  }
  const overlap = files ? overlapFrom(files) : ok(null);
  if (!overlap.ok) return overlap;
  return ok({ ...first.value, overlap: overlap.value, further });
}

/**
 * Columns that one table's question gives two parts that exclude each other: a column that classes are made of has one value in each of them, and scores
 * that say who is a member tell members apart for ever. Compared as columns are found.
 */
export function columnsTwice(measures: Measures): readonly string[] {
  return [measures, ...(measures.further ?? [])].flatMap(({ risk, membership, dominance }) => {
    const parts: readonly (readonly string[])[] = [
      ...(risk ? [[...risk.quasi, ...risk.confidential]] : []),
      ...(membership ? [[membership.member, membership.score]] : []),
      ...(dominance ? [[...dominance.cell, dominance.contributor, dominance.value]] : []),
    ];
    return parts.flatMap((names) => names.filter((name, at) => names.findIndex((each) => isSameName(each, name)) < at));
  });
}

/** The question of that number, from parameters without it. */
function readTable(given: MeasureParameters, number: number, mode: SharingMode | null): Result<TableMeasures, QuestionCode> {
  const said = (name: MeasureParameter): string => (number === 1 ? name : `${name}-${number}`);
  for (const name of MEASURE_PARAMETERS) {
    const value = given[name];
    if (value === undefined) continue;
    if (!FITS[name](value)) return failure('PARAMETER_INVALID', said(name));
    const other = NEEDS[name];
    if (other && given[other] === undefined) return failure('PARAMETER_ALONE', `${said(name)}, ${said(other)}`);
  }
  if (given.table !== undefined && OF_ONE_TABLE.every((name) => given[name] === undefined))
    return failure('PARAMETER_ALONE', `${said('table')}, ${said('quasi')}`);
  if (given.counts !== undefined && !mode) return failure('SHARING_MODE_MISSING', said('counts'));
  return ok({
    risk: riskFrom(given, mode),
    cells: mode ? { sharingMode: mode, counts: given.counts === undefined ? null : listOf(given.counts) } : null,
    dominance: given.dominance === undefined ? null : readDominance(given.dominance),
    membership: given.membership === undefined ? null : readMembership(given.membership),
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

function overlapFrom(files: FingerprintFiles): Result<OverlapQuestion, FingerprintCode> {
  const key = readKey(new TextDecoder().decode(files.key));
  if (!key.ok) return failure(key.code, 'fingerprint-key');
  const fingerprint = readFingerprint(files.fingerprint);
  if (!fingerprint.ok) return failure(fingerprint.code, 'fingerprint');
  const fits = createOverlap(fingerprint.value, key.value);
  return fits.ok ? ok({ fingerprint: fingerprint.value, key: key.value }) : failure(fits.code, 'fingerprint-key');
}
