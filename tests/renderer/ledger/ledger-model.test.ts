import { IN_TOTO_PAYLOAD_TYPE, signEnvelope } from '@shared/attestation/dsse';
import { generatePrivateKey, signerOf } from '@shared/attestation/suites';
import { fromUtf8 } from '@shared/basics/bytes';
import type { EntryIndex, Sha256Hex, Timestamp } from '@shared/basics/units';
import type { LedgerLine } from '@shared/contract/views';
import { encodeEntry, lineHash, type NewEntry, NO_HEAD } from '@shared/ledger/entry';
import { OPERATION_ACTS } from '@shared/ledger/operations';
import { ledgerTexts } from '@shared/texts/ledger';
import { describe, expect, test } from 'vitest';
import {
  clockStepBack,
  type EntryFacts,
  factsOf,
  filterRows,
  ledgerRows,
  linksOf,
  namesOf,
  rowOf,
  strayReceipt,
} from '../../../src-renderer/features/ledger/ledger-model';
import { verdictPayload } from '../../support/statements-to-sign';

const signer = signerOf(generatePrivateKey('ed25519', () => new Uint8Array(32).fill(9)));
const entries: NewEntry[] = [
  { kind: 'operation', body: { act: 'product.register', by: 'p-0001', id: '示产-0412' } },
  { kind: 'statement', body: signEnvelope(IN_TOTO_PAYLOAD_TYPE, verdictPayload(), [signer]) },
  { kind: 'receipt', body: { seq: 1, proof: 'c2sp.org/tlog-proof@v1\n' } },
  { kind: 'operation', body: { act: 'sync.conflict', by: 'system', id: 'LOG_FORKED', reason: '示例' } },
];

function chain(times: readonly string[] = ['01', '02', '03', '04']): LedgerLine[] {
  let prev: Sha256Hex = NO_HEAD;
  return entries.map((entry, seq) => {
    const at = `2026-11-23T05:${times[seq]}:00.000Z` as Timestamp;
    const bytes = encodeEntry(seq as EntryIndex, prev, at, entry);
    const line = { seq, at, kind: entry.kind, title: entry.kind, by: '', hash: lineHash(bytes), prev, raw: fromUtf8(bytes) };
    prev = line.hash;
    return line;
  });
}
const lines = chain();
const bySeq = (all: readonly LedgerLine[]) => new Map(all.map((line) => [line.seq, line]));
const lineAt = (seq: number, from = lines): LedgerLine => {
  const line = from[seq];
  if (line === undefined) throw new Error('no such line');
  return line;
};

describe('a line in plain words', () => {
  test('says who did what to what', () => {
    expect(rowOf(lineAt(0), factsOf(lineAt(0)), 'zh')).toEqual({ by: 'p-0001', did: '立卷', object: '示产-0412' });
    expect(rowOf(lineAt(1), factsOf(lineAt(1)), 'zh').object).toBe('齐数审〔2026〕7C1E-0137号 供热需求指数');
    expect(rowOf(lineAt(2), factsOf(lineAt(2)), 'zh')).toEqual({ by: '市数据局', did: '对第 1 条的回执', object: '' });
    expect(rowOf(lineAt(3), factsOf(lineAt(3)), 'zh').by).toBe(ledgerTexts.zh.system);
  });

  test('names every act of the closed list, in both languages', () => {
    expect(Object.keys(ledgerTexts.zh.acts).sort()).toEqual([...OPERATION_ACTS].sort());
    expect(Object.keys(ledgerTexts.en.acts).sort()).toEqual([...OPERATION_ACTS].sort());
  });

  test('shows an act of a newer program as it stands', () => {
    const newer = { ...lineAt(0), raw: lineAt(0).raw.replace('product.register', 'product.polish') };
    expect(rowOf(newer, factsOf(newer), 'zh').did).toBe('product.polish');
  });

  test('that cannot be read is still shown, by what main called it', () => {
    const torn = { ...lineAt(0), raw: lineAt(0).raw.slice(0, 40), title: '读不出的行' };
    expect(factsOf(torn).kind).toBe('unreadable');
    expect(rowOf(torn, factsOf(torn), 'zh').did).toBe('读不出的行');
  });
});

