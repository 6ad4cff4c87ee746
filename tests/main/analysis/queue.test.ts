// The queue looks at every file, unattended: twice where the first look shows something to measure, past files that fail, while the profile is locked,
// and again after the program was ended. Only what came to its end is cited.
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { resultFile, rowsFile } from '@main/analysis/exports';
import { DigestList, readKey, writeFingerprint } from '@shared/analysis/fingerprint/fingerprint';
import { NO_QUESTION } from '@shared/analysis/measure-question';
import { analysisResultSchema } from '@shared/analysis/result';
import { emptyRegistration } from '@shared/assessment/model';
import { proposals } from '@shared/assessment/proposals';
import { utf8 } from '@shared/basics/bytes';
import { failure } from '@shared/basics/result';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { edition } from '../../support/shipped-edition';
import { looked, untilDone, type Workplace, workplace } from './workplace';

const agreement = { ...emptyRegistration().agreement, id: '示协1', sharingMode: 'controlled' as const };
const noMode = { ...agreement, sharingMode: null };
const PEOPLE = `性别,年龄,诊断\n${'女,30,流感\n'.repeat(6)}${'男,40,骨折\n'.repeat(2)}`;
const COUNTS = '月份,线路,刷卡次数\n2026-07,1路,3\n2026-07,2路,40\n';
const D1 = randomUUID();

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.end());

describe('replies of an interface', () => {
  it('are looked at beside the one description in the dossier, which the result names', async () => {
    const description = await place.add(
      D1,
      'openapi.json',
      JSON.stringify({
        openapi: '3.0.3',
        paths: { '/a': { get: { responses: { '200': { content: { 'application/json': { schema: { properties: { a: {} } } } } } } } } },
      }),
    );
    await place.add(D1, 'replies.jsonl', '{"a":1}\n{"a":2,"b":3}\n');
    const { queue } = place.started();
    queue.start(D1, place.list(D1), noMode);
    await untilDone(queue);
    const [first, second] = queue.records(D1);
    expect([first?.parameters.openapi, second?.parameters.openapi]).toEqual([undefined, description.sha256]);
    expect(second?.files[0]?.api).toMatchObject({ samples: { undocumented: ['b'] } });
  });
});

describe('an aggregate', () => {
  it('is subtracted from the only release beside it, and is not itself one', async () => {
    await place.add(D1, 'now.csv', '区县,类型,户数\n甲,住宅,102\n甲,学校,*\n甲,合计,110\n');
    const release = await place.add(D1, 'last.csv', '区县,类型,户数\n甲,住宅,100\n甲,学校,7\n甲,合计,107\n', 'comparison');
    const { queue } = place.started();
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    const [now, last] = queue.records(D1);
    expect(now?.files[0]).toMatchObject({
      differencing: { totals: 1, hidden: 1, givenBack: 1, missingRows: 0 },
      releases: { rows: 3, compared: 2, threshold: 5, small: 2, printedBefore: 1 },
    });
    expect([now?.parameters.previous, last?.parameters.previous]).toEqual([release.sha256, undefined]);
  });
});

