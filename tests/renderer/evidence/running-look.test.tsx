// @vitest-environment jsdom
// A look under way: how far it is, in the page and to whoever does not see it; that it can be stopped, and asked again afterwards; and why one did not end.
import { NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysisView } from '@shared/contract/views';
import { act, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { LookHead, LookState } from '../../../src-renderer/features/evidence/file-look';
import { Parameters } from '../../../src-renderer/features/evidence/parameters';
import { mountedRoot } from '../../support/mounted-root';

const root = mountedRoot();
const shown = (children: ReactNode) => act(async () => root().render(children));
const view = (change: Partial<AnalysisView>): AnalysisView => ({
  dossier: 'd',
  sha256: 'a'.repeat(64),
  name: 'trips.csv',
  state: 'running',
  done: 250,
  total: 1_000,
  code: null,
  role: 'delivered',
  question: NO_QUESTION,
  asked: 'nobody',
  result: null,
  parameters: {},
  version: '0.1.0',
  files: [],
  notChecked: [],
  ...change,
});

describe('the parameters', () => {
  it('are not said before there is a result: nobody asked anything yet', async () => {
    for (const state of ['queued', 'running', 'failed'] as const) {
      await shown(<Parameters view={view({ state })} part={null} edition="示例清单" open={false} onChange={null} />);
      expect(document.body.textContent).toBe('');
    }
  });

  it('are those of the result that is shown, when a look with others did not finish', async () => {
    const limits = { ...NO_QUESTION.limits, maxRows: 5 };
    const failed = view({
      state: 'done',
      code: 'ANALYSIS_WINDOW_DIED',
      result: 'b'.repeat(64),
      parameters: { 'max-rows': '1000', 'max-bytes': '1000000' },
      question: { ...NO_QUESTION, limits },
    });
    await shown(<Parameters view={failed} part={null} edition="示例清单" open={false} onChange={null} />);
    const said = document.body.textContent ?? '';
    expect([said.includes('最多行数 1,000'), said.includes('最多行数 5'), said.includes('最多读')]).toEqual([true, false, true]);
  });
});

describe('a look', () => {
  it('tells how far it is while it runs, and nothing when it is done', async () => {
    await shown(<LookState view={view({})} name="trips.csv" />);
    const bar = document.querySelector('[role="progressbar"]');
    expect([bar?.getAttribute('aria-valuenow'), bar?.getAttribute('aria-label')]).toEqual(['25', expect.stringContaining('250')]);
    await shown(<LookState view={view({ state: 'queued', done: 0 })} name="trips.csv" />);
    expect([document.querySelector('[role="progressbar"]'), document.querySelector('[role="status"]')?.textContent]).toEqual([
      null,
      expect.stringContaining('trips.csv'),
    ]);
    await shown(<LookState view={view({ state: 'done', done: 1_000 })} name="trips.csv" />);
    expect(document.body.textContent).toBe('');
  });

  it('that has no result yet says that nobody need wait for it, and one with a result before does not', async () => {
    const said: boolean[] = [];
    for (const result of [null, 'b'.repeat(64)])
      for (const state of ['queued', 'running'] as const) {
        await shown(<LookState view={view({ state, result })} name="trips.csv" />);
        said.push(document.body.textContent?.includes('不用守着') ?? false);
      }
    expect(said).toEqual([true, true, false, false]);
  });

  it('that was stopped says so with its code, and that the result of the one before stands', async () => {
    await shown(<LookState view={view({ state: 'cancelled', code: 'ANALYSIS_CANCELLED' })} name="trips.csv" />);
    const stopped = document.body.textContent ?? '';
    await shown(<LookState view={view({ state: 'done', code: 'ANALYSIS_CANCELLED', result: 'b'.repeat(64) })} name="trips.csv" />);
    expect([stopped.includes('ANALYSIS_CANCELLED'), document.body.textContent?.includes('ANALYSIS_CANCELLED')]).toEqual([true, true]);
    expect(document.body.textContent).not.toBe(stopped);
    // A person who stopped it is not told that it failed.
    expect(document.body.textContent).not.toContain('没有完成');
  });

  it('can be stopped while it runs, asked for again when it does not, and neither once the verdict is signed', async () => {
    const pressed: string[] = [];
    const acts = { exportResult: null, again: () => pressed.push('again'), cancel: () => pressed.push('cancel'), back: () => {} };
    const head = (running: boolean, frozen = false) => (
      <LookHead
        look={null}
        name="trips.csv"
        tables={[]}
        onTable={() => {}}
        running={running}
        frozen={frozen}
        quarantined={false}
        back="回到审核"
        acts={acts}
      />
    );
    const press = (name: string) =>
      act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());
    for (const running of [true, false]) {
      await shown(head(running));
      for (const name of ['取消分析', '重新分析']) await press(name);
    }
    expect(pressed).toEqual(['cancel', 'again']);
    await shown(head(true, true));
    for (const name of ['取消分析', '重新分析']) await press(name);
    expect(pressed).toHaveLength(2);
  });
});
