// The verifier: any file of ours in, one answer out. The command, the offline page and the app's verify page all call this and nothing else.
// Pure: no files, no network, no clock of its own.
import { openEnvelope } from '../attestation/dsse';
import { parseStrictJson } from '../attestation/strict-json';
import { MAX_LINE_BYTES } from '../ledger/entry';
import { unreadable } from './conclude';
import { verifyCourier } from './courier-file';
import { verifyEnvelope } from './envelope-file';
import type { VerificationInput } from './input';
import { packageKind } from './layout';
import { verifyLedger } from './ledger-file';
import { verifyPackage } from './package-file';
import type { VerificationResult } from './result';
import { readPackage } from './zip/read-package';

export function verifyArtifact(input: VerificationInput): VerificationResult {
  const { bytes } = input.file;
  if (startsWith(bytes, 'PK')) return verifyZip(input);
  if (looksLikeLedger(bytes)) return verifyLedger(input);
  const envelope = openEnvelope(bytes);
  if (envelope.ok) return verifyEnvelope(envelope.value, input);
  return unreadable(envelope.code === 'ENVELOPE_MALFORMED' && !hasPayload(bytes) ? 'FORMAT_UNKNOWN' : envelope.code);
}

function verifyZip(input: VerificationInput): VerificationResult {
  const reading = readPackage(input.file.bytes);
  const kind = reading === null ? null : packageKind(reading.names);
  if (reading === null || kind === null) return unreadable(reading?.files.ok === false ? reading.files.code : 'FORMAT_UNKNOWN');
  return kind === 'courier-package' ? verifyCourier(reading, input) : verifyPackage(kind, reading, input);
}

const startsWith = (bytes: Uint8Array, text: string): boolean => [...text].every((character, i) => bytes[i] === character.charCodeAt(0));

const LINE_START = /(?:^|\n)\{"v":\d+,"seq":\d+,"prev":"[0-9a-f]{64}"/;

/** One line that begins as a ledger line does is enough: what stands around it may be damaged, and then that is the answer. */
function looksLikeLedger(bytes: Uint8Array): boolean {
  for (let at = 0; at < Math.min(bytes.length, 4 * MAX_LINE_BYTES); at += 0x7000) {
    // Pieces overlap, so that no line's beginning is cut in two.
    if (LINE_START.test(String.fromCharCode(...bytes.subarray(at, at + 0x7100)))) return true;
  }
  return false;
}

function hasPayload(bytes: Uint8Array): boolean {
  const value = parseStrictJson(bytes);
  return value.ok && value.value !== null && typeof value.value === 'object' && 'payload' in value.value;
}
