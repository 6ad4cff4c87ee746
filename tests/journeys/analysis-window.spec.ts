// Files that end the window in which they are looked at, hang it, or are made to burst it. The real window loses its process, stops answering, or refuses;
// each file says so with a code, and what is not in that window goes on: main, the desk, the vault, the paper, and the next file of the queue.
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { zipSync } from 'fflate';
import type { AnalysisView } from '../../src-shared/contract/views';
import { ask, chooseNext, openAnalysis, reopened, statusOf } from './support/desk';
import { inMain } from './support/in-main';
import { storePaper } from './support/papers';
import { entriesOf, expect, test, type World } from './support/world';

const MIB = 1024 * 1024;
const ROW = '230202,2026-01,12.5\n';
/** Longer than all that main ever has under way, so that at the first sign of progress most of it is still to come. */
const ROWS = Math.ceil((16 * MIB) / ROW.length);
const LONG = `area,month,index\n${ROW.repeat(ROWS)}`;
const SHORT = `area,month,index\n${ROW.repeat(40)}`;

type Held = { hit: Promise<number>; halfAnHourPasses: () => number };

/** From now on: the first progress with a file of this name is the moment at which the process that looks at it gets `signal`. */
const signalAt = (app: ElectronApplication, name: string, signal: 'SIGKILL' | 'SIGSTOP'): Promise<void> =>
  inMain(
    app,
    ({ webContents }, given) => {
      const at = (host: string) => webContents.getAllWebContents().find((each) => each.getURL().startsWith(`app://${host}/`));
      const desk = at('bundle');
      if (!desk) throw new Error('no desk');
      const waits: (() => void)[] = [];
      const setTimer = globalThis.setTimeout;
      globalThis.setTimeout = ((run: () => void, delay?: number, ...rest: unknown[]) => {
        const handle = setTimer(run, delay, ...rest);
        if (delay === 30 * 60_000)
          waits.push(() => {
            clearTimeout(handle);
            run();
          });
        return handle;
      }) as typeof setTimeout;
      const hit = new Promise<number>((resolve) => {
        const send = desk.send.bind(desk);
        desk.send = (channel: string, view: { name?: string; state?: string; done?: number }) => {
          send(channel, view);
          if (channel !== 'desk:analysis' || view.name !== given.name || view.state !== 'running' || !view.done) return;
          desk.send = send;
          const pid = at('analysis')?.getOSProcessId() ?? 0;
          process.kill(pid, given.signal);
          resolve(pid);
        };
      });
      const halfAnHourPasses = () => {
        const over = waits.splice(0);
        for (const now of over) now();
        return over.length;
      };
      (globalThis as unknown as { held: Held }).held = { hit, halfAnHourPasses };
    },
    { name, signal },
  );
/** The process that got the signal, once it has. */
const hitProcess = (app: ElectronApplication): Promise<number> => inMain(app, () => (globalThis as unknown as { held: Held }).held.hit);

/** Whether a process of this id can still hold anything: one that ended and was not yet waited for cannot. */
const lives = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

/** A filed product with these files besides its own, and its paper in the desk's table. Filing starts the queue. */
async function filed(world: World, app: ElectronApplication, page: Page, given: Readonly<Record<string, string | Uint8Array>>) {
  const dossier = randomUUID();
  const { registration } = await ask(page, 'loadSample', { id: 'heating-index', version: '1', dossier });
  const sources = Object.entries(given).map(([name, content]) => {
    const file = path.join(world.folder, name);
    writeFileSync(file, content);
    return file;
  });
  await chooseNext(app, sources);
  const taken = await ask(page, 'chooseEvidence', { dossier, role: 'delivered' });
  const files = taken.map(({ sha256, name, bytes, role }) => ({ sha256, name, bytes, role }));
  const { now } = await ask(page, 'status');
  const paper = { ...world.paper, id: dossier, createdAt: now, updatedAt: now, registeredAt: now, answers: {}, findings: [] };
  const assessment = { ...paper, registration: { ...paper.registration, files: [...files, ...registration.files] } };
  await storePaper(page, world.dataKey, assessment);
  return { assessment, start: () => ask(page, 'fileDossier', { assessment }) };
}

const views = async (page: Page, dossier: string, names: readonly string[]): Promise<AnalysisView[]> => {
  const all = await ask(page, 'analyses', { dossier });
  return names.flatMap((name) => all.find((view) => view.name === name) ?? []);
};
/** Each file's state and code, as soon as the queue is empty. */
async function afterQueue(page: Page, dossier: string, names: readonly string[]): Promise<string[]> {
  await expect.poll(async () => (await statusOf(page)).analysesLeft, { intervals: [100] }).toBe(0);
  return (await views(page, dossier, names)).map(({ state, code }) => `${state} ${code}`);
}

