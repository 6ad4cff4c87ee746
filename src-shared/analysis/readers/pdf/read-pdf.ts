// The text of a PDF line by line, and everything else in it that is delivered: attachments, annotations, values of forms, scripts, properties. Pages
// come from the library; what lies in the bytes besides is counted from the bytes.
import { tallyPeople } from '../../content/properties';
import { Tally } from '../../content/tally';
import type { Content, PartlyCode } from '../../result';
import { MAX_CELL_CHARACTERS } from '../csv';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';
import type { ContentCode } from '../sink';
import type { Budget } from '../zip';
import { ANY_INTENT, openCore, type PdfCore, PdfProblem } from './core';
import { openEncrypted } from './encryption';
import { type PdfFacts, pdfFacts } from './objects';

const MAX_PAGES = 2_000;
/** Pages after which the core forgets fonts and pages it has seen. */
const FORGET_AFTER = 50;
const MAX_NOTES = 10_000;
/** Earlier versions that are read; all are counted. */
const MAX_VERSIONS = 3;

export type PdfRead = {
  readonly problem: PartlyCode | null;
  readonly content: readonly [ContentCode, number][];
  readonly found: readonly Content[];
  /** Texts that no page shows: bookmarks, properties, notes, values, scripts, what earlier versions said. */
  readonly beside: readonly { readonly part: string; readonly lines: readonly string[] }[];
  readonly attachments: readonly (readonly [string, Uint8Array])[];
};
type Row = (line: string) => boolean;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function* cut(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += MAX_CELL_CHARACTERS) yield text.slice(at, at + MAX_CELL_CHARACTERS);
}

/** Pieces of text in the order of the page, joined to lines where the library saw their ends. */
async function linesOf(core: PdfCore, page: number): Promise<string[]> {
  // A page that is not there is told to this question only; the next one would never be answered.
  await core.ask('GetPage', { pageIndex: page });
  const chunks = await core.stream('GetTextContent', {
    pageId: page,
    pageIndex: page,
    includeMarkedContent: false,
    disableNormalization: false,
  });
  const lines: string[] = [];
  let line = '';
  for (const item of chunks.flatMap((chunk) => list(member(chunk, 'items')))) {
    const text = member(item, 'str');
    if (isText(text)) line += text;
    if (member(item, 'hasEOL') !== true) continue;
    if (line.trim() !== '') lines.push(line);
    line = '';
  }
  if (line.trim() !== '') lines.push(line);
  return lines;
}

type Notes = {
  comments: number;
  fields: number;
  readonly people: string[];
  readonly lines: string[];
  readonly files: Map<string, Uint8Array>;
};

async function readAnnotations(core: PdfCore, page: number, notes: Notes): Promise<void> {
  for (const each of list(await core.ask('GetAnnotations', { pageIndex: page, intent: ANY_INTENT })).slice(0, MAX_NOTES)) {
    const value = member(each, 'fieldValue');
    const values = Array.isArray(value) ? value.filter(isText) : isText(value) && value !== 'Off' ? [value] : [];
    const subtype = member(each, 'subtype');
    if (subtype === 'Widget') {
      if (values.length > 0) notes.fields++;
      notes.lines.push(...values);
      continue;
    }
    const said = member(member(each, 'contentsObj'), 'str');
    const link = member(each, 'unsafeUrl') ?? member(each, 'url');
    if (isText(said)) notes.lines.push(said);
    if (isText(link)) notes.lines.push(link);
    if (isText(said) && subtype !== 'Link') {
      notes.comments++;
      const by = member(member(each, 'titleObj'), 'str');
      if (isText(by)) notes.people.push(by);
    }
    keepFile(member(each, 'file'), notes.files);
  }
}

function keepFile(file: unknown, files: Map<string, Uint8Array>): void {
  const [name, content] = [member(file, 'rawFilename') ?? member(file, 'filename'), member(file, 'content')];
  if (!(content instanceof Uint8Array)) return;
  let free = isText(name) ? name : 'attachment';
  while (files.has(free)) free += '#';
  files.set(free, content);
}

function titlesOf(items: unknown, depth = 0): string[] {
  if (depth > 50) return [];
  return list(items)
    .slice(0, MAX_NOTES)
    .flatMap((item) =>
      [member(item, 'title'), member(item, 'unsafeUrl')].filter(isText).concat(titlesOf(member(item, 'items'), depth + 1)),
    );
}

/** Texts in whatever the library gives: maps, lists, objects. */
function textsIn(value: unknown, depth = 0): string[] {
  if (isText(value)) return [value];
  if (typeof value !== 'object' || value === null || depth > 5 || ArrayBuffer.isView(value)) return [];
  const inside = value instanceof Map ? [...value.values()] : Object.values(value);
  return inside.slice(0, MAX_NOTES).flatMap((each) => textsIn(each, depth + 1));
}

const PEOPLE = ['Author', 'Company', 'Manager', 'LastModifiedBy'];
const ORGANISATION = /(?:公司|集团|局|厅|委员会|中心|研究院|大学|银行|协会)$|(?:^|\W)(?:Ltd|Inc|LLC|GmbH)\.?$/iu;
const PLAIN = ['Title', 'Subject', 'Keywords'];

function properties(answer: unknown, tally: Tally): string[] {
  const [info, metadata] = list(answer);
  const custom = member(info, 'Custom');
  const xmp = member(metadata, 'parsedData') ?? member(metadata, 'rawData');
  const creators = xmp instanceof Map ? textsIn(xmp.get('dc:creator')) : [];
  const named = PEOPLE.flatMap((key) => [member(info, key), member(custom, key)]).filter(isText);
  // Whoever makes a product signs its manual; a firm is no person.
  tallyPeople(
    tally,
    [...new Set([...named, ...creators])].filter((name) => !ORGANISATION.test(name)),
  );
  return [...PLAIN.map((key) => member(info, key)).filter(isText), ...textsIn(custom), ...named];
}

