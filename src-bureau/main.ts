// The bureau's intake service as a process: reads its arguments, starts, says where it listens, stops when it is told to or when its parent is gone.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasCode } from '@shared/basics/coded-error';
import { bureauTexts } from '@shared/texts/bureau';
import { type Options, parseArguments } from './arguments';
import { type RunningBureau, startBureau } from './bureau';
import { startClock } from './clock';
import { sentenceFor, usageSentence } from './console';
import { openPglitePool } from './store/pglite-pool';
import { openPostgresPool } from './store/postgres-pool';

const texts = bureauTexts.zh;
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
    openPool: async () => (database === null ? openPglitePool(join(folder, 'database')) : openPostgresPool(database)),
    editions: options.editions === null ? shippedEditions() : resolve(from, options.editions),
    name: options.name ?? (options.practice ? texts.practiceName : texts.name),
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
  for (const { code, about } of bureau.notIssued) console.error(texts[code](about));
  const started = { url: bureau.url, trust: bureau.trustPath };
  process.send?.(started);
  // In the packaged app the parent is reached over a port instead.
  (process as { parentPort?: { postMessage(message: unknown): void } }).parentPort?.postMessage(started);
}

function stopWhenTold(bureau: RunningBureau): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    bureau.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(EXIT_FAILED);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, stop);
}

const parsed = parseArguments(process.argv.slice(2));
if (!parsed.ok) {
  console.error(`${usageSentence(parsed)}\n${texts.usage}`);
  process.exitCode = EXIT_WRONG_USE;
} else {
  run(parsed.value).then(
    (bureau) => {
      stopWhenTold(bureau);
      announce(bureau, parsed.value);
    },
    (error: unknown) => {
      console.error(hasCode(error) ? sentenceFor(error) : texts.START_FAILED);
      if (!hasCode(error)) console.error(error);
      process.exit(EXIT_FAILED);
    },
  );
}
