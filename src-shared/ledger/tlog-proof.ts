// C2SP tlog-proof: index, inclusion proof and the signed checkpoint in one text; what we call a receipt. Reads and writes the text and
// checks the path; whose log it is, and whose witness, the bureau's trust says.
import { fromBase64, toBase64 } from '../basics/bytes';
import { failure, ok, type Result } from '../basics/result';
import type { Checkpoint } from './checkpoint';
import { type Hash, leafHash, verifyInclusion } from './merkle';

const HEADER = 'c2sp.org/tlog-proof@v1';
/** A path is at most as long as the tree is high; 2^53 leaves are more than any log. */
const MAX_PATH = 63;

/** `note`: the signed checkpoint, verbatim. */
export type TlogProof = { readonly index: number; readonly path: readonly Hash[]; readonly note: string };

export const formatTlogProof = ({ index, path, note }: TlogProof): string =>
  [HEADER, `index ${index}`, ...path.map(toBase64), '', note].join('\n');

/** An `extra` line is allowed by the format; it is not authenticated, so it is skipped. */
export function parseTlogProof(text: string): Result<TlogProof, 'PROOF_MALFORMED'> {
  const cut = text.indexOf('\n\n');
  const [header, ...lines] = text.slice(0, Math.max(cut, 0)).split('\n');
  if (header !== HEADER) return failure('PROOF_MALFORMED');
  if (lines[0]?.startsWith('extra ')) {
    if (fromBase64(lines[0].slice(6)) === null) return failure('PROOF_MALFORMED');
    lines.shift();
  }
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  const path = lines.map((line) => fromBase64(line));
  if (index === undefined || path.length > MAX_PATH) return failure('PROOF_MALFORMED');
  if (!path.every((hash): hash is Uint8Array<ArrayBuffer> => hash?.length === 32)) return failure('PROOF_MALFORMED');
  return Number.isSafeInteger(Number(index)) ? ok({ index: Number(index), path, note: text.slice(cut + 2) }) : failure('PROOF_MALFORMED');
}

export const provesInclusion = (proof: TlogProof, checkpoint: Checkpoint, leaf: Uint8Array): boolean =>
  verifyInclusion(proof.index, checkpoint.size, leafHash(leaf), proof.path, checkpoint.root);
