// What the bureau keeps over a restart and over SIGKILL: a receipt that anybody holds means that the leaf is there.
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EntriesReply, parseHashes } from '@shared/bureau/http';
import { openBureauNote, verifyGrowth, verifyReceipt } from '@shared/bureau/receipt';
import { parseTrustFile } from '@shared/bureau/trust';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOG } from '../../src-bureau/log/tree';
import { openStore } from '../../src-bureau/store/store';
import type { KillPoint } from './support/killable';
import { forkKillable } from './support/killed';
import { openPool } from './support/open-pool';
import { buildProgram } from './support/program';
import { type Bench, newFolder, openBench, unwrap } from './support/running';
import { enrolmentRequest, NOON, signerFrom, verdict } from './support/statements';
import { TestWorkstation } from './support/workstation';

/** Processes that start a database take their time where many do. */
const BUSY_MACHINE = 120_000;

const originIn = async (folder: string): Promise<string> =>
  unwrap(parseTrustFile(await readFile(join(folder, 'trust.json'))))[0]?.origin ?? '';

const reviewer = signerFrom('ed25519', 'reviewer');

async function sendTwo(bench: Bench): Promise<{ own: TestWorkstation; reply: EntriesReply }> {
  await bench.post('/v1/enrolments', enrolmentRequest(reviewer, bench.trust.origin));
  const own = await bench.workstation();
  own.statement(verdict(reviewer, own.keyid, 1));
  own.statement(verdict(reviewer, own.keyid, 2));
  return { own, reply: (await own.send()).body };
}

/** Every receipt of before stands in a log that grew out of what it named. */
async function expectStillReceived(bench: Bench, own: TestWorkstation, replies: readonly EntriesReply[]) {
  const now = unwrap(openBureauNote(bench.trust, await (await bench.get('/v1/checkpoint')).text())).checkpoint;
  for (const { seq, proof = '' } of replies.flatMap(({ entries }) => entries)) {
    const receipt = unwrap(verifyReceipt(bench.trust, own.lines[seq] ?? new Uint8Array(), proof));
    const { checkpoint } = receipt.note;
    const hashes = parseHashes(await (await bench.get(`/v1/consistency?from=${checkpoint.size}&to=${now.size}`)).text()) ?? [];
    expect(verifyGrowth(checkpoint, now, hashes).ok).toBe(true);
    const again = await (await bench.get(`/v1/inclusion?workstation=${own.keyid}&seq=${seq}`)).text();
    expect(unwrap(verifyReceipt(bench.trust, own.lines[seq] ?? new Uint8Array(), again)).index).toBe(receipt.index);
  }
  return now;
}

