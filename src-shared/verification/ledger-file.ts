// entries.jsonl as an inspector holds it: one unbroken chain, as long as the checkpoint says, with receipts that the bureau's log stands behind.
// What the lines say is shown elsewhere; here they are only proven.
import { allSignaturesHold, openEnvelope } from '../attestation/dsse';
import { fromUtf8, sameBytes } from '../basics/bytes';
import { failure, ok, type Result } from '../basics/result';
import type { Instant } from '../basics/units';
import { verifyReceipt } from '../bureau/receipt';
import type { TrustedBureau } from '../bureau/trust';
import { type ChainedLine, type ChainHead, EMPTY_CHAIN, type LedgerReading, readLedger } from '../ledger/chain';
import { openWorkstationCheckpoint, parseCheckpoint, workstationOrigin } from '../ledger/checkpoint';
import { decodeEntry } from '../ledger/entry';
import { leafHash, rootOf } from '../ledger/merkle';
import { noteText } from '../ledger/note';
import { type Check, fails, firstFailure, holds, open } from './check';
import { plainResult, resultWord, timeOrNull } from './conclude';
import { givenEnrolments } from './dossier';
import type { GivenFile, VerificationInput } from './input';
import type { NotChecked, VerificationResult } from './result';
import { standings } from './standing';

export function verifyLedger(input: VerificationInput): VerificationResult {
  const { reading, start } = readFromAnywhere(input.file.bytes);
  const chain = checkChain(reading);
  const checkpoint = checkCheckpoint(reading, start, input.checkpoint, input);
  const statements = reading.lines.filter(({ entry }) => entry.kind === 'statement');
  const signatures = checkStatements(statements, input);
  const receipts = receiptsOf(reading.lines);
  const bureau = bureauOf(receipts, input);
  const proof = checkReceipts(receipts, bureau, input);
  const checks = [chain, checkpoint, signatures, proof.check];
  const known = bureau !== null || (statements.length === 0 && receipts.length === 0);
  const proven = new Set(proof.proven);
  const received = statements.length > 0 && statements.every(({ entry }) => proven.has(entry.seq));
  const notChecked: NotChecked[] = ['judgement'];
  if (checkpoint.ok !== true) notChecked.push(checkpoint.code === 'KEY_MISSING' ? 'checkpoint-signature' : 'ledger-end');
  if (start.seq > 0) notChecked.push('ledger-start');
  if (signatures.ok === null && statements.length > 0) notChecked.push('statement-signatures');
  if (!received) notChecked.push('receipt');
  if (!known) notChecked.push('trust');
  return plainResult('ledger', resultWord(checks, { known, withdrawn: false }), checks, notChecked, {
    received,
    practice: bureau?.practice ?? null,
    notAfter: timeOrNull(proof.latest),
  });
}

/** A part of a ledger (a courier package) begins at a later line, whose own seq and prev then are where the chain starts. */
export function readFromAnywhere(bytes: Uint8Array): { reading: LedgerReading; start: ChainHead } {
  const end = bytes.indexOf(0x0a);
  const first = end === -1 ? null : decodeEntry(bytes.subarray(0, end));
  const start = first?.ok && first.value.seq > 0 ? { seq: first.value.seq, hash: first.value.prev } : EMPTY_CHAIN;
  return { reading: readLedger(bytes, start), start };
}

export function checkChain({ damage, tornTail, lines }: LedgerReading): Check {
  if (damage !== null) return fails('chain', damage.code, String(damage.line));
  return tornTail === null ? holds('chain', String(lines.length)) : fails('chain', 'TAIL_TORN', String(lines.length + 1));
}

