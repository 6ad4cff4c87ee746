// The desk's page as a spec drives it: what a person sees by role and name, and the page's own bridge where a journey only needs to get somewhere.
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { InputOf, OutcomeOf } from '../../../src-shared/contract/call';
import type { DeskBridge, deskCalls } from '../../../src-shared/contract/contract';
import type { AppStatus } from '../../../src-shared/contract/views';
import { PRACTICE_PASSPHRASE, pageOf } from './app.mjs';
import { inMain } from './in-main';

type Calls = typeof deskCalls;

/** Calls main as the page itself would: same bridge, same checks. */
export const call = <K extends keyof Calls>(page: Page, name: K, input?: InputOf<Calls[K]>): Promise<OutcomeOf<Calls[K]>> =>
  page.evaluate(
    ([to, given]) => {
      const bridge = (window as unknown as { shiqi: DeskBridge }).shiqi as unknown as Record<string, (given: unknown) => Promise<unknown>>;
      return bridge[to as string]?.(given);
    },
    [name, input] as const,
  ) as Promise<OutcomeOf<Calls[K]>>;

/** The same, for a call that must succeed here. */
export async function ask<K extends keyof Calls>(page: Page, name: K, input?: InputOf<Calls[K]>) {
  const outcome = await call(page, name, input);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.code} ${outcome.detail ?? ''}`);
  return outcome.value as Extract<OutcomeOf<Calls[K]>, { ok: true }>['value'];
}

export const statusOf = (page: Page): Promise<AppStatus> => ask(page, 'status');

/** Types the passphrase where a person would and waits for the desk. */
export async function unlock(page: Page, passphrase: string = PRACTICE_PASSPHRASE): Promise<void> {
  await page.getByRole('textbox', { name: '口令' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

/** The desk's page of an app, unlocked. */
export async function openDesk(app: ElectronApplication, passphrase?: string): Promise<Page> {
  const page = await pageOf(app, 'bundle');
  await unlock(page, passphrase);
  return page;
}

/** Opens the page on which the outcome is decided, from the desk's queue. */
export const openDecision = (page: Page): Promise<void> => page.getByRole('button', { name: '去结论：供热需求指数' }).first().click();

/** From the desk's queue to its newest dossier. */
export const openAssessment = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: /审核：供热需求指数/ })
    .first()
    .click();

/** The same, and on to the analysis, by the keys. */
export async function openAnalysis(page: Page): Promise<void> {
  await openAssessment(page);
  await page.getByRole('radio', { name: '符合', exact: true }).focus();
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: '分析', level: 1 })).toBeAttached();
}

/** The desk's page once more, unlocked: what was put into its tables meanwhile is shown. */
export async function reopened(app: ElectronApplication, page: Page): Promise<Page> {
  await page.reload();
  return openDesk(app);
}

/** The system's dialog is not ours to drive: it answers with these files. */
export const chooseNext = (app: ElectronApplication, files: readonly string[]): Promise<void> =>
  inMain(
    app,
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
    },
    files,
  );

export const untilEnrolled = (page: Page): Promise<void> =>
  expect.poll(async () => (await statusOf(page)).enrolment, { intervals: [100] }).toBe('enrolled');

/** Opens an entry of the rail by its name. */
export const openRail = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name, exact: false }).first().click();

/** What the status bar says. */
export const statusBar = (page: Page) => page.getByRole('contentinfo', { name: '状态栏' });

/** Does what locks, and gives the fresh page that main puts in the place of the old one. */
export async function relocked(app: ElectronApplication, act: () => Promise<unknown>): Promise<Page> {
  const fresh = app.waitForEvent('window');
  await act();
  const page = await fresh;
  await expect(page.getByRole('textbox', { name: '口令' })).toBeVisible();
  return page;
}

/** The page of a signed verdict, named by its number. */
export const signedVerdict = (page: Page) => page.getByRole('region', { name: /^演练〔\d{4}〕[0-9A-F]{4}-\d{4}号$/ });
