// Files let go over the window: a dossier takes what was dropped on it into the vault, by the path that only main may have; a package dropped on the
// verify page is judged; and a file dropped anywhere else is not opened in the window's place.
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openRail } from './support/desk';
import { dropFiles } from './support/dropping';
import { actsOf, expect, ledgerFile, test } from './support/world';

test('delivered files dropped on a dossier are stored under their digests, and what is no file or cannot be read is refused by name', async ({
  world,
}) => {
  const { page } = await world.open();
  await page.keyboard.press('Control+N');
  await page.getByRole('radio', { name: '都不涉及' }).check();
  await page
    .getByRole('navigation', { name: '登记的八步' })
    .getByRole('button', { name: /^交付文件/ })
    .click();
  const zone = page.getByRole('group', { name: '把文件拖到这里' });
  const one = path.join(world.folder, '供热指数.csv');
  const two = path.join(world.folder, '字段说明.csv');
  writeFileSync(one, '换热站,指数\nS01,82.5\n');
  writeFileSync(two, '字段,含义\n指数,需求指数\n');
  const before = actsOf(world).filter((act) => act === 'evidence.add').length;

  await dropFiles(zone, [one, two], () => expect(zone).toContainText('松开'));
  const table = page.getByRole('table', { name: '交付文件' });
  await expect(table.getByRole('row')).toHaveCount(2);
  for (const file of [one, two]) {
    const row = table.getByRole('row', { name: path.basename(file) });
    await expect(row).toContainText(createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8));
  }
  expect(actsOf(world).filter((act) => act === 'evidence.add')).toHaveLength(before + 2);

  // One that is no file refuses them all; one that cannot be read stops there, and what was taken before it is on the paper.
  const three = path.join(world.folder, '更正.csv');
  writeFileSync(three, '换热站,指数\nS02,80.1\n');
  const folder = path.join(world.folder, '一个文件夹');
  mkdirSync(folder);
  await dropFiles(zone, [three, folder]);
  await expect(page.getByText('FILE_UNREADABLE')).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(2);
  const closed = path.join(world.folder, '不可读.csv');
  writeFileSync(closed, 'x\n');
  chmodSync(closed, 0);
  await dropFiles(zone, [three, closed]);
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(page.getByText('FILE_UNREADABLE')).toBeVisible();
  await expect(table.getByRole('row', { name: '更正.csv' })).toBeVisible();
});

test('a file dropped on the verify page is judged, and one dropped beside a page is not opened in its place', async ({ world }) => {
  const { page } = await world.open();
  await openRail(page, '验证');
  const zone = page.getByRole('region', { name: '验证' });
  const ledger = path.join(world.folder, 'entries.jsonl');
  copyFileSync(ledgerFile(world), ledger);
  await dropFiles(zone, [ledger]);
  await expect(page.getByRole('article', { name: /entries\.jsonl/ })).toBeVisible();
  const nothing = path.join(world.folder, '随笔.txt');
  writeFileSync(nothing, '没有签名\n');
  await dropFiles(zone, [nothing]);
  await expect(page.getByText(path.basename(nothing)).first()).toBeVisible();

  const before = page.url();
  const web = path.join(world.folder, '别的.html');
  writeFileSync(web, '<title>不该打开</title>');
  await dropFiles(page.getByRole('navigation', { name: '主导航' }), [web]);
  await expect(page.getByRole('region', { name: '验证' })).toBeVisible();
  expect(page.url()).toBe(before);
});
