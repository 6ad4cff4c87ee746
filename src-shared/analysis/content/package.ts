// What an office package (ECMA-376) carries beside its text: properties with people, references that leave it, photographs with positions. Reads the
// package's own parts; text and tables are the readers'.
import { readXml } from '../readers/xlsx-parts';
import type { Zip, ZipEntry } from '../readers/zip';
import type { Content } from '../result';
import { pictureFacts } from './exif';
import { hostsIn } from './hosts';
import { tallyHost } from './look';
import { tallyPeople, tallyPicture } from './properties';
import { Tally } from './tally';

const PROPERTIES = /^docProps\/(?:core|app|custom)\.xml$/;
const PERSON_ELEMENTS = new Set(['creator', 'lastModifiedBy', 'Manager', 'Company']);
/** Custom properties are free; these names mean people. */
const PERSON_PROPERTY = /author|owner|editor|creator|manager|作者|编制|审核人|负责人|经办|联系人/iu;
const MEDIA = /^(?:word|xl|ppt)\/media\/[^/]+\.(?:jpe?g|png)$/i;
/** Properties of a picture stand at its beginning. */
const MAX_PICTURE = 256 * 1024;

function beginning(entry: ZipEntry): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const piece of entry.open()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= MAX_PICTURE) break;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function readProperties(entry: ZipEntry, tally: Tally): void {
  let element = '';
  let named = '';
  let text = '';
  readXml(entry, {
    open(name, attribute) {
      element = name;
      text = '';
      if (name === 'property') named = attribute('name') ?? '';
    },
    close() {
      if (PERSON_ELEMENTS.has(element) || PERSON_PROPERTY.test(named)) tallyPeople(tally, [text]);
      element = '';
      text = '';
    },
    text(piece) {
      if (element !== '' && text.length < 1_000) text += piece;
    },
  });
}

/** Those who wrote comments and changes, by element and attribute; of a sheet's comments the element's text. */
const WRITERS = /^(?:word\/(?:people|comments)|xl\/(?:persons\/[^/]+|comments\d*|comments\/[^/]+))\.xml$/;
const WRITER_ATTRIBUTES = new Set(['author', 'displayName', 'userId']);
const WRITER_ELEMENTS = new Set(['person', 'comment']);
/** Stands for a thread of comments, whose writer is told with the persons. */
const THREAD = /^tc=\{/;

function readWriters(entry: ZipEntry, tally: Tally): void {
  const writers = new Set<string>();
  let text = '';
  readXml(entry, {
    open(name, _, all) {
      text = '';
      if (!WRITER_ELEMENTS.has(name)) return;
      for (const [key, value] of all()) if (WRITER_ATTRIBUTES.has(key.slice(key.indexOf(':') + 1))) writers.add(value);
    },
    close(name) {
      if (name === 'author' && !THREAD.test(text)) writers.add(text);
    },
    text(piece) {
      if (text.length < 1_000) text += piece;
    },
  });
  tallyPeople(tally, [...writers]);
}

/** A hyperlink waits for a person; everything else that points out of the package is fetched when it is opened. */
function readRelations(entry: ZipEntry, tally: Tally, expected: readonly string[]): void {
  readXml(entry, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') !== 'External') return;
      const target = attribute('Target') ?? '';
      const type = attribute('Type') ?? '';
      for (const host of hostsIn(target)) tallyHost(tally, host, expected);
      if (!type.endsWith('/hyperlink') && target !== '') tally.add('REMOTE_PART', target, type.slice(type.lastIndexOf('/') + 1));
    },
    close: () => {},
    text: () => {},
  });
}

/** @param expected domains that the agreement names. @throws Refusal */
export function packageContents(zip: Zip, expected: readonly string[]): Content[] {
  const tally = new Tally();
  for (const entry of zip.entries) {
    if (entry.code !== null) continue;
    if (PROPERTIES.test(entry.name)) readProperties(entry, tally);
    else if (WRITERS.test(entry.name)) readWriters(entry, tally);
    else if (/(?:^|\/)_rels\/[^/]*\.rels$/.test(entry.name)) readRelations(entry, tally, expected);
    else if (MEDIA.test(entry.name)) tallyPicture(tally, pictureFacts(beginning(entry)));
  }
  return tally.contents();
}