describe('the links of a line', () => {
  test('hold in an honest ledger, at both ends', () => {
    expect(linksOf(lineAt(0), bySeq(lines), 4)).toEqual({ own: true, previous: 'first', next: 'holds' });
    expect(linksOf(lineAt(1), bySeq(lines), 4)).toEqual({ own: true, previous: 'holds', next: 'holds' });
    expect(linksOf(lineAt(3), bySeq(lines), 4)).toEqual({ own: true, previous: 'holds', next: 'last' });
  });

  test('are computed from the raw lines, whatever digest was handed over', () => {
    const altered = lines.map((line) => (line.seq === 0 ? { ...line, raw: line.raw.replace('示产-0412', '示产-0413') } : line));
    expect(linksOf(lineAt(0, altered), bySeq(altered), 4)).toEqual({ own: false, previous: 'first', next: 'broken' });
    expect(linksOf(lineAt(1, altered), bySeq(altered), 4).previous).toBe('broken');
  });

  test('are not claimed when the neighbour was not read', () => {
    expect(linksOf(lineAt(2), bySeq([lineAt(2)]), 4)).toEqual({ own: true, previous: null, next: null });
  });
});

describe('the clock', () => {
  test('in order has not stepped back', () => expect(clockStepBack(lines)).toBe(null));
  test('that stepped back names the line', () => expect(clockStepBack(chain(['01', '09', '03', '10']))).toBe(2));
});

describe('receipts', () => {
  test('point at statements before them', () => expect(strayReceipt(lines)).toBe(null));
  test('that point at something else are named', () => {
    const altered = lines.map((line) => (line.seq === 2 ? { ...line, raw: line.raw.replace('"body":{"seq":1', '"body":{"seq":0') } : line));
    expect(strayReceipt(altered)).toBe(2);
  });
});

describe('names of ids', () => {
  const statement = factsOf(lineAt(1));
  const sha256 = statement.kind === 'statement' ? statement.payloadSha256 : '';
  const complete: EntryFacts = { kind: 'operation', body: { act: 'assessment.complete', by: 'p-0001', id: 'dossier-1', digest: sha256 } };
  test('a verdict has its number, its dossier the product', () => {
    const names = namesOf([statement, complete]);
    expect(names.get(sha256)).toBe('齐数审〔2026〕7C1E-0137号');
    expect(names.get('dossier-1')).toBe('供热需求指数');
  });
  test('stand beside the shortened id', () => {
    const exported = { ...lineAt(0), raw: lineAt(0).raw.replace('product.register', 'report.export').replace('示产-0412', sha256) };
    expect(rowOf(exported, factsOf(exported), 'zh', namesOf([statement])).object).toBe(`齐数审〔2026〕7C1E-0137号　${sha256.slice(0, 8)}…`);
  });
});

describe('search and filter', () => {
  const rows = ledgerRows(lines, 'zh');
  test('show the newest first', () => expect(rows.map(({ seq }) => seq)).toEqual([3, 2, 1, 0]));
  test('find by number, person and digest, all words together', () => {
    expect(filterRows(rows, 'all', '0137 意见书').map(({ seq }) => seq)).toEqual([1]);
    expect(filterRows(rows, 'all', 'P-0001').map(({ seq }) => seq)).toEqual([0]);
    expect(filterRows(rows, 'all', lineAt(2).hash.slice(0, 12)).map(({ seq }) => seq)).toEqual([2]);
    expect(filterRows(rows, 'all', 'p-0001 0137')).toEqual([]);
  });
  test('keep one kind', () => expect(filterRows(rows, 'receipt', '').map(({ seq }) => seq)).toEqual([2]));
});
