import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The long suites of `npm run test:faults`. Their short form is part of `npm test` (tests/faults/gate). */
export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'src-shared'), '@main': resolve(import.meta.dirname, 'src-main') } },
  test: { include: ['tests/faults/*.test.ts'], testTimeout: 1_800_000 },
});
