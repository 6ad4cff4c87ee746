// Says by the first bytes of a file what it is: format, encoding and separator. Names and extensions are not looked at. Pure.

import type { Encoding, FileFormat, UnreadableCode } from '../result';
import { createCsvReader } from './csv';
import { createJsonScanner, type JsonEvents } from './json';
import type { JsonShape } from './json-rows';
import { type ModelKind, modelKind } from './model';
import { isOldOffice } from './old-office';

export type Sniffed =
  | {
      readonly kind: 'table';
      readonly format: 'csv' | 'tsv';
      readonly encoding: Encoding;
      readonly separator: number;
      readonly skip: number;
      /** Begins with the mark of UTF-8. */
      readonly marked: boolean;
    }
  /** `marked up`: its words stand among signs of a format that nothing here opens. */
  | { readonly kind: 'text'; readonly encoding: Encoding; readonly skip: number; readonly markedUp?: boolean }
  | {
      readonly kind: 'json';
      readonly format: 'json' | 'jsonl';
      readonly shape: JsonShape;
      readonly encoding: Encoding;
      readonly skip: number;
    }
  | { readonly kind: 'html'; readonly encoding: Encoding; readonly skip: number }
  /** Recognised, its texts read, never loaded. */
  | { readonly kind: 'model'; readonly model: ModelKind }
  /** A compound file: recognised, its texts picked out. */
  | { readonly kind: 'old-office' }
  /** A ZIP, and whatever is packed as one. */
  | { readonly kind: 'container' }
  | { readonly kind: 'parquet' }
  | { readonly kind: 'pdf' }
  /** Recognised, but nothing here opens it. */
  | { readonly kind: 'unread'; readonly format: FileFormat; readonly encoding: Encoding | null }
  | { readonly kind: 'refused'; readonly code: UnreadableCode };

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean => prefix.every((byte, i) => bytes[i] === byte);
const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));
/** As Latin-1, for a search in names inside a container. */
const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4_096) text += String.fromCharCode(...bytes.subarray(i, i + 4_096));
  return text;
};

function binary(head: Uint8Array): Sniffed | null {
  if (startsWith(head, 0x1f, 0x8b)) return { kind: 'refused', code: 'GZIP' };
  if (startsWith(head, ...ascii('%PDF-'))) return { kind: 'pdf' };
  // PARE: its footer is encrypted.
  if (startsWith(head, ...ascii('PAR1')) || startsWith(head, ...ascii('PARE'))) return { kind: 'parquet' };
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) {
    return { kind: 'container' };
  }
  if (isOldOffice(head)) return { kind: 'old-office' };
  const model = modelKind(head);
  return model ? { kind: 'model', model } : null;
}

/** UTF-16 by its mark, or by every other byte of the beginning being zero. */
export function utf16(head: Uint8Array): { encoding: 'utf-16le' | 'utf-16be'; skip: number } | null {
  if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', skip: 2 };
  if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', skip: 2 };
  const length = Math.min(head.length & ~1, 256);
  // What says by its first bytes what it is may well have a zero at every other place.
  if (length < 4 || binary(head)) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  if (odd > length / 4 && even === 0) return { encoding: 'utf-16le', skip: 0 };
  if (even > length / 4 && odd === 0) return { encoding: 'utf-16be', skip: 0 };
  // Hanzi have no zero where letters have one, and some of them have one in the other place (U+4E00, U+5200).
  const little = textUnits(head, 0);
  const big = textUnits(head, 1);
  if (little > big) return { encoding: 'utf-16le', skip: 0 };
  return big > little ? { encoding: 'utf-16be', skip: 0 } : null;
}

/** Code units that are looked at for a text in UTF-16 without a mark. */
const UNITS = 1_024;
/** Of them what texts are made of. */
const MOST_TEXT = 0.98;
/** Of those that are no ASCII, such as two bytes of ASCII would make. */
const MOST_LOOKALIKE = 0.75;

