// axe in the real window, over the screens of the main job: what a screen reader or a keyboard would stumble over, and contrast.
import type { Page } from '@playwright/test';
import { violations } from './support/axe';
import { ask, openDecision, openRail } from './support/desk';
import { expect, test } from './support/world';

async function settledViolations(page: Page): Promise<string[]> {
  // Colours that are still fading are no colours of ours.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Away from the rail, whose tooltips lie outside the page's landmarks.
  await page.mouse.move(700, 500);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  return violations(page);
}

test('no screen of the main job has a violation that axe knows, in light and dark', async ({ world }) => {
  const { page } = await world.open();
  const found: Record<string, string[]> = {};
  for (const theme of ['light', 'dark'] as const) {
    await ask(page, 'setPreferences', { theme });
    const look = async (name: string) => {
      found[`${name} ${theme}`] = await settledViolations(page);
    };
    await openRail(page, '工作台');
    await look('desk');
    for (const name of ['产品', '审核', '报告', '报送', '台账', '验证', '设置']) {
      await openRail(page, name);
      await page.getByRole('main').waitFor();
      await look(name);
    }
    await openRail(page, '工作台');
    await openDecision(page);
    await look('decide');
  }
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
});
