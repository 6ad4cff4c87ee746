// Runs the journeys in the real window as an ordinary user. Arguments go to Playwright.
import path from 'node:path';
import { ownFolder, runAsUser } from './ordinary-user.mjs';

const root = path.resolve(import.meta.dirname, '..');
ownFolder(path.join(root, 'test-results'));
process.exit(
  await runAsUser([process.execPath, path.join('node_modules', '@playwright', 'test', 'cli.js'), 'test', ...process.argv.slice(2)]),
);
