// run.mjs <command> [args]: runs what `npm run build` left, building once when it is missing. In this very process, so that whoever ends it ends the
// command: a bureau must not outlive the terminal it was started from. Relative paths are the caller's (INIT_CWD).
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const [, , command] = process.argv;
const file = path.join(root, 'out', 'node', `${command}.mjs`);
if (!fs.existsSync(file)) {
  const { build } = await import('./build.mjs');
  build();
}
// The command finds its own arguments where it would if it had been started itself.
process.argv.splice(1, 2, file);
process.chdir(process.env.INIT_CWD ?? process.cwd());
await import(pathToFileURL(file).href);
