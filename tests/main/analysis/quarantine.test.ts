// A file with a mark of a state secret: its content is locked, the ledger gets an id and nothing else, and no call reads, copies or deletes it again.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { resultFile } from '@main/analysis/exports';
import { takeIn } from '@main/vault/intake';
import { openQuarantine } from '@main/vault/quarantine';
import { emptyRegistration } from '@shared/assessment/model';
import type { Instant } from '@shared/basics/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looked, untilDone, type Workplace, workplace } from './workplace';

const agreement = { ...emptyRegistration().agreement, id: '示协1', sharingMode: 'controlled' as const };
const MARKED = '机密★5年\n示例报告第一段，联系人手机 13900001001\n';
const D1 = randomUUID();
const D2 = randomUUID();

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.end());

async function quarantined() {
  const record = await place.add(D1, 'report.txt', MARKED);
  const other = await place.add(D1, 'plain.csv', 'a,b\n1,2\n2,3\n');
  const { queue, told } = place.started();
  queue.start(D1, place.list(D1), agreement);
  await untilDone(queue);
  return { record, other, queue, told };
}

describe('a mark in a file', () => {
  it('locks its content: nothing is read, held, hashed or removed any more, and the others go on', async () => {
    const { record, other, queue } = await quarantined();
    expect(queue.records(D1).map(({ name, state, code }) => [name, state, code])).toEqual([
      ['report.txt', 'failed', 'EVIDENCE_QUARANTINED'],
      ['plain.csv', 'done', null],
    ]);
    expect(() => [...place.vault.chunks(record)]).toThrow();
    expect([place.vault.hold(record), place.vault.holds(record), place.vault.remove(D1, record.sha256)]).toEqual([null, false, false]);
    expect(place.list(D1)).toHaveLength(2);
    expect([...place.vault.chunks(other)]).not.toHaveLength(0);
  });

  it('leaves of the result only that there is one: no samples, no columns, nothing to export or to cite', async () => {
    const { record, queue, told } = await quarantined();
    const [kept] = queue.records(D1);
    expect(kept?.files).toMatchObject([{ content: [{ code: 'CLASSIFICATION_MARK', count: 1, samples: [] }] }]);
    expect(kept?.files[0]?.columns).toBeUndefined();
    expect(kept?.result).toBeNull();
    expect(resultFile(queue.records(D1), record.sha256)).toBeNull();
    // Ids are drawn, and may hold any digits.
    expect(JSON.stringify(told.map(({ quarantine: _, ...view }) => view))).not.toContain('0001');
  });

  it('gives the ledger one id without name and digest, once for the same bytes in every dossier, and the window goes', async () => {
    const discarded = place.discarded();
    const { record, queue } = await quarantined();
    expect(place.entered).toHaveLength(1);
    expect(place.entered[0]).toMatch(/^quarantine-[0-9a-f-]{36}$/);
    expect(place.entered[0]).not.toContain(record.sha256.slice(0, 8));
    // The page that shows the lock says the same id, and no other file has one.
    expect(queue.views(D1).flatMap(({ name, quarantine }) => (quarantine ? [[name, quarantine.id, quarantine.recorded]] : []))).toEqual([
      ['report.txt', place.entered[0], true],
    ]);
    expect(place.discarded()).toBeGreaterThan(discarded);
    await expect(place.add(D2, 'again.txt', MARKED)).rejects.toThrow('EVIDENCE_QUARANTINED');
    expect(place.list(D2)).toEqual([]);
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    expect(place.entered).toHaveLength(1);
    expect(place.inputs.filter(({ name }) => name === 'report.txt')).toHaveLength(1);
  });

  it('is found once when the same bytes wait in two dossiers, and held once however often it is told', async () => {
    const record = await place.add(D1, 'report.txt', MARKED);
    await place.add(D2, 'same.txt', MARKED);
    const { queue } = place.started();
    queue.start(D1, place.list(D1), agreement);
    queue.start(D2, place.list(D2), agreement);
    await untilDone(queue);
    expect([queue.records(D2)[0]?.code, place.inputs.length, place.entered.length]).toEqual(['EVIDENCE_QUARANTINED', 1, 1]);
    const entered: string[] = [];
    const folder = mkdtempSync(path.join(place.records, 'twice-'));
    const quarantine = openQuarantine(
      folder,
      (id) => entered.push(id) > 0,
      () => 1_795_000_000_000 as Instant,
    );
    for (let time = 0; time < 2; time++) quarantine.hold(record.sha256, () => Buffer.alloc(32, 1));
    expect(entered).toHaveLength(1);
  });

  it('holds after the program was started anew, while the profile is locked, and when the ledger took no line at first', async () => {
    place.ledgerTakes(false);
    const record = await place.add(D1, 'report.txt', MARKED);
    const { queue } = place.started();
    place.runs((input) => {
      place.lock();
      return looked(input);
    });
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    expect(place.entered).toEqual([]);
    place.unlock();
    place.ledgerTakes(true);
    const again = place.started();
    expect(place.vault.isLocked(record.sha256)).toBe(true);
    again.queue.resume();
    again.queue.resume();
    expect(place.entered).toHaveLength(1);
    again.queue.start(D1, place.list(D1), agreement);
    await untilDone(again.queue);
    expect(again.queue.records(D1)[0]).toMatchObject({ state: 'failed', code: 'EVIDENCE_QUARANTINED' });
  });

  it('is sealed on disk: no record names it in plain', async () => {
    const { record } = await quarantined();
    const files = readdirSync(place.records).filter((name) => name.startsWith('quarantine'));
    expect(files).toEqual(['quarantine.box']);
    expect(readFileSync(path.join(place.records, 'quarantine.box')).includes(Buffer.from(record.sha256))).toBe(false);
  });
});

describe('a mark in a name', () => {
  it('refuses the whole batch before a byte is read', async () => {
    const source = path.join(place.records, '..', 'b.csv');
    writeFileSync(source, 'a,b\n1,2\n');
    const acts: string[] = [];
    const parts = {
      vault: place.vault,
      operations: { record: (act: string) => acts.push(act) > 0 },
      logger: { error: () => undefined, info: () => undefined },
      progress: () => undefined,
    } as unknown as Parameters<typeof takeIn>[2];
    const file = (name: string, at = source) => ({ path: at, name, bytes: 8, role: 'delivered' as const });
    const missing = path.join(place.records, 'nowhere');
    expect(await takeIn(D1, [file('b.csv'), file('机密★1年.csv', missing)], parts)).toEqual({ ok: false, code: 'FILE_MARKED' });
    expect([place.list(D1), acts]).toEqual([[], []]);
    expect(await takeIn(D1, [file('不涉及国家秘密的说明.csv')], parts)).toMatchObject({ ok: true });
  });
});
