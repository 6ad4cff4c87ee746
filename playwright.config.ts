import { defineConfig } from '@playwright/test';

// Journeys in the real window. One at a time: each has an app, a bureau and a display of its own, and the machine may have two cores.
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: process.env.SHIQI_JOURNEY_RESULTS ?? 'test-results/journeys',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});
