// @vitest-environment jsdom
// The page of the curve leads to the item that it informs, also where nothing is above a reference, and shows what was said of the same last time.
import { membershipSchema } from '@shared/analysis/risk/schema';
import { proposals } from '@shared/assessment/proposals';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../../src-renderer/components/language';
import { MembershipView } from '../../../src-renderer/features/evidence/membership-view';
import { mountedRoot } from '../../support/mounted-root';
import { edition } from '../../support/shipped-edition';
import { look, view } from './looks-support';

const root = mountedRoot();

const measured = (auc: number, nonMembers = 500) =>
  membershipSchema.parse({
    members: 500,
    nonMembers,
    auc,
    advantage: 0.1,
    tprAtFpr: { '0.01': 0.01, '0.001': 0.001 },
    interval95: { auc: [auc - 0.02, auc + 0.02], advantage: [0, 0.2], tprAtFpr: { '0.01': [0, 0.02], '0.001': [0, 0.004] }, method: '' },
    ties: 0,
    curve: [],
  });

async function shown(auc: number, nonMembers?: number) {
  const membership = measured(auc, nonMembers);
  const file = look({ name: '得分.csv', membership });
  const [finding = null] = proposals([file], edition);
  const opened: string[] = [];
  await act(async () =>
    root().render(
      <LanguageProvider value="zh">
        <MembershipView
          membership={membership}
          file={{ sha256: file.sha256, name: file.name, bytes: 9, role: 'comparison' }}
          view={view(file.sha256, [file])}
          rows={1_000}
          edition={edition}
          about="示例"
          finding={finding}
          acts={{
            accept: () => {},
            overrule: () => {},
            reason: () => {},
            openItem: (item) => void opened.push(item),
            before: () => ({ dossier: 'd', version: '1', reason: '得分已经取整' }),
            frozen: false,
          }}
          onBack={() => {}}
        />
      </LanguageProvider>,
    ),
  );
  await act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '三-2')?.click());
  return { finding, opened, said: document.body.textContent ?? '' };
}

describe('the page of the curve', () => {
  it('leads to its item and shows what was said last time, when the finding is to be judged', async () => {
    const { finding, opened, said } = await shown(0.9);
    expect([finding?.item, opened]).toEqual(['r3-02', ['r3-02']]);
    expect(said).toContain('得分已经取整');
  });

  it('leads to its item when there is nothing to judge', async () => {
    const { finding, opened, said } = await shown(0.5);
    expect([finding, opened]).toEqual([null, ['r3-02']]);
    expect(said).not.toContain('得分已经取整');
  });

  it('says that it leaks on average only where the average itself is above the reference, not its interval alone', async () => {
    const said = [(await shown(0.59)).said, (await shown(0.9)).said];
    expect(said.map((each) => [each.includes('说不准'), each.includes('泄露明显')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('says nothing of the low end where too few non-members let nobody measure it', async () => {
    const said = [(await shown(0.5)).said, (await shown(0.5, 30)).said];
    expect(said.map((each) => each.includes('没有明显高于乱猜'))).toEqual([true, false]);
    expect(said[1]).toContain('没有测出来');
  });

  it('says of scores that are low for members what they give away when they are turned round', async () => {
    const { finding, said } = await shown(0.1);
    expect(finding?.item).toBe('r3-02');
    expect(said).toContain('得分反过来用就是 0.90');
    expect(said).toContain('▲0.100');
  });
});
