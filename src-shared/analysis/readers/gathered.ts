// The objects of one file's result as its readers hand them over: names and places of parts, limits of the whole, and notes of what was not checked. Knows
// no format.
import { analysisTexts } from '../../texts/analysis';
import { nameContents } from '../content/look';
import { mergeContents } from '../content/tally';
import type { AnalysisOptions } from '../options';
import type { AnalysisFile, Content, FileFormat, PartlyCode, UnreadableCode } from '../result';
import { visibleLine } from '../visible-line';
import { contentsOf } from './content';
import type { TableFacts } from './facts';
import type { Limits } from './limits';
import { createRowSink } from './row-sink';
import type { ContentCode, Sink } from './sink';

/** The result must stay something that can be shown, sealed and sent. */
const MAX_PARTS = 9_000;
const MAX_ALL_COLUMNS = 131_072;
const MAX_NOTES = 500;

/** Where a part lies inside the delivered file, '' for the file itself. */
export const within = (part: string, name: string): string => (part === '' ? name : name === '' ? part : `${part}/${name}`);

export type Gathered = ReturnType<typeof createGathered>;

export function createGathered(options: AnalysisOptions, limits: Limits) {
  const words = analysisTexts.zh.notChecked;
  let files: AnalysisFile[] = [];
  let columns = 0;
  const places = new Map<string, number>();
  const notes = new Set<string>();
  const note = (line: string): void => {
    if (notes.size < MAX_NOTES) notes.add(line);
  };

  function keep(part: string, facts: TableFacts, content: readonly [ContentCode, number][] = []): void {
    // Two sheets or members may bear one name; findings are told apart by where they were.
    const seen = (places.get(part) ?? 0) + (facts.columns ? 1 : 0);
    places.set(part, seen);
    const place = seen > 1 ? `${part}#${seen}` : part;
    const name = visibleLine(within(options.name, place));
    columns += facts.columns?.length ?? 0;
    const full = files.length >= MAX_PARTS || columns > MAX_ALL_COLUMNS;
    if (files.length > MAX_PARTS) return;
    const code = full ? 'TOO_MANY_PARTS' : facts.code;
    // What is delivered bears its name; a part of it also the names of what it lies in, which are told there.
    const { content: told, ...more } = facts.more ?? {};
    const names = nameContents(place === '' || files.length === 0 ? [options.name, place] : [place]);
    const all = mergeContents([contentsOf(content), told ?? [], names]);
    files.push({
      name,
      sha256: options.sha256,
      bytes: options.bytes,
      format: facts.format,
      encoding: facts.encoding,
      rows: facts.rows,
      partly: code === null ? null : { code, rowsRead: facts.rowsRead },
      ...(facts.columns && !full ? { columns: facts.columns } : {}),
      ...more,
      ...(place === '' ? {} : { part: visibleLine(place) }),
      ...(all.length === 0 ? {} : { content: all }),
    });
    if (code === 'FORMAT_NOT_READ') note(facts.columns ? words.formatWords(name) : words.format(name));
    else if (code === 'MODEL_NOT_LOADED') note(words.model(name));
    else if (code === 'BAD_ENCODING') note(words.encoding(name));
    // Its rows were read all the same; what is missing is said with them.
    else if (code !== null && code !== 'OPENAPI_UNREADABLE' && code !== 'OPENAPI_CUT')
      note(facts.rowsRead > 0 ? words.partly(name, facts.rowsRead) : words.unread(name));
    for (const line of facts.missed) note(line);
  }

  const unread = (
    part: string,
    code: PartlyCode | UnreadableCode,
    format: FileFormat | null = null,
    content: [ContentCode, number][] = [],
  ): void => keep(part, { format, encoding: null, rows: null, missed: [], code, rowsRead: 0 }, content);

  function sinkFor(part: string, kind: 'table' | 'text', format: FileFormat = 'xlsx'): Sink {
    const content: [ContentCode, number][] = [];
    const rows = createRowSink({ ...options, name: visibleLine(within(options.name, part)) }, kind, limits, format);
    return {
      row: (cells) => {
        for (const cell of cells) limits.took(cell.length);
        return rows.row(cells);
      },
      content: (code, count) => content.push([code, count]),
      end: (problem) => keep(part, rows.result(problem), content),
    };
  }

  /** The object of a container itself: only where something in it was left out, or lies in it beside its parts. */
  function about(
    part: string,
    format: FileFormat | null,
    left: readonly string[],
    code: PartlyCode,
    content: [ContentCode, number][],
    found: Content[] = [],
  ): void {
    if (left.length === 0 && content.length === 0 && found.length === 0) return;
    const facts = { format, encoding: null, rows: null, missed: [], code: left.length === 0 ? null : code, rowsRead: 0 };
    keep(part, { ...facts, more: { content: found } }, content);
    if (left.length > 0)
      note(words.parts(visibleLine(within(options.name, part)), left.length, left.slice(0, 5).map(visibleLine).join('、')));
  }

  return {
    keep,
    unread,
    about,
    sinkFor,
    /** Nothing more is taken. */
    full: (): boolean => files.length >= MAX_PARTS || columns > MAX_ALL_COLUMNS,
    /** What came after the first so many. */
    forget: (after: number): void => {
      files = files.slice(0, after);
    },
    files: (): AnalysisFile[] => files,
    notChecked: (): string[] => [...notes],
  };
}
