// Scalars of YAML 1.2 by its core schema, and why a text is not read.

export class YamlRefusal extends Error {}

export function plainScalar(text: string): unknown {
  if (/^(?:|~|null|Null|NULL)$/u.test(text)) return null;
  if (/^(?:true|True|TRUE)$/u.test(text)) return true;
  if (/^(?:false|False|FALSE)$/u.test(text)) return false;
  if (/^[-+]?\d+$/u.test(text) || /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/u.test(text)) {
    const number = Number(text);
    return Number.isFinite(number) ? number : text;
  }
  if (/^0x[0-9a-fA-F]+$/u.test(text)) return Number(text);
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  e: '\x1b',
  a: '\x07',
  v: '\v',
  ' ': ' ',
  _: '\xa0',
};

export const doubleQuoted = (body: string): string =>
  body.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U0*([0-9a-fA-F]{1,6})|(.))/gsu, (_, two, four, eight, one: string | undefined) => {
    const code: string | undefined = two ?? four ?? eight;
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    const known = ESCAPES[one ?? ''];
    if (known === undefined) throw new YamlRefusal('escape');
    return known;
  });
