// Who made a picture, with what and where: EXIF (CIPA DC-008) in JPEG and PNG, and the author in XMP and PNG texts. Reads tags, never pixels; offsets
// and counts come from the file and are followed only inside it. Anything that does not add up is read as nothing.

export type PictureFacts = {
  readonly people: readonly string[];
  /** Latitude and longitude are there. */
  readonly position: boolean;
  readonly serial: string | null;
};

const NOTHING: PictureFacts = { people: [], position: false, serial: null };
const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4_096) text += String.fromCharCode(...bytes.subarray(i, i + 4_096));
  return text;
};
const starts = (bytes: Uint8Array, at: number, text: string): boolean => latin1(bytes.subarray(at, at + text.length)) === text;

export const isPicture = (head: Uint8Array): boolean =>
  (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) || starts(head, 0, '\x89PNG\r\n\x1a\n');

const ARTIST = 0x013b;
const WINDOWS_AUTHOR = 0x9c9d;
const OWNER = 0xa430;
const SERIAL = 0xa431;
const EXIF_TABLE = 0x8769;
const GPS_TABLE = 0x8825;
const GPS_LATITUDE = 2;
const GPS_LONGITUDE = 4;
/** A table of a camera holds some dozens. */
const MAX_TAGS = 500;

type Tag = { readonly tag: number; readonly type: number; readonly count: number; readonly at: number };

/** A TIFF block, as EXIF is packed. */
function exifFacts(bytes: Uint8Array): PictureFacts {
  const little = starts(bytes, 0, 'II*\0');
  if ((!little && !starts(bytes, 0, 'MM\0*')) || bytes.length < 14) return NOTHING;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tags = (offset: number): Tag[] => {
    if (offset < 8 || offset + 2 > bytes.length) return [];
    const count = Math.min(view.getUint16(offset, little), MAX_TAGS, Math.floor((bytes.length - offset - 2) / 12));
    return Array.from({ length: Math.max(count, 0) }, (_, i) => {
      const at = offset + 2 + i * 12;
      return { tag: view.getUint16(at, little), type: view.getUint16(at + 2, little), count: view.getUint32(at + 4, little), at: at + 8 };
    });
  };
  const first = tags(view.getUint32(4, little));
  const tableAt = (tag: number): Tag[] => {
    const found = first.find((each) => each.tag === tag);
    return found ? tags(view.getUint32(found.at, little)) : [];
  };
  const textOf = ({ type, count, at }: Tag): string => {
    if ((type !== 2 && type !== 1 && type !== 129) || count > 4_096) return '';
    const from = count <= 4 ? at : view.getUint32(at, little);
    const value = bytes.subarray(from, from + count);
    const text = type === 1 ? new TextDecoder('utf-16le').decode(value) : new TextDecoder('utf-8').decode(value);
    return (text.split('\0')[0] ?? '').trim();
  };
  const exif = tableAt(EXIF_TABLE);
  const gps = tableAt(GPS_TABLE).map(({ tag }) => tag);
  const all = [...first, ...exif];
  return {
    people: all
      .filter(({ tag }) => tag === ARTIST || tag === WINDOWS_AUTHOR || tag === OWNER)
      .map(textOf)
      .filter((text) => text !== ''),
    position: gps.includes(GPS_LATITUDE) && gps.includes(GPS_LONGITUDE),
    serial:
      all
        .filter(({ tag }) => tag === SERIAL)
        .map(textOf)
        .find((text) => text !== '') ?? null,
  };
}

/** XMP (ISO 16684-1): the creator, and a position. Also of PDF. */
export function xmpFacts(text: string): PictureFacts {
  const creators = /<dc:creator>([\s\S]{0,4000}?)<\/dc:creator>/u.exec(text)?.[1] ?? '';
  const people = [...creators.matchAll(/<rdf:li[^>]{0,200}>([^<]{1,200})<\/rdf:li>/gu)].map((match) => (match[1] ?? '').trim());
  return {
    people: people.filter((name) => name !== ''),
    position: /exif:GPSLatitude/u.test(text) && /exif:GPSLongitude/u.test(text),
    serial: null,
  };
}

const merged = (all: readonly PictureFacts[]): PictureFacts => ({
  people: [...new Set(all.flatMap(({ people }) => people))],
  position: all.some(({ position }) => position),
  serial: all.map(({ serial }) => serial).find((serial) => serial !== null) ?? null,
});

function jpegFacts(bytes: Uint8Array): PictureFacts {
  const facts: PictureFacts[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number;
    // The picture itself begins; nothing that is read here comes after.
    if (marker === 0xda || marker === 0xd9) break;
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    if (length < 2) break;
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1 && starts(segment, 0, 'Exif\0\0')) facts.push(exifFacts(segment.subarray(6)));
    else if (marker === 0xe1 && starts(segment, 0, 'http://ns.adobe.com/xap/1.0/\0'))
      facts.push(xmpFacts(new TextDecoder().decode(segment.subarray(29))));
    at += 2 + length;
  }
  return merged(facts);
}

function pngFacts(bytes: Uint8Array): PictureFacts {
  const facts: PictureFacts[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = latin1(bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) break;
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'eXIf') facts.push(exifFacts(data));
    else if (kind === 'tEXt' || kind === 'iTXt') {
      const text = new TextDecoder().decode(data.subarray(0, 65_536));
      const [keyword = ''] = text.split('\0', 1);
      const value = text.slice(text.lastIndexOf('\0') + 1).trim();
      if (keyword === 'XML:com.adobe.xmp') facts.push(xmpFacts(value));
      else if (/^(?:Author|Artist)$/iu.test(keyword) && value !== '') facts.push({ ...NOTHING, people: [value] });
    }
    at += 12 + length;
  }
  return merged(facts);
}

/** @param bytes the beginning of a picture; properties stand before the picture */
export function pictureFacts(bytes: Uint8Array): PictureFacts {
  if (!isPicture(bytes)) return NOTHING;
  return bytes[0] === 0xff ? jpegFacts(bytes) : pngFacts(bytes);
}
