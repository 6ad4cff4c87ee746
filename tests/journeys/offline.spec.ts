// The bureau away, back, and lying. Signing never waits for it; what it did not prove is not called delivered; nothing reaches its log twice.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Meddling, startCourier } from './support/courier';
import { ask, call, openRail, statusBar } from './support/desk';
import { approve, readThrough, signingWindow } from './support/signing';
import { actsOf, type Bureau, entriesOf, expect, test, type World } from './support/world';

const LATER_STILL = '2026-08-01T09:30:00+08:00';

/** Number of entries in the bureau's log, as its own note counts them. */
async function logSize({ trustFile }: World): Promise<number> {
  const [bureau] = JSON.parse(readFileSync(trustFile, 'utf8')).bureaus;
  const note = await (await fetch(new URL('/v1/checkpoint', bureau.url))).text();
  return Number(note.split('\n')[1]);
}
const logState = (world: World): string => path.join(world.profile, 'workspace/trust/bureau-log.json');
const sentLines = (world: World): number => JSON.parse(readFileSync(logState(world), 'utf8')).head?.seq ?? 0;

async function sign(world: World, opened: Awaited<ReturnType<World['open']>>): Promise<string> {
  const signing = call(opened.page, 'sign', { assessment: world.paper });
  await approve(await readThrough(await signingWindow(opened.app, signing)));
  const outcome = await signing;
  if (!outcome.ok || outcome.value.state !== 'signed') throw new Error(JSON.stringify(outcome));
  return outcome.value.verdict.sha256;
}
const delivery = async (page: Page, sha256: string) => (await ask(page, 'verdict', { sha256 })).delivery;
const received = (page: Page, sha256: string) => expect.poll(() => delivery(page, sha256), { intervals: [100] }).toBe('received');

test('signed while the bureau is away, shown as unsent, received by itself when it is back, and never twice', async ({ world }) => {
  const opened = await world.open();
  const { page } = opened;
  const sha256 = await sign(world, opened);
  await expect(statusBar(page)).toContainText('待报送 1');
  await openRail(page, '报送');
  const row = page.getByRole('grid', { name: '报送清单' }).getByRole('row', { name: /供热需求指数/ });
  await expect(row).toContainText('待报送');
  expect(await delivery(page, sha256)).toBe('unsent');
  expect((await ask(page, 'outbox')).lastTry?.code).toBe('BUREAU_UNREACHABLE');

  await world.startBureau(LATER_STILL);
  const [before, sentBefore] = [await logSize(world), sentLines(world)];
  await received(page, sha256);
  await expect(row).toContainText('已回执');
  await expect(statusBar(page)).toContainText('待报送 0');
  const detail = await ask(page, 'verdict', { sha256 });
  expect(detail.receipt?.size).toBeGreaterThan(detail.receipt?.index ?? Number.MAX_SAFE_INTEGER);
  const grown = sentLines(world) - sentBefore;
  expect(grown).toBeGreaterThan(0);
  expect(await logSize(world)).toBe(before + grown);
  expect(entriesOf(world).filter(({ kind }) => kind === 'receipt')).toHaveLength(1);
  await opened.app.close();

  // A workstation that forgot what it sent sends all of it again; the bureau answers the same and stores nothing.
  const size = await logSize(world);
  rmSync(logState(world));
  const again = await world.open(LATER_STILL);
  await ask(again.page, 'syncNow');
  expect(await delivery(again.page, sha256)).toBe('received');
  expect(await logSize(world)).toBe(size);
  expect(entriesOf(world).filter(({ kind }) => kind === 'receipt')).toHaveLength(1);
});

test('an answer that proves nothing delivers nothing: each has its code, and the true bureau is believed afterwards', async ({ world }) => {
  const bureau: Bureau = await world.startBureau();
  const truth = readFileSync(world.trustFile, 'utf8');
  const courier = await startCourier(JSON.parse(truth).bureaus[0].url);
  try {
    const trust = JSON.parse(truth);
    trust.bureaus[0].url = courier.url;
    writeFileSync(world.trustFile, JSON.stringify(trust));
    courier.meddle('closed');
    const opened = await world.open();
    const { page } = opened;
    const sha256 = await sign(world, opened);
    await openRail(page, '报送');
    const lies: readonly [Meddling, string][] = [
      ['nonsense', 'NOTE_MALFORMED'],
      ['another-log', 'NOTE_SIGNATURE_BAD'],
      ['not-json', 'BUREAU_ANSWER_INVALID'],
      ['no-proof', 'NO_RECEIPT'],
      ['forged-proof', 'PROOF_WRONG'],
    ];
    for (const [lie, code] of lies) {
      courier.meddle(lie);
      const { lastTry, items } = await ask(page, 'syncNow');
      expect([lie, lastTry?.code]).toEqual([lie, code]);
      expect(items.filter(({ state }) => state === 'received')).toEqual([]);
      await expect(page.getByText(code).first()).toBeVisible();
      expect(entriesOf(world).filter(({ kind }) => kind === 'receipt')).toEqual([]);
    }
    expect(actsOf(world).filter((act) => act === 'sync.conflict').length).toBeGreaterThan(0);
    courier.meddle('nothing');
    await ask(page, 'syncNow');
    await received(page, sha256);
  } finally {
    await courier.stop();
    await bureau.stop();
  }
});
