// The whole app killed at the worst moments, and a ledger that somebody touched between two runs. What was acknowledged is there again; what was
// damaged is named, kept as it is, and not written on.
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageOf } from './support/app.mjs';
import { ask, call, openDecision, signedVerdict, statusBar, statusOf, unlock } from './support/desk';
import { killAll } from './support/processes';
import { approve, readThrough, signingWindow } from './support/signing';
import { entriesOf, expect, ledgerFile, test, verdictsOf, type World } from './support/world';

test('killed while typing, the desk has everything but the last second', async ({ world }) => {
  const { app, page } = await world.open();
  await openDecision(page);
  await page.getByRole('textbox', { name: '结论说明' }).click();
  const typed: { readonly character: string; readonly at: number }[] = [];
  // Without a pause that a save could wait for, and ended soon after the first character should be safe: a slower save has none of them.
  for (let n = 0; n < 200 && (typed[0] === undefined || performance.now() - typed[0].at < 1_300); n++) {
    const character = String(n % 10);
    await page.keyboard.type(character);
    typed.push({ character, at: performance.now() });
  }
  const killedAt = performance.now();
  await killAll(app);

  const again = await world.open();
  await openDecision(again.page);
  const kept = await again.page.getByRole('textbox', { name: '结论说明' }).inputValue();
  const all = typed.map(({ character }) => character).join('');
  expect(all.startsWith(kept)).toBe(true);
  const lost = typed.slice(kept.length);
  expect(Math.max(0, ...lost.map(({ at }) => killedAt - at))).toBeLessThan(1_000);
});

test('killed with the signing window open, no verdict and a gap in the numbers; killed once it is acknowledged, the verdict is there', async ({
  world,
}) => {
  const first = await world.open();
  const signing = call(first.page, 'sign', { assessment: world.paper }).catch(() => null);
  await signingWindow(first.app, signing);
  await killAll(first.app);
  const taken = entriesOf(world).flatMap(({ body }) => (body.act === 'assessment.complete' ? [String(body.to)] : []));
  expect(taken).toHaveLength(1);
  expect(verdictsOf(world)).toEqual([]);

  const second = await world.open();
  expect(await ask(second.page, 'verdicts')).toEqual([]);
  await openDecision(second.page);
  await second.page.getByRole('button', { name: /^打开签署窗口/ }).click();
  await approve(await readThrough(await signingWindow(second.app)));
  await signedVerdict(second.page).waitFor();
  await killAll(second.app);
  const next = taken[0]?.replace('-0001号', '-0002号');
  expect(verdictsOf(world).map(({ number }) => number)).toEqual([next]);

  const third = await world.open();
  expect((await ask(third.page, 'verdicts')).map(({ number }) => number)).toEqual([next]);
  expect((await statusOf(third.page)).ledger).toMatchObject({ code: 'OK', readOnly: false });
});

const statusWhenLocked = async (world: World) => {
  const app = await world.launch();
  const page = await pageOf(app, 'bundle');
  await page.getByRole('textbox', { name: '口令' }).waitFor();
  return { app, page, ledger: (await statusOf(page)).ledger };
};

test('a torn last line is put aside, said, and nothing whole is lost', async ({ world }) => {
  const before = readFileSync(ledgerFile(world));
  const torn = before.subarray(0, 100);
  writeFileSync(ledgerFile(world), Buffer.concat([before, torn]));
  const { page, ledger } = await statusWhenLocked(world);
  expect(ledger).toMatchObject({ code: 'TAIL_TORN', readOnly: false, entries: entriesOf(world).length });
  await expect(statusBar(page)).toContainText('已补齐尾行');
  expect(readFileSync(ledgerFile(world)).equals(before)).toBe(true);
  const folder = path.dirname(ledgerFile(world));
  const aside = readdirSync(folder).filter((name) => name.startsWith('torn-'));
  expect(aside.map((name) => readFileSync(path.join(folder, name)).equals(torn))).toEqual([true]);
  // And it goes on from there.
  await unlock(page);
  expect(readFileSync(ledgerFile(world)).subarray(0, before.length).equals(before)).toBe(true);
  expect((await ask(page, 'checkLedger')).readOnly).toBe(false);
});

test('a byte changed in the middle makes the ledger read-only, names the line, and nothing is signed', async ({ world }) => {
  const lines = readFileSync(ledgerFile(world), 'utf8').split('\n');
  lines[9] = (lines[9] ?? '').replace(/"at":"2026/, '"at":"2025');
  const damaged = lines.join('\n');
  writeFileSync(ledgerFile(world), damaged);
  const { app, page, ledger } = await statusWhenLocked(world);
  expect(ledger).toMatchObject({ code: 'DAMAGED', readOnly: true });
  // The line itself still reads; the one after it no longer points at it.
  expect([10, 11]).toContain(ledger.line);
  await page.getByRole('button', { name: '只读打开台账' }).click();
  await expect(page.getByText(`台账第 ${ledger.line} 行对不上`)).toBeVisible();
  await page.getByRole('button', { name: '回到解锁' }).click();
  await unlock(page);
  expect(await call(page, 'sign', { assessment: world.paper })).toEqual({ ok: false, code: 'LEDGER_READ_ONLY' });
  expect(app.windows().filter((window) => window.url().startsWith('app://signing/'))).toEqual([]);
  await openDecision(page);
  await expect(page.getByRole('button', { name: /^打开签署窗口/ })).toBeDisabled();
  await app.close();
  expect(readFileSync(ledgerFile(world), 'utf8')).toBe(damaged);
});

test('fewer lines than the checkpoint counts are missed, even when the rest is whole', async ({ world }) => {
  const whole = readFileSync(ledgerFile(world), 'utf8').trimEnd().split('\n');
  const kept = whole.slice(0, -3);
  truncateSync(ledgerFile(world), Buffer.byteLength(`${kept.join('\n')}\n`));
  const { page, ledger } = await statusWhenLocked(world);
  expect(ledger).toMatchObject({ code: 'LOST_ENTRIES', readOnly: true, entries: kept.length, line: kept.length + 1 });
  await expect(statusBar(page)).toContainText('只读');
});
