// What the bureau keeps over a restart and over SIGKILL: a receipt that anybody holds means that the leaf is there.
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EntriesReply, parseHashes } from '@shared/bureau/http';
import { openBureauNote, verifyGrowth, verifyReceipt } from '@shared/bureau/receipt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOG } from '../../src-bureau/log/tree';
import { openStore } from '../../src-bureau/store/store';
import type { KillPoint } from './support/killable';
import { forkKillable } from './support/killed';
import { openPool } from './support/open-pool';
import { buildProgram } from './support/program';
import { type Bench, newFolder, openBench, unwrap } from './support/running';
import { enrolmentRequest, signerFrom, verdict } from './support/statements';
import { TestWorkstation } from './support/workstation';

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
  });
  afterAll(() => killable.remove());

  const points: [string, KillPoint][] = [
    ['before the transaction begins', { when: 'before', statement: 'begin' }],
    ['before the first hash is stored', { when: 'before', statement: 'insert into "nodes"' }],
    ['after the lines are stored', { when: 'after', statement: 'insert into "lines"' }],
    ['before the commit', { when: 'before', statement: 'commit' }],
    ['after the commit', { when: 'after', statement: 'commit' }],
  ];

  test('at any statement: what was receipted is there, what was not can be sent again, and every line is one leaf', async () => {
    const folder = await newFolder();
    const signer = signerFrom('ed25519', 'killed workstation');
    const replies: EntriesReply[] = [];
    let lines: TestWorkstation['lines'] = [];
    for (const [name, point] of points) {
      const bureau = await forkKillable(killable.path, folder);
      const own = new TestWorkstation(bureau.url, signer);
      own.lines.push(...lines);
      if (lines.length === 0) await own.enrol(JSON.parse(await readFile(join(folder, 'trust.json'), 'utf8')).bureaus[0].origin);
      own.statement(verdict(reviewer, own.keyid, own.lines.length));
      replies.push((await own.send()).body);
      own.statement(verdict(reviewer, own.keyid, own.lines.length));
      await bureau.arm(point);
      await expect(own.send(), name).rejects.toThrow();
      expect(await bureau.ended, name).toBe('SIGKILL');
      lines = own.lines;
    }

    const after = await openBench({ folder });
    const own = new TestWorkstation(after.bureau.url, signer);
    own.lines.push(...lines);
    const { head } = (await (await own.get('head')).json()) as EntriesReply;
    // The last kill came after the commit, the one before it came before.
    expect(head.seq).toBe(lines.length);
    replies.push((await own.send()).body);
    expect((await expectStillReceived(after, own, replies)).size).toBe(lines.length);
  });

  test('right after a reply: the receipt in it stands', async () => {
    const folder = await newFolder();
    const bureau = await forkKillable(killable.path, folder);
    const own = new TestWorkstation(bureau.url, signerFrom('ed25519', 'killed workstation'));
    await own.enrol(JSON.parse(await readFile(join(folder, 'trust.json'), 'utf8')).bureaus[0].origin);
    own.statement(verdict(reviewer, own.keyid, 1));
    const { body } = await own.send();
    bureau.kill();
    expect(await bureau.ended).toBe('SIGKILL');
    const after = await openBench({ folder });
    await expectStillReceived(after, own, [body]);
  });
});
