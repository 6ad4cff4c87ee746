// The text of a word-processor document, paragraph by paragraph, with what it was before: deleted text of tracked changes is still in the file,
// and so are comments. Pictures and objects are left to a person.
import { MAX_CELL_CHARACTERS } from './csv';
import type { Sink } from './xlsx';
import { type Package, readXml } from './xlsx-parts';
import type { Zip, ZipEntry } from './zip';

export const isDocument = (files: Package): boolean => files.has('word/document.xml');

export type DocumentHost = {
  readonly text: Sink;
  readonly left: (part: string) => void;
  /** A file inside the file. */
  readonly embedded: (part: string, entry: ZipEntry) => void;
};

const HEAD = /^word\/header\d*\.xml$/;
const TEXT = /^word\/(?:document|comments|footnotes|endnotes|header\d*|footer\d*|glossary\/document)\.xml$/;
const KNOWN = [
  /(?:^|\/)_rels\//,
  /^\[Content_Types\]\.xml$/,
  /^docProps\//,
  /^word\/(?:styles|stylesWithEffects|settings|webSettings|fontTable|numbering|people|commentsExtended|commentsIds|commentsExtensible)\.xml$/,
  /^word\/(?:theme|glossary)\//,
];
const REVISION = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** Fields that fetch or run when the document is opened or updated. */
const ACTIVE_FIELD = /(?:^|\s)(?:DDE(?:AUTO)?|INCLUDE(?:TEXT|PICTURE)\s+\\?"?(?:https?:|\\\\))/i;

type Counts = { revisions: number; comments: number; fields: number; macros: number; hidden: number };

function readPart(entry: ZipEntry, sink: Sink, counts: Counts): boolean {
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
      open(name, attribute) {
        if (name === 'r') hidden = false;
        // Of a run only: the mark at the end of a paragraph may be hidden too, and has no text.
        else if (name === 'vanish') hidden = !/^(?:0|false|off)$/.test(attribute('w:val') ?? '');
        if (name === 'p') open.push('');
        else if (name === 't' || name === 'delText' || name === 'instrText') {
          inText = true;
          inField = name === 'instrText';
        } else if (name === 'fldSimple') field += ` ${attribute('w:instr') ?? ''}`;
        else if ((name === 'tab' || name === 'br') && open.length > 0) open.push(`${open.pop()} `);
        // Words drawn as a shape: a watermark is nothing else.
        else if (name === 'textpath' && going && attribute('string')) going = sink.row([attribute('string') ?? '']);
        else if (name === 'comment') counts.comments++;
        else if (REVISION.has(name)) counts.revisions++;
      },
      close(name) {
        if (name === 't' || name === 'delText' || name === 'instrText') inText = inField = false;
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
  for (const entry of heads) going = going && readPart(entry, host.text, counts);
  for (const entry of zip.entries) {
    const { name, code } = entry;
    if (code !== null) host.left(name);
    else if (HEAD.test(name)) continue;
    else if (TEXT.test(name)) going = going && readPart(entry, host.text, counts);
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
}
