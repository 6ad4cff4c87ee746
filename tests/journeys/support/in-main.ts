// Runs a function of a spec in the app's main process. Playwright's own `evaluate` loses its answer now and then: the inspector holds what it waits
// for weakly, and a collection of garbage in main at the wrong moment ends the call with "Resulting promise was garbage collected" (a quarter of the
// calls while main makes garbage without pause). Here main keeps each answer under a name, so that it can be asked for again without acting again.
import { randomUUID } from 'node:crypto';
import type { ElectronApplication } from '@playwright/test';

type Electron = typeof import('electron');

const LOST = 'Resulting promise was garbage collected';
const MOST_ASKED = 20;

/** What `act` returns in main, by value; it runs once. `act` stands for itself: it sees `electron` and `given`, nothing else of the spec. */
export async function inMain<Given, Answer>(
  app: ElectronApplication,
  act: (electron: Electron, given: Given) => Answer | Promise<Answer>,
  ...[given]: unknown extends Given ? [] : [given: Given]
): Promise<Answer> {
  const name = randomUUID();
  const ask = () =>
    app.evaluate(
      (electron, [source, value, key]) => {
        const kept = globalThis as unknown as { answersForSpecs?: Map<string, Promise<Answer>> };
        kept.answersForSpecs ??= new Map();
        const known = kept.answersForSpecs.get(key);
        if (known) return known;
        const run = new Function('electron', 'given', `return (${source})(electron, given)`) as (
          electron: Electron,
          given: Given,
        ) => Answer;
        const answer = Promise.resolve(run(electron, value as Given));
        kept.answersForSpecs.set(key, answer);
        return answer;
      },
      [act.toString(), given, name] as const,
    );
  for (let asked = 1; ; asked++) {
    try {
      return await ask();
    } catch (error) {
      if (asked === MOST_ASKED || !(error instanceof Error && error.message.includes(LOST))) throw error;
    }
  }
}
