// npm run fingerprint -- FILE --key KEYFILE [--columns a,b]: the service body's side of the overlap measure. Reads one table and writes
// NAME.shiqi-fingerprint beside it, never over another. Exit 0 written, 2 unreadable or not one whole table, 64 wrong use.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { analyse } from '@shared/analysis/analyse';
import { type RowKey, readKey, writeFingerprint } from '@shared/analysis/fingerprint/fingerprint';
import { type CollectingLook, createCollectingLook } from '@shared/analysis/fingerprint/look';
import type { AnalysisOptions } from '@shared/analysis/options';
import { pieces, readNames } from '@shared/analysis/risk/names';
import { analysisTexts } from '@shared/texts/analysis';
import { measureTexts } from '@shared/texts/analysis-measures';

const words = measureTexts.zh;
const WRONG_USE = 64;
const UNREADABLE = 2;
const CHUNK_BYTES = 1024 * 1024;

type Asked = { readonly file: string; readonly key: string; readonly columns: readonly string[] | null };

function readArguments(args: readonly string[]): Asked | null {
  const files: string[] = [];
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith('--')) files.push(arg);
    else {
      const value = args[++i];
      if (!['--key', '--columns'].includes(arg) || !value || given.has(arg)) return null;
      given.set(arg, value);
    }
  }
  const [file, key, names] = [files[0], given.get('--key'), given.get('--columns')];
  if (files.length !== 1 || !file || !key) return null;
  if (names === undefined) return { file, key, columns: null };
  const columns = readNames(names);
  // A column given twice is a slip, and whoever holds the fingerprint would have to give it twice too.
  return columns && columns.length === pieces(names, ',').length ? { file, key, columns } : null;
}

/** Relative paths are the caller's, not npm's. */
const place = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}

/** Codes only, with their sentence: what a source row holds is never printed. */
function refuse(code: string, about: string, exit: number): number {
  const sentence = ({ ...analysisTexts.zh.code, ...words.code } as Readonly<Record<string, string>>)[code] ?? '';
  console.error(`${code}: ${about}：${sentence}`);
  return exit;
}

/** Reads the whole file; null when it cannot be opened. */
async function collect(path: string, columns: Asked['columns'], key: RowKey) {
  const made: CollectingLook[] = [];
  const looks: AnalysisOptions['looks'] = [
    () => {
      const collecting = createCollectingLook(columns, key);
      made.push(collecting);
      return { ...collecting.look, finish: () => ({}) };
    },
  ];
  try {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    const about = { name: basename(path), sha256: hash.digest('hex'), bytes: statSync(path).size, looks };
    return { analysis: await analyse(createReadStream(path, { highWaterMark: CHUNK_BYTES }), about), made };
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) return null;
    throw cause;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    console.error(words.command.fingerprintUsage);
    return WRONG_USE;
  }
  const keyText = textOf(place(asked.key));
  if (keyText === null) return refuse('FILE_UNREADABLE', asked.key, WRONG_USE);
  const key = readKey(keyText);
  if (!key.ok) return refuse(key.code, asked.key, WRONG_USE);
  const path = place(asked.file);
  const read = await collect(path, asked.columns, key.value);
  if (!read) return refuse('FILE_UNREADABLE', asked.file, UNREADABLE);
  const { analysis, made } = read;
  if (!analysis.ok) return refuse(analysis.code, asked.file, UNREADABLE);
  const tables = analysis.value.files.filter(({ columns, rows }) => columns !== undefined && rows !== null);
  // Part of the source would find part of the overlap and look like less.
  const partly = analysis.value.files.find((file) => file.partly)?.partly;
  if (partly) return refuse(partly.code, asked.file, UNREADABLE);
  if (tables.length !== 1 || made.length > 1) return refuse('FINGERPRINT_ONE_TABLE', asked.file, UNREADABLE);
  const collected = made[0]?.result((tables[0]?.columns ?? []).map(({ name }) => name));
  if (!collected?.ok) return refuse(collected?.code ?? 'FINGERPRINT_ONE_TABLE', collected?.detail ?? asked.file, WRONG_USE);
  const { columns, digests } = collected.value;
  const out = join(dirname(path), `${basename(path, extname(path))}.shiqi-fingerprint`);
  try {
    writeFileSync(out, writeFingerprint(columns, key.value, digests), { flag: 'wx' });
  } catch {
    return refuse('FINGERPRINT_EXISTS', basename(out), UNREADABLE);
  }
  console.log(words.command.fingerprint(basename(out), digests.rows, columns.join('、')));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
