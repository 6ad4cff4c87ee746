// Names of columns in one string, as parameters carry them: a list with commas. A name that holds what parts a list stands in double quotes, and a quote
// within it is doubled, as in the records of a CSV file (RFC 4180): whatever a header is called, it can be asked for.

const NEEDS_QUOTES = /[",|]|^\s|\s$/u;

export const writeName = (name: string): string => (NEEDS_QUOTES.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
/** Place of the quote that closes the one at `from`, or the end of the text where none does. */
function closing(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return text.length;
}

/** The name that a piece of a list means; null when it is empty or its quotes are not what they should be. */
export function readName(piece: string): string | null {
  const text = piece.trim();
  if (!text.startsWith('"')) return text === '' ? null : text;
  if (closing(text, 0) !== text.length - 1) return null;
  const name = text.slice(1, -1).replaceAll('""', '"');
  return name.trim() === '' ? null : name;
}

/** Cuts at each separator that does not stand in quotes. Quotes open at the start of a piece or behind one of `opensAfter`. */
export function pieces(text: string, separator: string, opensAfter = ''): readonly string[] {
  const found: string[] = [];
  let from = 0;
  let opens = true;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === separator) {
      found.push(text.slice(from, at));
      from = at + 1;
      opens = true;
    } else if (char === '"' && opens) {
      at = closing(text, at);
      opens = false;
    } else if (char.trim() !== '') opens = opensAfter.includes(char);
  }
  return [...found, text.slice(from)];
}

export const writeNames = (names: readonly string[], separator: ',' | '|' = ','): string => names.map(writeName).join(separator);

/** @returns each name once, in order; null when one of them is empty or its quotes do not fit */
export function readNames(text: string, separator: ',' | '|' = ','): readonly string[] | null {
  const names = pieces(text, separator).map(readName);
  return names.every((name) => name !== null) ? [...new Set(names as string[])] : null;
}
