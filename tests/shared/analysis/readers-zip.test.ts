// Archives: members are files of their own, one archive may lie in another, and what lies, overlaps or swells is refused with a code.
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';
import { contents, filesOf, outcome, pack } from './readers-support';

const csv = '姓名,手机\n示例甲,13900001001\n示例乙,13900001002\n';

describe('an archive', () => {
  it('gives each member as a file, whatever its format', async () => {
    const files = await filesOf(
      pack([
        { name: 'a/表.csv', bytes: csv },
        { name: 'b.jsonl', bytes: '{"a":1}\n{"a":2}\n', stored: true },
        { name: 'd/', bytes: '' },
      ]),
      { name: 'x.zip' },
    );
    expect(files.map(({ name, part, format, rows, sha256 }) => [name, part, format, rows, sha256])).toEqual([
      ['x.zip/a/表.csv', 'a/表.csv', 'csv', 2, 'a'.repeat(64)],
      ['x.zip/b.jsonl', 'b.jsonl', 'jsonl', 2, 'a'.repeat(64)],
    ]);
    expect(files[0]?.columns?.[1]?.hits[0]).toMatchObject({ detector: 'mobile', cells: 2 });
  });

  it('may hold another, which may not hold a third', async () => {
    const inner = pack([{ name: 'a.csv', bytes: csv }]);
    const middle = pack([
      { name: 'in.zip', bytes: inner },
      { name: 'b.csv', bytes: csv },
    ]);
    expect(await outcome(middle)).toEqual([
      ['x/in.zip/a.csv', 2, null],
      ['x/b.csv', 2, null],
    ]);
    expect(await outcome(pack([{ name: 'mid.zip', bytes: middle }]))).toEqual([
      ['x/mid.zip/in.zip', null, 'NESTED_TOO_DEEP'],
      ['x/mid.zip/b.csv', 2, null],
    ]);
  });

  it('names members that are no text, and reads the others', async () => {
    const members = [
      { name: 'a.bin', bytes: new Uint8Array([1, 2, 0, 0, 0, 3, 0]) },
      { name: 'b.gz', bytes: new Uint8Array([0x1f, 0x8b, 8]) },
      { name: 'c.csv', bytes: csv },
      { name: 'd.zip', bytes: utf8('PK\x03\x04 cut') },
    ];
    expect(await outcome(pack(members))).toEqual([
      ['x/a.bin', null, 'BINARY'],
      ['x/b.gz', null, 'GZIP'],
      ['x/c.csv', 2, null],
      ['x/d.zip', null, 'CONTAINER_BROKEN'],
    ]);
  });

  it.each([['../up.csv'], ['a/../../up.csv'], ['/etc/x.csv'], ['C:\\x.csv'], ['a\\b.csv'], [`${'n'.repeat(300)}.csv`]])(
    'does not open %s, and says so',
    async (name) => {
      const files = await filesOf(
        pack([
          { name, bytes: csv },
          { name: 'b.csv', bytes: csv },
        ]),
      );
      expect(files.map((file) => [file.name, file.rows, file.partly?.code ?? null, contents(file)])).toEqual([
        ['x/b.csv', 2, null, []],
        ['x', null, 'ENTRY_NAME_UNSAFE', [['ODD_NAME', 1]]],
      ]);
    },
  );

  it.each([
    [
      'names that differ by case only',
      [
        { name: 'a.csv', bytes: csv },
        { name: 'A.csv', bytes: csv },
      ],
      'ENTRY_NAME_UNSAFE',
    ],
    [
      'a link',
      [
        { name: 'a.csv', bytes: csv },
        { name: 'b.csv', bytes: '/etc/passwd', mode: 0o120777 },
      ],
      'ENTRY_NAME_UNSAFE',
    ],
    [
      'an encrypted member',
      [
        { name: 'a.csv', bytes: csv },
        { name: 'b.csv', bytes: csv, flags: 0x801 },
      ],
      'ENTRY_ENCRYPTED',
    ],
    [
      'a method of its own',
      [
        { name: 'a.csv', bytes: csv },
        { name: 'b.csv', bytes: csv, method: 93 },
      ],
      'ENTRY_METHOD',
    ],
  ])('leaves out %s', async (_what, members, code) => {
    expect(await outcome(pack(members))).toEqual([
      ['x/a.csv', 2, null],
      ['x', null, code],
    ]);
  });

  it('is read in its directory too: comments, and names that are identifiers', async () => {
    const bytes = Buffer.from(
      pack([
        { name: 'a.csv', bytes: csv },
        { name: '示例甲13900001003.csv', bytes: csv },
      ]),
    );
    const comment = Buffer.from('电话 13900001004');
    bytes.writeUInt16LE(comment.length, bytes.length - 2);
    const files = await filesOf(new Uint8Array(Buffer.concat([bytes, comment])));
    const directory = files.find(({ part }) => part === 'directory');
    expect([files.length, contents(directory), directory?.columns?.[0]?.hits]).toMatchObject([
      3,
      [['OTHER_TEXT', 2]],
      [{ detector: 'mobile', valid: 2 }],
    ]);
  });
  it('reports bytes that its directory does not list', async () => {
    const members = ['a.csv', 'b.csv'].map((name) => ({ name, bytes: csv }));
    const files = await filesOf(pack(members, 500));
    expect(files.map((file) => [file.name, contents(file)])).toEqual([
      ['x/a.csv', []],
      ['x/b.csv', []],
      ['x', [['UNLISTED_BYTES', 1_000]]],
    ]);
  });
});

describe('an archive that lies', () => {
  const zeros = new Uint8Array(4 * 1024 * 1024);
  it.each([
    ['about a size', pack([{ name: 'a.csv', bytes: csv, size: 10 }]), [['x/a.csv', null, 'CONTAINER_BROKEN']]],
    ['about a checksum', pack([{ name: 'a.csv', bytes: csv, crc: 1 }]), [['x/a.csv', null, 'CONTAINER_BROKEN']]],
    ['about a name', pack([{ name: 'a.csv', bytes: csv, localName: 'b.csv' }]), 'CONTAINER_BROKEN'],
    [
      'with entries one over the other',
      pack([
        { name: 'a.csv', bytes: csv },
        { name: 'a.csv', bytes: csv, offset: 0 },
      ]),
      'CONTAINER_BOMB',
    ],
    ['with a member that swells', pack([{ name: 'a.csv', bytes: zeros }]), 'CONTAINER_BOMB'],
    ['with a member that swells in silence', pack([{ name: 'a.csv', bytes: zeros, size: 1_000 }]), [['x/a.csv', null, 'CONTAINER_BROKEN']]],
    ['with a bomb inside', pack([{ name: 'in.zip', bytes: pack([{ name: 'a.csv', bytes: zeros }]), stored: true }]), 'CONTAINER_BOMB'],
    [
      'with too many entries',
      pack(Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, bytes: '', stored: true }))),
      'CONTAINER_BOMB',
    ],
  ])('is refused: %s', async (_what, bytes, expected) => {
    expect(await outcome(bytes)).toEqual(expected);
  });

  it('is refused wherever it is cut', async () => {
    const whole = pack([
      { name: 'a.csv', bytes: csv },
      { name: 'b.csv', bytes: csv, stored: true },
    ]);
    for (let length = 4; length < whole.length; length++)
      expect([length, await outcome(whole.subarray(0, length))]).toEqual([length, 'CONTAINER_BROKEN']);
  });
});
