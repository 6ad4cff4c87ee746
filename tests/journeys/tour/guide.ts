// The guided tour: one product returned, one passed, through the whole main job, with nothing but the controls a person sees. It drives the real
// window, says what it does, and leaves what an outsider needs to judge the result. It never looks at the expected outcome of a sample but at the
// answers a reviewer would give from the papers.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { PRACTICE_PASSPHRASE, pageOf } from '../support/app.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const SECTIONS: Record<string, string> = { pre: '前', raw: '原', r1: '一', r2: '二', r3: '三', r4: '四' };

type PlannedAnswer = { readonly item: string; readonly answer: keyof typeof ANSWERS; readonly reason: string };
type PlannedFinding = {
  readonly item: string;
  readonly origin: 'machine' | 'person';
  readonly disposition: 'accepted' | 'overruled';
  readonly severity?: number;
  readonly reason: string;
};
export type ReviewPlan = {
  readonly answers: readonly PlannedAnswer[];
  readonly answersWhenSeen?: readonly PlannedAnswer[];
  readonly findings?: readonly PlannedFinding[];
};

const ANSWERS = { compliant: '符合', 'non-compliant': '不符合', 'not-applicable': '不适用', 'not-verified': '未核实' } as const;
const SEVERITIES = ['轻微', '低', '中', '高', '重大'];

/** What a reviewer would answer from the sample's papers. */
export const planOf = (sample: string): ReviewPlan =>
  JSON.parse(readFileSync(path.join(root, 'tests/vectors/samples', `${sample}.json`), 'utf8'));

/** pre-07 -> 前-7 */
const labelOf = (item: string): string => {
  const [section = '', number = ''] = item.split('-');
  return `${SECTIONS[section]}-${Number(number)}`;
};

export type Step = { readonly name: string; readonly at: string; readonly seconds: number };

