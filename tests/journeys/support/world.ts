// One practice workstation and its bureau, made once per run and copied for each journey: enrolled, with sample A filed, analysed, fully answered and
// stored in the desk. Everything runs on a clock of its own, so no journey depends on the day it is run.
import fs from 'node:fs';
import path from 'node:path';
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import type { AssessmentDraft } from '../../../src-shared/assessment/model';
import { launchApp, newFolder, PRACTICE_PASSPHRASE, pageOf, startBureau } from './app.mjs';
import { ask, openDesk, statusOf, untilEnrolled } from './desk';
import { heatingIndexPaper, storePaper } from './papers';
import { endApp } from './processes';
import { templateFolder } from './template-folder';

/** The day the template was made, and the hour at which journeys go on with copies of it. */
export const MADE_AT = '2026-08-01T08:00:00+08:00';
export const LATER = '2026-08-01T09:00:00+08:00';

export type Template = { readonly folder: string; readonly paper: AssessmentDraft; readonly dataKey: Uint8Array };
export type Bureau = ReturnType<typeof startBureau>;

/** A journey's own workstation. `close` ends what the journey started and removes the folder. */
export type World = {
  readonly folder: string;
  readonly profile: string;
  readonly paper: AssessmentDraft;
  readonly dataKey: Uint8Array;
  readonly trustFile: string;
  /** Resolves when it listens. */
  readonly startBureau: (clock?: string) => Promise<Bureau>;
  readonly launch: (clock?: string) => Promise<ElectronApplication>;
  /** Launches, unlocks, and gives app and page. */
  readonly open: (clock?: string) => Promise<{ app: ElectronApplication; page: Page }>;
  readonly close: () => Promise<void>;
};

export const ledgerFile = (world: Pick<World, 'profile'>): string => path.join(world.profile, 'workspace/ledger/entries.jsonl');

type Entry = { readonly seq: number; readonly kind: 'operation' | 'statement' | 'receipt'; readonly body: Record<string, unknown> };
/** The ledger as it stands in the file. */
export const entriesOf = (world: Pick<World, 'profile'>): Entry[] =>
  fs
    .readFileSync(ledgerFile(world), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** What the ledger's verdicts say, from their signed bytes. */
export const verdictsOf = (world: Pick<World, 'profile'>) =>
  entriesOf(world).flatMap(({ kind, body }) =>
    kind === 'statement'
      ? [JSON.parse(Buffer.from(String(body.payload), 'base64').toString('utf8')).predicate as Record<string, unknown>]
      : [],
  );

export const actsOf = (world: Pick<World, 'profile'>): string[] =>
  entriesOf(world).flatMap(({ kind, body }) => (kind === 'operation' ? [String(body.act)] : []));

/** Chromium's locks name a process that is gone. */
const notALock = (file: string): boolean => !path.basename(file).startsWith('Singleton') && !file.endsWith('bureau.lock');

/** A bureau tells its parent when it listens; one that ends before that has said why in its log. */
const listening = ({ child }: Bureau): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the bureau ended with ${code}`)));
  });

/** The run's template, made by whichever worker needs it first; two that begin at once make two, and one of them is used. */
async function sharedTemplate(): Promise<Template> {
  const at = templateFolder();
  if (!fs.existsSync(at)) {
    const folder = newFolder('making-template');
    const { paper, dataKey } = await made(folder);
    fs.writeFileSync(path.join(folder, 'template.json'), JSON.stringify({ paper, dataKey: [...dataKey] }));
    try {
      fs.renameSync(folder, at);
    } catch {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
  const { paper, dataKey } = JSON.parse(fs.readFileSync(path.join(at, 'template.json'), 'utf8'));
  return { folder: at, paper, dataKey: new Uint8Array(dataKey) };
}

async function made(folder: string): Promise<Omit<Template, 'folder'>> {
  const bureau = startBureau(path.join(folder, 'bureau'), { clock: MADE_AT });
  const [app] = await Promise.all([launchApp({ folder, trustFile: bureau.trustFile, clock: MADE_AT }), listening(bureau)]);
  try {
    const page = await openDesk(app);
    await untilEnrolled(page);
    await expect.poll(async () => (await ask(page, 'editions'))[0]?.issued, { intervals: [100] }).toBe(true);
    const paper = await heatingIndexPaper(page, crypto.randomUUID());
    const { dataKey } = await ask(page, 'unlock', { passphrase: PRACTICE_PASSPHRASE });
    await storePaper(page, dataKey, paper);
    // Papers are looked at last. Otherwise every copy of the template would go on with them, and verdicts would name those not seen yet.
    await expect.poll(async () => (await statusOf(page)).analysesLeft, { intervals: [100] }).toBe(0);
    return { paper, dataKey };
  } finally {
    await endApp(app);
    await bureau.stop();
  }
}

export function openWorld(template: Template, name: string): World {
  const folder = newFolder(name);
  const copy = (part: string) =>
    fs.cpSync(path.join(template.folder, part), path.join(folder, part), { recursive: true, filter: notALock });
  copy('profile');
  // What is trusted is needed at once; the bureau's store, ten times as large, only where a bureau runs.
  copy('bureau/trust.json');
  const running: { stop: () => Promise<unknown> }[] = [];
  const trustFile = path.join(folder, 'bureau/trust.json');
  const world: World = {
    folder,
    profile: path.join(folder, 'profile'),
    paper: template.paper,
    dataKey: template.dataKey,
    trustFile,
    async startBureau(clock = LATER) {
      if (!fs.existsSync(path.join(folder, 'bureau/keys'))) copy('bureau');
      const bureau = startBureau(path.join(folder, 'bureau'), { clock });
      running.push(bureau);
      await listening(bureau);
      return bureau;
    },
    async launch(clock = LATER) {
      const app = await launchApp({ folder, trustFile, clock });
      running.push({ stop: () => endApp(app) });
      return app;
    },
    async open(clock) {
      const app = await world.launch(clock);
      return { app, page: await openDesk(app) };
    },
    async close() {
      const failures: unknown[] = [];
      for (const each of running.reverse()) await each.stop().catch((error: unknown) => failures.push(error));
      fs.rmSync(folder, { recursive: true, force: true });
      if (failures.length > 0) throw new AggregateError(failures, 'what the journey started did not end');
    },
  };
  return world;
}

export const test = base.extend<{ world: World }, { template: Template }>({
  template: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => use(await sharedTemplate()),
    { scope: 'worker', timeout: 300_000 },
  ],
  /** A copy of the template for one journey; nothing of it runs yet. */
  world: async ({ template }, use) => {
    const world = openWorld(template, 'world');
    await use(world);
    await world.close();
  },
});

export { expect, pageOf };
