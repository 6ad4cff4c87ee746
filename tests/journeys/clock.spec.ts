// The legal basis at the instants around the end of the measures, as the status bar, the decision page and the signed bytes state it. App and
// template run on clocks of their own. `--clock` runs on from where it is set, and no app can be started, unlocked and asked to sign within one
// second of it: so the last second of a day (15:59:59Z) is a window that stands open through it here, five minutes before it in the table, and
// exact to the millisecond in the unit tests of `basisAt` and `basisStands`, the two functions that main asks when it builds and when it signs.
import { errorTexts } from '../../src-shared/texts/errors';
import { call, openDecision, signedVerdict, statusBar, statusOf } from './support/desk';
import { approve, decline, readThrough, signingWindow } from './support/signing';
import { expect, openWorld, test, verdictsOf } from './support/world';

const BAR = {
  'in-force': '审核依据有效',
  expiring: '审核依据临近届满，还有',
  disputed: '审核依据处于争议期，按',
  lapsed: '审核依据已届满；签署前须选定依据',
} as const;
type Status = keyof typeof BAR;
const MIDNIGHT = Date.parse('2026-11-28T16:00:00Z');

/** `sign`: one verdict per status is signed, in force by the journey of the windows. `says`: what the bar adds. */
const INSTANTS: readonly { readonly at: string; readonly status: Status; readonly says?: string; readonly sign?: true }[] = [
  { at: '2026-08-01T04:00:00Z', status: 'in-force' },
  { at: '2026-11-28T15:55:00Z', status: 'expiring', says: '审核依据今天届满', sign: true },
  { at: '2026-11-28T16:00:00Z', status: 'disputed', says: '11-29、11-30', sign: true },
  { at: '2026-11-29T16:00:00Z', status: 'disputed', says: '按 11-30 末' },
  { at: '2026-11-30T15:55:00Z', status: 'disputed', says: '按 11-30 末' },
  { at: '2026-11-30T16:00:00Z', status: 'lapsed' },
  { at: '2027-03-01T00:00:00Z', status: 'lapsed', sign: true },
];

for (const { at, status, says = BAR[status], sign } of INSTANTS)
  test(`at ${at} the basis is ${status}${sign ? ', and so it is signed' : ''}`, async ({ template }) => {
    const world = openWorld(template, 'clock');
    try {
      const { app, page } = await world.open(at);
      await expect(statusBar(page)).toContainText(says);
      await openDecision(page);
      const choice = page.getByRole('radiogroup', { name: '选定审核依据' });
      const open = page.getByRole('button', { name: /^打开签署窗口/ });
      const needed = status === 'disputed' || status === 'lapsed';
      await expect(open).toBeVisible();
      await expect(choice).toHaveCount(needed ? 1 : 0);
      if (needed) {
        await expect(open).toBeDisabled();
        expect(await call(page, 'sign', { assessment: world.paper })).toMatchObject({ ok: false, code: 'BASIS_NOT_CHOSEN' });
        // Nothing is preset.
        await expect(choice.getByRole('radio', { checked: true })).toHaveCount(0);
        await choice.getByRole('radio').nth(1).check();
      } else {
        const chosen = { ...world.paper, decision: { ...world.paper.decision, basis: 'method' as const } };
        expect(await call(page, 'sign', { assessment: chosen })).toMatchObject({ ok: false });
      }
      await expect(open).toBeEnabled();
      expect(verdictsOf(world)).toEqual([]);
      if (!sign) return;
      await open.click();
      await approve(await readThrough(await signingWindow(app)));
      await expect(signedVerdict(page)).toBeVisible();
      expect(verdictsOf(world)).toMatchObject([{ practice: true, basis: { status, chosen: needed ? 'method' : null } }]);
    } finally {
      await world.close();
    }
  });

test('a window that stands open over the last second of the measures signs nothing afterwards', async ({ template }) => {
  const world = openWorld(template, 'midnight');
  try {
    const { app, page } = await world.open('2026-11-28T15:59:35Z');
    const signing = call(page, 'sign', { assessment: world.paper });
    const window = await readThrough(await signingWindow(app, signing));
    await expect(statusBar(page)).toContainText('审核依据今天届满');
    await expect.poll(async () => Date.parse((await statusOf(page)).now), { intervals: [200] }).toBeGreaterThanOrEqual(MIDNIGHT);
    await approve(window);
    await expect(window.getByRole('alert')).toContainText(errorTexts.zh.BASIS_CHANGED.title);
    await decline(window);
    expect(await signing).toEqual({ ok: true, value: { state: 'cancelled' } });
    expect(verdictsOf(world)).toEqual([]);
    expect(await call(page, 'sign', { assessment: world.paper })).toMatchObject({ ok: false, code: 'BASIS_NOT_CHOSEN' });
  } finally {
    await world.close();
  }
});
