// XML as events, piece by piece, without a document type: DOCTYPE and ENTITY are refused, so that nothing can expand. Prefixes are dropped; depth
// and sizes are limited. Knows nothing of spreadsheets.
import { MAX_CELL_CHARACTERS } from './csv';
import { Refusal } from './refusal';

const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 1_000;
/** One tag with all its attributes, or one comment. */
const MAX_TAG = 1024 * 1024;

export type XmlEvents = {
  readonly open: (name: string, attributes: (name: string) => string | null, all: () => ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const broken = (): Refusal => new Refusal('CONTAINER_BROKEN', 'xml');

export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12});?/g, (whole, body: string) => {
    if (!whole.endsWith(';')) throw broken();
    if (Object.hasOwn(NAMED, body)) return NAMED[body] ?? '';
    const code = /^#x[0-9a-fA-F]+$/.test(body) ? Number.parseInt(body.slice(2), 16) : /^#\d+$/.test(body) ? Number(body.slice(1)) : -1;
    if (code < 0 || code > 0x10ffff) throw broken();
    return String.fromCodePoint(code);
  });
}

const SPECIAL = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const ATTRIBUTE = /\s([^\s=/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(tag); match; match = ATTRIBUTE.exec(tag)) {
    if (found.size >= MAX_ATTRIBUTES) throw broken();
    found.set(match[1] as string, unescaped(match[2] ?? match[3] ?? ''));
  }
  return found;
}

/** @returns push a piece of text, or null at its end. @throws Refusal */
export function createXmlReader(events: XmlEvents): (piece: string | null) => void {
  const stack: string[] = [];
  let held = '';
  let seen = false;

  function tag(body: string): void {
    seen = true;
    if (body[0] === '/') {
      const name = local(body.slice(1).trim());
      if (stack.pop() !== name) throw broken();
      events.close(name);
      return;
    }
    const empty = body.endsWith('/');
    const name = local(nameOf(body));
    if (name === '' || stack.length >= MAX_DEPTH) throw broken();
    let known: Map<string, string> | null = null;
    const all = (): Map<string, string> => {
      known ??= attributesOf(body);
      return known;
    };
    events.open(name, (attribute) => all().get(attribute) ?? null, all);
    if (empty) events.close(name);
    else stack.push(name);
  }

  /** Comments, texts without markup and instructions. @returns characters used, 0 when more is needed, -1 when it is none of these */
  function special(text: string, at: number): number {
    for (const [open, close] of SPECIAL) {
      if (!text.startsWith(open, at)) {
        if (text.length - at < open.length && open.startsWith(text.slice(at))) return 0;
        continue;
      }
      const end = text.indexOf(close, at + open.length);
      if (end < 0) return 0;
      if (open === '<![CDATA[') events.text(text.slice(at + open.length, end));
      return end + close.length - at;
    }
    if (text.startsWith('<!', at)) throw new Refusal('XML_DOCTYPE');
    return -1;
  }

  /** @returns characters used, or 0 when more is needed */
  function markup(text: string, at: number): number {
    const next = text.charCodeAt(at + 1);
    // Nearly everything is a tag.
    const used = next === 0x21 || next === 0x3f || Number.isNaN(next) ? special(text, at) : -1;
    if (used >= 0) return used;
    const end = tagEnd(text, at);
    if (end < 0) return 0;
    tag(text.slice(at + 1, end));
    return end + 1 - at;
  }

  return (piece) => {
    if (piece === null) {
      if (held.trim() !== '' || stack.length > 0 || !seen) throw broken();
      return;
    }
    const text = held + piece;
    let at = 0;
    while (at < text.length) {
      if (text.charCodeAt(at) === 0x3c) {
        const used = markup(text, at);
        if (used === 0) break;
        at += used;
        continue;
      }
      const end = text.indexOf('<', at);
      // A run of text is told in one go, so that no entity is cut; long runs are cut where no entity can be.
      if (end < 0 && text.length - at < MAX_CELL_CHARACTERS) break;
      const run = text.slice(at, end < 0 ? text.length : end);
      const stop = end < 0 && run.lastIndexOf('&') > run.length - 16 ? run.lastIndexOf('&') : run.length;
      if (stop === 0) break;
      if (stack.length > 0) events.text(unescaped(run.slice(0, stop)));
      else if (run.trim() !== '' && run.trim() !== '\uFEFF') throw broken();
      at += stop;
    }
    held = text.slice(at);
    if (held.length > MAX_TAG) throw broken();
  };
}

function nameOf(tag: string): string {
  for (let i = 0; i < tag.length; i++) {
    const code = tag.charCodeAt(i);
    if (code === 0x2f || code === 0x20 || (code < 0x20 && code >= 9)) return tag.slice(0, i);
  }
  return tag;
}

/** A > inside a quoted attribute does not end the tag. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i;
  }
  return -1;
}
