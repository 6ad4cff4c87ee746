// A file with a mark of a state secret in the real window: a marked name is not taken, a mark inside locks the file by itself, and from then on main
// refuses to remove, file and sign. The ledger has an id and nothing else, and the page says whom to call.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { violations } from './support/axe';
import { ask, call, chooseNext, openAnalysis, reopened } from './support/desk';
import { storePaper } from './support/papers';
import { entriesOf, expect, test } from './support/world';

test('a marked file is locked where it is found, recorded by an id, and nothing more happens to it', async ({ world }) => {
  const { app, page: first } = await world.open();
  const dossier = randomUUID();
  const { registration } = await ask(first, 'loadSample', { id: 'heating-index', version: '1', dossier });
  const write = (name: string, text: string) => {
    const file = path.join(world.folder, name);
    writeFileSync(file, text);
    return file;
  };
  await chooseNext(app, [write('附表.csv', 'a,b\n1,2\n'), write('机密★1年 附表.csv', 'a,b\n1,2\n')]);
  expect(await call(first, 'chooseEvidence', { dossier, role: 'delivered' })).toMatchObject({ ok: false, code: 'FILE_MARKED' });

  await chooseNext(app, [write('说明.txt', '秘密★5年\n示例说明，第一段。\n')]);
  const [marked] = await ask(first, 'chooseEvidence', { dossier, role: 'delivered' });
  if (!marked) throw new Error('nothing was taken');
  const { sha256, name, bytes, role } = marked;
  const files = [{ sha256, name, bytes, role }, ...registration.files];
  const { now } = await ask(first, 'status');
  const paper = { ...world.paper, id: dossier, createdAt: now, updatedAt: now, registeredAt: now, answers: {}, findings: [] };
  const assessment = { ...paper, registration: { ...paper.registration, files } };
  await ask(first, 'fileDossier', { assessment });
  const look = async (page = first) => (await ask(page, 'analyses', { dossier })).find((view) => view.sha256 === sha256);
  await expect.poll(async () => (await look())?.code, { intervals: [100] }).toBe('EVIDENCE_QUARANTINED');

  expect(await call(first, 'removeEvidence', { dossier, sha256 })).toMatchObject({ ok: false, code: 'EVIDENCE_QUARANTINED' });
  expect(await call(first, 'fileDossier', { assessment })).toMatchObject({ ok: false, code: 'EVIDENCE_QUARANTINED' });
  expect(await call(first, 'sign', { assessment })).toMatchObject({ ok: false, code: 'EVIDENCE_QUARANTINED' });
  expect(await call(first, 'exportAnalysis', { dossier, sha256 })).toMatchObject({ ok: false, code: 'ANALYSIS_MISSING' });
  const lines = entriesOf(world).filter(({ body }) => body.act === 'evidence.quarantine');
  expect(lines.map(({ body }) => Object.keys(body).sort())).toEqual([['act', 'by', 'id']]);
  expect(JSON.stringify(lines)).not.toContain(sha256.slice(0, 12));

  await storePaper(first, world.dataKey, assessment);
  const page = await reopened(app, first);
  await openAnalysis(page);
  await expect(page.getByRole('alert').filter({ hasText: '已隔离' })).toContainText('本单位保密工作机构');
  // Why, what to do in which order, what it means, and the one line that the ledger has; of the file no word.
  const { quarantine } = (await look(page)) ?? {};
  expect(quarantine).toMatchObject({ id: lines[0]?.body.id, recorded: true });
  await expect(page.getByRole('table', { name: '为什么隔离' }).getByRole('row')).toHaveCount(2);
  const steps = page.getByRole('list', { name: '现在怎么办' }).getByRole('listitem');
  expect(await steps.getByRole('heading').allTextContents()).toEqual(['隔离', '停手', '找本单位保密工作机构', '等它处理']);
  await expect(page.getByRole('region', { name: '对这次审核的影响' })).toContainText('不能签署');
  await expect(page.getByRole('region', { name: '台账里记的' })).toContainText(quarantine?.id ?? 'none');
  await expect(page.getByText('示例说明')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});
