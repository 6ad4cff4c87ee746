// What the readers bring to light in the samples: the workbook of B still holds the trips, and C's replies and archive are read to the last member.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAgreement } from '@shared/analysis/agreement';
import { analyse } from '@shared/analysis/analyse';
import { type AnalysisFile, analysisFileSchema } from '@shared/analysis/result';
import { findingSchema } from '@shared/assessment/model';
import { proposals } from '@shared/assessment/proposals';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSamples } from '../../../scripts/make-samples.mjs';
import { edition } from '../../support/shipped-edition';

const root = resolve(import.meta.dirname, '../../..');
const vector = (name: string) => JSON.parse(readFileSync(resolve(root, `tests/vectors/samples/${name}.json`), 'utf8'));

const known = new Map<string, Promise<AnalysisFile[]>>();
function filesOf(home: string, name: string): Promise<AnalysisFile[]> {
  const key = `${home}/${name}`;
  const result = known.get(key) ?? read(home, name);
  known.set(key, result);
  return result;
}

async function read(home: string, name: string): Promise<AnalysisFile[]> {
  const folder = resolve(root, 'resources/samples', home);
  const bytes = readFileSync(resolve(folder, 'product', name));
  const registration = JSON.parse(readFileSync(resolve(folder, 'registration.json'), 'utf8'));
  const agreement = readAgreement({ v: 1, ...registration.agreement });
  if (!agreement.ok) throw new Error(agreement.detail);
  const chunks = Array.from({ length: Math.ceil(bytes.length / 99_991) }, (_, i) => bytes.subarray(i * 99_991, (i + 1) * 99_991));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const result = await analyse(chunks, { name, sha256, bytes: bytes.length, agreement: agreement.value, today: '2026-11-23' });
  if (!result.ok) throw new Error(result.code);
  return result.value.files.map((file) => analysisFileSchema.parse(file));
}
const proposed = (files: readonly AnalysisFile[]) => proposals(files, edition);
const contents = (file: AnalysisFile | undefined) => (file?.content ?? []).map(({ code, count }) => [code, count]);
const columnsOf = (file: AnalysisFile | undefined) => (file?.columns ?? []).map(({ name }) => name);

beforeAll(async () => {
  await makeSamples();
});

describe('the workbook of B', () => {
  const planted = vector('bus-trips-v1').planted['客流统计.xlsx'];

  it('shows its sheet, its hidden sheet and the trips in its pivot cache', async () => {
    const [shown, hidden, cache, ...more] = await filesOf('bus-trips/v1', '客流统计.xlsx');
    expect([shown?.name, contents(shown), columnsOf(shown)]).toEqual(['客流统计.xlsx/客流统计', [], ['月份', '线路', '刷卡次数']]);
    expect([hidden?.name, hidden?.rows, contents(hidden)]).toEqual([
      '客流统计.xlsx/明细',
      planted.hiddenSheets.明细,
      [['HIDDEN_SHEET', planted.hiddenSheets.明细 + 1]],
    ]);
    expect([cache?.rows, contents(cache)]).toEqual([planted.pivotCacheRecords, [['PIVOT_CACHE', planted.pivotCacheRecords]]]);
    expect(columnsOf(cache)).toEqual(['乘车日期', '刷卡时间', '线路', '上车站', '下车站', '卡号', '卡类型']);
    expect([shown, hidden, cache].map((file) => file?.partly)).toEqual([null, null, null]);
    const said = [shown, hidden, cache].map((file) =>
      (file?.columns ?? []).flatMap(({ name, hits }) =>
        hits.filter(({ certainty }) => certainty !== 'weak').map(({ detector, certainty, valid }) => [name, detector, certainty, valid]),
      ),
    );
    expect(said).toEqual([
      [],
      [
        ['卡号', 'hashed-identifier', 'certain', 5_000],
        ['备注', 'mobile', 'likely', 2],
        ['备注', 'resident-id', 'likely', 2],
      ],
      [['卡号', 'hashed-identifier', 'certain', planted.pivotCacheRecords]],
    ]);
    expect(more).toEqual([]);
  });

  it('proposes its two carriers for the item about carriers, and only items that its reviewer answers with no', async () => {
    const { answers } = vector('bus-trips-v1') as { answers: { item: string; answer: string }[] };
    const findings = proposed(await filesOf('bus-trips/v1', '客流统计.xlsx'));
    expect(findings.filter(({ item }) => item === 'raw-03').map(({ text }) => text.split('：')[0])).toEqual([
      '客流统计.xlsx/明细',
      '客流统计.xlsx/xl/pivotCache/pivotCacheDefinition1.xml',
    ]);
    // Sheets of one file have columns of the same number: their findings are still apart.
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    for (const each of findings) expect(findingSchema.parse(each)).toEqual(each);
    expect(answers.find(({ item }) => item === 'raw-03')?.answer).toBe('non-compliant');
  });

  it('is clean in version 2', async () => {
    const files = await filesOf('bus-trips/v2', '客流统计.xlsx');
    expect(files.map(({ name, rows, partly, content }) => [name, rows, partly, content])).toEqual([
      ['客流统计.xlsx', 159, null, undefined],
    ]);
    expect(proposed(files)).toEqual([]);
  });
});

describe('the deliveries of C', () => {
  it('are replies whose fields are named by path and compared with the agreement', async () => {
    const planted = vector('credit-score-api-v1').planted['samples.jsonl'];
    const [file, ...more] = await filesOf('credit-score-api/v1', 'samples.jsonl');
    expect([file?.format, file?.rows, file?.partly, more]).toEqual(['jsonl', planted.replies, null, []]);
    expect(file?.scope?.unauthorised).toEqual(planted.unauthorised);
    expect(columnsOf(file)).toEqual(expect.arrayContaining(['contributions.power', 'monthlyPowerKwh[]']));
    const power = file?.columns?.find(({ name }) => name === 'monthlyPowerKwh[]');
    expect([power?.distinct, power?.empty]).toEqual([12, planted.replies - planted.monthlyPowerReplies]);
  });

  it('are an archive of which every member is read, and a serialised object that is not loaded', async () => {
    const files = await filesOf('credit-score-api/v1', 'config.zip');
    expect(files.map(({ name, format, partly }) => [name, format, partly?.code ?? null])).toEqual([
      ['config.zip/application.yml', 'text', null],
      ['config.zip/examples/request.http', 'text', null],
      ['config.zip/model/score.pkl', null, 'MODEL_NOT_LOADED'],
    ]);
    expect(contents(files[2])).toEqual([
      ['MODEL_FILE', 2],
      ['PICKLE_CODE', 1],
    ]);
    expect(proposed(files.slice(2)).map(({ item }) => item)).toEqual(['r4-04']);
  });

  it('agree with their agreement in version 2', async () => {
    const [file] = await filesOf('credit-score-api/v2', 'samples.jsonl');
    expect([file?.rows, file?.scope?.unauthorised]).toEqual([2_000, []]);
    expect((await filesOf('credit-score-api/v2', 'config.zip')).map(({ name, content }) => [name, content])).toEqual([
      ['config.zip/application.yml', undefined],
    ]);
  });
});
