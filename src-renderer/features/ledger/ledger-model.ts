// What the ledger page says of lines, computed from the lines themselves: what each is, whether it follows from its neighbours, whether the
// clock stepped back. The chain as a whole is checked by main; this looks at the lines that were read. Pure.
import { openEnvelope } from '@shared/attestation/dsse';
import { type Statement, statementOf } from '@shared/attestation/statements/statement';
import { utf8 } from '@shared/basics/bytes';
import type { LedgerLine } from '@shared/contract/views';
import { decodeEntry, lineHash, NO_HEAD, type Operation } from '@shared/ledger/entry';
import { commonTexts } from '@shared/texts/common';
import type { Language } from '@shared/texts/language';
import { ledgerTexts } from '@shared/texts/ledger';

export type EntryFacts =
  | { readonly kind: 'operation'; readonly body: Omit<Operation, 'act'> & { readonly act: string } }
  | { readonly kind: 'statement'; readonly statement: Statement; readonly keyids: readonly string[]; readonly payloadSha256: string }
  | { readonly kind: 'receipt'; readonly of: number }
  | { readonly kind: 'unreadable' };

/** What a line says, read from its own bytes. */
export function factsOf(line: LedgerLine): EntryFacts {
  const entry = decodeEntry(utf8(line.raw));
  if (!entry.ok) return { kind: 'unreadable' };
  switch (entry.value.kind) {
    case 'operation':
      return { kind: 'operation', body: entry.value.body };
    case 'receipt':
      return { kind: 'receipt', of: entry.value.body.seq };
    case 'statement': {
      const opened = openEnvelope(entry.value.body);
      const statement = opened.ok ? statementOf(opened.value) : null;
      if (!opened.ok || !statement?.ok) return { kind: 'unreadable' };
      return {
        kind: 'statement',
        statement: statement.value,
        keyids: opened.value.signatures.map(({ keyid }) => keyid),
        payloadSha256: opened.value.payloadSha256,
      };
    }
  }
}

/** Names for ids, read from the lines themselves: a verdict's digest gives its number, its dossier the product. */
export type Names = ReadonlyMap<string, string>;

export function namesOf(all: readonly EntryFacts[]): Names {
  const names = new Map<string, string>();
  const products = new Map<string, string>();
  for (const facts of all) {
    if (facts.kind !== 'statement' || facts.statement.kind !== 'verdict') continue;
    names.set(facts.payloadSha256, facts.statement.predicate.number);
    products.set(facts.payloadSha256, facts.statement.predicate.product.name);
  }
  for (const facts of all) {
    const product = facts.kind === 'operation' && facts.body.digest !== undefined ? products.get(facts.body.digest) : undefined;
    if (facts.kind === 'operation' && facts.body.act === 'assessment.complete' && product !== undefined) names.set(facts.body.id, product);
  }
  return names;
}