/** @param low where the byte of lesser weight stands. @returns units that are text, 0 when they are not all of it */
function textUnits(head: Uint8Array, low: 0 | 1): number {
  const units = Math.min(head.length >> 1, UNITS);
  let text = 0;
  let narrow = 0;
  let lookalike = 0;
  for (let i = 0; i < units * 2; i += 2) {
    const small = head[i + low] as number;
    const great = head[i + 1 - low] as number;
    const unit = great * 256 + small;
    if (great === 0 && (small < 0x09 || (small > 0x0d && small < 0x20 && small !== 0x1a && small !== 0x1b))) return 0;
    if (great === 0 && small < 0x7f) narrow++;
    else if (isPrintable(great) && isPrintable(small)) lookalike++;
    if (unit < 0x7f || isWritten(unit)) text++;
  }
  const wide = units - narrow;
  return narrow > 0 && text >= units * MOST_TEXT && lookalike <= wide * MOST_LOOKALIKE ? text : 0;
}
const isPrintable = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;
/** Beyond ASCII: Latin, Greek, Cyrillic, punctuation, Kana and signs, Hanzi, Hangul, full-width forms, halves of rarer characters. */
const isWritten = (unit: number): boolean =>
  (unit >= 0xa0 && unit < 0x0530) ||
  (unit >= 0x2010 && unit < 0x2700) ||
  (unit >= 0x3000 && unit < 0x3400) ||
  (unit >= 0x4e00 && unit < 0xa000) ||
  (unit >= 0xac00 && unit < 0xe000) ||
  (unit >= 0xff00 && unit < 0xfff0);

/** Bytes of ASCII that stand for other characters between signs that shift: ISO-2022-JP, -KR and -CN, HZ (RFC 1468, 1557, 1922, 1843). */
export const isShifted = (head: Uint8Array): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sign is one
  (head.includes(0x1b) || head.includes(0x7e)) && /\x1b\$[()]?[@A-I]|~\{(?:[!-w][!-~]){1,200}~\}/.test(latin1(head.subarray(0, BEGINNING)));

export const firstNonAscii = (bytes: Uint8Array): number => bytes.findIndex((byte) => byte >= 0x80);

/** UTF-8 as far as the bytes go: a character cut off at the end does not count against it. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * UTF-8 or GB18030. A place that is damaged makes UTF-8 no other encoding: a text in GB18030 that is taken for UTF-8 is wrong nearly everywhere.
 * @param bytes from a first byte of a character on
 */
export function narrowEncoding(bytes: Uint8Array): 'utf-8' | 'gb18030' {
  if (isUtf8(bytes)) return isChanceUtf8(bytes) ? 'gb18030' : 'utf-8';
  let whole = 0;
  let wrong = 0;
  let long = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i++] as number;
    if (lead < 0x80) continue;
    const more = lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let read = 0;
    while (read < more && ((bytes[i + read] ?? 0) & 0xc0) === 0x80) read++;
    if (more > 0 && read === more) {
      whole++;
      if (more > 1) long++;
    } else wrong++;
    i += read;
  }
  // One Hanzi that is UTF-8 by chance may fill a column (1路, 2路) and outnumber all others of the file.
  if (long <= wrong && isHanziPairs(bytes)) return 'gb18030';
  return whole > WHOLE_FOR_WRONG * wrong ? 'utf-8' : 'gb18030';
}
const WHOLE_FOR_WRONG = 4;

/** Nothing but ASCII and pairs of GB/T 2312: signs, letters of full width and Hanzi. A pair cut off at the end does not count against it. */
function isHanziPairs(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    const trail = bytes[++i] ?? 0xa1;
    if (!((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7)) || trail < 0xa1 || trail === 0xff) return false;
  }
  return true;
}

/** Letters of two bytes in UTF-8 that languages of today are written with, by script. */
const LETTERS = [/[À-ſ]/, /[Ά-ώ]/, /[ЁЄІЇА-яёєіїҐґ]/, /[א-ת]/, /[\u0621-\u064a]/];
const TWO_BYTES = /[\u0080-\u07ff]/g;
/** Stand in texts of any script. */
const SIGNS = /[\u0080-\u00bf×÷]/;
/** Stand above and below letters of the first three. */
const ACCENTS = /[\u0300-\u0333]/;

