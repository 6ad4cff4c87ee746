// A delimited table or a text, from blocks of bytes to columns.
import { failure, ok, type Result } from '../../basics/result';
import type { AnalysisOptions } from '../analyse';
import type { PartlyCode, UnreadableCode } from '../result';
import { type CsvReader, createCsvReader } from './csv';
import type { Limits } from './limits';
import type { TableFacts } from './reading';
import { createTableBeside } from './row-sink';
import type { Sniffed } from './sniff';
import { createEncodingChoice } from './text-decoder';

type Readable = Extract<Sniffed, { kind: 'table' | 'text' }>;

export async function readTable(
  kind: Readable,
  source: AsyncGenerator<Uint8Array>,
  options: AnalysisOptions,
  limits: Limits,
): Promise<Result<TableFacts, UnreadableCode>> {
  const format = kind.kind === 'table' ? kind.format : 'text';
  const { table, beside } = createTableBeside(options, kind.kind, format);
  let limit: PartlyCode | null = null;
  const reader: CsvReader = createCsvReader({
    separator: kind.kind === 'table' ? kind.separator : null,
    onRecord: (record) => {
      limit = limits.beforeRow(table.rows());
      if (limit !== null) return false;
      table.record(record);
      return true;
    },
  });
  const choice = createEncodingChoice(kind.encoding, kind.skip > 0);
  let skip = kind.skip;
  for await (const whole of source) {
    const block = whole.subarray(skip);
    skip = 0;
    if (block.includes(0)) return failure('BINARY');
    const narrow = choice.look(block);
    if (narrow) {
      table.encoding(narrow);
      reader.encoding(narrow);
    }
    if (!reader.push(block)) break;
    limit = limits.time();
    if (limit !== null) break;
  }
  if (limit === null) reader.end();
  const { columns, names, rows } = table.result();
  const { more, missed } = beside.result(names);
  const code = limit ?? reader.problem() ?? (table.damaged() ? 'BAD_ENCODING' : null);
  const encoding = choice.name();
  return ok({ format, encoding, rows: kind.kind === 'text' ? null : rows, columns, more, missed, code, rowsRead: rows });
}
