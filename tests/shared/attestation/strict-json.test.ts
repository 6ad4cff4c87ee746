import { parseStrictJson } from '@shared/attestation/strict-json';
import { concat, utf8 } from '@shared/basics/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const parse = (text: string) => parseStrictJson(utf8(text));

describe('strict JSON', () => {
  it.each([
    ['JSON_NOT_UTF8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['JSON_NOT_UTF8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
    ['JSON_BOM', concat(Uint8Array.of(0xef, 0xbb, 0xbf), utf8('{}'))],
    ['JSON_DUPLICATE_KEY', utf8('{"a":1,"a":1}')],
    ['JSON_DUPLICATE_KEY', utf8('{"a":1,"\\u0061":2}')],
    ['JSON_PROTO_KEY', utf8('{"__proto__":{}}')],
    ['JSON_PROTO_KEY', utf8('{"\\u005f_proto__":{}}')],
    ['JSON_TOO_DEEP', utf8(`${'['.repeat(33)}${']'.repeat(33)}`)],
    ['JSON_NUMBER', utf8('9007199254740993')],
    ['JSON_NUMBER', utf8('1e400')],
    ['JSON_TRAILING', utf8('{} ')],
    ['JSON_TRAILING', utf8('{}\n\n')],
    ['JSON_TRAILING', utf8('{}\r\n')],
    ['JSON_TRAILING', utf8('1 2')],
    ['JSON_SYNTAX', utf8('')],
    ['JSON_SYNTAX', utf8('{"a":1,}')],
    ['JSON_SYNTAX', utf8("{'a':1}")],
    ['JSON_SYNTAX', utf8('[1,]')],
    ['JSON_SYNTAX', utf8('"\t"')],
    ['JSON_SYNTAX', utf8('"\\x41"')],
    ['JSON_SYNTAX', utf8('"\\ud800"')],
    ['JSON_SYNTAX', utf8('NaN')],
    ['JSON_TRAILING', utf8('01')],
    ['JSON_SYNTAX', utf8('+1')],
  ])('refuses with %s', (code, bytes) => {
    expect(parseStrictJson(bytes)).toMatchObject({ ok: false, code });
  });

  it('takes depth 32, one newline at the end, and 2^53 - 1', () => {
    expect(parse(`${'['.repeat(32)}${']'.repeat(32)}`).ok).toBe(true);
    expect(parse('{"a":[true,false,null,-1.5e3]}\n')).toEqual({ ok: true, value: { a: [true, false, null, -1500] } });
    expect(parse('9007199254740991')).toEqual({ ok: true, value: 9007199254740991 });
  });

  it('leaves Object.prototype alone and takes names like constructor as plain keys', () => {
    expect(parse('{"constructor":{"prototype":{"x":1}}}').ok).toBe(true);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('agrees with JSON.parse on everything JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        const read = parse(text);
        // What JSON.parse cannot tell apart (lone surrogates, large numbers, __proto__) is refused, everything else is equal.
        return read.ok ? JSON.stringify(read.value) === JSON.stringify(JSON.parse(text)) : /__proto__|\\ud|e\+|\d{16}/.test(text);
      }),
    );
  });

  it('never takes what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('"', '{', ',', '0', 'x', '\\', ''), (json, at, put) => {
        const text = json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1);
        if (parse(text).ok) JSON.parse(text);
      }),
    );
  });
});
