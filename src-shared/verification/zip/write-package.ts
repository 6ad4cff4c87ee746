// Writes our packages, the same bytes for the same files everywhere: entries in byte order of their names, deflate 9 (PDF stored), 1980-01-01,
// UTF-8 flag, mode 0644, no directories, descriptors, extra fields or comments. Two people who export one verdict can compare one hash.
import { deflateSync } from 'fflate';
import { areUniqueNames, isSafeName } from '../../attestation/names';
import { assert } from '../../basics/assertions';
import { compareBytes, concat, utf8 } from '../../basics/bytes';
import { crc32 } from './crc32';

const VERSION = 20;
const UTF8_FLAG = 0x0800;
const DOS_DATE_1980_01_01 = 0x0021;
const UNIX = 3 << 8;
const REGULAR_0644 = 0o100644;

/** @param files by name; names are safe and unique. */
export function writePackage(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const names = [...files.keys()];
  assert(names.every(isSafeName) && areUniqueNames(names), 'names in a package are safe and unique');
  const entries = [...files].map(([name, bytes]) => ({ name: utf8(name), bytes, stored: name.endsWith('.pdf') }));
  entries.sort((a, b) => compareBytes(a.name, b.name));
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, stored } of entries) {
    const data = stored ? bytes : deflateSync(bytes, { level: 9 });
    const common = [
      u16(UTF8_FLAG),
      u16(stored ? 0 : 8),
      u16(0),
      u16(DOS_DATE_1980_01_01),
      u32(crc32(bytes)),
      u32(data.length),
      u32(bytes.length),
      u16(name.length),
      u16(0),
    ];
    const local = concat(u32(0x04034b50), u16(VERSION), ...common, name, data);
    const attributes = [u16(0), u16(0), u16(0), u32(REGULAR_0644 * 0x10000), u32(offset)];
    centrals.push(concat(u32(0x02014b50), u16(UNIX | VERSION), u16(VERSION), ...common, ...attributes, name));
    locals.push(local);
    offset += local.length;
  }
  const directory = concat(...centrals);
  const count = u16(entries.length);
  return concat(...locals, directory, u32(0x06054b50), u16(0), u16(0), count, count, u32(directory.length), u32(offset), u16(0));
}

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >>> 8);
const u32 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff);
