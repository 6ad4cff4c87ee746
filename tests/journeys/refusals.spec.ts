// What is refused, by code, and that a refusal loses nothing: evidence touched behind main's back, papers that are not complete, claims that only the
// page makes, files that cannot be read or that hide what they are, and a package that was altered after it left.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { AssessmentDraft } from '../../src-shared/assessment/model';
import { scopeStepProposals } from '../../src-shared/assessment/scope-proposals';
import { errorTexts } from '../../src-shared/texts/errors';
import { ask, call, chooseNext, openRail, relocked, unlock } from './support/desk';
import { activeEdition, analysed, judged, storePaper } from './support/papers';
import { approve, decline, readThrough, signingWindow } from './support/signing';
import { actsOf, expect, openWorld, test, verdictsOf, type World } from './support/world';

const delivered = ({ registration }: AssessmentDraft) => registration.files.filter(({ role }) => role === 'delivered');
const sealedFile = (world: World, sha256: string): string => path.join(world.profile, 'workspace/vault', `${sha256}.sealed`);

function flipByte(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

// One workstation for all of them: a refusal leaves it as it was, so the next one starts from the same place. The last one signs.
let world: World;
let app: ElectronApplication;
let page: Page;
test.beforeAll(async ({ template }) => {
  world = openWorld(template, 'refusals');
  ({ app, page } = await world.open());
});
test.afterAll(() => world.close());

test('main judges the paper itself: gaps, closed outcomes and invented findings are refused whatever the page asks', async () => {
  const { paper } = world;
  const refused = async (change: Partial<AssessmentDraft>) => {
    const outcome = await call(page, 'sign', { assessment: { ...paper, ...change } });
    return outcome.ok ? 'signed' : outcome.code;
  };
  const { 'r1-02': _gone, ...answers } = paper.answers;
  expect(await refused({ answers })).toBe('ASSESSMENT_INCOMPLETE');
  expect(await refused({ decision: { ...paper.decision, outcome: null } })).toBe('ASSESSMENT_INCOMPLETE');
  expect(await refused({ decision: { ...paper.decision, outcome: 'reject', grounds: ['不接受。'] } })).toBe('OUTCOME_CLOSED');
  const [first] = paper.findings;
  if (!first) throw new Error('no finding');
  expect(await refused({ findings: [...paper.findings, { ...first, id: 'm:0000000000000000:c1:mobile' }] })).toBe('ANALYSIS_UNKNOWN');
  expect(await refused({ findings: paper.findings.filter(({ origin }) => origin === 'person') })).toBe('ANALYSIS_UNKNOWN');
  // A recipient that the agreement does not name: left out it is a finding nobody judged, accepted it contradicts the answer.
  const product = { ...paper.registration.product, recipients: ['示例第三方数据有限公司'] };
  const registration = { ...paper.registration, product };
  expect(await refused({ registration })).toBe('ANALYSIS_UNKNOWN');
  const { edition } = await activeEdition(page);
  const breach = scopeStepProposals(registration, edition).map((finding) => ({ ...finding, disposition: 'accepted' as const }));
  expect(breach.map(({ item }) => item)).toEqual(['r1-06']);
  expect(await refused({ registration, findings: [...paper.findings, ...breach] })).toBe('ASSESSMENT_INCOMPLETE');
  expect(await refused({ edition: { ...paper.edition, sha256: '0'.repeat(64) } })).toBe('EDITION_UNKNOWN');
  const stranger = { sha256: '1'.repeat(64), name: '不在库里.csv', bytes: 1, role: 'delivered' as const };
  const files = [...paper.registration.files, stranger];
  expect(await refused({ registration: { ...paper.registration, files } })).toBe('EVIDENCE_UNKNOWN');
  const [item, answer] = Object.entries(paper.answers)[0] ?? [];
  if (!item || !answer) throw new Error('no answer');
  expect(await refused({ answers: { ...paper.answers, [item]: { ...answer, reason: '联系人 13912345678' } } })).toBe(
    'PRIVATE_DATA_IN_TEXT',
  );
  expect(app.windows().filter((window) => window.url().startsWith('app://signing/'))).toEqual([]);
  expect(actsOf(world)).not.toContain('assessment.complete');
});

test('a missing answer is shown as a gap, and the way to the signing window stays closed', async () => {
  const { 'r1-02': _gone, ...answers } = world.paper.answers;
  const paper = { ...world.paper, revision: 1, answers };
  await storePaper(page, world.dataKey, paper);
  page = await relocked(app, () => page.getByRole('button', { name: '立即锁定' }).click());
  await unlock(page);
  await page.getByRole('button', { name: '继续审核：供热需求指数' }).first().click();
  await page.getByRole('button', { name: /^去结论/ }).click();
  await expect(page.getByRole('button', { name: /^跳到 / }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^打开签署窗口/ })).toBeDisabled();
  const outcome = await call(page, 'sign', { assessment: paper });
  expect(outcome).toMatchObject({ ok: false, code: 'ASSESSMENT_INCOMPLETE' });
  expect(outcome.ok ? '' : outcome.detail).toContain('r1-02');
});

