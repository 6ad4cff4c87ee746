// The measures as the commands give them: npm run analyse with its options and exits, npm run fingerprint, over files and over the samples.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type AnalysisFile, analysisResultSchema } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';
import { measureTexts } from '@shared/texts/analysis-measures';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCommands } from '../../support/commands';

const root = resolve(import.meta.dirname, '../../..');
const trips = resolve(root, 'resources/samples/bus-trips/v1');
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shiqi-measures-'));
  await buildCommands(folder, 'analyse', 'fingerprint', 'scan-worker');
  const people = Array.from({ length: 21 }, (_, i) => `女,A,${i % 2 === 0 ? '是' : '否'},${i}\n`);
  const lone = ['男,*,是,30\n', '男,B,否,2\n'];
  writeFileSync(join(folder, 'safe.csv'), `性别,区,贷款,出行次数\n${people.join('')}`);
  writeFileSync(join(folder, 'lone.csv'), `性别,区,贷款,出行次数\n${people.join('')}${lone.join('')}`);
  writeFileSync(join(folder, 'direct.csv'), `性别,备注\n${'女,电话13900001001\n'.repeat(25)}`);
  writeFileSync(join(folder, 'empty.csv'), '性别,区\n');
  writeFileSync(join(folder, 'scores.csv'), 'm,s\n是,0.9\n1,0.8\nTRUE,0.4\n0,0.7\nno,0.1\n否,0.2\n?,0.3\n1,高\n');
  writeFileSync(join(folder, 'a.key'), `${'0a'.repeat(32)}\n`);
  writeFileSync(join(folder, 'b.key'), '0b'.repeat(32));
  writeFileSync(join(folder, 'bad.key'), 'secret');
  writeFileSync(join(folder, 'enclave.json'), JSON.stringify({ v: 1, id: '示协', fields: ['性别'], sharingMode: 'enclave' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: 'analyse' | 'fingerprint', ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, `${command}.mjs`), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { status, stdout, stderr, codes: stderr.split('\n').flatMap((line) => /^([A-Z_]+): /.exec(line)?.[1] ?? []) };
}

/** The first file's result, as JSON. */
function analysed(...args: string[]): AnalysisFile & { readonly risk?: Record<string, unknown> } {
  const { status, stderr } = run('analyse', ...args, '--json', 'out.json');
  if (status !== 0) throw new Error(stderr);
  const file = analysisResultSchema.parse(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).files[0];
  if (!file) throw new Error('no file');
  return file as AnalysisFile & { readonly risk?: Record<string, unknown> };
}

describe('npm run analyse --quasi', () => {
  it('decides a level and gives the arithmetic', () => {
    const { risk } = analysed('safe.csv', '--quasi', '性别,区', '--confidential', '贷款', '--sharing-mode', 'public');
    expect(risk).toMatchObject({ quasi: ['性别', '区'], sharingMode: 'public', contextProbability: '1', rows: 21, k: 21, level: 3 });
    expect(risk).toMatchObject({ l: { 贷款: { distinct: 2, recordsBelow2: 0 } }, t: { 贷款: { equal: 0, mean: 0 } }, suppressed: null });
    expect(risk).not.toHaveProperty('partly');
  });

  it('reads suppressed cells as asked and shows the other readings', () => {
    const asked = ['--quasi', '性别,区', '--sharing-mode', 'controlled', '--context-probability', '0.10'];
    expect(analysed('lone.csv', ...asked).risk).toMatchObject({ k: 1, suppressed: null, contextProbability: '0.10' });
    expect(analysed('lone.csv', ...asked, '--suppressed', '*').risk).toMatchObject({
      k: 1,
      level: 2,
      suppressed: { marks: ['*'], policy: 'own-class', rows: 1, other: { exclude: { k: 1, classes: 2 }, wildcard: { k: 2, classes: 3 } } },
    });
    const excluded = analysed('lone.csv', ...asked, '--suppressed', '*', '--suppressed-policy', 'exclude').risk;
    expect(excluded).toMatchObject({ rows: 22, suppressed: { policy: 'exclude', rows: 1 } });
  });

  it('takes the sharing mode of the agreement unless one is given', () => {
    expect(analysed('safe.csv', '--quasi', '性别', '--agreement', 'enclave.json').risk).toMatchObject({ sharingMode: 'enclave' });
    const given = analysed('safe.csv', '--quasi', '性别', '--agreement', 'enclave.json', '--sharing-mode', 'public');
    expect(given.risk).toMatchObject({ sharingMode: 'public' });
  });

  it('leaves open what depends on a sharing mode that nobody gave', () => {
    expect(analysed('safe.csv', '--quasi', '性别').risk).toMatchObject({
      k: 21,
      sharingMode: null,
      R: null,
      Ra: null,
      threshold: null,
      level: null,
    });
    expect(analysed('safe.csv', '--quasi', '性别')).not.toHaveProperty('smallCells');
  });

  it('calls level 1 where the detectors stand by a direct identifier, level 4 where nothing is left', () => {
    const named = analysed('direct.csv', '--quasi', '性别', '--sharing-mode', 'public');
    expect(named.risk).toMatchObject({ level: 1, k: 25 });
    expect(analysed('direct.csv', '--quasi', '', '--sharing-mode', 'public').risk).toMatchObject({ level: 1 });
    expect(analysed('safe.csv', '--quasi', '', '--sharing-mode', 'public').risk).toMatchObject({ level: 4, quasi: [] });
  });

  it('measures nothing on a table without rows, without inventing a number', () => {
    expect(analysed('empty.csv', '--quasi', '性别', '--sharing-mode', 'public').risk).toMatchObject({
      k: null,
      classes: 0,
      R: null,
      level: null,
    });
  });

  it('answers a question of each table of a file, and writes each option with its number', () => {
    const tables = { 'a.csv': '性别,区\n女,A\n女,A\n', 'b.csv': '得分,"成员,score=",年\n0.9,1,3\n0.1,0,3\n' };
    writeFileSync(join(folder, 'both.zip'), zipSync(Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, utf8(text)]))));
    const asked = ['--quasi', '性别,区', '--table-2', 'b.csv', '--quasi-2', '年', '--membership-2', 'member="成员,score=",score=得分'];
    expect(run('analyse', 'both.zip', ...asked, '--json', 'out.json')).toMatchObject({ status: 0, stderr: '' });
    const { files, parameters } = analysisResultSchema.parse(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')));
    expect(files.map(({ risk, membership }) => [risk?.quasi, risk?.k, membership?.auc])).toEqual([
      [['性别', '区'], 2, undefined],
      [['年'], 2, 1],
    ]);
    expect(parameters).toEqual({
      quasi: '性别,区',
      'table-2': 'b.csv',
      'quasi-2': '年',
      'membership-2': 'member="成员,score=",score=得分',
      'context-probability': '1',
      'context-probability-2': '1',
      'max-memory': '512',
    });
  });

  it('writes the options and the defaults it used as strings', () => {
    analysed('lone.csv', '--quasi', '性别', '--suppressed', '*');
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).parameters).toEqual({
      quasi: '性别',
      suppressed: '*',
      'suppressed-policy': 'own-class',
      'context-probability': '1',
      'max-memory': '512',
    });
  });
});

