// Starts the killable bureau and waits until it is gone.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { KillPoint } from './killable';

export type KillableBureau = {
  readonly url: string;
  /** From now on it ends at this point. */
  readonly arm: (point: KillPoint) => Promise<void>;
  /** Ends it now, with SIGKILL. */
  readonly kill: () => void;
  /** Resolves with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
};

export async function forkKillable(program: string, folder: string): Promise<KillableBureau> {
  const child = fork(program, [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return {
    url,
    ended,
    kill: () => child.kill('SIGKILL'),
    async arm(point) {
      const armed = once(child, 'message');
      child.send(point);
      await armed;
    },
  };
}
