// The app's own use of the verifier that everybody has: same code, the profile's trust file, a file that a person dropped. Nothing is kept.

import type { Trust } from '@main/trust/trust';
import { failure, ok, type Result } from '@shared/basics/result';
import type { Clock } from '@shared/basics/time';
import { inputOf } from '@shared/verification/input';
import type { VerificationResult } from '@shared/verification/result';
import { verifyArtifact } from '@shared/verification/verify-artifact';

export function verifyFile(
  fileName: string,
  bytes: Uint8Array,
  trust: Trust,
  clock: Clock,
): Result<{ fileName: string; result: VerificationResult }, 'FILE_UNREADABLE'> {
  const bureau = trust.bureau();
  try {
    return ok({
      fileName,
      result: verifyArtifact(inputOf({ name: fileName, bytes: new Uint8Array(bytes) }, clock(), { bureaus: bureau ? [bureau] : [] })),
    });
  } catch {
    return failure('FILE_UNREADABLE', fileName);
  }
}