describe('after a restart', () => {
  test('keys, enrolments, editions, lines, inbox and receipts are as before, and the ledger goes on', async () => {
    const before = await openBench();
    const { own, reply } = await sendTwo(before);
    const editions = await (await before.get('/v1/editions')).text();
    const inbox = await (await own.get('inbox')).text();
    await before.bureau.stop();

    const after = await openBench({ folder: before.folder });
    expect({ ...after.trust, url: null }).toEqual({ ...before.trust, url: null });
    expect(after.staffToken).toBe(before.staffToken);
    expect(await (await after.get('/v1/editions')).text()).toBe(editions);
    const same = new TestWorkstation(after.bureau.url, own.signer);
    same.lines.push(...own.lines);
    expect(await (await same.get('inbox')).text()).toBe(inbox);
    expect(await (await same.get('head')).json()).toEqual({ head: reply.head });
    await expectStillReceived(after, same, [reply, (await same.send()).body]);
    same.statement(verdict(reviewer, same.keyid, 3));
    expect((await same.send(2)).body.head.seq).toBe(3);
  });

  test('a clock that went back since the last signed head is said', async () => {
    const { folder, bureau } = await openBench();
    expect(bureau.clockBehind).toBe(false);
    await bureau.stop();
    const earlier = await openBench({ folder, clock: () => (NOON - 3 * 60_000) as typeof NOON });
    expect(earlier.bureau.clockBehind).toBe(true);
  });

  test('secrets are for their owner alone', async () => {
    const { folder } = await openBench();
    for (const name of ['keys/keys.json', 'staff-token']) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  });

  test('two services never share a data folder', async () => {
    const { folder } = await openBench();
    await expect(openBench({ folder })).rejects.toMatchObject({ code: 'DATA_IN_USE' });
  });

  test('a lock that its holder left behind is taken over', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'bureau.lock'), '999999999');
    const { get } = await openBench({ folder });
    expect((await get('/v1/checkpoint')).status).toBe(200);
  });

  test('keys are never made anew over a log, nor practice and real use mixed, nor damaged keys used', async () => {
    const { folder, bureau } = await openBench();
    await bureau.stop();
    const keys = join(folder, 'keys/keys.json');
    const bytes = await readFile(keys);
    await expect(openBench({ folder, practice: false })).rejects.toMatchObject({ code: 'MODE_MISMATCH' });
    await writeFile(keys, bytes.subarray(1));
    await expect(openBench({ folder })).rejects.toMatchObject({ code: 'KEY_FILE_DAMAGED' });
    await rm(keys);
    await expect(openBench({ folder })).rejects.toMatchObject({ code: 'KEY_FILE_DAMAGED' });
    const other = await openBench();
    await other.bureau.stop();
    await writeFile(keys, await readFile(join(other.folder, 'keys/keys.json')), { mode: 0o600 });
    await chmod(keys, 0o600);
    await expect(openBench({ folder })).rejects.toMatchObject({ code: 'DATA_MISMATCH' });
  });

  test('a database put back to an older state is noticed before anything is signed', async () => {
    const { folder, bureau, ...bench } = await openBench();
    await sendTwo({ folder, bureau, ...bench });
    await bureau.stop();
    const store = await openStore(await openPool(folder));
    await store.deleteFrom('lines').where('log_index', '=', 1).execute();
    await store.updateTable('service').set({ log_size: 1 }).execute();
    await store.destroy();
    await expect(openBench({ folder })).rejects.toMatchObject({ code: 'LOG_SHRUNK' });
  });

  test('a log whose past was changed is noticed as well', async () => {
    const { folder, bureau, ...bench } = await openBench();
    await sendTwo({ folder, bureau, ...bench });
    await bureau.stop();
    const store = await openStore(await openPool(folder));
    await store
      .updateTable('nodes')
      .set({ hash: new Uint8Array(32) })
      .where('tree', '=', LOG)
      .where('level', '=', 1)
      .execute();
    await store.updateTable('service').set({ log_size: 3 }).execute();
    await store.destroy();
    await expect(openBench({ folder })).rejects.toMatchObject({ code: 'LOG_SHRUNK' });
  });
});

describe('killed with SIGKILL', () => {
  let killable: Awaited<ReturnType<typeof buildProgram>>;
  beforeAll(async () => {
    killable = await buildProgram('tests/bureau/support/killable.ts');
  }, BUSY_MACHINE);
  afterAll(() => killable.remove());

  const points: { name: string; point: KillPoint; stored: number }[] = [
    { name: 'after the lines are written, before the sizes', point: { when: 'after', statement: 'insert into "lines"' }, stored: 1 },
    { name: 'before the commit', point: { when: 'before', statement: 'commit' }, stored: 1 },
    { name: 'after the commit, before the head is signed', point: { when: 'after', statement: 'commit' }, stored: 2 },
  ];

  for (const { name, point, stored } of points) {
    test(
      `${name}: what was receipted is there, what was not is sent again, and every line is one leaf`,
      async () => {
        const folder = await newFolder();
        const bureau = await forkKillable(killable.path, folder);
        const own = new TestWorkstation(bureau.url, signerFrom('ed25519', 'killed workstation'));
        await own.enrol(await originIn(folder));
        own.statement(verdict(reviewer, own.keyid, 1));
        const received = (await own.send()).body;
        own.statement(verdict(reviewer, own.keyid, 2));
        await bureau.arm(point);
        await expect(own.send()).rejects.toThrow();
        expect(await bureau.ended).toBe('SIGKILL');

        const after = await openBench({ folder });
        const same = new TestWorkstation(after.bureau.url, own.signer);
        same.lines.push(...own.lines);
        expect(((await (await same.get('head')).json()) as EntriesReply).head.seq).toBe(stored);
        await expectStillReceived(after, same, [received]);
        const again = (await same.send()).body;
        expect((await expectStillReceived(after, same, [received, again])).size).toBe(2);
      },
      BUSY_MACHINE,
    );
  }

  test('right after a reply: the receipt in it stands', async () => {
    const folder = await newFolder();
    const bureau = await forkKillable(killable.path, folder);
    const own = new TestWorkstation(bureau.url, signerFrom('ed25519', 'killed workstation'));
    await own.enrol(await originIn(folder));
    own.statement(verdict(reviewer, own.keyid, 1));
    const { body } = await own.send();
    bureau.kill();
    expect(await bureau.ended).toBe('SIGKILL');
    const after = await openBench({ folder });
    await expectStillReceived(after, own, [body]);
  });
});
