// The analysis page in the real window: proposed quasi-identifiers measured unasked, roles changed and measured again, the level with its arithmetic, rows
// exported by number, contributors asked for in one of two tables, a hit overruled with a reason, what was overruled at the last review; and a queue that goes on behind the lock.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import type { AssessmentDraft } from '../../src-shared/assessment/model';
import { utf8 } from '../../src-shared/basics/bytes';
import { violations } from './support/axe';
import { ask, chooseNext, openAnalysis, relocked, reopened, unlock } from './support/desk';
import { inMain } from './support/in-main';
import { analysed, storePaper } from './support/papers';
import { expect, pageOf, test, type World } from './support/world';

/** Two sexes, each by sixty; everybody's year of birth is nearly his own. */
const PEOPLE = `性别,出生年份,诊断\n${Array.from({ length: 120 }, (_, i) => `${i % 2 ? '女' : '男'},${1940 + (i % 50)},${['流感', '骨折', '肺炎'][i % 3]}`).join('\n')}\n`;

/** Two months of amounts; in the second one contributor makes nearly all of a cell. */
const AMOUNTS = (largest: number) =>
  utf8(`"区,县",企业,产值\n甲,示例一,${largest}\n甲,示例二,40\n甲,示例三,50\n乙,示例一,30\n乙,示例二,30\n乙,示例三,30\n`);

type Desk = { readonly app: Awaited<ReturnType<World['open']>>['app']; readonly page: Page };

/** The next version of the product that the world's paper passed: the same index, and a table of people besides. */
async function nextVersion({ app, page }: Desk, world: World): Promise<AssessmentDraft> {
  const dossier = randomUUID();
  const { registration } = await ask(page, 'loadSample', { id: 'heating-index', version: '1', dossier });
  const source = path.join(world.folder, '人员表.csv');
  writeFileSync(source, PEOPLE);
  const amounts = path.join(world.folder, '产值.zip');
  writeFileSync(amounts, zipSync({ '一月.csv': AMOUNTS(60), '二月.csv': AMOUNTS(9_000) }));
  await chooseNext(app, [source, amounts]);
  const taken = await ask(page, 'chooseEvidence', { dossier, role: 'delivered' });
  const files = taken.map(({ sha256, name, bytes, role }) => ({ sha256, name, bytes, role }));
  const { now } = await ask(page, 'status');
  const paper: AssessmentDraft = {
    ...world.paper,
    id: dossier,
    revision: 0,
    createdAt: now,
    updatedAt: now,
    registeredAt: null,
    registration: {
      ...world.paper.registration,
      product: { ...world.paper.registration.product, version: '2' },
      files: [...files, ...registration.files],
    },
    answers: {},
    findings: [],
  };
  const { registeredAt } = await ask(page, 'fileDossier', { assessment: paper });
  return { ...paper, registeredAt };
}

