// Everything that stands behind one verdict or certificate, gathered from a package or from files given one by one, before anything is judged.
// What is present but cannot be read stays here as a failure, so that no check can take it for missing.
import { type OpenEnvelope, openEnvelope } from '../attestation/dsse';
import { type PublicKey, parsePublicKeyPem } from '../attestation/suites/public-key';
import { fromUtf8 } from '../basics/bytes';
import { failure, ok, type Result } from '../basics/result';
import { decodeEntry, type LedgerEntry } from '../ledger/entry';
import type { VerificationInput } from './input';
import { type FoundPart, openPart, type Part } from './signed-part';

export type Attested = Part<'verdict' | 'certificate'>;
export type FoundEntry = {
  readonly line: Uint8Array;
  readonly read: Result<{ readonly entry: LedgerEntry; readonly envelope: OpenEnvelope }, string>;
};

export type Dossier = {
  readonly main: FoundPart<'verdict' | 'certificate'>;
  /** Keys of the package and those given; every one by its own keyid. */
  readonly keys: readonly PublicKey[];
  /** Key files that are no key, or not the key their name says. */
  readonly badKeys: readonly string[];
  readonly enrolments: readonly FoundPart<'enrolment'>[];
  readonly revocations: readonly FoundPart<'revocation'>[];
  readonly withdrawals: readonly FoundPart<'withdrawal'>[];
  readonly edition: FoundPart<'edition'> | null;
  readonly editionJson: Uint8Array | null;
  readonly report: FoundPart<'report'> | null;
  readonly pdf: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly entry: FoundEntry | null;
  /** Text of the tlog-proof, or a failure when it is no text. */
  readonly receipt: Result<string, 'PROOF_MALFORMED'> | null;
};

/** @param kind which statement leads the package. */
export function dossierOfPackage(
  kind: 'report-package' | 'certificate-package',
  files: ReadonlyMap<string, Uint8Array>,
  input: VerificationInput,
): Dossier | null {
  const [main, pdf] = kind === 'report-package' ? (['verdict', 'report.pdf'] as const) : (['certificate', 'certificate.pdf'] as const);
  const mainBytes = files.get(`${main}.dsse.json`);
  if (mainBytes === undefined) return null;
  const folder = (name: string): [string, Uint8Array][] => [...files].filter(([path]) => path.startsWith(`${name}/`));
  const part = <T>(name: string, read: (bytes: Uint8Array) => T): T | null => {
    const bytes = files.get(name);
    return bytes === undefined ? null : read(bytes);
  };
  const { keys, badKeys } = readKeys(folder('keys'));
  return {
    main: openPart(`${main}.dsse.json`, mainBytes, main),
    keys: [...keys, ...input.keys],
    badKeys,
    enrolments: [...folder('enrolments').map(([name, bytes]) => openPart(name, bytes, 'enrolment')), ...givenEnrolments(input)],
    revocations: folder('revocations').map(([name, bytes]) => openPart(name, bytes, 'revocation')),
    withdrawals: folder('withdrawals').map(([name, bytes]) => openPart(name, bytes, 'withdrawal')),
    edition: part('edition.dsse.json', (bytes) => openPart('edition.dsse.json', bytes, 'edition')),
    editionJson: files.get('edition.json') ?? null,
    report: part('report.dsse.json', (bytes) => openPart('report.dsse.json', bytes, 'report')),
    pdf: part(pdf, (bytes) => ({ name: pdf, bytes })),
    entry: part('entry.json', readEntry),
    receipt: part('receipt.tlog-proof', readReceipt),
  };
}

/** A verdict or certificate alone, with the keys and enrolments that were given. */
export const dossierOfEnvelope = (main: FoundPart<'verdict' | 'certificate'>, input: VerificationInput): Dossier => ({
  main,
  keys: input.keys,
  badKeys: [],
  enrolments: givenEnrolments(input),
  revocations: [],
  withdrawals: [],
  edition: null,
  editionJson: null,
  report: null,
  pdf: null,
  entry: null,
  receipt: null,
});

export const givenEnrolments = (input: VerificationInput): FoundPart<'enrolment'>[] =>
  input.enrolments.map(({ name, bytes }) => openPart(name, bytes, 'enrolment'));

function readKeys(files: readonly [string, Uint8Array][]): { keys: PublicKey[]; badKeys: string[] } {
  const keys: PublicKey[] = [];
  const badKeys: string[] = [];
  for (const [name, bytes] of files) {
    const key = readText(bytes, parsePublicKeyPem);
    if (key?.ok && name === `keys/${key.value.keyid}.pem`) keys.push(key.value);
    else badKeys.push(name);
  }
  return { keys, badKeys };
}

function readText<T>(bytes: Uint8Array, read: (text: string) => T): T | null {
  try {
    return read(fromUtf8(bytes));
  } catch {
    return null;
  }
}

function readEntry(line: Uint8Array): FoundEntry {
  const entry = decodeEntry(line);
  if (!entry.ok) return { line, read: entry };
  if (entry.value.kind !== 'statement') return { line, read: failure('ENTRY_OTHER', entry.value.kind) };
  const envelope = openEnvelope(entry.value.body);
  return { line, read: envelope.ok ? ok({ entry: entry.value, envelope: envelope.value }) : envelope };
}

const readReceipt = (bytes: Uint8Array): Result<string, 'PROOF_MALFORMED'> =>
  readText(bytes, (text) => ok(text)) ?? failure('PROOF_MALFORMED');
