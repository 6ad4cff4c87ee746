// The first journey of the suite and what `npm start` runs where there is no display: the whole main job, B returned and A passed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, newFolder, pageOf, startBureau } from '../support/app.mjs';
import { Guide, leaveForOutsider, planOf, writeRecord } from './guide';

const root = path.resolve(import.meta.dirname, '../../..');
const out = path.resolve(root, process.env.SHIQI_TOUR_OUT ?? 'test-results/tour-out');

/** The samples' papers are dated, so the tour is walked on their day, by the clock of app and bureau alike: it comes out the same on any day. */
const CLOCK = '2026-11-23T09:00:00+08:00';

test('one product is returned, another passes, and an outsider can verify it', async () => {
  const folder = newFolder('tour');
  const started = new Date();
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const bureau = startBureau(path.join(folder, 'bureau'), { clock: CLOCK });
  const exports = path.join(folder, 'exports');
  const app = await launchApp({ folder, trustFile: bureau.trustFile, exports, clock: CLOCK });
  try {
    const page = await pageOf(app, 'bundle');
    const guide = new Guide(app, page, out);
    await guide.unlock();

    // B: the machine sees, the law explains, and the product goes back with its list.
    await guide.register('公交刷卡出行数据集', 'trips');
    await guide.machineLooked('r2-02');
    await guide.machineLooked('raw-03');
    const trips = planOf('bus-trips-v1');
    await guide.assess(trips, 'trips', ['r2-02', 'r1-02']);
    await guide.openDecision();
    await expect(page.getByRole('radio', { name: /^通过/ })).toBeDisabled();
    await page.getByRole('radio', { name: /^退回整改/ }).check();
    await page.getByRole('button', { name: /处各加一条/ }).click();
    await page.getByRole('textbox', { name: '结论说明' }).fill('交付内容超出协议范围，并含直接标识符，退回整改。');
    await guide.step('trips-decide');
    const returned = await guide.sign('trips');
    await guide.step('trips-verdict');
    await page.getByRole('button', { name: /^导出整改通知/ }).click();
    await expect(page.getByText(/已导出 .*整改通知\.pdf/)).toBeVisible({ timeout: 60_000 });

    // A: a false alarm is overruled, a low risk accepted with a reason, and it passes.
    await guide.register('供热需求指数', 'heating');
    await guide.machineLooked('r2-01');
    await guide.assess(planOf('heating-index-v1'), 'heating', ['r2-01', 'r4-04']);
    await guide.openDecision();
    await page.getByRole('radio', { name: /^通过/ }).check();
    await page.getByRole('textbox', { name: '结论说明' }).fill('指数由县区、周和建筑类型汇总而成，最小显示单元7户，可按协议交付。');
    await guide.step('heating-decide');
    const passed = await guide.sign('heating');
    await guide.received();
    await guide.step('heating-verdict');

    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: /^报送/ }).click();
    await expect(page.getByText('已回执').first()).toBeVisible();
    await guide.step('sync');

    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '报告' }).click();
    await page.getByText(passed).first().dblclick();
    await page.getByRole('button', { name: /^导出报告包/ }).click();
    await expect(page.getByText(/已导出 .*\.shiqi-report\.zip/)).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: /^验证导出的包/ }).click();
    await expect(page.getByText('有效', { exact: true }).first()).toBeVisible();
    await guide.step('verified');

    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '台账' }).click();
    await page.getByRole('button', { name: /^移交检查/ }).click();
    await expect(page.getByText(/entries\.jsonl/).first()).toBeVisible();
    await guide.step('ledger');

    leaveForOutsider(out, { trustFile: bureau.trustFile, exports, sample: 'heating-index' });
    writeRecord(out, { started: started.toISOString(), clock: CLOCK, steps: guide.steps, outcome: { returned, passed } });
  } catch (error) {
    const page = await pageOf(app, 'bundle');
    await page.screenshot({ path: path.join(out, 'stopped.png') });
    throw error;
  } finally {
    await app.close();
    await bureau.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  const [report] = readdirSync(out).filter((name) => name.endsWith('.shiqi-report.zip'));
  const products = readdirSync(path.join(out, 'product')).flatMap((name) => ['--product', path.join(out, 'product', name)]);
  const verified = spawnSync(
    process.execPath,
    ['out/node/verify.mjs', path.join(out, report ?? ''), '--trust', path.join(out, 'trust.json'), ...products, '--json'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(verified.status, verified.stdout + verified.stderr).toBe(0);
  expect(JSON.parse(verified.stdout)).toMatchObject({ result: 'valid', received: true, practice: true });
  const ledger = spawnSync(
    process.execPath,
    ['out/node/verify.mjs', path.join(out, 'entries.jsonl'), '--trust', path.join(out, 'trust.json')],
    { cwd: root, encoding: 'utf8' },
  );
  expect(ledger.status, ledger.stdout + ledger.stderr).toBe(0);
});
