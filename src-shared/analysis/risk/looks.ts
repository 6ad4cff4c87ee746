// Everything that is measured row by row, as one question to a file: re-identification, small cells, membership, overlap. Makes the looks that
// readers call and settles the result once the hits of the detectors are known. One set of looks serves one delivered file, with all its tables.
import { measureTexts } from '../../texts/analysis-measures';
import { type CellsQuestion, createCellsLook } from '../cells/look';
import { createOverlapLook, type OverlapQuestion } from '../fingerprint/look';
import type { Aggregate } from '../inference/aggregate';
import { createDominanceLook, createSumsLook, type DominanceQuestion } from '../inference/look';
import type { RowLookFactory } from '../look';
import { createMembershipLook, type MembershipQuestion } from '../membership/look';
import type { AnalysisFile } from '../result';
import { visibleLine } from '../visible-line';
import { LEAST_CLASS } from './identity';
import { createRiskLook, type RiskQuestion, type RiskResult } from './look';
import { measuredWithDirect } from './measure';
import type { PickedColumns } from './pick';
import { missingColumns } from './pick';

export type Measures = {
  readonly risk: RiskQuestion | null;
  /** Null without a sharing mode. */
  readonly cells: CellsQuestion | null;
  readonly dominance: DominanceQuestion | null;
  readonly membership: MembershipQuestion | null;
  readonly overlap: OverlapQuestion | null;
  /** Where in the file the one table lies whose columns are named; null: every table that has them. */
  readonly table?: string | null;
  /** An earlier release of the same aggregate. */
  readonly previous?: Aggregate | null;
  /** Bytes that the columns of one table may take. */
  readonly maxRiskBytes?: number;
};
export type Settled = {
  readonly files: AnalysisFile[];
  readonly notChecked: readonly string[];
  /** Columns asked for that no table of the file has all of: the question was wrong. Empty when the file holds no table. */
  readonly missing: readonly string[];
};
export type MeasureLooks = { readonly looks: readonly RowLookFactory[]; readonly settle: (files: readonly AnalysisFile[]) => Settled };

/** Between a look's end and the settling: never part of a result. */
const TOO_LARGE = 'riskTooLarge';

