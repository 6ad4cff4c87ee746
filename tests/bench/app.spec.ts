// The large table through the app: from the file dialog into the sealed vault, and from the vault through the sandboxed window to the result. Run by
// `npm run bench -- app`, never by `npm test`: it prints seconds and judges nothing but that the result came.
import { randomUUID } from 'node:crypto';
import { chmodSync, statSync } from 'node:fs';
import path from 'node:path';
import { ask, chooseNext } from '../journeys/support/desk';
import { expect, test } from '../journeys/support/world';
import { writeTable } from './table.mjs';

test('a table of a million rows', async ({ world }) => {
  test.setTimeout(600_000);
  const file = path.join(world.folder, 'table.csv');
  writeTable(file, 1_000_000);
  chmodSync(file, 0o644);
  const megabytes = statSync(file).size / 1e6;
  const { app, page } = await world.open();
  const dossier = randomUUID();
  await chooseNext(app, [file]);
  const seconds = async (work: () => Promise<unknown>): Promise<number> => {
    const started = process.hrtime.bigint();
    await work();
    return Number(process.hrtime.bigint() - started) / 1e9;
  };
  const into = await seconds(() => ask(page, 'chooseEvidence', { dossier, role: 'delivered' }));
  const through = await seconds(async () => {
    await ask(page, 'analyse', { dossier, agreement: null });
    await expect
      .poll(async () => (await ask(page, 'analyses', { dossier })).map(({ state }) => state), { intervals: [50], timeout: 300_000 })
      .toEqual(['done']);
  });
  const [view] = await ask(page, 'analyses', { dossier });
  expect(view?.files[0]?.rows).toBe(1_000_000);
  console.log(`BENCH ${JSON.stringify({ megabytes, into, through })}`);
});
