// npm run analyse, as a process: exit codes, the JSON it writes, and that no option is silently ignored.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ANALYSIS_VERSION } from '@shared/analysis/analyse';
import { analysisResultSchema } from '@shared/analysis/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAnalyse } from '../../support/commands';
import { EDITION_FILE } from '../../support/shipped-edition';

const root = resolve(import.meta.dirname, '../../..');
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shiqi-analyse-'));
  await buildAnalyse(folder);
  writeFileSync(join(folder, 'good.csv'), '姓名,手机\n示例甲,13900001001\n');
  writeFileSync(join(folder, 'torn.csv'), 'a,b\n1,2\n3,"4\n');
  writeFileSync(join(folder, 'packed.gz'), Buffer.from([0x1f, 0x8b, 8, 0]));
  writeFileSync(join(folder, 'agreement.json'), JSON.stringify({ v: 1, id: '示协', fields: ['姓名'] }));
  writeFileSync(join(folder, 'replies.jsonl'), '{"a":1}\n{"a":2,"b":3}\n');
  writeFileSync(
    join(folder, 'api.yaml'),
    "openapi: 3.0.3\npaths:\n  /x:\n    get: { responses: { '200': { content: { application/json: { schema: { properties: { a: { type: integer } } } } } } } }\n",
  );
  const period = (from: string, to: string) => JSON.stringify({ v: 1, id: '示协', fields: ['姓名'], period: { column: '日期', from, to } });
  writeFileSync(join(folder, 'reversed.json'), period('2024-12-31', '2024-01-01'));
  writeFileSync(join(folder, 'no-day.json'), period('2024-02-31', ''));
  writeFileSync(join(folder, 'later.json'), JSON.stringify({ v: 2, id: '示协', fields: [] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'analyse.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { status, stdout, codes: stderr.split('\n').flatMap((line) => /^([A-Z_]+): /.exec(line)?.[1] ?? []), stderr };
}

describe('npm run analyse', () => {
  it('takes paths of the caller and writes a result of version 1', () => {
    const { status } = run('good.csv', '--agreement', 'agreement.json', '--sharing-mode', 'controlled', '--json', 'out.json');
    const result = analysisResultSchema.parse(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')));
    expect(status).toBe(0);
    expect(result.parameters).toEqual({ agreement: 'agreement.json', 'sharing-mode': 'controlled', 'max-memory': '512' });
    expect(result.files[0]).toMatchObject({ name: 'good.csv', scope: { unauthorised: ['手机'] } });
    expect(result.tool).toEqual({ name: 'shiqi-analyse', version: ANALYSIS_VERSION, edition: null });
    expect(ANALYSIS_VERSION).toBe(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')).version);
  });

  it('reads replies beside the description of their interface, and says under which edition', () => {
    const { status, stdout } = run('replies.jsonl', '--openapi', 'api.yaml', '--edition', EDITION_FILE, '--json', 'api.json');
    const result = analysisResultSchema.parse(JSON.parse(readFileSync(join(folder, 'api.json'), 'utf8')));
    expect([status, result.tool.edition]).toEqual([
      0,
      { id: 'qiqihar-2024-6', sha256: createHash('sha256').update(readFileSync(EDITION_FILE)).digest('hex') },
    ]);
    expect(result.files[0]?.api).toMatchObject({ document: { operations: 1 }, samples: { replies: 2, undocumented: ['b'] } });
    expect(stdout).toContain('API_UNDOCUMENTED');
  });

  it.each([
    [['torn.csv'], 3, ['QUOTE_UNCLOSED']],
    [['packed.gz'], 2, ['GZIP']],
    [['absent.csv'], 2, ['FILE_UNREADABLE']],
    [['good.csv', 'torn.csv'], 3, ['QUOTE_UNCLOSED']],
    [['torn.csv', 'packed.gz', 'good.csv'], 2, ['QUOTE_UNCLOSED', 'GZIP']],
    [['good.csv', '--agreement', 'later.json'], 64, ['AGREEMENT_NEWER']],
    [['good.csv', '--agreement', 'reversed.json'], 64, ['AGREEMENT_INVALID']],
    [['good.csv', '--agreement', 'no-day.json'], 64, ['AGREEMENT_INVALID']],
    [['good.csv', '--agreement', 'absent.json'], 64, ['FILE_UNREADABLE']],
    [['good.csv', '--openapi', 'good.csv'], 64, ['OPENAPI_INVALID']],
    [['good.csv', '--openapi', 'later.json'], 64, ['OPENAPI_VERSION']],
    [['good.csv', '--edition', 'later.json'], 64, ['EDITION_NEWER']],
    [['good.csv', '--edition', 'good.csv'], 64, ['EDITION_INVALID']],
  ])('%j ends with %i', (args, status, codes) => {
    const done = run(...args);
    expect([done.status, done.codes]).toEqual([status, codes]);
    expect(done.stderr).not.toMatch(/\bat .*\d+:\d+/);
  });

  it.each([
    [[]],
    [['--json', 'x.json']],
    [['good.csv', '--quasi', 'a,b']],
    [['good.csv', '--max-rows', '0']],
    [['good.csv', '--sharing-mode', 'open']],
    [['good.csv', '--colour']],
    [['good.csv', '--json']],
  ])('%j is wrong use, said in a sentence, and analyses nothing', (args) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout, stderr.trim().length > 0]).toEqual([64, '', true]);
  });

  it('keeps to --max-rows', () => {
    writeFileSync(join(folder, 'three.csv'), 'a,b\n1,2\n3,4\n5,6\n');
    const done = run('three.csv', '--max-rows', '2', '--json', 'three.json');
    expect([done.status, done.codes]).toEqual([3, ['MAX_ROWS']]);
    expect(analysisResultSchema.parse(JSON.parse(readFileSync(join(folder, 'three.json'), 'utf8'))).files[0]?.partly).toEqual({
      code: 'MAX_ROWS',
      rowsRead: 2,
    });
  });

  it('keeps to --max-memory, and says how far it came', () => {
    writeFileSync(join(folder, 'long.csv'), `a,b\n${'1,2\n'.repeat(200_000)}`);
    const done = run('long.csv', '--max-memory', '10', '--json', 'long.json');
    expect([done.status, done.codes]).toEqual([3, ['MAX_MEMORY']]);
    const { partly } = analysisResultSchema.parse(JSON.parse(readFileSync(join(folder, 'long.json'), 'utf8'))).files[0] ?? {};
    expect(partly?.code).toBe('MAX_MEMORY');
    expect(partly?.rowsRead).toBeLessThan(200_000);
  });

  it('gives the same result of a large table in stripes by two threads as in one piece', () => {
    const agreement = {
      v: 1,
      id: '示协',
      fields: ['姓名', '日期'],
      period: { column: '日期', from: '2026-01-01', to: '2026-06-30' },
    };
    writeFileSync(join(folder, 'dated.json'), JSON.stringify(agreement));
    const row = (i: number) =>
      `${i},2026-0${1 + (i % 9)}-1${i % 10},${i % 7 === 0 ? '"王伟, 同"' : '李娜'},1390452${String(i % 10_000).padStart(4, '0')},23020219900101001${i % 5}\n`;
    writeFileSync(join(folder, 'large.csv'), `序号,日期,姓名,手机,证件\n${Array.from({ length: 260_000 }, (_, i) => row(i)).join('')}`);
    const read = (name: string, ...options: string[]) => {
      expect(run('large.csv', '--json', name, ...options).status).toBe(0);
      const file = analysisResultSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).files[0];
      return {
        ...file,
        columns: file?.columns?.map(({ distinct, ...column }) => (column.distinctExact === false ? column : { ...column, distinct })),
      };
    };
    // A limit of time makes the command read in one piece.
    const stripes = read('stripes.json', '--agreement', 'dated.json');
    expect(stripes.scope?.period?.observed).toMatchObject({ from: '2026-01-10', to: '2026-09-19', valuesAfter: 30 });
    expect(stripes).toEqual(read('piece.json', '--agreement', 'dated.json', '--max-seconds', '600'));
  });
});
