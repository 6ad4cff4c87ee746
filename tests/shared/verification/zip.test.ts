import { concat, utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { readPackage } from '@shared/verification/zip/read-package';
import { writePackage } from '@shared/verification/zip/write-package';
import fc from 'fast-check';
import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const files = new Map([
  ['b/签名.json', utf8('{"a":1}'.repeat(50))],
  ['a.pdf', utf8('%PDF '.repeat(50))],
  ['空', new Uint8Array()],
]);
const zip = writePackage(files);
const codeOf = (bytes: Uint8Array, limits?: Parameters<typeof readPackage>[1]): string => {
  const reading = readPackage(bytes, limits);
  if (reading === null) return 'NO_ZIP';
  return reading.files.ok ? 'OK' : reading.files.code;
};

/** Changes a 16- or 32-bit field of the n-th central (or local) header. */
function patch(bytes: Uint8Array, header: 'central' | 'local' | 'end', n: number, offset: number, value: number, size: 2 | 4): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const signature = { central: 0x02014b50, local: 0x04034b50, end: 0x06054b50 }[header];
  let seen = -1;
  for (let i = 0; i + 4 <= copy.length; i++) {
    if (view.getUint32(i, true) !== signature) continue;
    seen += 1;
    if (seen !== n) continue;
    if (size === 2) view.setUint16(i + offset, value, true);
    else view.setUint32(i + offset, value, true);
    return copy;
  }
  throw new Error('no such header');
}

describe('a package we write', () => {
  it('is the same bytes every time, whatever the order of its files', () => {
    expect(sha256Hex(writePackage(new Map([...files].reverse())))).toBe(sha256Hex(zip));
  });

  it('opens in another implementation, with the names in byte order', () => {
    const opened = unzipSync(zip);
    expect(Object.keys(opened)).toEqual(['a.pdf', 'b/签名.json', '空']);
    for (const [name, bytes] of files) expect(new Uint8Array(opened[name] ?? [1])).toEqual(bytes);
  });

  it('is dated 1980-01-01, mode 0644, UTF-8, PDF stored, without extra fields', () => {
    const view = new DataView(zip.buffer);
    const start = view.getUint32(zip.length - 6, true);
    // First central header: a.pdf. Offsets of PKWARE's APPNOTE 4.3.12.
    const field = (offset: number) => view.getUint16(start + offset, true);
    expect(field(8)).toBe(0x0800);
    expect(field(10)).toBe(0);
    expect([field(12), field(14)]).toEqual([0, 0x0021]);
    expect(field(30) + field(32)).toBe(0);
    expect(view.getUint32(start + 38, true) >>> 16).toBe(0o100644);
  });

  it('reads back', () => {
    const reading = readPackage(zip);
    expect(reading?.files.ok && new Map(reading.files.value)).toEqual(files);
  });
});

