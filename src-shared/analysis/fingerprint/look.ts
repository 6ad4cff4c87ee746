// Rows of a table on their way into a fingerprint or against one.
import { failure, ok, type Result } from '../../basics/result';
import type { RowLook } from '../look';
import { isSameName, type PickedColumns, pickColumns } from '../risk/pick';
import { DigestList, type Fingerprint, type RowKey } from './fingerprint';
import { createOverlap, type Overlap } from './overlap';

export type OverlapQuestion = { readonly fingerprint: Fingerprint; readonly key: RowKey };
export type OverlapLook = {
  readonly look: Pick<RowLook, 'header' | 'row' | 'wanted'>;
  readonly picked: PickedColumns;
  readonly measure: () => Overlap;
};

export function createOverlapLook({ fingerprint, key }: OverlapQuestion): Result<OverlapLook, 'FINGERPRINT_KEY_OTHER'> {
  const counter = createOverlap(fingerprint, key);
  if (!counter.ok) return counter;
  const picked = pickColumns(fingerprint.columns);
  return ok({
    look: {
      header: picked.header,
      wanted: picked.places,
      // Columns of JSON come late, and are empty before; a table that lacks one in the end is not compared.
      row: (cells) => counter.value.add(picked.places().map((at) => cells[at] ?? '')),
    },
    picked,
    measure: counter.value.result,
  });
}

export type Collected = { readonly columns: readonly string[]; readonly digests: DigestList };
export type CollectingLook = {
  readonly look: Pick<RowLook, 'header' | 'row'>;
  /** @param told names of a table without rows, which the reader tells no look */
  readonly result: (told: readonly string[]) => Result<Collected, 'COLUMN_MISSING' | 'COLUMNS_CHANGED' | 'COLUMNS_ALIKE'>;
};

/** @param wanted null: all columns, in the order of the table */
export function createCollectingLook(wanted: readonly string[] | null, key: RowKey): CollectingLook {
  const picked = wanted ? pickColumns(wanted) : null;
  const digests = new DigestList();
  let columns: readonly string[] = wanted ?? [];
  let rows = 0;
  let changed = false;
  return {
    look: {
      header(names) {
        // Digests already made lack what came late: without named columns, which are empty before they come, the file has no one answer.
        if (rows > 0 && !picked) changed = true;
        picked?.header(names);
        if (!wanted) columns = names;
      },
      row(cells) {
        rows++;
        const places = picked?.places();
        digests.add(key.digest(places ? places.map((at) => cells[at] ?? '') : columns.map((_, at) => cells[at] ?? '')));
      },
    },
    result(told) {
      if (rows === 0) {
        picked?.header(told);
        if (!wanted) columns = told;
      }
      const missing = picked?.missing() ?? [];
      if (missing.length > 0) return failure('COLUMN_MISSING', missing.join('、'));
      if (changed) return failure('COLUMNS_CHANGED');
      // The first of two is found for either: the file would not be found in itself.
      const alike = columns.find((name, at) => columns.some((each, other) => other < at && isSameName(each, name)));
      if (alike !== undefined) return failure('COLUMNS_ALIKE');
      return ok({ columns, digests });
    },
  };
}
