// What this workstation last believed of the bureau's log: the newest note that was verified, and the head of our own ledger as the bureau
// last stated it. A note is kept only after it was shown to have grown out of the one before.
import path from 'node:path';
import { readIfPresent, writeDurably } from '@main/files/durable';
import { z } from 'zod';

const stateSchema = z.strictObject({
  /** The whole signed note, as embedded in the next verdict. */
  note: z.string().nullable(),
  head: z.strictObject({ seq: z.number().int(), hash: z.string() }).nullable(),
  lastContact: z.string().nullable(),
});
export type LogState = z.infer<typeof stateSchema>;

export function openLogState(folder: string) {
  const file = path.join(folder, 'bureau-log.json');
  const bytes = readIfPresent(file);
  let state: LogState = { note: null, head: null, lastContact: null };
  if (bytes) {
    const parsed = stateSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    if (parsed.success) state = parsed.data;
  }
  return {
    read: (): LogState => state,
    update(change: Partial<LogState>): void {
      state = { ...state, ...change };
      writeDurably(file, JSON.stringify(state));
    },
  };
}
export type LogStateStore = ReturnType<typeof openLogState>;
