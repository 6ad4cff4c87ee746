import path from 'node:path';
import { defineConfig } from '@playwright/test';

// The guided tour on its own, as `npm start` runs it where there is no display. Paths are the caller's: Playwright takes relative ones from this file.
export default defineConfig({
  testDir: '.',
  testMatch: 'tour.spec.ts',
  outputDir: path.resolve(process.env.SHIQI_TOUR_RESULTS ?? 'test-results/tour'),
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 90_000 },
  reporter: [['list']],
});
