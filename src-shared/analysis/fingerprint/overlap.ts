// How much of the raw data stands in a product, row by row, against a fingerprint. A row is equal when all the fingerprint's columns are; which
// rows may be equal for a good reason (a code table) is for a person.
import { failure, ok, type Result } from '../../basics/result';
import { DIGEST_BYTES, type Fingerprint, type RowKey } from './fingerprint';

export type Overlap = {
  readonly fingerprintRows: number;
  /** Rows of the product. */
  readonly rows: number;
  /** Fingerprint rows that stand in the product. */
  readonly equal: number;
  /** `equal` / `fingerprintRows`, 0 for an empty fingerprint. */
  readonly share: number;
  /** Product rows that are rows of the fingerprint. */
  readonly rowsEqual: number;
};

export type OverlapCounter = {
  /** Cells in the order of the fingerprint's columns. */
  readonly add: (cells: readonly string[]) => void;
  readonly result: () => Overlap;
};

export function createOverlap(fingerprint: Fingerprint, key: RowKey): Result<OverlapCounter, 'FINGERPRINT_KEY_OTHER'> {
  if (key.keyCheck !== fingerprint.keyCheck) return failure('FINGERPRINT_KEY_OTHER');
  const { digests } = fingerprint;
  const found = new Uint8Array(fingerprint.rows);
  let rows = 0;
  let rowsEqual = 0;

  function order(row: number, digest: Uint8Array): number {
    for (let i = 0; i < DIGEST_BYTES; i++) {
      const difference = (digests[row * DIGEST_BYTES + i] as number) - (digest[i] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** First fingerprint row that is not below the digest. */
  function lowest(digest: Uint8Array): number {
    let [low, high] = [0, fingerprint.rows];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (order(middle, digest) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return ok({
    add(cells) {
      rows++;
      const digest = key.digest(cells);
      const first = lowest(digest);
      if (first === fingerprint.rows || order(first, digest) !== 0) return;
      rowsEqual++;
      // A source row that comes several times is several fingerprint rows; they are marked once.
      for (let at = first; at < fingerprint.rows && found[at] === 0 && order(at, digest) === 0; at++) found[at] = 1;
    },
    result() {
      const equal = found.reduce((sum, each) => sum + each, 0);
      return { fingerprintRows: fingerprint.rows, rows, equal, share: fingerprint.rows === 0 ? 0 : equal / fingerprint.rows, rowsEqual };
    },
  });
}
