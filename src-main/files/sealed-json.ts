// Main's own records about evidence hold file names and results, so they lie on disk only sealed. One file per record set, replaced whole.
import { open, seal } from '@main/keys/box';
import type { z } from 'zod';
import { readIfPresent, writeDurably } from './durable';

export type SealedJson<T> = { readonly read: () => T | null; readonly write: (value: T) => void };

/** @param purpose binds the box to its place, so that no record can stand in for another. Throws when a file is there and does not open. */
export function sealedJson<Schema extends z.ZodType>(
  file: string,
  key: () => Uint8Array,
  purpose: string,
  schema: Schema,
): SealedJson<z.infer<Schema>> {
  return {
    read() {
      const box = readIfPresent(file);
      if (!box) return null;
      const plain = open(key(), purpose, box);
      if (!plain) throw new Error(`sealed record does not open: ${purpose}`);
      return schema.parse(JSON.parse(plain.toString('utf8')));
    },
    write: (value) => writeDurably(file, seal(key(), purpose, Buffer.from(JSON.stringify(value)))),
  };
}
