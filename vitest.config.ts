import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'src-shared'), '@main': resolve(import.meta.dirname, 'src-main') } },
  test: {
    include: ['tests/{shared,main,renderer,bureau,contract}/**/*.test.{ts,tsx}', 'tests/faults/gate/*.test.ts'],
    testTimeout: 30_000,
    // Vitest would leave one of two cores idle.
    maxWorkers: 2,
  },
});
