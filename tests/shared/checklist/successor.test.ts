import { parseInstant, timestamp } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { successorEdition } from '@shared/checklist/successor';
import { basisAt } from '@shared/regulation/validity';
import { expect, test } from 'vitest';
import { edition, shippedEdition } from '../../support/shipped-edition';

test('the shipped edition is no successor; one whose document extends the measures is, once the bureau has issued it', () => {
  expect(successorEdition(edition, true)).toBeNull();
  const later = {
    ...shippedEdition(),
    id: 'qiqihar-2027-1',
    validFrom: timestamp(parseInstant('2026-12-10T00:00:00Z') as Instant),
    validTo: null,
  };
  const extending = {
    ...later,
    document: { title: '示例延期通知', number: '示例〔2026〕1号', clause: '第一条', sha256: null, kind: 'extends' as const },
  };
  const at = parseInstant('2026-12-20T00:00:00Z') as Instant;
  const status = (issued: boolean) => {
    const successor = successorEdition(extending, issued);
    return basisAt(at, successor === null ? [] : [successor]).status;
  };
  expect([status(true), status(false)]).toEqual(['extended', 'lapsed']);
});
