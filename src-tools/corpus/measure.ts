// Runs the analysis over delivered files and holds what it says against the labels. A cell is *called* what a detector says of it where the column's
// hit is certain or likely: what a reviewer is told to act on. Weak hits are counted apart.
import { analyse } from '@shared/analysis/analyse';
import { inspect } from '@shared/analysis/detectors/inspect';
import { type AnalysedColumn, DETECTORS, type DetectorId } from '@shared/analysis/result';
import type { Column } from './columns';
import type { Delivered } from './tables';

export type Count = { labelled: number; found: number; both: number };
export type Figures = {
  readonly detector: DetectorId;
  readonly cells: Count;
  readonly columns: Count;
  /** Cells of other kinds that come close. */
  near: number;
  /** Labelled columns in which it was only weak. */
  weak: number;
};
/** Masked: first and last character. */
export type Wrong = {
  readonly kind: 'missed' | 'alarm' | 'direct';
  readonly level: 'cell' | 'column';
  readonly detector: DetectorId;
  readonly where: string;
  readonly about: string;
  readonly sample: string;
};
export type Measured = {
  readonly figures: readonly Figures[];
  readonly wrong: readonly Wrong[];
  readonly disagreements: readonly string[];
  readonly files: number;
  readonly cells: number;
};

const masked = (text: string): string => {
  const characters = [...text.trim()];
  return characters.length < 3
    ? '*'.repeat(characters.length)
    : `${characters[0]}${'*'.repeat(Math.min(20, characters.length - 2))}${characters.at(-1)}`;
};
const none = (): Count => ({ labelled: 0, found: 0, both: 0 });

/** Said by the column, not by the cell: digests are tried together, and rounded numbers are told from whole ones by what else is there. */
const BY_COLUMN: ReadonlySet<string> = new Set(['hashed-identifier', 'damaged-identifier']);

export async function measure(files: readonly Delivered[], today: string): Promise<Measured> {
  const figures = new Map(
    DETECTORS.map((detector): [DetectorId, Figures] => [detector, { detector, cells: none(), columns: none(), near: 0, weak: 0 }]),
  );
  const of = (detector: DetectorId): Figures => figures.get(detector) as Figures;
  const wrong: Wrong[] = [];
  const disagreements: string[] = [];
  let cells = 0;

  function column(file: Delivered, made: Column, analysed: AnalysedColumn): void {
    const where = `${file.name} “${made.name}”`;
    const day = today.replaceAll('-', '');
    const name = file.kind === 'text' ? '' : made.name;
    const all = made.cells.map(({ text }) => inspect(text, { name, today: day }));
    const looks = all.map((each) => new Set(each.filter(({ valid }) => valid).map(({ detector }) => detector)));
    const rare = all.map((each) => each.some(({ detector, close }) => detector === 'name' && close === true));
    cells += made.cells.length;
    for (const detector of made.near) of(detector).near += made.cells.length;
    for (const detector of DETECTORS) {
      const { cells: byCell, columns: byColumn } = of(detector);
      const hit = analysed.hits.find((each) => each.detector === detector);
      const called = hit !== undefined && hit.certainty !== 'weak' && hit.valid > 0;
      const labelled = made.cells.filter(({ labels }) => labels.includes(detector)).length;
      byCell.labelled += labelled;
      if (labelled > 0) byColumn.labelled++;
      if (called) byColumn.found++;
      if (called && labelled > 0) byColumn.both++;
      if (labelled > 0 && hit !== undefined && !called) of(detector).weak++;
      const note = (kind: Wrong['kind'], level: Wrong['level'], text: string) =>
        wrong.push({ kind, level, detector, where, about: made.about, sample: masked(text) });
      if (called !== labelled > 0) note(called ? 'alarm' : 'missed', 'column', hit?.samples[0] ?? '');
      if (called && labelled > 0 && made.firm && hit.direct) note('direct', 'column', hit.samples[0] ?? '');
      if (BY_COLUMN.has(detector)) {
        const valid = called ? hit.valid : 0;
        byCell.found += valid;
        byCell.both += Math.min(valid, labelled);
        continue;
      }
      const byItself = looks.filter((set) => set.has(detector)).length;
      const withRare = byItself + rare.filter(Boolean).length;
      // Among people a rare surname is one: the column says so for all of them, or for none.
      const takesRare = detector === 'name' && hit?.valid === withRare;
      const seen = takesRare ? withRare : byItself;
      if (called && hit.valid !== seen && !looks.some((set) => set.has('damaged-identifier')))
        disagreements.push(`${where} ${detector}: the column says ${hit.valid}, its cells ${seen}`);
      made.cells.forEach(({ text, labels }, i) => {
        const said = called && (looks[i]?.has(detector) === true || (takesRare && rare[i] === true));
        const is = labels.includes(detector);
        if (said) byCell.found++;
        if (said && is) byCell.both++;
        if (said !== is && (called || labelled === 0)) note(said ? 'alarm' : 'missed', 'cell', text);
      });
    }
  }

  for (const file of files) {
    const result = await analyse([file.bytes], { name: file.name, sha256: '0'.repeat(64), bytes: file.bytes.length, today });
    if (!result.ok) throw new Error(`${file.name}: ${result.code}`);
    const columns = result.value.files[0]?.columns ?? [];
    for (const made of file.columns) {
      const analysed = columns.find(({ name }) => name === made.name);
      if (!analysed) throw new Error(`${file.name}: no column ${made.name}`);
      column(file, made, analysed);
    }
  }
  return { figures: [...figures.values()], wrong, disagreements, files: files.length, cells };
}

export const precision = ({ found, both }: Count): number => (found === 0 ? 0 : both / found);
export const recall = ({ labelled, both }: Count): number => (labelled === 0 ? 0 : both / labelled);
export function f1(count: Count): number {
  const [p, r] = [precision(count), recall(count)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
