// What the bureau has not acknowledged, computed from the ledger alone: a statement is delivered when a receipt line for it stands in the
// ledger, and at no other moment. Pure over the ledger's lines.
import { openEnvelope } from '@shared/attestation/dsse';
import { type Statement, statementOf } from '@shared/attestation/statements/statement';
import type { DeliveryState, OutboxItem } from '@shared/contract/views';
import type { ChainedLine } from '@shared/ledger/chain';

export type SentStatement = {
  readonly seq: number;
  readonly line: ChainedLine;
  readonly statement: Statement;
  readonly payloadSha256: string;
  readonly proof: string | null;
};

/** Every statement of the ledger with the proof of its receipt, if one stands. */
export function statementsOf(lines: readonly ChainedLine[]): SentStatement[] {
  const proofs = new Map<number, string>();
  for (const { entry } of lines) if (entry.kind === 'receipt' && !proofs.has(entry.body.seq)) proofs.set(entry.body.seq, entry.body.proof);
  return lines.flatMap((line) => {
    if (line.entry.kind !== 'statement') return [];
    const opened = openEnvelope(line.entry.body);
    const statement = opened.ok ? statementOf(opened.value) : null;
    if (!opened.ok || !statement?.ok) return [];
    return [
      {
        seq: line.entry.seq,
        line,
        statement: statement.value,
        payloadSha256: opened.value.payloadSha256,
        proof: proofs.get(line.entry.seq) ?? null,
      },
    ];
  });
}

export const unsentCount = (lines: readonly ChainedLine[]): number => statementsOf(lines).filter(({ proof }) => proof === null).length;

/** @param attention codes that sync kept for single lines: the bureau's remarks, or a proof that did not hold. */
export function outboxItems(lines: readonly ChainedLine[], running: boolean, attention: ReadonlyMap<number, string>): OutboxItem[] {
  const receivedAt = new Map<number, string>();
  for (const { entry } of lines) if (entry.kind === 'receipt') receivedAt.set(entry.body.seq, entry.at);
  return statementsOf(lines)
    .map(({ seq, line, statement, proof }) => {
      const code = attention.get(seq) ?? null;
      const state: DeliveryState = proof !== null ? 'received' : code !== null ? 'attention' : running ? 'sending' : 'unsent';
      return {
        seq,
        kind: statement.kind,
        title: titleOf(statement),
        at: line.entry.at,
        state,
        code,
        receivedAt: receivedAt.get(seq) ?? null,
      };
    })
    .reverse();
}

const titleOf = (statement: Statement): string => {
  if (statement.kind === 'verdict' || statement.kind === 'certificate')
    return `${statement.predicate.number} ${statement.predicate.product.name}`;
  return statement.subject[0]?.name ?? statement.kind;
};
