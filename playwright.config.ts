import { defineConfig } from '@playwright/test';
import { nameTemplateFolder } from './tests/journeys/support/template-folder';

nameTemplateFolder();

// Journeys in the real window. Two at a time, because a journey waits more than it computes: each has an app, a profile, a bureau and a port of its
// own. The guided tour comes first: when the main job does not run, nothing else matters.
export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: process.env.SHIQI_JOURNEY_RESULTS ?? 'test-results/journeys',
  workers: 2,
  globalTeardown: './tests/journeys/support/template-folder.ts',
  // A busy machine makes a window wait, and waiting hides nothing: these only end what hangs.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  reporter: [['list']],
  projects: [
    { name: 'tour', testMatch: 'tour/tour.spec.ts' },
    { name: 'journeys', testMatch: '*.spec.ts', testIgnore: 'tour/**' },
  ],
});
