// What became of a locked file and who may confirm its deletion, from main's records; asked again whenever something was sent, received or enrolled.
import type { CountersignerView, QuarantineSteps } from '@shared/contract/views';
import { useCallback, useEffect } from 'react';
import { useSession } from '../../session/session-context';
import { useCall } from '../../session/use-call';

export type LockedData = {
  /** Null until main has answered. */
  readonly steps: QuarantineSteps | null;
  readonly people: readonly CountersignerView[];
  readonly again: () => void;
};

export function useLockedData(sha256: string): LockedData {
  const { bridge } = useSession();
  const steps = useCall(useCallback(() => bridge.quarantineSteps({ sha256 }), [bridge, sha256]));
  const people = useCall(useCallback(() => bridge.countersigners(undefined), [bridge]));
  const againSteps = steps.again;
  const againPeople = people.again;
  const again = useCallback(() => {
    void againSteps();
    void againPeople();
  }, [againSteps, againPeople]);
  useEffect(() => bridge.on('outbox', again), [bridge, again]);
  return {
    steps: steps.state === 'ready' ? steps.value : null,
    people: people.state === 'ready' ? people.value : [],
    again,
  };
}
