// Text that was typed by others, made safe to look at: a character that can hide or reorder its neighbours stands as its code point, so that
// a page and the bytes behind it cannot say different things. Line breaks stay. Names of files have a stricter rule of their own.

/** Controls, lone surrogates, everything that Unicode lets a renderer ignore (bidirectional, zero-width, filler, tag), line separators. */
const HIDING = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/gu;

const codePoint = (character: string): string => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;

/** `\r\n` becomes `\n` and a tab a space; every other hiding character is written ‹U+202E›. */
export const visibleText = (text: string): string =>
  text
    .replace(/\r\n/g, '\n')
    .replace(/\t/g, ' ')
    .replace(HIDING, (character) => (character === '\n' ? character : codePoint(character)));
