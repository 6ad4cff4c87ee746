// Giving a workstation back what it sent, byte for byte, when it lost its own disk.
import type { Store } from '../store/store';

/** Bytes after which a reply ends; whoever wants more asks again from the next seq. At least one line is given. */
const REPLY_BYTES = 8 * 1024 * 1024;
const ROWS_AT_ONCE = 1000;

/** @returns whole lines with their newlines, from `from` on; empty at the end of the ledger. */
export async function readLinesFrom(store: Store, workstation: string, from: number): Promise<Buffer> {
  const rows = await store
    .selectFrom('lines')
    .select('bytes')
    .where('workstation', '=', workstation)
    .where('seq', '>=', from)
    .orderBy('seq')
    .limit(ROWS_AT_ONCE)
    .execute();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const { bytes } of rows) {
    if (size > 0 && size + bytes.length >= REPLY_BYTES) break;
    parts.push(bytes, Buffer.from('\n'));
    size += bytes.length + 1;
  }
  return Buffer.concat(parts);
}
