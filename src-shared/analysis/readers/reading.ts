// One delivered file being read, with everything in it: decides by content which reader a piece goes to, follows containers one level down, and
// hands on what was read of each. Owns the limits; the judging of cells is the tables'.
import { analysisTexts } from '../../texts/analysis';
import { isPicture, pictureFacts } from '../content/exif';
import { expectedHosts } from '../content/hosts';
import { packageContents } from '../content/package';
import { tallyPicture } from '../content/properties';
import { mergeContents, Tally } from '../content/tally';
import { inspectText } from '../detectors/inspect';
import type { AnalysisOptions } from '../options';
import type { AnalysisFile, UnreadableCode } from '../result';
import { visibleLine } from '../visible-line';
import { createBesideTexts } from './beside';
import { MAX_CELL_CHARACTERS } from './csv';
import { described } from './described';
import { isDocument, readDocument } from './docx';
import { createGathered, within } from './gathered';
import { createLimits } from './limits';
import { readModel } from './model';
import { readOldOffice } from './old-office';
import { readHtml } from './read-html';
import { readJson } from './read-json';
import { readTable, readText } from './read-table';
import { Refusal } from './refusal';
import { createRowSink } from './row-sink';
import type { ContentCode, Sink } from './sink';
import { isShifted, type Sniffed, sniff, utf16 } from './sniff';
import { BLOCK, type ByteSource, blocks, MAX_CONTAINER, prepend, transcoded, wholeOf } from './source';
import { boundedText } from './text-budget';
import { isWorkbook, readWorkbook } from './xlsx';
import { newBudget, openZip, type Zip, type ZipEntry } from './zip';

/** A file in a container, and a container in a container; no further. */
const MAX_NESTING = 2;
export type Reading = {
  /** @returns why nothing of it was read, or null. @throws Refusal */
  read(input: ByteSource): Promise<UnreadableCode | null>;
  readonly files: () => AnalysisFile[];
  readonly notChecked: () => string[];
};

/** ODF 1.3, part 2, 3.3: the first member says what the package is. */
const isOpenDocument = ({ entries: [first] }: Zip): boolean => first?.name === 'mimetype';

