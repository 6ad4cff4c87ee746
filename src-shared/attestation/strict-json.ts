// The one door through which JSON of ours enters: envelopes, statements, ledger lines, trust files, bureau replies.
// Two parsers that disagree about duplicate keys, `__proto__` or rounding let one person sign what another does not read,
// so everything ambiguous is refused here. It knows nothing about schemas; evidence (delivered files) never comes this way.
import { fromUtf8 } from '../basics/bytes';
import { failure, ok, type Result } from '../basics/result';

export type JsonCode =
  | 'JSON_NOT_UTF8'
  | 'JSON_BOM'
  | 'JSON_SYNTAX'
  | 'JSON_DUPLICATE_KEY'
  | 'JSON_PROTO_KEY'
  | 'JSON_TOO_DEEP'
  | 'JSON_NUMBER'
  | 'JSON_TRAILING';

export const MAX_JSON_DEPTH = 32;

class Refusal {
  constructor(
    readonly code: JsonCode,
    readonly at: number,
  ) {}
}

/** @returns the value; objects are plain, without a `__proto__` member, and keep the order of their members. */
export function parseStrictJson(bytes: Uint8Array): Result<unknown, JsonCode> {
  let text: string;
  try {
    text = fromUtf8(bytes);
  } catch {
    return failure('JSON_NOT_UTF8');
  }
  return parseStrictJsonText(text);
}

/** The same over text that was decoded strictly already. */
export function parseStrictJsonText(text: string): Result<unknown, JsonCode> {
  if (text.startsWith('\uFEFF')) return failure('JSON_BOM');
  const reader = new Reader(text);
  try {
    return ok(reader.document());
  } catch (refusal) {
    if (refusal instanceof Refusal) return failure(refusal.code, `character ${refusal.at}`);
    throw refusal;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const CONTROL = /[\u0000-\u001f]/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Reader {
  private at = 0;
  private depth = 0;
  constructor(private readonly text: string) {}

  document(): unknown {
    this.space();
    const value = this.value();
    const rest = this.text.slice(this.at);
    if (rest !== '' && rest !== '\n') throw new Refusal('JSON_TRAILING', this.at);
    return value;
  }

  private value(): unknown {
    const next = this.text[this.at];
    if (next === '{') return this.object();
    if (next === '[') return this.array();
    if (next === '"') return this.string();
    for (const [word, value] of [['true', true] as const, ['false', false] as const, ['null', null] as const]) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    return this.number();
  }

  private object(): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const seen = new Set<string>();
    this.open();
    if (this.closes('}')) return value;
    for (;;) {
      if (this.text[this.at] !== '"') throw new Refusal('JSON_SYNTAX', this.at);
      const start = this.at;
      const key = this.string();
      if (key === '__proto__') throw new Refusal('JSON_PROTO_KEY', start);
      if (seen.has(key)) throw new Refusal('JSON_DUPLICATE_KEY', start);
      seen.add(key);
      this.space();
      this.expect(':');
      this.space();
      value[key] = this.value();
      if (this.closes('}')) return value;
      this.expect(',');
      this.space();
    }
  }

  private array(): unknown[] {
    const value: unknown[] = [];
    this.open();
    if (this.closes(']')) return value;
    for (;;) {
      value.push(this.value());
      if (this.closes(']')) return value;
      this.expect(',');
      this.space();
    }
  }

  private open(): void {
    this.depth += 1;
    if (this.depth > MAX_JSON_DEPTH) throw new Refusal('JSON_TOO_DEEP', this.at);
    this.at += 1;
    this.space();
  }

  private closes(bracket: '}' | ']'): boolean {
    this.space();
    if (this.text[this.at] !== bracket) return false;
    this.at += 1;
    this.depth -= 1;
    return true;
  }

  private string(): string {
    const start = this.at + 1;
    const end = this.closingQuote(start);
    const raw = this.text.slice(start, end);
    const escaped = raw.includes('\\');
    const value = escaped ? this.unescape(raw) : raw;
    if (!escaped && CONTROL.test(raw)) throw new Refusal('JSON_SYNTAX', this.at);
    this.at = end + 1;
    return value;
  }

  /** Looks for quotes instead of matching one large expression: a payload of many megabytes would exhaust the expression's stack. */
  private closingQuote(start: number): number {
    for (let end = this.text.indexOf('"', start); end !== -1; end = this.text.indexOf('"', end + 1)) {
      let backslashes = 0;
      while (this.text[end - 1 - backslashes] === '\\') backslashes += 1;
      if (backslashes % 2 === 0) return end;
    }
    throw new Refusal('JSON_SYNTAX', this.at);
  }

  private unescape(raw: string): string {
    let value: string;
    try {
      value = JSON.parse(`"${raw}"`) as string;
    } catch {
      throw new Refusal('JSON_SYNTAX', this.at);
    }
    // A lone surrogate has no UTF-8 form: whoever writes it out again writes something else. Decoded bytes hold none but in escapes.
    if (/\p{Surrogate}/u.test(value)) throw new Refusal('JSON_SYNTAX', this.at);
    return value;
  }

  private number(): number {
    const literal = NUMBER;
    literal.lastIndex = this.at;
    const match = literal.exec(this.text)?.[0];
    if (match === undefined) throw new Refusal('JSON_SYNTAX', this.at);
    const value = Number(match);
    // Beyond 2^53 two readers may hold two different numbers.
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Refusal('JSON_NUMBER', this.at);
    this.at += match.length;
    return value;
  }

  private expect(character: ':' | ','): void {
    if (this.text[this.at] !== character) throw new Refusal('JSON_SYNTAX', this.at);
    this.at += 1;
  }

  private space(): void {
    for (;;) {
      const next = this.text[this.at];
      if (next !== ' ' && next !== '\n' && next !== '\r' && next !== '\t') return;
      this.at += 1;
    }
  }
}