describe('a package somebody else wrote', () => {
  it('is read when it keeps the rules: other order, other dates, data descriptors', () => {
    const other = zipSync(
      { 'report.pdf': strToU8('pdf'), 'entry.json': [strToU8('{}'.repeat(500)), { mtime: '2020-02-02' }] },
      { level: 3 },
    );
    expect(codeOf(other)).toBe('OK');
    const chunks: Uint8Array[] = [];
    const stream = new Zip((_, chunk) => chunks.push(chunk));
    const entry = new ZipDeflate('entry.json');
    stream.add(entry);
    entry.push(strToU8('{}'.repeat(500)), true);
    stream.end();
    expect(codeOf(concat(...chunks))).toBe('OK');
  });

  /** A package with names that our writer would refuse: written under stand-ins of the same length, then renamed in every header. */
  function named(...names: string[]): Uint8Array {
    const standIns = names.map((name, i) => String(i).padStart(utf8(name).length, 'q'));
    const bytes = Buffer.from(writePackage(new Map(standIns.map((name) => [name, utf8('xxxx')]))));
    for (const [i, standIn] of standIns.entries()) {
      for (let at = bytes.indexOf(standIn); at !== -1; at = bytes.indexOf(standIn, at + 1)) bytes.set(utf8(names[i] ?? ''), at);
    }
    return new Uint8Array(bytes);
  }

  it.each([
    ['ZIP_NAME_DUPLICATE', ['aaa', 'aaa']],
    ['ZIP_NAME_DUPLICATE', ['aaa', 'AAA']],
    ['ZIP_NAME_UNSAFE', ['../a']],
    ['ZIP_NAME_UNSAFE', ['a/../../b']],
    ['ZIP_NAME_UNSAFE', ['/a']],
    ['ZIP_NAME_UNSAFE', ['a\\b']],
    ['ZIP_NAME_UNSAFE', ['C:a']],
    ['ZIP_NAME_UNSAFE', ['a\u202eb']],
    ['ZIP_NAME_UNSAFE', ['e\u0301']],
    ['ZIP_NAME_UNSAFE', ['a//b']],
    ['ZIP_DIRECTORY_ENTRY', ['a/']],
  ])('is refused with %s for %j', (code, names) => {
    expect(codeOf(named(...names))).toBe(code);
  });

  it.each<[string, Uint8Array]>([
    ['NO_ZIP', zip.slice(0, -1)],
    ['NO_ZIP', zip.slice(0, 40)],
    ['NO_ZIP', utf8('PK')],
    ['NO_ZIP', concat(zip, utf8('x'))],
    ['ZIP_ENCRYPTED', patch(zip, 'central', 0, 8, 0x0801, 2)],
    ['ZIP_SIZE_LIES', patch(zip, 'central', 1, 24, 10, 4)],
    ['ZIP_SIZE_LIES', patch(patch(zip, 'central', 1, 24, 349, 4), 'local', 1, 22, 349, 4)],
    ['ZIP_SIZE_LIES', patch(patch(zip, 'central', 1, 24, 351, 4), 'local', 1, 22, 351, 4)],
    ['ZIP_SIZE_LIES', patch(zip, 'local', 1, 18, 1, 4)],
    ['ZIP_CORRUPT', patch(patch(zip, 'central', 1, 16, 1, 4), 'local', 1, 14, 1, 4)],
    ['ZIP_OVERLAP', patch(zip, 'central', 1, 42, 0, 4)],
    ['ZIP_TOO_LARGE', patch(zip, 'central', 1, 24, 0x7fffffff, 4)],
    ['ZIP_NAME_UNSAFE', patch(patch(zip, 'central', 1, 4, 0x0314, 2), 'central', 1, 40, 0xa1ff, 2)],
    ['ZIP_UNREADABLE', patch(zip, 'central', 1, 10, 99, 2)],
  ])('is refused with %s', (code, bytes) => {
    const found = codeOf(bytes);
    // A local header that names another file is a lie before it is an overlap.
    expect(code === 'ZIP_OVERLAP' ? ['ZIP_OVERLAP', 'ZIP_SIZE_LIES'] : [code]).toContain(found);
  });

  it('in which one file hides inside another is refused, though every header is true', () => {
    const inner = writePackage(new Map([['b.pdf', utf8('inner')]]));
    const partsOf = (whole: Uint8Array) => {
      const start = new DataView(whole.buffer).getUint32(whole.length - 6, true);
      return { local: whole.slice(0, start), central: whole.slice(start, -22), end: whole.slice(-22) };
    };
    const outer = partsOf(writePackage(new Map([['a.pdf', partsOf(inner).local]])));
    // The local header of b.pdf stands where the stored content of a.pdf begins: after its own header of 30 bytes and its name.
    const hidden = partsOf(inner).central;
    new DataView(hidden.buffer).setUint32(42, 30 + 'a.pdf'.length, true);
    const end = outer.end.slice();
    const view = new DataView(end.buffer);
    view.setUint16(8, 2, true);
    view.setUint16(10, 2, true);
    view.setUint32(12, outer.central.length + hidden.length, true);
    expect(codeOf(concat(outer.local, outer.central, hidden, end))).toBe('ZIP_OVERLAP');
  });

  it('that unpacks to more than the limits is refused before unpacking', () => {
    const bomb = writePackage(new Map([['bomb', new Uint8Array(8 * 1024 * 1024)]]));
    expect(bomb.length).toBeLessThan(20_000);
    expect(codeOf(bomb)).toBe('ZIP_TOO_LARGE');
    expect(codeOf(zip, { entries: 2, bytes: 1e9, ratio: 200 })).toBe('ZIP_TOO_LARGE');
    expect(codeOf(zip, { entries: 9, bytes: 100, ratio: 200 })).toBe('ZIP_TOO_LARGE');
  });

  it('never throws, whatever bytes are changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
        const copy = zip.slice();
        for (const [index, value] of changes) copy[index] = value;
        readPackage(copy);
      }),
      { numRuns: 500 },
    );
  });
});
