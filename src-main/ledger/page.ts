import { openEnvelope } from '@shared/attestation/dsse';
import { statementOf } from '@shared/attestation/statements/statement';
import { fromUtf8 } from '@shared/basics/bytes';
import type { LedgerLine, LedgerPage } from '@shared/contract/views';
import type { ChainedLine } from '@shared/ledger/chain';

/** Lines as the ledger screen shows them: what a line says about itself, and the line as it stands. */
export function ledgerPage(lines: readonly ChainedLine[], from: number, count: number): LedgerPage {
  return { from, total: lines.length, lines: lines.slice(from, from + count).map(lineView) };
}

function lineView({ line, hash, entry }: ChainedLine): LedgerLine {
  const { seq, at, kind, prev } = entry;
  const common = { seq, at, kind, hash, prev, raw: fromUtf8(line) };
  switch (entry.kind) {
    case 'operation':
      return { ...common, title: `${entry.body.act} ${entry.body.id}`, by: entry.body.by };
    case 'receipt':
      return { ...common, title: `receipt ${entry.body.seq}`, by: 'bureau' };
    case 'statement': {
      const opened = openEnvelope(entry.body);
      const statement = opened.ok ? statementOf(opened.value) : null;
      const title = statement?.ok
        ? `${statement.value.kind} ${statement.value.kind === 'verdict' ? statement.value.predicate.number : ''}`.trim()
        : 'statement';
      return { ...common, title, by: opened.ok ? (opened.value.signatures[0]?.keyid ?? '') : '' };
    }
  }
}
