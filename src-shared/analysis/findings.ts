// What was found in one column so far: kinds of looks with the cells they were seen in, types, samples. Fed by whoever tells cells apart (column.ts
// with a table of values, scan/ with keys); parts of one column that were read apart are merged here. Judges only at the end.
import { digestShaped } from './detectors/disguised';
import { type Restored, restore } from './detectors/hashed';
import { headerOf } from './detectors/header';
import { type InspectContext, inspect } from './detectors/inspect';
import type { DetectorName, Look } from './detectors/look';
import { judge, type Tally } from './judge';
import type { AnalysedColumn, ColumnType, Hit } from './result';
import { type ValueType, valueType } from './values';

const SAMPLES = 3;
/** Distinct digests of a column that are tried. */
const MAX_DIGESTS = 65_536;
const TYPES: readonly ValueType[] = ['integer', 'decimal', 'date', 'text'];

/** What one cell is taken for, by itself. */
export type Verdict = { readonly type: ValueType; readonly looks: readonly Look[] };
/** `at`: where the cell stands in the file, in any unit that grows. */
type Sample = { readonly text: string; readonly at: number };
/** Looks that differ in their samples only. */
type Kind = { readonly look: Omit<Look, 'sample'>; cells: number; samples: Sample[] };
export type FindingsState = {
  readonly types: number;
  readonly kinds: readonly Kind[];
  readonly digests: ReadonlyMap<string, number>;
  readonly otherDigests: number;
};
export type ColumnCount = { readonly distinct: number; readonly exact: boolean; readonly filled: number; readonly empty: number };

const sameLook = (a: Kind['look'], b: Kind['look']): boolean =>
  a.detector === b.detector &&
  a.valid === b.valid &&
  a.supported === b.supported &&
  a.organisation === b.organisation &&
  a.close === b.close &&
  a.otherwise === b.otherwise;

const isDigest = (look: Kind['look']): boolean => look.detector === 'hashed-identifier';

export class ColumnFindings {
  #types = 0;
  #kinds: Kind[] = [];
  #digests = new Map<string, number>();
  #otherDigests = 0;

  constructor(readonly context: InspectContext) {}

  /** Looks at a cell without counting it. */
  verdictOf(text: string): Verdict {
    return { type: valueType(text), looks: inspect(text, this.context) };
  }

