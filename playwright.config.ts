import { defineConfig } from '@playwright/test';

// Journeys in the real window. One at a time: each has an app, a bureau and a display of its own, and the machine may have two cores. The guided tour
// comes first: when the main job does not run, nothing else matters.
export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: process.env.SHIQI_JOURNEY_RESULTS ?? 'test-results/journeys',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    { name: 'tour', testMatch: 'tour/tour.spec.ts' },
    { name: 'journeys', testMatch: '*.spec.ts', testIgnore: 'tour/**' },
  ],
});