/**
 * A word or two of common Hanzi in GB18030 may happen to be UTF-8 as well (系统, 状态): characters of two bytes, of scripts that nobody mixes or with letters
 * that nobody writes any more.
 */
function isChanceUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  // Any longer character settles it, and is nearly always there.
  if (/[\u0800-\uffff]/.test(text)) return false;
  const scripts = new Set<number>();
  let accents = false;
  const seen = new Set(text.match(TWO_BYTES) ?? []);
  for (const char of seen) {
    if (ACCENTS.test(char)) accents = true;
    else if (!SIGNS.test(char)) scripts.add(LETTERS.findIndex((letters) => letters.test(char)));
  }
  const odd = scripts.has(-1) || (accents && [3, 4].some((script) => scripts.has(script)));
  if (seen.size < 2 || (!odd && scripts.size < 2)) return false;
  const other = new TextDecoder('gb18030').decode(bytes, { stream: true });
  return [...other].every((char) => char < '\u0080' || COMMON.has(char));
}

/** The first level of GB/T 2312: what is written every day. */
const COMMON: ReadonlySet<string> = new Set(
  Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) =>
    new TextDecoder('gb18030').decode(Uint8Array.from({ length: 188 }, (_, i) => (i & 1 ? 0xa1 + (i >> 1) : 0xb0 + row))),
  ).join(''),
);

/** The line by which a spreadsheet program is told the separator; it is no row. */
const SEPARATOR_LINE = /^"?sep=([^\w"\r\n])"?[ \t]*(?:\r\n|\n|\r)/i;

/** @param head UTF-8 or GB18030 bytes without a mark. */
function separatorOf(head: Uint8Array, encoding: 'utf-8' | 'gb18030', whole: boolean): number | null {
  const prose = /[,;] /.test(latin1(head.subarray(0, 4_096)));
  let best: { separator: number; share: number; cells: number } | null = null;
  for (const separator of ascii(',\t;|')) {
    if (!head.includes(separator)) continue;
    const widths = new Map<number, number>();
    let records = 0;
    let firstWidth = 0;
    const reader = createCsvReader({
      separator,
      onRecord: ({ cells, ends }) => {
        if (cells === 1 && ends[0] === 0) return true;
        if (records === 0) firstWidth = cells;
        records++;
        widths.set(cells, (widths.get(cells) ?? 0) + 1);
        return records < 200;
      },
    });
    reader.encoding(encoding);
    // The last record of a cut beginning is cut as well.
    if (reader.push(head) && whole) reader.end();
    // More columns than are read are no text either: whoever reads them says how far.
    if (records === 0 && reader.problem() === 'TOO_MANY_COLUMNS' && !prose) return separator;
    // Prose of one line has commas too.
    if (records === 0 || (records === 1 && prose)) continue;
    const [cells, times] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a));
    const share = times / records;
    // A single record proves nothing unless it is all there is; a table's first record is as wide as most.
    if (cells < 2 || share < 0.8 || firstWidth !== cells) continue;
    if (!best || share > best.share + 0.05 || (share > best.share - 0.05 && cells > best.cells)) best = { separator, share, cells };
  }
  return best?.separator ?? null;
}

/** One column of short tokens is a table of one column; lines with words in them are a text. */
function isSingleColumn(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== '');
  return lines.length >= 2 && lines.every((line) => line.length <= 100 && !/[\s{}<>：:。，；]/.test(line));
}

/** Beginnings of lines that are looked at for JSON Lines. */
const LINES = 20;

