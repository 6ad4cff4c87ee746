// Text that was typed by others, made safe to look at: a character that can hide or reorder its neighbours stands as its code point, so that
// a page and the bytes behind it cannot say different things. Line breaks stay. Names of files have a stricter rule of their own.

/** Controls but the line feed, bidirectional marks and isolates, zero-width and tag characters, line separators, lone surrogates, soft hyphen. */
const HIDING = /[\p{Cs}\p{Cc}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

const codePoint = (character: string): string => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;

/** `\r\n` becomes `\n` and a tab a space; every other hiding character is written ‹U+202E›. */
export const visibleText = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(/\t/g, ' ').replace(HIDING, (character) => (character === '\n' ? character : codePoint(character)));
