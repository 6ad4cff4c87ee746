// A verdict number is taken by a line of the ledger, so neither a crash nor a cancelled signature can make one appear twice.
import { openLedger } from '@main/ledger/ledger';
import { nextNumber } from '@main/signing/numbers';
import { publicKeyOf } from '@shared/attestation/suites';
import type { Instant } from '@shared/basics/units';
import { describe, expect, it } from 'vitest';
import { NOON, signerFrom, verdict } from '../../bureau/support/statements';
import { memoryFiles } from '../ledger/memory-files';

const workstation = signerFrom('ed25519', 'workstation').publicKey;
const reviewer = signerFrom('sm2', 'reviewer');
const KEYID = workstation.keyid;
const PREFIX = KEYID.slice(0, 4).toUpperCase();

function ledgerWith(fill: (take: (number: string) => void, sign: (n: number) => void) => void) {
  const ledger = openLedger(
    memoryFiles().files,
    () => NOON as Instant,
    () => workstation,
  );
  fill(
    (number) => ledger.append({ kind: 'operation', body: { act: 'assessment.complete', by: 'p-1', id: 'd-1', to: number } }),
    (n) => ledger.append({ kind: 'statement', body: verdict(reviewer, KEYID, n) }),
  );
  return ledger.lines();
}
const number = (n: number, series = '演练', year = 2026) => `${series}〔${year}〕${PREFIX}-${String(n).padStart(4, '0')}号`;

describe('the next number', () => {
  it('is the first on an empty ledger', () => expect(nextNumber([], '演练', 2026, KEYID)).toBe(number(1)));

  it('follows the highest that was signed or taken, so a cancelled one stays a gap', () => {
    expect(
      nextNumber(
        ledgerWith((_take, sign) => sign(3)),
        '演练',
        2026,
        KEYID,
      ),
    ).toBe(number(4));
    expect(
      nextNumber(
        ledgerWith((take, sign) => {
          sign(1);
          take(number(2));
        }),
        '演练',
        2026,
        KEYID,
      ),
    ).toBe(number(3));
  });

  it('counts each series and each year by itself', () => {
    const lines = ledgerWith((take) => {
      take(number(7, '齐数审'));
      take(number(9, '演练', 2025));
    });
    expect(nextNumber(lines, '齐数审', 2026, KEYID)).toBe(number(8, '齐数审'));
    expect(nextNumber(lines, '齐数审法', 2026, KEYID)).toBe(number(1, '齐数审法'));
    expect(nextNumber(lines, '演练', 2026, KEYID)).toBe(number(1));
  });

  it('leaves other workstations’ numbers alone', () => {
    const other = publicKeyOf({ suite: 'ed25519', secret: new Uint8Array(32).fill(5) }).keyid;
    expect(
      nextNumber(
        ledgerWith((take) => take(number(5))),
        '演练',
        2026,
        other,
      ),
    ).toBe(`演练〔2026〕${other.slice(0, 4).toUpperCase()}-0001号`);
  });
});
