// The text of a word-processor document, paragraph by paragraph, with what it was before: deleted text of tracked changes is still in the file,
// and so are comments. Pictures and objects are left to a person.
import { createBesideTexts, readProperties } from './beside';
import { MAX_CELL_CHARACTERS } from './csv';
import type { Sink } from './sink';
import { linksOf, type Package, readXml } from './xlsx-parts';
import type { Zip, ZipEntry } from './zip';

export const isDocument = (files: Package): boolean => files.has('word/document.xml');

export type DocumentHost = {
  readonly text: Sink;
  /** What is carried outside the paragraphs. */
  readonly beside: (part: string) => Sink;
  readonly left: (part: string) => void;
  /** A file inside the file. */
  readonly embedded: (part: string, entry: ZipEntry) => void;
};

const HEAD = /^word\/header\d*\.xml$/;
/** Attributes in which a document says something that no paragraph does: descriptions of pictures, choices and texts of forms, variables, fields. */
const SAYING: Readonly<Record<string, readonly string[]>> = {
  docPr: ['descr', 'title'],
  cNvPr: ['descr', 'title'],
  listItem: ['displayText', 'value'],
  listEntry: ['val'],
  default: ['val'],
  helpText: ['val'],
  statusText: ['val'],
  alias: ['val'],
  tag: ['val'],
  docVar: ['val'],
};
/** The instruction of a field says more than which field it is. */
const SAYING_FIELD = /"|\d{6}|@/;
const SETTINGS = 'word/settings.xml';
const TEXT = /^word\/(?:document|comments|footnotes|endnotes|header\d*|footer\d*|glossary\/document)\.xml$/;
const KNOWN = [
  /(?:^|\/)_rels\//,
  /^\[Content_Types\]\.xml$/,
  /^docProps\//,
  /^word\/(?:styles|stylesWithEffects|webSettings|fontTable|numbering|people|commentsExtended|commentsIds|commentsExtensible)\.xml$/,
  /^word\/(?:theme|glossary)\//,
];
const REVISION = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** Fields that fetch or run when the document is opened or updated. */
const ACTIVE_FIELD = /(?:^|\s)(?:DDE(?:AUTO)?|INCLUDE(?:TEXT|PICTURE)\s+\\?"?(?:https?:|\\\\))/i;

const TEXTS = new Set(['t', 'delText', 'instrText', 'delInstrText']);

type Counts = { revisions: number; comments: number; fields: number; macros: number; hidden: number };

function readPart(entry: ZipEntry, sink: Sink, counts: Counts, say: (text: string) => boolean): boolean {
  // A text box is a paragraph within a paragraph.
  const open: string[] = [];
  let inText = false;
  let inField = false;
  let hidden = false;
  let field = '';
  let going = true;
  readXml(
    entry,
    {
      open(name, attribute, all) {
        if (Object.hasOwn(SAYING, name)) {
          for (const [key, value] of all()) if (SAYING[name]?.includes(key.slice(key.indexOf(':') + 1))) say(value);
        }
        if (name === 'r') hidden = false;
        // Of a run only: the mark at the end of a paragraph may be hidden too, and has no text.
        else if (name === 'vanish') hidden = !/^(?:0|false|off)$/.test(attribute('w:val') ?? '');
        if (name === 'p') open.push('');
        else if (TEXTS.has(name)) {
          inText = true;
          inField = name === 'instrText';
        } else if (name === 'fldSimple') {
          const instruction = attribute('w:instr') ?? '';
          field += ` ${instruction}`;
          if (SAYING_FIELD.test(instruction)) say(instruction);
        } else if ((name === 'tab' || name === 'br') && open.length > 0) open.push(`${open.pop()} `);
        // Words drawn as a shape: a watermark is nothing else.
        else if (name === 'textpath' && going && attribute('string')) going = sink.row([attribute('string') ?? '']);
        else if (name === 'comment') counts.comments++;
        else if (REVISION.has(name)) counts.revisions++;
      },
      close(name) {
        if (TEXTS.has(name)) inText = inField = false;
        // An instruction may be cut into runs, and is whole at the end of its paragraph.
        if (name === 'p' && ACTIVE_FIELD.test(field)) counts.fields++;
        if (name === 'p') field = '';
        const text = name === 'p' ? open.pop() : undefined;
        if (text && going) going = sink.row([text]);
      },
      text(piece) {
        if (inField && field.length < MAX_CELL_CHARACTERS) field += piece;
        if (!inText || open.length === 0) return;
        if (hidden && piece.trim() !== '') counts.hidden++;
        hidden = false;
        const before = open.pop() as string;
        open.push(before.length < MAX_CELL_CHARACTERS ? before + piece : before);
      },
    },
    () => going,
  );
  return going;
}

/** @throws Refusal */
export function readDocument(zip: Zip, host: DocumentHost): void {
  const counts: Counts = { revisions: 0, comments: 0, fields: 0, macros: 0, hidden: 0 };
  let going = true;
  // What stands at the head of every page comes before the text, wherever it lies in the package.
  const heads = zip.entries.filter(({ name, code }) => code === null && HEAD.test(name));
  const files: Package = new Map(zip.entries.filter(({ code }) => code === null).map((entry) => [entry.name, entry]));
  const besides = createBesideTexts(() => host.beside('beside'), false);
  for (const entry of heads) going = going && readPart(entry, host.text, counts, besides.tell);
  for (const entry of zip.entries) {
    const { name, code } = entry;
    if (code !== null) host.left(name);
    else if (HEAD.test(name)) continue;
    else if (TEXT.test(name) || name === SETTINGS) going = going && readPart(entry, host.text, counts, besides.tell);
    else if (/^word\/embeddings\//.test(name)) host.embedded(name, entry);
    else if (!KNOWN.some((known) => known.test(name))) {
      if (/vbaProject|activeX/i.test(name)) counts.macros++;
      host.left(name);
    }
  }
  if (counts.revisions > 0) host.text.content('REVISIONS', counts.revisions);
  if (counts.hidden > 0) host.text.content('HIDDEN_TEXT', counts.hidden);
  if (counts.macros > 0) host.text.content('MACRO', counts.macros);
  if (counts.fields > 0) host.text.content('ACTIVE_CONTROL', counts.fields);
  if (counts.comments > 0) host.text.content('COMMENTS', counts.comments);
  host.text.end(null);
  for (const { name } of zip.entries) if (TEXT.test(name) || HEAD.test(name)) for (const link of linksOf(files, name)) besides.tell(link);
  besides.end();
  readProperties(files, host.beside);
}
