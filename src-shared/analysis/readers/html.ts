// A web page as texts: what it shows line by line, and beside it what it carries: values of attributes, comments, scripts, what it hides. Counts what
// runs, loads or sends when the page is opened. Nothing of it is ever rendered.
import type { PartlyCode } from '../result';
import { MAX_CELL_CHARACTERS } from './csv';
import { createHtmlScanner } from './html-tokens';
import type { ContentCode } from './sink';

export const HTML_PARTS = ['attributes', 'comments', 'scripts'] as const;
export type HtmlPart = (typeof HTML_PARTS)[number];
export type HtmlHost = {
  /** Lines that are shown, or would be. @returns false: enough */
  readonly line: (text: string) => boolean;
  readonly beside: (part: HtmlPart, text: string) => boolean;
};
export type HtmlReader = {
  push(text: string): boolean;
  end(): void;
  readonly problem: () => PartlyCode | null;
  readonly content: () => [ContentCode, number][];
};

/** Within a line of text; every other element begins a new one. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tspan tt u var wbr'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
/** Say how it looks. */
const LAYOUT =
  /^(?:class|style|width|height|d|points|viewbox|transform|colspan|rowspan|align|valign|bgcolor|color|lang|dir|role|tabindex|xmlns.*|fill|stroke.*|x\d?|y\d?|cx|cy|r[xy]?|charset)$/;
/** Whose address is fetched as soon as the page is opened. */
const LOADS: Readonly<Record<string, string>> = {
  script: 'src',
  img: 'src',
  link: 'href',
  source: 'src',
  video: 'src',
  audio: 'src',
  track: 'src',
  input: 'src',
  image: 'href',
};
const FRAMES = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'portal', 'fencedframe']);
/** A script element of another type holds data, which nothing runs. */
const RUNS =
  /^(?:|module|importmap|text\/(?:java|ecma|live|j)script.*|application\/(?:x-)?(?:java|ecma)script.*|text\/babel|text\/vbscript)$/i;
const HIDING = /(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|font-size\s{0,4}:\s{0,4}0(?![.\d]*[1-9]))/i;

export function createHtmlReader(host: HtmlHost): HtmlReader {
  const counts = new Map<ContentCode, number>();
  const count = (code: ContentCode, times = 1): void => void counts.set(code, (counts.get(code) ?? 0) + times);
  let going = true;
  let line = '';
  let comment = '';
  let script = '';
  /** The element that hides what is in it, and how many of its name are open inside. */
  let hidden: { readonly name: string; depth: number; told: boolean } | null = null;

  function endLine(): void {
    const text = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (text !== '' && going) going = host.line(text);
  }

  function add(text: string): void {
    if (hidden && !hidden.told && text.trim() !== '') {
      hidden.told = true;
      count('HIDDEN_TEXT');
    }
    line += text;
    if (line.length < MAX_CELL_CHARACTERS) return;
    const rest = line.slice(MAX_CELL_CHARACTERS);
    line = line.slice(0, MAX_CELL_CHARACTERS);
    endLine();
    line = rest;
  }

  function tell(part: HtmlPart, text: string): void {
    for (const piece of text.split(/\r\n|\n|\r/)) {
      const trimmed = piece.trim();
      for (let at = 0; at < trimmed.length && going; at += MAX_CELL_CHARACTERS)
        going = host.beside(part, trimmed.slice(at, at + MAX_CELL_CHARACTERS));
    }
  }

  /** Whole lines of a script; the last one may go on. */
  function scriptLines(all: boolean): void {
    const end = all || script.length > MAX_CELL_CHARACTERS ? script.length : script.lastIndexOf('\n') + 1;
    if (end > 0) tell('scripts', script.slice(0, end));
    script = script.slice(end);
  }

  function endComment(): void {
    if (comment.trim() !== '') tell('comments', comment);
    comment = '';
  }

  function actions(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'script' && RUNS.test(attributes.get('type')?.trim() ?? '')) count('HTML_SCRIPT');
    if (FRAMES.has(name)) count('HTML_FRAME');
    if (name === 'form' && (attributes.get('action') ?? '').trim() !== '') count('HTML_FORM');
    if (name === 'meta' && /^refresh$/i.test(attributes.get('http-equiv') ?? '') && /url/i.test(attributes.get('content') ?? ''))
      count('REMOTE_PART');
    const loaded = attributes.get(LOADS[name] ?? '') ?? (name === 'image' ? attributes.get('xlink:href') : undefined);
    if (loaded !== undefined && /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(loaded)) count('REMOTE_PART');
    for (const [attribute, value] of attributes) {
      if (/^on[a-z]+$/.test(attribute) && value.trim() !== '') count('HTML_SCRIPT');
      else if (/^(?:href|src|action|formaction|xlink:href|data)$/.test(attribute) && /^[\s\0-\x20]*(?:java|vb)script[\s]*:/i.test(value))
        count('HTML_SCRIPT');
    }
  }

  function hides(name: string, attributes: ReadonlyMap<string, string>): boolean {
    return attributes.has('hidden') || name === 'template' || HIDING.test(attributes.get('style') ?? '');
  }

  const scanner = createHtmlScanner({
    open(name, attributes) {
      endComment();
      if (!INLINE.has(name)) endLine();
      actions(name, attributes);
      if (hidden?.name === name) hidden.depth++;
      else if (!hidden && !VOID.has(name) && hides(name, attributes)) hidden = { name, depth: 1, told: false };
      if (name === 'input' && /^hidden$/i.test(attributes.get('type') ?? '') && attributes.get('value')) count('HIDDEN_TEXT');
      for (const [attribute, value] of attributes) if (!LAYOUT.test(attribute) && value.trim() !== '') tell('attributes', value);
    },
    close(name) {
      endComment();
      scriptLines(true);
      if (!INLINE.has(name)) endLine();
      if (hidden?.name === name && --hidden.depth === 0) hidden = null;
    },
    text(text) {
      endComment();
      add(text);
    },
    raw(text, element) {
      endComment();
      if (element === 'style') return;
      script += text;
      scriptLines(false);
    },
    comment(text, isFirst) {
      if (isFirst) {
        endComment();
        count('COMMENTS');
      }
      comment += text;
      if (comment.length > MAX_CELL_CHARACTERS) endComment();
    },
  });
  let long = false;
  return {
    push(text) {
      if (!scanner.push(text)) long = true;
      return going && !long;
    },
    end() {
      if (!long) scanner.end();
      endComment();
      scriptLines(true);
      endLine();
    },
    problem: () => (long ? 'LINE_TOO_LONG' : null),
    content: () => [...counts],
  };
}