/** JSON by its beginning. A line that is broken does not make the others text. */
function json(text: string): 'json' | 'jsonl' | null {
  const trimmed = text.trimStart();
  if (trimmed[0] !== '{' && trimmed[0] !== '[') return null;
  const lines = trimmed
    .split('\n', LINES + 1)
    .slice(0, LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const whole = lines.filter(isJson).length;
  if (lines.length > 1 && whole > 0 && lines.every((line) => line[0] === trimmed[0])) return 'jsonl';
  return /^[[{]\s*(["[{\]}\-\d]|true|false|null|NaN|Infinity)/.test(trimmed) && !breaksAtOnce(trimmed) ? 'json' : null;
}

const BEGINNING = 8_192;

/** A place or an area by itself (RFC 7946, 3.1). */
const isGeometry = (beginning: string): boolean =>
  /"type"\s{0,8}:\s{0,8}"(?:(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)"/.test(beginning) &&
  /"coordinates"\s{0,8}:\s{0,8}\[/.test(beginning);

/** By the members that their formats require. */
function shapeOf(text: string): JsonShape {
  const beginning = text.slice(0, BEGINNING);
  if (/"type"\s{0,8}:\s{0,8}"Feature(?:Collection)?"/.test(beginning) || isGeometry(beginning)) return 'features';
  return /^\s*\{\s*"cells"\s{0,8}:\s{0,8}\[/.test(beginning) && beginning.includes('"cell_type"') ? 'notebook' : 'plain';
}

/** Its first tag, after whatever may stand before it. */
const isHtml = (text: string): boolean =>
  /^<(?:!doctype\s+html|html|head|body|svg|table|div|script|meta|title|style)[\s>]/i.test(afterProlog(text.slice(0, BEGINNING)));

function afterProlog(text: string): string {
  let rest = text.trimStart();
  for (const [open, close] of [
    ['<?xml', '?>'],
    ['<!--', '-->'],
    ['<!--', '-->'],
  ] as const) {
    const end = rest.startsWith(open) ? rest.indexOf(close) : -1;
    if (end >= 0) rest = rest.slice(end + close.length).trimStart();
  }
  return rest;
}

function isJson(line: string): boolean {
  const scanner = createJsonScanner(NO_EVENTS);
  return scanner.push(line) && scanner.end();
}

const NO_EVENTS: JsonEvents = { key: () => {}, scalar: () => {}, open: () => {}, close: () => {} };

/** "[1] see below" is no JSON: it stops being it before anything of it was whole, and few characters in. */
function breaksAtOnce(text: string): boolean {
  const scanner = createJsonScanner(NO_EVENTS);
  return !scanner.push(text.slice(0, 200)) && scanner.problem() === 'JSON_BROKEN' && !/^[[{]\s*["{]/.test(text);
}

/**
 * @param head the first block of the file; UTF-16 is already transcoded by the caller, who says so in `from`.
 * @param whole the block is the whole file.
 */
export function sniff(head: Uint8Array, whole: boolean, from: 'utf-16le' | 'utf-16be' | null): Sniffed {
  const known = from ? null : binary(head);
  if (known) return known;
  if (head.includes(0)) return { kind: 'refused', code: 'BINARY' };
  const marked = startsWith(head, 0xef, 0xbb, 0xbf);
  const skip = marked ? 3 : 0;
  const body = head.subarray(skip);
  const decode = marked ? 'utf-8' : narrowEncoding(body);
  const encoding = from ?? decode;
  const text = new TextDecoder(decode).decode(body, { stream: true });
  const told = SEPARATOR_LINE.exec(text);
  const by = told?.[1]?.charCodeAt(0) ?? 0x80;
  if (told && by < 0x80) {
    return { kind: 'table', format: by === 0x09 ? 'tsv' : 'csv', encoding, separator: by, skip: skip + told[0].length, marked };
  }
  if (text.startsWith('{\\rtf')) return { kind: 'text', encoding, skip, markedUp: true };
  const structured = json(text);
  if (structured) return { kind: 'json', format: structured, shape: shapeOf(text), encoding, skip };
  if (isHtml(text)) return { kind: 'html', encoding, skip };
  const separator = separatorOf(body, decode, whole);
  if (separator !== null) return { kind: 'table', format: separator === 0x09 ? 'tsv' : 'csv', encoding, separator, skip, marked };
  if (isSingleColumn(text)) return { kind: 'table', format: 'csv', encoding, separator: 0x2c, skip, marked };
  return { kind: 'text', encoding, skip };
}
