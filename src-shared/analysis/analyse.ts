// The analysis of one file: bytes in, results out, anywhere (worker, command, test). Takes chunks of any size and gives the same answer for
// every way of cutting them; never keeps more of the file than a block and the distinct values. What it did not look at, it says.
import { failure, ok, type Result } from '../basics/result';
import { analysisTexts } from '../texts/analysis';
import type { AnalysisAgreement } from './agreement';
import type { RowLook, RowLookFactory } from './look';
import { type CsvReader, createCsvReader } from './readers/csv';
import { firstNonAscii, isUtf8, type Sniffed, sniff, utf16 } from './readers/sniff';
import type { AnalysisFile, Encoding, PartlyCode, UnreadableCode } from './result';
import { createScope } from './scope';
import { createTable } from './table';
import { visibleLine } from './visible-line';

export const ANALYSIS_TOOL = 'shiqi-analyse';
export const ANALYSIS_VERSION = '0.1.0';

export type AnalysisOptions = {
  readonly name: string;
  /** SHA-256 of the whole file in hex; the caller has it anyway. */
  readonly sha256: string;
  readonly bytes: number;
  readonly agreement?: AnalysisAgreement | null;
  /** Day of the review, YYYY-MM-DD in Asia/Shanghai: nobody is born after it. */
  readonly today?: string | null;
  readonly maxRows?: number | null;
  readonly maxSeconds?: number | null;
  /** Seconds on a clock that never goes back; needed for `maxSeconds`. */
  readonly seconds?: () => number;
  readonly progress?: (bytesRead: number) => void;
  /** Further looks at each table, row by row. */
  readonly looks?: readonly RowLookFactory[];
};
export type Analysis = { readonly files: AnalysisFile[]; readonly notChecked: string[] };

/** Everything is decided on blocks of this size, so that chunks may end anywhere. */
const BLOCK = 256 * 1024;

/** Cuts a stream into blocks of one size, the last one shorter. The block is reused: it is valid until the next is asked for. */
async function* blocks(input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const block = new Uint8Array(BLOCK);
  let length = 0;
  for await (const chunk of input) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + BLOCK - length);
      block.set(part, length);
      length += part.length;
      at += part.length;
      if (length === BLOCK) {
        yield block;
        length = 0;
      }
    }
  }
  if (length > 0) yield block.subarray(0, length);
}

/** UTF-16 becomes UTF-8 before anything else sees it. */
async function* transcoded(input: AsyncIterable<Uint8Array>, encoding: 'utf-16le' | 'utf-16be', skip: number): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  let toSkip = skip;
  for await (const block of input) {
    yield encoder.encode(decoder.decode(block.subarray(toSkip), { stream: true }));
    toSkip = 0;
  }
  yield encoder.encode(decoder.decode());
}

async function* prepend(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

export async function analyse(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: AnalysisOptions,
): Promise<Result<Analysis, UnreadableCode>> {
  const words = analysisTexts.zh.notChecked;
  const { sha256, bytes } = options;
  const name = visibleLine(options.name);
  const notChecked = [words.detectors, words.regions, words.risk, ...(options.today ? [] : [words.births])];
  let source = blocks(counted(input, options.progress));
  let head = (await source.next()).value ?? new Uint8Array();
  const wide = utf16(head);
  if (wide) {
    source = blocks(transcoded(prepend(head, source), wide.encoding, wide.skip));
    head = (await source.next()).value ?? new Uint8Array();
  }
  const kind = sniff(head, head.length < BLOCK, wide?.encoding ?? null);
  if (kind.kind === 'refused') return failure(kind.code);
  const blank = { name, sha256, bytes, encoding: kind.encoding, rows: null };
  if (kind.kind === 'unread') {
    await source.return(undefined);
    return ok({
      files: [{ ...blank, format: kind.format, partly: { code: 'FORMAT_NOT_READ', rowsRead: 0 } }],
      notChecked: [...notChecked, words.format(name)],
    });
  }
  const read = await readTable(kind, prepend(head, source), options);
  if (!read.ok) return read;
  const { file, partly, missed } = read.value;
  if (partly) notChecked.push(words.partly(name, partly.rowsRead));
  return ok({ files: [{ ...blank, ...file, partly }], notChecked: [...notChecked, ...missed] });
}

async function* counted(input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, progress?: (bytesRead: number) => void) {
  let read = 0;
  for await (const chunk of input) {
    yield chunk;
    read += chunk.length;
    progress?.(read);
  }
}

type Readable = Extract<Sniffed, { kind: 'table' | 'text' }>;
type TableRead = {
  readonly file: Pick<AnalysisFile, 'format' | 'encoding' | 'rows' | 'columns' | 'scope'>;
  readonly partly: { readonly code: PartlyCode; readonly rowsRead: number } | null;
  readonly missed: readonly string[];
};

async function readTable(
  kind: Readable,
  source: AsyncGenerator<Uint8Array>,
  { agreement, today, maxRows, maxSeconds, seconds, looks, name }: AnalysisOptions,
): Promise<Result<TableRead, UnreadableCode>> {
  const rowLooks: RowLook[] = kind.kind === 'table' ? (looks ?? []).flatMap((make) => make({ name, format: kind.format }) ?? []) : [];
  const scope = kind.kind === 'table' && agreement ? createScope(agreement) : null;
  const table = createTable({ kind: kind.kind, today: today?.replaceAll('-', '') ?? null, scope, looks: rowLooks });
  let limit: PartlyCode | null = null;
  const reader: CsvReader = createCsvReader({
    separator: kind.kind === 'table' ? kind.separator : null,
    onRecord: (record) => {
      if (typeof maxRows === 'number' && table.rows() >= maxRows) {
        limit = 'MAX_ROWS';
        return false;
      }
      table.record(record);
      return true;
    },
  });
  const wide = kind.encoding === 'utf-16le' || kind.encoding === 'utf-16be';
  let encoding: Encoding = kind.encoding;
  // Until the first byte that is not ASCII comes, UTF-8 and GB18030 are the same.
  let decided = wide || kind.skip > 0;
  const decide = (narrow: 'utf-8' | 'gb18030') => {
    decided = true;
    if (!wide) encoding = narrow;
    table.encoding(narrow);
    reader.encoding(narrow);
  };
  const started = seconds?.() ?? 0;
  let skip = kind.skip;
  for await (const whole of source) {
    const block = whole.subarray(skip);
    skip = 0;
    if (block.includes(0)) return failure('BINARY');
    if (!decided) {
      const at = firstNonAscii(block);
      if (at >= 0) decide(isUtf8(block.subarray(at)) ? 'utf-8' : 'gb18030');
    }
    if (!reader.push(block)) break;
    if (typeof maxSeconds === 'number' && seconds && seconds() - started > maxSeconds) {
      limit = 'MAX_SECONDS';
      break;
    }
  }
  if (limit === null) reader.end();
  const { columns, names, rows } = table.result();
  const code = limit ?? reader.problem() ?? (table.damaged() ? 'BAD_ENCODING' : null);
  const compared = scope?.result(names);
  const missed = compared ? compared.notChecked : kind.kind === 'table' ? [analysisTexts.zh.notChecked.noAgreement] : [];
  return ok({
    file: {
      format: kind.kind === 'text' ? 'text' : kind.format,
      encoding,
      rows: kind.kind === 'text' ? null : rows,
      columns,
      ...Object.assign({}, ...rowLooks.map((look) => look.finish())),
      ...(compared ? { scope: compared.scope } : {}),
    },
    partly: code === null ? null : { code, rowsRead: rows },
    missed,
  });
}
