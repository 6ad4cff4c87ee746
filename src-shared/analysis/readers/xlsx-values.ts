// What a number in a spreadsheet cell stands for: a date by its format, digits that a program wrote in powers of ten, and digits that it lost.
// Pure. A spreadsheet keeps 15 digits of a number: a longer one is no longer what somebody typed.

const DAY_MS = 86_400_000;
/** Day 60 of the 1900 system is the 29 February 1900 that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_466;
const KEPT_DIGITS = 15;
/** ISO/IEC 29500-1, 18.8.30, with those that East Asian versions add. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export const isDateFormat = (id: number, code: string | undefined): boolean =>
  code === undefined
    ? isBuiltInDate(id)
    : /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|General|E[+-]/gi, '')) && !/^@$/.test(code);

/** YYYY-MM-DD, with HH:MM:SS when there is a time of day; a time alone stays one. Null when no day can be meant. */
export function dateText(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST_SERIAL)) return null;
  const shift = !from1904 && serial < 60 ? 1 : 0;
  const time = Math.round((serial + shift) * 86_400) * 1_000 + (from1904 ? EPOCH_1904 : EPOCH_1900);
  const iso = new Date(time).toISOString();
  const clock = iso.slice(11, 19);
  if (serial < 1 && !from1904) return clock;
  return time % DAY_MS === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${clock}`;
}

export type NumberText = {
  readonly text: string /** A whole number with more digits than a spreadsheet keeps. */;
  readonly damaged: boolean;
};

export function numberText(raw: string): NumberText {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(raw);
  if (!match) return { text: raw, damaged: false };
  const [, sign = '', whole = '', fraction = '', power] = match;
  const shift = Number(power ?? 0);
  const isWhole = shift >= fraction.length || /^0*$/.test(fraction.slice(Math.max(shift, 0)));
  if (shift >= 0 && shift < 40 && isWhole) {
    const digits = (whole + fraction.slice(0, shift).padEnd(shift, '0')).replace(/^0+(?=\d)/, '');
    return { text: fraction === '' && power === undefined ? raw : sign + digits, damaged: digits.length > KEPT_DIGITS };
  }
  if (power === undefined) return { text: raw, damaged: false };
  const value = Number(raw);
  return { text: Number.isFinite(value) ? String(value) : raw, damaged: false };
}

/** Zero-based column of a reference like XFD12, or null. */
export function columnOf(reference: string | null): number | null {
  const letters = reference === null ? null : /^\$?([A-Z]{1,7})/.exec(reference)?.[1];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
