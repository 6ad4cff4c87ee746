// Forty products filed one after the other, and nobody there: the real window looks at every one of them behind the lock, each with the measures that its
// columns suggest, past a file that it refuses. In the morning every result lies there, and nothing was asked of anybody.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { ask, chooseNext, relocked, statusOf, unlock } from './support/desk';
import { inMain } from './support/in-main';
import { expect, test } from './support/world';

const PRODUCTS = 40;
/** No two files are the same: each product is its own. */
const people = (product: number): string =>
  `性别,年龄,诊断\n${'女,30,流感\n'.repeat(6)}${'男,40,骨折\n'.repeat(2 + (product % 3))}女,${50 + product},肺炎\n`;
/** Neither text nor any format. */
const REFUSED = new Uint8Array(16);
const UNREADABLE = 17;

/** The process that looks at files stands still, or goes on: so that it is certain what had been looked at when the lock closed. @returns whether there is one */
const signal = (app: ElectronApplication, name: 'SIGSTOP' | 'SIGCONT'): Promise<boolean> =>
  inMain(
    app,
    ({ webContents }, given) => {
      const looking = webContents.getAllWebContents().find((each) => each.getURL().startsWith('app://analysis/'));
      if (!looking) return false;
      process.kill(looking.getOSProcessId(), given);
      return true;
    },
    name,
  );

test('forty products are looked at over night, behind the lock and past what cannot be read', async ({ world }) => {
  // Forty times two looks on a busy machine.
  const { app, page } = await world.open();
  const dossiers = Array.from({ length: PRODUCTS }, () => randomUUID());
  let stopped: number | null = null;
  for (const [product, dossier] of dossiers.entries()) {
    const source = path.join(world.folder, `产品${product}.csv`);
    writeFileSync(source, product === UNREADABLE ? REFUSED : people(product));
    await chooseNext(app, [source]);
    const taken = await ask(page, 'chooseEvidence', { dossier, role: 'delivered' });
    const files = taken.map(({ sha256, name, bytes, role }) => ({ sha256, name, bytes, role }));
    const registration = { ...world.paper.registration, files };
    await ask(page, 'fileDossier', { assessment: { ...world.paper, id: dossier, registration, answers: {}, findings: [] } });
    // Its window opens a little after the first file was filed.
    if (stopped === null && (await signal(app, 'SIGSTOP'))) stopped = product;
  }
  expect(stopped).toBeLessThan(PRODUCTS / 2);
  const locked = await relocked(app, () => inMain(app, ({ powerMonitor }) => void powerMonitor.emit('lock-screen')));
  expect((await statusOf(locked)).analysesLeft).toBeGreaterThanOrEqual(PRODUCTS - (stopped ?? 0) - 1);
  expect(await signal(app, 'SIGCONT')).toBe(true);
  await expect.poll(async () => (await statusOf(locked)).analysesLeft, { intervals: [200] }).toBe(0);
  await unlock(locked);
  const ends: string[] = [];
  for (const dossier of dossiers) {
    const [view] = await ask(locked, 'analyses', { dossier });
    ends.push(`${view?.state} ${view?.code} ${view?.asked} ${view?.files[0]?.risk?.quasi.join() ?? ''}`);
  }
  expect(ends).toEqual(dossiers.map((_, product) => (product === UNREADABLE ? 'failed BINARY nobody ' : 'done null proposed 性别,年龄')));
});
