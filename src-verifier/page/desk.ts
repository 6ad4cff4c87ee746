// What lies on the page's desk: one file to verify, and whatever was dropped beside it. Says what a dropped file is for by looking into it.
import { openEnvelope } from '@shared/attestation/dsse';
import { statementOf } from '@shared/attestation/statements/statement';
import { parsePublicKeyPem } from '@shared/attestation/suites/public-key';
import type { Instant } from '@shared/basics/units';
import { parseTrustFile } from '@shared/bureau/trust';
import { type GivenFile, inputOf, type VerificationInput } from '@shared/verification/input';
import type { VerificationResult } from '@shared/verification/result';
import { verifyArtifact } from '@shared/verification/verify-artifact';

export type Desk = Omit<VerificationInput, 'file' | 'now'> & { readonly main: GivenFile | null };

export const EMPTY_DESK: Desk = {
  main: null,
  bureaus: [],
  keys: [],
  enrolments: [],
  products: [],
  verdict: null,
  batches: [],
  checkpoint: null,
};

/** Puts a dropped file where it belongs. A new main file clears what belonged to the last, but never the trust. */
export function putDown(desk: Desk, file: GivenFile): Desk {
  const trust = parseTrustFile(file.bytes);
  if (trust.ok) return { ...desk, bureaus: trust.value };
  if (file.name.endsWith('.pem')) {
    const key = parsePublicKeyPem(new TextDecoder().decode(file.bytes));
    if (key.ok) return { ...desk, keys: [...desk.keys, key.value] };
  }
  if (file.name === 'checkpoint') return { ...desk, checkpoint: file };
  if (desk.main !== null) {
    const beside = putBeside(desk, file);
    if (beside !== null) return beside;
  }
  return { ...EMPTY_DESK, bureaus: desk.bureaus, keys: desk.keys, checkpoint: desk.checkpoint, main: file };
}

/** @returns null when the file is one to verify by itself. */
function putBeside(desk: Desk, file: GivenFile): Desk | null {
  const envelope = openEnvelope(file.bytes);
  const statement = envelope.ok ? statementOf(envelope.value) : null;
  if (statement?.ok && statement.value.kind === 'enrolment') return { ...desk, enrolments: [...desk.enrolments, file] };
  if (statement?.ok && statement.value.kind === 'batch') return { ...desk, batches: [...desk.batches, file] };
  if (statement?.ok && statement.value.kind === 'verdict' && desk.main?.name.includes('certificate')) return { ...desk, verdict: file };
  if (envelope.ok || verifyArtifact(inputOf(file, 0 as Instant)).result !== 'unreadable') return null;
  // Only a verdict or certificate has product files; beside anything else an unknown file is a file to be told about.
  const kind = verifyDesk(desk, 0 as Instant)?.kind;
  if (kind !== 'report-package' && kind !== 'certificate-package' && kind !== 'envelope') return null;
  return { ...desk, products: [...desk.products, file] };
}

export function verifyDesk({ main, ...given }: Desk, now: Instant): VerificationResult | null {
  return main === null ? null : verifyArtifact(inputOf(main, now, given));
}
