import { randomBytes } from 'node:crypto';
import { IN_TOTO_PAYLOAD_TYPE, signEnvelope } from '@shared/attestation/dsse';
import { generatePrivateKey, signerOf } from '@shared/attestation/suites';
import { concat, utf8 } from '@shared/basics/bytes';
import type { EntryIndex, Timestamp } from '@shared/basics/units';
import { type ChainHead, EMPTY_CHAIN, followLine, headAfter, readLedger } from '@shared/ledger/chain';
import { decodeEntry, encodeEntry, lineHash, MAX_LINE_BYTES, type NewEntry } from '@shared/ledger/entry';
import { leafHash, rootOf } from '@shared/ledger/merkle';
import { describe, expect, it } from 'vitest';

const signer = signerOf(generatePrivateKey('ed25519', () => new Uint8Array(randomBytes(32))));
const operation: NewEntry = { kind: 'operation', body: { act: 'product.register', by: '林审一', id: '产品-1' } };
const statement: NewEntry = { kind: 'statement', body: signEnvelope(IN_TOTO_PAYLOAD_TYPE, utf8('{}'), [signer]) };
const at = '2026-11-23T04:00:00.000Z' as Timestamp;
const newline = Uint8Array.of(0x0a);

function ledger(count: number): { lines: Uint8Array[]; bytes: Uint8Array; head: ChainHead } {
  let head = EMPTY_CHAIN;
  const lines: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const line = encodeEntry(head.seq as EntryIndex, head.hash, at, i % 3 === 0 ? statement : operation);
    const next = followLine(head, line);
    if (!next.ok) throw new Error(next.code);
    head = headAfter(next.value);
    lines.push(line);
  }
  return { lines, bytes: concat(...lines.flatMap((line) => [line, newline])), head };
}

const whole = ledger(50);
const rootOfBytes = (bytes: Uint8Array) => rootOf(readLedger(bytes).lines.map(({ line }) => leafHash(line)));

describe('a ledger line', () => {
  it('has its members in the fixed order without white space', () => {
    const line = encodeEntry(0 as EntryIndex, EMPTY_CHAIN.hash, at, operation);
    expect(new TextDecoder().decode(line)).toBe(
      `{"v":1,"seq":0,"prev":"${'0'.repeat(64)}","at":"${at}","kind":"operation","body":{"act":"product.register","by":"林审一","id":"产品-1"}}`,
    );
  });

  const text = new TextDecoder().decode(encodeEntry(0 as EntryIndex, EMPTY_CHAIN.hash, at, operation));
  it.each([
    ['another order', text.replace('"v":1,"seq":0', '"seq":0,"v":1'), 'ENTRY_MALFORMED'],
    ['white space', text.replace('"seq":0', '"seq": 0'), 'ENTRY_MALFORMED'],
    ['a newer version', text.replace('"v":1', '"v":2'), 'ENTRY_VERSION_UNSUPPORTED'],
    ['a time that does not exist', text.replace('11-23', '11-31'), 'ENTRY_MALFORMED'],
    ['digits in an act', text.replace('product.register', 'product2.register'), 'ENTRY_MALFORMED'],
    ['a statement that is no envelope', text.replace('"operation"', '"statement"'), 'ENTRY_MALFORMED'],
    ['a key twice', text.replace('"by"', '"act"'), 'JSON_DUPLICATE_KEY'],
    ['a newline', `${text}\n`, 'ENTRY_MALFORMED'],
    ['more than 1 MiB', text.replace('产品-1', 'x'.repeat(MAX_LINE_BYTES)), 'ENTRY_TOO_LONG'],
  ])('is refused with %s', (_, altered, code) => {
    expect(decodeEntry(utf8(altered))).toMatchObject({ code });
  });

  it('keeps an unknown field of the same version readable', () => {
    expect(decodeEntry(utf8(text.replace(/\}$/, ',"later":1}')))).toMatchObject({ ok: true });
  });
});

describe('when a ledger is read', () => {
  it('every line is whole and the head is the last one', () => {
    const reading = readLedger(whole.bytes);
    expect(reading).toMatchObject({ damage: null, tornTail: null, head: whole.head });
    expect(reading.lines).toHaveLength(50);
    expect(readLedger(new Uint8Array())).toMatchObject({ head: EMPTY_CHAIN, damage: null, tornTail: null });
  });

  it('a last line cut at any byte, zeroed or overwritten keeps every whole entry and is torn, not damaged', () => {
    const before = whole.bytes.length - (whole.lines.at(-1)?.length ?? 0) - 1;
    for (let cut = before + 1; cut < whole.bytes.length; cut++) {
      const zeroed = whole.bytes.slice().fill(0, cut);
      const random = whole.bytes.slice();
      random.set(randomBytes(whole.bytes.length - cut), cut);
      for (const bytes of [whole.bytes.slice(0, cut), zeroed, random]) {
        const reading = readLedger(bytes);
        expect(reading.damage).toBeNull();
        expect(reading.lines.length === 49 ? reading.tornTail?.length : bytes.length - before).toBe(bytes.length - before);
        expect(reading.lines.length).toBeGreaterThanOrEqual(49);
      }
    }
  });

  it('a bit flipped at any byte is damage, a torn tail, or at least another Merkle root', () => {
    const few = ledger(12);
    const { bytes } = few;
    const root = rootOfBytes(bytes);
    const lastLine = bytes.length - (few.lines.at(-1)?.length ?? 0) - 1;
    for (let at = 0; at < bytes.length; at++) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      const reading = readLedger(altered);
      if (at < lastLine) expect(reading.damage, `byte ${at}`).not.toBeNull();
      else if (reading.damage === null && reading.tornTail === null) expect(rootOfBytes(altered)).not.toEqual(root);
    }
  });

  it('names the damaged line', () => {
    const lines = whole.lines.slice();
    lines[9] = encodeEntry(9 as EntryIndex, lineHash(utf8('another')), at, operation);
    const bytes = concat(...lines.flatMap((line) => [line, newline]));
    expect(readLedger(bytes)).toMatchObject({ damage: { line: 10, code: 'CHAIN_BROKEN' } });
    lines.splice(9, 1);
    expect(readLedger(concat(...lines.flatMap((line) => [line, newline])))).toMatchObject({ damage: { line: 10, code: 'CHAIN_SEQ' } });
  });

  it('a file that begins later is read from the head before it', () => {
    const rest = concat(...whole.lines.slice(20).flatMap((line) => [line, newline]));
    const before = readLedger(concat(...whole.lines.slice(0, 20).flatMap((line) => [line, newline]))).head;
    expect(readLedger(rest, before)).toMatchObject({ head: whole.head, damage: null });
    expect(readLedger(rest)).toMatchObject({ damage: { line: 1, code: 'CHAIN_SEQ' } });
  });
});
