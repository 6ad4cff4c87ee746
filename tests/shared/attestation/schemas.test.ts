import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaFiles } from '../../../src-tools/schemas';

const folder = join(import.meta.dirname, '../../../docs/schemas');

describe('docs/schemas', () => {
  it.each([...schemaFiles()])('%s is what the code parses with', async (name, text) => {
    await expect(text).toMatchFileSnapshot(join(folder, name));
  });

  it('has no file beside them', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual([...schemaFiles().keys()].sort());
  });
});
