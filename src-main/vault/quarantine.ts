// Evidence that must not be read any more (Art. 2 ¶2): which digests are held, under which id the ledger knows of them. Holding is for ever: there is
// no way back in this program, because who may decide about a marked file does not work with it. Knows neither contents nor names.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { sealedJson } from '@main/files/sealed-json';
import { type Clock, timestamp } from '@shared/basics/time';
import type { QuarantineView } from '@shared/contract/views';
import { z } from 'zod';

const recordSchema = z.strictObject({
  /** The only thing that the ledger, which is plain, says of it. */
  id: z.string(),
  sha256: z.string(),
  at: z.string(),
  /** Its line is in the ledger. */
  recorded: z.boolean(),
});
type QuarantineRecord = z.infer<typeof recordSchema>;

/** The key of the results: held also while the profile is locked and files are still looked at. Asked only until the records are known. */
type Key = () => Uint8Array;

/** @param enter one line of the ledger with the id and nothing else; false when the ledger takes no lines */
export function openQuarantine(folder: string, enter: (id: string) => boolean, clock: Clock) {
  const storeWith = (key: Key) => sealedJson(path.join(folder, 'quarantine.box'), key, 'shiqi/records/quarantine', z.array(recordSchema));
  let known: readonly QuarantineRecord[] | null = null;
  const all = (key: Key): readonly QuarantineRecord[] => {
    known ??= storeWith(key).read() ?? [];
    return known;
  };
  function write(records: readonly QuarantineRecord[], key: Key): void {
    storeWith(key).write([...records]);
    known = records;
  }
  const entered = (record: QuarantineRecord): QuarantineRecord => (record.recorded ? record : { ...record, recorded: enter(record.id) });

  return {
    /** Once for each digest, whatever dossiers it lies in. The lock stands before the ledger is asked. */
    hold(sha256: string, key: Key): void {
      const before = all(key);
      if (before.some((record) => record.sha256 === sha256)) return;
      write([...before, { id: `quarantine-${randomUUID()}`, sha256, at: timestamp(clock()), recorded: false }], key);
      this.catchUp(key);
    },
    holds: (sha256: string, key: Key): boolean => all(key).some((record) => record.sha256 === sha256),
    /** What is on record of it, for the page that shows the lock; null when it is not held. */
    of(sha256: string, key: Key): QuarantineView | null {
      const record = all(key).find((each) => each.sha256 === sha256);
      return record ? { id: record.id, at: record.at, recorded: record.recorded } : null;
    },
    /** Lines that a read-only ledger did not take. Called again when the profile has been unlocked. */
    catchUp(key: Key): void {
      if (all(key).some(({ recorded }) => !recorded)) write(all(key).map(entered), key);
    },
  };
}
export type Quarantine = ReturnType<typeof openQuarantine>;
