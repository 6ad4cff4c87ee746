// Personal data beyond the agreement in a delivered file, in the real window: the analysis sees it, a person locks it, the bureau gets the problem report,
// and a second person confirms the deletion. Out of this order nothing happens, and afterwards the bytes are gone and the record stands.
import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { PRACTICE_PASSPHRASE } from './support/app.mjs';
import { violations } from './support/axe';
import { ask, call, chooseNext, openAnalysis, openRail, reopened } from './support/desk';
import { storePaper } from './support/papers';
import { approve, decline, passphraseField, readThrough, signingWindow } from './support/signing';
import { actsOf, entriesOf, expect, test } from './support/world';

const OWN = '第二人自己的口令-7';
const PEOPLE = `手机号,周次\n${Array.from({ length: 40 }, (_, n) => `1390000${1001 + n},${n}\n`).join('')}`;

/** As the page stands, in the light and in the dark. */
const axeInBoth = async (page: Page) => {
  const light = await violations(page);
  const body = page.locator('body');
  const paper = await body.evaluate((element) => getComputedStyle(element).backgroundColor);
  await ask(page, 'setPreferences', { theme: 'dark' });
  await expect(body).not.toHaveCSS('background-color', paper);
  const dark = await violations(page);
  await ask(page, 'setPreferences', { theme: 'light' });
  await expect(body).toHaveCSS('background-color', paper);
  return [...light, ...dark];
};

