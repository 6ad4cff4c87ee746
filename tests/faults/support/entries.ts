// What the fault suites write: a workstation's key made from fixed bytes, and entries of a wanted size.
import { generatePrivateKey, publicKeyOf, signerOf } from '@shared/attestation/suites';
import type { Instant } from '@shared/basics/units';
import type { NewEntry } from '@shared/ledger/entry';

const key = generatePrivateKey('ed25519', () => new Uint8Array(32).fill(7));
export const workstation = publicKeyOf(key);
export const signer = signerOf(key);
export const clock = () => 1_795_000_000_000 as Instant;

/** @param padding how many bytes longer than the shortest entry. */
export const entry = (id: string, padding = 0): NewEntry => ({
  kind: 'operation',
  body: { act: 'evidence.add', by: 'p-1', id, reason: 'x'.repeat(padding) },
});
