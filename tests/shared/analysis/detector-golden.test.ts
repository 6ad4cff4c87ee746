// Every detector on values whose origin is stated in the vector: what holds, what is a candidate and fails, what only looks like one.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BLOCK_WORDS, fill, MD5, SHA1, SHA256, SM3 } from '@shared/analysis/detectors/digests';
import { restore } from '@shared/analysis/detectors/hashed';
import { inspect } from '@shared/analysis/detectors/inspect';
import { luhn } from '@shared/analysis/detectors/look';
import { residentCheckCharacter } from '@shared/analysis/detectors/resident-id';
import { usccCheckCharacter } from '@shared/analysis/detectors/uscc';
import { vinCheckCharacter } from '@shared/analysis/detectors/vehicles';
import { DETECTORS } from '@shared/analysis/result';
import { analysisTexts } from '@shared/texts/analysis';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Cell = {
  readonly detector: string;
  readonly name?: string;
  readonly text: string;
  readonly see: boolean | null;
  readonly origin: string;
};
type Vector = {
  readonly today: string;
  readonly cells: readonly Cell[];
  readonly hashed: readonly {
    readonly header: string;
    readonly digest: string;
    readonly restored: string | null;
    readonly origin: string;
  }[];
  readonly digests: readonly { readonly algorithm: string; readonly message: string; readonly digest: string }[];
};
const vector: Vector = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../vectors/analysis-detectors.json'), 'utf8'));
const seen = ({ text, name = '' }: Pick<Cell, 'text' | 'name'>) => inspect(text, { name, today: vector.today });

/** Detectors with something to fail: a check character, a day. */
const CHECKED: readonly string[] = [
  'resident-id',
  'resident-id-15',
  'hmt-residence-permit',
  'foreign-permanent-resident',
  'uscc',
  'bank-card',
  'imei',
  'iccid',
  'vin',
  'birth-date',
];

describe.each(DETECTORS.filter((detector) => detector !== 'hashed-identifier'))('%s', (detector) => {
  const cells = vector.cells.filter((cell) => cell.detector === detector);
  it.each(cells)('$text under “$name”: $see ($origin)', (cell) => {
    expect(seen(cell).find((look) => look.detector === detector)?.valid ?? null).toBe(cell.see);
  });
  it('has values that hold, others that only look like it, and one that fails where there is a check to fail', () => {
    const count = (which: boolean | null) => cells.filter(({ see }) => see === which).length;
    expect(count(true)).toBeGreaterThanOrEqual(2);
    expect(count(false) + count(null)).toBeGreaterThanOrEqual(2);
    expect(count(false) > 0).toBe(CHECKED.includes(detector));
    expect(cells.every(({ origin }) => origin.length > 2)).toBe(true);
  });
  it('is named, explained and sourced in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const { detector: names, source, why } = analysisTexts[language];
      expect([names[detector], source[detector], why[detector](3, 1)].every((text) => text.length > 1)).toBe(true);
      expect(why[detector](3, 1)).toContain('3');
    }
  });
});

describe('a candidate', () => {
  it('is given to one detector only', () => {
    for (const cell of vector.cells.filter(({ see, text }) => see === true && /^[0-9A-Za-z]+$/.test(text)))
      expect([cell.text, seen(cell).map(({ detector }) => detector)]).toEqual([cell.text, [cell.detector]]);
  });
  it('that two checks would allow goes to the person’s', () => {
    const both = Array.from({ length: 999 }, (_, i) => `91112419810803${String(i + 1).padStart(3, '0')}`)
      .map((first17) => first17 + residentCheckCharacter(first17))
      .find((number) => usccCheckCharacter(number.slice(0, 17)) === number.slice(17) && !number.endsWith('000'));
    expect(seen({ text: both ?? '' }).map(({ detector, valid }) => [detector, valid])).toEqual([['foreign-permanent-resident', true]]);
    expect(seen({ text: both ?? '', name: '统一社会信用代码' }).map(({ detector }) => detector)).toEqual(['uscc']);
  });
  it('that touches a letter or a digit is none', () => {
    const plain = vector.cells.filter(
      ({ see, text, detector }) => see === true && /^\d{15,19}$/.test(text) && detector !== 'account-number',
    );
    for (const cell of plain)
      for (const text of [`7${cell.text}7`, `x${cell.text}`, `${cell.text}Q`])
        expect([text, seen({ ...cell, text }).some(({ detector, valid }) => detector === cell.detector && valid)]).toEqual([text, false]);
  });
  it('leaves the analysis masked', () => {
    for (const cell of vector.cells)
      for (const { sample } of seen(cell)) expect([...sample].slice(1, -1).every((character) => character === '*')).toBe(true);
  });
});

describe('checks', () => {
  it('Luhn notices every wrong digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12,18}$/), fc.nat(), fc.integer({ min: 1, max: 9 }), (body, place, change) => {
        const check = [...'0123456789'].find((digit) => luhn(body + digit));
        const number = body + check;
        const at = place % number.length;
        const wrong = number.slice(0, at) + ((Number(number.charAt(at)) + change) % 10) + number.slice(at + 1);
        expect([luhn(number), luhn(wrong)]).toEqual([true, false]);
      }),
    );
  });
  it('one character in eleven is a vehicle’s check', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-HJ-NPR-Z]{8}$/), fc.stringMatching(/^[0-9A-HJ-NPR-Z]{6}\d{2}$/), (front, back) => {
        const holding = [...'0123456789X'].filter((check) => vinCheckCharacter(`${front}${check}${back}`) === check);
        expect(holding).toHaveLength(1);
      }),
    );
  });
});

describe('hashed-identifier', () => {
  it.each(vector.hashed)('$digest under $header: $restored ($origin)', ({ header, digest, restored }) => {
    const named = { mobile: false, resident: false, card: /卡号|card/.test(header) };
    const found = restore([digest], named).get(digest);
    expect(found ? `${found.algorithm} ${found.kind}` : null).toBe(restored);
  });
});

describe('digests', () => {
  const digests = { MD5, 'SHA-1': SHA1, 'SHA-256': SHA256, SM3 };
  it.each(vector.digests)('$algorithm of $message is as published', ({ algorithm, message, digest }) => {
    const kind = digests[algorithm as keyof typeof digests];
    const block = new Int32Array(BLOCK_WORDS);
    const out = new Int32Array(8);
    fill(block, message, kind.big);
    kind.run(block, out);
    const bytes = new DataView(new ArrayBuffer(4));
    const hex = [...out.subarray(0, kind.words)].map((word) => {
      bytes.setInt32(0, word, !kind.big);
      return bytes.getUint32(0).toString(16).padStart(8, '0');
    });
    expect(hex.join('')).toBe(digest);
  });
});
