// One column while it is read: distinct values, types, and what the detectors saw in it. Decoding and looking happen once for each distinct
// value as long as the table of values holds.

import { digestShaped } from './detectors/disguised';
import { type Restored, restore } from './detectors/hashed';
import { headerOf } from './detectors/header';
import { type InspectContext, inspect } from './detectors/inspect';
import type { DetectorName, Look } from './detectors/look';
import { judge, type Tally } from './judge';
import type { AnalysedColumn, ColumnType, Hit } from './result';
import { ValueTable } from './value-table';
import { valueType } from './values';

const SAMPLES = 3;

export type ColumnReader = {
  readonly add: (bytes: Uint8Array, from: number, to: number) => void;
  /** Cells that a shorter record does not have. */
  readonly addMissing: (count: number) => void;
  /** @param rows data rows of the file; @param name as the file writes it */
  readonly result: (name: string) => AnalysedColumn;
};

type Seen = { readonly looks: readonly Look[]; count: number };

/**
 * @param decode text of a cell; the encoding may become known only with the first cell that is not ASCII
 * @param observe each distinct value once, or every value once the table is full
 */
export function createColumn(
  context: InspectContext,
  decode: (bytes: Uint8Array, from: number, to: number) => string,
  observe?: (text: string) => void,
): ColumnReader {
  const table = new ValueTable();
  /** By index in the table: only values in which something was seen. */
  const seen = new Map<number, Seen>();
  /** Values that found no room in the table. */
  const beyond: Seen[] = [];
  const types = { integer: 0, decimal: 0, date: 0, text: 0 };
  let empty = 0;

  function look(text: string): readonly Look[] {
    types[valueType(text)]++;
    return inspect(text, context);
  }

  function add(bytes: Uint8Array, from: number, to: number): void {
    if (from === to) {
      empty++;
      return;
    }
    const index = table.add(bytes, from, to);
    if (index !== null && index >= 0) return;
    const text = decode(bytes, from, to);
    const looks = look(text);
    observe?.(text);
    if (looks.length === 0) return;
    if (index === null) keep(looks);
    else seen.set(-1 - index, { looks, count: 0 });
  }

  /** Equal looks of values beyond the table are merged, so that a file of a billion numbers keeps only a handful. */
  function keep(looks: readonly Look[]): void {
    const same = beyond.find((each) => each.looks.length === looks.length && each.looks.every((a, i) => sameKind(a, looks[i])));
    if (same) same.count++;
    else beyond.push({ looks, count: 1 });
  }

  /** Which of the digests in the column a candidate reproduces, by the index of the value. */
  function restoredDigests(): Map<number, Restored> {
    const digests = new Map<string, number>();
    for (const [index, { looks }] of seen) {
      if (!looks.some(({ detector }) => detector === 'hashed-identifier')) continue;
      const text = table.textAt(index);
      if (digestShaped(text)) digests.set(text, index);
    }
    if (digests.size === 0) return new Map();
    const { named } = headerOf(context.name);
    const restored = restore([...digests.keys()], {
      mobile: named('mobile'),
      resident: named('resident-id'),
      card: named('bank-card') || /卡号|card/i.test(context.name),
    });
    return new Map([...restored].map(([text, way]) => [digests.get(text) as number, way]));
  }

  function tallies(restored: ReadonlyMap<number, Restored>): Map<DetectorName, Tally> {
    const map = new Map<DetectorName, Tally>();
    // A check holds by chance in one of eleven rounded numbers, and one true number in a thousand ends in zeros: the column says which they are.
    let rounded = 0;
    let whole = 0;
    for (const [index, { looks }] of seen)
      for (const { detector } of looks) {
        if (detector === 'damaged-identifier') rounded += table.counts[index] as number;
        else if (detector === 'resident-id') whole += table.counts[index] as number;
      }
    const takenFor = ({ detector, otherwise }: Look): DetectorName => {
      if (otherwise === 'damaged-identifier') return rounded > whole ? otherwise : detector;
      return otherwise === 'resident-id' && rounded <= whole ? otherwise : detector;
    };
    const count = ({ looks, count: times }: Seen, index: number | null) => {
      for (const look of looks) {
        const { supported, organisation, sample } = look;
        const detector = takenFor(look);
        const proved = detector === 'hashed-identifier' ? index !== null && restored.has(index) : look.valid;
        // What was taken for a rounded number has failed its check as a whole one.
        const valid = proved && !(detector === 'resident-id' && look.detector === 'damaged-identifier');
        const tally = map.get(detector) ?? { valid: 0, invalid: 0, supported: 0, organisation: 0, samples: [] };
        map.set(detector, tally);
        tally[valid ? 'valid' : 'invalid'] += times;
        if (supported) tally.supported += times;
        if (organisation) tally.organisation += times;
        if (tally.samples.length < SAMPLES && !tally.samples.includes(sample)) tally.samples.push(sample);
      }
    };
    for (const [index, each] of seen) count({ ...each, count: table.counts[index] as number }, index);
    for (const each of beyond) count(each, null);
    return map;
  }

  function type(): ColumnType {
    const { integer, decimal, date, text } = types;
    if (integer + decimal + date + text === 0) return 'empty';
    if (text > 0 || (date > 0 && integer + decimal > 0)) return 'text';
    return date > 0 ? 'date' : decimal > 0 ? 'decimal' : 'integer';
  }

  return {
    add,
    addMissing(count) {
      empty += count;
    },
    result(name) {
      let filled = table.beyond;
      for (let i = 0; i < table.size; i++) filled += table.counts[i] as number;
      const restored = restoredDigests();
      const ways = new Map([...restored.values()].map((way) => [`${way.algorithm} ${way.kind}`, way]));
      const distinct = table.distinct();
      const facts = { name, filled, distinct, restored: [...ways.values()] };
      const hits: Hit[] = [...tallies(restored)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([detector, tally]) => judge(detector, tally, facts))
        .filter((hit) => hit !== null);
      return { name, type: type(), distinct, ...(table.exact ? {} : { distinctExact: false }), empty, hits };
    },
  };
}

const sameKind = (a: Look, b: Look | undefined): boolean =>
  b !== undefined && a.detector === b.detector && a.valid === b.valid && a.supported === b.supported && a.organisation === b.organisation;
