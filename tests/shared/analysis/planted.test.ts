// The analysis finds in the samples what was planted in them, whatever the chunks it is fed with.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAgreement } from '@shared/analysis/agreement';
import { analyse } from '@shared/analysis/analyse';
import { type AnalysisFile, analysisFileSchema } from '@shared/analysis/result';
import { machineSignals, proposals } from '@shared/assessment/proposals';
import { seenFeatures } from '@shared/checklist/applicability';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSamples } from '../../../scripts/make-samples.mjs';
import { edition } from '../../support/shipped-edition';

const root = resolve(import.meta.dirname, '../../..');
const expected = (name: string) => JSON.parse(readFileSync(resolve(root, `tests/vectors/samples/${name}.json`), 'utf8')).planted;

type Analysed = { readonly file: AnalysisFile; readonly notChecked: readonly string[] };
const known = new Map<string, Promise<Analysed>>();
function analysed(home: string, name: string): Promise<Analysed> {
  const key = `${home}/${name}`;
  const result = known.get(key) ?? analyseSample(home, name);
  known.set(key, result);
  return result;
}

async function analyseSample(home: string, name: string): Promise<Analysed> {
  const folder = resolve(root, 'resources/samples', home);
  const bytes = readFileSync(resolve(folder, 'product', name));
  const registration = JSON.parse(readFileSync(resolve(folder, 'registration.json'), 'utf8'));
  const agreement = readAgreement({ v: 1, ...registration.agreement });
  if (!agreement.ok) throw new Error(agreement.detail);
  const chunks = Array.from({ length: Math.ceil(bytes.length / 1_000_000) }, (_, i) => bytes.subarray(i * 1_000_000, (i + 1) * 1_000_000));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const result = await analyse(chunks, { name, sha256, bytes: bytes.length, agreement: agreement.value, today: '2026-11-23' });
  if (!result.ok) throw new Error(result.code);
  const [file] = result.value.files;
  if (!file) throw new Error('no file');
  return { file: analysisFileSchema.parse(file), notChecked: result.value.notChecked };
}

const hitsOf = (file: AnalysisFile) =>
  (file.columns ?? []).flatMap((column) =>
    column.hits.map(({ detector, cells, valid, invalid, certainty, direct }) => ({
      column: column.name,
      detector,
      cells,
      valid,
      invalid,
      certainty,
      direct,
    })),
  );

beforeAll(async () => {
  await makeSamples();
});

describe('sample A', () => {
  it('has no certain or likely direct hit: the station numbers are weak, because their header contradicts', async () => {
    const planted = expected('heating-index-v1')['index.csv'];
    const { file } = await analysed('heating-index/v1', 'index.csv');
    expect([file.rows, file.format, file.encoding, file.partly]).toEqual([planted.rows, 'csv', 'utf-8', null]);
    expect(hitsOf(file)).toEqual([
      { column: '站点编号', detector: 'mobile', cells: planted.rows, valid: planted.rows, invalid: 0, certainty: 'weak', direct: true },
      {
        column: '供热单位信用代码',
        detector: 'uscc',
        cells: planted.rows,
        valid: planted.rows,
        invalid: 0,
        certainty: 'certain',
        direct: false,
      },
      // The heating firm's hotline names nobody, so nothing is proposed.
      {
        column: '服务热线',
        detector: 'landline',
        cells: planted.rows,
        valid: planted.rows,
        invalid: 0,
        certainty: 'certain',
        direct: false,
      },
    ]);
    expect(file.scope).toMatchObject({
      unauthorised: [],
      missing: [],
      period: { exceeds: false },
      area: { exceeds: false },
      grain: { observed: { time: 'week', area: 'county' }, exceeds: false },
    });
    const distinct = Object.fromEntries((file.columns ?? []).map((column) => [column.name, column.distinct]));
    expect([distinct.周, distinct.行政区划代码, distinct.站点编号]).toEqual([52, 16, 16]);
  });

  it('reads the text of the PDF and says what of it cannot be seen', async () => {
    const { file, notChecked } = await analysed('heating-index/v1', '说明.pdf');
    expect([file.format, file.encoding, file.partly]).toEqual(['pdf', null, null]);
    expect(file.columns?.map(({ name, distinct }) => [name, distinct])).toEqual([['text', 23]]);
    expect(notChecked.some((line) => line.includes('说明.pdf'))).toBe(true);
  });
});

