// npm run analyse -- FILE... [options]: the analysis that the app runs in its sandboxed window, over files on disk, without a workspace.
// The readers and detectors stand in src-shared/analysis.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type AnalysisAgreement, hasPossiblePeriod, readAgreement } from '@shared/analysis/agreement';
import { ANALYSIS_TOOL, ANALYSIS_VERSION } from '@shared/analysis/analyse';
import type { OpenApi } from '@shared/analysis/api/openapi';
import type { AnalysisFile, AnalysisResult } from '@shared/analysis/result';
import { analyseMeasured, type MeasuredAnalysis } from '@shared/analysis/risk/analyse-measured';
import { countsAsked, type Measures } from '@shared/analysis/risk/looks';
import {
  columnsTwice,
  defaultsOf,
  type FingerprintFiles,
  fitsParameter,
  isMeasureParameter,
  type MeasureParameters,
  type QuestionCode,
  readMeasures,
} from '@shared/analysis/risk/question';
import { parseStrictJson } from '@shared/attestation/strict-json';
import { failure, ok, type Result } from '@shared/basics/result';
import { shanghaiDay } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { type AnalysisCode, analysisTexts } from '@shared/texts/analysis';
import { contentTexts } from '@shared/texts/analysis-content';
import { measureTexts } from '@shared/texts/analysis-measures';
import { editionFrom, openApiFrom, releaseFrom } from './analyse-inputs';
import { contentLines } from './content-lines';
import { DiskFile } from './disk-file';
import { measureLines } from './measure-lines';
import { place } from './place';

const words = analysisTexts.zh;
const WRONG_USE = 64;
const OPTIONS = ['--agreement', '--openapi', '--edition', '--max-rows', '--max-bytes', '--max-seconds', '--max-memory', '--json'];
const isOption = (arg: string): boolean => OPTIONS.includes(arg) || (arg.startsWith('--') && isMeasureParameter(arg.slice(2)));
/** MiB of the whole process. */
const MAX_MEMORY = '512';

type Options = { readonly files: readonly string[]; readonly given: ReadonlyMap<string, string> };

/** @returns a sentence when the words are not to be understood */
function readArguments(args: readonly string[]): Options | string {
  const files: string[] = [];
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith('--')) {
      files.push(arg);
      continue;
    }
    if (!isOption(arg)) return words.command.unknown(arg);
    const value = args[++i];
    if (value === undefined || !isFit(arg, value)) return words.command.value(arg);
    if (given.has(arg)) return words.command.repeated(arg);
    given.set(arg, value);
  }
  return files.length === 0 ? words.command.usage : { files, given };
}

function isFit(option: string, value: string): boolean {
  const parameter = option.slice(2);
  if (isMeasureParameter(parameter)) return fitsParameter(parameter, value);
  return option.startsWith('--max-') ? /^[1-9]\d{0,14}$/.test(value) : value !== '';
}

function agreementFrom(path: string | undefined): Result<AnalysisAgreement | null, AnalysisCode> {
  if (path === undefined) return ok(null);
  try {
    const json = parseStrictJson(readFileSync(place(path)));
    const read = json.ok ? readAgreement(json.value) : failure('AGREEMENT_INVALID', json.code);
    return read.ok && !hasPossiblePeriod(read.value) ? failure('AGREEMENT_INVALID', 'period') : read;
  } catch {
    return failure('FILE_UNREADABLE', path);
  }
}

const measureParameters = (given: Options['given']): MeasureParameters =>
  Object.fromEntries([...given].flatMap(([option, value]) => (isMeasureParameter(option.slice(2)) ? [[option.slice(2), value]] : [])));

function measuresFrom(given: MeasureParameters, agreement: AnalysisAgreement | null): Result<Measures, QuestionCode | AnalysisCode> {
  const { fingerprint, 'fingerprint-key': key } = given;
  let files: FingerprintFiles | null = null;
  if (fingerprint !== undefined && key !== undefined) {
    try {
      files = { fingerprint: readFileSync(place(fingerprint)), key: readFileSync(place(key)) };
    } catch {
      return failure('FILE_UNREADABLE', `${fingerprint}, ${key}`);
    }
  }
  return readMeasures(given, agreement?.sharingMode ?? null, files);
}

type Question = {
  readonly given: Options['given'];
  readonly agreement: AnalysisAgreement | null;
  readonly openapi: OpenApi | null;
  readonly measures: Measures;
};

