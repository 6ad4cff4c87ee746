// The lock: wrong passphrases are counted and slowed down, the right one opens, and locking throws the page away with everything it had decrypted.
import { rmSync } from 'node:fs';
import { launchApp, newFolder, PRACTICE_PASSPHRASE, pageOf } from './support/app.mjs';
import { call, openDesk, relocked, statusBar, statusOf, unlock } from './support/desk';
import { inMain } from './support/in-main';
import { actsOf, expect, test } from './support/world';

test('the fifth wrong passphrase costs a wait, a restart gives no new try, and each is on record', async ({ world }) => {
  const app = await world.launch();
  const page = await pageOf(app, 'bundle');
  const field = page.getByRole('textbox', { name: '口令' });
  for (const left of [9, 8, 7, 6, 5]) {
    await field.fill('不是这个口令');
    await page.keyboard.press('Enter');
    await expect(page.getByText('PASSPHRASE_WRONG')).toBeVisible();
    await expect.poll(async () => (await statusOf(page)).unlockFailures.remaining).toBe(left);
    await expect(field).toHaveValue('');
  }
  await field.fill(PRACTICE_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText('UNLOCK_DELAYED')).toBeVisible();
  expect((await statusOf(page)).unlockFailures.until).not.toBeNull();
  await app.close();
  expect(actsOf(world).filter((act) => act === 'key.unlock-failed')).toHaveLength(5);

  const again = await world.launch();
  const locked = await pageOf(again, 'bundle');
  expect(await call(locked, 'unlock', { passphrase: PRACTICE_PASSPHRASE })).toEqual({ ok: false, code: 'UNLOCK_DELAYED' });
  await again.close();

  // Half a minute after the fifth try the right passphrase opens, and the count is forgotten.
  const later = await world.launch('2026-08-01T09:10:00+08:00');
  const opened = await openDesk(later);
  expect((await statusOf(opened)).unlockFailures).toEqual({ remaining: 10, until: null });
});

test('locking ends the page’s process, and what was typed is there after the next unlock', async ({ world }) => {
  const { app, page } = await world.open();
  const processOf = () => inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  const before = await processOf();
  await page.getByRole('button', { name: '去结论：供热需求指数' }).click();
  await page.getByRole('textbox', { name: '结论说明' }).fill('锁定之前写下的话');
  const fresh = await relocked(app, () => page.getByRole('button', { name: '立即锁定' }).click());
  expect(await processOf()).not.toBe(before);
  await expect.poll(() => isRunning(before ?? 0)).toBe(false);
  // Behind the lock the ledger can be read, and nothing else.
  const dossier = world.paper.id;
  expect(await call(fresh, 'ledgerPage', { from: 0, count: 10 })).toMatchObject({ ok: true });
  for (const [name, input] of [
    ['evidence', { dossier }],
    ['analyses', { dossier }],
    ['sign', { assessment: world.paper }],
    ['loadSample', { id: 'heating-index', version: '1', dossier }],
  ] as const)
    expect(await call(fresh, name, input), name).toEqual({ ok: false, code: 'LOCKED' });

  await unlock(fresh);
  await fresh.getByRole('button', { name: '去结论：供热需求指数' }).click();
  await expect(fresh.getByRole('textbox', { name: '结论说明' })).toHaveValue('锁定之前写下的话');

  // A page that dies by itself takes its key along: the app locks and puts a fresh page in its place.
  const pid = await processOf();
  const reborn = await relocked(app, async () => process.kill(pid ?? 0, 'SIGKILL'));
  expect((await statusOf(reborn)).profile).toBe('locked');
  await unlock(reborn);
  await reborn.getByRole('button', { name: '去结论：供热需求指数' }).click();
  await expect(reborn.getByRole('textbox', { name: '结论说明' })).toHaveValue('锁定之前写下的话');
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('the idle limit is shown, can be shortened, and the system’s own lock locks', async ({ world }) => {
  const { app, page } = await world.open();
  await expect(statusBar(page)).toContainText('10 分钟后锁定');
  expect(await call(page, 'setPreferences', { idleLockMinutes: 60 })).toMatchObject({ ok: false, code: 'INPUT_INVALID' });
  expect(await call(page, 'setPreferences', { idleLockMinutes: 1 })).toMatchObject({ ok: true });
  await expect(statusBar(page)).toContainText('1 分钟后锁定');
  // As if the system had locked its screen: nobody has to wait for a minute.
  const fresh = await relocked(app, () => inMain(app, ({ powerMonitor }) => void powerMonitor.emit('lock-screen')));
  expect((await statusOf(fresh)).profile).toBe('locked');
});

test('the practice passphrase is refused for a real profile', async () => {
  const folder = newFolder('real');
  const app = await launchApp({ folder, practice: false });
  try {
    const page = await pageOf(app, 'bundle');
    await expect(page.getByRole('heading', { name: '语言与单位' })).toBeVisible();
    const created = await call(page, 'createProfile', {
      operator: { name: '示例数据运营有限公司', uscc: '91230299MA1DEM0K0P' },
      reviewer: '林审一',
      suite: 'sm2',
      passphrase: PRACTICE_PASSPHRASE,
    });
    expect(created).toEqual({ ok: false, code: 'PASSPHRASE_PUBLIC' });
    expect((await statusOf(page)).profile).toBe('none');
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
