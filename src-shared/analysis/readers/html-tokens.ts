// Cuts HTML into tags, texts and comments, character by character and as browsers do where it matters: nothing that a browser would show or run may be
// taken for something else. Linear: every character is looked at once, and what is held is limited. Knows nothing of what tags mean, save those whose
// content is not markup.

/** One tag with all its attributes. */
const MAX_TAG = 1024 * 1024;
const MAX_ATTRIBUTES = 1_000;
/** A text or comment is told in pieces of this size at most. */
const PIECE = 16_384;

export type HtmlEvents = {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  /** Inside script, style and the like: as it stands, entities and all. */
  readonly raw: (text: string, element: string) => void;
  readonly comment: (text: string, isFirst: boolean) => void;
};
export type HtmlScanner = {
  /** False once a tag was too long. */
  push(text: string): boolean;
  end(): void;
};

/** Their content ends at their own end tag and nowhere else. */
const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);
/** The same, but entities stand for characters. */
const ESCAPABLE = new Set(['title', 'textarea']);

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  copy: '©',
  reg: '®',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  times: '×',
  deg: '°',
  yen: '¥',
  euro: '€',
  commat: '@',
  period: '.',
  comma: ',',
  colon: ':',
  sol: '/',
  num: '#',
  plus: '+',
  lowbar: '_',
  hyphen: '‐',
  Tab: '\t',
  NewLine: '\n',
  zwnj: '',
  zwj: '',
  shy: '',
};

export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z]{2,12}));?/g,
    (whole, digits?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
      const code = digits !== undefined ? Number(digits) : Number.parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Where the tag that begins at `at` ends, or -1: a > inside a quoted value does not. */
function tagEnd(text: string, at: number): number {
  let quote = 0;
  let afterEquals = false;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return i;
    else if ((code === 0x22 || code === 0x27) && afterEquals) quote = code;
    else if (!isSpace(code)) afterEquals = code === 0x3d;
  }
  return -1;
}

/** The first of a name counts. */
function attributesOf(tag: string, from: number): Map<string, string> {
  const found = new Map<string, string>();
  let at = from;
  while (at < tag.length && found.size < MAX_ATTRIBUTES) {
    while (at < tag.length && (isSpace(tag.charCodeAt(at)) || tag[at] === '/')) at++;
    const start = at;
    while (at < tag.length && !isSpace(tag.charCodeAt(at)) && tag[at] !== '/' && (tag[at] !== '=' || at === start)) at++;
    const name = tag.slice(start, at).toLowerCase();
    while (at < tag.length && isSpace(tag.charCodeAt(at))) at++;
    let value = '';
    if (tag[at] === '=') {
      at++;
      while (at < tag.length && isSpace(tag.charCodeAt(at))) at++;
      const quote = tag[at] === '"' || tag[at] === "'" ? tag[at] : null;
      const first = quote ? at + 1 : at;
      at = first;
      while (at < tag.length && (quote ? tag[at] !== quote : !isSpace(tag.charCodeAt(at)))) at++;
      value = decoded(tag.slice(first, at));
      if (quote) at++;
    }
    if (name !== '' && !found.has(name)) found.set(name, value);
  }
  return found;
}

/** How far text may be told when more of it follows: an entity may be cut by the end of the piece. */
function wholeEntities(text: string, from: number, to: number): number {
  const amp = text.lastIndexOf('&', to - 1);
  return amp >= from && to - amp < 16 ? amp : to;
}

