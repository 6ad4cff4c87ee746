// A reply made before an event may arrive after it: what was heard must outweigh the list, or a file stays "still looking" for ever.
import { NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysisView } from '@shared/contract/views';
import { expect, test } from 'vitest';
import { isUnfinished, withHeard } from '../../../src-renderer/session/use-analyses';

const view = (name: string, state: AnalysisView['state']): AnalysisView => ({
  dossier: 'd',
  sha256: '0'.repeat(64),
  name,
  state,
  done: 0,
  total: 1,
  code: null,
  role: 'delivered',
  question: NO_QUESTION,
  asked: 'nobody',
  result: null,
  parameters: {},
  version: '0.1.0',
  files: [],
  notChecked: [],
});
const heard = (...views: AnalysisView[]) => new Map(views.map((each) => [`${each.sha256} ${each.name}`, each]));
const states = (views: readonly AnalysisView[]) => views.map(({ name, state }) => `${name} ${state}`);

test('a list that is older than an event does not take the event back', () => {
  expect(states(withHeard([view('a', 'running'), view('b', 'queued')], heard(view('a', 'done'))))).toEqual(['a done', 'b queued']);
});

test('what was heard and is not on the list yet stands behind it', () => {
  expect(states(withHeard([view('a', 'done')], heard(view('b', 'running'))))).toEqual(['a done', 'b running']);
});

test('only a product file that was not looked at to its end keeps the decision waiting', () => {
  const beside = (state: AnalysisView['state']) => ({ ...view('a', state), role: 'comparison' as const });
  expect([view('a', 'failed'), view('a', 'cancelled'), view('a', 'done'), beside('failed')].map(isUnfinished)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
