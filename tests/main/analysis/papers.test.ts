// Papers are looked at for marks of state secrets, after everything else, and for nothing else.
import { randomUUID } from 'node:crypto';
import { emptyRegistration } from '@shared/assessment/model';
import { failure } from '@shared/basics/result';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { looked, untilDone, type Workplace, workplace } from './workplace';

const agreement = { ...emptyRegistration().agreement, id: '示协1', sharingMode: 'controlled' as const };
const CONTRACT = '开发利用协议\n甲方联系人示例甲，电话 13900001001\n双方对合作中知悉的商业秘密负有保密义务。\n';
const MARKED = '机密★5年\n关于示例事项的说明\n';
const D1 = randomUUID();

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.end());

const looks = async (started = place.started()) => {
  started.queue.start(D1, place.list(D1), agreement);
  await untilDone(started.queue);
  return started;
};

describe('a paper', () => {
  it('comes after what is delivered, and nothing of it is kept, shown or cited', async () => {
    await place.add(D1, '协议.txt', CONTRACT, 'paper');
    const delivered = await place.add(D1, 'a.csv', 'a,b\n1,2\n');
    const { queue, told } = await looks();
    expect(place.inputs.map(({ name }) => name)).toEqual(['a.csv', '协议.txt']);
    expect(place.inputs[1]?.options).not.toHaveProperty('agreement');
    expect([queue.records(D1), queue.views(D1)].map((list) => list.map(({ sha256 }) => sha256))).toEqual([
      [delivered.sha256],
      [delivered.sha256],
    ]);
    expect(told.some(({ role }) => role === 'paper')).toBe(false);
    expect(queue.papersNotSeen(D1, place.list(D1))).toEqual([]);
  });

  it('with a mark is locked as any file is, and is shown to be', async () => {
    const paper = await place.add(D1, '说明.txt', MARKED, 'paper');
    const other = await place.add(D1, '协议.txt', CONTRACT, 'paper');
    const { queue, told } = await looks();
    expect([place.vault.isLocked(paper.sha256), place.vault.isLocked(other.sha256)]).toEqual([true, false]);
    expect(place.entered).toHaveLength(1);
    expect(queue.views(D1).map(({ name, code, quarantine }) => [name, code, quarantine?.id])).toEqual([
      ['说明.txt', 'EVIDENCE_QUARANTINED', place.entered[0]],
    ]);
    expect(told.at(-1)).toMatchObject({ name: '说明.txt', code: 'EVIDENCE_QUARANTINED' });
    expect(JSON.stringify(told)).not.toContain('示例事项');
  });

  it('with a mark inside an archive or an old document is locked too', async () => {
    const wide = Uint8Array.from([...'秘密★1年\r'].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...wide, 0, 0]);
    const papers = [
      await place.add(D1, 'a.zip', zipSync({ 'b.txt': new TextEncoder().encode(MARKED) }), 'paper'),
      await place.add(D1, 'c.doc', old, 'paper'),
    ];
    await looks();
    expect(papers.map(({ sha256 }) => place.vault.isLocked(sha256))).toEqual([true, true]);
  });

  it('that nobody could read, or only in part, or that still waits, is named', async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
    await place.add(D1, '扫描件.png', picture, 'paper');
    await place.add(D1, '坏.bin', Uint8Array.of(1, 0, 2, 0, 0, 0, 0, 3), 'paper');
    await place.add(D1, '协议.txt', CONTRACT, 'paper');
    const started = place.started();
    expect(started.queue.papersNotSeen(D1, place.list(D1))).toHaveLength(3);
    const { queue } = await looks(started);
    const named = queue.papersNotSeen(D1, place.list(D1));
    expect(named.map((line) => line.split('（')[0])).toEqual(['扫描件.png', '坏.bin']);
  });

  it('is looked at once by one version, again when the first look failed, and never instead of the same bytes delivered', async () => {
    await place.add(D1, '协议.txt', CONTRACT, 'paper');
    await place.add(D1, 'same.csv', 'a,b\n1,2\n');
    await place.add(D1, '另存.csv', 'a,b\n1,2\n', 'paper');
    const names = () => place.inputs.map(({ name }) => name);
    place.runs(async (input) => (input.name === '协议.txt' ? failure('ANALYSIS_FAILED') : looked(input)));
    const started = place.started();
    await looks(started);
    place.runs(looked);
    await looks(started);
    await looks(started);
    expect(names().filter((name) => name === '协议.txt')).toHaveLength(2);
    expect(names()).not.toContain('另存.csv');
    expect(started.queue.records(D1).map(({ name, state }) => [name, state])).toEqual([['same.csv', 'done']]);
  });
});
