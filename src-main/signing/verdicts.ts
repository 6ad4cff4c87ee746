// The verdicts of this workstation as the desk shows them: read from the ledger's statements and receipts each time, never stored beside them,
// so the screen cannot say anything that the record does not. Pure over the ledger's lines and the trusted bureau.

import { type SentStatement, statementsOf } from '@main/sync/outbox';
import { openEnvelope } from '@shared/attestation/dsse';
import type { StatementOf } from '@shared/attestation/statements/statement';
import { timestamp } from '@shared/basics/time';
import { openBureauNote, verifyReceipt } from '@shared/bureau/receipt';
import type { TrustedBureau } from '@shared/bureau/trust';
import type { DeliveryState, VerdictDetail, VerdictView } from '@shared/contract/views';
import type { ChainedLine } from '@shared/ledger/chain';

export type HeldVerdict = SentStatement & { readonly statement: StatementOf<'verdict'> };

export const verdictsOf = (lines: readonly ChainedLine[]): HeldVerdict[] =>
  statementsOf(lines).filter((held): held is HeldVerdict => held.statement.kind === 'verdict');

export const findVerdict = (lines: readonly ChainedLine[], payloadSha256: string): HeldVerdict | null =>
  verdictsOf(lines).find((held) => held.payloadSha256 === payloadSha256) ?? null;

/** The operation line that was written when the payload was built ties a verdict to its working paper. */
export const dossierOf = (lines: readonly ChainedLine[], payloadSha256: string): string => {
  for (const { entry } of lines)
    if (entry.kind === 'operation' && entry.body.act === 'assessment.complete' && entry.body.digest === payloadSha256) return entry.body.id;
  return '';
};

/** Not before: the witness's time on the note that the verdict embeds. Not after: the witness's time on its receipt. A local clock is neither. */
export function timeBounds(held: HeldVerdict, bureau: TrustedBureau | null): { notBefore: string | null; notAfter: string | null } {
  const { checkpoint } = held.statement.predicate;
  const note = bureau && checkpoint !== null ? openBureauNote(bureau, checkpoint) : null;
  const receipt = bureau && held.proof !== null ? verifyReceipt(bureau, held.line.line, held.proof) : null;
  return {
    notBefore: note?.ok && note.value.cosigned ? timestamp(note.value.cosigned.latest) : null,
    notAfter: receipt?.ok && receipt.value.cosignedAt !== null ? timestamp(receipt.value.cosignedAt) : null,
  };
}

export function verdictView(
  held: HeldVerdict,
  lines: readonly ChainedLine[],
  bureau: TrustedBureau | null,
  attention: boolean,
): VerdictView {
  const { predicate } = held.statement;
  const delivery: DeliveryState = held.proof !== null ? 'received' : attention ? 'attention' : 'unsent';
  return {
    sha256: held.payloadSha256,
    seq: held.seq,
    number: predicate.number,
    dossier: dossierOf(lines, held.payloadSha256),
    outcome: predicate.outcome,
    product: predicate.product.name,
    productVersion: predicate.product.version,
    form: predicate.product.form,
    developer: predicate.developer.name,
    decidedAt: predicate.decidedAt,
    practice: predicate.practice,
    delivery,
    ...timeBounds(held, bureau),
  };
}

export function verdictDetail(
  held: HeldVerdict,
  lines: readonly ChainedLine[],
  bureau: TrustedBureau | null,
  attention: boolean,
): VerdictDetail {
  const receipt = bureau && held.proof !== null ? verifyReceipt(bureau, held.line.line, held.proof) : null;
  const receivedLine = lines.find(({ entry }) => entry.kind === 'receipt' && entry.body.seq === held.seq);
  const opened = openEnvelope(held.line.entry.body);
  return {
    ...verdictView(held, lines, bureau, attention),
    predicate: held.statement.raw,
    subjects: held.statement.subject.map(({ name, digest }) => ({ name, sha256: digest.sha256, sm3: digest.sm3 ?? null })),
    entry: { seq: held.seq, at: held.line.entry.at, prev: held.line.entry.prev, hash: held.line.hash },
    sentAt: receivedLine?.entry.at ?? null,
    receipt:
      receipt?.ok && receipt.value.cosignedAt !== null
        ? { index: receipt.value.index, size: receipt.value.note.checkpoint.size, cosignedAt: timestamp(receipt.value.cosignedAt) }
        : null,
    hasNotice: held.statement.predicate.outcome === 'return',
    hasCertificate: false,
    signatures: opened.ok ? opened.value.signatures.length : 0,
  };
}
