// Runs a function of a spec in the app's main process. Playwright's own `evaluate` loses its answer now and then: the inspector holds the promise of
// an evaluation weakly, and a collection of garbage in main ends the call with "Resulting promise was garbage collected" (a quarter of the calls
// while main makes garbage without pause). Here main itself holds the promise, for as long as the app lives.
import type { ElectronApplication } from '@playwright/test';

type Electron = typeof import('electron');

/** What `act` returns in main, by value. `act` stands for itself: it sees `electron` and `given`, nothing else of the spec. */
export const inMain = <Given, Answer>(
  app: ElectronApplication,
  act: (electron: Electron, given: Given) => Answer | Promise<Answer>,
  ...[given]: unknown extends Given ? [] : [given: Given]
): Promise<Answer> =>
  app.evaluate(
    (electron, [source, value]) => {
      const run = new Function('electron', 'given', `return (${source})(electron, given)`) as (electron: Electron, given: Given) => Answer;
      const held = globalThis as unknown as { heldForSpecs?: Promise<Answer>[] };
      const answer = Promise.resolve(run(electron, value as Given));
      held.heldForSpecs = [...(held.heldForSpecs ?? []), answer];
      return answer;
    },
    [act.toString(), given] as const,
  );
