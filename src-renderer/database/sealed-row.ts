// One row at rest: cipher id, nonce, XChaCha20-Poly1305 box. The place of the row (database, table, id, schema version) is authenticated
// with it, so a row copied to another id, table or database does not open. An older box of the same row does: that is not detected here.
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { randomBytes } from '@noble/ciphers/utils.js';
import { concat, utf8 } from '@shared/basics/bytes';
import { CodedError } from '@shared/basics/coded-error';

/** First byte of every box; another cipher gets another number and old rows stay readable. */
const XCHACHA20_POLY1305 = 1;
const NONCE_BYTES = 24;
const TAG_BYTES = 16;

export type RowPlace = { readonly database: string; readonly table: string; readonly id: string; readonly schemaVersion: number };
export type SealedRow = { readonly id: string; readonly box: Uint8Array<ArrayBuffer> };
export type RowErrorCode = 'ROW_SWAPPED_OR_WRONG_KEY' | 'ROW_CIPHER_UNKNOWN' | 'ROW_MALFORMED' | 'REVISION_STALE';
export const rowError = (code: RowErrorCode, detail?: string, cause?: unknown) => new CodedError<RowErrorCode>(code, detail, { cause });

// Lengths in front of each part: without them "a" + "bc" and "ab" + "c" would be the same place.
function additionalData(place: RowPlace): Uint8Array {
  const parts = [place.database, place.table, place.id, String(place.schemaVersion)];
  return utf8(parts.map((part) => `${part.length}:${part}`).join('|'));
}

/** @param key 32 bytes, the data key that `unlock` returned. */
export function sealRow(key: Uint8Array, place: RowPlace, content: Uint8Array): SealedRow {
  const nonce = randomBytes(NONCE_BYTES);
  const sealed = xchacha20poly1305(key, nonce, additionalData(place)).encrypt(content);
  return { id: place.id, box: concat(Uint8Array.of(XCHACHA20_POLY1305), nonce, sealed) };
}

/** @throws CodedError<RowErrorCode> */
export function openRow(key: Uint8Array, place: RowPlace, row: SealedRow): Uint8Array {
  const [cipher] = row.box;
  if (cipher !== XCHACHA20_POLY1305) throw rowError('ROW_CIPHER_UNKNOWN', `${place.table} cipher ${cipher}`);
  if (row.box.length < 1 + NONCE_BYTES + TAG_BYTES) throw rowError('ROW_MALFORMED', place.table);
  const nonce = row.box.subarray(1, 1 + NONCE_BYTES);
  try {
    return xchacha20poly1305(key, nonce, additionalData(place)).decrypt(row.box.subarray(1 + NONCE_BYTES));
  } catch (cause) {
    throw rowError('ROW_SWAPPED_OR_WRONG_KEY', place.table, cause);
  }
}