export function createHtmlScanner(events: HtmlEvents): HtmlScanner {
  let held = '';
  let raw: string | null = null;
  let inComment = false;
  let commentBegun = false;
  let failed = false;

  /** Told in one go, so that no entity is cut. */
  function say(text: string): void {
    if (text !== '') events.text(decoded(text));
  }

  /** @returns characters used, 0 when more is needed */
  function inRaw(text: string, at: number, name: string, last: boolean): number {
    const end = indexOfEndTag(text, at, name);
    const open = last ? text.length : wholeEntities(text, at, text.length - name.length - 3);
    const stop = end >= 0 ? end : open;
    if (stop > at) {
      for (let from = at; from < stop; from += PIECE) {
        const piece = text.slice(from, Math.min(stop, from + PIECE));
        if (ESCAPABLE.has(name)) say(piece);
        else events.raw(piece, name);
      }
    }
    if (end >= 0) raw = null;
    return Math.max(0, stop - at);
  }

  function comment(text: string, at: number, last: boolean): number {
    const end = text.indexOf('-->', at);
    const stop = end >= 0 ? end : last ? text.length : text.length - 2;
    for (let from = at; from < stop; from += PIECE) {
      events.comment(text.slice(from, Math.min(stop, from + PIECE)), !commentBegun);
      commentBegun = true;
    }
    if (end < 0) return Math.max(0, stop - at);
    inComment = false;
    return end + 3 - at;
  }

  function markup(text: string, at: number, last: boolean): number {
    if (text.startsWith('<!--', at)) {
      if (!last && text.length - at < 5) return 0;
      // Browsers end a comment that is begun and ended at once.
      if (text[at + 4] === '>') return 5;
      inComment = true;
      commentBegun = false;
      return 4;
    }
    if (!last && text.length - at < 4) return 0;
    const next = text.charCodeAt(at + 1);
    const isEnd = next === 0x2f;
    const nameAt = at + (isEnd ? 2 : 1);
    if (next === 0x21 || next === 0x3f || (isEnd && !isLetter(text.charCodeAt(nameAt)))) {
      const end = text.indexOf('>', at);
      if (end < 0 && !last) return 0;
      const stop = end < 0 ? text.length : end;
      const said = text.slice(at + 1, Math.min(stop, at + 2 + PIECE));
      if (!/^(?:!doctype|\?xml)/i.test(said)) events.comment(said.slice(1), true);
      return stop - at + (end < 0 ? 0 : 1);
    }
    if (!isLetter(text.charCodeAt(nameAt))) {
      say('<');
      return 1;
    }
    const end = tagEnd(text, nameAt);
    if (end < 0) {
      if (!last) return 0;
      // A tag that never ends shows nothing in a browser; it is delivered all the same.
      events.comment(text.slice(at, at + PIECE), true);
      return text.length - at;
    }
    let nameEnd = nameAt;
    while (nameEnd < end && !isSpace(text.charCodeAt(nameEnd)) && text[nameEnd] !== '/') nameEnd++;
    const name = text.slice(nameAt, nameEnd).toLowerCase();
    if (isEnd) events.close(name);
    else {
      events.open(name, attributesOf(text.slice(nameEnd, end), 0));
      if (RAW.has(name) || ESCAPABLE.has(name)) raw = name;
    }
    return end + 1 - at;
  }

  function run(last: boolean): boolean {
    let at = 0;
    while (at < held.length) {
      let used: number;
      if (inComment) used = comment(held, at, last);
      else if (raw !== null) used = inRaw(held, at, raw, last);
      else if (held[at] === '<') used = markup(held, at, last);
      else {
        const end = held.indexOf('<', at);
        let stop = end < 0 ? held.length : end;
        if (end < 0 && !last) stop = wholeEntities(held, at, stop);
        for (let from = at; from < stop; from += PIECE) say(held.slice(from, Math.min(stop, from + PIECE)));
        used = stop - at;
      }
      if (used === 0) break;
      at += used;
    }
    held = held.slice(at);
    return held.length <= MAX_TAG;
  }

  return {
    push(text) {
      held += text;
      if (!failed && !run(false)) failed = true;
      return !failed;
    },
    end() {
      if (!failed) run(true);
    },
  };
}

/** `</name` followed by what ends a name, in any case. */
function indexOfEndTag(text: string, from: number, name: string): number {
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2)) {
    if (text.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) continue;
    const after = text.charCodeAt(at + 2 + name.length);
    if (isSpace(after) || after === 0x2f || after === 0x3e) return at;
  }
  return -1;
}
