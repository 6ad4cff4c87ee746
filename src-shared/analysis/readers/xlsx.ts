// A workbook: its sheets, and everything beside them that is delivered without being shown. Finds carriers by what lies in the package, not by
// what the workbook admits to: a cache or a sheet that nothing refers to is still in the file. Hands rows on; knows nothing of what they mean.
import { createBesideTexts, readProperties } from './beside';
import type { ContentCode, Sink } from './sink';
import { dateStyles, linksOf, type Package, relationsOf, sharedStrings, textsOf, workbookPart } from './xlsx-parts';
import { readPivotCache, readSheet, type SheetContext } from './xlsx-sheet';
import type { Zip, ZipEntry } from './zip';

export type WorkbookHost = {
  /** @param part null: the file itself */
  readonly table: (part: string | null) => Sink;
  readonly text: (part: string) => Sink;
  /** Of the workbook as a whole. */
  readonly content: (code: ContentCode, count: number) => void;
  /** In the package, and not read. */
  readonly left: (part: string) => void;
  /** A file inside the file. */
  readonly embedded: (part: string, entry: ZipEntry) => void;
};

export const isWorkbook = (files: Package): boolean => files.has('xl/workbook.xml') || files.has('/xl/workbook.xml');

/** Layout, and what other parts were read for. Everything else in the package is a carrier. */
const KNOWN = [
  /(?:^|\/)_rels\//,
  /^\[Content_Types\]\.xml$/,
  /^xl\/(?:workbook|styles|sharedStrings|calcChain|metadata|sheetMetadata)\.xml$/,
  /^xl\/(?:theme|worksheets|chartsheets|dialogsheets|pivotTables|tables|queryTables|printerSettings|persons|featurePropertyBag)\//,
  /^xl\/charts\/(?:style|colors)\d*\.xml$/,
  /^docProps\//,
];

/** Words of DrawingML. */
const WORDS = 't';

