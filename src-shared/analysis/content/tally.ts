// What was found in the content of a file, by code: how often, with masked samples and the entries of our own lists that decided. One tally for each
// table or text; tallies of one file's parts are merged by whoever lists the file.
import { contentTexts } from '../../texts/analysis-content';
import { masked } from '../masked';
import type { Content } from '../result';

export const FOUND_CODES = [
  'CLASSIFICATION_MARK',
  'FOREIGN_HOST',
  'UNEXPECTED_HOST',
  'INTERNAL_HOST',
  'CSV_FORMULA',
  'FORMULA_REACHES_OUT',
  'REMOTE_PART',
  'ACTIVE_CONTROL',
  'HTML_SCRIPT',
  'HTML_FRAME',
  'HTML_FORM',
  'PDF_SCRIPT',
  'PDF_LAUNCH',
  'METADATA_PERSON',
  'METADATA_POSITION',
  'TOTAL_GIVES_BACK',
  'RELEASES_GIVE_BACK',
  'DOMINATED_CELL',
  'API_UNDOCUMENTED',
  'API_ENUMERABLE_ID',
  'API_FIELD_PROJECTION',
  'API_BULK_UNLIMITED',
  'API_UNAUTHENTICATED',
  'API_PRECISION',
  'API_UNLIMITED_RATE',
] as const;
export type FoundCode = (typeof FOUND_CODES)[number];
export const isFoundCode = (code: string): code is FoundCode => FOUND_CODES.some((each) => each === code);

const SAMPLES = 3;
const SIGNS = 8;
/** Values told apart for each code; beyond them repeats are counted too. */
const MAX_VALUES = 10_000;

type Held = { count: number; readonly values: Set<string>; readonly samples: string[]; readonly signs: Set<string> };

export class Tally {
  readonly #held = new Map<FoundCode, Held>();

  /**
   * @param value counted once, whatever it is found beside; null: counts for itself
   * @param sign entry of our own lists that decided; never a piece of evidence, because it is shown as it stands
   */
  add(code: FoundCode, value: string | null, sign = ''): void {
    const held = this.#held.get(code) ?? { count: 0, values: new Set<string>(), samples: [], signs: new Set<string>() };
    this.#held.set(code, held);
    if (value !== null && held.values.has(value)) return;
    held.count++;
    if (value !== null && held.values.size < MAX_VALUES) held.values.add(value);
    if (sign !== '' && held.signs.size < SIGNS) held.signs.add(sign);
    const sample = value === null ? '' : masked(value);
    if (sample !== '' && held.samples.length < SAMPLES && !held.samples.includes(sample)) held.samples.push(sample);
  }

  get size(): number {
    return this.#held.size;
  }

  contents(): Content[] {
    const held = [...this.#held].sort(([a], [b]) => FOUND_CODES.indexOf(a) - FOUND_CODES.indexOf(b));
    return held.map(([code, { count, samples, signs }]) => foundContent(code, count, samples, [...signs]));
  }
}

export function foundContent(code: FoundCode, count: number, samples: readonly string[] = [], signs: readonly string[] = []): Content {
  const { why, source } = contentTexts.zh.found[code];
  const because = signs.length === 0 ? '' : contentTexts.zh.signs(signs.join('、'));
  return { code, count, why: why(count) + because, source, samples: [...samples] };
}

/** Each code once. What is only in one list stays as it is. */
export function mergeContents(lists: readonly (readonly Content[])[]): Content[] {
  const merged = new Map<string, Content>();
  for (const content of lists.flat()) {
    const held = merged.get(content.code);
    if (!held) merged.set(content.code, content);
    else if (isFoundCode(content.code)) {
      const samples = [...new Set([...held.samples, ...content.samples])].slice(0, SAMPLES);
      merged.set(content.code, { ...foundContent(content.code, held.count + content.count, samples) });
    } else merged.set(content.code, { ...held, count: held.count + content.count });
  }
  return [...merged.values()];
}
