import { basisStands } from '@main/signing/basis-stands';
import { parseInstant } from '@shared/basics/time';
import type { Instant, Sha256Hex } from '@shared/basics/units';
import { type BasisInputs, statedBasis } from '@shared/regulation/basis';
import { basisAt } from '@shared/regulation/validity';
import type { BasisChoice } from '@shared/regulation/vocabulary';
import { describe, expect, it } from 'vitest';

const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(text);
  return instant;
};
const inputs: BasisInputs = {
  sources: [
    { catalogueCode: 'QQ-0102', provider: '示例市民政局', providerKind: 'organ' },
    { catalogueCode: 'QQ-0417', provider: '示例热力有限公司', providerKind: 'utility' },
  ],
  authorisation: { number: '示授运〔2025〕1号', clause: '第九条', sha256: 'a'.repeat(64) as Sha256Hex },
  agreement: { id: '示协-2026-061', clause: '第八条', sha256: null },
};

/** What a window opened at one instant shows, asked again when the passphrase comes at another. */
function stands(opened: string, signed: string, choice: BasisChoice | null = null, later: BasisInputs = inputs): boolean {
  const shown = statedBasis(basisAt(at(opened)), choice, inputs);
  if (!shown.ok) throw new Error(shown.code);
  return basisStands(shown.value, at(signed), [], later);
}

describe('the basis that a signing window shows', () => {
  it('stands to the last second of the day, and not in the first of the next', () => {
    expect(stands('2026-11-28T15:50:00Z', '2026-11-28T15:59:59.999Z')).toBe(true);
    expect(stands('2026-11-28T15:50:00Z', '2026-11-28T16:00:00Z')).toBe(false);
    expect(stands('2026-11-28T15:59:59Z', '2026-11-28T16:00:01Z')).toBe(false);
  });

  it('stands while the dispute lasts, and not once every reading has lapsed, also when it was chosen', () => {
    expect(stands('2026-11-28T16:00:00Z', '2026-11-30T15:59:59Z', 'method')).toBe(true);
    expect(stands('2026-11-30T15:59:59Z', '2026-11-30T16:00:00Z', 'method')).toBe(false);
    expect(stands('2026-11-30T16:00:00Z', '2027-03-01T00:00:00Z', 'method')).toBe(true);
  });

  it('falls with a clock that was set back to better days, and with another clause in the agreement', () => {
    expect(stands('2026-12-01T00:00:00Z', '2026-11-28T00:00:00Z', 'method')).toBe(false);
    expect(stands('2026-12-01T00:00:00Z', '2026-12-01T00:01:00Z', 'method', { ...inputs, agreement: null })).toBe(false);
  });
});
