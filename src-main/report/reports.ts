// Reports of signed verdicts: the PDF, the rectification notice of a return, and the report package that anyone can verify without us. All of
// it is taken from the ledger, the trust store and the receipt; the workstation's key vouches for the PDF.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeDurably } from '@main/files/durable';
import type { Identity } from '@main/keys/keyring';
import type { Ledger } from '@main/ledger/ledger';
import type { Operations } from '@main/operations/operations';
import { findVerdict, type HeldVerdict, timeBounds } from '@main/signing/verdicts';
import type { Trust } from '@main/trust/trust';
import { type Envelope, encodeEnvelope, IN_TOTO_PAYLOAD_TYPE, openEnvelope, signEnvelope } from '@shared/attestation/dsse';
import { numberAsFileName, parseVerdictNumber } from '@shared/attestation/number';
import { buildStatement } from '@shared/attestation/statements/statement';
import { bytesSubject } from '@shared/attestation/statements/subjects';
import type { Signer } from '@shared/attestation/suites';
import type { PublicKey } from '@shared/attestation/suites/public-key';
import { utf8 } from '@shared/basics/bytes';
import { failure, ok, type Result } from '@shared/basics/result';
import { parseInstant } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { verifyReceipt } from '@shared/bureau/receipt';
import type { Exported, ReportView } from '@shared/contract/views';
import { verdictTitle } from '@shared/regulation/basis-wording';
import type { BasisChoice } from '@shared/regulation/vocabulary';
import { verifyInstructions } from '@shared/verification/instructions';
import { writePackage } from '@shared/verification/zip/write-package';
import type { PrintedReport, Printer } from './printer';

export type ReportParts = {
  readonly ledger: Ledger;
  readonly trust: Trust;
  readonly operations: Operations;
  readonly printer: Printer;
  readonly identity: () => Identity | null;
  readonly workstationSigner: () => Signer | null;
  readonly exportsFolder: string;
};

type PackageFile = { readonly name: string; readonly bytes: Uint8Array };
type ReportKind = ReportView['kind'];
type ReportCode = 'VERDICT_UNKNOWN' | 'REPORT_FAILED' | 'EXPORT_FAILED' | 'KEY_LOCKED' | 'NO_NOTICE';

const titleOf = (kind: ReportKind, chosen: BasisChoice | null): string =>
  ({ report: verdictTitle(chosen, 'zh'), notice: '整改通知', certificate: '审核结论通知书' })[kind];

