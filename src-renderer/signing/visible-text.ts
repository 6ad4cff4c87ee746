// Text from outside, made safe to read before signing: a character that hides, reorders or imitates is shown as its code point, so that two
// different payloads never look the same. Pure; it decides nothing about fonts or colours.

export type TextPart = { readonly kind: 'plain'; readonly text: string } | { readonly kind: 'hidden'; readonly text: string };

/**
 * What is never drawn as itself: controls but the line feed, format and bidi marks, private use, unassigned, separators and spaces that are
 * neither U+0020 nor U+3000, fillers, joiners and variation selectors, the blank Braille pattern. `‹U+202E›` as it stands in names that
 * main has escaped is marked the same way, so that it cannot be taken for an ordinary part of the name.
 */
const HIDDEN = /‹U\+[0-9A-F]{4,6}›|(?![\n\u{20}\u{3000}])[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u{2800}]/gu;

const spelled = (match: string): string =>
  match.startsWith('‹') ? match : `‹U+${(match.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;

export function visibleParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > from) parts.push({ kind: 'plain', text: text.slice(from, match.index) });
    parts.push({ kind: 'hidden', text: spelled(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'plain', text: text.slice(from) });
  return parts;
}

export const hasHidden = (text: string): boolean => visibleParts(text).some((part) => part.kind === 'hidden');

/** The same as one string, for titles of windows and accessible names. */
export const visibleText = (text: string): string =>
  visibleParts(text)
    .map((part) => part.text)
    .join('');

/** A digest as a person compares it: groups of eight. */
export const grouped = (hex: string): string => hex.match(/.{1,8}/g)?.join(' ') ?? '';
