// Files cut off: at any byte a stream says how far it was read, or is whole as far as anybody can see; a container is refused. And lines without end: what
// is held of one is bounded.

import { analyse } from '@shared/analysis/analyse';
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';
import { SEEDS } from '../../faults/suites/damaged-files';
import { outcome, pack } from './readers-support';

/** Without its end none of these says anything that could be believed. */
const CONTAINERS = ['xlsx', 'docx', 'zip', 'parquet', 'pdf'];

describe('a file cut off', () => {
  const whole = (seed: (typeof SEEDS)[string][number]): Uint8Array => (seed instanceof Uint8Array ? seed : pack(seed));

  it.each(Object.keys(SEEDS).filter((format) => !CONTAINERS.includes(format)))(
    'of %s ends in rows or in a code, at any byte',
    async (format) => {
      for (const seed of SEEDS[format] ?? []) {
        const bytes = whole(seed);
        const step = Math.max(1, Math.floor(bytes.length / 150));
        for (let length = 1; length < bytes.length; length += step) {
          const seen = await outcome(bytes.subarray(0, length));
          expect([length, typeof seen === 'string' ? seen : seen.length > 0]).toEqual([
            length,
            typeof seen === 'string' ? expect.stringMatching(/^[A-Z_]+$/) : true,
          ]);
        }
      }
    },
  );

  it.each(CONTAINERS)('of %s is refused, but for a comment’s worth of bytes at its end', async (format) => {
    // Of a file with an earlier version in it that version would be left, whole.
    for (const seed of (SEEDS[format] ?? []).slice(0, format === 'pdf' ? 1 : undefined)) {
      const bytes = whole(seed);
      const step = Math.max(1, Math.floor(bytes.length / 120));
      for (let length = 8; length < bytes.length - 8; length += step)
        expect([format, length, await outcome(bytes.subarray(0, length))]).toEqual([format, length, 'CONTAINER_BROKEN']);
    }
  });

  it('in JSON says that it is broken, and keeps the rows before', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({ a: i, b: `x${i}` }));
    const text = JSON.stringify(rows);
    for (let length = 30; length < text.length; length += 13) {
      const seen = await outcome(text.slice(0, length));
      const [[, read, code] = []] = typeof seen === 'string' ? [] : seen;
      expect([length, code]).toEqual([length, 'JSON_BROKEN']);
      expect(Number(read)).toBeLessThanOrEqual(50);
    }
  });
});

describe('one line without end', () => {
  const MEBIBYTE = 1024 * 1024;
  /** @returns the first file's code, and how much was given until the reader had enough */
  async function endless(beginning: string, piece: string, most: number) {
    let given = 0;
    function* blocks() {
      yield utf8(beginning);
      const block = utf8(piece.repeat(Math.ceil(MEBIBYTE / piece.length)));
      for (; given < most; given += block.length) yield block;
    }
    const result = await analyse(blocks(), { name: 'x', sha256: 'a'.repeat(64), bytes: most });
    return { code: result.ok ? (result.value.files[0]?.partly?.code ?? null) : result.code, given };
  }

  it.each([
    ['a cell of a table', 'a,b\n1,2\n3,', 'x', 'CELL_TOO_LONG', 2],
    ['a quoted cell', 'a,b\n1,2\n3,"', 'x\n', 'CELL_TOO_LONG', 2],
    ['cells of a table', 'a,b\n1,2\n3,4', ',5', 'TOO_MANY_COLUMNS', 2],
    // A record of as many columns as are read, each as long as may be, would be half a gibibyte.
    ['long cells of a table', 'a,b\n1,2\n3,4', `,${'x'.repeat(30_000)}`, 'LINE_TOO_LONG', 20],
    ['a text', '今天没有别的事。\n', 'x。 ', 'LINE_TOO_LONG', 4],
    ['a string in JSON Lines', '{"a":1}\n{"a":"', 'x', 'JSON_LINE_UNREADABLE', 260],
    ['a string in JSON', '[{"a":1},{"a":"', 'x', 'CELL_TOO_LONG', 2],
    ['a number in JSON', '[{"a":1},{"a":1', '1', 'CELL_TOO_LONG', 2],
    ['keys in JSON', '[{"a":1},{"', 'k', 'CELL_TOO_LONG', 2],
    ['an attribute of a web page', '<!doctype html><html><body><p title="', 'x', 'LINE_TOO_LONG', 4],
  ])('%s is left in time', async (_, beginning, piece, code, most) => {
    const seen = await endless(beginning, piece, 200 * MEBIBYTE);
    expect(seen.code).toBe(code);
    expect(seen.given).toBeLessThanOrEqual(most * MEBIBYTE);
  });
});
