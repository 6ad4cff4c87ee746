// The corpus: columns of cells with their labels, put together by chance from sorts (what is to be found) and from what only looks like it.
import type { DetectorId } from '@shared/analysis/result';
import { type Chance, chanceFor } from './chance';
import { HARD, HARD_SAID } from './hard';
import { type Maker, SORTS, type Sort, TOGETHER } from './sorts';
import { remark, sentence } from './words';

export type Cell = { readonly text: string; readonly labels: readonly DetectorId[] };
export type Column = {
  /** What it was made as, for the listing. */
  readonly about: string;
  readonly name: string;
  readonly cells: readonly Cell[];
  /** Detectors whose values here are a firm's, so that the column must not be called direct. */
  readonly firm: boolean;
  /** Detectors that the values come close to. */
  readonly near: readonly DetectorId[];
};

const cellsOf = (count: number, cell: (i: number) => Cell): Cell[] => Array.from({ length: count }, (_, i) => cell(i));
const inTurn = (chance: Chance, makers: readonly Maker[], i: number): string => {
  const maker = makers[i % makers.length];
  if (!maker) throw new RangeError('a sort has no form');
  return maker(chance);
};

function underItsName(sort: Sort, name: string, rows: number, seed: number): Column {
  const chance = chanceFor(seed, `named ${sort.detector} ${sort.about} ${name}`);
  const cells = cellsOf(rows, (i) => ({ text: inTurn(chance, sort.forms, i), labels: [sort.detector] }));
  return { about: `${sort.about} under their name`, name, cells, firm: sort.firm === true, near: [] };
}

const EMPTY_NAMES = ['值', '内容', 'value', '列3', 'data', 'field1'];

function underNoName(sort: Sort, rows: number, seed: number): Column | null {
  const { bare } = sort;
  if (!bare) return null;
  const chance = chanceFor(seed, `bare ${sort.detector} ${sort.about}`);
  const cells = cellsOf(rows, (i) => ({ text: inTurn(chance, bare, i), labels: [sort.detector] }));
  return {
    about: `${sort.about} under a name that says nothing`,
    name: chance.pick(EMPTY_NAMES),
    cells,
    firm: sort.firm === true,
    near: [],
  };
}

const REMARKS = ['备注', '处理意见', 'remark', '工单内容'];

/** One cell in five says it; the others are remarks, some of them close to something. */
function inRemarks(sort: Sort, rows: number, seed: number): Column | null {
  const { said } = sort;
  if (!said) return null;
  const chance = chanceFor(seed, `said ${sort.detector} ${sort.about}`);
  const cells = cellsOf(rows, (i) =>
    i % 5 === 2
      ? { text: sentence(chance, inTurn(chance, said, (i - 2) / 5)), labels: [sort.detector] }
      : { text: chance.once(3) ? sentence(chance, chance.pick(HARD_SAID)(chance)) : remark(chance), labels: [] },
  );
  return { about: `${sort.about} in sentences`, name: chance.pick(REMARKS), cells, firm: sort.firm === true, near: [] };
}

/** Lines of a document: what is said of every sort, one or two in a line. */
function lines(rows: number, seed: number): Column {
  const chance = chanceFor(seed, 'lines');
  const speaking = SORTS.filter(({ said }) => said);
  const piece = (i: number): Cell => {
    const sort = speaking[i % speaking.length];
    return { text: inTurn(chance, sort?.said ?? [], Math.floor(i / speaking.length)), labels: sort ? [sort.detector] : [] };
  };
  const cells = cellsOf(rows, (i) => {
    if (i % 3 === 0) return { text: sentence(chance, piece(i / 3).text), labels: piece(i / 3).labels };
    return { text: sentence(chance, inTurn(chance, HARD_SAID, i)), labels: [] };
  });
  return { about: 'lines of a document', name: 'text', cells, firm: false, near: [] };
}

/** @param rows of each column */
export function makeColumns(rows: number, seed: number): { readonly columns: readonly Column[]; readonly document: Column } {
  const right = SORTS.flatMap((sort) => [
    ...sort.headers.map((name) => underItsName(sort, name, rows, seed)),
    ...[underNoName(sort, rows, seed), inRemarks(sort, rows, seed)].filter((column) => column !== null),
  ]);
  const hard = HARD.flatMap(({ near, about, headers, forms }) =>
    headers.map((name): Column => {
      const chance = chanceFor(seed, `hard ${about} ${name}`);
      return { about, name, cells: cellsOf(rows, (i) => ({ text: inTurn(chance, forms, i), labels: [] })), firm: false, near };
    }),
  );
  const together = TOGETHER.map(({ name, labels, form }): Column => {
    const chance = chanceFor(seed, `together ${name}`);
    return { about: 'several in one cell', name, cells: cellsOf(rows, () => ({ text: form(chance), labels })), firm: false, near: [] };
  });
  const quiet = chanceFor(seed, 'remarks');
  const nothing: Column = {
    about: 'remarks that come close',
    name: '备注',
    cells: cellsOf(rows * 4, (i) => ({ text: sentence(quiet, inTurn(quiet, HARD_SAID, i)), labels: [] })),
    firm: false,
    near: ['mobile', 'resident-id', 'name', 'secret', 'address', 'ipv4'],
  };
  return { columns: [...right, ...together, ...hard, nothing], document: lines(rows * 6, seed) };
}
