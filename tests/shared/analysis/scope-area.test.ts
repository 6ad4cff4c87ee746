// Division codes against the agreed area: an agreed division is agreed with all that lies in it, however its code is written.
import { analyse } from '@shared/analysis/analyse';
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';

async function outside(agreed: readonly string[], delivered: readonly string[]) {
  const bytes = utf8(`区划,事项\n${delivered.map((code) => `${code},甲\n`).join('')}`);
  const agreement = { v: 1 as const, id: '示协-1', fields: ['区划', '事项'], area: { column: '区划', codes: [...agreed] } };
  const result = await analyse([bytes], { name: 't.csv', sha256: 'a'.repeat(64), bytes: bytes.length, agreement, today: '2026-11-23' });
  if (!result.ok) throw new Error(result.code);
  const area = result.value.files[0]?.scope?.area;
  expect(area?.authorised).toEqual(agreed);
  return [area?.exceeds, area?.observed];
}

describe('the agreed area', () => {
  it.each([
    [['2302']],
    [['230200']],
    [['230000']],
    [['230200000']],
    [['230200000000']],
    [['230202', '230203']],
    [['230202000000', '230203000']],
  ])('%j holds its counties and streets', async (agreed) => {
    const codes = ['230202', '230202001', '230203000000', '230203002001'];
    expect(await outside(agreed, codes)).toEqual([false, { codes, outside: [] }]);
  });

  it.each([
    [['2302'], '230302'],
    [['230200'], '230302'],
    [['230000'], '150702'],
    [['230202000000'], '230203001'],
    [['230202001000'], '230202002001'],
    [['230210'], '230211'],
    [['230202010'], '230202011'],
    [['230202'], '230200'],
  ])('%j does not hold %s', async (agreed, code) => {
    expect(await outside(agreed, [code])).toEqual([true, { codes: [code], outside: [code] }]);
  });
});