describe('sample B', () => {
  it('has cards restored, plates of buses, mobiles and resident numbers in 备注, and columns, days and area beyond the agreement', async () => {
    const planted = expected('bus-trips-v1')['trips.csv'];
    const { file } = await analysed('bus-trips/v1', 'trips.csv');
    expect([file.rows, file.encoding, file.partly]).toEqual([planted.rows, planted.encoding, null]);
    const all = { cells: planted.rows, valid: planted.rows, invalid: 0, direct: true };
    expect(hitsOf(file).filter(({ direct }) => direct)).toEqual([
      { column: '车辆号牌', detector: 'plate', ...all, certainty: 'weak' },
      { column: '卡号', detector: 'hashed-identifier', ...all, certainty: 'certain' },
      { column: '备注', detector: 'mobile', cells: 37, valid: 37, invalid: 0, certainty: 'likely', direct: true },
      { column: '备注', detector: 'resident-id', cells: 7, valid: 5, invalid: 2, certainty: 'certain', direct: true },
    ]);
    expect(hitsOf(file).filter(({ direct, certainty }) => !direct && certainty !== 'weak')).toEqual([]);
    expect(file.scope?.unauthorised).toEqual(planted.unauthorised);
    expect(file.scope?.missing).toEqual([]);
    expect(file.scope?.period).toMatchObject({ observed: { from: '2026-07-01', to: '2026-10-03' }, exceeds: true });
    expect(file.scope?.area).toMatchObject({ observed: { outside: [planted.outsideArea.code] }, exceeds: true });
    for (const { hits } of file.columns ?? [])
      for (const { samples } of hits) for (const sample of samples) expect(sample).toMatch(/^.\*+.$/u);
  });

  it('is clean in version 2', async () => {
    const { file } = await analysed('bus-trips/v2', 'trips.csv');
    expect([hitsOf(file), file.scope?.unauthorised, file.scope?.missing, file.scope?.period?.exceeds]).toEqual([[], [], [], false]);
  });
});

describe('what a reviewer is asked to judge', () => {
  const items = async (home: string, names: readonly string[]) => {
    const files = await Promise.all(names.map(async (name) => (await analysed(home, name)).file));
    return proposals(files, edition).map(({ item, disposition }) => [item, disposition]);
  };

  it("is in A the one false alarm and the author's name in the PDF, and nothing is accepted by itself", async () => {
    expect(await items('heating-index/v1', ['index.csv', '说明.pdf'])).toEqual([
      ['r2-01', null],
      ['r4-04', null],
    ]);
  });

  it('is in B plates, digests, what stands in free text, the columns, the days and the area', async () => {
    expect(await items('bus-trips/v1', ['trips.csv'])).toEqual([
      ['r2-01', null],
      ['r2-04', null],
      ['r2-02', null],
      ['r2-02', null],
      ['r1-02', null],
      ['r1-04', null],
      ['r1-04', null],
    ]);
  });
});

describe('what the machine sees of undeclared features', () => {
  const features = async (home: string, name: string) => {
    const { file } = await analysed(home, name);
    return [...new Set(seenFeatures(edition, machineSignals([file], [])).map(({ feature }) => feature))];
  };

  it('is nothing in A: a weak hit asks no further question', async () => {
    expect(await features('heating-index/v1', 'index.csv')).toEqual([]);
  });

  it('is personal data in B, which its developer did not declare', async () => {
    expect(await features('bus-trips/v1', 'trips.csv')).toEqual(['personal']);
  });
});
