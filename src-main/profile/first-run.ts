// Importing the bureau's trust file: the root of everything a workstation believes. Two people compare eight groups of its fingerprint with what
// the bureau reads out on the telephone; the page learns only whether a group matches, never the answer.
import { randomUUID } from 'node:crypto';
import type { Operations } from '@main/operations/operations';
import { fingerprintGroups, type Trust } from '@main/trust/trust';
import { sha256Hex } from '@shared/basics/digest';
import { failure, ok, type Result } from '@shared/basics/result';
import { parseTrustFile } from '@shared/bureau/trust';
import type { TrustView } from '@shared/contract/views';

type Chosen = { readonly token: string; readonly bytes: Uint8Array };

export function createTrustImport(trust: Trust, operations: Operations, practice: boolean, arrived: () => void) {
  let chosen: Chosen | null = null;
  const held = (token: string): Chosen | null => (chosen?.token === token ? chosen : null);

  return {
    inspect(fileName: string, bytes: Uint8Array): Result<TrustView, 'TRUST_UNREADABLE' | 'TRUST_PRACTICE'> {
      const parsed = parseTrustFile(bytes);
      if (!parsed.ok || parsed.value.length === 0) return failure('TRUST_UNREADABLE', parsed.ok ? 'empty' : parsed.code);
      if (!parsed.value.some((bureau) => bureau.practice === practice)) return failure('TRUST_PRACTICE');
      chosen = { token: randomUUID(), bytes };
      return ok({
        token: chosen.token,
        fileName,
        sha256: sha256Hex(bytes),
        bureaus: parsed.value.map((bureau) => ({
          name: bureau.name,
          practice: bureau.practice,
          origin: bureau.origin,
          statementKeys: bureau.statementKeys.map(({ suite, keyid }) => ({ suite, keyid })),
          logKeys: bureau.logKeys.length,
          witnessKeys: bureau.witnessKeys.length,
          url: bureau.url,
        })),
      });
    },

    check(token: string, index: number, group: string): Result<{ matches: boolean }, 'TRUST_TOKEN_UNKNOWN'> {
      const file = held(token);
      return file ? ok({ matches: fingerprintGroups(file.bytes)[index] === group }) : failure('TRUST_TOKEN_UNKNOWN');
    },

    confirm(
      token: string,
      groups: readonly string[],
      persons: readonly string[],
    ): Result<null, 'TRUST_TOKEN_UNKNOWN' | 'FINGERPRINT_MISMATCH' | 'PERSONS_EQUAL'> {
      const file = held(token);
      if (!file) return failure('TRUST_TOKEN_UNKNOWN');
      if (persons[0]?.trim() === persons[1]?.trim()) return failure('PERSONS_EQUAL');
      if (fingerprintGroups(file.bytes).some((group, index) => groups[index] !== group)) return failure('FINGERPRINT_MISMATCH');
      const imported = trust.importTrust(file.bytes);
      if (!imported.ok) return failure('TRUST_TOKEN_UNKNOWN', imported.code);
      operations.record('trust.import', sha256Hex(file.bytes), { reason: `compared by ${persons.join(', ')}` });
      chosen = null;
      arrived();
      return ok(null);
    },
  };
}
export type TrustImport = ReturnType<typeof createTrustImport>;
