// The log as anyone may check it: with the project's own proofs, and with a second tree written here from RFC 6962 alone.
import { createHash } from 'node:crypto';
import { type EntriesReply, parseHashes } from '@shared/bureau/http';
import { openBureauNote, verifyGrowth, verifyReceipt } from '@shared/bureau/receipt';
import { verifyConsistency } from '@shared/ledger/merkle';
import { parseTlogProof } from '@shared/ledger/tlog-proof';
import { describe, expect, test } from 'vitest';
import { consistencyRanges, inclusionRanges, subtreesOf } from '../../src-bureau/log/ranges';
import { type Bench, openBench, unwrap } from './support/running';
import { enrolmentRequest, NOON, signerFrom, verdict } from './support/statements';
import type { TestWorkstation } from './support/workstation';

const reviewer = signerFrom('ed25519', 'reviewer');

// RFC 6962, 2.1, 2.1.1 and 2.1.2, as the text has them and with nothing of ours.
const sha256 = (...parts: (Uint8Array | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const split = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);
function mth(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), only);
  const k = split(leaves.length);
  return sha256(Buffer.from([1]), mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}
function path(m: number, leaves: readonly Uint8Array[]): Buffer[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  return m < k ? [...path(m, leaves.slice(0, k)), mth(leaves.slice(k))] : [...path(m - k, leaves.slice(k)), mth(leaves.slice(0, k))];
}
function subproof(m: number, leaves: readonly Uint8Array[], complete: boolean): Buffer[] {
  if (m === leaves.length) return complete ? [] : [mth(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), complete), mth(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), mth(leaves.slice(0, k))];
}

/** Two workstations take turns, so that the log's order is no ledger's order. */
async function grownLog(): Promise<{ bench: Bench; leaves: Uint8Array[]; notes: string[]; replies: [TestWorkstation, EntriesReply][] }> {
  const bench = await openBench();
  await bench.post('/v1/enrolments', enrolmentRequest(reviewer, bench.trust.origin));
  const workstations = [await bench.workstation('one'), await bench.workstation('two')];
  const leaves: Uint8Array[] = [];
  const notes = [await (await bench.get('/v1/checkpoint')).text()];
  const replies: [TestWorkstation, EntriesReply][] = [];
  for (const [turn, count] of [1, 2, 3, 1, 4, 2, 6].entries()) {
    const own = workstations[turn % 2];
    if (own === undefined) continue;
    const from = own.lines.length;
    for (let n = 0; n < count; n++) own.statement(verdict(reviewer, own.keyid, from + n));
    replies.push([own, (await own.send(from)).body]);
    leaves.push(...own.lines.slice(from));
    notes.push(await (await bench.get('/v1/checkpoint')).text());
  }
  return { bench, leaves, notes, replies };
}

