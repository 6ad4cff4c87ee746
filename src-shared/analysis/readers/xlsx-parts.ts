// The parts of a workbook that other parts refer to: sheets by name, shared strings, number formats, relationships, caches of pivot tables. Reads
// one part at a time from the package; knows nothing of tables. Whatever is in a part and is not understood is left to whoever asks for its text.
import { MAX_CELL_CHARACTERS } from './csv';
import { Refusal } from './refusal';
import { createShelf, type Shelf } from './shelf';
import { isDateFormat } from './xlsx-values';
import { createXmlReader, type XmlEvents } from './xml';
import type { ZipEntry } from './zip';

export type Package = ReadonlyMap<string, ZipEntry>;

function decoderFor(first: Uint8Array): TextDecoderShape {
  const wide = first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(wide, { fatal: true });
}

/** Reads a part to its end, or until `more` says no. @throws Refusal */
export function readXml(entry: ZipEntry, events: XmlEvents, more: () => boolean = () => true): void {
  const push = createXmlReader(events);
  let decoder: TextDecoderShape | null = null;
  const decode = (bytes?: Uint8Array): string => {
    try {
      decoder ??= decoderFor(bytes ?? new Uint8Array());
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new Refusal('CONTAINER_BROKEN', 'encoding');
    }
  };
  for (const piece of entry.open()) {
    push(decode(piece));
    if (!more()) return;
  }
  push(decode());
  push(null);
}

const nothing = (): void => {};

export type Relation = { readonly id: string; readonly type: string; readonly target: string };
/** Of `xl/workbook.xml` and the like; targets as names in the package. What points out of it is left out. */
export function relationsOf(files: Package, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = files.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: Relation[] = [];
  if (!entry) return found;
  readXml(entry, {
    open(name, attribute) {
      const target = attribute('Target');
      if (name !== 'Relationship' || target === null || attribute('TargetMode') === 'External') return;
      found.push({ id: attribute('Id') ?? '', type: attribute('Type') ?? '', target: resolved(folder, target) });
    },
    close: nothing,
    text: nothing,
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export type SheetListed = { readonly name: string; readonly part: string; readonly hidden: boolean };
export type WorkbookPart = { readonly sheets: SheetListed[]; readonly from1904: boolean; readonly definedNames: string[] };

export function workbookPart(files: Package, part: string): WorkbookPart {
  const entry = files.get(part);
  if (!entry) throw new Refusal('CONTAINER_BROKEN', 'workbook');
  const relations = new Map(relationsOf(files, part).map(({ id, target }) => [id, target]));
  const sheets: SheetListed[] = [];
  const definedNames: string[] = [];
  let from1904 = false;
  let named: string | null = null;
  readXml(entry, {
    open(name, attribute, all) {
      if (name === 'workbookPr') from1904 = isTrue(attribute('date1904'));
      if (name === 'definedName') {
        named = attribute('name')?.startsWith('_xlnm.') ? null : '';
        const said = attribute('comment');
        if (said) definedNames.push(said.slice(0, MAX_CELL_CHARACTERS));
      }
      if (name !== 'sheet') return;
      const id = [...all()].find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const state = attribute('state') ?? 'visible';
      sheets.push({ name: attribute('name') ?? '', part: relations.get(id) ?? '', hidden: state !== 'visible' });
    },
    close(name) {
      // A name for a range shows nothing that its cells do not; a name for a value holds it.
      if (name === 'definedName' && named && !/^[^"{]*![$A-Z0-9:,]+$/.test(named)) definedNames.push(named.slice(0, MAX_CELL_CHARACTERS));
      if (name === 'definedName') named = null;
    },
    text(text) {
      if (named !== null) named += text;
    },
  });
  return { sheets, from1904, definedNames };
}

export const isTrue = (value: string | null): boolean => value === '1' || value === 'true';

/** Kana, and letters with their tones: what stands above characters to be read aloud. */
const ONLY_SOUNDS = /^[\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Latin}\p{M}\u30fc\s'’·-]*$/u;

/** @param spoken is told what stands above characters and is more than how they sound */
export function sharedStrings(entry: ZipEntry | undefined, spoken: (text: string) => void): Shelf {
  const shelf = createShelf();
  if (!entry) return shelf;
  let text = '';
  let inText = false;
  let phonetic = false;
  let reading = '';
  readXml(entry, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
      if (name === 't') reading = '';
    },
    close(name) {
      if (name === 'rPh') phonetic = false;
      if (name === 't') inText = false;
      if (name === 't' && phonetic && !ONLY_SOUNDS.test(reading)) spoken(reading);
      if (name === 'si') shelf.add(text);
    },
    text(piece) {
      if (inText) text += piece;
      else if (phonetic) reading += piece;
    },
  });
  return shelf;
}

/** By the index of a cell's style: its numbers are dates. */
export function dateStyles(entry: ZipEntry | undefined): readonly boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  if (!entry) return styles;
  readXml(entry, {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attribute('numFmtId') ?? 0);
      styles.push(isDateFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text: nothing,
  });
  return styles;
}

/** Where hyperlinks of a part lead outside, as far as a number or an address of a person may be in it. Hosts are told with the package. */
export function linksOf(files: Package, part: string): string[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = files.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: string[] = [];
  if (!entry) return found;
  readXml(entry, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') !== 'External' || !attribute('Type')?.endsWith('/hyperlink')) return;
      const target = (attribute('Target') ?? '').replace(/^https?:\/\/[^/?#]*\/?/i, '');
      if (/\d{6}|@/.test(target)) found.push(target.slice(0, MAX_CELL_CHARACTERS));
    },
    close: nothing,
    text: nothing,
  });
  return found;
}

/**
 * Texts under the named elements, one a piece; of attributes too where they are asked for.
 * @param elements null: of all; @param attributes null: of all
 * @param tell is given the outermost of the named elements, or the name of an attribute
 */
export function textsOf(
  entry: ZipEntry,
  elements: ReadonlySet<string> | null,
  attributes: ReadonlySet<string> | null,
  tell: (text: string, from: string, inAttribute: boolean) => boolean,
): void {
  let text = '';
  let outermost = '';
  let depth = 0;
  let going = true;
  const out = () => {
    if (text.trim() !== '') going = tell(text.slice(0, MAX_CELL_CHARACTERS), outermost, false) && going;
    text = '';
  };
  readXml(
    entry,
    {
      open(name, _attribute, all) {
        if (elements === null || elements.has(name)) {
          if (depth === 0) outermost = name;
          depth++;
        }
        if (elements === null) out();
        if (attributes?.size === 0) return;
        for (const [key, value] of all()) {
          const asked = attributes === null ? !key.startsWith('xmlns') && value.length > 3 : attributes.has(key) && value !== '';
          if (asked) going = tell(value.slice(0, MAX_CELL_CHARACTERS), key, true) && going;
        }
      },
      close(name) {
        if (elements !== null && !elements.has(name)) return;
        depth--;
        if (elements === null || depth === 0) out();
      },
      text(piece) {
        if (depth > 0 && text.length < MAX_CELL_CHARACTERS) text += piece;
      },
    },
    () => going,
  );
}
