// What plugs in beside the columns is told every row with its names, and its answer stands in the file's result.
import { analyse } from '@shared/analysis/analyse';
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';

async function told(text: string) {
  const calls: (readonly string[])[] = [];
  const result = await analyse([utf8(text)], {
    name: 'x',
    sha256: 'a'.repeat(64),
    bytes: 1,
    looks: [
      ({ format }) => ({
        header: (names) => calls.push(['header', ...names]),
        row: (cells) => calls.push([...cells]),
        finish: () => ({ seen: { format } }),
      }),
    ],
  });
  return { calls, file: result.ok ? result.value.files[0] : null };
}

describe('a look at rows', () => {
  it('is told names, then rows, and answers into the result', async () => {
    const { calls, file } = await told('甲,乙\nx, y\n,z\n');
    expect(calls).toEqual([
      ['header', '甲', '乙'],
      ['x', ' y'],
      ['', 'z'],
    ]);
    expect(file).toMatchObject({ rows: 2, seen: { format: 'csv' } });
  });

  it('is told anew when the header turns out to be data', async () => {
    const { calls } = await told('x,y\n1,2\nx,y\n');
    expect(calls).toEqual([
      ['header', 'x', 'y'],
      ['1', '2'],
      ['header', 'column 1', 'column 2'],
      ['x', 'y'],
      ['x', 'y'],
    ]);
  });
});
