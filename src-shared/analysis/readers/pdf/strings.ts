// Texts that a PDF holds outside its pages, whether or not anything leads to them: strings in objects (ISO 32000-2, 7.3.4), such as values of forms
// without a field, words in place of a picture, names of layers; and the words of XML in streams, such as properties and forms (XMP, XFA).

/** Shorter ones, and those without a long number, an at sign or two Han characters, name nobody. */
const WORTH = /\d{6}|@|\p{Script=Han}{2}/u;
/** Tells a time, in each file, and nothing else. */
const TIME = /^D:\d{4}/;
/** Of one string: what is longer is data of its own kind. */
const MAX_STRING = 32_767;
/** Brackets that never close, after which the rest of an object is no text: each costs a look at all that may be a string. */
const MAX_UNCLOSED = 64;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };

function bytesOf(latin1: string): Uint8Array {
  const bytes = new Uint8Array(latin1.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = latin1.charCodeAt(i);
  return bytes;
}

/** @param latin1 one character for each byte */
function decoded(latin1: string): string {
  if (latin1.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytesOf(latin1));
  if (latin1.startsWith('\xef\xbb\xbf')) return new TextDecoder().decode(bytesOf(latin1));
  return latin1;
}

/** The string whose bracket stands before `from`, and where the text goes on; null when it does not end within measure. */
function literal(text: string, from: number): { readonly value: string; readonly next: number } | null {
  let value = '';
  let depth = 1;
  for (let i = from; i < text.length && i - from < MAX_STRING; i++) {
    const character = text[i] as string;
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))?.[0];
      value += octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : (ESCAPES[text[i + 1] ?? ''] ?? text[i + 1] ?? '');
      i += octal?.length ?? 1;
      continue;
    }
    if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return { value, next: i + 1 };
    value += character;
  }
  return null;
}

const hexadecimal = (digits: string): string =>
  (digits.replace(/\s/g, '').match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');

function isWorth(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what holds them is no text
  return WORTH.test(text) && !TIME.test(text) && !/[\x00-\x08\x0e-\x1f\ufffd]/.test(text);
}

/** @param text objects, one character for each byte */
export function* stringsIn(text: string): Generator<string> {
  const begin = /\(|<([0-9A-Fa-f\s]{12,65534})>/g;
  let unclosed = 0;
  for (let match = begin.exec(text); match && unclosed < MAX_UNCLOSED; match = begin.exec(text)) {
    const read = match[1] === undefined ? literal(text, begin.lastIndex) : { value: hexadecimal(match[1]), next: begin.lastIndex };
    if (!read) {
      unclosed++;
      continue;
    }
    begin.lastIndex = read.next;
    const said = decoded(read.value);
    if (isWorth(said)) yield said;
  }
}

/** Texts and values of attributes. @param text one character for each byte; nothing when it is no XML */
export function* xmlStringsIn(text: string): Generator<string> {
  if (!/^(?:\xef\xbb\xbf)?\s{0,64}</.test(text)) return;
  for (const piece of new TextDecoder().decode(bytesOf(text)).split(/[<>"]/)) {
    const said = piece.trim();
    if (said.length <= MAX_STRING && !said.includes('xmlns') && isWorth(said)) yield said;
  }
}
