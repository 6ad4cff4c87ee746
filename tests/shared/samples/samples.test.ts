// The samples are what their expectations say, counted here from the files by plain means and not by the product's own readers.
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { registrationSchema } from '@shared/assessment/model';
import { usccCheck } from '@shared/assessment/uscc';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSamples, makeSamples, readManifest } from '../../../scripts/make-samples.mjs';
import { residentCheck } from '../../../scripts/samples/identifiers.mjs';

const root = resolve(import.meta.dirname, '../../..');
const bytesOf = (path: string) => readFileSync(resolve(root, 'resources/samples', path));
const expected = (name: string) => JSON.parse(readFileSync(resolve(root, `tests/vectors/samples/${name}.json`), 'utf8'));
const table = (text: string) => {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
  const header = rows[0] ?? [];
  return { header, rows: rows.slice(1), column: (name: string) => header.indexOf(name) };
};
const cell = (row: string[], index: number) => row[index] ?? '';
const VERSIONS = ['heating-index-v1', 'bus-trips-v1', 'bus-trips-v2', 'credit-score-api-v1', 'credit-score-api-v2'];
const home = (name: string) => name.replace(/-v(\d)$/, '/v$1');

beforeAll(async () => {
  await makeSamples();
});

describe('every sample', () => {
  it('is made with the bytes of the manifest', () => {
    for (const file of readManifest().files) {
      expect([file.path, createHash('sha256').update(bytesOf(file.path)).digest('hex')]).toEqual([file.path, file.sha256]);
    }
  });

  it('is made anew with the same bytes', async () => {
    const made = (await buildSamples()).map(({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
    expect(made).toEqual(readManifest().files);
  });

  it.each(VERSIONS)('%s registers with every file it names', (name) => {
    const registration = registrationSchema.parse(JSON.parse(bytesOf(`${home(name)}/registration.json`).toString()));
    const folders = { delivered: 'product', paper: 'papers', comparison: 'comparison' } as const;
    for (const file of registration.files) {
      const bytes = bytesOf(`${home(name)}/${folders[file.role]}/${file.name}`);
      expect([file.name, bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([file.name, file.bytes, file.sha256]);
    }
    const digests = new Set<string>(registration.files.map((file) => file.sha256));
    for (const material of registration.materials) {
      for (const digest of material.evidence) expect(digests).toContain(digest);
      expect([material.id, material.evidence.length > 0]).toEqual([material.id, material.state === 'present']);
      if (material.state === 'not-needed') expect(material.reason).not.toBe('');
    }
    expect(usccCheck(registration.developer.uscc).state).toBe('valid');
  });

  it.each(VERSIONS)('%s names an answer and a reason for each item once', (name) => {
    const { answers } = expected(name) as { answers: { item: string; answer: string; reason: string }[] };
    expect(new Set(answers.map((answer) => answer.item)).size).toBe(answers.length);
    expect(answers.filter((answer) => answer.reason === '')).toEqual([]);
  });
});

describe('A, 供热需求指数', () => {
  const wanted = expected('heating-index-v1');
  const planted = wanted.planted['index.csv'];

  it('has its rows, weeks, counties and false alarm', () => {
    const { rows, column } = table(bytesOf('heating-index/v1/product/index.csv').toString());
    const distinct = (name: string) => new Set(rows.map((row) => cell(row, column(name)))).size;
    expect([rows.length, distinct('周'), distinct('行政区划代码'), distinct('建筑类型')]).toEqual([planted.rows, 52, 16, 6]);
    expect(rows.every((row) => cell(row, column('站点编号')) === `139${cell(row, column('行政区划代码'))}01`)).toBe(true);
    expect(distinct('站点编号')).toBe(planted.falseAlarm.distinct);
    expect(new Set(rows.map((row) => usccCheck(cell(row, column('供热单位信用代码'))).state))).toEqual(new Set(['valid']));
    expect(rows.every((row) => /^0452-\d{7}$/.test(cell(row, column('服务热线'))))).toBe(true);
    const shown = rows.map((row) => cell(row, column('供热户数'))).filter((value) => value !== '*');
    expect(rows.length - shown.length).toBe(planted.suppressed.cells);
    expect(Math.min(...shown.map(Number))).toBe(planted.leastShownCount);
  });

  it('carries the name of its author in the metadata of the PDF', async () => {
    const document = await PDFDocument.load(bytesOf('heating-index/v1/product/说明.pdf'), { updateMetadata: false });
    expect(document.getAuthor()).toBe(wanted.planted['说明.pdf'].author);
  });

  it('gives the suppressed cell back neither by totals nor by the last release', () => {
    const releases = ['product/index.csv', 'comparison/index_2026-10.csv'].map((file) => {
      const { rows, column } = table(bytesOf(`heating-index/v1/${file}`).toString());
      const key = (row: string[]) => ['行政区划代码', '周', '建筑类型'].map((name) => cell(row, column(name))).join();
      return { rows, count: column('供热户数'), cells: new Map(rows.map((row) => [key(row), cell(row, column('供热户数'))])), key };
    });
    for (const { rows, count, key } of releases) {
      const hidden = new Map<string, number>();
      for (const row of rows) {
        const place = key(row).split(',').slice(0, 2).join();
        if (cell(row, count) === '*') hidden.set(place, (hidden.get(place) ?? 0) + 1);
      }
      expect([...hidden]).toEqual([['230207,2026-W43', 2]]);
    }
    const [november, october] = releases;
    expect(october?.rows.length).toBe(wanted.planted['index_2026-10.csv'].rows);
    for (const [key, value] of october?.cells ?? []) expect(november?.cells.get(key)).toBe(value);
  });
});

describe('B, 公交刷卡出行数据集', () => {
  const planted = expected('bus-trips-v1').planted;
  const gb18030 = new TextDecoder('gb18030', { fatal: true });
  let trips: ReturnType<typeof table>;
  beforeAll(() => {
    trips = table(gb18030.decode(bytesOf('bus-trips/v1/product/trips.csv')));
  });

  it('has the planted rows, days, area and buses', () => {
    const { rows, column } = trips;
    const late = rows.filter((row) => cell(row, column('乘车日期')) > '2026-09-30');
    expect(rows.length).toBe(planted['trips.csv'].rows);
    expect([...new Set(late.map((row) => cell(row, column('乘车日期'))))]).toEqual(planted['trips.csv'].afterPeriod.days);
    expect(late.length).toBe(planted['trips.csv'].afterPeriod.rows);
    expect(rows.filter((row) => cell(row, column('行政区划代码')) === '230281').length).toBe(planted['trips.csv'].outsideArea.rows);
    expect(new Set(rows.map((row) => cell(row, column('车辆号牌')))).size).toBe(planted['trips.csv'].buses);
    const elderly = rows.filter((row) => cell(row, column('线路')) === planted['trips.csv'].homogeneous.line);
    expect(new Set(elderly.map((row) => cell(row, column('卡类型'))))).toEqual(new Set(['老年卡']));
    expect(new Set(rows.map((row) => cell(row, column('卡类型'))))).toEqual(new Set(planted['trips.csv'].cardKinds));
  });

  it('has 37 mobiles and 5 true and 2 false resident numbers, all in 备注', () => {
    const { rows, column } = trips;
    const remarks = rows.map((row) => cell(row, column('备注')));
    const plain = remarks.map((remark) => remark.normalize('NFKC'));
    const ids = plain.flatMap((remark) => /(?<!\d)\d{17}[\dXx](?!\d)/.exec(remark)?.[0] ?? []);
    const holds = ids.filter((id) => residentCheck(id.slice(0, 17)) === id.slice(17).toUpperCase());
    expect([ids.length, holds.length]).toEqual([planted['trips.csv'].residentId.cells, planted['trips.csv'].residentId.valid]);
    expect(holds.filter((id) => id.endsWith('x')).length).toBe(planted['trips.csv'].residentId.lowerCaseX);
    expect(remarks.filter((remark) => /[０-９]{17}/.test(remark)).length).toBe(planted['trips.csv'].residentId.fullWidth);
    expect(plain.filter((remark) => /(?<!\d)1[3-9]\d{9}(?!\d)/.test(remark)).length).toBe(planted['trips.csv'].mobile.cells);
    const mobile = /(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/;
    expect(rows.filter((row) => row.slice(0, -1).some((value) => mobile.test(value))).length).toBe(0);
  });

  it('hides its card numbers behind a digest that anyone can enumerate', () => {
    const { rows, column } = trips;
    const known = new Set<string>();
    for (let i = 1; i <= planted['trips.csv'].cards; i++) {
      known.add(
        createHash('md5')
          .update(`0452${String(i).padStart(6, '0')}`)
          .digest('hex'),
      );
    }
    expect(rows.every((row) => known.has(cell(row, column('卡号'))))).toBe(true);
  });

  it('shares 3,870 of 10,000 rows with the fingerprint of the source, version 2 none', () => {
    const bytes = bytesOf('bus-trips/v1/comparison/公交刷卡源数据.shiqi-fingerprint');
    const key = Buffer.from(bytesOf('bus-trips/v1/comparison/公交刷卡源数据.key').toString().trim(), 'hex');
    const end = bytes.indexOf(10);
    const header = JSON.parse(bytes.subarray(0, end).toString());
    const digests = new Set<string>();
    for (let at = end + 1; at < bytes.length; at += 16) digests.add(bytes.subarray(at, at + 16).toString('hex'));
    expect([header.rows, digests.size]).toEqual([planted.fingerprint.rows, planted.fingerprint.rows]);
    expect(createHmac('sha256', key).update('shiqi-fingerprint').digest('hex').slice(0, 16)).toBe(header.keyCheck);
    const columns = (header.columns as string[]).map((name) => trips.column(name));
    const equal = new Set<string>();
    for (const row of trips.rows) {
      const parts = columns.flatMap((index) => {
        const value = Buffer.from(cell(row, index), 'utf8');
        const length = Buffer.alloc(4);
        length.writeUInt32BE(value.length);
        return [length, value];
      });
      const digest = createHmac('sha256', key).update(Buffer.concat(parts)).digest().subarray(0, 16).toString('hex');
      if (digests.has(digest)) equal.add(digest);
    }
    expect(equal.size).toBe(planted.fingerprint.equal);
    const second = table(gb18030.decode(bytesOf('bus-trips/v2/product/trips.csv')));
    expect((header.columns as string[]).filter((name) => !second.header.includes(name)).length).toBeGreaterThan(0);
  });

  it('leaves every trip in the pivot cache of the workbook and some on a hidden sheet; version 2 neither', () => {
    // Entries are stored, so the XML can be read where it lies.
    const first = bytesOf('bus-trips/v1/product/客流统计.xlsx').toString('utf8');
    expect((first.match(/<r><x v=/g) ?? []).length).toBe(planted['客流统计.xlsx'].pivotCacheRecords);
    expect(first).toContain('<sheet name="明细" sheetId="2" state="hidden"');
    expect((first.match(/<row r="/g) ?? []).length).toBeGreaterThan(planted['客流统计.xlsx'].hiddenSheets.明细);
    const second = bytesOf('bus-trips/v2/product/客流统计.xlsx').toString('utf8');
    expect([second.includes('pivotCache'), second.includes('hidden')]).toEqual([false, false]);
  });

  it('counts in version 2 what version 1 held inside the agreement, in cells of five or more', () => {
    const second = table(gb18030.decode(bytesOf('bus-trips/v2/product/trips.csv')));
    const wanted = expected('bus-trips-v2').planted['trips.csv'];
    expect(second.header).toEqual(wanted.columns);
    expect(Math.min(...second.rows.map((row) => Number(cell(row, 3))))).toBeGreaterThanOrEqual(wanted.leastCell);
    const totals = second.rows.filter((row) => cell(row, 2) === '合计').reduce((sum, row) => sum + Number(cell(row, 3)), 0);
    const { rows, column } = trips;
    const inside = rows.filter((row) => cell(row, column('乘车日期')) <= '2026-09-30' && cell(row, column('行政区划代码')) !== '230281');
    expect(totals).toBe(inside.length);
    const merged = second.rows.filter((row) => cell(row, 2).includes('、'));
    expect(merged.length).toBeGreaterThan(0);
    expect(second.rows.some((row) => cell(row, 2).includes('学生') || cell(row, 2).includes('残疾'))).toBe(false);
  });
});

describe('C, 小微企业信用评分 API', () => {
  const scored = (version: string) => {
    const rows = table(bytesOf(`credit-score-api/${version}/comparison/scores.csv`).toString()).rows.map((row) => row.map(Number));
    const of = (member: number) => rows.flatMap(([m, score]) => (m === member && score !== undefined ? [score] : []));
    const members = of(1);
    const others = of(0).sort((a, b) => a - b);
    let pairs = 0;
    for (const score of members) for (const other of others) pairs += score > other ? 1 : score === other ? 0.5 : 0;
    let tpr = 0;
    for (const threshold of new Set([...members, ...others])) {
      if (others.filter((score) => score >= threshold).length <= others.length / 100) {
        tpr = Math.max(tpr, members.filter((score) => score >= threshold).length / members.length);
      }
    }
    return { members: members.length, others: others.length, auc: pairs / members.length / others.length, tpr };
  };

  it.each(['v1', 'v2'])('has scores of members and others that separate as planted in %s', (version) => {
    const wanted = expected(`credit-score-api-${version}`).planted['scores.csv'];
    const { members, others, auc, tpr } = scored(version);
    expect([members, others]).toEqual([wanted.members, wanted.others]);
    expect([auc, tpr]).toEqual([expect.closeTo(wanted.auc, 2), expect.closeTo(wanted.tprAt1Percent, 2)]);
  });

  it('gives the whole resident number away in a reply of version 1, and in none of version 2', () => {
    const replies = (version: string) =>
      bytesOf(`credit-score-api/${version}/product/samples.jsonl`)
        .toString()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const first = replies('v1');
    expect(first.length).toBe(2000);
    const { legalRepId, birthDate, sex } = first[0];
    expect([legalRepId, birthDate, sex]).toEqual(['230202********0014', '1990-01-01', '男']);
    expect(residentCheck(`23020219900101${legalRepId.slice(14, 17)}`)).toBe(legalRepId.slice(17));
    expect(first.filter((reply) => reply.monthlyPowerKwh).length).toBe(1);
    expect(first.map((reply) => Number(reply.merchantId.slice(1)))).toEqual(first.map((_, i) => i + 1));
    const second = replies('v2');
    expect(new Set(second.flatMap((reply) => Object.keys(reply)))).toEqual(
      new Set(['merchantId', 'merchantName', 'uscc', 'score', 'scoredAt']),
    );
    expect(second.every((reply) => reply.score % 10 === 0)).toBe(true);
  });

  it('leaves secrets, a token, a foreign host and a pickle with code in version 1, and none in version 2', () => {
    const text = (file: string) => bytesOf(`credit-score-api/${file}`).toString('latin1');
    const first = text('v1/product/config.zip');
    for (const sign of [/password: \S+/, /access-key-secret: \S+/, /eyJ[\w-]+\.[\w-]+\.[\w-]+/, /cos\nsystem\n/])
      expect(first).toMatch(sign);
    expect(text('v1/product/openapi.yaml')).toContain('us-west-2');
    const second = text('v2/product/config.zip');
    for (const sign of [/password:/, /access-key/, /eyJ/, /system/, /\.pkl/]) expect(second).not.toMatch(sign);
    expect(text('v2/product/openapi.yaml')).not.toContain('amazonaws');
  });
});
