// The header `Shiqi-Request`: a workstation shows that a GET is its own. Base64 of a signed note over three lines: `shiqi-request/v1`, method
// and path, POSIX time. Good for ten minutes; only reading goes this way, so a replay learns nothing that its sender could not.
import type { Signer } from '../attestation/suites';
import type { PublicKey } from '../attestation/suites/public-key';
import { fromBase64, fromUtf8, toBase64, utf8 } from '../basics/bytes';
import { failure, ok, type Result } from '../basics/result';
import { type Instant, type Milliseconds, minutes } from '../basics/units';
import { workstationOrigin } from '../ledger/checkpoint';
import { openNote, signNote, verifierKey } from '../ledger/note';

export const REQUEST_HEADER = 'shiqi-request';
export const CHECKPOINT_HEADER = 'shiqi-checkpoint';
export const REQUEST_TOLERANCE: Milliseconds = minutes(10);

export type BureauRequest = { readonly method: string; readonly path: string };

const pathOnly = (path: string): string => path.split('?')[0] ?? path;

/** The header's value. The query is not part of what is signed. */
export function signRequest(workstation: Signer, { method, path }: BureauRequest, at: Instant): string {
  const text = `shiqi-request/v1\n${method} ${pathOnly(path)}\n${Math.floor(at / 1000)}\n`;
  const name = workstationOrigin(workstation.publicKey.keyid);
  return toBase64(utf8(signNote(text, [{ name, type: 1, signer: workstation }])));
}

export type RequestCode = 'REQUEST_UNSIGNED' | 'REQUEST_OTHER' | 'REQUEST_STALE';

/** @param path as the request line has it, with or without its query. */
export function checkRequest(
  header: string | undefined,
  workstation: PublicKey,
  { method, path }: BureauRequest,
  now: Instant,
): Result<true, RequestCode> {
  const text = noteOf(header, workstation);
  const match = /^shiqi-request\/v1\n([^\n]+)\n(\d{1,12})\n$/.exec(text ?? '');
  if (match === null) return failure('REQUEST_UNSIGNED');
  if (match[1] !== `${method} ${path}` && match[1] !== `${method} ${pathOnly(path)}`) return failure('REQUEST_OTHER');
  return Math.abs(Number(match[2]) * 1000 - now) <= REQUEST_TOLERANCE ? ok(true) : failure('REQUEST_STALE');
}

function noteOf(header: string | undefined, workstation: PublicKey): string | null {
  const bytes = fromBase64(header ?? '!');
  if (bytes === null || workstation.suite !== 'ed25519') return null;
  try {
    const open = openNote(fromUtf8(bytes), [verifierKey(workstationOrigin(workstation.keyid), 1, workstation)]);
    return open.ok ? open.value.text : null;
  } catch {
    return null;
  }
}
