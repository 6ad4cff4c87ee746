// Contrast as WCAG 2.2 computes it (1.4.3 and 1.4.11), over the tokens themselves.
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, type Tokens } from '../../../src-renderer/theme/tokens';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = 4.5;
const CONTROL = 3;

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as [string, Tokens][])('in the %s look', (_name, t) => {
  it.each([
    ['ink', t.ink],
    ['ink2', t.ink2],
    ['ink3', t.ink3],
    ['teal', t.teal],
    ['seal', t.seal.text],
    ['amber', t.amber.text],
    ['proof', t.proof.text],
  ])('%s can be read on paper and on the raised pane', (_ink, colour) => {
    expect(contrast(colour, t.paper)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(colour, t.raised)).toBeGreaterThanOrEqual(TEXT);
  });

  it('captions, chips and the status bar can be read on the desk and on tints', () => {
    expect(contrast(t.ink3, t.desk)).toBeGreaterThanOrEqual(TEXT);
    for (const tone of [t.seal, t.amber, t.proof]) {
      expect(contrast(tone.text, tone.tint)).toBeGreaterThanOrEqual(TEXT);
      expect(contrast(tone.onFill, tone.fill)).toBeGreaterThanOrEqual(TEXT);
      expect(contrast(tone.text, t.desk)).toBeGreaterThanOrEqual(TEXT);
    }
    expect(contrast(t.teal, t.tealTint)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(t.ink2, t.sunken)).toBeGreaterThanOrEqual(TEXT);
  });

  it('a button and the border of a control stand out', () => {
    expect(contrast(t.onTeal, t.teal)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(t.control, t.paper)).toBeGreaterThanOrEqual(CONTROL);
  });
});
