import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** They replace `node:fs`, start processes that are killed, or bring a document or a database of their own: each file in a process of its own. */
const APART = ['tests/faults/gate/*.test.ts', 'tests/renderer/components/keyboard.test.tsx', 'tests/renderer/session/*.test.{ts,tsx}'];

/**
 * The other rooms keep nothing between two files, so their files share processes: loading the same schemas a hundred times took a quarter of the
 * run. Long files come first (order 0), so that no core waits for one at the end.
 */
const TOGETHER = {
  bureau: { include: ['tests/bureau/*.test.ts'], order: 0 },
  rooms: { include: ['tests/{shared,main,renderer,contract}/**/*.test.{ts,tsx}'], order: 1 },
} as const;

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'src-shared'), '@main': resolve(import.meta.dirname, 'src-main') } },
  test: {
    // No test waits for a time; these only end what hangs. A passphrase costs seconds on a slow machine that does three other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Vitest would leave one of two cores idle.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'apart', include: APART, isolate: true, sequence: { groupOrder: 0 } } },
      ...Object.entries(TOGETHER).map(([name, { include, order }]) => ({
        extends: true as const,
        test: { name, include: [...include], exclude: APART, isolate: false, sequence: { groupOrder: order } },
      })),
    ],
  },
});