async function one(file: string, { given, agreement, openapi, measures }: Question): Promise<Result<MeasuredAnalysis, AnalysisCode>> {
  const number = (option: string): number | null => (given.has(option) ? Number(given.get(option)) : null);
  let disk: DiskFile | null = null;
  try {
    disk = new DiskFile(place(file));
    const about = {
      name: basename(disk.path),
      // Known when the file has been read; the results get it then.
      sha256: '',
      bytes: disk.bytes,
      agreement,
      openapi,
      today: shanghaiDay(Date.now() as Instant),
      maxRows: number('--max-rows'),
      maxBytes: number('--max-bytes'),
      maxSeconds: number('--max-seconds'),
      seconds: () => performance.now() / 1000,
      maxMemory: Number(given.get('--max-memory') ?? MAX_MEMORY),
      memory: () => process.memoryUsage.rss() / 2 ** 20,
      inStripes: disk.inStripes.bind(disk),
    };
    const result = await analyseMeasured(disk.chunks(), about, measures);
    if (!result.ok) return result;
    const sha256 = disk.sha256();
    return ok({ ...result.value, files: result.value.files.map((each) => ({ ...each, sha256 })) });
  } catch (cause) {
    const system = cause instanceof Error && 'syscall' in cause;
    return failure(system ? 'FILE_UNREADABLE' : 'ANALYSIS_FAILED', file);
  } finally {
    disk?.close();
  }
}

function describe(file: AnalysisFile): string[] {
  const lines = [words.command.file(file.name, file.format ?? '—', file.rows)];
  for (const { name, hits } of file.columns ?? []) {
    for (const { detector, cells, valid, certainty } of hits) {
      const title = (words.detector as Readonly<Record<string, string>>)[detector] ?? detector;
      lines.push(words.command.hit(name, title, cells, valid, words.certainty[certainty]));
    }
  }
  const { scope } = file;
  for (const part of ['unauthorised', 'missing'] as const) {
    if (scope && scope[part].length > 0) lines.push(words.command.scope(words.scope[part], scope[part].join('、')));
  }
  for (const part of ['period', 'area', 'grain'] as const) {
    const compared = scope?.[part];
    if (compared?.exceeds) lines.push(words.command.scope(words.scope[part], JSON.stringify(compared.observed)));
  }
  return [...lines, ...contentLines(file), ...measureLines(file)];
}

const complain = (code: string, about: string): void => {
  const sentence = ({ ...words.code, ...measureTexts.zh.code, ...contentTexts.zh.code } as Readonly<Record<string, string>>)[code] ?? '';
  console.error(`${code}: ${about}：${sentence}`);
};

/** @returns 0 analysed, 2 unreadable, 3 partly, 64 wrong use; of several files the worst counts */
export async function analyseCommand(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (typeof options === 'string') {
    console.error(options);
    return WRONG_USE;
  }
  const agreement = agreementFrom(options.given.get('--agreement'));
  if (!agreement.ok) {
    complain(agreement.code, options.given.get('--agreement') ?? '');
    return WRONG_USE;
  }
  const path = (option: string): string | undefined => {
    const value = options.given.get(option);
    return value === undefined ? undefined : place(value);
  };
  const openapi = await openApiFrom(path('--openapi'));
  const edition = await editionFrom(path('--edition'));
  for (const given of [openapi, edition]) {
    if (given.ok) continue;
    complain(given.code, given.detail ?? '');
    return WRONG_USE;
  }
  const parameters = measureParameters(options.given);
  const measures = measuresFrom(parameters, agreement.value);
  if (!measures.ok) {
    complain(measures.code, measures.detail ?? '');
    return WRONG_USE;
  }
  const [twice] = columnsTwice(measures.value);
  if (twice !== undefined) {
    complain('COLUMN_TWICE', twice);
    return WRONG_USE;
  }
  const previous = await releaseFrom(path('--previous'), countsAsked(measures.value));
  if (!previous.ok) {
    complain(previous.code, previous.detail ?? '');
    return WRONG_USE;
  }
  const question = {
    given: options.given,
    agreement: agreement.value,
    openapi: openapi.ok ? openapi.value : null,
    measures: { ...measures.value, previous: previous.value },
  };
  const files: AnalysisFile[] = [];
  const notChecked = new Set<string>();
  let exit = 0;
  for (const file of options.files) {
    const result = await one(file, question);
    if (!result.ok) {
      complain(result.code, basename(file));
      exit = 2;
      continue;
    }
    if (result.value.missing.length > 0) {
      complain('COLUMN_MISSING', `${basename(file)}: ${result.value.missing.join('、')}`);
      return WRONG_USE;
    }
    for (const line of result.value.notChecked) notChecked.add(line);
    for (const each of result.value.files) {
      files.push(each);
      console.log(describe(each).join('\n'));
      if (!each.partly) continue;
      complain(each.partly.code, each.name);
      if (exit === 0) exit = 3;
    }
  }
  if (files.length > 0) console.log([words.notCheckedTitle, ...notChecked].join('\n　'));
  const json = options.given.get('--json');
  if (json !== undefined && exit !== 2) {
    const given = [...options.given].filter(([name]) => name !== '--json').map(([name, value]) => [name.slice(2), value]);
    const result: AnalysisResult = {
      v: 1,
      tool: { name: ANALYSIS_TOOL, version: ANALYSIS_VERSION, edition: edition.ok ? edition.value : null },
      parameters: { 'max-memory': MAX_MEMORY, ...defaultsOf(parameters), ...Object.fromEntries(given) },
      notChecked: [...notChecked],
      files,
    };
    try {
      writeFileSync(place(json), `${JSON.stringify(result)}\n`);
    } catch {
      complain('RESULT_UNWRITABLE', json);
      return WRONG_USE;
    }
  }
  return exit;
}