/** A question that a damaged file cannot answer is left; the others are not. */
async function orNull(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch {
    return null;
  }
}

const hasEnd = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(-2_048)).includes('%%EOF');

type Pages = { readonly problem: PartlyCode | null; readonly bare: number };

async function readPages(core: PdfCore, row: Row, limits: Limits, notes: Notes): Promise<Pages> {
  let bare = 0;
  let problem: PartlyCode | null = null;
  for (let page = 0; page < core.pages; page++) {
    const late = page === MAX_PAGES ? 'TOO_MANY_PAGES' : limits.time();
    if (late !== null) return { problem: late, bare };
    const lines = await linesOf(core, page).catch((cause: unknown) => cause);
    if (!Array.isArray(lines)) problem = 'PART_NOT_READ';
    // One that does not come back would hold up every other question.
    if (lines instanceof PdfProblem && lines.kind === 'silent') return { problem, bare };
    if (!Array.isArray(lines)) continue;
    if (lines.length === 0) bare++;
    for (const line of lines) for (const piece of cut(line)) if (!row(piece)) return { problem, bare };
    await orNull(readAnnotations(core, page, notes));
    if (page % FORGET_AFTER === FORGET_AFTER - 1) await orNull(core.ask('Cleanup'));
  }
  return { problem, bare };
}

/** Lines of an earlier version that the last one no longer has. */
async function earlierLines(bytes: Uint8Array, limits: Limits, shown: ReadonlySet<string>): Promise<string[]> {
  const lines: string[] = [];
  const notes: Notes = { comments: 0, fields: 0, people: [], lines: [], files: new Map() };
  try {
    const core = await openCore(bytes.slice());
    await readPages(core, (line) => lines.push(line) < MAX_NOTES, limits, notes);
    await core.close();
  } catch {
    // A version that was never whole says nothing.
  }
  return [...lines, ...notes.lines].filter((line) => !shown.has(line));
}

/** @param bytes are the library's from now on. @throws Refusal */
export async function readPdf(bytes: Uint8Array, row: Row, limits: Limits, budget: Budget): Promise<PdfRead> {
  if (!hasEnd(bytes)) throw new Refusal('CONTAINER_BROKEN', 'end');
  const opened = openEncrypted(bytes);
  // What cannot be looked at beforehand is not given to the library; whatever names no password hides is told.
  const facts = pdfFacts(bytes, budget, opened === 'closed' ? null : opened);
  const versions = (opened === 'closed' ? [] : facts.versions).slice(-MAX_VERSIONS).map((end) => bytes.subarray(0, end));
  const notes: Notes = { comments: 0, fields: 0, people: [], lines: [], files: new Map() };
  const tally = new Tally();
  const shown = new Set<string>();
  let pages: Pages = { problem: 'ENTRY_ENCRYPTED', bare: 0 };
  let scripts: string[] = [];
  let titles: string[] = [];
  let core: PdfCore | null = null;
  try {
    if (opened === 'closed') throw new PdfProblem('encrypted', null);
    core = await openCore(bytes);
    const shownRow: Row = (line) => {
      if (facts.versions.length > 0) shown.add(line);
      return row(line);
    };
    pages = await readPages(core, shownRow, limits, notes);
    for (const file of Object.values((await orNull(core.ask('GetAttachments'))) ?? {})) keepFile(file, notes.files);
    scripts = textsIn(await orNull(core.ask('GetDocJSActions')));
    titles = [...titlesOf(await orNull(core.ask('GetOutline'))), ...properties(await orNull(core.ask('GetMetadata')), tally)];
  } catch (cause) {
    if (!(cause instanceof PdfProblem) || cause.kind !== 'encrypted') throw new Refusal('CONTAINER_BROKEN', 'pdf');
  } finally {
    await core?.close();
  }
  tallyPeople(tally, notes.people);
  for (const line of notes.lines) shown.add(line);
  const earlier: string[] = [];
  for (const version of versions) earlier.push(...(await earlierLines(version, limits, shown)));
  const beside = [
    { part: 'metadata', lines: titles },
    { part: 'annotations', lines: notes.lines },
    { part: 'scripts', lines: scripts },
    { part: 'revisions', lines: [...new Set(earlier)] },
  ];
  const known = new Set([...beside.flatMap(({ lines }) => lines), ...notes.files.keys()]);
  beside.push({ part: 'objects', lines: opened === 'closed' ? [] : [...facts.texts].filter((text) => !known.has(text)) });
  const unseen = pages.problem === null && pages.bare > 0 && facts.pictures > 0;
  return {
    problem: unseen ? 'PART_NOT_READ' : pages.problem,
    content: contentOf(facts, notes),
    found: tally.contents(),
    beside: beside.flatMap(({ part, lines }) =>
      lines.length > 0 ? [{ part, lines: lines.slice(0, MAX_NOTES).flatMap((line) => [...cut(line)]) }] : [],
    ),
    attachments: [...notes.files],
  };
}

function contentOf(facts: PdfFacts, { comments, fields, files }: Notes): [ContentCode, number][] {
  const counts: [ContentCode, number][] = [
    ['PDF_SCRIPT', facts.scripts],
    ['PDF_LAUNCH', facts.launches],
    // Embedded without a name that leads to it is embedded all the same.
    ['EMBEDDED_OBJECT', Math.max(files.size, facts.embedded)],
    ['COMMENTS', comments],
    ['FORM_VALUES', fields],
    ['REVISIONS', facts.versions.length],
    ['HIDDEN_TEXT', facts.invisible],
  ];
  return counts.filter(([, count]) => count > 0);
}
