import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationSchema } from '@shared/ledger/entry';
import { OPERATION_ACTS } from '@shared/ledger/operations';
import { expect, it } from 'vitest';

const published = readFileSync(join(import.meta.dirname, '../../../docs/formats.md'), 'utf8');

it('docs/formats.md lists every operation code and no other', () => {
  const section = published.slice(published.indexOf('Operation codes'), published.indexOf('## 7.'));
  // The rows of the table; what is said of a single code stands below it.
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  const listed = [...rows.join('\n').matchAll(/`([a-z-]+\.[a-z-]+)`/g)].map(([, act]) => act);
  expect(listed.toSorted()).toEqual([...OPERATION_ACTS].toSorted());
});

it('every operation code has the form that a reader accepts', () => {
  for (const act of OPERATION_ACTS) expect(operationSchema.safeParse({ act, by: 'system', id: 'x' }).success, act).toBe(true);
});
