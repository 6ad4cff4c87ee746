// The legal basis at the instants around the end of the measures, as the status bar, the decision page and the signed bytes state it. App and
// template run on clocks of their own. A second before midnight is the unit tests' matter: a window needs longer than that to open.
import { call, openDecision, signedVerdict, statusBar } from './support/desk';
import { approve, readThrough, signingWindow } from './support/signing';
import { expect, openWorld, test, verdictsOf } from './support/world';

const BAR = {
  'in-force': '审核依据有效',
  expiring: '审核依据临近届满，还有',
  disputed: '审核依据处于争议期，按',
  lapsed: '审核依据已届满；签署前须选定依据',
} as const;
type Status = keyof typeof BAR;

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
