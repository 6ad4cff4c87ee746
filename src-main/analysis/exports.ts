// Results as files that leave the workstation: the whole result of one file, and the numbers of its rows whose classes are too small. A result
// holds masked samples at most, the row numbers hold nothing of the rows.
import path from 'node:path';
import { utf8 } from '@shared/basics/bytes';
import { type AnalysisRecord, resultBytes } from './records';

export type ExportFile = { readonly fileName: string; readonly bytes: Uint8Array };

const resultOf = (records: readonly AnalysisRecord[], sha256: string): AnalysisRecord | null =>
  records.find((record) => record.sha256 === sha256 && record.result !== null) ?? null;

/** A delivered name may hold anything; a file of ours gets only what every disk takes, and the digest tells two of them apart. */
const plainName = (name: string): string => name.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60);
const named = ({ name, sha256 }: AnalysisRecord, ending: string): string => {
  const base = plainName(path.parse(name).name);
  return `${base || 'file'}-${sha256.slice(0, 8)}.${ending}`;
};

/** Analysis result, version 1: the very bytes whose digest a verdict cites. */
export function resultFile(records: readonly AnalysisRecord[], sha256: string): ExportFile | null {
  const record = resultOf(records, sha256);
  if (!record) return null;
  return { fileName: named(record, 'analysis.json'), bytes: resultBytes(record) };
}

/**
 * CSV with a byte order mark, which spreadsheets need for Chinese: first and last data row of each run, from 1 without the header, and how many.
 * @param part the table within the file; null for a file that is one table
 * @param column rows of classes with one value of this column; null: rows of classes that are too small
 */
export function rowsFile(
  records: readonly AnalysisRecord[],
  sha256: string,
  part: string | null,
  column: string | null,
): ExportFile | null {
  const record = resultOf(records, sha256);
  const risk = record?.files.find((file) => (file.part ?? null) === part)?.risk;
  const held = column !== null && risk && Object.hasOwn(risk.l, column) ? risk.l[column]?.homogeneous?.rows : null;
  const rows = column === null ? risk?.rowsBelow : held;
  if (!record || !rows) return null;
  const lines = rows.ranges.map(([first, last]) => `${first},${last},${last - first + 1}`);
  const rest = rows.unlisted > 0 ? [`,,${rows.unlisted}`] : [];
  const text = ['first_row,last_row,rows', ...lines, ...rest].join('\r\n');
  const ending = column === null ? 'rows.csv' : `${plainName(column) || 'column'}.rows.csv`;
  return { fileName: named(record, ending), bytes: utf8(`\ufeff${text}\r\n`) };
}
