// The byte scanner is committed as WASM: this holds it against its sources, which anybody can compile again.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { modulePath, scanModuleText } from '../../scripts/compile-scan.mjs';

it('is what its sources compile to', async () => {
  expect(readFileSync(modulePath, 'utf8')).toBe(await scanModuleText());
});
