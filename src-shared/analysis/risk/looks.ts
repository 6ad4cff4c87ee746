// Everything that is measured row by row, as questions to a file: re-identification, small cells, membership, overlap. Makes the looks that readers call
// and settles the result once the hits of the detectors are known. One set of looks serves one delivered file, with all its tables, each of which answers
// one question: its own, or the first where that names no table.
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

/** What is asked of one table. */
export type TableMeasures = {
  readonly risk: RiskQuestion | null;
  /** Null without a sharing mode. */
  readonly cells: CellsQuestion | null;
  readonly dominance: DominanceQuestion | null;
  readonly membership: MembershipQuestion | null;
  /** Where in the file the one table lies whose columns are named; null: every table that has them and no question of its own. */
  readonly table?: string | null;
};
export type Measures = TableMeasures & {
  /** Of every table that has the fingerprint's columns. */
  readonly overlap: OverlapQuestion | null;
  /** Questions of other tables, each of one. */
  readonly further?: readonly TableMeasures[];
  /** The tables of an earlier release. */
  readonly previous?: readonly Aggregate[];
  /** Bytes that the columns of one table may take. */
  readonly maxRiskBytes?: number;
};
export type Settled = {
  readonly files: AnalysisFile[];
  readonly notChecked: readonly string[];
  /** Columns asked for that no table of the file has all of: the question was wrong. Empty when the file holds no table. */
  readonly missing: readonly string[];
};
const questionsOf = (measures: Measures): readonly TableMeasures[] => [measures, ...(measures.further ?? [])];
/** Count columns by which an earlier release is read: what questions name, and by header. */
export const countsAsked = (measures: Measures): readonly (readonly string[] | null)[] => [
  null,
  ...questionsOf(measures).flatMap(({ cells }) => (cells?.counts ? [cells.counts] : [])),
];
export type MeasureLooks = { readonly looks: readonly RowLookFactory[]; readonly settle: (files: readonly AnalysisFile[]) => Settled };

/** Between a look's end and the settling: never part of a result. */
const TOO_LARGE = 'riskTooLarge';