const DIGEST = /^[0-9a-f]{64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** Ids of machines are cut to what a person can compare; the detail shows them whole. */
const shortId = (id: string): string => (DIGEST.test(id) || UUID.test(id) ? `${id.slice(0, 8)}…` : id);
/** Acts whose id is that of a key. */
const OF_A_KEY = /^(?:key|enrolment|profile)\./;

/** An id with the word for what it is an id of. */
function objectOf(act: string, id: string, language: Language): string {
  const t = ledgerTexts[language];
  if (UUID.test(id)) return t.dossierOf(shortId(id));
  return DIGEST.test(id) && OF_A_KEY.test(act) ? t.keyOf(shortId(id)) : shortId(id);
}

/** A row in plain words: who, did what, to what. */
export function rowOf(
  line: LedgerLine,
  facts: EntryFacts,
  language: Language,
  names: Names = new Map(),
): { by: string; did: string; object: string } {
  const t = ledgerTexts[language];
  switch (facts.kind) {
    case 'operation': {
      const acts: Readonly<Record<string, string>> = t.acts;
      const { act, by, id } = facts.body;
      const name = names.get(id);
      return {
        by: by === 'system' ? t.system : DIGEST.test(by) ? t.keyOf(by.slice(0, 8)) : by,
        did: (Object.hasOwn(acts, act) ? acts[act] : undefined) ?? act,
        object: name === undefined ? objectOf(act, id, language) : `${name}　${shortId(id)}`,
      };
    }
    case 'receipt':
      return { by: t.bureau, did: t.receiptFor(facts.of.toLocaleString('en-US')), object: '' };
    case 'statement': {
      const { statement, keyids } = facts;
      const signed: Readonly<Record<string, string | undefined>> = t.signed;
      const named = statement.kind === 'verdict' || statement.kind === 'certificate';
      return {
        by: commonTexts[language].list(keyids.map((keyid) => t.keyOf(keyid.slice(0, 8)))),
        did: signed[statement.kind] ?? t.signedOther,
        object: named ? `${statement.predicate.number} ${statement.predicate.product.name}` : (statement.subject[0]?.name ?? ''),
      };
    }
    case 'unreadable':
      return { by: line.by, did: line.title, object: '' };
  }
}

export type Links = {
  /** The digest of this line, computed here, is the one main gave. */
  readonly own: boolean;
  /** null: the line before was not read. */
  readonly previous: 'first' | 'holds' | 'broken' | null;
  readonly next: 'last' | 'holds' | 'broken' | null;
};

/** Whether a line follows from its neighbours; digests are computed here again from the raw lines. */
export function linksOf(line: LedgerLine, bySeq: ReadonlyMap<number, LedgerLine>, total: number): Links {
  const hash = lineHash(utf8(line.raw));
  const before = bySeq.get(line.seq - 1);
  const after = bySeq.get(line.seq + 1);
  const prevOf = (other: LedgerLine): string | null => {
    const entry = decodeEntry(utf8(other.raw));
    return entry.ok ? entry.value.prev : null;
  };
  const own = prevOf(line);
  return {
    own: hash === line.hash,
    previous:
      line.seq === 0
        ? own === NO_HEAD
          ? 'first'
          : 'broken'
        : before === undefined
          ? null
          : own === lineHash(utf8(before.raw))
            ? 'holds'
            : 'broken',
    next: line.seq === total - 1 ? 'last' : after === undefined ? null : prevOf(after) === hash ? 'holds' : 'broken',
  };
}

/** seq of the first line that is earlier than the one before it, or null. */
export function clockStepBack(lines: readonly LedgerLine[]): number | null {
  const inOrder = [...lines].sort((a, b) => a.seq - b.seq);
  for (const [index, line] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before !== undefined && before.seq === line.seq - 1 && line.at < before.at) return line.seq;
  }
  return null;
}

/** seq of the first receipt that points at no statement before it, or null; receipts for lines that were not read are left out. */
export function strayReceipt(lines: readonly LedgerLine[]): number | null {
  const bySeq = new Map(lines.map((line) => [line.seq, line]));
  const stray = lines.find((line) => {
    const facts = factsOf(line);
    if (facts.kind !== 'receipt') return false;
    const target = bySeq.get(facts.of);
    return facts.of >= line.seq || (target !== undefined && target.kind !== 'statement');
  });
  return stray?.seq ?? null;
}

export type KindFilter = LedgerLine['kind'] | 'all';
export type LedgerRow = LedgerLine & { readonly says: { by: string; did: string; object: string } };

export function ledgerRows(lines: readonly LedgerLine[], language: Language): LedgerRow[] {
  const read = [...lines].sort((a, b) => b.seq - a.seq).map((line) => ({ line, facts: factsOf(line) }));
  const names = namesOf(read.map(({ facts }) => facts));
  return read.map(({ line, facts }) => ({ ...line, says: rowOf(line, facts, language, names) }));
}

/** Search in number, person, object and digest; white space separates words that must all occur. */
export function filterRows(rows: readonly LedgerRow[], kind: KindFilter, query: string): LedgerRow[] {
  const words = query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (kind !== 'all' && row.kind !== kind) return false;
    const text = `${row.seq} ${row.says.by} ${row.says.did} ${row.says.object} ${row.hash} ${row.title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
