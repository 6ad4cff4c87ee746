// The first run of a real workstation with a real bureau, by the controls that a person sees: once over the network, once by files alone. The bureau
// has issued no edition (one below 1.0.0 is for practice only), so signing is closed and says why, and everything else works.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { emptyDecision, emptyRegistration } from '../../src-shared/assessment/model';
import { launchApp, newFolder, pageOf } from './support/app.mjs';
import { ask, call, chooseNext, statusBar, statusOf } from './support/desk';
import { analysed } from './support/papers';
import { startRealBureau } from './support/real-bureau';
import { actsOf, expect, test } from './support/world';

const PASSPHRASE = '松堤晚钟与渡口新雪';
const folder = newFolder('first-run');
let bureau: Awaited<ReturnType<typeof startRealBureau>>;
const opened: ElectronApplication[] = [];

test.beforeAll(async () => {
  bureau = await startRealBureau(path.join(folder, 'bureau'));
});
test.afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});
test.afterAll(async () => {
  await bureau.stop();
  rmSync(folder, { recursive: true, force: true });
});

const step = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const next = (page: Page) => page.getByRole('button', { name: /^下一步/ });
/** What the bureau reads out on the telephone. */
const heard = (file: string): string[] => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 32).match(/.{4}/g) ?? [];

async function start(name: string) {
  const place = path.join(folder, name);
  const app = await launchApp({ folder: place, practice: false });
  opened.push(app);
  return { app, page: await pageOf(app, 'bundle'), profile: path.join(place, 'profile'), exports: path.join(place, 'exports') };
}

async function organisation(page: Page): Promise<void> {
  await expect(step(page, '语言与单位')).toBeVisible();
  await page.getByLabel('运营机构名称').fill('示例数据运营有限公司');
  await page.getByLabel('统一社会信用代码').fill('91230299MA1DEM0K0P');
  await next(page).click();
}

async function chooseTrust(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await expect(step(page, '导入信任文件')).toBeVisible();
  await chooseNext(app, [file]);
  await page.getByRole('button', { name: '选择信任文件' }).click();
  await expect(page.getByText(path.basename(file))).toBeVisible();
}

async function compare(page: Page, file: string): Promise<void> {
  for (const [index, group] of heard(file).entries()) await page.getByLabel(`第 ${index + 1} 组`).fill(group);
  await page.getByLabel('第一人').fill('林审一');
  await page.getByLabel('第二人').fill('周复二');
  await page.getByRole('button', { name: /^信任这个市数据局/ }).click();
}

async function keys(page: Page): Promise<void> {
  await expect(step(page, '工作站密钥')).toBeVisible();
  await next(page).click();
  await expect(step(page, '审核员密钥')).toBeVisible();
  await page.getByLabel('审核员姓名').fill('林审一');
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('再输一次口令').fill(PASSPHRASE);
  await page.getByRole('button', { name: /^生成密钥/ }).click();
  await expect(step(page, '请市数据局登记')).toBeVisible();
}