describe('a file that nobody has asked about', () => {
  it('is looked at twice when the first look shows quasi-identifiers and the agreement has a sharing mode', async () => {
    await place.add(D1, 'people.csv', PEOPLE);
    const { queue, told } = place.started();
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    const [record] = queue.records(D1);
    expect(record).toMatchObject({
      state: 'done',
      code: null,
      asked: 'proposed',
      question: { quasi: ['性别', '年龄'], confidential: ['诊断'] },
      parameters: { quasi: '性别,年龄', confidential: '诊断', 'sharing-mode': 'controlled', 'context-probability': '1' },
      files: [{ risk: { k: 2, level: 2, rowsBelow: { least: 5, rows: 2, ranges: [[7, 8]], unlisted: 0 } } }],
    });
    expect(record?.parameters.agreement).toMatch(/^[0-9a-f]{64}$/);
    // The desk never takes the first of two looks for the last.
    expect(told.map(({ state }) => state)).toEqual(['queued', 'running', 'queued', 'running', 'done']);
  });

  it('is looked at once without a sharing mode, and small cells only with one', async () => {
    await place.add(D1, 'people.csv', PEOPLE);
    await place.add(D1, 'counts.csv', COUNTS);
    const { queue } = place.started();
    queue.start(D1, place.list(D1), noMode);
    await untilDone(queue);
    expect(queue.records(D1).map(({ asked, files }) => [asked, files[0]?.risk, files[0]?.smallCells])).toEqual([
      ['nobody', undefined, undefined],
      ['nobody', undefined, undefined],
    ]);
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    expect(queue.records(D1)[1]?.files[0]).toMatchObject({ smallCells: { threshold: 5, cells: 1, counted: 2 } });
  });

  it('is compared with the fingerprint that lies beside it, of which nothing is looked at', async () => {
    const secret = '0a'.repeat(32);
    const key = readKey(secret);
    if (!key.ok) throw new Error(key.code);
    const digests = new DigestList();
    digests.add(key.value.digest(['女', '30']));
    await place.add(D1, 'people.csv', PEOPLE);
    await place.add(D1, '源数据.shiqi-fingerprint', writeFingerprint(['性别', '年龄'], key.value, digests), 'comparison');
    await place.add(D1, '源数据.key', secret, 'comparison');
    const { queue } = place.started();
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    expect(queue.records(D1).map(({ name }) => name)).toEqual(['people.csv']);
    expect(queue.records(D1)[0]?.files[0]?.overlap).toMatchObject({ equal: 1, rowsEqual: 6 });
    // It costs more than all the rest, so the first look of two leaves it out.
    expect(place.inputs.map(({ options }) => 'fingerprint' in options)).toEqual([false, true]);
  });

  it('gives nothing but measures when it is comparison material', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i % 2},0.${i + 10},13923020201`).join('\n');
    await place.add(D1, 'scores.csv', `member,score,电话\n${rows}\n`, 'comparison');
    const { queue } = place.started();
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    const [file] = queue.records(D1)[0]?.files ?? [];
    expect(file?.membership).toMatchObject({ members: 20, nonMembers: 20 });
    expect([file?.scope, file?.columns?.flatMap(({ hits }) => hits)]).toEqual([undefined, []]);
  });
});

describe('a person’s question', () => {
  it('is answered as asked, kept, and asked again at the next run', async () => {
    const file = await place.add(D1, 'people.csv', PEOPLE);
    const { queue } = place.started();
    const question = {
      ...NO_QUESTION,
      quasi: ['性别'],
      contextProbability: '0.14',
      limits: { ...NO_QUESTION.limits, maxRows: 7, maxMiB: 8 },
    };
    queue.start(D1, place.list(D1), agreement, new Map([[file.sha256, question]]));
    await untilDone(queue);
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    expect(queue.records(D1)[0]).toMatchObject({
      asked: 'person',
      question,
      parameters: { quasi: '性别', 'context-probability': '0.14', 'max-rows': '7', 'max-memory': '8' },
      files: [{ partly: { code: 'MAX_ROWS', rowsRead: 7 }, risk: { quasi: ['性别'], contextProbability: '0.14' } }],
    });
    expect(place.inputs).toHaveLength(2);
  });

  it('of contributors, of one of several tables, and as far as bytes reach', async () => {
    const amounts = utf8('"区,县",企业,产值\n甲,a,90\n甲,b,5\n甲,c,5\n乙,a,30\n乙,b,30\n乙,c,40\n');
    const file = await place.add(D1, 'both.zip', zipSync({ 'a.csv': amounts, 'b.csv': amounts }));
    const { queue } = place.started();
    const dominance = { cell: ['区,县'], contributor: '企业', value: '产值', n: 1, share: '0.85', p: '0.1' };
    const question = { ...NO_QUESTION, dominance, table: 'b.csv', limits: { ...NO_QUESTION.limits, maxBytes: 1_000 } };
    queue.start(D1, place.list(D1), agreement, new Map([[file.sha256, question]]));
    await untilDone(queue);
    const [asked] = queue.records(D1);
    expect(asked).toMatchObject({
      code: null,
      parameters: { dominance: 'cell="区,县",contributor=企业,value=产值,n=1,k=0.85,p=0.1', table: 'b.csv', 'max-bytes': '1000' },
    });
    expect(asked?.files.map((each) => [each.part, each.dominance?.dominated, each.partly])).toEqual([
      ['a.csv', undefined, null],
      ['b.csv', 1, null],
    ]);
    const shorter = { ...question, dominance: null, table: null, limits: { ...NO_QUESTION.limits, maxBytes: 40 } };
    queue.start(D1, place.list(D1), agreement, new Map([[file.sha256, shorter]]));
    await untilDone(queue);
    expect(queue.records(D1)[0]?.files.map(({ partly }) => partly?.code)).toEqual(['MAX_BYTES', 'MAX_BYTES']);
  });

  it('of each of several tables is answered in one look, kept with its result, and cited with every parameter', async () => {
    const scores = utf8(`"m,score=",s\n${'1,0.9\n0,0.1\n'.repeat(20)}`);
    const file = await place.add(D1, 'all.zip', zipSync({ 'a.csv': utf8(PEOPLE), 'b.csv': scores, 'c.csv': utf8(COUNTS) }));
    const { queue } = place.started();
    const { further: _further, fingerprint: _fingerprint, limits: _limits, ...ofTable } = NO_QUESTION;
    const question = {
      ...NO_QUESTION,
      quasi: ['性别'],
      table: 'a.csv',
      further: [
        { ...ofTable, table: 'b.csv', membership: { member: 'm,score=', score: 's' } },
        { ...ofTable, table: 'c.csv', counts: ['刷卡次数'] },
      ],
    };
    queue.start(D1, place.list(D1), agreement, new Map([[file.sha256, question]]));
    await untilDone(queue);
    const [record] = queue.records(D1);
    expect(record).toMatchObject({
      code: null,
      question,
      parameters: {
        table: 'a.csv',
        quasi: '性别',
        'table-2': 'b.csv',
        'membership-2': 'member="m,score=",score=s',
        'table-3': 'c.csv',
        'counts-3': '刷卡次数',
      },
    });
    expect(record?.files.map(({ risk, membership, smallCells }) => [risk?.k, membership?.auc, smallCells?.cells])).toEqual([
      [2, undefined, undefined],
      [undefined, 1, undefined],
      [undefined, undefined, 1],
    ]);
    expect(place.inputs).toHaveLength(1);
    // Each proposes its own finding, and the next run asks the same again.
    const proposed = proposals(record?.files ?? [], edition).map(({ id, item }) => [id.split(':').at(-1), item]);
    expect(proposed.filter(([what]) => what !== 'fields')).toEqual([
      ['risk', 'r2-05'],
      ['membership', 'r3-02'],
      ['cells', 'r2-06'],
    ]);
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    expect(queue.records(D1)[0]?.question).toEqual(question);
  });

  it('nobody asked is proposed for each table by its own columns', async () => {
    const trips = `刷卡时间,线路,卡类型\n${'2026-07-01,1路,普通卡\n2026-07-02,2路,老年卡\n'.repeat(9)}`;
    await place.add(D1, 'both.zip', zipSync({ 'people.csv': utf8(PEOPLE), 'trips.csv': utf8(trips) }));
    const { queue } = place.started();
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    expect(queue.records(D1)[0]).toMatchObject({
      asked: 'proposed',
      question: { table: null, quasi: ['刷卡时间', '线路'], further: [{ table: 'people.csv', quasi: ['性别', '年龄'] }] },
      files: [{ risk: { quasi: ['性别', '年龄'] } }, { risk: { quasi: ['刷卡时间', '线路'] } }],
    });
  });

  it('that is asked anew does not make main forget what was proposed before, for it may have been judged', async () => {
    const file = await place.add(D1, 'people.csv', PEOPLE);
    const { queue } = place.started();
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    queue.start(D1, place.list(D1), agreement, new Map([[file.sha256, { ...NO_QUESTION, quasi: ['年龄'] }]]));
    await untilDone(queue);
    expect(queue.records(D1)[0]?.proposedBefore).toEqual(['risk of 性别,年龄']);
  });

  it('with a limit of seconds is waited for a minute longer than that, and no question for more than half an hour', async () => {
    const file = await place.add(D1, 'people.csv', PEOPLE);
    const { queue } = place.started();
    for (const maxSeconds of [null, 5, 86_400]) {
      const limits = { ...NO_QUESTION.limits, maxSeconds };
      queue.start(D1, place.list(D1), agreement, new Map([[file.sha256, { ...NO_QUESTION, limits }]]));
      await untilDone(queue);
    }
    expect(place.limits).toEqual([1_800_000, 65_000, 1_800_000]);
  });

  it('that cannot be answered leaves the result of the look before', async () => {
    const file = await place.add(D1, 'people.csv', PEOPLE);
    const { queue } = place.started();
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    const before = queue.records(D1)[0];
    queue.start(D1, place.list(D1), agreement, new Map([[file.sha256, { ...NO_QUESTION, quasi: ['没有的列'] }]]));
    await untilDone(queue);
    expect(queue.records(D1)[0]).toMatchObject({ state: 'done', code: 'COLUMN_MISSING', result: before?.result, files: before?.files });
  });

  it('that names a fingerprint which is gone fails for that file alone', async () => {
    const file = await place.add(D1, 'people.csv', PEOPLE);
    await place.add(D1, 'counts.csv', COUNTS);
    const { queue } = place.started();
    const gone = { file: 'a'.repeat(64), key: 'b'.repeat(64) };
    queue.start(D1, place.list(D1), agreement);
    queue.start(D1, place.list(D1), agreement, new Map([[file.sha256, { ...NO_QUESTION, fingerprint: gone }]]));
    await untilDone(queue);
    expect(queue.records(D1).map(({ state, code }) => [state, code])).toEqual([
      ['failed', 'EVIDENCE_UNKNOWN'],
      ['done', null],
    ]);
  });
});

describe('forty products over night', () => {
  const dossiers = Array.from({ length: 40 }, () => randomUUID());
  async function filed(): Promise<void> {
    for (const [i, dossier] of dossiers.entries())
      await place.add(dossier, i % 10 === 3 ? 'bad.csv' : 'people.csv', `${PEOPLE}女,${i},流感\n`);
  }
  const failing = () =>
    place.runs((input) => {
      if (input.name === 'bad.csv') throw new Error('the window did not open');
      return looked(input);
    });
  const states = (queue: { records: (dossier: string) => readonly { state: string; code: string | null }[] }) =>
    dossiers.map((dossier) => queue.records(dossier)[0]).map((record) => `${record?.state} ${record?.code}`);
  const expected = dossiers.map((_, i) => (i % 10 === 3 ? 'failed ANALYSIS_FAILED' : 'done null'));

  it('are all looked at, past the files that fail, while the profile is locked', async () => {
    await filed();
    failing();
    const { queue } = place.started();
    for (const dossier of dossiers) queue.start(dossier, place.list(dossier), agreement);
    expect(queue.left()).toBe(40);
    place.lock();
    queue.locked();
    expect(place.discarded()).toBe(0);
    await untilDone(queue);
    // With the last file the keys are gone, and the window with them.
    expect(place.discarded()).toBe(1);
    expect(() => queue.records(dossiers[0] ?? '')).toThrow('locked');
    place.unlock();
    expect(states(queue)).toEqual(expected);
  });

  it('are taken up again after the program was ended, as soon as the profile is unlocked', async () => {
    await filed();
    failing();
    const first = place.started();
    for (const dossier of dossiers) first.queue.start(dossier, place.list(dossier), agreement);
    for (let turn = 0; turn < 20_000 && first.queue.left() > 25; turn++) await new Promise((resolve) => setImmediate(resolve));
    first.queue.close();
    const second = place.started();
    second.queue.resume();
    // Asked twice, nothing is looked at twice.
    second.queue.resume();
    expect(second.queue.left()).toBeLessThanOrEqual(26);
    await untilDone(second.queue);
    expect(states(second.queue)).toEqual(expected);
    expect(second.queue.records(dossiers[39] ?? '')[0]?.asked).toBe('proposed');
  });
});

describe('a file during which the program dies', () => {
  it('is tried once more and then left, and the others go on', async () => {
    await place.add(D1, 'bad.csv', PEOPLE);
    await place.add(D1, 'good.csv', `${PEOPLE}女,9,流感\n`);
    const never = () => new Promise<never>(() => undefined);
    place.runs((input) => (input.name === 'bad.csv' ? never() : looked(input)));
    const first = place.started();
    first.queue.start(D1, place.list(D1), agreement);
    const second = place.started();
    second.queue.resume();
    const third = place.started();
    third.queue.resume();
    await untilDone(third.queue);
    expect(third.queue.records(D1).map(({ state, code }) => `${state} ${code}`)).toEqual(['failed ANALYSIS_INTERRUPTED', 'done null']);
  });

  it('is not blamed when the program was ended in good order', async () => {
    await place.add(D1, 'long.csv', PEOPLE);
    place.runs(
      (_, cancelled) => new Promise((resolve) => cancelled.addEventListener('abort', () => resolve(failure('ANALYSIS_CANCELLED')))),
    );
    for (let evening = 0; evening < 4; evening++) {
      const { queue } = place.started();
      if (evening === 0) queue.start(D1, place.list(D1), agreement);
      else queue.resume();
      queue.close();
    }
    place.runs(looked);
    const { queue } = place.started();
    queue.resume();
    await untilDone(queue);
    expect(queue.records(D1)[0]?.state).toBe('done');
  });
});

it('a cancelled second look leaves the first as it was', async () => {
  await place.add(D1, 'people.csv', PEOPLE);
  place.runs((input, cancelled) =>
    place.inputs.length === 1
      ? looked(input)
      : new Promise((resolve) => cancelled.addEventListener('abort', () => resolve(failure('ANALYSIS_CANCELLED')))),
  );
  const { queue } = place.started();
  queue.start(D1, place.list(D1), agreement);
  for (let turn = 0; turn < 20_000 && place.inputs.length < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
  queue.cancel(D1);
  await untilDone(queue);
  const [record] = queue.records(D1);
  expect([record?.state, record?.code, record?.files[0]?.rows, record?.files[0]?.risk]).toEqual([
    'done',
    'ANALYSIS_CANCELLED',
    8,
    undefined,
  ]);
});

it('results lie on disk sealed, under a key that opens nothing else', async () => {
  await place.add(D1, 'people.csv', PEOPLE);
  const { queue } = place.started();
  queue.start(D1, place.list(D1), agreement);
  await untilDone(queue);
  expect(readFileSync(path.join(place.records, `analysis-${D1}.box`)).includes(Buffer.from('people.csv'))).toBe(false);
});

describe('what leaves as a file', () => {
  it('is the very result that a verdict cites, and the rows by their numbers alone', async () => {
    const file = await place.add(D1, '人员 名单.csv', PEOPLE);
    const { queue } = place.started();
    queue.start(D1, place.list(D1), agreement);
    await untilDone(queue);
    const records = queue.records(D1);
    const result = resultFile(records, file.sha256);
    expect(
      createHash('sha256')
        .update(result?.bytes ?? '')
        .digest('hex'),
    ).toBe(records[0]?.result);
    expect(analysisResultSchema.safeParse(JSON.parse(new TextDecoder().decode(result?.bytes))).success).toBe(true);
    expect(result?.fileName).toBe(`人员-名单-${file.sha256.slice(0, 8)}.analysis.json`);
    const rows = rowsFile(records, file.sha256, null, null);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(rows?.bytes)).toBe('\ufefffirst_row,last_row,rows\r\n7,8,2\r\n');
    const single = rowsFile(records, file.sha256, null, '诊断');
    expect(single?.fileName).toBe(`人员-名单-${file.sha256.slice(0, 8)}.诊断.rows.csv`);
    expect(new TextDecoder().decode(single?.bytes)).toBe('first_row,last_row,rows\r\n1,8,8\r\n');
    expect([
      rowsFile(records, file.sha256, null, '__proto__'),
      rowsFile(records, file.sha256, '别的表', null),
      resultFile(records, 'c'.repeat(64)),
    ]).toEqual([null, null, null]);
  });
});
