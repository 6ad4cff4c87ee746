// The signing window as a person goes through it: every page to its end, a passphrase, the one red button.
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { PRACTICE_PASSPHRASE, pageOf } from './app.mjs';

/** Presses of PageDown until a paper of three pages is read; a very long verdict needs some dozens. */
const MOST_PRESSES = 200;

/** The window that main opens to have something signed; where a call asked for it, its refusal is the error. */
export async function signingWindow(app: ElectronApplication, signing?: Promise<unknown>): Promise<Page> {
  if (!signing) return pageOf(app, 'signing');
  const refused = signing.then((outcome) => {
    throw new Error(`no signing window: ${JSON.stringify(outcome)}`);
  });
  return Promise.race([pageOf(app, 'signing'), refused]);
}

/** Reads every page of the signing window to its end, as a person must before the passphrase can be typed. */
export async function readThrough(page: Page): Promise<Page> {
  const field = passphraseField(page);
  await expect(field).toBeVisible();
  for (let pressed = 0; pressed < MOST_PRESSES && (await field.isDisabled()); pressed++) await page.keyboard.press('PageDown');
  await expect(field).toBeEnabled();
  return page;
}

export const passphraseField = (page: Page) => page.getByRole('textbox', { name: /的签署口令$/ });
export const signButton = (page: Page) => page.getByRole('button', { name: /^签署“/ });

/** Types the passphrase and presses the button; what follows is the window's answer. */
export async function approve(page: Page, passphrase: string = PRACTICE_PASSPHRASE): Promise<void> {
  await passphraseField(page).fill(passphrase);
  await expect(signButton(page)).toBeEnabled();
  await signButton(page).click();
}

/** Leaves without signing; the window goes while the key is still being pressed. */
export async function decline(page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.keyboard.press('Escape').catch(() => undefined);
  await closed;
}
