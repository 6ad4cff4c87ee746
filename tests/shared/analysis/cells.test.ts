// Small cells of aggregates: what is a count, what is small, what is a zero.
import { CountColumn, namesCount, smallCells } from '@shared/analysis/cells/small-cells';
import { describe, expect, it } from 'vitest';

function column(cells: readonly string[], threshold = 5): CountColumn {
  const counts = new CountColumn('人数', threshold);
  for (const cell of cells) counts.add(cell);
  return counts;
}

describe('small cells', () => {
  it.each([
    ['public', 20],
    ['controlled', 5],
    ['enclave', 3],
  ] as const)('%s: below %i and above zero', (mode, threshold) => {
    const cells = ['0', '1', String(threshold - 1), String(threshold), '1,000', '-3', '*', '', ' 2 ', '+1'];
    expect(smallCells([column(cells, threshold)], mode, false)).toEqual({ threshold, cells: 4, zeros: 1, counted: 8, columns: ['人数'] });
  });

  it('are counted in columns of whole numbers only, unless somebody named the column', () => {
    expect(smallCells([column(['1', '2.5'])], 'controlled', false)).toBeNull();
    expect(smallCells([column(['1', '<5'])], 'controlled', false)).toBeNull();
    expect(smallCells([column(['*', '—', ''])], 'controlled', false)).toBeNull();
    expect(smallCells([column(['1', '2.5', '不足5'])], 'controlled', true)).toMatchObject({ cells: 1, counted: 1 });
    expect(smallCells([], 'controlled', true)).toBeNull();
  });

  it('are whole numbers as tables write them: with zeros behind the point, in full width', () => {
    const column5 = column(['3.0', '４', '１，０００', '5.00', '0.0', '4.5']);
    expect(smallCells([column5], 'controlled', true)).toMatchObject({ cells: 2, zeros: 1, counted: 5 });
    expect(smallCells([column(['3.0', '４'])], 'controlled', false)).toMatchObject({ cells: 2, counted: 2 });
  });

  it('are looked for under headers that end in a count', () => {
    const named = ['供热户数', '人次', '出行次数 ', 'tripCount', 'COUNT', '件数', '数量', '人数'];
    expect(named.filter(namesCount)).toEqual(named);
    expect(['户数占比', 'country', '人数（万）', '金额', 'counts', ''].filter(namesCount)).toEqual([]);
  });
});
