// The part of YAML 1.2 that interface descriptions are written in: block and flow maps and lists, scalars in every style, comments, one document.
// Anchors, aliases, tags, directives and complex keys are refused, and so are double keys: two readers must not see two things.
import { failure, ok, type Result } from '../../basics/result';
import { readFlow } from './yaml-flow';
import { plainScalar, YamlRefusal } from './yaml-scalars';

const MAX_CHARACTERS = 4 * 1024 * 1024;
const MAX_DEPTH = 64;

const indentOf = (line: string): number => line.length - line.trimStart().length;
/** A comment begins a line or follows a space. */
const uncommented = (text: string): string => {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (quote === '"' && char === '\\') i++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if ((char === '"' || char === "'") && /^$|[\s{[,:]/u.test(text[i - 1] ?? '')) quote = char;
    else if (char === '#' && (i === 0 || /\s/u.test(text[i - 1] ?? ''))) return text.slice(0, i).trimEnd();
  }
  return text.trimEnd();
};
/** The end of a key that stands plain or quoted before its colon, or -1. */
function keyEnd(text: string): number {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?=:(?:\s|$))/u.exec(text);
  if (quoted) return quoted[0].length;
  if (/^["'{[|>&*!%@`]/u.test(text)) return -1;
  const at = /:(?:\s|$)/u.exec(text);
  return at ? at.index : -1;
}

/** Of the document. */
const END = /^\.\.\.\s*$/u;

class Reader {
  readonly #lines: string[];
  #at = 0;

  constructor(text: string) {
    this.#lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  }

  /** Next line with something on it. */
  #peek(): string | null {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] as string;
      const text = line.trimStart();
      if (text === '' || text[0] === '#') continue;
      if (END.test(line)) return null;
      if (/^\s*\t/u.test(line.slice(0, indentOf(line)))) throw new YamlRefusal('tab');
      return line;
    }
    return null;
  }

  document(): unknown {
    if (this.#peek()?.startsWith('%')) throw new YamlRefusal('directive');
    if (/^---(?:\s|$)/u.test(this.#peek() ?? '')) this.#at++;
    const value = this.#node(0, 0);
    if (END.test(this.#lines[this.#at] ?? '')) this.#at++;
    if (this.#peek() !== null || this.#at < this.#lines.length) throw new YamlRefusal('rest');
    return value;
  }

  #node(least: number, depth: number): unknown {
    if (depth > MAX_DEPTH) throw new YamlRefusal('depth');
    const line = this.#peek();
    if (line === null || indentOf(line) < least) return null;
    const indent = indentOf(line);
    const text = line.slice(indent);
    if (/^-(?:\s|$)/u.test(text)) return this.#list(indent, depth);
    if (/^\?(?:\s|$)/u.test(text)) throw new YamlRefusal('key');
    if (keyEnd(uncommented(text)) >= 0) return this.#map(indent, depth);
    this.#at++;
    return this.#value(text, indent - 1, depth);
  }

  #list(indent: number, depth: number): unknown[] {
    const items: unknown[] = [];
    for (
      let line = this.#peek();
      line !== null && indentOf(line) === indent && /^-(?:\s|$)/u.test(line.slice(indent));
      line = this.#peek()
    ) {
      // What follows the dash is a node of its own, further in.
      this.#lines[this.#at] = `${' '.repeat(indent + 1)}${line.slice(indent + 1)}`;
      items.push(uncommented(line.slice(indent + 1)).trim() === '' ? this.#below(indent, depth) : this.#node(indent + 1, depth + 1));
    }
    return items;
  }

  /** A value that begins on a line after its key or dash. */
  #below(indent: number, depth: number): unknown {
    this.#at++;
    const next = this.#peek();
    return next !== null && indentOf(next) > indent ? this.#node(indent + 1, depth + 1) : null;
  }

  #map(indent: number, depth: number): Record<string, unknown> {
    const members = new Map<string, unknown>();
    for (let line = this.#peek(); line !== null && indentOf(line) === indent; line = this.#peek()) {
      const text = uncommented(line.slice(indent));
      const end = keyEnd(text);
      if (end < 0) throw new YamlRefusal('member');
      const written = text.slice(0, end).trim();
      const key = /^["']/u.test(written) ? String(readFlow(written)) : written;
      if (members.has(key)) throw new YamlRefusal('double key');
      const rest = line
        .slice(indent + end)
        .replace(/^\s*:/u, '')
        .trimStart();
      if (uncommented(rest) !== '') {
        this.#at++;
        members.set(key, this.#value(rest, indent, depth));
        continue;
      }
      this.#at++;
      const next = this.#peek();
      // A list may stand as far in as its key.
      const within = next !== null && (indentOf(next) > indent || (indentOf(next) === indent && /^-(?:\s|$)/u.test(next.slice(indent))));
      members.set(key, within ? this.#node(indent, depth + 1) : null);
    }
    if (this.#peek() !== null && indentOf(this.#peek() as string) > indent) throw new YamlRefusal('indent');
    return Object.fromEntries(members);
  }

  /** @param text what stands on the line that was just taken; @param indent of the key or dash that it belongs to */
  #value(text: string, indent: number, depth: number): unknown {
    const first = text[0] ?? '';
    if ('&*!%@`'.includes(first)) throw new YamlRefusal('feature');
    if (first === '|' || first === '>') return this.#block(uncommented(text), indent);
    if (depth > MAX_DEPTH) throw new YamlRefusal('depth');
    let whole = first === '"' || first === "'" ? text : uncommented(text);
    if ('"\'{['.includes(first)) {
      for (;;) {
        const value = readFlow(whole, true);
        if (value !== undefined) return value;
        const next = this.#lines[this.#at++];
        if (next === undefined || whole.length > MAX_CHARACTERS) throw new YamlRefusal('flow');
        whole += ` ${first === '"' || first === "'" ? next.trim() : uncommented(next).trim()}`;
      }
    }
    for (let next = this.#peek(); next !== null && indentOf(next) > indent; next = this.#peek()) {
      if (keyEnd(uncommented(next.trimStart())) >= 0) throw new YamlRefusal('indent');
      whole += ` ${uncommented(next).trim()}`;
      this.#at++;
    }
    return plainScalar(whole);
  }

  #block(head: string, indent: number): string {
    if (!/^[|>][+-]?[1-9]?[+-]?$/u.test(head)) throw new YamlRefusal('block');
    const lines: string[] = [];
    let own = -1;
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] as string;
      if (line.trim() === '') lines.push('');
      else {
        const here = indentOf(line);
        if (own < 0) own = here;
        if (here <= indent || here < own) break;
        lines.push(line.slice(own));
      }
    }
    while (lines.at(-1) === '') lines.pop();
    return head[0] === '|' ? lines.join('\n') : lines.join(' ');
  }
}

export function parseYaml(text: string): Result<unknown, 'YAML_NOT_READ'> {
  if (text.length > MAX_CHARACTERS) return failure('YAML_NOT_READ', 'length');
  try {
    return ok(new Reader(text).document());
  } catch (cause) {
    if (cause instanceof YamlRefusal) return failure('YAML_NOT_READ', cause.message);
    throw cause;
  }
}
