// The bureau's intake service as a process: reads its arguments, starts, says where it listens, stops when it is told to or when its parent is gone.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasCode } from '@shared/basics/coded-error';
import { bureauTexts } from '@shared/texts/bureau';
import { type Options, parseArguments } from './arguments';
import { type RunningBureau, startBureau } from './bureau';
import { startClock } from './clock';
import { sentenceFor, texts, usageSentence } from './console';
import { openPglitePool } from './store/pglite-pool';
import { openPostgresPool } from './store/postgres-pool';

const EXIT_FAILED = 1;
const EXIT_WRONG_USE = 64;

/** The checklists that the project ships, seen from the built file and from the source. */
function shippedEditions(): string {
  const found = ['../..', '..'].map((up) => resolve(import.meta.dirname, up, 'resources/checklists')).find(existsSync);
  return found ?? resolve('resources/checklists');
}

async function run(options: Options): Promise<RunningBureau> {
  const from = process.env.INIT_CWD ?? process.cwd();
  const folder = resolve(from, options.data);
  const { database } = options;
  return startBureau({
    folder,
    openPool: async () => (database === null ? openPglitePool(join(folder, 'database'), options.practice) : openPostgresPool(database)),
    editions: options.editions === null ? shippedEditions() : resolve(from, options.editions),
    name: options.name ?? bureauTexts.zh[options.practice ? 'practiceName' : 'name'],
    port: options.port,
    practice: options.practice,
    autoApprove: options.autoApprove,
    clock: startClock(options.clock),
    report: (error) => console.error(error),
  });
}

function announce(bureau: RunningBureau, options: Options): void {
  console.log(`listening on ${bureau.url}`);
  if (options.practice) console.log(texts.practice);
  console.log(texts.staffToken(bureau.staffTokenPath));
  if (bureau.clockBehind) console.error(texts.clockBehind);
  for (const { code, about } of bureau.notIssued) console.error(texts[code](about));
  const started = { url: bureau.url, trust: bureau.trustPath };
  if (process.connected) process.send?.(started);
  // In the packaged app the parent is reached over a port instead.
  (process as { parentPort?: { postMessage(message: unknown): void } }).parentPort?.postMessage(started);
}

const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => resolve());
    // The parent may be gone before this line: there was a channel, and it is closed.
    if (process.send !== undefined && !process.connected) resolve();
  });

async function main(options: Options): Promise<number> {
  // Listened for before the start: a parent that dies meanwhile must not leave a service behind.
  const told = toldToStop();
  try {
    const bureau = await run(options);
    announce(bureau, options);
    await told;
    await bureau.stop();
    return 0;
  } catch (error) {
    console.error(hasCode(error) ? sentenceFor(error) : texts.START_FAILED);
    if (!hasCode(error)) console.error(error);
    return EXIT_FAILED;
  }
}

const parsed = parseArguments(process.argv.slice(2));
if (parsed.ok) {
  main(parsed.value).then((code) => process.exit(code));
} else {
  console.error(`${usageSentence(parsed)}\n${texts.usage}`);
  process.exitCode = EXIT_WRONG_USE;
}
