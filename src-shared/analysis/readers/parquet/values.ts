// A Parquet value as the text that a table would show: dates and times in ISO form (without a zone: UTC where the file says so), decimals with every
// digit they have. Bytes that are no text stand in hex, so that digests can still be tested. Pure.
import type { SchemaElement } from 'hyparquet';

export type Raw = boolean | number | bigint | Uint8Array;

const DAY_MS = 86_400_000;
const LAST_MS = 8.64e15;
const pad = (value: number | bigint, width: number): string => String(value).padStart(width, '0');

function dateOf(milliseconds: number): string | null {
  if (!(Math.abs(milliseconds) <= LAST_MS)) return null;
  return new Date(milliseconds).toISOString();
}

/** @param perSecond 1,000, 1,000,000 or 1,000,000,000 */
function timestamp(value: bigint, perSecond: bigint): string {
  let seconds = value / perSecond;
  let rest = value % perSecond;
  if (rest < 0n) {
    rest += perSecond;
    seconds -= 1n;
  }
  const iso = dateOf(Number(seconds) * 1_000);
  if (iso === null) return String(value);
  const digits = String(perSecond).length - 1;
  const fraction = rest === 0n ? '' : `.${pad(rest, digits).replace(/0+$/, '')}`;
  return `${iso.slice(0, iso.indexOf('.'))}${fraction}`;
}

function timeOfDay(value: bigint, perSecond: bigint): string {
  if (value < 0n || value >= 86_400n * perSecond) return String(value);
  return timestamp(value, perSecond).slice('1970-01-01T'.length);
}

function scaled(value: bigint, scale: number): string {
  if (scale <= 0 || scale > 1_000) return String(value);
  const digits = pad(value < 0n ? -value : value, scale + 1);
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function signed(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes.subarray(0, 64)) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(Math.min(bytes.length, 64) * 8, value);
}

const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes.subarray(0, 16_384)) text += byte.toString(16).padStart(2, '0');
  return text;
};

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
/** Longer texts are decoded faster as a whole. */
const ASCII_AT_ONCE = 64;

function chars(bytes: Uint8Array): string {
  if (bytes.length > ASCII_AT_ONCE) return lenient.decode(bytes);
  let ascii = '';
  for (const byte of bytes) {
    if (byte >= 0x80) return lenient.decode(bytes);
    ascii += String.fromCharCode(byte);
  }
  return ascii;
}

/** Text where no type says so: only what can be nothing else. */
function charsOrHex(bytes: Uint8Array): string {
  try {
    const text = strict.decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
    if (!/[\x00-\x08\x0e-\x1f]/.test(text)) return text;
  } catch {
    // Not UTF-8.
  }
  return hex(bytes);
}

function float(value: number, digits: readonly number[], round: (value: number) => number): string {
  if (!Number.isFinite(value)) return String(value);
  for (const precision of digits) {
    const short = Number(value.toPrecision(precision));
    if (round(short) === value) return String(short);
  }
  return String(value);
}

function half(bytes: Uint8Array): string {
  const bits = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1_023];
  const size =
    exponent === 31 ? (fraction ? Number.NaN : Infinity) : exponent ? 2 ** (exponent - 15) * (1 + fraction / 1_024) : fraction / 2 ** 24;
  return String(bits >> 15 ? -size : size);
}

/** Julian day in the high 32 bits, nanoseconds of the day below (written before there were timestamps). */
function int96(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 12);
  const days = BigInt(view.getInt32(8, true)) - 2_440_588n;
  return timestamp(days * 86_400_000_000_000n + view.getBigInt64(0, true), 1_000_000_000n);
}

const PER_SECOND = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;

function ofInteger({ converted_type: old, logical_type: kind, scale, type }: SchemaElement): ((value: bigint) => string) | null {
  if (kind?.type === 'DECIMAL' || old === 'DECIMAL') {
    const places = kind?.type === 'DECIMAL' ? kind.scale : (scale ?? 0);
    return (value) => scaled(value, places);
  }
  if (kind?.type === 'TIMESTAMP') return (value) => timestamp(value, PER_SECOND[kind.unit]);
  if (kind?.type === 'TIME') return (value) => timeOfDay(value, PER_SECOND[kind.unit]);
  if (old === 'TIMESTAMP_MILLIS' || old === 'TIMESTAMP_MICROS')
    return (value) => timestamp(value, old === 'TIMESTAMP_MILLIS' ? PER_SECOND.MILLIS : PER_SECOND.MICROS);
  if (old === 'TIME_MILLIS' || old === 'TIME_MICROS')
    return (value) => timeOfDay(value, old === 'TIME_MILLIS' ? PER_SECOND.MILLIS : PER_SECOND.MICROS);
  if (kind?.type === 'DATE' || old === 'DATE') return (value) => dateOf(Number(value) * DAY_MS)?.slice(0, -14) ?? String(value);
  const unsigned = old?.startsWith('UINT_') || (kind?.type === 'INTEGER' && !kind.isSigned);
  return unsigned ? (value) => String(BigInt.asUintN(type === 'INT32' ? 32 : 64, value)) : null;
}

/** How values of this leaf read. */
export function textOf(element: SchemaElement): (value: Raw) => string {
  const { type, converted_type: old, logical_type: kind } = element;
  if (type === 'INT32' || type === 'INT64') {
    const whole = ofInteger(element);
    return whole ? (value) => whole(BigInt(value as number | bigint)) : String;
  }
  if (type === 'FLOAT') return (value) => float(value as number, [6, 7, 8, 9], Math.fround);
  if (type === 'DOUBLE' || type === 'BOOLEAN') return String;
  if (type === 'INT96') return (value) => int96(value as Uint8Array);
  const bytes = (read: (value: Uint8Array) => string) => (value: Raw) => read(value as Uint8Array);
  if (kind?.type === 'DECIMAL' || old === 'DECIMAL') {
    const places = kind?.type === 'DECIMAL' ? kind.scale : (element.scale ?? 0);
    return bytes((value) => scaled(signed(value), places));
  }
  if (kind?.type === 'FLOAT16') return bytes(half);
  if (kind?.type === 'UUID') return bytes((value) => hex(value).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  if (old === 'UTF8' || old === 'ENUM' || old === 'JSON' || kind?.type === 'STRING' || kind?.type === 'ENUM' || kind?.type === 'JSON')
    return bytes(chars);
  return bytes(charsOrHex);
}