export function createReading(options: AnalysisOptions): Reading {
  const words = analysisTexts.zh.notChecked;
  const limits = createLimits(options);
  const budget = newBudget();
  const expected = expectedHosts(options.agreement?.recipients ?? []);
  const gathered = createGathered(options, limits);
  const { keep, unread, about, sinkFor } = gathered;

  const today = options.today?.replaceAll('-', '') ?? null;
  const isIdentifier = (name: string): boolean => /\d{8}|@/.test(name) && inspectText(name, today).some((look) => look.valid);

  /** A part that cannot be read takes nothing else with it, unless it is a trap. */
  async function member(entry: { readonly open: () => ByteSource }, part: string, depth: number): Promise<void> {
    const before = gathered.files().length;
    try {
      const refused = await read(entry.open(), part, depth);
      if (refused) unread(part, refused);
    } catch (cause) {
      if (!(cause instanceof Refusal) || cause.code === 'CONTAINER_BOMB') throw cause;
      gathered.forget(before);
      unread(part, cause.code);
    }
  }

  async function workbook(zip: Zip, bytes: number, part: string, depth: number): Promise<void> {
    const left: string[] = [];
    const content: [ContentCode, number][] = zip.unlisted > 0 ? [['UNLISTED_BYTES', zip.unlisted]] : [];
    const embedded: [string, ZipEntry][] = [];
    const bounded = boundedText(bytes);
    readWorkbook(zip, {
      table: (sheet) => bounded(sinkFor(sheet === null ? part : within(part, sheet), 'table')),
      text: (inside) => bounded(sinkFor(within(part, inside), 'text')),
      content: (code, count) => content.push([code, count]),
      left: (inside) => left.push(inside),
      embedded: (inside, entry) => embedded.push([inside, entry]),
    });
    for (const [inside, entry] of embedded) await member(entry, within(part, inside), depth + 1);
    about(part, 'xlsx', left, 'PART_NOT_READ', content, packageContents(zip, expected));
  }

  async function document(zip: Zip, part: string, depth: number): Promise<void> {
    const left: string[] = [];
    const content: [ContentCode, number][] = zip.unlisted > 0 ? [['UNLISTED_BYTES', zip.unlisted]] : [];
    const embedded: [string, ZipEntry][] = [];
    readDocument(zip, {
      text: sinkFor(part, 'text', 'docx'),
      beside: (inside) => sinkFor(within(part, inside), 'text', 'docx'),
      left: (inside) => left.push(inside),
      embedded: (inside, entry) => {
        content.push(['EMBEDDED_OBJECT', 1]);
        embedded.push([inside, entry]);
      },
    });
    for (const [inside, entry] of embedded) await member(entry, within(part, inside), depth + 1);
    about(part, 'docx', left, 'PART_NOT_READ', content, packageContents(zip, expected));
  }

  async function archive(zip: Zip, part: string, depth: number): Promise<void> {
    const left = zip.entries.filter(({ code }) => code !== null);
    for (const entry of zip.entries) if (entry.code === null) await member(entry, within(part, entry.name), depth + 1);
    const odd = left.filter(({ code }) => code === 'ENTRY_NAME_UNSAFE').length;
    const content: [ContentCode, number][] = [];
    if (odd > 0) content.push(['ODD_NAME', odd]);
    if (zip.unlisted > 0) content.push(['UNLISTED_BYTES', zip.unlisted]);
    // The directory is delivered too: comments in it, and names that are identifiers.
    const written = createBesideTexts(() => sinkFor(within(part, 'directory'), 'text', 'text'), true);
    for (const text of zip.comments) written.tell(text);
    for (const { name } of zip.entries) if (isIdentifier(name)) written.tell(name);
    written.end();
    const names = left.map(({ name }) => name);
    // Its members were read one by one, which is not what it says as a whole.
    if (isOpenDocument(zip)) names.push('content.xml');
    about(part, null, names, left[0]?.code ?? (isOpenDocument(zip) ? 'FORMAT_NOT_READ' : 'PART_NOT_READ'), content);
  }

  const announced = (part: string): number => (part === '' ? options.bytes : 0);

  async function container(source: ByteSource, part: string, depth: number): Promise<void> {
    if (depth >= MAX_NESTING) return unread(part, 'NESTED_TOO_DEEP');
    const bytes = await wholeOf(source, MAX_CONTAINER, announced(part));
    const zip = openZip(bytes, budget);
    const names = new Map(zip.entries.map((entry) => [entry.name, entry]));
    if (isWorkbook(names)) return workbook(zip, bytes.length, part, depth);
    if (isDocument(names)) return document(zip, part, depth);
    return archive(zip, part, depth);
  }

  /** The readers of large formats come when the first file of their kind does: nothing else has to wait for them. */
  async function parquet(source: ByteSource, part: string): Promise<void> {
    const { readParquet } = await import('./parquet/read-parquet');
    const named = { ...options, name: visibleLine(within(options.name, part)) };
    const { facts, content, beside } = readParquet(await wholeOf(source, MAX_CONTAINER, announced(part)), named, limits, budget);
    keep(part, facts, content);
    if (beside.length === 0) return;
    const sink = sinkFor(within(part, 'metadata'), 'text', 'parquet');
    for (const text of beside) if (!sink.row([text.slice(0, MAX_CELL_CHARACTERS)])) break;
    sink.end(beside.some((text) => text.length > MAX_CELL_CHARACTERS) ? 'CELL_TOO_LONG' : null);
  }

  async function pdf(source: ByteSource, part: string, depth: number): Promise<void> {
    const bytes = await wholeOf(source, MAX_CONTAINER, announced(part));
    const { readPdf } = await import('./pdf/read-pdf');
    const rows = createRowSink({ ...options, name: visibleLine(within(options.name, part)) }, 'text', limits, 'pdf');
    const tell = (line: string): boolean => {
      limits.took(line.length);
      return rows.row([line]);
    };
    const { problem, content, found, beside, attachments } = await readPdf(bytes, tell, limits, budget);
    const facts = rows.result(problem);
    const all = mergeContents([facts.more?.content ?? [], found]);
    keep(part, { ...facts, more: { ...facts.more, content: all }, missed: [words.pdf(visibleLine(within(options.name, part)))] }, content);
    for (const { part: inside, lines } of beside) {
      const sink = sinkFor(within(part, inside), 'text', 'pdf');
      for (const line of lines) if (!sink.row([line])) break;
      sink.end(null);
    }
    for (const [name, attached] of attachments) {
      if (depth >= MAX_NESTING) unread(within(part, name), 'NESTED_TOO_DEEP');
      else await member({ open: () => [attached] }, within(part, name), depth + 1);
    }
  }

  /** What a page carries beside what it shows is told apart, as it is in a document. */
  async function html(
    kind: Extract<Sniffed, { kind: 'html' }>,
    source: AsyncGenerator<Uint8Array>,
    part: string,
  ): Promise<UnreadableCode | null> {
    const rows = createRowSink({ ...options, name: visibleLine(within(options.name, part)) }, 'text', limits, 'text');
    const besides = new Map<string, Sink>();
    const beside = (inside: string): Sink => {
      const sink = besides.get(inside) ?? sinkFor(within(part, inside), 'text', 'text');
      besides.set(inside, sink);
      return sink;
    };
    const page = await readHtml(kind, source, limits, {
      line: (text) => rows.row([text]),
      beside: (inside, text) => beside(inside).row([text]),
    });
    if (page === null) return 'BINARY';
    keep(part, { ...rows.result(page.problem), encoding: page.encoding }, page.content);
    for (const sink of besides.values()) sink.end(null);
    return null;
  }

  /** Of a photograph only its properties are read, which stand in its first block; what it shows is for a person. */
  function picture(head: Uint8Array, part: string): void {
    const tally = new Tally();
    tallyPicture(tally, pictureFacts(head));
    const more = { content: tally.contents() };
    keep(part, { format: null, encoding: null, rows: null, more, missed: [], code: 'FORMAT_NOT_READ', rowsRead: 0 });
  }

  /** @param part where it lies inside the delivered file, '' for the file itself */
  async function read(input: ByteSource, part: string, depth: number): Promise<UnreadableCode | null> {
    if (gathered.full()) {
      unread(part, 'TOO_MANY_PARTS');
      return null;
    }
    let source = blocks(input);
    let head = (await source.next()).value ?? new Uint8Array();
    const wide = utf16(head);
    let damaged = false;
    if (wide) {
      const onDamage = (): void => {
        damaged = true;
      };
      source = blocks(transcoded(prepend(head, source), wide.encoding, wide.skip, onDamage));
      head = (await source.next()).value ?? new Uint8Array();
    }
    if (isPicture(head)) {
      await source.return(undefined);
      picture(head, part);
      return null;
    }
    const kind = sniff(head, head.length < BLOCK, wide?.encoding ?? null);
    if (kind.kind === 'refused' || kind.kind === 'unread') {
      await source.return(undefined);
      if (kind.kind === 'refused') return kind.code;
      unread(part, 'FORMAT_NOT_READ', kind.format);
      return null;
    }
    const whole = prepend(head, source);
    if (kind.kind === 'container') {
      await container(whole, part, depth);
      return null;
    }
    if (kind.kind === 'parquet') {
      await parquet(whole, part);
      return null;
    }
    if (kind.kind === 'pdf') {
      await pdf(whole, part, depth);
      return null;
    }
    const cut = limits.within(whole);
    const inStripes = part === '' ? (options.inStripes ?? null) : null;
    const named = { ...options, inStripes, name: visibleLine(within(options.name, part)) };
    if (kind.kind === 'model') {
      const model = await readModel(kind.model, cut, named, limits);
      if (!model.ok) return model.code;
      keep(part, model.value.facts, model.value.content);
      return null;
    }
    if (kind.kind === 'old-office') {
      const old = await readOldOffice(cut, named, limits);
      if (!old.ok) return old.code;
      keep(part, old.value);
      return null;
    }
    if (kind.kind === 'html') return html(kind, cut, part);
    damaged ||= isShifted(head);
    const more = described(head, cut, named, kind.kind === 'json');
    const facts = await readRows(kind, more.bytes, more.options);
    if (!facts.ok) return facts.code;
    const told = await more.finish(facts.value);
    keep(part, damaged && told.code === null ? { ...told, code: 'BAD_ENCODING' } : told);
    const replies = more.replies();
    if (replies.length > 0) await read([replies], within(part, 'replies'), depth);
    return null;
  }

  function readRows(
    kind: Extract<Sniffed, { kind: 'json' | 'table' | 'text' }>,
    whole: AsyncGenerator<Uint8Array>,
    named: AnalysisOptions,
  ) {
    if (kind.kind === 'json') return readJson(kind, whole, named, limits);
    return kind.kind === 'table' ? readTable(kind, whole, named, limits) : readText(kind, whole, named, limits);
  }

  /** A delivered file without any object would be silence: an archive or a workbook with nothing in it has one of its own. */
  async function whole(input: ByteSource): Promise<UnreadableCode | null> {
    const refused = await read(input, '', 0);
    if (refused === null && gathered.files().length === 0)
      keep('', { format: null, encoding: null, rows: null, missed: [], code: null, rowsRead: 0 });
    return refused;
  }

  return { read: whole, files: gathered.files, notChecked: gathered.notChecked };
}
