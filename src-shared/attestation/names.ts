// Names of files inside statements and packages. A name that a screen, a file system and a person may read differently is refused in what
// we write, and shown with its odd characters spelled out where it was delivered to us. Called by statements, packages and the vault.

/** Controls, bidirectional marks, zero-width and tag characters, line separators, lone surrogates: what can hide in a name. */
const HIDDEN = /[\p{Cc}\p{Cs}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;
const HIDDEN_ALL = new RegExp(HIDDEN, 'gu');

const MAX_NAME_BYTES = 255;

/** A relative path, NFC, without `..`, `.`, empty parts, `\`, a drive letter, or characters that hide. */
export function isSafeName(name: string): boolean {
  if (name === '' || new TextEncoder().encode(name).length > MAX_NAME_BYTES) return false;
  if (name !== name.normalize('NFC') || HIDDEN.test(name) || name.includes('\\') || /^[A-Za-z]:/.test(name)) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Unique also to file systems that fold case. */
export const areUniqueNames = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size === names.length;

/** How a delivered name stands in statements and on screens: NFC, each hiding character and backslash as ‹U+202E›. */
export const visibleName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(HIDDEN_ALL, codePoint)
    .replace(/\\/g, codePoint)
    .replace(/(^|\/)(\.{1,2})(?=\/|$)/g, (_, before: string, dots: string) => before + dots.replace(/\./g, codePoint))
    .replace(/^\/+/, (slashes) => slashes.replace(/\//g, codePoint));

const codePoint = (character: string): string => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;
