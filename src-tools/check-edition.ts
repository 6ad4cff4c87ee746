// npm run check-edition -- FILE [--json]: is this checklist edition fit to be issued? Exit 0 fit, 1 problems (each listed), 2 unreadable, 64 wrong use.
// Reads one file and writes nothing; the rules stand in src-shared/checklist.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseStrictJson } from '@shared/attestation/strict-json';
import { sha256Hex } from '@shared/basics/digest';
import { type Failure, failure, ok, type Result } from '@shared/basics/result';
import { checkEdition, type EditionProblem } from '@shared/checklist/check';
import { type Edition, readEdition } from '@shared/checklist/edition';
import { checklistTexts } from '@shared/texts/checklist';

const USAGE = 'usage: npm run check-edition -- FILE [--json]';

function readBytes(path: string): Result<Uint8Array, 'FILE_UNREADABLE'> {
  try {
    return ok(readFileSync(path));
  } catch (cause) {
    return failure('FILE_UNREADABLE', cause instanceof Error && 'code' in cause ? String(cause.code) : 'read failed');
  }
}

function describe(edition: Edition, digest: string, problems: readonly EditionProblem[]): string {
  const { problem } = checklistTexts.zh;
  const { items, materials, thresholds } = edition;
  const toConfirm = thresholds.filter(({ citation }) => citation.mark !== 'V').length;
  return [
    `${edition.name.zh} (${edition.id}) ${edition.version}`,
    `sha256 ${digest}`,
    `${items.length} items, ${items.filter(({ hardStop }) => hardStop).length} hard stops, ${materials.length} papers, ${thresholds.length} thresholds (${toConfirm} to be confirmed)`,
    ...problems.map(({ code, where }) => `${code} ${where}: ${problem[code]}`),
    problems.length === 0 ? 'fit to be issued' : `${problems.length} problems`,
  ].join('\n');
}

function refuse({ code, detail }: Failure<string>, exit: 1 | 2): 1 | 2 {
  console.error(`${code}: ${detail ?? ''}`);
  return exit;
}

function main(args: readonly string[]): number {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const flags = args.filter((arg) => arg.startsWith('--'));
  const file = files[0];
  if (file === undefined || files.length !== 1 || flags.some((flag) => flag !== '--json')) {
    console.error(USAGE);
    return 64;
  }
  // Relative paths are the caller's, not npm's.
  const bytes = readBytes(resolve(process.env.INIT_CWD ?? process.cwd(), file));
  if (!bytes.ok) return refuse(bytes, 2);
  const json = parseStrictJson(bytes.value);
  if (!json.ok) return refuse(json, 2);
  const edition = readEdition(json.value);
  if (!edition.ok) return refuse(edition, edition.code === 'EDITION_INVALID' ? 1 : 2);
  const digest = sha256Hex(bytes.value);
  const problems = checkEdition(edition.value);
  const { id, version } = edition.value;
  console.log(
    flags.length > 0 ? JSON.stringify({ v: 1, id, version, sha256: digest, problems }) : describe(edition.value, digest, problems),
  );
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
