// Flow style of YAML: what JSON is a part of. One value from a text; a text that ends too early may be continued by its reader.
import { doubleQuoted, plainScalar, YamlRefusal } from './yaml-scalars';

const MAX_DEPTH = 64;
class Unfinished extends Error {}

/** @returns the value; undefined when the text is only its beginning and `open` allows that */
export function readFlow(text: string, open = false): unknown {
  let at = 0;

  const skip = (): void => {
    while (/\s/u.test(text[at] ?? '')) at++;
  };
  function quoted(): string {
    const pattern = text[at] === '"' ? /"((?:[^"\\]|\\.)*)"/suy : /'((?:[^']|'')*)'/suy;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new Unfinished();
    at = pattern.lastIndex;
    return match[0][0] === '"' ? doubleQuoted(match[1] ?? '') : (match[1] ?? '').replaceAll("''", "'");
  }
  function value(depth: number): unknown {
    skip();
    const char = text[at];
    if (char === undefined) throw new Unfinished();
    if (depth > MAX_DEPTH) throw new YamlRefusal('depth');
    if (char === '"' || char === "'") return quoted();
    if (char === '{') return map(depth);
    if (char === '[') return list(depth);
    if ('&*!%@`'.includes(char)) throw new YamlRefusal('feature');
    return plain();
  }
  function plain(): unknown {
    const from = at;
    while (at < text.length && !/[,[\]{}]/u.test(text[at] as string) && !(text[at] === ':' && /[\s,[\]{}]|^$/u.test(text[at + 1] ?? '')))
      at++;
    return plainScalar(text.slice(from, at).trim());
  }
  function list(depth: number): unknown[] {
    const items: unknown[] = [];
    at++;
    for (;;) {
      skip();
      if (text[at] === ']') break;
      items.push(value(depth + 1));
      skip();
      if (text[at] === ',') at++;
      else if (text[at] === undefined) throw new Unfinished();
      else if (text[at] !== ']') throw new YamlRefusal('list');
    }
    at++;
    return items;
  }
  function map(depth: number): Record<string, unknown> {
    const members = new Map<string, unknown>();
    at++;
    for (;;) {
      skip();
      if (text[at] === '}') break;
      if (text[at] === undefined) throw new Unfinished();
      const key = text[at] === '"' || text[at] === "'" ? quoted() : plain();
      skip();
      if (typeof key === 'object' || members.has(String(key))) throw new YamlRefusal('key');
      let member: unknown = null;
      if (text[at] === ':') {
        at++;
        skip();
        member = text[at] === ',' || text[at] === '}' ? null : value(depth + 1);
      }
      members.set(String(key), member);
      skip();
      if (text[at] === ',') at++;
      else if (text[at] === undefined) throw new Unfinished();
      else if (text[at] !== '}') throw new YamlRefusal('map');
    }
    at++;
    return Object.fromEntries(members);
  }

  try {
    const read = value(0);
    skip();
    // A comment may follow.
    if (at < text.length && text[at] !== '#') throw new YamlRefusal('rest');
    return read;
  } catch (cause) {
    if (!(cause instanceof Unfinished)) throw cause;
    if (open) return undefined;
    throw new YamlRefusal('flow');
  }
}
