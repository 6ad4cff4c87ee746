import { defineConfig } from '@playwright/test';

// The guided tour on its own, as `npm start` runs it where there is no display.
export default defineConfig({
  testDir: '.',
  testMatch: 'tour.spec.ts',
  outputDir: process.env.SHIQI_TOUR_RESULTS ?? '../../../test-results/tour',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
