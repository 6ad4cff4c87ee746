// What became of locked data, read from the ledger each time and stored nowhere else: who locked it, the problem report and its receipt, the notices, the
// second person's confirmation, the deletion. Pure over the ledger's lines.
import { type SentStatement, statementsOf } from '@main/sync/outbox';
import { openEnvelope } from '@shared/attestation/dsse';
import type { QuarantineSteps, StepView } from '@shared/contract/views';
import type { ChainedLine } from '@shared/ledger/chain';
import type { OperationAct } from '@shared/ledger/operations';

/** Who a key belongs to, as the bureau enrolled it; null for one it does not know. */
export type PersonOf = (keyid: string) => { readonly person: string; readonly name: string } | null;

/** @param nameOf the person of an operation line: what the screen calls him */
export function quarantineSteps(
  lines: readonly ChainedLine[],
  id: string,
  personOf: PersonOf,
  nameOf: (by: string) => string,
): QuarantineSteps {
  const acts = (act: OperationAct) =>
    lines.flatMap(({ entry }) => (entry.kind === 'operation' && entry.body.act === act && entry.body.id === id ? [entry] : []));
  const step = (act: OperationAct): StepView | null => {
    const [entry] = acts(act);
    return entry?.kind === 'operation' ? { at: entry.at, by: nameOf(entry.body.by), seq: entry.seq } : null;
  };
  const sent = statementsOf(lines);
  /** The statement that the line before its window named by digest; a cancelled one has none. */
  const signed = (act: OperationAct): SentStatement | null => {
    const asked = new Set(acts(act).map(({ body }) => ('digest' in body ? body.digest : undefined)));
    return sent.find(({ payloadSha256 }) => asked.has(payloadSha256)) ?? null;
  };
  const receivedAt = (seq: number): string | null =>
    lines.find(({ entry }) => entry.kind === 'receipt' && entry.body.seq === seq)?.entry.at ?? null;
  const viewOf = (statement: SentStatement) => {
    const opened = openEnvelope(statement.line.entry.body);
    const signer = opened.ok ? personOf(opened.value.signatures[0]?.keyid ?? '') : null;
    const { seq, payloadSha256: sha256 } = statement;
    return {
      at: statement.line.entry.at,
      by: signer?.name ?? '',
      person: signer?.person ?? null,
      seq,
      sha256,
      receivedAt: receivedAt(seq),
    };
  };
  const report = signed('incident.report');
  const confirmation = signed('incident.close');
  return {
    lock: step('evidence.quarantine'),
    report: report && viewOf(report),
    notices: step('incident.notify'),
    confirmation: confirmation && viewOf(confirmation),
    deletion: step('evidence.delete'),
  };
}
