// JSON and JSON Lines, from blocks of bytes to columns named by path.
import { failure, ok, type Result } from '../../basics/result';
import { mergeContents } from '../content/tally';
import { inspectText } from '../detectors/inspect';
import type { AnalysisOptions } from '../options';
import { createRecordTable } from '../record-table';
import type { PartlyCode, UnreadableCode } from '../result';
import { contentsOf } from './content';
import type { TableFacts } from './facts';
import { createJsonReader } from './json-rows';
import type { Limits } from './limits';
import { createBeside } from './row-sink';
import type { Sniffed } from './sniff';
import { createEncodingChoice } from './text-decoder';

type Readable = Extract<Sniffed, { kind: 'json' }>;

export async function readJson(
  kind: Readable,
  source: AsyncGenerator<Uint8Array>,
  options: AnalysisOptions,
  limits: Limits,
): Promise<Result<TableFacts, UnreadableCode>> {
  const today = options.today?.replaceAll('-', '') ?? null;
  const beside = createBeside(options, 'table', kind.format);
  const table = createRecordTable({ today, scope: beside.scope, content: beside.content, looks: beside.looks });
  let limit: PartlyCode | null = null;
  const reader = createJsonReader(
    {
      row(values, whole) {
        limit = limits.beforeRow(table.rows());
        if (limit === null && !table.row(values, whole)) limit = 'TOO_MANY_COLUMNS';
        return limit === null;
      },
      isIdentifier: (key) => /\d{8}|@/.test(key) && inspectText(key, today).some((look) => look.valid),
    },
    kind.format === 'jsonl',
    kind.shape,
  );
  const choice = createEncodingChoice(kind.encoding, kind.skip > 0);
  let decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let damaged = false;
  let skip = kind.skip;
  for await (const whole of source) {
    const block = whole.subarray(skip);
    skip = 0;
    if (block.includes(0)) return failure('BINARY');
    const narrow = choice.look(block);
    if (narrow) decoder = new TextDecoder(narrow, { ignoreBOM: true });
    const text = decoder.decode(block, { stream: true });
    damaged ||= text.includes('\uFFFD');
    if (!reader.push(text)) break;
    limit = limits.time();
    if (limit !== null) break;
  }
  if (limit === null) reader.end();
  const rows = table.rows();
  const { columns, names } = table.result();
  const { more, missed } = beside.result(names);
  const { outputs, pictures } = reader.notebook();
  const code = limit ?? reader.problem() ?? (damaged || choice.doubted() ? 'BAD_ENCODING' : pictures > 0 ? 'PART_NOT_READ' : null);
  const facts = { format: kind.format, encoding: choice.name(), rows, columns, missed, code, rowsRead: rows };
  if (outputs === 0) return ok({ ...facts, more });
  return ok({ ...facts, more: { ...more, content: mergeContents([more.content ?? [], contentsOf([['CELL_OUTPUTS', outputs]])]) } });
}