describe('other measures of npm run analyse', () => {
  it('finds small cells by header and by name', () => {
    const small = { threshold: 5, cells: 4, zeros: 1, counted: 21, columns: ['出行次数'] };
    expect(analysed('safe.csv', '--sharing-mode', 'controlled').smallCells).toEqual(small);
    expect(analysed('safe.csv', '--sharing-mode', 'controlled', '--counts', '出行次数').smallCells).toEqual(small);
    expect(analysed('direct.csv', '--sharing-mode', 'controlled')).not.toHaveProperty('smallCells');
  });

  it('measures membership and says which rows it could not read', () => {
    const { stdout } = run('analyse', 'scores.csv', '--membership', 'member=m,score=s');
    expect(analysed('scores.csv', '--membership', 'score=s,member=m').membership).toMatchObject({
      members: 3,
      nonMembers: 3,
      auc: 8 / 9,
      ties: 0,
    });
    expect(stdout).toMatch(/scores\.csv：有2行/);
  });

  it('finds the planted overlap of the bus trips', () => {
    const comparison = resolve(trips, 'comparison/公交刷卡源数据');
    const asked = ['--fingerprint', `${comparison}.shiqi-fingerprint`, '--fingerprint-key', `${comparison}.key`];
    const file = analysed(resolve(trips, 'product/trips.csv'), ...asked, '--quasi', '刷卡时间,线路,上车站', '--sharing-mode', 'controlled');
    expect(file).toMatchObject({
      overlap: { fingerprintRows: 10_000, rows: 120_000, equal: 3_870, share: 0.387 },
      risk: { k: 1, level: 1 },
    });
    expect(run('analyse', 'safe.csv', ...asked).stdout).toMatch(/safe\.csv：没有指纹所用的全部列/);
  });

  it('names the product’s raw rows first, and no rate that too few non-members cannot measure', () => {
    writeFileSync(join(folder, 'raw.csv'), 'a,b\n1,2\n3,4\n5,6\n');
    writeFileSync(join(folder, 'half.csv'), 'a,b\n1,2\n1,2\n3,4\n7,8\n9,9\n');
    expect(run('fingerprint', 'raw.csv', '--key', 'a.key').status).toBe(0);
    const { stdout } = run('analyse', 'half.csv', '--fingerprint', 'raw.shiqi-fingerprint', '--fingerprint-key', 'a.key');
    expect(stdout).toContain(measureTexts.zh.command.overlap(3, 5, 2, 3));
    expect(run('analyse', 'scores.csv', '--membership', 'member=m,score=s').stdout).toContain('测不出来');
    const rows = Array.from({ length: 200 }, (_, i) => `${i % 2},${i}\n`);
    writeFileSync(join(folder, 'many.csv'), `m,s\n${rows.join('')}`);
    expect(run('analyse', 'many.csv', '--membership', 'member=m,score=s').stdout).toContain('误报1%时查出0.0');
  });

  it('of a table without rows says what is empty, not that columns lack', () => {
    writeFileSync(join(folder, 'none.csv'), 'm,s\n');
    writeFileSync(join(folder, 'of-none.csv'), 'm,s\n1,2\n');
    expect(run('fingerprint', 'of-none.csv', '--key', 'a.key').status).toBe(0);
    const asked = ['none.csv', '--membership', 'member=m,score=s', '--fingerprint', 'of-none.shiqi-fingerprint'];
    const { overlap, membership } = analysed(...asked, '--fingerprint-key', 'a.key');
    expect([overlap, membership]).toEqual([{ fingerprintRows: 1, rows: 0, equal: 0, share: 0, rowsEqual: 0 }, undefined]);
    const { notChecked } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    const { oneGroup, overlapColumns } = measureTexts.zh.notChecked;
    expect(notChecked).toContain(oneGroup('none.csv'));
    expect(notChecked).not.toContain(overlapColumns('none.csv'));
  });

  it('of a file without a table are said to be of none', () => {
    writeFileSync(join(folder, 'words.txt'), '说明\n这不是表。\n');
    const { risk } = analysed('words.txt', '--quasi', '性别', '--sharing-mode', 'public');
    const { notChecked } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    const { noTable, attackers } = measureTexts.zh.notChecked;
    expect([risk, notChecked.includes(noTable('words.txt')), notChecked.includes(attackers)]).toEqual([undefined, true, false]);
  });

  it('say which column of counts was not looked at, because it holds something else', () => {
    writeFileSync(join(folder, 'masked.csv'), '街道,人数,户数\n甲,3,1\n乙,<5,２\n丙,9,3.0\n');
    expect(analysed('masked.csv', '--sharing-mode', 'controlled').smallCells).toMatchObject({ cells: 3, counted: 3, columns: ['户数'] });
    const { notChecked } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    expect(notChecked).toContain(measureTexts.zh.notChecked.countsNotWhole('masked.csv', '人数'));
    expect(analysed('masked.csv', '--sharing-mode', 'controlled', '--counts', '人数').smallCells).toMatchObject({ cells: 1, counted: 2 });
  });

  it('that cannot be written down end with a code, not with a stack', () => {
    const done = run('analyse', 'safe.csv', '--quasi', '性别', '--json', 'absent/out.json');
    expect([done.status, done.codes, done.stderr.trim().split('\n').length]).toEqual([64, ['RESULT_UNWRITABLE'], 1]);
  });

  it.each([
    [['safe.csv', '--quasi', '性别,年龄'], ['COLUMN_MISSING']],
    [['safe.csv', '--quasi', '性别', '--confidential', '收入'], ['COLUMN_MISSING']],
    [['empty.csv', '--quasi', '年龄'], ['COLUMN_MISSING']],
    [['safe.csv', '--sharing-mode', 'public', '--counts', '人数'], ['COLUMN_MISSING']],
    [['scores.csv', '--membership', 'member=m,score=x'], ['COLUMN_MISSING']],
    [['safe.csv', '--fingerprint', 'absent', '--fingerprint-key', 'a.key'], ['FILE_UNREADABLE']],
    [['safe.csv', '--fingerprint', 'safe.csv', '--fingerprint-key', 'a.key'], ['FINGERPRINT_INVALID']],
    [['safe.csv', '--fingerprint', 'safe.csv', '--fingerprint-key', 'bad.key'], ['FINGERPRINT_KEY_INVALID']],
    [['safe.csv', '--counts', '出行次数'], ['SHARING_MODE_MISSING']],
    [['safe.csv', '--confidential', '贷款'], ['PARAMETER_ALONE']],
    [['safe.csv', '--suppressed', '*'], ['PARAMETER_ALONE']],
    [['safe.csv', '--quasi', '性别', '--suppressed-policy', 'exclude'], ['PARAMETER_ALONE']],
    [['safe.csv', '--quasi', '性别', '--suppressed', '*', '--suppressed-policy', 'hide'], []],
    [['safe.csv', '--quasi', '性别', '--context-probability', '1.01'], []],
    [['safe.csv', '--quasi', '性别', '--context-probability', '5e-1'], []],
    [['safe.csv', '--quasi', '性别', '--quasi', '区'], []],
    [['safe.csv', '--quasi', '性别,区', '--confidential', '贷款,区'], ['COLUMN_TWICE']],
    [['scores.csv', '--membership', 'member=m,score=m'], ['COLUMN_TWICE']],
    [['safe.csv', '--dominance', 'cell=区,contributor=性别,value=区'], ['COLUMN_TWICE']],
    [['safe.csv', '--quasi', '性别', '--table-2', 'x', '--quasi-2', '区', '--confidential-2', '区'], ['COLUMN_TWICE']],
    [['safe.csv', '--quasi', '性别,,区'], []],
    [['safe.csv', '--membership', 'm,s'], []],
    [['safe.csv', '--fingerprint', 'x'], ['PARAMETER_ALONE']],
    [['safe.csv', '--fingerprint-key', 'a.key'], ['PARAMETER_ALONE']],
    [['safe.csv', '--quasi-2', '性别'], ['PARAMETER_ALONE']],
    [['safe.csv', '--quasi', '性别', '--table-2', 'b.csv', '--quasi-2', '区'], ['COLUMN_MISSING']],
    [['safe.csv', '--table', 'x', '--quasi', '性别', '--table-2', 'x', '--quasi-2', '区'], ['TABLE_ASKED_TWICE']],
    [['safe.csv', '--quasi-1', '性别'], []],
    [['safe.csv', '--quasi-65', '性别', '--table-65', 'x'], []],
    [['scores.csv', '--membership', 'member=m,score=s,score=s'], []],
  ])('%j is wrong use, and no result is written', (args, codes) => {
    rmSync(join(folder, 'none.json'), { force: true });
    const done = run('analyse', ...args, '--json', 'none.json');
    expect([done.status, done.codes, done.stdout, done.stderr.trim() !== '']).toEqual([64, codes, '', true]);
    expect(existsSync(join(folder, 'none.json'))).toBe(false);
  });
});