test('a file that cannot be read is refused by name, and what was taken before it stays', async () => {
  const dossier = world.paper.id;
  const before = await ask(page, 'evidence', { dossier });
  const good = path.join(world.folder, '可读.csv');
  const closed = path.join(world.folder, '不可读.csv');
  for (const file of [good, closed]) writeFileSync(file, '区县,周\n龙沙区,2026-W01\n');
  chmodSync(closed, 0);
  await chooseNext(app, [good, closed]);
  expect(await call(page, 'chooseEvidence', { dossier, role: 'paper' })).toEqual({
    ok: false,
    code: 'FILE_UNREADABLE',
    detail: '不可读.csv',
  });
  const after = await ask(page, 'evidence', { dossier });
  expect(after.map(({ name }) => name)).toEqual([...before.map(({ name }) => name), '可读.csv']);
  expect(readdirSync(path.join(world.profile, 'workspace/vault')).filter((name) => name.endsWith('.incoming'))).toEqual([]);

  const folder = path.join(world.folder, '一个文件夹');
  mkdirSync(folder);
  const link = path.join(world.folder, '一个链接.csv');
  symlinkSync(good, link);
  for (const file of [folder, link, path.join(world.folder, '没有这个文件.csv')]) {
    await chooseNext(app, [file]);
    expect(await call(page, 'chooseEvidence', { dossier, role: 'paper' }), file).toMatchObject({ ok: false, code: 'FILE_UNREADABLE' });
  }
  expect(await ask(page, 'evidence', { dossier })).toEqual(after);
});

test('a file name that turns its letters round is spelled out where it is signed', async () => {
  const dossier = world.paper.id;
  const name = '使用说明\u202Efdp.exe';
  writeFileSync(path.join(world.folder, name), '使用说明\n');
  await chooseNext(app, [path.join(world.folder, name)]);
  const [added] = await ask(page, 'chooseEvidence', { dossier, role: 'delivered' });
  if (!added) throw new Error('not taken');
  const { sha256, bytes, role } = added;
  const registration = { ...world.paper.registration, files: [...world.paper.registration.files, { sha256, name, bytes, role }] };
  await ask(page, 'analyse', { dossier, agreement: registration.agreement });
  await analysed(page, dossier);
  const { edition } = await activeEdition(page);
  const findings = await judged(page, dossier, edition, registration.files);
  const signing = call(page, 'sign', { assessment: { ...world.paper, registration, findings } });
  const window = await signingWindow(app, signing);
  const paper = window.getByRole('tabpanel');
  await expect(paper).toContainText('使用说明‹U+202E›fdp.exe');
  await expect(paper).not.toContainText('\u202E');
  await decline(window);
  await signing;
});

test('evidence changed while the signing window is open is noticed there, and nothing is signed', async () => {
  const signing = call(page, 'sign', { assessment: world.paper });
  const window = await readThrough(await signingWindow(app, signing));
  const file = sealedFile(world, delivered(world.paper)[0]?.sha256 ?? '');
  flipByte(file, 1_000);
  await approve(window);
  await expect(window.getByRole('alert')).toContainText(errorTexts.zh.EVIDENCE_CHANGED.title);
  await decline(window);
  expect(await signing).toEqual({ ok: true, value: { state: 'cancelled' } });
  expect(verdictsOf(world)).toEqual([]);
  expect(actsOf(world).slice(-2)).toEqual(['assessment.complete', 'sign.cancel']);
  // Before a window is even opened, too.
  expect(await call(page, 'sign', { assessment: world.paper })).toMatchObject({ ok: false, code: 'EVIDENCE_CHANGED' });
  flipByte(file, 1_000);
});

test('a package altered after it left is invalid, and the untouched one is not', async () => {
  const bureau = await world.startBureau();
  const signing = call(page, 'sign', { assessment: world.paper });
  await approve(await readThrough(await signingWindow(app, signing)));
  const signed = await signing;
  if (!signed.ok || signed.value.state !== 'signed') throw new Error(JSON.stringify(signed));
  const { sha256 } = signed.value.verdict;
  await expect.poll(async () => (await ask(page, 'verdict', { sha256 })).delivery, { intervals: [100] }).toBe('received');
  await bureau.stop();
  const { fileName, folder } = await ask(page, 'exportReport', { sha256 });
  const file = path.join(folder, fileName);
  expect(existsSync(file)).toBe(true);

  await openRail(page, '验证');
  const answer = async (chosen: string) => {
    await chooseNext(app, [chosen]);
    await page.getByRole('button', { name: /^选文件/ }).click();
    await expect(page.getByText(path.basename(chosen)).first()).toBeVisible();
    return (await ask(page, 'chooseAndVerify'))?.result.result;
  };
  expect(await answer(file)).toBe('valid');
  await expect(page.getByRole('heading', { name: '有效', exact: true })).toBeVisible();
  const altered = path.join(world.folder, '改过.shiqi-report.zip');
  const bytes = readFileSync(file);
  const at = bytes.indexOf('%PDF-') + 2_000;
  writeFileSync(altered, Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 1]), bytes.subarray(at + 1)]));
  expect(await answer(altered)).toBe('invalid');
  await expect(page.getByRole('heading', { name: '无效', exact: true })).toBeVisible();
});
