// The working paper under the reviewer's hands: an answer taken back, the app killed in the middle of assessing, the one supplement notice, and what
// goes on paper from a verdict.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { pageOf } from './support/app.mjs';
import { ask, call, signedVerdict, unlock } from './support/desk';
import { storePaper } from './support/papers';
import { killAll } from './support/processes';
import { approve, readThrough, signingWindow } from './support/signing';
import { entriesOf, expect, test, type World } from './support/world';

/** The desk with another working paper in the place of the world's. */
async function openWith(world: World, change: (paper: World['paper']) => World['paper']) {
  const app = await world.launch();
  const page = await pageOf(app, 'bundle');
  await page.getByRole('textbox', { name: '口令' }).waitFor();
  await storePaper(page, world.dataKey, change(structuredClone(world.paper)));
  await unlock(page);
  return { app, page };
}

const article = (page: Page) => page.getByRole('article');
const answers = (page: Page) => article(page).getByRole('radiogroup', { name: '回答' });
const openItem = (page: Page, label: string) => page.getByRole('button', { name: new RegExp(`^${label} `) }).click();

test('an answer is taken back beside it, and a kill in the middle of assessing loses nothing that was stored', async ({ world }) => {
  const { app, page } = await openWith(world, (paper) => ({ ...paper, answers: {}, findings: [] }));
  await page.getByRole('button', { name: '开始审核：供热需求指数' }).first().click();
  await openItem(page, '一-2');
  await answers(page).getByRole('radio', { name: '不符合', exact: true }).click();
  await expect(article(page).getByRole('group', { name: '严重程度' })).toBeVisible();
  await page.getByRole('button', { name: /^撤销/ }).last().click();
  await expect(answers(page).getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(article(page).getByRole('group', { name: '严重程度' })).toHaveCount(0);

  await answers(page).getByRole('radio', { name: '不符合', exact: true }).click();
  const reason = article(page).getByRole('textbox', { name: '理由', exact: true });
  await reason.fill('名单里有一列不在协议里。');
  await article(page).getByRole('group', { name: '可能性' }).getByRole('button').nth(2).click();
  await openItem(page, '二-2');
  await answers(page).getByRole('radio', { name: '符合', exact: true }).click();
  await expect(page.getByText(/^已存 \d\d:\d\d:\d\d$/)).toBeVisible();
  await killAll(app);

  const again = await world.open();
  await again.page.getByRole('button', { name: '继续审核：供热需求指数' }).first().click();
  await openItem(again.page, '一-2');
  await expect(answers(again.page).getByRole('radio', { name: '不符合', exact: true })).toBeChecked();
  await expect(article(again.page).getByRole('textbox', { name: '理由', exact: true })).toHaveValue('名单里有一列不在协议里。');
  const likelihood = article(again.page).getByRole('group', { name: '可能性' }).getByRole('button');
  await expect(likelihood.nth(2)).toHaveAttribute('aria-pressed', 'true');
  await openItem(again.page, '二-2');
  await expect(answers(again.page).getByRole('radio', { name: '符合', exact: true })).toBeChecked();
});

test('the supplement notice goes out once: it is on record, and says after a restart what it said', async ({ world }) => {
  const missing = world.paper.registration.materials[0]?.id ?? '';
  const unfiled = (paper: World['paper']) => ({
    ...paper,
    registeredAt: null,
    registration: {
      ...paper.registration,
      materials: paper.registration.materials.map((each) =>
        each.id === missing ? { ...each, state: 'missing' as const, evidence: [] } : each,
      ),
    },
  });
  const toPapers = async (page: Page) => {
    // The system's print dialog is not ours to drive.
    await page.evaluate(() => Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') }));
    await page.getByRole('button', { name: '继续登记：供热需求指数' }).first().click();
    await page
      .getByRole('navigation', { name: '登记的八步' })
      .getByRole('button', { name: /^送审材料/ })
      .click();
    return page.getByRole('complementary', { name: '补正通知' });
  };
  const { app, page } = await openWith(world, unfiled);
  const pane = await toPapers(page);
  await pane.getByRole('button', { name: /^记入台账并打印/ }).click();
  await expect(pane.getByText(/^已于 2026-08-01 09:\d\d 发出，限 2026-08-11 前补齐 1 份：/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-printed', '');
  const dossier = world.paper.id;
  const acts = () => entriesOf(world).filter(({ body }) => body.act === 'intake.supplement');
  expect(acts().map(({ body }) => body)).toMatchObject([{ id: dossier, to: '2026-08-11', reason: missing }]);
  const again = await call(page, 'sendSupplement', { dossier, due: '2026-09-01', materials: [missing] });
  expect(again).toEqual({ ok: false, code: 'SUPPLEMENT_SENT' });
  expect(acts()).toHaveLength(1);
  await app.close();

  const later = await world.open();
  const same = await toPapers(later.page);
  await expect(same.getByText(/^已于 2026-08-01 09:\d\d 发出，限 2026-08-11 前补齐 1 份：/)).toBeVisible();
  await expect(same.getByRole('button', { name: /^打印补正通知/ })).toBeEnabled();
});

test('Ctrl+P on a verdict leaves the report as a PDF, and says where', async ({ world }) => {
  const { app, page } = await world.open();
  await page.getByRole('button', { name: '去结论：供热需求指数' }).first().click();
  await page.getByRole('button', { name: /^打开签署窗口/ }).click();
  await approve(await readThrough(await signingWindow(app)));
  await expect(signedVerdict(page)).toBeVisible();
  await page.keyboard.press('Control+P');
  await expect(page.getByText(/^已导出 .+-数据产品安全合规审核意见书\.pdf/)).toBeVisible();
  const [{ number } = { number: '' }] = await ask(page, 'verdicts');
  const exported = entriesOf(world).filter(({ body }) => body.act === 'report.export');
  expect([number.startsWith('演练'), exported.length]).toEqual([true, 1]);
  const name = (await page.getByText(/^已导出 /).textContent())?.replace('已导出 ', '').split(' ')[0] ?? '';
  expect(existsSync(path.join(world.folder, 'exports', name))).toBe(true);
});
