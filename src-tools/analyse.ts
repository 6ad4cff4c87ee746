// Begins `npm run analyse`: when a large file is named, the threads that may scan it load beside the command instead of after it.
import { statSync } from 'node:fs';
import { place } from './place';
import { startThreads, WORTH_STRIPES } from './threads';

const args = process.argv.slice(2);
if (args.some((arg) => (statSync(place(arg), { throwIfNoEntry: false })?.size ?? 0) >= WORTH_STRIPES))
  startThreads(new URL('./scan-worker.mjs', import.meta.url));
const { analyseCommand } = await import('./analyse-command');
process.exitCode = await analyseCommand(args);
