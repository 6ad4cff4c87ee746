// Fingerprints of raw data: their bytes against node:crypto and against the sample's, and what the overlap counts.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DigestList, type RowKey, readFingerprint, readKey, writeFingerprint } from '@shared/analysis/fingerprint/fingerprint';
import { createOverlap } from '@shared/analysis/fingerprint/overlap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HEX = '0b'.repeat(32);
const key = keyOf(HEX);

function keyOf(text: string): RowKey {
  const read = readKey(text);
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

function made(rows: readonly (readonly string[])[], columns = ['线路', '站点']): Uint8Array {
  const digests = new DigestList();
  for (const row of rows) digests.add(key.digest(row));
  return writeFingerprint(columns, key, digests);
}

/** The same by Node's HMAC, straight from the description of the format. */
function byNode(rows: readonly (readonly string[])[], columns: readonly string[]): Buffer {
  const secret = Buffer.from(HEX, 'hex');
  const digests = rows.map((row) => {
    const mac = createHmac('sha256', secret);
    for (const cell of row) {
      const bytes = Buffer.from(cell.normalize('NFC').trim(), 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      mac.update(length).update(bytes);
    }
    return mac.digest().subarray(0, 16);
  });
  const keyCheck = createHmac('sha256', secret).update('shiqi-fingerprint').digest('hex').slice(0, 16);
  const header = { v: 1, algorithm: 'hmac-sha256-128', columns, rows: rows.length, keyCheck };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...digests.sort(Buffer.compare)]);
}

function overlap(source: readonly (readonly string[])[], product: readonly (readonly string[])[]) {
  const fingerprint = readFingerprint(made(source));
  if (!fingerprint.ok) throw new Error(fingerprint.code);
  const counter = createOverlap(fingerprint.value, key);
  if (!counter.ok) throw new Error(counter.code);
  for (const row of product) counter.value.add(row);
  return counter.value.result();
}

describe('a fingerprint', () => {
  const rows = fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom(' a ', 'é', 'e\u0301', '')), {
    maxLength: 40,
  });

  it('has the bytes that Node makes from the description', () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(Buffer.from(made(given)).equals(byNode(given, ['线路', '站点']))).toBe(true);
      }),
    );
  });

  it('reads back what was written', () => {
    const read = readFingerprint(
      made([
        ['1', '2'],
        ['3', '4'],
      ]),
    );
    expect(read).toMatchObject({ ok: true, value: { columns: ['线路', '站点'], rows: 2, keyCheck: key.keyCheck } });
  });

  it('keeps cells apart', () => {
    expect(key.digest(['ab', 'c'])).not.toEqual(key.digest(['a', 'bc']));
    expect(key.digest(['a'])).not.toEqual(key.digest(['a', '']));
  });

  it.each<[string, (whole: Buffer) => Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['no header', (whole) => whole.subarray(whole.indexOf(10) + 1)],
    ['a digest less', (whole) => whole.subarray(0, -16)],
    ['a byte less', (whole) => whole.subarray(0, -1)],
    ['a byte more', (whole) => Buffer.concat([whole, Buffer.alloc(1)])],
    ['digests out of order', (whole) => Buffer.concat([whole.subarray(0, -32), whole.subarray(-16), whole.subarray(-32, -16)])],
    ['another algorithm', (whole) => Buffer.from(whole.toString('latin1').replace('sha256-128', 'sha256-129'), 'latin1')],
    ['a column twice', () => made([['1', '2']], ['a', 'a'])],
  ])('with %s is refused', (_name, damage) => {
    const whole = Buffer.from(
      made([
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ]),
    );
    expect(readFingerprint(damage(whole))).toMatchObject({ ok: false, code: 'FINGERPRINT_INVALID' });
  });

  it('of a later version is refused by name', () => {
    const later = Buffer.from(
      Buffer.from(made([['1', '2']]))
        .toString('latin1')
        .replace('"v":1', '"v":2'),
      'latin1',
    );
    expect(readFingerprint(later)).toEqual({ ok: false, code: 'FINGERPRINT_NEWER' });
  });

  it.each(['', '0b', `${HEX}0b`, `${HEX.slice(2)}zz`, `${HEX.slice(0, 32)} ${HEX.slice(32)}`])('takes no key %j', (text) => {
    expect(readKey(text)).toEqual({ ok: false, code: 'FINGERPRINT_KEY_INVALID' });
  });
});

describe('the overlap', () => {
  it('counts fingerprint rows in the product, and product rows in the fingerprint', () => {
    const source = [
      ['1', 'a'],
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
      ['4', 'd'],
    ];
    const product = [
      ['1', 'a '],
      ['3', 'c'],
      ['3', 'c'],
      ['9', 'z'],
    ];
    expect(overlap(source, product)).toEqual({ fingerprintRows: 5, rows: 4, equal: 3, share: 0.6, rowsEqual: 3 });
  });

  it('of nothing is nothing', () => {
    expect(overlap([], [['1', 'a']])).toEqual({ fingerprintRows: 0, rows: 1, equal: 0, share: 0, rowsEqual: 0 });
    expect(overlap([['1', 'a']], [])).toMatchObject({ equal: 0, share: 0 });
  });

  it('is not measured with another key', () => {
    const fingerprint = readFingerprint(made([['1', 'a']]));
    if (!fingerprint.ok) throw new Error(fingerprint.code);
    expect(createOverlap(fingerprint.value, keyOf('0c'.repeat(32)))).toEqual({ ok: false, code: 'FINGERPRINT_KEY_OTHER' });
  });

  it('of the bus trips is what was planted', () => {
    const folder = resolve(import.meta.dirname, '../../../resources/samples/bus-trips/v1');
    const planted = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../vectors/samples/bus-trips-v1.json'), 'utf8')).planted;
    const fingerprint = readFingerprint(readFileSync(resolve(folder, 'comparison/公交刷卡源数据.shiqi-fingerprint')));
    if (!fingerprint.ok) throw new Error(fingerprint.code);
    const counter = createOverlap(fingerprint.value, keyOf(readFileSync(resolve(folder, 'comparison/公交刷卡源数据.key'), 'utf8')));
    if (!counter.ok) throw new Error(counter.code);
    const lines = new TextDecoder('gb18030').decode(readFileSync(resolve(folder, 'product/trips.csv'))).split(/\r?\n/);
    const header = (lines[0] ?? '').split(',');
    const at = fingerprint.value.columns.map((name) => header.indexOf(name));
    for (const line of lines.slice(1)) {
      if (line === '') continue;
      const cells = line.split(',');
      counter.value.add(at.map((c) => cells[c] ?? ''));
    }
    const { rows, equal } = planted.fingerprint;
    expect(counter.value.result()).toMatchObject({ fingerprintRows: rows, equal, share: equal / rows });
  });
});
