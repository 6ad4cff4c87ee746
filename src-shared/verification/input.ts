// What a person hands to the verifier. Files are bytes; whoever calls has read them. The clock only says whether something has expired.
import type { PublicKey } from '../attestation/suites/public-key';
import type { Instant } from '../basics/units';
import type { TrustedBureau } from '../bureau/trust';

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };

export type VerificationInput = {
  readonly file: GivenFile;
  readonly bureaus: readonly TrustedBureau[];
  readonly keys: readonly PublicKey[];
  readonly enrolments: readonly GivenFile[];
  readonly products: readonly GivenFile[];
  /** The verdict to a certificate, when its holder was given both. */
  readonly verdict: GivenFile | null;
  readonly batches: readonly GivenFile[];
  /** The workstation's checkpoint beside entries.jsonl. */
  readonly checkpoint: GivenFile | null;
  readonly now: Instant;
};

export const inputOf = (file: GivenFile, now: Instant, given: Partial<VerificationInput> = {}): VerificationInput => ({
  bureaus: [],
  keys: [],
  enrolments: [],
  products: [],
  verdict: null,
  batches: [],
  checkpoint: null,
  ...given,
  file,
  now,
});
