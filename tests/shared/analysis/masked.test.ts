// What a worker hands over of cells is masked, and an answer that holds a cell as it stands is no answer: main parses every result before it keeps it.
import { analyse } from '@shared/analysis/analyse';
import { MASKED, masked } from '@shared/analysis/masked';
import { analysisFileSchema } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a masked sample', () => {
  it('shows the first and the last character at most, whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (cell) => {
        const shown = masked(cell);
        expect(shown).toMatch(MASKED);
        const characters = [...cell];
        const kept = [...shown].flatMap((each, at) => (each === '*' ? [] : [at]));
        expect(kept.every((at) => at === 0 || at === [...shown].length - 1)).toBe(true);
        if (characters.length <= 2) expect(kept).toEqual([]);
      }),
    );
  });

  it('is all that a result may hold: one with a cell as it stands is refused whole', async () => {
    const text = utf8(`手机,备注\n${'13900001001,密码：Example-9931\n'.repeat(5)}`);
    const result = await analyse([text], { name: 'x.csv', sha256: 'a'.repeat(64), bytes: text.length });
    if (!result.ok) throw new Error(result.code);
    const [file] = result.value.files;
    expect(analysisFileSchema.safeParse(file).success).toBe(true);
    const withSample = (sample: string) => ({
      ...file,
      columns: file?.columns?.map((column) => ({ ...column, hits: column.hits.map((hit) => ({ ...hit, samples: [sample] })) })),
    });
    const content = (sample: string) => ({
      ...file,
      content: [{ code: 'FOREIGN_HOST', count: 1, why: '', source: '', samples: [sample] }],
    });
    expect(file?.columns?.some(({ hits }) => hits.length > 0)).toBe(true);
    for (const crossing of [withSample, content]) {
      expect(analysisFileSchema.safeParse(crossing('1*********1')).success).toBe(true);
      for (const bare of ['13900001001', '139*****001', '1*3*******1', '13'])
        expect(analysisFileSchema.safeParse(crossing(bare)).success).toBe(false);
    }
  });
});
