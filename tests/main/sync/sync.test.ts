// The sync room against a real bureau over real HTTP, with a proxy for its bad days. One leaf per entry and one receipt per statement, whatever
// happens to the line.

import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLedger } from '@main/ledger/ledger';
import { createOperations } from '@main/operations/operations';
import { openLogState } from '@main/sync/log-state';
import { statementsOf, unsentCount } from '@main/sync/outbox';
import { createSync } from '@main/sync/sync';
import { openTrust } from '@main/trust/trust';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBench, shareBench } from '../../bureau/support/running';
import { enrolmentRequest, NOON, signerFrom, verdict } from '../../bureau/support/statements';
import { type Fault, faultProxy } from '../../support/fault-proxy';
import { memoryFiles } from '../ledger/memory-files';

const silent = { info: () => undefined, error: () => undefined };

/** One bureau for all of them: each world has keys of its own, and a log that others have written to is the ordinary case. */
const sharedBench = shareBench();

async function world() {
  const bench = sharedBench();
  const proxy = await faultProxy(bench.bureau.url);
  const folder = await mkdtemp(path.join(tmpdir(), 'shiqi-sync-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'trust'));
  mkdirSync(path.join(folder, 'checklists'));
  const trustFile = path.join(folder, 'trust.json');
  const given = JSON.parse(await readFile(bench.bureau.trustPath, 'utf8'));
  for (const bureau of given.bureaus) bureau.url = proxy.url;
  await writeFile(trustFile, JSON.stringify(given));

  const workstation = signerFrom('ed25519', `workstation ${folder}`);
  const reviewer = signerFrom('sm2', `reviewer ${folder}`);
  const disk = memoryFiles();
  const clock = () => NOON;
  const ledger = openLedger(disk.files, clock, () => workstation.publicKey);
  const trust = openTrust({
    folder: path.join(folder, 'trust'),
    shippedEditions: path.join(folder, 'checklists'),
    givenTrustFile: trustFile,
    practice: true,
  });
  const operations = createOperations(ledger, () => 'p-1');
  let unlocked = true;
  const build = () =>
    createSync({
      ledger,
      trust,
      operations,
      state: openLogState(path.join(folder, 'trust')),
      clock,
      logger: silent,
      workstationSigner: () => (unlocked ? workstation : null),
      ensureRequests: async () => {
        for (const [signer, role] of [
          [workstation, 'workstation'],
          [reviewer, 'reviewer'],
        ] as const)
          if (!trust.request(signer.publicKey.keyid))
            trust.keepRequest(
              signer.publicKey.keyid,
              JSON.parse(Buffer.from(enrolmentRequest(signer, bench.trust.origin, { role })).toString('utf8')),
            );
      },
      ownKeys: () => [workstation.publicKey.keyid, reviewer.publicKey.keyid],
      workstationKeyid: () => workstation.publicKey.keyid,
      changed: () => undefined,
    });
  let sync = build();
  onTestFinished(() => sync.stop());
  return {
    proxy,
    ledger,
    trust,
    sync: () => sync,
    restart: () => {
      sync.stop();
      sync = build();
    },
    lock: () => {
      unlocked = false;
    },
    keepCheckpoint: () => ledger.checkpoint(workstation),
    sign: (n: number) => ledger.append({ kind: 'statement', body: verdict(reviewer, workstation.publicKey.keyid, n) }),
    run: async (fault: Fault = {}) => {
      proxy.set(fault);
      await sync.now();
      sync.stop();
      return sync.view().lastTry?.code;
    },
    logSize: async () => Number((await (await bench.get('/v1/checkpoint')).text()).split('\n')[1]),
    acts: () => ledger.lines().flatMap(({ entry }) => (entry.kind === 'operation' ? [entry.body.act] : [])),
    receipts: () => ledger.lines().filter(({ entry }) => entry.kind === 'receipt').length,
  };
}

const entriesOnly = ({ method, path: where }: { method: string; path: string }) => method === 'POST' && where.endsWith('/entries');

describe('a signed statement', () => {
  it('reaches the bureau once and comes back with one receipt, however often it is sent', async () => {
    const { run, sign, ledger, logSize, receipts, restart } = await world();
    sign(1);
    expect(await run()).toBe('OK');
    expect(unsentCount(ledger.lines())).toBe(0);
    const size = await logSize();
    expect(await run()).toBe('OK');
    restart();
    expect(await run()).toBe('OK');
    expect(await logSize()).toBe(size);
    expect(receipts()).toBe(1);
  });

  it('waits while the bureau cannot be reached, and goes by itself when it can', async () => {
    const { run, sign, ledger } = await world();
    sign(1);
    expect(await run({ reach: () => false })).toBe('BUREAU_UNREACHABLE');
    expect(unsentCount(ledger.lines())).toBe(1);
    sign(2);
    expect(await run()).toBe('OK');
    expect(statementsOf(ledger.lines()).every(({ proof }) => proof !== null)).toBe(true);
  });

  it('is in the log once when the answer to the first sending was lost', async () => {
    const { run, sign, ledger, logSize, receipts } = await world();
    sign(1);
    expect(await run({ answer: (exchange, reply) => (entriesOnly(exchange) ? null : reply) })).toBe('BUREAU_UNREACHABLE');
    expect(unsentCount(ledger.lines())).toBe(1);
    const stored = await logSize();
    expect(stored).toBeGreaterThan(0);
    expect(await run()).toBe('OK');
    expect(receipts()).toBe(1);
    expect(await logSize()).toBe(stored);
  });

  it('is not delivered by a friendly answer without a proof', async () => {
    const { run, sign, ledger } = await world();
    sign(1);
    const withoutProofs: Fault = {
      answer: (exchange, reply) => {
        if (!entriesOnly(exchange)) return reply;
        const body = JSON.parse(reply.body.toString('utf8'));
        for (const entry of body.entries) delete entry.proof;
        return { ...reply, body: Buffer.from(JSON.stringify(body)) };
      },
    };
    expect(await run(withoutProofs)).toBe('NO_RECEIPT');
    expect(unsentCount(ledger.lines())).toBe(1);
  });

  for (const [name, body] of [
    ['a page of HTML', '<html>ok</html>'],
    ['half a reply', '{"head":{"seq":1,'],
    ['another shape', '{"head":null,"entries":"yes"}'],
    ['a member twice', '{"head":{"seq":1,"hash":"00"},"head":{"seq":2,"hash":"00"},"entries":[]}'],
  ] as const)
    it(`is not delivered by ${name}`, async () => {
      const { run, sign, ledger } = await world();
      sign(1);
      expect(
        await run({ answer: (exchange, reply) => (entriesOnly(exchange) ? { ...reply, status: 200, body: Buffer.from(body) } : reply) }),
      ).toBe('BUREAU_ANSWER_INVALID');
      expect(unsentCount(ledger.lines())).toBe(1);
      expect(await run()).toBe('OK');
    });

  it('is not delivered by a proof of another leaf, and the contradiction is on record', async () => {
    const { run, sign, ledger, acts } = await world();
    sign(1);
    const badProof: Fault = {
      answer: (exchange, reply) => {
        if (!entriesOnly(exchange)) return reply;
        const parsed = JSON.parse(reply.body.toString('utf8'));
        for (const entry of parsed.entries)
          if (entry.proof)
            entry.proof = entry.proof.replace(/index (\d+)/, (_: string, n: string) => `index ${Number(n) === 0 ? 1 : Number(n) - 1}`);
        return { ...reply, body: Buffer.from(JSON.stringify(parsed)) };
      },
    };
    expect(await run(badProof)).toBe('PROOF_WRONG');
    expect(unsentCount(ledger.lines())).toBe(1);
    expect(acts()).toContain('sync.conflict');
    expect(await run()).toBe('OK');
  });

  it('is not delivered to a log whose note another key signed', async () => {
    const other = await openBench();
    const foreign = Buffer.from(await (await other.get('/v1/checkpoint')).text());
    const { run, sign, ledger } = await world();
    sign(1);
    const code = await run({ answer: (exchange, reply) => (exchange.path === '/v1/checkpoint' ? { ...reply, body: foreign } : reply) });
    expect(['NOTE_UNSIGNED', 'CHECKPOINT_ORIGIN', 'NOTE_SIGNATURE_BAD']).toContain(code);
    expect(unsentCount(ledger.lines())).toBe(1);
  });
});

describe('a log that shrank or forked', () => {
  it('is refused when an older head is served as if nothing had followed and cannot be shown to be a beginning', async () => {
    const { run, sign, proxy } = await world();
    sign(1);
    let first: Buffer | null = null;
    await run({
      answer: (exchange, reply) => {
        if (exchange.path === '/v1/checkpoint') first ??= reply.body;
        return reply;
      },
    });
    expect(first).not.toBeNull();
    sign(2);
    const wrongProof = Buffer.from(`${Buffer.alloc(32, 1).toString('base64')}\n`);
    const code = await run({
      answer: (exchange, reply) => (exchange.path.startsWith('/v1/consistency') ? { ...reply, body: wrongProof } : reply),
    });
    expect(code).toBe('LOG_FORKED');
    expect(proxy.seen.some(entriesOnly)).toBe(true);
  });
});

describe('a head that is older than the last one seen', () => {
  it('is no harm while it can be shown to be a beginning, and a shrunken log when it cannot', async () => {
    const { run, sign } = await world();
    sign(1);
    let first: Buffer | null = null;
    await run({
      answer: (exchange, reply) => {
        if (exchange.path === '/v1/checkpoint') first ??= reply.body;
        return reply;
      },
    });
    const older = (proof: Buffer | null): Fault => ({
      answer: (exchange, reply) => {
        if (exchange.path === '/v1/checkpoint') return { ...reply, body: first ?? reply.body };
        return proof !== null && exchange.path.startsWith('/v1/consistency') ? { ...reply, body: proof } : reply;
      },
    });
    expect(await run(older(null))).toBe('OK');
    expect(await run(older(Buffer.from(`${Buffer.alloc(32, 1).toString('base64')}\n`)))).toBe('LOG_SHRUNK');
  });
});

describe('while the profile is locked', () => {
  it('sends what the newest checkpoint covers and nothing after it', async () => {
    const { run, sign, ledger, lock, keepCheckpoint, restart } = await world();
    await run();
    sign(1);
    keepCheckpoint();
    sign(2);
    lock();
    restart();
    await run();
    const delivered = statementsOf(ledger.lines()).map(({ proof }) => proof !== null);
    expect(delivered).toEqual([true, false]);
  });
});

describe('what the bureau answers to enrolment', () => {
  it('is kept when it is about our key, once, and is on record', async () => {
    const { run, acts } = await world();
    await run();
    await run();
    expect(acts().filter((act) => act === 'enrolment.accept').length).toBe(2);
  });
});