/** The paper as it lies in the desk's table: sealed anew with every save, so equal bytes are a paper that nobody touched. */
const storedPaper = (page: Page, id: string): Promise<number[]> =>
  page.evaluate(
    (key) =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('shiqi-desk');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('assessments').objectStore('assessments').get(key);
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve([...(reading.result as { box: Uint8Array }).box]);
          };
        };
      }),
    id,
  );

test('the window dies over a file, and refuses a bomb: both say so, the others are looked at, and nothing else has changed', async ({
  world,
}) => {
  const { app, page } = await world.open();
  // Unpacked it would be two thousand times as long.
  const inner = zipSync({ 'zeros.csv': new Uint8Array(64 * MIB) }, { level: 9 });
  const names = ['长表.csv', '套娃.zip', '短表.csv'];
  const bomb = zipSync({ 'inner.zip': inner }, { level: 9 });
  const { assessment, start } = await filed(world, app, page, { '长表.csv': LONG, '套娃.zip': bomb, '短表.csv': SHORT });
  const { id: dossier } = assessment;
  const before = await storedPaper(page, dossier);
  await page.evaluate(() => Object.assign(window, { sameDesk: true }));
  await signalAt(app, '长表.csv', 'SIGKILL');
  await start();
  const dead = await hitProcess(app);
  expect(await afterQueue(page, dossier, names)).toEqual(['failed ANALYSIS_WINDOW_DIED', 'failed CONTAINER_BOMB', 'done null']);
  await expect.poll(() => lives(dead), { intervals: [50] }).toBe(false);

  // Main is the same, the desk is the same page, the paper was not written, and the next file had a window of its own.
  expect(await page.evaluate(() => 'sameDesk' in window)).toBe(true);
  expect(await storedPaper(page, dossier)).toEqual(before);
  const [long, , short] = await views(page, dossier, names);
  expect([long?.result, long?.files, short?.files[0]?.rows]).toEqual([null, [], 40]);

  // The file lies in the vault as it was taken in: asked again, it is read to its end.
  const { sha256, question } = long as AnalysisView;
  const { agreement } = assessment.registration;
  await ask(page, 'analyse', { dossier, agreement, files: [{ sha256, question }] });
  expect(await afterQueue(page, dossier, ['长表.csv'])).toEqual(['done null']);
  expect(entriesOf(world).flatMap(({ body }) => (body.act === 'analysis.run' ? [[body.id, body.digest]] : []))).toEqual([
    [dossier, sha256],
  ]);
  expect((await views(page, dossier, ['长表.csv']))[0]?.files[0]).toMatchObject({ sha256, rows: ROWS });

  const again = await reopened(app, page);
  await openAnalysis(again);
  await again
    .getByRole('complementary', { name: '交付文件' })
    .getByRole('button', { name: /套娃\.zip/ })
    .click();
  await expect(again.getByText('CONTAINER_BOMB')).toBeVisible();
});

test('the window stops answering: after half an hour its file is given up, its process is ended, and the next file has its turn', async ({
  world,
}) => {
  const { app, page } = await world.open();
  const names = ['长表.csv', '短表.csv'];
  const { assessment, start } = await filed(world, app, page, { '长表.csv': LONG, '短表.csv': SHORT });
  const { id: dossier } = assessment;
  const before = await storedPaper(page, dossier);
  await signalAt(app, '长表.csv', 'SIGSTOP');
  await start();
  const stopped = await hitProcess(app);
  expect((await views(page, dossier, names)).map(({ state }) => state)).toEqual(['running', 'queued']);
  await inMain(app, () => (globalThis as unknown as { held: Held }).held.halfAnHourPasses());
  expect(await afterQueue(page, dossier, names)).toEqual(['failed ANALYSIS_TIMEOUT', 'done null']);
  // A process that hung may still hold the file: it must not live on behind its window.
  await expect.poll(() => lives(stopped), { intervals: [50] }).toBe(false);
  expect(await storedPaper(page, dossier)).toEqual(before);
  expect((await ask(page, 'evidence', { dossier })).map(({ name }) => name)).toEqual(expect.arrayContaining(names));

  const again = await reopened(app, page);
  await openAnalysis(again);
  await again
    .getByRole('complementary', { name: '交付文件' })
    .getByRole('button', { name: /长表\.csv/ })
    .click();
  await expect(again.getByText('ANALYSIS_TIMEOUT')).toBeVisible();
});
