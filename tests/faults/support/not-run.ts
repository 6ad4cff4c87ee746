// What a machine cannot run is neither passed nor failed: it is said before the summary of `npm test`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../test-results/not-run');

/** @param what names it; said once however often it is noted. @param why what is missing. */
export function noteNotRun(what: string, why: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${what.replaceAll(' ', '-')}.txt`), `${what}: not run (${why})\n`);
}
