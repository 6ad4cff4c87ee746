import { openLedger } from '@main/ledger/ledger';
import { createOperations } from '@main/operations/operations';
import { recordSupplement, supplementOf } from '@main/operations/supplements';
import type { Instant } from '@shared/basics/units';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../ledger/memory-files';

const ONE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

describe('a supplement notice', () => {
  it('is on record with its day and what was missing, for its own dossier, also after the ledger is read again', () => {
    const { files } = memoryFiles();
    const open = () =>
      openLedger(
        files,
        () => 1_795_000_000_000 as Instant,
        () => null,
      );
    const ledger = open();
    expect(supplementOf(ledger.lines(), ONE)).toBeNull();
    const operations = createOperations(ledger, () => 'p-1');
    expect(recordSupplement(operations, ONE, '2026-12-03', ['supply-note', 'draft-contract'])).toBe(true);
    for (const lines of [ledger.lines(), open().lines()]) {
      expect(supplementOf(lines, ONE)).toEqual({
        at: new Date(1_795_000_000_000).toISOString(),
        due: '2026-12-03',
        materials: ['supply-note', 'draft-contract'],
      });
      expect(supplementOf(lines, OTHER)).toBeNull();
    }
  });
});
