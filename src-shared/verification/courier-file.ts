// A courier package: the network's bytes on a stick. Each part is judged by itself; what needs the other side's files (a receipt's line, the
// older checkpoint of a consistency proof) is left to the workstation that imports it.
import { allSignaturesHold, openEnvelope } from '../attestation/dsse';
import { isSubject } from '../attestation/statements/subjects';
import { parsePublicKeyPem } from '../attestation/suites/public-key';
import { fromUtf8 } from '../basics/bytes';
import { failure, ok, type Result } from '../basics/result';
import { parseHashes } from '../bureau/http';
import { openBureauNote } from '../bureau/receipt';
import type { TrustedBureau } from '../bureau/trust';
import { parseTlogProof } from '../ledger/tlog-proof';
import { type Check, fails, firstFailure, holds, open } from './check';
import { plainResult, resultWord } from './conclude';
import type { VerificationInput } from './input';
import { checkChain, checkCheckpoint, readFromAnywhere } from './ledger-file';
import { checkContainer } from './package-file';
import type { NotChecked, VerificationResult } from './result';
import { openPart } from './signed-part';
import { partUnder } from './standing';
import type { PackageReading } from './zip/read-package';

export function verifyCourier(reading: PackageReading, input: VerificationInput): VerificationResult {
  const container = checkContainer('courier-package', reading);
  if (!reading.files.ok) return plainResult('courier-package', 'invalid', [container], []);
  const files = reading.files.value;
  const checks = [container, ...ledgerChecks(files, input), ownParts(files)];
  const byBureau = input.bureaus.map((bureau) => ({ bureau, parts: bureauParts(files, bureau) }));
  const best = byBureau.sort((a, b) => held(b.parts) - held(a.parts))[0];
  const known = best !== undefined && held(best.parts) > 0;
  if (best !== undefined && known) checks.push(firstFailure('contents', best.parts));
  else checks.push(open('contents', input.bureaus.length === 0 ? 'TRUST_NONE' : 'TRUST_OTHER'));
  const notChecked: NotChecked[] = [
    ...(files.has('consistency') ? (['consistency-proof'] as const) : []),
    ...(known ? [] : (['trust'] as const)),
  ];
  return plainResult('courier-package', resultWord(checks, { known, withdrawn: false }), checks, notChecked, {
    practice: known ? best.bureau.practice : null,
  });
}

const held = (parts: readonly Result<unknown, string>[]): number => parts.filter((part) => part.ok).length;

function ledgerChecks(files: ReadonlyMap<string, Uint8Array>, input: VerificationInput): Check[] {
  const entries = files.get('entries.jsonl');
  if (entries === undefined) return [];
  const { reading, start } = readFromAnywhere(entries);
  const checkpoint = files.get('checkpoint');
  const file = checkpoint === undefined ? null : { name: 'checkpoint', bytes: checkpoint };
  const ends = checkCheckpoint(reading, start, file, input);
  // What is sent ends where the workstation's checkpoint does: later lines were not vouched for.
  const whole = ends.ok === false || ends.detail === undefined || ends.detail === String(reading.head.seq);
  return [checkChain(reading), whole ? ends : fails('checkpoint', 'CHECKPOINT_SIZE', ends.detail)];
}

/** Parts that need no bureau: requests signed by the keys they carry, proofs and hashes that can be read. */
function ownParts(files: ReadonlyMap<string, Uint8Array>): Check {
  const results: Result<unknown, string>[] = [];
  for (const [name, bytes] of files) {
    if (name.startsWith('requests/')) results.push(requestHolds(name, bytes));
    if (name.startsWith('receipts/'))
      results.push(
        named(
          name,
          readable(bytes, (text) => parseTlogProof(text)),
        ),
      );
    if (name === 'consistency')
      results.push(readable(bytes, (text) => (parseHashes(text) === null ? failure('PROOF_MALFORMED') : ok(true))));
    if (name.startsWith('inbox/')) results.push(named(name, inboxName(name, bytes)));
  }
  const judged = firstFailure('statement', results);
  return judged.ok === true ? holds('statement', String(results.length)) : judged;
}

const named = (name: string, result: Result<unknown, string>): Result<unknown, string> => (result.ok ? result : failure(result.code, name));

function readable<T>(bytes: Uint8Array, read: (text: string) => Result<T, string>): Result<T, string> {
  try {
    return read(fromUtf8(bytes));
  } catch {
    return failure('JSON_NOT_UTF8');
  }
}

function requestHolds(name: string, bytes: Uint8Array): Result<unknown, string> {
  const { read } = openPart(name, bytes, 'enrolment-request');
  if (!read.ok) return read;
  const { statement, envelope } = read.value;
  const key = parsePublicKeyPem(statement.predicate.publicKey);
  if (!key.ok) return failure(key.code, name);
  if (!statement.subject.some((subject) => isSubject(subject, key.value.der))) return failure('ENROLMENT_DIGEST', name);
  return named(name, allSignaturesHold(envelope, [key.value]));
}

/** An inbox file is named for its payload, so that importing twice is harmless. */
function inboxName(name: string, bytes: Uint8Array): Result<unknown, string> {
  const envelope = openEnvelope(bytes);
  if (!envelope.ok) return envelope;
  return name === `inbox/${envelope.value.payloadSha256}.dsse.json` ? ok(true) : failure('INBOX_NAME');
}

/** Everything that only the bureau can have made, under one bureau. */
function bureauParts(files: ReadonlyMap<string, Uint8Array>, bureau: TrustedBureau): Result<unknown, string>[] {
  return [...files].flatMap(([name, bytes]): Result<unknown, string>[] => {
    if (name === 'bureau-checkpoint')
      return [
        named(
          name,
          readable(bytes, (note) => openBureauNote(bureau, note)),
        ),
      ];
    if (name.startsWith('receipts/')) return [named(name, receiptNote(bytes, bureau))];
    if (name.startsWith('enrolments/')) return [partUnder(bureau, openPart(name, bytes, 'enrolment'))];
    if (name.startsWith('revocations/')) return [partUnder(bureau, openPart(name, bytes, 'revocation'))];
    if (name.startsWith('inbox/')) return [partUnder(bureau, openPart(name, bytes, 'objection', 'termination', 'revocation', 'edition'))];
    if (name.endsWith('/edition.dsse.json')) return [editionHolds(name, bytes, files, bureau)];
    return [];
  });
}

const receiptNote = (bytes: Uint8Array, bureau: TrustedBureau): Result<unknown, string> =>
  readable<unknown>(bytes, (text) => {
    const proof = parseTlogProof(text);
    return proof.ok ? openBureauNote(bureau, proof.value.note) : proof;
  });

function editionHolds(
  name: string,
  bytes: Uint8Array,
  files: ReadonlyMap<string, Uint8Array>,
  bureau: TrustedBureau,
): Result<unknown, string> {
  const part = partUnder(bureau, openPart(name, bytes, 'edition'));
  if (!part.ok) return part;
  const json = files.get(name.replace(/edition\.dsse\.json$/, 'edition.json'));
  return json !== undefined && part.value.statement.subject.some((subject) => isSubject(subject, json))
    ? part
    : failure('EDITION_DIGEST', name);
}
