// Starts the real app as a person would, with a profile and a practice bureau of its own, and ends both. Plain JavaScript, so that the guided tour
// and the specs share it. Everything is told apart by the page's address: hidden windows are pages too.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { startPracticeBureau } from '../../../scripts/practice-bureau.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const executablePath = createRequire(import.meta.url)('electron');

export const PRACTICE_PASSPHRASE = '演练口令-2026';

/** @returns {string} a new folder under the system's temporary one */
export const newFolder = (name) => fs.mkdtempSync(path.join(os.tmpdir(), `shiqi-${name}-`));

/**
 * @param {{ folder: string, practice?: boolean, trustFile?: string, clock?: string, exports?: string, args?: string[] }} options
 */
export async function launchApp({ folder, practice = true, trustFile, clock, exports = path.join(folder, 'exports'), args = [] }) {
  const app = await _electron.launch({
    executablePath,
    // Without it Playwright adds --no-sandbox, even for an ordinary user.
    chromiumSandbox: true,
    // A start that hangs is told with what the app said until then, while the journey still has time to tell it.
    timeout: 60_000,
    cwd: root,
    args: [
      '.',
      `--user-data-dir=${path.join(folder, 'profile')}`,
      `--exports=${exports}`,
      ...(practice ? ['--practice'] : []),
      ...(trustFile ? [`--trust-file=${trustFile}`] : []),
      ...(clock ? [`--clock=${clock}`] : []),
      ...args,
    ],
  });
  return app;
}

/** The page of one host, when it is open; hidden windows have pages too, so the address decides. */
export async function pageOf(app, host) {
  const known = app.windows().find((page) => page.url().startsWith(`app://${host}/`));
  if (known) return known;
  // A window may be there already and still on its way to its page: its coming is not announced again.
  const reached = (page) => page.waitForURL(`app://${host}/**`).then(() => page);
  const opened = app.waitForEvent('window', {
    predicate: (page) =>
      page.url().startsWith(`app://${host}/`) ||
      page.waitForURL(`app://${host}/**`).then(
        () => true,
        () => false,
      ),
  });
  return Promise.any([...app.windows().map(reached), opened]);
}

/** A practice bureau in its own process; with a store copied from `template` it opens in half a second instead of five. */
export const startBureau = (folder, options) => startPracticeBureau(folder, options);