  #kindOf(look: Kind['look']): Kind {
    const known = this.#kinds.find((kind) => sameLook(kind.look, look));
    if (known) return known;
    const { detector, valid, supported, organisation, close, otherwise } = look;
    const made: Kind = {
      look: {
        detector,
        valid,
        supported,
        organisation,
        ...(close === undefined ? {} : { close }),
        ...(otherwise === undefined ? {} : { otherwise }),
      },
      cells: 0,
      samples: [],
    };
    this.#kinds.push(made);
    return made;
  }

  /** Keeps the cell's samples while there is room. @returns whether cells with the same verdict are still of use for samples */
  offer({ looks }: Verdict, at: number): boolean {
    let room = false;
    for (const look of looks) {
      const { samples } = this.#kindOf(look);
      if (samples.length < SAMPLES && !samples.some(({ text }) => text === look.sample)) samples.push({ text: look.sample, at });
      room ||= samples.length < SAMPLES;
    }
    return room;
  }

  /** @param text of the cell, needed where a digest was seen */
  count({ type, looks }: Verdict, cells: number, text: () => string): void {
    this.#types |= 1 << TYPES.indexOf(type);
    for (const look of looks) {
      if (!isDigest(look)) this.#kindOf(look).cells += cells;
      else this.#countDigest(text(), cells);
    }
  }

  #countDigest(text: string, cells: number): void {
    const known = this.#digests.get(text);
    if (known === undefined && (this.#digests.size >= MAX_DIGESTS || !digestShaped(text))) this.#otherDigests += cells;
    else this.#digests.set(text, (known ?? 0) + cells);
  }

  state(): FindingsState {
    return { types: this.#types, kinds: this.#kinds, digests: this.#digests, otherDigests: this.#otherDigests };
  }

  merge({ types, kinds, digests, otherDigests }: FindingsState): void {
    this.#types |= types;
    for (const { look, cells, samples } of kinds) {
      const kind = this.#kindOf(look);
      kind.cells += cells;
      const all = [...kind.samples, ...samples].sort((a, b) => a.at - b.at);
      kind.samples = all.filter(({ text }, i) => all.findIndex((each) => each.text === text) === i).slice(0, SAMPLES);
    }
    for (const [text, cells] of digests) this.#countDigest(text, cells);
    this.#otherDigests += otherDigests;
  }

  #restored(): Map<string, Restored> {
    if (this.#digests.size === 0) return new Map();
    const { named } = headerOf(this.context.name);
    return restore([...this.#digests.keys()], {
      mobile: named('mobile'),
      resident: named('resident-id'),
      card: named('bank-card') || /卡号|card/i.test(this.context.name),
    });
  }

  #tallies(restored: ReadonlyMap<string, Restored>): Map<DetectorName, Tally> {
    const map = new Map<DetectorName, Tally & { readonly from: Sample[] }>();
    const tallyOf = (detector: DetectorName) => {
      const tally = map.get(detector) ?? { valid: 0, invalid: 0, close: 0, supported: 0, organisation: 0, samples: [], from: [] };
      map.set(detector, tally);
      return tally;
    };
    // A check holds by chance in one of eleven rounded numbers, and one true number in a thousand ends in zeros: the column says which they are.
    let rounded = 0;
    let whole = 0;
    for (const { look, cells } of this.#kinds) {
      if (look.detector === 'damaged-identifier') rounded += cells;
      else if (look.detector === 'resident-id') whole += cells;
    }
    const takenFor = ({ detector, otherwise }: Kind['look']): DetectorName => {
      if (otherwise === 'damaged-identifier') return rounded > whole ? otherwise : detector;
      return otherwise === 'resident-id' && rounded <= whole ? otherwise : detector;
    };
    for (const { look, cells, samples } of this.#kinds) {
      const detector = takenFor(look);
      const tally = tallyOf(detector);
      tally.from.push(...samples);
      if (isDigest(look)) continue;
      // What was taken for a rounded number has failed its check as a whole one.
      const valid = look.valid && !(detector === 'resident-id' && look.detector === 'damaged-identifier');
      tally[valid ? 'valid' : 'invalid'] += cells;
      if (look.close) tally.close += cells;
      if (look.supported) tally.supported += cells;
      if (look.organisation) tally.organisation += cells;
    }
    for (const [text, cells] of this.#digests) tallyOf('hashed-identifier')[restored.has(text) ? 'valid' : 'invalid'] += cells;
    if (this.#otherDigests > 0) tallyOf('hashed-identifier').invalid += this.#otherDigests;
    for (const { samples, from } of map.values()) {
      const texts = new Set(from.sort((a, b) => a.at - b.at).map(({ text }) => text));
      samples.push(...[...texts].slice(0, SAMPLES));
    }
    return map;
  }

  #type(): ColumnType {
    const has = (type: ValueType): boolean => (this.#types & (1 << TYPES.indexOf(type))) !== 0;
    if (this.#types === 0) return 'empty';
    if (has('text') || (has('date') && (has('integer') || has('decimal')))) return 'text';
    return has('date') ? 'date' : has('decimal') ? 'decimal' : 'integer';
  }

  /** @param name as the file writes it */
  result(name: string, { distinct, exact, filled, empty }: ColumnCount): AnalysedColumn {
    const restored = this.#restored();
    const ways = new Map([...restored.values()].map((way) => [`${way.algorithm} ${way.kind}`, way]));
    const facts = { name, filled, distinct, restored: [...ways.values()] };
    const hits: Hit[] = [...this.#tallies(restored)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([detector, { valid, invalid, close, supported, organisation, samples }]) =>
        judge(detector, { valid, invalid, close, supported, organisation, samples }, facts),
      )
      .filter((hit) => hit !== null);
    return { name, type: this.#type(), distinct, ...(exact ? {} : { distinctExact: false }), empty, hits };
  }
}
