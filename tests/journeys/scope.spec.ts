// The nested scopes of the registration in the real window: what was applied for is typed and compared, a breach is proposed under its item, overruled
// with a reason that is kept, and what was said of the same breach at the last review stands beside it.
import { randomUUID } from 'node:crypto';
import type { AssessmentDraft } from '../../src-shared/assessment/model';
import { scopeStepProposals } from '../../src-shared/assessment/scope-proposals';
import { ask, openAssessment, relocked, reopened, unlock } from './support/desk';
import { activeEdition, analysed, storePaper } from './support/papers';
import { expect, test } from './support/world';

const THIRD = '示例第三方数据有限公司';

test('a breach of the registered scopes is proposed, judged, kept, and shown with what was said of it before', async ({ world }) => {
  const { app, page: first } = await world.open();
  const { edition } = await activeEdition(first);
  const { now } = await ask(first, 'status');
  const id = randomUUID();
  const { registration: sample } = await ask(first, 'loadSample', { id: 'heating-index', version: '1', dossier: id });
  const { product } = world.paper.registration;
  const wider = { ...world.paper.registration, product: { ...product, recipients: [...product.recipients, THIRD] } };
  const said = scopeStepProposals(wider, edition).map((each) => ({
    ...each,
    disposition: 'overruled' as const,
    reason: '补充协议一已列入',
  }));
  const before: AssessmentDraft = { ...world.paper, registration: wider, findings: [...world.paper.findings, ...said] };
  const paper: AssessmentDraft = {
    ...world.paper,
    id,
    createdAt: now,
    updatedAt: now,
    registeredAt: now,
    registration: { ...wider, product: { ...wider.product, version: '2' }, files: sample.files },
    answers: {},
    findings: [],
  };
  await ask(first, 'fileDossier', { assessment: paper });
  await analysed(first, id);
  for (const each of [before, paper]) await storePaper(first, world.dataKey, each);
  const page = await reopened(app, first);

  // Only what was applied for is supplied: typed in the registration, seen in the assessment.
  await openAssessment(page);
  await page.getByRole('button', { name: '看登记' }).click();
  await page.getByRole('button', { name: '修改 授权与数据来源' }).click();
  const application = page.getByRole('group', { name: '数据开发利用申请和供给' });
  await application.getByRole('textbox', { name: '申请的目录' }).fill('QQ-0102\nQQ-0233');
  await application.getByRole('textbox', { name: '交接单上的字段' }).fill('余额');
  await page.getByRole('button', { name: /^去审核/ }).click();
  const steps = page.getByRole('table', { name: '供给对申请' });
  await steps.getByRole('button', { name: '字段 一-3' }).click();
  const article = page.getByRole('article');
  await expect(article.getByText(/^供给对申请，目录超出：QQ-0417；/)).toBeVisible();
  await expect(article.getByText(/^供给对申请，字段超出：余额；/)).toBeVisible();

  await page.getByRole('table', { name: '产品对协议' }).getByRole('button', { name: '接收方 一-6' }).click();
  await expect(article.getByText(new RegExp(`接收方超出：${THIRD}`))).toBeVisible();
  await expect(article.getByText(/上次（第 1 版）：推翻，理由：补充协议一已列入/)).toBeVisible();
  await article.getByRole('button', { name: /^推翻：/ }).click();
  await article.getByRole('textbox', { name: '推翻的理由' }).fill('补充协议二仍列有该接收方');

  // Locking writes out first.
  const locked = await relocked(app, () => page.getByRole('button', { name: '立即锁定' }).click());
  await unlock(locked);
  await openAssessment(locked);
  await locked.getByRole('button', { name: /^一-6 / }).click();
  await expect(locked.getByRole('textbox', { name: '推翻的理由' })).toHaveValue('补充协议二仍列有该接收方');
});