/** @param name of the delivered file, before those of its tables */
export function createMeasureLooks(measures: Measures, name: string): MeasureLooks {
  const words = measureTexts.zh.notChecked;
  const notChecked = new Set<string>();
  const { overlap, previous = [] } = measures;
  const questions = questionsOf(measures);
  const complete = (picked: PickedColumns): boolean => picked.told() && picked.missing().length === 0;
  const isOf = (question: TableMeasures, about: { readonly name: string }): boolean =>
    typeof question.table === 'string' && about.name === visibleLine(`${name}/${question.table}`);
  const openToAll = questions.find(({ table }) => typeof table !== 'string') ?? null;
  /** The question that a table answers. */
  const askedOf = (about: { readonly name: string }): TableMeasures | null => questions.find((each) => isOf(each, about)) ?? openToAll;
  const sharingMode = measures.cells?.sharingMode ?? null;
  /** Count columns of a table that nobody names are found by their headers. */
  const cellsOf = (about: { readonly name: string }): CellsQuestion | null =>
    askedOf(about)?.cells ?? (sharingMode ? { sharingMode, counts: null } : null);
  const looks: RowLookFactory[] = [
    (about) => {
      const risk = askedOf(about)?.risk;
      if (!risk) return null;
      const { look, picked, measure } = createRiskLook(risk, measures.maxRiskBytes);
      return {
        ...look,
        finish() {
          if (!complete(picked)) return {};
          const measured = measure();
          return measured ? { risk: measured } : { [TOO_LARGE]: true };
        },
      };
    },
    (about) => {
      const cells = cellsOf(about);
      if (!cells) return null;
      const { look, picked, measure, notWhole } = createCellsLook(cells);
      return {
        ...look,
        finish() {
          if (cells.counts && !complete(picked)) return {};
          for (const column of notWhole()) notChecked.add(words.countsNotWhole(about.name, column));
          return optional('smallCells', measure());
        },
      };
    },
    (about) => {
      const cells = cellsOf(about);
      if (!cells) return null;
      const { look, tooLong, measure } = createSumsLook(cells.counts, LEAST_CLASS[cells.sharingMode], previous);
      return {
        ...look,
        finish() {
          if (tooLong()) notChecked.add(words.aggregateTooLong(about.name));
          const found = measure();
          if (found.differencing) notChecked.add(words.sums);
          if (previous.length > 0 && !found.releases) notChecked.add(words.otherRelease(about.name));
          return found;
        },
      };
    },
    (about) => {
      const dominance = askedOf(about)?.dominance;
      if (!dominance) return null;
      const { look, picked, unread, measure } = createDominanceLook(dominance);
      return {
        ...look,
        finish() {
          if (!complete(picked)) return {};
          const left = unread();
          if (left === null || left > 0) notChecked.add(words.amounts(about.name, left));
          return measure();
        },
      };
    },
    (about) => {
      const membership = askedOf(about)?.membership;
      if (!membership) return null;
      const { look, picked, measure, unread } = createMembershipLook(membership);
      return {
        ...look,
        finish() {
          if (!complete(picked)) return {};
          if (unread() > 0) notChecked.add(words.scores(about.name, unread()));
          const found = measure();
          if (!found) notChecked.add(words.oneGroup(about.name));
          return optional('membership', found);
        },
      };
    },
  ];
  if (overlap) {
    looks.push(() => {
      const made = createOverlapLook(overlap);
      if (!made.ok) return null;
      const { look, picked, measure } = made.value;
      return {
        ...look,
        finish: () => (complete(picked) ? { overlap: measure() } : {}),
      };
    });
  }

  /** Without rows no names were told, and the table is as empty as its numbers. */
  function emptyRisk(question: RiskQuestion): RiskResult | null {
    return createRiskLook(question).measure();
  }

  /** What the other measures leave unsaid of a table that told no names or lacks some. */
  function settleBeside(file: AnalysisFile): AnalysisFile {
    if (!isTable(file)) return file;
    const rowless = (names: readonly string[]): boolean => file.rows === 0 && hasColumns(file, names);
    const membership = askedOf(file)?.membership;
    if (membership && rowless([membership.member, membership.score])) notChecked.add(words.oneGroup(file.name));
    if (!overlap || file.overlap) return file;
    const empty = rowless(overlap.fingerprint.columns) ? createOverlapLook(overlap) : null;
    if (empty?.ok) return { ...file, overlap: empty.value.measure() };
    notChecked.add(words.overlapColumns(file.name));
    return file;
  }

  function settleOne(file: AnalysisFile): AnalysisFile {
    const { risk: found, [TOO_LARGE]: tooLarge, ...rest } = file;
    const risk = askedOf(file)?.risk ?? null;
    if (!risk || !isTable(file)) return file;
    if (tooLarge) {
      notChecked.add(words.riskTooLarge(file.name));
      return { ...rest, partly: file.partly ?? { code: 'RISK_TOO_LARGE', rowsRead: file.rows ?? 0 } };
    }
    const asked = [...risk.quasi, ...risk.confidential];
    const measured = (found as RiskResult | undefined) ?? (file.rows === 0 && hasColumns(file, asked) ? emptyRisk(risk) : null);
    if (!measured) return rest;
    return { ...rest, risk: hasDirect(file) ? measuredWithDirect(measured) : measured };
  }

  return {
    looks,
    settle(files) {
      for (const line of notMeasured(measures)) notChecked.add(line);
      const tables = files.filter(isTable);
      const missing = questions.flatMap((question) => missingIn(question, tables));
      const settled = files.map((file) => settleOne(settleBeside(file)));
      if (tables.length === 0 && asksOfTables(measures)) {
        notChecked.delete(words.attackers);
        notChecked.add(words.noTable(name));
      }
      const left = settled.filter((file) => isTable(file) && (file.rows ?? 0) > 0 && !file.risk && file.partly?.code !== 'RISK_TOO_LARGE');
      if (left.length > 0 && questions.some(({ risk }) => risk)) notChecked.add(words.otherTables(left.length, left[0]?.name ?? ''));
      return { files: settled, notChecked: [...notChecked], missing };
    },
  };

  function missingIn(question: TableMeasures, all: readonly AnalysisFile[]): readonly string[] {
    const { risk, cells, dominance, membership, table } = question;
    const tables = typeof table === 'string' ? all.filter((file) => isOf(question, file)) : all;
    if (typeof table === 'string' && tables.length === 0) return [table];
    const asked = [
      risk ? [...risk.quasi, ...risk.confidential] : [],
      cells?.counts ?? [],
      dominance ? [dominance.contributor, dominance.value, ...dominance.cell] : [],
      membership ? [membership.member, membership.score] : [],
    ];
    return asked.flatMap((names) => leastMissing(names, tables));
  }
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

/** Whether something is asked that only a table answers. */
const asksOfTables = (measures: Measures): boolean =>
  measures.overlap !== null ||
  questionsOf(measures).some(({ risk, cells, dominance, membership }) => risk || cells?.counts || dominance || membership);

function notMeasured(measures: Measures): string[] {
  const words = measureTexts.zh.notChecked;
  const { cells, overlap, previous = [] } = measures;
  const asked = (measure: 'risk' | 'dominance' | 'membership'): boolean => questionsOf(measures).some((question) => question[measure]);
  return [
    ...(asked('risk') ? [words.attackers] : [words.risk]),
    ...(asked('risk') && !cells ? [words.level] : []),
    ...(cells ? [] : [words.cells]),
    ...(cells && previous.length === 0 ? [words.previous] : []),
    ...(asked('dominance') ? [] : [words.dominance]),
    ...(asked('membership') ? [] : [words.membership]),
    ...(overlap ? [] : [words.overlap]),
  ];
}
