// A delimited table or a text, from blocks of bytes to columns.
import { failure, ok, type Result } from '../../basics/result';
import { expectedHosts } from '../content/hosts';
import type { AnalysisOptions } from '../options';
import type { PartlyCode, UnreadableCode } from '../result';
import { createScanTable } from '../scan/scan-table';
import { readHead } from '../scan/stripes';
import { type CsvReader, createCsvReader } from './csv';
import type { TableFacts } from './facts';
import type { Limits } from './limits';
import { createBeside, createTableBeside } from './row-sink';
import type { Sniffed } from './sniff';
import { prepend } from './source';
import { createEncodingChoice } from './text-decoder';

type Table = Extract<Sniffed, { kind: 'table' }>;
type Text = Extract<Sniffed, { kind: 'text' }>;

/** Everything is scanned as UTF-8; what is not becomes it first. */
export async function readTable(
  kind: Table,
  bytes: AsyncGenerator<Uint8Array>,
  options: AnalysisOptions,
  limits: Limits,
): Promise<Result<TableFacts, UnreadableCode>> {
  const { format, separator } = kind;
  let source = bytes;
  const beside = createBeside(options, 'table', format);
  const today = options.today?.replaceAll('-', '') ?? null;
  const { scope, content, looks } = beside;
  const plain = kind.encoding === 'utf-8' && looks.length === 0 && !options.maxRows && !options.maxBytes && !options.maxSeconds;
  if (options.inStripes && plain) {
    const first = (await source.next()).value ?? new Uint8Array();
    const head = readHead(first, kind.skip, separator, today);
    // What is not ASCII decides the encoding, and may stand far down: parts that are no UTF-8 are refused by who reads them.
    const observed = (head?.header ?? []).filter((name) => scope?.observe(name));
    const expected = expectedHosts(options.agreement?.recipients ?? []);
    const read = head && (await options.inStripes({ ...head, separator, today, observed, expected }));
    if (read) {
      await source.return(undefined);
      for (const { name, values } of read.observed) for (const value of values) scope?.observe(name)?.(value);
      const { columns, names, rows } = read;
      const { more, missed } = beside.result(names);
      return ok({ format, encoding: 'utf-8', rows, columns, more, missed, code: null, rowsRead: rows });
    }
    source = prepend(first, source);
  }
  const table = createScanTable({ separator, today, maxRows: options.maxRows ?? null, scope, content, looks });
  const choice = createEncodingChoice(kind.encoding, kind.marked);
  const encoder = new TextEncoder();
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let damaged = false;
  let limit: PartlyCode | null = null;
  const recoded = (block: Uint8Array | undefined): Uint8Array => {
    const text = decoder?.decode(block, { stream: block !== undefined }) ?? '';
    damaged ||= text.includes('\uFFFD');
    return encoder.encode(text);
  };
  let skip = kind.skip;
  for await (const whole of source) {
    const block = whole.subarray(skip);
    skip = 0;
    if (block.includes(0)) return failure('BINARY');
    if (choice.look(block) === 'gb18030') decoder = new TextDecoder('gb18030', { ignoreBOM: true });
    if (!table.push(decoder ? recoded(block) : block)) break;
    limit = limits.time();
    if (limit !== null) break;
  }
  if (limit === null && table.problem() === null) {
    if (decoder) table.push(recoded(undefined));
    table.end();
  }
  const { columns, names, rows } = table.result();
  const { more, missed } = beside.result(names);
  const code = limit ?? table.problem() ?? (damaged || choice.doubted() ? 'BAD_ENCODING' : null);
  return ok({ format, encoding: choice.name(), rows, columns, more, missed, code, rowsRead: rows });
}

/** Lines of text, each a cell. */
export async function readText(
  kind: Text,
  source: AsyncGenerator<Uint8Array>,
  options: AnalysisOptions,
  limits: Limits,
): Promise<Result<TableFacts, UnreadableCode>> {
  const { table, beside } = createTableBeside(options, 'text', 'text');
  let limit: PartlyCode | null = null;
  const reader: CsvReader = createCsvReader({
    separator: null,
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
  const code =
    limit ?? reader.problem() ?? (kind.markedUp ? 'FORMAT_NOT_READ' : table.damaged() || choice.doubted() ? 'BAD_ENCODING' : null);
  return ok({ format: 'text', encoding: choice.name(), rows: null, columns, more, missed, code, rowsRead: rows });
}
