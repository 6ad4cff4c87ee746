// The import of a trust file as one piece of state: file chosen, groups typed and judged by main, two names, the final confirmation.
import type { TrustView } from '@shared/contract/views';
import { useState } from 'react';
import { useSession } from '../../../session/session-context';
import { differing, emptyFingerprint, type Fingerprint, judgeGroup, missingToTrust, readyToTrust, typeGroup } from './fingerprint';

export function useTrustImport(onTrusted: () => void) {
  const { bridge, refreshStatus } = useSession();
  const [file, setFile] = useState<TrustView | null>(null);
  const [groups, setGroups] = useState<Fingerprint>(emptyFingerprint);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const missing = missingToTrust(groups, first, second);

  return {
    file,
    groups,
    first,
    second,
    code,
    missing,
    stopped: differing(groups),
    ready: file !== null && readyToTrust(missing),
    setFirst,
    setSecond,
    async choose(): Promise<void> {
      const outcome = await bridge.chooseTrust(undefined);
      setCode(outcome.ok ? null : outcome.code);
      if (!outcome.ok || outcome.value === null) return;
      setFile(outcome.value);
      setGroups(emptyFingerprint());
    },
    /** Resolves to true when the group is whole and matches: the next box may take the focus. */
    async type(index: number, typed: string): Promise<boolean> {
      const next = typeGroup(groups, index, typed);
      const group = next[index]?.typed ?? '';
      setGroups(next);
      if (file === null || group.length !== 4) return false;
      const outcome = await bridge.checkTrustGroup({ token: file.token, index, group });
      setCode(outcome.ok ? null : outcome.code);
      if (!outcome.ok) return false;
      setGroups((current) => judgeGroup(current, index, group, outcome.value.matches));
      return outcome.value.matches;
    },
    retype: (index: number) => setGroups((current) => typeGroup(current, index, '')),
    async confirm(): Promise<void> {
      if (file === null) return;
      const outcome = await bridge.confirmTrust({
        token: file.token,
        groups: groups.map((group) => group.typed),
        persons: [first.trim(), second.trim()],
      });
      setCode(outcome.ok ? null : outcome.code);
      if (!outcome.ok) return;
      await refreshStatus();
      onTrusted();
    },
  };
}
export type TrustImport = ReturnType<typeof useTrustImport>;
