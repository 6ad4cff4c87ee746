// The files of the three samples, as a reviewer would run them: what is certain or likely, and what the carriers hold, whole. What is not in these
// lists was not said; a detector that begins to see more in them, or less, fails here. The trips and their workbook, large ones, have the same in
// planted.test.ts and readers-samples.test.ts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { analyse } from '@shared/analysis/analyse';
import type { AnalysisFile } from '@shared/analysis/result';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSamples } from '../../../scripts/make-samples.mjs';

const samples = resolve(import.meta.dirname, '../../../resources/samples');
/** Looked at whole elsewhere. */
const LARGE: readonly string[] = ['bus-trips/v1/product/trips.csv', 'bus-trips/v1/product/客流统计.xlsx'];
const DELIVERIES = ['heating-index/v1', 'bus-trips/v1', 'bus-trips/v2', 'credit-score-api/v1', 'credit-score-api/v2'] as const;
const found = new Map<string, readonly string[]>();

function said(file: AnalysisFile): string[] {
  const hits = (file.columns ?? []).flatMap(({ name, hits: all }) =>
    all
      .filter(({ certainty }) => certainty !== 'weak')
      .map(({ detector, certainty, valid, invalid, direct }) =>
        [`${file.name} ${name}: ${detector}`, certainty, `${valid}+${invalid}`, direct ? 'direct' : ''].join(' ').trim(),
      ),
  );
  const carried = (file.content ?? [])
    .filter(({ code }) => !code.startsWith('API_'))
    .map(({ code, count }) => `${file.name} ${code} ${count}`);
  return [...hits, ...carried];
}

beforeAll(async () => {
  await makeSamples();
  for (const delivery of DELIVERIES) {
    for (const role of ['product', 'comparison']) {
      const folder = resolve(samples, delivery, role);
      if (!existsSync(folder)) continue;
      for (const name of readdirSync(folder).filter((file) => !/\.(?:key|shiqi-fingerprint)$/.test(file))) {
        if (LARGE.includes(`${delivery}/${role}/${name}`)) continue;
        const bytes = readFileSync(resolve(folder, name));
        const result = await analyse([bytes], { name, sha256: '0'.repeat(64), bytes: bytes.length, today: '2026-11-23' });
        if (!result.ok) throw new Error(`${delivery} ${name}: ${result.code}`);
        found.set(`${delivery}/${role}/${name}`, result.value.files.flatMap(said));
      }
    }
  }
});

/** What is planted; a hotline and a firm's code are found and called nobody's. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'heating-index/v1/product/index.csv': ['index.csv 供热单位信用代码: uscc certain 4992+0', 'index.csv 服务热线: landline certain 4992+0'],
  'heating-index/v1/product/说明.pdf': ['说明.pdf METADATA_PERSON 1'],
  'heating-index/v1/comparison/index_2026-10.csv': [
    'index_2026-10.csv 供热单位信用代码: uscc certain 4704+0',
    'index_2026-10.csv 服务热线: landline certain 4704+0',
  ],
  'bus-trips/v2/product/trips.csv': [],
  'bus-trips/v2/product/客流统计.xlsx': [],
  'credit-score-api/v1/product/config.zip': [
    'config.zip/application.yml text: secret certain 4+0',
    'config.zip/application.yml FOREIGN_HOST 1',
    'config.zip/application.yml INTERNAL_HOST 1',
    'config.zip/examples/request.http text: secret certain 1+0',
    'config.zip/examples/request.http FOREIGN_HOST 1',
    'config.zip/model/score.pkl MODEL_FILE 2',
    'config.zip/model/score.pkl PICKLE_CODE 1',
  ],
  'credit-score-api/v1/product/openapi.yaml': ['openapi.yaml FOREIGN_HOST 1'],
  'credit-score-api/v1/product/samples.jsonl': [
    'samples.jsonl uscc: uscc certain 2000+0',
    'samples.jsonl legalRepId: masked-identifier certain 2000+0',
    'samples.jsonl birthDate: birth-date certain 2000+0',
    'samples.jsonl legalRepPhone: mobile certain 2000+0 direct',
  ],
  'credit-score-api/v1/comparison/scores.csv': [],
  'credit-score-api/v2/product/config.zip': [],
  'credit-score-api/v2/product/openapi.yaml': [],
  'credit-score-api/v2/product/samples.jsonl': ['samples.jsonl uscc: uscc certain 2000+0'],
  'credit-score-api/v2/comparison/scores.csv': [],
};

describe('the samples', () => {
  it('have no other files', () => expect([...found.keys()].sort()).toEqual(Object.keys(EXPECTED).sort()));
  it.each(Object.entries(EXPECTED))('%s is called what is planted in it, and nothing else', (file, expected) => {
    expect(found.get(file)).toEqual(expected);
  });
});
