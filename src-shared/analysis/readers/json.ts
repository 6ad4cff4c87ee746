// Cuts JSON text into events, character by character and without building values: a number keeps the digits it was written with, a key may come
// twice, and nothing deeper than the limit is followed. State survives between pushes, so that a piece may end anywhere. Knows nothing of tables.
import { MAX_CELL_CHARACTERS } from './csv';

export const MAX_JSON_DEPTH = 1_000;

export type JsonProblem = 'JSON_BROKEN' | 'JSON_TOO_DEEP' | 'CELL_TOO_LONG';
export type JsonEvents = {
  /** Of the innermost object. */
  readonly key: (name: string) => void;
  /** Strings unescaped, numbers and literals as written, null as null. */
  readonly scalar: (text: string | null) => void;
  readonly open: (array: boolean) => void;
  readonly close: () => void;
};
export type JsonScanner = {
  /** Of a text, from one place to another. False once something was wrong; stays so until reset. */
  push(text: string, from?: number, to?: number): boolean;
  /** False when the text ended in the middle of a value. */
  end(): boolean;
  /** Nothing is open and nothing is pending. */
  readonly idle: () => boolean;
  readonly problem: () => JsonProblem | null;
  reset(): void;
};

const VALUE = 0;
const VALUE_OR_END = 1;
const KEY = 2;
const KEY_OR_END = 3;
const COLON = 4;
const AFTER = 5;
const STRING = 6;
const ESCAPE = 7;
const UNICODE = 8;
const WORD = 9;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
/** Digits, signs, the point, and letters of exponents and literals. */
const isWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  code === 0x2b ||
  code === 0x2d ||
  code === 0x2e;

/**
 * Several values one after the other are read as such: JSON Lines is JSON with line ends between.
 * @param cut a string longer than a cell is cut to one instead of ending the reading
 */
export function createJsonScanner(events: JsonEvents, cut = false): JsonScanner {
  /** True for an array. */
  let stack: boolean[] = [];
  let state: number = VALUE;
  let inKey = false;
  let held = '';
  let hex = '';
  /** Where the next backslash stands in the text that was looked through for one. */
  let slash = -1;
  let slashIn = '';
  let problem: JsonProblem | null = null;

  const fail = (code: JsonProblem): false => {
    problem = code;
    return false;
  };

  function afterValue(): void {
    state = stack.length === 0 ? VALUE : AFTER;
  }

  function open(array: boolean): boolean {
    if (stack.length >= MAX_JSON_DEPTH) return fail('JSON_TOO_DEEP');
    stack.push(array);
    events.open(array);
    state = array ? VALUE_OR_END : KEY_OR_END;
    return true;
  }

  function close(array: boolean): boolean {
    if (stack.pop() !== array) return fail('JSON_BROKEN');
    events.close();
    afterValue();
    return true;
  }

  function endWord(): boolean {
    const word = held;
    held = '';
    // What Python and others write for no number is none, and for one without end stands as it is.
    if (word === 'null' || word === 'NaN') events.scalar(null);
    else if (word === 'true' || word === 'false' || /^-?Infinity$/.test(word) || NUMBER.test(word)) events.scalar(word);
    else return fail('JSON_BROKEN');
    afterValue();
    return true;
  }

  function endString(): void {
    const text = held;
    held = '';
    if (inKey) {
      events.key(text);
      state = COLON;
    } else {
      events.scalar(text);
      afterValue();
    }
  }

  function structural(code: number): boolean {
    const char = String.fromCharCode(code);
    if (state === VALUE || state === VALUE_OR_END) {
      if (char === '{' || char === '[') return open(char === '[');
      if (char === ']' && state === VALUE_OR_END) return close(true);
      if (char === '"') {
        inKey = false;
        state = STRING;
        return true;
      }
      if (!isWord(code)) return fail('JSON_BROKEN');
      held = char;
      state = WORD;
      return true;
    }
    if (state === KEY || state === KEY_OR_END) {
      if (char === '}' && state === KEY_OR_END) return close(false);
      if (char !== '"') return fail('JSON_BROKEN');
      inKey = true;
      state = STRING;
      return true;
    }
    if (state === COLON) {
      if (char !== ':') return fail('JSON_BROKEN');
      state = VALUE;
      return true;
    }
    if (char === ',') {
      state = stack.at(-1) ? VALUE : KEY;
      return true;
    }
    return char === '}' || char === ']' ? close(char === ']') : fail('JSON_BROKEN');
  }

  function escaped(char: string): boolean {
    if (char === 'u') {
      hex = '';
      state = UNICODE;
      return true;
    }
    const plain = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
    if (plain === undefined) return fail('JSON_BROKEN');
    held += plain;
    state = STRING;
    return true;
  }

  function unicode(char: string): boolean {
    if (!/[0-9a-fA-F]/.test(char)) return fail('JSON_BROKEN');
    hex += char;
    if (hex.length === 4) {
      held += String.fromCharCode(Number.parseInt(hex, 16));
      state = STRING;
    }
    return true;
  }

  function nextSlash(text: string, from: number): number {
    if (slashIn !== text || slash < from) {
      slashIn = text;
      const at = text.indexOf('\\', from);
      slash = at < 0 ? text.length : at;
    }
    return slash;
  }

  /** From `from` to the quote, the backslash or the end of the piece. @returns where to go on, or -1 */
  function string(text: string, from: number, to: number): number {
    const quote = text.indexOf('"', from);
    const i = Math.min(quote < 0 ? to : quote, nextSlash(text, from), to);
    held += text.slice(from, i);
    if (held.length > MAX_CELL_CHARACTERS) {
      if (!cut) {
        fail('CELL_TOO_LONG');
        return -1;
      }
      held = held.slice(0, MAX_CELL_CHARACTERS);
    }
    if (i === to) return i;
    if (text.charCodeAt(i) === 0x5c) state = ESCAPE;
    else endString();
    return i + 1;
  }

  function word(text: string, from: number, to: number): number {
    let i = from;
    while (i < to && isWord(text.charCodeAt(i))) i++;
    held += text.slice(from, i);
    if (held.length > MAX_CELL_CHARACTERS) {
      fail('CELL_TOO_LONG');
      return -1;
    }
    return i < to && !endWord() ? -1 : i;
  }

  return {
    push(text, from = 0, to = text.length) {
      if (problem) return false;
      for (let i = from; i < to; ) {
        if (state === STRING) i = string(text, i, to);
        else if (state === WORD) i = word(text, i, to);
        else {
          const code = text.charCodeAt(i);
          const fine =
            state === ESCAPE ? escaped(text.charAt(i)) : state === UNICODE ? unicode(text.charAt(i)) : isSpace(code) || structural(code);
          i = fine ? i + 1 : -1;
        }
        if (i < 0) return false;
      }
      return true;
    },
    end() {
      if (problem) return false;
      if (state === WORD && !endWord()) return false;
      return (stack.length === 0 && state === VALUE) || fail('JSON_BROKEN');
    },
    idle: () => stack.length === 0 && state === VALUE,
    problem: () => problem,
    reset() {
      stack = [];
      state = VALUE;
      held = '';
      problem = null;
    },
  };
}
