// ZIP without compression: the bytes of a deflate stream depend on the version of zlib, those of a stored entry do not.
import { crc32Of } from './crc32.mjs';

const DOS_DATE = 0x0021; // 1980-01-01

/** @param {readonly { name: string, bytes: Uint8Array }[]} entries @returns {Buffer} */
export function zip(entries) {
  const parts = [];
  const central = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0); // version needed
    fixed.writeUInt16LE(0x0800, 2); // names are UTF-8
    fixed.writeUInt16LE(0, 4); // stored
    fixed.writeUInt16LE(0, 6);
    fixed.writeUInt16LE(DOS_DATE, 8);
    fixed.writeUInt32LE(crc32Of(bytes), 10);
    fixed.writeUInt32LE(bytes.length, 14);
    fixed.writeUInt32LE(bytes.length, 18);
    fixed.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixed, nameBytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fixed, tail, nameBytes]));
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