/** @param name of the delivered file, before those of its tables */
export function createMeasureLooks(measures: Measures, name: string): MeasureLooks {
  const words = measureTexts.zh.notChecked;
  const notChecked = new Set<string>();
  const { risk, cells, dominance, membership, overlap, previous = null, table = null } = measures;
  const complete = (picked: PickedColumns): boolean => picked.told() && picked.missing().length === 0;
  const wholeName = table === null ? null : visibleLine(`${name}/${table}`);
  const isMeant = (about: { readonly name: string }): boolean => wholeName === null || about.name === wholeName;
  const looks: RowLookFactory[] = [];

  if (risk) {
    looks.push((about) => {
      if (!isMeant(about)) return null;
      const { look, picked, measure } = createRiskLook(risk, measures.maxRiskBytes);
      return {
        ...look,
        finish() {
          if (!complete(picked)) return {};
          const measured = measure();
          return measured ? { risk: measured } : { [TOO_LARGE]: true };
        },
      };
    });
  }
  if (cells) {
    looks.push((about) => {
      if (cells.counts && !isMeant(about)) return null;
      const { look, picked, measure } = createCellsLook(cells);
      return { ...look, finish: () => (cells.counts && !complete(picked) ? {} : optional('smallCells', measure())) };
    });
  }
  if (cells) {
    looks.push((about) => {
      if (cells.counts && !isMeant(about)) return null;
      const { name } = about;
      const { look, tooLong, measure } = createSumsLook(cells.counts, LEAST_CLASS[cells.sharingMode], previous);
      return {
        ...look,
        finish() {
          if (tooLong()) notChecked.add(words.aggregateTooLong(name));
          const found = measure();
          if (found.differencing) notChecked.add(words.sums);
          if (previous && !found.releases) notChecked.add(words.otherRelease(name));
          return found;
        },
      };
    });
  }
  if (dominance) {
    looks.push((about) => {
      if (!isMeant(about)) return null;
      const { name } = about;
      const { look, picked, unread, measure } = createDominanceLook(dominance);
      return {
        ...look,
        finish() {
          if (!complete(picked)) return {};
          const left = unread();
          if (left === null || left > 0) notChecked.add(words.amounts(name, left));
          return measure();
        },
      };
    });
  }
  if (membership) {
    looks.push((about) => {
      if (!isMeant(about)) return null;
      const { name } = about;
      const { look, picked, measure, unread } = createMembershipLook(membership);
      return {
        ...look,
        finish() {
          if (!complete(picked)) return {};
          if (unread() > 0) notChecked.add(words.scores(name, unread()));
          const found = measure();
          if (!found) notChecked.add(words.oneGroup(name));
          return optional('membership', found);
        },
      };
    });
  }
  if (overlap) {
    looks.push(({ name }) => {
      const made = createOverlapLook(overlap);
      if (!made.ok) return null;
      const { look, picked, measure } = made.value;
      return {
        ...look,
        finish() {
          if (complete(picked)) return { overlap: measure() };
          notChecked.add(words.overlapColumns(name));
          return {};
        },
      };
    });
  }

  /** Without rows no names were told, and the table is as empty as its numbers. */
  function emptyRisk(question: RiskQuestion): RiskResult | null {
    return createRiskLook(question).measure();
  }

  function settleOne(file: AnalysisFile): AnalysisFile {
    const { risk: found, [TOO_LARGE]: tooLarge, ...rest } = file;
    if (!risk || !isTable(file)) return file;
    if (tooLarge) {
      notChecked.add(words.riskTooLarge(file.name));
      return { ...rest, partly: file.partly ?? { code: 'RISK_TOO_LARGE', rowsRead: file.rows ?? 0 } };
    }
    const asked = [...risk.quasi, ...risk.confidential];
    const measured =
      (found as RiskResult | undefined) ?? (file.rows === 0 && isMeant(file) && hasColumns(file, asked) ? emptyRisk(risk) : null);
    if (!measured) return rest;
    return { ...rest, risk: hasDirect(file) ? measuredWithDirect(measured) : measured };
  }

  return {
    looks,
    settle(files) {
      for (const line of notMeasured(measures)) notChecked.add(line);
      const tables = files.filter((file) => isTable(file) && isMeant(file));
      const asked = [
        risk ? [...risk.quasi, ...risk.confidential] : [],
        cells?.counts ?? [],
        dominance ? [dominance.contributor, dominance.value, ...dominance.cell] : [],
        membership ? [membership.member, membership.score] : [],
      ];
      const missing = table !== null && tables.length === 0 ? [table] : asked.flatMap((names) => leastMissing(names, tables));
      const settled = files.map(settleOne);
      const left = settled.filter((file) => isTable(file) && (file.rows ?? 0) > 0 && !file.risk && file.partly?.code !== 'RISK_TOO_LARGE');
      if (risk && left.length > 0) notChecked.add(words.otherTables(left.length, left[0]?.name ?? ''));
      return { files: settled, notChecked: [...notChecked], missing };
    },
  };
}

const isTable = (file: AnalysisFile): boolean => file.columns !== undefined && file.rows !== null;
const namesOf = (file: AnalysisFile): string[] => (file.columns ?? []).map(({ name }) => name);
const hasColumns = (file: AnalysisFile, names: readonly string[]): boolean => missingColumns(names, namesOf(file)).length === 0;

/** Level 1 needs a direct identifier that the detectors stand by; a weak hit needs a word from the reviewer first. */
const hasDirect = (file: AnalysisFile): boolean =>
  (file.columns ?? []).some(({ hits }) => hits.some(({ direct, certainty }) => direct && certainty !== 'weak'));

const optional = <Name extends string, T>(name: Name, value: T | null) => (value === null ? {} : { [name]: value });

/** What the table that comes nearest lacks. */
function leastMissing(names: readonly string[], tables: readonly AnalysisFile[]): readonly string[] {
  const lacks = tables.map((file) => missingColumns(names, namesOf(file)));
  return lacks.reduce((least, each) => (each.length < least.length ? each : least), lacks[0] ?? []);
}

function notMeasured({ risk, cells, dominance, membership, overlap, previous }: Measures): string[] {
  const words = measureTexts.zh.notChecked;
  return [
    ...(risk ? [words.attackers] : [words.risk]),
    ...(risk && !risk.sharingMode ? [words.level] : []),
    ...(cells ? [] : [words.cells]),
    ...(cells && !previous ? [words.previous] : []),
    ...(dominance ? [] : [words.dominance]),
    ...(membership ? [] : [words.membership]),
    ...(overlap ? [] : [words.overlap]),
  ];
}