export function createReports(parts: ReportParts) {
  const { ledger, trust } = parts;

  function viewOf(held: HeldVerdict, kind: ReportKind): ReportView | null {
    const identity = parts.identity();
    const opened = openEnvelope(held.line.entry.body);
    if (!identity || !opened.ok) return null;
    const { predicate } = held.statement;
    const decidedAt = parseInstant(predicate.decidedAt) ?? (0 as Instant);
    const { notBefore, notAfter } = timeBounds(held, trust.bureau());
    return {
      kind,
      language: 'zh',
      practice: predicate.practice,
      operator: identity.operator.name,
      payload: opened.value.payload,
      payloadSha256: held.payloadSha256,
      signers: opened.value.signatures.map(({ keyid }) => {
        const enrolment = trust.enrolmentAt(keyid, decidedAt);
        return {
          name: enrolment?.predicate.name ?? '',
          act: predicate.reviewers.find(({ person }) => person === enrolment?.predicate.person)?.act ?? 'review',
          suite: keyid === identity.reviewer.key.keyid ? identity.reviewer.key.suite : 'unknown',
          keyid,
          enrolled: enrolment !== null,
        };
      }),
      notBefore,
      notAfter,
      receiptIndex: receiptIndexOf(held, trust),
      edition: trust.editions().find(({ sha256 }) => sha256 === predicate.edition.sha256)?.edition ?? null,
    };
  }

  async function pdfOf(held: HeldVerdict, kind: ReportKind): Promise<Result<PrintedReport, 'REPORT_FAILED'>> {
    const view = viewOf(held, kind);
    if (!view) return failure('REPORT_FAILED');
    const { number, product, decidedAt, basis } = held.statement.predicate;
    return parts.printer.print(view, `${titleOf(kind, basis.chosen)} ${number} ${product.name}`, parseInstant(decidedAt) ?? (0 as Instant));
  }

  /** Names in byte order, contents from records: the same verdict and receipt give the same package. */
  function packageFiles(held: HeldVerdict, pdf: Uint8Array, signer: Signer): PackageFile[] | null {
    const { predicate } = held.statement;
    const identity = parts.identity();
    const edition = trust.editions().find(({ sha256, envelope }) => sha256 === predicate.edition.sha256 && envelope !== null);
    const opened = openEnvelope(held.line.entry.body);
    if (!identity || !edition?.envelope || !opened.ok) return null;
    const reportPayload = buildStatement('report', {
      suite: signer.publicKey.suite,
      subject: [bytesSubject('report.pdf', pdf)],
      predicate: { verdict: { sha256: opened.value.payloadSha256 } },
    });
    const keys = [...opened.value.signatures.map(({ keyid }) => keyid), signer.publicKey.keyid];
    const decidedAt = parseInstant(predicate.decidedAt) ?? (0 as Instant);
    const enrolments = keys.map((keyid) => trust.enrolmentAt(keyid, decidedAt));
    const publicKeys = keys.map((keyid) => publicKeyOf(keyid, identity));
    const named = (folder: string, envelopes: readonly Envelope[]): PackageFile[] =>
      envelopes.map((envelope) => ({ name: `${folder}/${payloadName(envelope)}.dsse.json`, bytes: encodeEnvelope(envelope) }));
    return [
      { name: 'report.pdf', bytes: pdf },
      { name: 'verdict.dsse.json', bytes: encodeEnvelope(held.line.entry.body as Envelope) },
      { name: 'report.dsse.json', bytes: encodeEnvelope(signEnvelope(IN_TOTO_PAYLOAD_TYPE, reportPayload, [signer])) },
      { name: 'entry.json', bytes: held.line.line },
      ...publicKeys.flatMap((key) => (key ? [{ name: `keys/${key.keyid}.pem`, bytes: utf8(key.pem) }] : [])),
      ...named(
        'enrolments',
        enrolments.flatMap((enrolment) => (enrolment ? [enrolment.envelope] : [])),
      ),
      { name: 'edition.json', bytes: edition.bytes },
      { name: 'edition.dsse.json', bytes: encodeEnvelope(edition.envelope) },
      ...(held.proof === null ? [] : [{ name: 'receipt.tlog-proof', bytes: utf8(held.proof) }]),
      ...named('revocations', trust.revocations(keys)),
    ];
  }

  const baseName = (held: HeldVerdict): string => {
    const number = parseVerdictNumber(held.statement.predicate.number);
    return number.ok ? numberAsFileName(number.value) : held.payloadSha256.slice(0, 16);
  };

  function save(fileName: string, bytes: Uint8Array): Result<Exported, 'EXPORT_FAILED'> {
    try {
      mkdirSync(parts.exportsFolder, { recursive: true });
      writeDurably(path.join(parts.exportsFolder, fileName), bytes);
      return ok({ fileName, folder: parts.exportsFolder, bytes: bytes.length });
    } catch {
      return failure('EXPORT_FAILED');
    }
  }

  const packageName = (held: HeldVerdict) => `${baseName(held)}.shiqi-report.zip`;

  return {
    async pdf(sha256: string, kind: ReportKind): Promise<Result<PrintedReport, 'VERDICT_UNKNOWN' | 'REPORT_FAILED'>> {
      const held = findVerdict(ledger.lines(), sha256);
      return held ? pdfOf(held, kind) : failure('VERDICT_UNKNOWN');
    },

    async exportPackage(sha256: string): Promise<Result<Exported, Exclude<ReportCode, 'NO_NOTICE'>>> {
      const held = findVerdict(ledger.lines(), sha256);
      if (!held) return failure('VERDICT_UNKNOWN');
      const signer = parts.workstationSigner();
      if (!signer) return failure('KEY_LOCKED');
      const printed = await pdfOf(held, 'report');
      if (!printed.ok) return printed;
      const files = packageFiles(held, printed.value.pdf, signer);
      if (!files) return failure('REPORT_FAILED');
      const saved = save(packageName(held), writePackage(withInstructions(files, held.statement.predicate.number)));
      if (saved.ok) parts.operations.record('report.export', sha256);
      return saved;
    },

    /** The report alone, for whoever wants it on paper. It carries no proof: the package does. */
    async exportPdf(sha256: string): Promise<Result<Exported, Exclude<ReportCode, 'KEY_LOCKED' | 'NO_NOTICE'>>> {
      const held = findVerdict(ledger.lines(), sha256);
      if (!held) return failure('VERDICT_UNKNOWN');
      const printed = await pdfOf(held, 'report');
      if (!printed.ok) return printed;
      const title = titleOf('report', held.statement.predicate.basis.chosen);
      const saved = save(`${baseName(held)}-${title}.pdf`, printed.value.pdf);
      if (saved.ok) parts.operations.record('report.export', sha256);
      return saved;
    },

    /** The rectification notice of a return (整改通知): saved beside the package, never inside it. */
    async exportNotice(sha256: string): Promise<Result<Exported, Exclude<ReportCode, 'KEY_LOCKED'>>> {
      const held = findVerdict(ledger.lines(), sha256);
      if (!held) return failure('VERDICT_UNKNOWN');
      if (held.statement.predicate.outcome !== 'return') return failure('NO_NOTICE');
      const printed = await pdfOf(held, 'notice');
      if (!printed.ok) return printed;
      const saved = save(`${baseName(held)}-整改通知.pdf`, printed.value.pdf);
      if (saved.ok) parts.operations.record('notice.export', sha256);
      return saved;
    },

    /** Reads back from disk what was exported, for whoever wants to see it verified. */
    exported(sha256: string): Result<{ fileName: string; bytes: Uint8Array }, 'VERDICT_UNKNOWN' | 'FILE_UNREADABLE'> {
      const held = findVerdict(ledger.lines(), sha256);
      if (!held) return failure('VERDICT_UNKNOWN');
      const file = path.join(parts.exportsFolder, packageName(held));
      return existsSync(file) ? ok({ fileName: path.basename(file), bytes: readFileSync(file) }) : failure('FILE_UNREADABLE');
    },

    exportLedger(): Result<readonly Exported[], 'EXPORT_FAILED'> {
      const signer = parts.workstationSigner();
      parts.operations.record('ledger.export', parts.identity()?.workstation.keyid ?? '');
      if (signer && !ledger.health().readOnly) ledger.checkpoint(signer);
      const entries = save('entries.jsonl', ledger.bytes());
      if (!entries.ok) return entries;
      const note = ledger.newestCheckpoint();
      if (!note) return ok([entries.value]);
      const checkpoint = save('checkpoint', utf8(note.note));
      return checkpoint.ok ? ok([entries.value, checkpoint.value]) : checkpoint;
    },

    save,
  };
}
export type Reports = ReturnType<typeof createReports>;

const payloadName = (envelope: Envelope): string => {
  const opened = openEnvelope(encodeEnvelope(envelope));
  return opened.ok ? opened.value.payloadSha256 : 'unreadable';
};

/** This workstation knows two keys by itself: its reviewer's and its own. */
const publicKeyOf = (keyid: string, identity: Identity): PublicKey | null =>
  [identity.reviewer.key, identity.workstation].find((key) => key.keyid === keyid) ?? null;

function receiptIndexOf(held: HeldVerdict, trust: Trust): number | null {
  const bureau = trust.bureau();
  const receipt = bureau && held.proof !== null ? verifyReceipt(bureau, held.line.line, held.proof) : null;
  return receipt?.ok ? receipt.value.index : null;
}

function withInstructions(files: readonly PackageFile[], number: string): ReadonlyMap<string, Uint8Array> {
  const byName = new Map(files.map(({ name, bytes }) => [name, bytes]));
  return byName.set('VERIFY.txt', utf8(verifyInstructions(byName, number)));
}