describe('the log', () => {
  test('has the roots, inclusion proofs and consistency proofs of RFC 6962 at every size', async () => {
    const { bench, leaves, notes, replies } = await grownLog();
    const { trust, get } = bench;

    const heads = notes.map((note) => unwrap(openBureauNote(trust, note)).checkpoint);
    expect(heads.map(({ size }) => size)).toEqual([0, 1, 3, 6, 7, 11, 13, 19]);
    for (const { size, root } of heads) expect(Buffer.from(root)).toEqual(mth(leaves.slice(0, size)));
    heads.reduce((seen, now) => {
      expect(now.size).toBeGreaterThan(seen.size);
      return now;
    });

    for (const [own, reply] of replies) {
      for (const { seq, proof = '' } of reply.entries) {
        const line = own.lines[seq] ?? new Uint8Array();
        const { index, path: hashes } = unwrap(parseTlogProof(proof));
        const { size } = unwrap(verifyReceipt(trust, line, proof)).note.checkpoint;
        expect(leaves[index]).toEqual(line);
        expect(hashes.map((hash) => Buffer.from(hash))).toEqual(path(index, leaves.slice(0, size)));
      }
    }

    for (let to = 0; to <= leaves.length; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = parseHashes(await (await get(`/v1/consistency?from=${from}&to=${to}`)).text()) ?? [];
        expect(proof.map((hash) => Buffer.from(hash))).toEqual(from === 0 ? [] : subproof(from, leaves.slice(0, to), true));
        expect(verifyConsistency(from, to, mth(leaves.slice(0, from)), mth(leaves.slice(0, to)), proof)).toBe(true);
      }
    }
    for (let at = 1; at < heads.length; at++) {
      const [seen, now] = [heads[at - 1] ?? null, heads[at]];
      if (now === undefined) continue;
      const proof = parseHashes(await (await get(`/v1/consistency?from=${seen?.size}&to=${now.size}`)).text()) ?? [];
      expect(verifyGrowth(seen, now, proof).ok).toBe(true);
    }
    expect(bench.errors).toEqual([]);
  });

  test('proves a line by workstation and seq, by leaf hash, and none that it has not', async () => {
    const { bench, leaves } = await grownLog();
    const own = await bench.workstation('two', false);
    own.lines.push(...([leaves[1], leaves[2]] as Uint8Array<ArrayBuffer>[]));
    const leaf = sha256(Buffer.from([0]), own.lines[1] ?? '').toString('hex');
    for (const query of [`workstation=${own.keyid}&seq=1`, `leaf=${leaf}`]) {
      const proof = await (await bench.get(`/v1/inclusion?${query}`)).text();
      expect(unwrap(verifyReceipt(bench.trust, own.lines[1] ?? new Uint8Array(), proof)).index).toBe(2);
      expect(verifyReceipt(bench.trust, own.lines[0] ?? new Uint8Array(), proof)).toMatchObject({ ok: false, code: 'PROOF_WRONG' });
    }
    const status = async (query: string) => (await bench.get(query)).status;
    expect(await status(`/v1/inclusion?workstation=${own.keyid}&seq=1000`)).toBe(404);
    expect(await status(`/v1/inclusion?leaf=${'0'.repeat(64)}`)).toBe(404);
    expect(await status(`/v1/inclusion?leaf=${leaf}&seq=1`)).toBe(400);
    expect(await status('/v1/inclusion')).toBe(400);
    for (const query of ['from=3&to=2', `from=0&to=${leaves.length + 1}`, 'from=-1&to=2', 'from=1', 'from=01&to=2', 'from=1&to=2&x=1']) {
      expect(await status(`/v1/consistency?${query}`)).toBe(400);
    }
  });

  test('cosigns an unchanged head again once a minute has passed, by its own clock', async () => {
    let now = NOON;
    const bench = await openBench({ clock: () => now });
    const cosigned = async () => unwrap(openBureauNote(bench.trust, await (await bench.get('/v1/checkpoint')).text())).cosigned?.earliest;
    expect(await cosigned()).toBe(NOON);
    now = (NOON + 59_000) as typeof NOON;
    expect(await cosigned()).toBe(NOON);
    now = (NOON + 60_000) as typeof NOON;
    expect(await cosigned()).toBe(NOON + 60_000);
  });
});

describe('the subtrees of a tree', () => {
  const covers = (ranges: { start: number; end: number }[]) =>
    ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));

  test('cover a range exactly, each complete and aligned', () => {
    for (let end = 0; end <= 70; end++) {
      const parts = subtreesOf({ start: 0, end }).map(({ level, position }) => ({
        start: position * 2 ** level,
        end: (position + 1) * 2 ** level,
      }));
      expect(covers(parts)).toEqual(covers([{ start: 0, end }]));
    }
  });

  test('of an inclusion proof leave out the leaf alone, beyond 32 bits too', () => {
    for (let size = 1; size <= 40; size++) {
      for (let index = 0; index < size; index++) {
        expect(new Set([...covers(inclusionRanges(index, size)), index]).size).toBe(size);
      }
    }
    const huge = 2 ** 40 + 5;
    expect(inclusionRanges(huge - 1, huge).length).toBeLessThan(45);
    expect(consistencyRanges(2 ** 35, huge).length).toBeLessThan(45);
  });
});
