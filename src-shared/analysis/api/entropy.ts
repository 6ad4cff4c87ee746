// How many different values an identifier can take, as far as its form says, in bits. A form of few values can be tried one by one (OWASP API1:2023).
import type { ParameterSchema } from './openapi';

/** Below this, trying all values is a matter of patience: one in 2^64 is out of reach of any rate limit. */
export const ENOUGH_BITS = 64;
const MAX_PATTERN = 200;
const CLASSES: Readonly<Record<string, number>> = { d: 10, w: 63, s: 6 };

function classSize(body: string): number | null {
  if (body.startsWith('^')) return null;
  let size = 0;
  for (let i = 0; i < body.length; i++) {
    const char = body[i] as string;
    if (char === '\\') {
      size += CLASSES[body[++i] ?? ''] ?? 1;
    } else if (body[i + 1] === '-' && body[i + 2] !== undefined) {
      size += (body.codePointAt(i + 2) ?? 0) - (body.codePointAt(i) ?? 0) + 1;
      i += 2;
    } else size++;
  }
  return size;
}

/** Of a pattern of classes, letters and counts in a row; null when it is more than that, or open at its end. */
export function patternBits(pattern: string): number | null {
  if (pattern.length > MAX_PATTERN || !pattern.startsWith('^') || !pattern.endsWith('$')) return null;
  const token = /\[((?:[^\]\\]|\\.)*)\]|\\([dws])|\\(.)|([^\\[\](){}?*+|.^$])/suy;
  const count = /\{(\d+)(?:,(\d*))?\}|([?*+])/uy;
  let bits = 0;
  for (let at = 1; at < pattern.length - 1; ) {
    token.lastIndex = at;
    const found = token.exec(pattern);
    if (!found) return null;
    at = token.lastIndex;
    const size = found[1] !== undefined ? classSize(found[1]) : found[2] !== undefined ? (CLASSES[found[2]] ?? 1) : 1;
    count.lastIndex = at;
    const times = count.exec(pattern);
    if (times) at = count.lastIndex;
    if (size === null || times?.[3] === '*' || times?.[3] === '+' || times?.[2] === '') return null;
    bits += Math.log2(Math.max(size, 1)) * (times === null || times[3] === '?' ? 1 : Number(times[2] ?? times[1]));
  }
  return bits;
}

const LONG_FORMATS: ReadonlySet<string> = new Set(['uuid']);

/** Null: the form leaves it open. */
export function identifierBits({ type, format, pattern, maximum, maxLength, values }: ParameterSchema): number | null {
  if (values !== null) return Math.log2(Math.max(values, 1));
  if (format !== null && LONG_FORMATS.has(format)) return 122;
  if (pattern !== null) return patternBits(pattern);
  if (type === 'integer' || type === 'number') return maximum === null ? 53 : Math.log2(Math.max(maximum, 1));
  return maxLength === null ? null : maxLength * Math.log2(62);
}
