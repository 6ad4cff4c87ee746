// What the bureau says of a statement's signers while it stores the statement: enrolled, in term, not revoked, signature holds. It is said in the
// reply and kept with the line, and never a reason to refuse: the log records, it does not judge.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkSignatures, type OpenEnvelope, openEnvelope } from '@shared/attestation/dsse';
import { type Statement, statementOf } from '@shared/attestation/statements/statement';
import { type PublicKey, parsePublicKeyPem } from '@shared/attestation/suites/public-key';
import { assert } from '@shared/basics/assertions';
import type { Sha256Hex, Timestamp } from '@shared/basics/units';
import type { SignerCode } from '@shared/bureau/http';
import type { ChainedLine } from '@shared/ledger/chain';
import type { Store } from '../store/store';

/** A line that is going to be stored. `kind` and `digest` are null for what is no statement or none that this version reads. */
export type CheckedLine = {
  readonly line: ChainedLine;
  readonly kind: Statement['kind'] | null;
  readonly digest: Sha256Hex | null;
  /** Of the signature and the term. Whether a signer is revoked depends on the line's place in the log. */
  readonly code: SignerCode | null;
  readonly signers: readonly Sha256Hex[];
};

/** Slow (an SM2 signature takes some 10 ms), so it is done before the log is locked, and other requests get their turn in between. */
export async function checkLines(store: Store, lines: readonly ChainedLine[]): Promise<CheckedLine[]> {
  const checked: CheckedLine[] = [];
  for (const line of lines) {
    await nextTurn();
    checked.push(line.entry.kind === 'statement' ? await checkStatement(store, line, line.entry.body, line.entry.at) : plain(line));
  }
  return checked;
}

const plain = (line: ChainedLine): CheckedLine => ({ line, kind: null, digest: null, code: null, signers: [] });

async function checkStatement(store: Store, line: ChainedLine, body: unknown, at: Timestamp): Promise<CheckedLine> {
  const envelope = openEnvelope(body);
  assert(envelope.ok, 'a decoded statement line has an envelope');
  const statement = statementOf(envelope.value);
  const signers = envelope.value.signatures.map(({ keyid }) => keyid);
  const code = await signerCode(store, envelope.value, statement.ok ? (timeOf(statement.value) ?? at) : at);
  return { line, kind: statement.ok ? statement.value.kind : null, digest: envelope.value.payloadSha256, code, signers };
}

/** When the signer says that it was decided or done. */
function timeOf(statement: Statement): Timestamp | null {
  switch (statement.kind) {
    case 'verdict':
    case 'certificate':
      return statement.predicate.decidedAt;
    case 'withdrawal':
    case 'termination':
      return statement.predicate.at;
    default:
      return null;
  }
}

async function signerCode(store: Store, envelope: OpenEnvelope, at: Timestamp): Promise<SignerCode | null> {
  const keyids = envelope.signatures.map(({ keyid }) => keyid);
  const enrolments = await store
    .selectFrom('enrolments')
    .select(['keyid', 'public_key', 'valid_from', 'valid_to'])
    .where('keyid', 'in', keyids)
    .where('role', '=', 'reviewer')
    .execute();
  const keys = new Map<string, PublicKey>();
  for (const { keyid, public_key } of enrolments) {
    const key = parsePublicKeyPem(public_key);
    if (key.ok) keys.set(keyid, key.value);
  }
  const codes = checkSignatures(envelope, [...keys.values()]).map(({ keyid, result }): SignerCode | null => {
    if (!result.ok) return result.code === 'KEY_MISSING' ? 'SIGNER_UNKNOWN' : 'SIGNATURE_BAD';
    // Timestamps are written one way only, so their text order is their order in time.
    const inTerm = enrolments.some((one) => one.keyid === keyid && one.valid_from <= at && at <= one.valid_to);
    return inTerm ? null : 'SIGNER_EXPIRED';
  });
  return worstOf(codes);
}

const BY_WEIGHT: readonly SignerCode[] = ['SIGNATURE_BAD', 'SIGNER_UNKNOWN', 'SIGNER_REVOKED', 'SIGNER_EXPIRED'];

/** One code is said of a statement: the gravest. */
export const worstOf = (codes: readonly (SignerCode | null)[]): SignerCode | null => BY_WEIGHT.find((code) => codes.includes(code)) ?? null;