/** The ledger ends where the workstation's checkpoint says, with the same root. Its signature needs the workstation's key. */
export function checkCheckpoint(reading: LedgerReading, start: ChainHead, file: GivenFile | null, input: VerificationInput): Check {
  if (file === null) return open('checkpoint', 'NOT_GIVEN');
  const note = textOf(file.bytes);
  const text = note === null ? null : noteText(note);
  const checkpoint = text === null ? null : parseCheckpoint(text);
  if (note === null || !checkpoint?.ok) return fails('checkpoint', 'CHECKPOINT_MALFORMED');
  const { size, root, origin } = checkpoint.value;
  if (size > reading.head.seq) return fails('checkpoint', 'LEDGER_SHORT', String(size));
  // Lines after the newest checkpoint (receipts that came later) are the chain's business alone.
  const covered = reading.lines.slice(0, size).map(({ line }) => leafHash(line));
  if (start.seq === 0 && !sameBytes(rootOf(covered), root)) return fails('checkpoint', 'CHECKPOINT_ROOT');
  const key = input.keys.find(({ keyid }) => workstationOrigin(keyid) === origin);
  if (key === undefined) return { ...open('checkpoint', 'KEY_MISSING'), detail: String(size) };
  const signed = openWorkstationCheckpoint(note, key);
  return signed.ok ? holds('checkpoint', String(size)) : fails('checkpoint', signed.code);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return fromUtf8(bytes);
  } catch {
    return null;
  }
}

/** Signatures of statements, as far as keys were given. */
function checkStatements(statements: readonly ChainedLine[], input: VerificationInput): Check {
  if (input.keys.length === 0 || statements.length === 0)
    return open('signatures', statements.length === 0 ? 'NOT_AT_HAND' : 'KEY_MISSING');
  const results = statements.map(({ entry }) => {
    const envelope = openEnvelope(entry.body);
    const held = envelope.ok ? allSignaturesHold(envelope.value, input.keys) : envelope;
    return held.ok ? ok(true) : failure(held.code, String(entry.seq + 1));
  });
  const bad = results.filter((result) => result.ok || result.code !== 'KEY_MISSING');
  const judged = firstFailure('signatures', bad);
  if (judged.ok === false) return judged;
  return bad.length === results.length && results.length > 0
    ? holds('signatures', String(results.length))
    : open('signatures', 'KEY_MISSING');
}

type LedgerReceipt = { readonly seq: number; readonly line: number; readonly leaf: Uint8Array | null; readonly proof: string };

function receiptsOf(lines: readonly ChainedLine[]): LedgerReceipt[] {
  return lines.flatMap(({ entry }) => {
    if (entry.kind !== 'receipt') return [];
    const { seq, proof } = entry.body;
    const of = lines.find((other) => other.entry.seq === seq);
    return [{ seq, line: entry.seq + 1, leaf: of?.entry.kind === 'statement' ? of.line : null, proof }];
  });
}

function bureauOf(receipts: readonly LedgerReceipt[], input: VerificationInput): TrustedBureau | null {
  const enrolments = givenEnrolments(input);
  const backs = (bureau: TrustedBureau): boolean =>
    standings(bureau, enrolments).holding.length > 0 ||
    receipts.some(({ leaf, proof }) => leaf !== null && verifyReceipt(bureau, leaf, proof).ok);
  return input.bureaus.find(backs) ?? null;
}

/** Once a bureau stands behind one receipt, all of them must hold under it. A receipt for a line before this part of the ledger is left out. */
function checkReceipts(
  receipts: readonly LedgerReceipt[],
  bureau: TrustedBureau | null,
  input: VerificationInput,
): { check: Check; proven: number[]; latest: Instant | null } {
  if (receipts.length === 0) return { check: open('receipt', 'NO_RECEIPT'), proven: [], latest: null };
  if (bureau === null) {
    return { check: open('receipt', input.bureaus.length === 0 ? 'TRUST_NONE' : 'TRUST_OTHER'), proven: [], latest: null };
  }
  const results: Result<{ seq: number; at: Instant | null }, string>[] = [];
  for (const { seq, line, leaf, proof } of receipts) {
    if (leaf === null) {
      results.push(failure('RECEIPT_OF_NOTHING', String(line)));
      continue;
    }
    const receipt = verifyReceipt(bureau, leaf, proof);
    results.push(receipt.ok ? ok({ seq, at: receipt.value.cosignedAt }) : failure(receipt.code, String(line)));
  }
  const proven = results.flatMap((result) => (result.ok ? [result.value] : []));
  const times = proven.flatMap(({ at }) => (at === null ? [] : [at]));
  const judged = firstFailure('receipt', results);
  return {
    check: judged.ok === true ? holds('receipt', String(proven.length)) : judged,
    proven: proven.map(({ seq }) => seq),
    latest: times.length === 0 ? null : (Math.max(...times) as Instant),
  };
}
