// What lies in the bytes of a PDF, whether or not the document leads to it: scripts and actions, embedded files, earlier versions, text that is not
// painted. Looks for names in the objects and in unpacked streams; understands no more of the format. Also the guard before the library: streams that
// unpack without measure end here.
import { Refusal } from '../refusal';
import { type Budget, MAX_INFLATED } from '../zip';
import type { Decrypt } from './encryption';
import { unfiltered } from './filters';
import { segments, unescaped } from './segments';
import { stringsIn, xmlStringsIn } from './strings';

/** Streams may repeat themselves as pictures of paper do: so much in all, or so much for each byte of the file. */
const FREE_BYTES = 256 * 1024 * 1024;
const BYTES_PER_BYTE = 200;
/** Characters that the maps of fonts give, one after the other: a few bytes can ask for thousands of millions. */
const MAX_MAPPED = 2 ** 23;
const MAX_DICTIONARY = 16 * 1024;
const MAX_FILTERS = 3;
const MAX_TEXTS = 10_000;

export type PdfFacts = {
  readonly scripts: number;
  /** Start a program, send a form, fetch data. */
  readonly launches: number;
  readonly embedded: number;
  readonly pictures: number;
  /** Where versions before the last end that are still in the file. */
  readonly versions: readonly number[];
  /** Pieces of page content that switch painting of text off. */
  readonly invisible: number;
  /** Strings of objects and words of XML in streams that may name somebody, each once. */
  readonly texts: ReadonlySet<string>;
};

const decoder = new TextDecoder('latin1');

const count = (text: string, of: RegExp): number => text.match(of)?.length ?? 0;

type Tally = { scripts: number; launches: number; embedded: number; pictures: number; invisible: number; readonly texts: Set<string> };

function look(raw: string, tally: Tally): void {
  const text = unescaped(raw);
  tally.scripts += count(text, /\/S\s{0,8}\/JavaScript(?![A-Za-z])/g);
  tally.launches += count(text, /\/S\s{0,8}\/(?:Launch|SubmitForm|ImportData|Rendition|RichMediaExecute)(?![A-Za-z])/g);
  tally.embedded += count(text, /\/Type\s{0,8}\/EmbeddedFile(?![A-Za-z])/g);
  tally.pictures += count(text, /\/Subtype\s{0,8}\/Image(?![A-Za-z])/g);
  keep(stringsIn(raw), tally);
}

function keep(texts: Iterable<string>, tally: Tally): void {
  for (const text of texts) if (tally.texts.add(text).size >= MAX_TEXTS) return;
}

function filtersOf(dictionary: string): string[] {
  const match = /\/(?:Filter|F)\s{0,8}(?:\[([^\]]{0,400})\]|(\/[A-Za-z0-9]{1,30}))/.exec(unescaped(dictionary));
  return (match?.[1] ?? match?.[2] ?? '').match(/[A-Za-z0-9]+/g) ?? [];
}

const RANGE = /<([0-9a-fA-F]{1,16})>\s{0,8}<([0-9a-fA-F]{1,16})>\s{0,8}(?:<[^>]{0,400}>|\[[^\]]{0,4096}\]|\d)/g;

/** Codes that a character map (ISO 32000-2, 9.7.5) spans. */
function rangesIn(text: string): number {
  const [, ...blocks] = text.split(/begin(?:bf|cid)range/);
  let sum = 0;
  for (const block of blocks) {
    const plain = block.split(/end(?:bf|cid)range/, 1)[0]?.replace(/%[^\r\n]*/g, ' ') ?? '';
    for (const [, from = '', to = ''] of plain.matchAll(RANGE)) sum += Math.max(0, Number.parseInt(to, 16) - Number.parseInt(from, 16));
  }
  return sum;
}

/** Number and generation of the object whose dictionary ends here. */
function objectOf(outside: string): { readonly number: number; readonly generation: number; readonly dictionary: string } {
  const tail = outside.slice(-MAX_DICTIONARY);
  const heads = [...tail.matchAll(/(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}obj\b/g)];
  const [, number, generation] = heads.at(-1) ?? [];
  return { number: Number(number ?? 0), generation: Number(generation ?? 0), dictionary: tail.replace(/^[\s\S]*\sobj\b/, '') };
}

/** @param decrypt of an encrypted file. @throws Refusal when its streams unpack without measure */
export function pdfFacts(bytes: Uint8Array, budget: Budget, decrypt: Decrypt | null): PdfFacts {
  const tally: Tally = { scripts: 0, launches: 0, embedded: 0, pictures: 0, invisible: 0, texts: new Set() };
  const most = Math.max(FREE_BYTES, bytes.length * BYTES_PER_BYTE);
  let unpacked = 0;
  let mapped = 0;
  const spend = (more: number): void => {
    unpacked += more;
    budget.inflated += more;
    if (unpacked > most || budget.inflated > MAX_INFLATED) throw new Refusal('CONTAINER_BOMB', 'stream');
  };

  function stream(dictionary: string, data: Uint8Array): void {
    const filters = filtersOf(dictionary);
    if (filters.length > MAX_FILTERS) throw new Refusal('CONTAINER_BOMB', 'filters');
    const plain = unfiltered(filters, data, spend);
    if (plain === null) return;
    const text = decoder.decode(plain);
    mapped += rangesIn(text);
    if (mapped > MAX_MAPPED) throw new Refusal('CONTAINER_BOMB', 'map');
    if (!/\/Type\s{0,8}\/EmbeddedFile/.test(dictionary)) keep(xmlStringsIn(text), tally);
    if (/\/Type\s{0,8}\/ObjStm/.test(dictionary)) look(text, tally);
    else if (!/\/(?:Subtype\s{0,8}\/Image|Type\s{0,8}\/(?:XRef|Metadata|EmbeddedFile)|Length1\s)/.test(dictionary))
      tally.invisible += count(text, /(?<![\w.])[37]\s{1,4}Tr(?![A-Za-z])/g);
  }

  const ends: number[] = [];
  for (const { outside, at, stream: data } of segments(bytes)) {
    look(outside, tally);
    for (const { index } of outside.matchAll(/startxref\s{1,4}\d{1,12}\s{1,4}%%EOF/g))
      ends.push(at - outside.length + index + outside.slice(index).indexOf('%%EOF') + 5);
    if (!data) continue;
    const { number, generation, dictionary } = objectOf(outside);
    stream(dictionary, decrypt ? decrypt(number, generation, unescaped(dictionary), data) : data);
  }
  // A file made for the web has its first page, and an end, before the rest.
  const first = /\/Linearized\s/.test(decoder.decode(bytes.subarray(0, 1_024))) ? 1 : 0;
  return { ...tally, versions: ends.slice(first, -1) };
}