/** Enrolled, and yet nothing may be signed on an edition that nobody issued; taking in, filing and analysing work. */
async function worksWithoutAnEdition(app: ElectronApplication, page: Page): Promise<void> {
  await page.getByRole('button', { name: /^进入工作台/ }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await expect(page.getByText('演练模式')).toHaveCount(0);
  await expect(statusBar(page)).not.toContainText('不能签署');
  const [edition] = await ask(page, 'editions');
  expect(edition?.issued).toBe(false);
  const id = crypto.randomUUID();
  const csv = path.join(folder, '示例.csv');
  writeFileSync(csv, '区县,周,指数\n龙沙区,2026-W01,1.0\n');
  await chooseNext(app, [csv]);
  const files = (await ask(page, 'chooseEvidence', { dossier: id, role: 'delivered' })).map(({ sha256, name, bytes, role }) => ({
    sha256,
    name,
    bytes,
    role,
  }));
  const { now } = await statusOf(page);
  const empty = emptyRegistration();
  const assessment = {
    id,
    revision: 0,
    createdAt: now,
    updatedAt: now,
    registeredAt: null,
    edition: { id: 'qiqihar-2024-6', sha256: edition?.sha256 ?? '' },
    round: 1,
    previous: null,
    registration: { ...empty, files, stateSecrets: { ...empty.stateSecrets, answer: 'none' as const, answeredAt: now } },
    answers: {},
    findings: [],
    decision: emptyDecision(),
  };
  await ask(page, 'fileDossier', { assessment });
  expect((await analysed(page, id)).map(({ name, state }) => [name, state])).toEqual([['示例.csv', 'done']]);
  expect(await call(page, 'sign', { assessment })).toEqual({ ok: false, code: 'EDITION_NOT_ISSUED' });
}

test('over the network: every step typed, a wrong group stops, and the bureau’s staff let the reviewer in', async () => {
  const { app, page, profile } = await start('network');
  await page
    .getByRole('radio', { name: 'English' })
    .or(page.getByRole('button', { name: 'English' }))
    .first()
    .click();
  await expect(step(page, 'Language and organisation')).toBeVisible();
  await page
    .getByRole('radio', { name: '中文' })
    .or(page.getByRole('button', { name: '中文' }))
    .first()
    .click();
  await expect(step(page, '语言与单位')).toBeVisible();
  // A wrong check character goes no further.
  await page.getByLabel('运营机构名称').fill('示例数据运营有限公司');
  await page.getByLabel('统一社会信用代码').fill('91230299MA1DEM0K0Q');
  await next(page).click();
  await expect(page.getByLabel('统一社会信用代码')).toHaveAttribute('aria-invalid', 'true');
  await organisation(page);

  await chooseTrust(app, page, bureau.trustFile);
  const [right = ''] = heard(bureau.trustFile);
  await page.getByLabel('第 1 组').fill(right === '0000' ? '1111' : '0000');
  await expect(page.getByText('FINGERPRINT_MISMATCH')).toBeVisible();
  await expect(page.getByLabel('第 2 组')).toBeDisabled();
  await expect(page.getByRole('button', { name: /^信任这个市数据局/ })).toBeDisabled();
  expect((await statusOf(page)).bureau).toBeNull();
  await page.getByRole('button', { name: '重输这一组' }).click();
  await compare(page, bureau.trustFile);
  await keys(page);
  expect((await statusOf(page)).bureau?.name).toBe('示例市数据局');

  await page.getByRole('button', { name: '向市数据局申请登记' }).click();
  await expect(page.getByText('已申请，等市数据局答复')).toBeVisible();
  // Reviewer and workstation: two keys, two requests.
  expect(await bureau.approveAll()).toHaveLength(2);
  // The app asks again by itself as well: then there is nothing left to click.
  const enrolled = expect(page.getByText('已登记，可以签署')).toBeVisible({ timeout: 30_000 });
  await Promise.any([page.getByRole('button', { name: '向市数据局申请登记' }).click(), enrolled]);
  await enrolled;
  await worksWithoutAnEdition(app, page);
  expect(actsOf({ profile }).slice(0, 7)).toEqual([
    'trust.import',
    'profile.create',
    'key.create',
    'key.unlock',
    'enrolment.request',
    'enrolment.request',
    'enrolment.accept',
  ]);
});

test('by files: the request goes out and the answer comes back on a stick, an answer for somebody else is refused', async () => {
  const trustFile = path.join(folder, 'trust-without-address.json');
  const known = JSON.parse(readFileSync(bureau.trustFile, 'utf8'));
  for (const each of known.bureaus) delete each.url;
  writeFileSync(trustFile, JSON.stringify(known));
  const { app, page, exports } = await start('files');
  await organisation(page);
  await chooseTrust(app, page, trustFile);
  await compare(page, trustFile);
  await keys(page);
  await page.getByRole('button', { name: '导出登记申请' }).click();
  await expect(page.getByText(/^已导出 /)).toBeVisible();
  const requests = readdirSync(exports).filter((name) => name.endsWith('.shiqi-request.json'));
  expect(requests).toHaveLength(2);
  for (const name of requests) expect(await bureau.handIn(readFileSync(path.join(exports, name)))).toBe(202);
  const answers = await bureau.approveAll();
  expect(answers).toHaveLength(2);

  const stick = path.join(folder, 'answer.dsse.json');
  const take = async (bytes: Uint8Array) => {
    writeFileSync(stick, bytes);
    await chooseNext(app, [stick]);
    await page.getByRole('button', { name: '导入登记结果' }).click();
  };
  await take(Buffer.from('{"not":"an answer"}'));
  await expect(page.getByText('ANSWER_UNREADABLE')).toBeVisible();
  await take(readFileSync(path.join(exports, requests[0] ?? '')));
  await expect(page.getByText('ANSWER_NOT_TRUSTED')).toBeVisible();
  for (const answer of answers) await take(answer);
  await expect(page.getByText('已登记，可以签署')).toBeVisible();
  await worksWithoutAnEdition(app, page);
});