describe('npm run fingerprint', () => {
  it('makes what analyse finds again, with the right key only', () => {
    writeFileSync(join(folder, 'source.csv'), '区,性别,号\nA,女,1\nA,女,2\nC,男,3\n');
    expect(run('fingerprint', 'source.csv', '--key', 'a.key', '--columns', '性别,区')).toMatchObject({ status: 0, stderr: '' });
    const asked = ['safe.csv', '--fingerprint', 'source.shiqi-fingerprint', '--fingerprint-key'];
    expect(analysed(...asked, 'a.key').overlap).toEqual({ fingerprintRows: 3, rows: 21, equal: 2, share: 2 / 3, rowsEqual: 21 });
    expect(run('analyse', ...asked, 'b.key')).toMatchObject({ status: 64, codes: ['FINGERPRINT_KEY_OTHER'] });
    expect(run('fingerprint', 'source.csv', '--key', 'b.key')).toMatchObject({ status: 2, codes: ['FINGERPRINT_EXISTS'] });
  });

  it('takes a column whose name has a comma, in quotes, as every list of columns does', () => {
    writeFileSync(join(folder, 'comma.csv'), '"区,县",性别\nA,女\n');
    expect(run('fingerprint', 'comma.csv', '--key', 'a.key', '--columns', '性别,"区,县"')).toMatchObject({ status: 0, stderr: '' });
    const bytes = readFileSync(join(folder, 'comma.shiqi-fingerprint'));
    expect(JSON.parse(String(bytes.subarray(0, bytes.indexOf(10)))).columns).toEqual(['性别', '区,县']);
  });

  it('takes all columns in the order of the file unless some are named, and makes the same bytes every time', () => {
    for (const name of ['first.csv', 'second.csv']) {
      writeFileSync(join(folder, name), '区,性别\nA,女\nB,男\n');
      expect(run('fingerprint', name, '--key', 'a.key').status).toBe(0);
    }
    const [first, second] = ['first', 'second'].map((name) => readFileSync(join(folder, `${name}.shiqi-fingerprint`)));
    expect(first?.equals(second as Buffer)).toBe(true);
    expect(JSON.parse(String(first?.subarray(0, first.indexOf(10))))).toMatchObject({ columns: ['区', '性别'], rows: 2 });
  });

  it('of a table without rows names its columns and is read again', () => {
    writeFileSync(join(folder, 'rowless.csv'), '区,性别\n');
    expect(run('fingerprint', 'rowless.csv', '--key', 'a.key')).toMatchObject({ status: 0, stderr: '' });
    const bytes = readFileSync(join(folder, 'rowless.shiqi-fingerprint'));
    expect(JSON.parse(String(bytes.subarray(0, bytes.indexOf(10))))).toMatchObject({ columns: ['区', '性别'], rows: 0 });
    const asked = ['--fingerprint', 'rowless.shiqi-fingerprint', '--fingerprint-key', 'a.key'];
    expect(analysed('safe.csv', ...asked).overlap).toMatchObject({ fingerprintRows: 0, rows: 21, equal: 0, share: 0 });
  });

  it('takes named columns that come late, and finds their rows again', () => {
    writeFileSync(join(folder, 'late.jsonl'), '{"a":1}\n{"a":2,"b":3}\n{"b":4}\n');
    expect(run('fingerprint', 'late.jsonl', '--key', 'a.key', '--columns', 'a,b')).toMatchObject({ status: 0, stderr: '' });
    const asked = ['--fingerprint', 'late.shiqi-fingerprint', '--fingerprint-key', 'a.key'];
    expect(analysed('late.jsonl', ...asked).overlap).toEqual({ fingerprintRows: 3, rows: 3, equal: 3, share: 1, rowsEqual: 3 });
  });

  it.each([
    [[], 64, []],
    [['safe.csv'], 64, []],
    [['safe.csv', '--key', 'a.key', '--columns', '性别,性别'], 64, []],
    [['safe.csv', '--key', 'a.key', '--columns', '性别,'], 64, []],
    [['safe.csv', '--key', 'a.key', '--columns', '"性别'], 64, []],
    [['safe.csv', '--key', 'a.key', '--columns', '年龄'], 64, ['COLUMN_MISSING']],
    [['safe.csv', '--key', 'b.key', '--key', 'a.key'], 64, []],
    [['twins.csv', '--key', 'a.key'], 64, ['COLUMNS_ALIKE']],
    [['safe.csv', '--key', 'bad.key'], 64, ['FINGERPRINT_KEY_INVALID']],
    [['safe.csv', '--key', 'absent.key'], 64, ['FILE_UNREADABLE']],
    [['absent.csv', '--key', 'a.key'], 2, ['FILE_UNREADABLE']],
    [['torn.csv', '--key', 'a.key'], 2, ['QUOTE_UNCLOSED']],
  ])('%j ends with %i and writes nothing', (args, status, codes) => {
    writeFileSync(join(folder, 'torn.csv'), '区,性别\nA,"女\n');
    writeFileSync(join(folder, 'twins.csv'), '区,区 \nA,B\n');
    const done = run('fingerprint', ...args);
    expect([done.status, done.codes]).toEqual([status, codes]);
    expect(['safe', 'torn', 'twins'].some((name) => existsSync(join(folder, `${name}.shiqi-fingerprint`)))).toBe(false);
  });
});