test('measures run by themselves, are asked anew with other roles, and what a person says of a hit is kept and shown next time', async ({
  world,
}) => {
  const { app, page: first } = await world.open();
  const paper = await nextVersion({ app, page: first }, world);
  await analysed(first, paper.id);
  await storePaper(first, world.dataKey, paper);
  const page = await reopened(app, first);
  await openAnalysis(page);

  // The table of people was measured without a question: too many years for so few people.
  const files = page.getByRole('complementary', { name: '交付文件' });
  await files.getByRole('button', { name: /人员表\.csv/ }).click();
  await expect(files.getByText(/建议的准标识符/)).toBeVisible();
  const level = (title: string) => page.getByRole('region', { name: title, exact: true });
  await expect(level('重标识风险不低于阈值').getByText('2 级').first()).toBeVisible();
  await expect(page.getByRole('region', { name: '附录D 的算式' }).getByText('D.1.5')).toBeVisible();
  await expect(page.getByRole('img', { name: /1 条：|2 条：/ })).toBeVisible();

  // Which rows, by their numbers and nothing else.
  await page.getByRole('button', { name: '导出行号' }).click();
  await expect(page.getByText(/已导出：人员表-.*\.rows\.csv/)).toBeVisible();
  const exports = path.join(world.folder, 'exports');
  const [rows] = readdirSync(exports).filter((name) => name.endsWith('.rows.csv'));
  expect(readFileSync(path.join(exports, rows ?? ''), 'utf8')).toBe('\ufefffirst_row,last_row,rows\r\n1,120,120\r\n');

  // Without the year of birth there are two classes of sixty.
  await page.getByRole('button', { name: '改参数重算…' }).click();
  await page.getByRole('combobox', { name: '“出生年份”的角色' }).click();
  await page.getByRole('option', { name: '其他', exact: true }).click();
  await expect(page.getByText('改了 1 列，还没有重算。')).toBeVisible();
  // Map, hits, chart, arithmetic and the open form at once: nothing that axe knows.
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /按此重算/ }).click();
  await expect(level('重标识风险低于阈值').getByText('3 级').first()).toBeVisible();
  await expect(files.getByText('问什么由人改过。')).toBeVisible();
  const measured = async (on: Page) => (await ask(on, 'analyses', { dossier: paper.id })).find(({ name }) => name === '人员表.csv');
  expect(await measured(page)).toMatchObject({
    asked: 'person',
    parameters: { quasi: '性别', 'sharing-mode': 'controlled' },
    files: [{ risk: { level: 3, k: 60 } }],
  });

  // Who makes up a cell, asked of the second of two tables, by a column whose name has a comma: where, and how much, but not who.
  await files.getByRole('button', { name: /产值\.zip/ }).click();
  await page.getByRole('button', { name: '改参数重算…' }).click();
  const choose = async (field: string, option: RegExp | string) => {
    await page.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('问哪个表', /二月\.csv/);
  await choose('汇总格的列', '区,县');
  await page.keyboard.press('Escape');
  await expect(page.getByText('三处都要选，且不能是同一列。')).toBeVisible();
  await choose('贡献者列', '企业');
  await choose('数值列', '产值');
  await page.getByRole('textbox', { name: '最多读多少（字节）' }).fill('1 MB');
  await page.getByRole('button', { name: /按此重算/ }).click();
  const dominance = page.getByRole('region', { name: '一家独大' });
  await expect(dominance.getByText('2 格里有 1 格由少数贡献者占了大部分')).toBeVisible();
  await expect(dominance.getByRole('table', { name: '一家独大 · 首行' }).getByRole('row').nth(1)).toHaveText('1399%是是');
  await expect(dominance.getByRole('button', { name: '二-6' })).toBeVisible();
  const asked = (await ask(page, 'analyses', { dossier: paper.id })).find(({ name }) => name === '产值.zip');
  expect([asked?.parameters.table, asked?.parameters['max-bytes']]).toEqual(['二月.csv', '1000000']);
  expect(JSON.stringify(asked?.files.map((file) => file.dominance))).not.toContain('示例');

  // The other table is asked something else, and what the first was asked is asked again with it: one look, one result with both.
  await page.getByRole('combobox', { name: '文件里的表' }).click();
  await page.getByRole('option', { name: '一月.csv', exact: true }).click();
  await page.getByRole('button', { name: '改参数重算…' }).click();
  await choose('问哪个表', /一月\.csv/);
  await expect(page.getByText('另外单独问的表：二月.csv。')).toBeVisible();
  await choose('“区,县”的角色', '准标识符');
  await choose('“企业”的角色', '准标识符');
  await choose('“产值”的角色', '敏感属性');
  await page.getByRole('button', { name: /按此重算/ }).click();
  await expect(page.getByRole('region', { name: '“产值”只有一种值的类' }).getByRole('row').nth(1)).toHaveText('*、示*一**11');
  const both = (await ask(page, 'analyses', { dossier: paper.id })).find(({ name }) => name === '产值.zip');
  expect(both?.parameters).toMatchObject({ table: '二月.csv', 'table-2': '一月.csv', 'quasi-2': '"区,县",企业', 'confidential-2': '产值' });
  expect(both?.files.map(({ risk, dominance }) => [risk?.k, dominance?.dominated])).toEqual([
    [1, undefined],
    [undefined, 1],
  ]);

  // What was overruled when the product was last reviewed stands beside the same hit, and is judged again.
  await files.getByRole('button', { name: /index\.csv，/ }).click();
  await expect(page.getByText(/上次（第 1 版）：推翻，理由：站点编号由业务代码/)).toBeVisible();
  const hits = page.getByRole('table', { name: '命中' });
  await expect(hits.getByRole('row', { name: /站点编号/ }).getByText('待裁')).toBeVisible();
  await hits.getByText('站点编号').first().click();
  await page.keyboard.press('x');
  await page.getByRole('textbox', { name: '推翻的理由' }).fill('与行政区划代码逐行一致，是站点编号');
  await expect(hits.getByRole('row', { name: /站点编号/ }).getByText('已推翻')).toBeVisible();

  // The next day the question and the judgement are there.
  const locked = await relocked(app, () => page.getByRole('button', { name: '立即锁定' }).click());
  await unlock(locked);
  await openAnalysis(locked);
  await locked
    .getByRole('complementary', { name: '交付文件' })
    .getByRole('button', { name: /index\.csv，/ })
    .click();
  await expect(locked.getByRole('textbox', { name: '推翻的理由' })).toHaveValue('与行政区划代码逐行一致，是站点编号');
  expect((await measured(locked))?.question.quasi).toEqual(['性别']);
});

test('the queue goes on behind the lock, says how much is left, and tells a locked page nothing else', async ({ world }) => {
  const { app, page: first } = await world.open();
  const paper = await nextVersion({ app, page: first }, world);
  // The window of the analysis is a window too: it must not be taken for the one that comes in place of the locked desk.
  await pageOf(app, 'analysis');
  const page = await relocked(app, () => inMain(app, ({ powerMonitor }) => void powerMonitor.emit('lock-screen')));
  expect(
    await page.evaluate(() =>
      (window as unknown as { shiqi: { analyses: (given: object) => Promise<object> } }).shiqi.analyses({
        dossier: '00000000-0000-4000-8000-000000000000',
      }),
    ),
  ).toMatchObject({
    ok: false,
    code: 'LOCKED',
  });
  await expect.poll(async () => (await ask(page, 'status')).analysesLeft, { intervals: [100] }).toBe(0);
  await unlock(page);
  const views = await ask(page, 'analyses', { dossier: paper.id });
  expect(views.map(({ name, state, asked }) => `${name} ${state} ${asked}`)).toContain('人员表.csv done proposed');
  expect(views.every(({ state }) => state === 'done')).toBe(true);
});
