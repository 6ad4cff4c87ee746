import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grouped, hasHidden, visibleParts, visibleText } from '../../../src-renderer/signing/visible-text';

describe('text shown before signing', () => {
  test.each([
    ['U+202E', '\u202E'],
    ['U+2066', '\u2066'],
    ['U+200B', '\u200B'],
    ['U+00AD', '\u00AD'],
    ['U+FEFF', '\uFEFF'],
    ['U+0007', '\u0007'],
    ['U+0009', '\t'],
    ['U+00A0', '\u00A0'],
    ['U+2028', '\u2028'],
    ['U+3164', '\u3164'],
    ['U+2800', '\u2800'],
    ['U+FE0F', '\uFE0F'],
    ['U+E0041', '\u{E0041}'],
    ['U+E000', '\uE000'],
  ])('spells out %s', (name, character) => {
    expect(visibleParts(`甲${character}乙`)).toEqual([
      { kind: 'plain', text: '甲' },
      { kind: 'hidden', text: `‹${name}›` },
      { kind: 'plain', text: '乙' },
    ]);
  });

  test('leaves Chinese, Latin, punctuation, line feeds, space and ideographic space alone', () => {
    const text = '供热需求指数（2026Q3）〔〕·—“”\n第二行　A b é 𠮷';
    expect(visibleParts(text)).toEqual([{ kind: 'plain', text }]);
  });

  test('marks a spelling that main has put into a name', () => {
    expect(hasHidden('说明_‹U+202E›xslx.pdf')).toBe(true);
    expect(visibleText('说明_‹U+202E›xslx.pdf')).toBe('说明_‹U+202E›xslx.pdf');
  });

  test('leaves nothing hidden in any text, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const drawn = visibleParts(text)
          .map((part) => (part.kind === 'plain' ? part.text.replaceAll('\n', '') : ''))
          .join('');
        expect(drawn).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u);
        const length = visibleParts(text).reduce(
          (sum, part) => sum + (part.kind === 'plain' || text.includes(part.text) ? part.text.length : spelledLength(part.text)),
          0,
        );
        expect(length).toBe(text.length);
      }),
      { numRuns: 300 },
    );
  });
});

const spelledLength = (spelled: string) => String.fromCodePoint(Number.parseInt(spelled.slice(3, -1), 16)).length;

test('digests stand in groups of eight', () => {
  expect(grouped('0123456789abcdef01234567')).toBe('01234567 89abcdef 01234567');
});