export class Guide {
  readonly steps: Step[] = [];
  readonly #started = Date.now();
  #number = 0;
  constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
    readonly out: string,
  ) {
    mkdirSync(path.join(out, 'steps'), { recursive: true });
  }

  /** Says what was done and keeps a picture of it. */
  async step(name: string, page: Page = this.page): Promise<void> {
    this.#number++;
    const file = `${String(this.#number).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: path.join(this.out, 'steps', file) });
    const seconds = Math.round((Date.now() - this.#started) / 100) / 10;
    this.steps.push({ name, at: new Date().toISOString(), seconds });
    console.log(`[tour ${seconds.toFixed(1).padStart(5)} s] ${file}`);
  }

  async unlock(): Promise<void> {
    const { page } = this;
    await page.getByLabel('口令', { exact: true }).fill(PRACTICE_PASSPHRASE);
    await this.step('unlock');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '登记 供热需求指数' })).toBeVisible();
    await this.step('desk');
  }

  /** First question first; then the dossier as the sample's papers have it, looked through step by step, and filed. */
  async register(title: string, name: string): Promise<void> {
    const { page } = this;
    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '工作台' }).click();
    await page.getByRole('button', { name: `登记 ${title}`, exact: true }).click();
    await page.getByRole('radio', { name: '都不涉及' }).waitFor();
    await this.step(`${name}-state-secrets`);
    await page.getByRole('radio', { name: '都不涉及' }).check();
    const steps = page.getByRole('navigation', { name: '登记的八步' });
    await steps.getByRole('button', { name: /^开发利用协议/ }).click();
    await this.step(`${name}-agreement`);
    await steps.getByRole('button', { name: /^送审材料/ }).click();
    await this.step(`${name}-papers`);
    await steps.getByRole('button', { name: /^核对并立卷/ }).click();
    await page.getByRole('button', { name: /^立卷/ }).click();
    await expect(page.getByRole('radiogroup', { name: '回答' })).toBeVisible();
  }

  /** Waits until the sandboxed window has looked at everything: the tree marks what it saw. */
  async machineLooked(item: string): Promise<void> {
    await expect(this.treeItem(item)).toHaveAccessibleName(/机器已看/, { timeout: 120_000 });
  }

  treeItem(item: string) {
    return this.page.getByRole('button', { name: new RegExp(`^${labelOf(item)} `) });
  }

  /** Goes through every unanswered item, judges what the machine proposes, answers with a reason. */
  async assess(plan: ReviewPlan, name: string, pictures: readonly string[]): Promise<void> {
    const { page } = this;
    const planned = [...plan.answers, ...(plan.answersWhenSeen ?? [])];
    for (let round = 0; round < 80; round++) {
      const item = await this.openItem();
      const answer = planned.find((candidate) => candidate.item === item);
      if (!answer) throw new Error(`the papers of ${name} answer nothing for ${item}`);
      await this.answer(answer, plan.findings?.filter((finding) => finding.item === item) ?? []);
      if (pictures.includes(item)) await this.step(`${name}-${item}`);
      if (await this.allAnswered()) return;
      await page.getByRole('button', { name: /^下一未答/ }).click();
      await expect.poll(() => this.openItem(), { intervals: [20] }).not.toBe(item);
    }
    throw new Error(`${name} is not answered after 80 items`);
  }

  /** The header counts: 已答 40 / 40. */
  async allAnswered(): Promise<boolean> {
    const text =
      (await this.page
        .getByRole('banner')
        .getByText(/^已答 \d+ \/ \d+$/)
        .textContent()) ?? '';
    const [, done, all] = /(\d+) \/ (\d+)/.exec(text) ?? [];
    return done === all;
  }

  /** The item that is open now, read where the reviewer reads it. */
  async openItem(): Promise<string> {
    const label = await this.page
      .getByRole('article')
      .getByText(/^[前原一二三四]-\d+$/)
      .first()
      .textContent();
    const [group = '', number = ''] = (label ?? '').split('-');
    const section = Object.keys(SECTIONS).find((key) => SECTIONS[key] === group) ?? '';
    return `${section}-${number.padStart(2, '0')}`;
  }

  async answer({ answer, reason }: PlannedAnswer, findings: readonly PlannedFinding[]): Promise<void> {
    const { page } = this;
    const article = page.getByRole('article');
    const machine = findings.find(({ origin }) => origin === 'machine');
    if (machine?.disposition === 'overruled') {
      const overrule = article.getByRole('button', { name: /^推翻：/ });
      for (let left = await overrule.count(); left > 0; left = await overrule.count()) await overrule.first().click();
      for (const box of await article.getByRole('textbox', { name: '推翻的理由' }).all()) await box.fill(machine.reason);
    } else {
      const accept = article.getByRole('button', { name: /^采纳：/ });
      for (let left = await accept.count(); left > 0; left = await accept.count()) await accept.first().click();
    }
    await article.getByRole('radio', { name: ANSWERS[answer], exact: true }).check();
    await article.getByRole('textbox', { name: '理由', exact: true }).fill(reason);
    const person = findings.find(({ origin }) => origin === 'person');
    if (person?.severity) {
      await article
        .getByRole('group', { name: '严重程度' })
        .first()
        .getByRole('button', { name: SEVERITIES[person.severity - 1] ?? '', exact: true })
        .click();
      await article.getByRole('textbox', { name: '接受的理由' }).fill(person.reason);
    }
  }

  async openDecision(): Promise<void> {
    await this.page.getByRole('button', { name: /^去结论/ }).click();
    await expect(this.page.getByRole('heading', { name: '审核结论', level: 1 })).toBeVisible();
  }

  /** Reads all three pages to their end, as the window asks, and only then types the passphrase. */
  async sign(name: string): Promise<string> {
    const { page, app } = this;
    await page.getByRole('button', { name: /^打开签署窗口/ }).click();
    const window = await pageOf(app, 'signing');
    await expect(window.getByRole('heading', { name: '数据产品安全合规审核意见书' })).toBeVisible();
    await this.step(`${name}-sign-outcome`, window);
    const passphrase = window.getByRole('textbox', { name: /签署口令/ });
    for (let turns = 0; turns < 200 && (await passphrase.isDisabled()); turns++) await window.keyboard.press('PageDown');
    await this.step(`${name}-sign-position`, window);
    await passphrase.fill(PRACTICE_PASSPHRASE);
    await expect(window.getByRole('button', { name: /^签署/ })).toBeEnabled();
    await window.keyboard.press('Control+Enter');
    await expect(page.getByText(/演练〔\d{4}〕[0-9A-F]{4}-\d{4}号/).first()).toBeVisible();
    const number = await page
      .getByText(/演练〔\d{4}〕[0-9A-F]{4}-\d{4}号/)
      .first()
      .textContent();
    return /演练〔\d{4}〕[0-9A-F]{4}-\d{4}号/.exec(number ?? '')?.[0] ?? '';
  }

  async received(): Promise<void> {
    await expect(this.page.getByText('已回执').first()).toBeVisible({ timeout: 60_000 });
  }
}

/** What an outsider needs beside the pictures: trust file, ledger from line 0 with its checkpoint, the delivered files, byte for byte. */
export function leaveForOutsider(
  out: string,
  places: { readonly trustFile: string; readonly exports: string; readonly sample: string },
): void {
  cpSync(places.trustFile, path.join(out, 'trust.json'));
  for (const name of readdirSync(places.exports)) cpSync(path.join(places.exports, name), path.join(out, name));
  const product = path.join(root, 'resources/samples', places.sample, 'v1/product');
  mkdirSync(path.join(out, 'product'), { recursive: true });
  for (const name of readdirSync(product)) cpSync(path.join(product, name), path.join(out, 'product', name));
}

export const writeRecord = (out: string, record: object): void =>
  writeFileSync(path.join(out, 'tour.json'), `${JSON.stringify(record, null, 2)}\n`);
