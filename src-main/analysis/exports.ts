// Results as files that leave the workstation: the whole result of one file, and the numbers of its rows whose classes are too small. A result
// holds masked samples at most, the row numbers hold nothing of the rows.
import path from 'node:path';
import { utf8 } from '@shared/basics/bytes';
import { type AnalysisRecord, resultBytes } from './records';

export type ExportFile = { readonly fileName: string; readonly bytes: Uint8Array };

const resultOf = (records: readonly AnalysisRecord[], sha256: string): AnalysisRecord | null =>
  records.find((record) => record.sha256 === sha256 && record.result !== null) ?? null;

/** A delivered name may hold anything; a file of ours gets only what every disk takes, and the digest tells two of them apart. */
const named = ({ name, sha256 }: AnalysisRecord, ending: string): string => {
  const base = path
    .parse(name)
    .name.replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .slice(0, 60);
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
 */
export function rowsFile(records: readonly AnalysisRecord[], sha256: string, part: string | null): ExportFile | null {
  const record = resultOf(records, sha256);
  const below = record?.files.find((file) => (file.part ?? null) === part)?.risk?.rowsBelow;
  if (!record || !below) return null;
  const lines = below.ranges.map(([first, last]) => `${first},${last},${last - first + 1}`);
  const rest = below.unlisted > 0 ? [`,,${below.unlisted}`] : [];
  const text = ['first_row,last_row,rows', ...lines, ...rest].join('\r\n');
  return { fileName: named(record, 'rows.csv'), bytes: utf8(`\ufeff${text}\r\n`) };
}
