import { defineConfig } from '@playwright/test';
import { nameTemplateFolder } from '../journeys/support/template-folder';

nameTemplateFolder();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  globalTeardown: '../journeys/support/template-folder.ts',
  reporter: [['list']],
});
