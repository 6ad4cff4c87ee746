import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concat, utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { readPackage } from '@shared/verification/zip/read-package';
import { writePackage } from '@shared/verification/zip/write-package';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

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

const folder = mkdtempSync(join(tmpdir(), 'shiqi-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

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

  it('opens in another implementation, with the names in byte order, dated 1980-01-01, mode 0644, PDF stored', () => {
    writeFileSync(at('x.zip'), zip);
    expect(execFileSync('unzip', ['-tq', at('x.zip')], { encoding: 'utf8' })).toContain('No errors');
    const python = `import zipfile,json
z=zipfile.ZipFile(${JSON.stringify(at('x.zip'))})
print(json.dumps([[i.filename,i.date_time,i.compress_type,oct(i.external_attr>>16),i.flag_bits,len(i.extra),z.read(i).decode()[:9]] for i in z.infolist()]))`;
    const listing = JSON.parse(execFileSync('python3', ['-c', python], { encoding: 'utf8' })) as unknown[][];
    expect(listing.map(([name]) => name)).toEqual(['a.pdf', 'b/签名.json', '空']);
    expect(listing.map(([, date]) => date)).toEqual(Array(3).fill([1980, 1, 1, 0, 0, 0]));
    expect(listing.map(([, , method]) => method)).toEqual([0, 8, 8]);
    for (const [, , , mode, flags, extra] of listing) expect([mode, flags, extra]).toEqual(['0o100644', 0x800, 0]);
  });

  it('reads back', () => {
    const reading = readPackage(zip);
    expect(reading?.files.ok && new Map(reading.files.value)).toEqual(files);
  });
});

describe('a package somebody else wrote', () => {
  it('is read when it keeps the rules: other order, other dates, data descriptors', () => {
    writeFileSync(at('report.pdf'), 'pdf');
    writeFileSync(at('entry.json'), '{}'.repeat(500));
    execFileSync('zip', ['-q', '-X', 'other.zip', 'report.pdf', 'entry.json'], { cwd: folder });
    expect(codeOf(readFileSync(at('other.zip')))).toBe('OK');
    const streamed = `import zipfile,sys
class Pipe:
    def write(self, b): return sys.stdout.buffer.write(b)
    def flush(self): pass
with zipfile.ZipFile(Pipe(), 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('entry.json', '{}'*500)`;
    expect(codeOf(execFileSync('python3', ['-c', streamed]))).toBe('OK');
  });

  const named = (...names: string[]): Uint8Array => {
    const python = `import zipfile,warnings
warnings.simplefilter('ignore')
z=zipfile.ZipFile(${JSON.stringify(at('n.zip'))},'w',zipfile.ZIP_DEFLATED)
for n in ${JSON.stringify(names)}:
    z.writestr(n,'x'*10)
z.close()`;
    execFileSync('python3', ['-c', python]);
    return readFileSync(at('n.zip'));
  };

  it.each([
    ['ZIP_NAME_DUPLICATE', ['a', 'a']],
    ['ZIP_NAME_DUPLICATE', ['a', 'A']],
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

  it('that overlaps itself is refused even when every header agrees', () => {
    const one = writePackage(new Map([['a', utf8('x'.repeat(400))]]));
    const view = new DataView(one.buffer);
    const start = view.getUint32(one.length - 6, true);
    const central = one.slice(start, one.length - 22);
    const second = central.slice();
    // Same local header under a second directory entry: the name must differ to be no duplicate, so it is the overlap that is caught.
    const doubled = concat(one.slice(0, start), central, second, one.slice(-22));
    const end = new DataView(doubled.buffer, doubled.length - 22);
    end.setUint16(8, 2, true);
    end.setUint16(10, 2, true);
    end.setUint32(12, central.length * 2, true);
    expect(['ZIP_NAME_DUPLICATE', 'ZIP_OVERLAP']).toContain(codeOf(doubled));
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