test('what lies beyond the agreement is locked, reported, and deleted when a second person says so', async ({ world }) => {
  await world.startBureau();
  const { app, page: first } = await world.open();
  const dossier = randomUUID();
  const { registration } = await ask(first, 'loadSample', { id: 'heating-index', version: '1', dossier });
  const source = path.join(world.folder, '附表.csv');
  writeFileSync(source, PEOPLE);
  await chooseNext(app, [source]);
  const [taken] = await ask(first, 'chooseEvidence', { dossier, role: 'delivered' });
  if (!taken) throw new Error('nothing was taken');
  const { sha256, name, bytes, role } = taken;
  const { now } = await ask(first, 'status');
  const paper = { ...world.paper, id: dossier, createdAt: now, updatedAt: now, registeredAt: now, answers: {}, findings: [] };
  const assessment = {
    ...paper,
    registration: { ...paper.registration, files: [{ sha256, name, bytes, role }, ...registration.files] },
  };
  await ask(first, 'fileDossier', { assessment });
  const look = async (page = first) => (await ask(page, 'analyses', { dossier })).find((view) => view.sha256 === sha256);
  await expect
    .poll(async () => (await ask(first, 'analyses', { dossier })).map(({ state }) => state).filter((state) => state !== 'done'), {
      intervals: [100],
    })
    .toEqual([]);

  await storePaper(first, world.dataKey, assessment);
  const page = await reopened(app, first);
  await openAnalysis(page);

  // The machine proposes and counts; a person locks, and is asked once more.
  const proposal = page.getByRole('region', { name: '这份文件里有不该在这里的东西' });
  await expect(proposal).toContainText('手机号码　40 / 40　手机号');
  expect(await axeInBoth(page)).toEqual([]);
  await proposal.getByRole('button', { name: '隔离这份文件' }).click();
  await proposal.getByRole('button', { name: '确认隔离' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '已隔离：文件里有协议以外的个人信息' })).toContainText(name);
  await expect(page.getByText('13900001001')).toHaveCount(0);
  const sealed = path.join(world.profile, 'workspace/vault', `${sha256}.sealed`);
  expect(existsSync(sealed)).toBe(true);

  const me = (await ask(page, 'status')).reviewer?.keyid ?? '';
  for (const [outcome, code] of [
    [await call(page, 'exportAnalysis', { dossier, sha256 }), 'EVIDENCE_LOCKED'],
    [await call(page, 'removeEvidence', { dossier, sha256 }), 'EVIDENCE_LOCKED'],
    [await call(page, 'quarantine', { dossier, sha256 }), 'EVIDENCE_LOCKED'],
    [await call(page, 'noteNotices', { sha256 }), 'REPORT_MISSING'],
    [await call(page, 'confirmDeletion', { sha256, keyid: me }), 'REPORT_MISSING'],
  ] as const)
    expect(outcome).toMatchObject({ ok: false, code });
  expect((await look(page))?.result).toMatch(/^[0-9a-f]{64}$/);

  // The report: a draft to change, the bytes in the signing window, the bureau's receipt.
  const steps = page.getByRole('list', { name: '现在怎么办' }).getByRole('listitem');
  await steps
    .nth(1)
    .getByRole('button', { name: /写问题报告/ })
    .click();
  await expect(page.getByRole('textbox', { name: '发现了什么' })).toHaveValue(/协议以外的“手机号”列有手机号码 40 格/);
  expect(await axeInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: /签署问题报告/ }).click();
  const report = await readThrough(await signingWindow(app));
  await expect(report.getByRole('heading', { name: '数据安全问题报告' })).toBeVisible();
  expect(await violations(report)).toEqual([]);
  await approve(report);
  await expect(steps.nth(1)).toContainText(/市数据局 .* 已收到/);
  expect(await call(page, 'reportProblem', { sha256, what: '再报', measures: '无', severity: 3 })).toMatchObject({
    code: 'ALREADY_REPORTED',
  });

  // A person of his own: the reviewer cannot stand in, and nobody before the bureau knows him.
  expect(await call(page, 'confirmDeletion', { sha256, keyid: me })).toMatchObject({ ok: false, code: 'SAME_PERSON' });
  await steps.nth(3).getByRole('button', { name: '去设置' }).click();
  await page.getByRole('button', { name: '加一位第二人' }).click();
  await page.getByRole('textbox', { name: '姓名' }).fill('周复二');
  await page.getByLabel('他自己的口令').fill(PRACTICE_PASSPHRASE);
  await page.getByLabel('再输一遍').fill(PRACTICE_PASSPHRASE);
  await page.getByRole('button', { name: '生成密钥并申请登记' }).click();
  await expect(page.getByText('这个口令已经有人用')).toBeVisible();
  await page.getByLabel('他自己的口令').fill(OWN);
  await page.getByLabel('再输一遍').fill(OWN);
  await page.getByRole('button', { name: '生成密钥并申请登记' }).click();
  await expect(page.getByText('已登记：周复二')).toBeVisible({ timeout: 30_000 });
  expect(await axeInBoth(page)).toEqual([]);

  await openRail(page, '工作台');
  await openAnalysis(page);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await steps.nth(2).getByRole('button', { name: '打印给主体的' }).click();
  await steps.nth(2).getByRole('button', { name: '打印给服务机构的' }).click();
  await steps.nth(2).getByRole('button', { name: '两份都已打印' }).click();
  await expect(steps.nth(2)).toContainText('两份通知单已打印');

  await steps.nth(3).getByRole('button', { name: '请周复二确认删除' }).click();
  const declined = await signingWindow(app);
  await expect(passphraseField(declined)).toBeVisible();
  await decline(declined);
  expect(existsSync(sealed)).toBe(true);
  await steps.nth(3).getByRole('button', { name: '请周复二确认删除' }).click();
  const deletion = await readThrough(await signingWindow(app));
  await expect(deletion.getByText('签署后立即删除这份文件的内容和密钥，不能恢复。').first()).toBeVisible();
  // The reviewer's passphrase does not open another person's key.
  await approve(deletion, PRACTICE_PASSPHRASE);
  await expect(deletion.getByRole('alert')).toContainText('口令不对');
  await expect(passphraseField(deletion)).toBeEnabled();
  await approve(deletion, OWN);
  await expect(steps.nth(3)).toContainText('周复二确认，内容和密钥已删除。');
  expect(existsSync(sealed)).toBe(false);
  expect((await look(page))?.quarantine?.data?.erasedAt).not.toBeNull();
  const [second] = await ask(page, 'countersigners');
  expect(await call(page, 'confirmDeletion', { sha256, keyid: second?.keyid ?? '' })).toMatchObject({ code: 'ALREADY_DELETED' });

  // Delivered again, the same bytes are neither taken nor kept.
  await chooseNext(app, [source]);
  expect(await call(page, 'chooseEvidence', { dossier, role: 'delivered' })).toMatchObject({ ok: false, code: 'EVIDENCE_LOCKED' });
  expect(existsSync(sealed)).toBe(false);

  const acts = actsOf(world).filter((act) => /^(evidence\.(quarantine|delete)|incident\.)/.test(act));
  expect(acts).toEqual([
    'evidence.quarantine',
    'incident.report',
    'incident.notify',
    'incident.close',
    'incident.close',
    'evidence.delete',
  ]);
  const [gone] = entriesOf(world).filter(({ body }) => body.act === 'evidence.delete');
  expect(gone?.body).toMatchObject({ by: '周复二', digest: sha256, reason: 'QUARANTINE' });
  expect(entriesOf(world).filter(({ kind }) => kind === 'statement')).toHaveLength(2);
  expect(await axeInBoth(page)).toEqual([]);
});