type TextCarrier = {
  readonly of: RegExp;
  readonly code: ContentCode;
  /** Null: all. */
  readonly elements: ReadonlySet<string> | null;
  readonly attributes: ReadonlySet<string> | null;
};
const NONE: ReadonlySet<string> = new Set();
/** In this order; the last takes any XML that nobody knows. */
const CARRIERS: readonly TextCarrier[] = [
  {
    of: /^xl\/(?:comments\d*|comments\/[^/]+|threadedComments\/[^/]+)\.xml$/,
    code: 'COMMENTS',
    elements: new Set(['comment', 'text']),
    attributes: NONE,
  },
  // Points of the newer kinds of chart hold their text without a value; words (`t`) are titles.
  { of: /^xl\/charts\/[^/]+\.xml$/, code: 'CHART_CACHE', elements: new Set(['pt', 'v', WORDS]), attributes: NONE },
  { of: /^xl\/externalLinks\/[^/]+\.xml$/, code: 'EXTERNAL_CACHE', elements: new Set(['v', 'val']), attributes: NONE },
  { of: /^xl\/connections\.xml$/, code: 'CONNECTIONS', elements: null, attributes: null },
  { of: /\.(?:xml|vml)$/i, code: 'OTHER_TEXT', elements: null, attributes: null },
];
/** Words on drawings are shown, a paragraph in as many pieces as it has looks; they are read, with what is said of a picture for those who do not see it, and nothing is reported about them. */
const DRAWING = /^xl\/drawings\/[^/]+\.xml$/;
const DRAWN: TextCarrier = { of: DRAWING, code: 'OTHER_TEXT', elements: new Set(['p', WORDS]), attributes: new Set(['descr', 'title']) };
/** Parts that nobody knows keep layout in their attributes too: only what may be a number or a mailbox of a person is looked at, and no key of a part. */
const SAYING_ATTRIBUTE = /^(?!\{).*(?:\d{11}|@)/s;

function readTexts(part: string, entry: ZipEntry, { code, elements, attributes }: TextCarrier, host: WorkbookHost, shown: boolean): void {
  let sink: Sink | null = null;
  let count = 0;
  textsOf(entry, elements, attributes, (text, from, inAttribute) => {
    if (inAttribute && code === 'OTHER_TEXT' && !shown && !SAYING_ATTRIBUTE.test(text)) return true;
    sink ??= host.text(part);
    if (code !== 'CHART_CACHE' || from !== WORDS) count++;
    return sink.row([text]);
  });
  // Assigned inside the callback, which the compiler does not see.
  const told = sink as Sink | null;
  if (!shown && count > 0) told?.content(code, count);
  told?.end(null);
}

function readSheets(files: Package, host: WorkbookHost): void {
  const workbook = workbookPart(files, 'xl/workbook.xml');
  const relations = relationsOf(files, 'xl/workbook.xml');
  const target = (kind: string, usual: string): ZipEntry | undefined =>
    files.get(relations.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? usual) ?? files.get(usual);
  const readings = createBesideTexts(() => host.text('xl/sharedStrings.xml/phonetic'), true);
  const strings = sharedStrings(target('sharedStrings', 'xl/sharedStrings.xml'), readings.tell);
  const shown = new Uint8Array(strings.size());
  /** All cells were read: what none of them shows is shown by none. */
  let whole = true;
  const context: SheetContext = {
    strings: {
      text(index) {
        shown[index] = 1;
        return strings.text(index);
      },
    },
    dates: dateStyles(target('styles', 'xl/styles.xml')),
    from1904: workbook.from1904,
  };
  const listed = workbook.sheets.filter(({ part }) => !/^xl\/(?:chartsheets|dialogsheets)\//.test(part));
  const parts = new Set(listed.map(({ part }) => part));
  const orphans = [...files.keys()].filter((part) => /^xl\/worksheets\/[^/]+\.xml$/.test(part) && !parts.has(part));
  const sheets = [...listed, ...orphans.map((part) => ({ name: part, part, hidden: true }))];
  for (const { name, part, hidden } of sheets) {
    const entry = files.get(part);
    const sink = host.table(sheets.length > 1 ? name : null);
    if (!entry) {
      host.left(part === '' ? name : part);
      sink.end('PART_MISSING');
      continue;
    }
    let rows = 0;
    const beside = createBesideTexts(() => host.text(`${part}/beside`), false);
    const read = readSheet(
      entry,
      context,
      (cells) => {
        rows++;
        const more = sink.row(cells);
        whole &&= more;
        return more;
      },
      beside.tell,
    );
    whole &&= read.problem === null;
    for (const link of linksOf(files, part)) beside.tell(link);
    if (hidden) sink.content('HIDDEN_SHEET', rows);
    if (read.hiddenRows > 0) sink.content('HIDDEN_ROWS', read.hiddenRows);
    if (read.hiddenColumns > 0) sink.content('HIDDEN_COLUMNS', read.hiddenColumns);
    if (read.damaged > 0) sink.content('NUMBER_DAMAGED', read.damaged);
    if (read.reaching > 0) sink.content('FORMULA_REACHES_OUT', read.reaching);
    sink.end(read.problem);
    beside.end();
    if (read.printed.length > 0) {
      const lines = host.text(`${part}/headerFooter`);
      for (const line of read.printed) if (!lines.row([line])) break;
      lines.end(null);
    }
  }
  readings.end();
  const unshown = createBesideTexts(() => host.text('xl/sharedStrings.xml'), true);
  for (let i = 0; whole && i < shown.length; i++) if (shown[i] === 0) unshown.tell(strings.text(i));
  unshown.end();
  if (workbook.definedNames.length > 0) {
    const sink = host.text('xl/workbook.xml');
    for (const value of workbook.definedNames) if (!sink.row([value])) break;
    sink.content('DEFINED_NAMES', workbook.definedNames.length);
    sink.end(null);
  }
}

function readCaches(files: Package, host: WorkbookHost): void {
  const read = new Set<string>();
  for (const [part, entry] of files) {
    if (!/^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/.test(part)) continue;
    const records =
      relationsOf(files, part).find(({ type }) => type.endsWith('/pivotCacheRecords'))?.target ?? part.replace('Definition', 'Records');
    read.add(records);
    const sink = host.table(part);
    sink.content('PIVOT_CACHE', readPivotCache(entry, files.get(records) ?? null, sink.row));
    sink.end(null);
  }
  // Records without their definition have no field names, but they are records.
  for (const part of files.keys()) if (/^xl\/pivotCache\/pivotCacheRecords[^/]*\.xml$/.test(part) && !read.has(part)) host.left(part);
}

/** @throws Refusal */
export function readWorkbook(zip: Zip, host: WorkbookHost): void {
  const files: Package = new Map(zip.entries.filter(({ code }) => code === null).map((entry) => [entry.name.replace(/^\//, ''), entry]));
  readSheets(files, host);
  readCaches(files, host);
  readProperties(files, host.text);
  for (const [part, entry] of files) {
    if (KNOWN.some((known) => known.test(part)) || part.startsWith('xl/pivotCache/')) continue;
    if (DRAWING.test(part)) {
      readTexts(part, entry, DRAWN, host, true);
      continue;
    }
    const carrier = CARRIERS.find(({ of }) => of.test(part));
    if (carrier) readTexts(part, entry, carrier, host, false);
    else if (/^xl\/embeddings\//.test(part)) {
      host.content('EMBEDDED_OBJECT', 1);
      host.embedded(part, entry);
    } else {
      if (/vbaProject|activeX/i.test(part)) host.content('MACRO', 1);
      host.left(part);
    }
  }
  for (const { name, code } of zip.entries) if (code !== null) host.left(name);
}
