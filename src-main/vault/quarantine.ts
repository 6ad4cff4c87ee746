// Evidence that must not be here: which digests are locked, why, and under which id the ledger knows of them. A file with a mark of a state secret is
// held for ever (Art. 2 ¶2): who may decide about it does not work with this program. Raw data and personal data beyond the agreement are locked by a
// person, and their content goes after the report (Art. 19 ¶3). Knows neither contents nor who may do what.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { sealedJson } from '@main/files/sealed-json';
import { groundsInShort, quarantineGroundSchema } from '@shared/assessment/quarantine-grounds';
import { type Clock, timestamp } from '@shared/basics/time';
import type { QuarantineView } from '@shared/contract/views';
import { z } from 'zod';

/** What a person locked. */
const dataSchema = z.strictObject({
  dossier: z.string(),
  /** Who locked it: the bureau's identifier, and the name on the screen. */
  by: z.string(),
  name: z.string(),
  grounds: z.array(quarantineGroundSchema).min(1).max(1_000),
  /** The sealed bytes and their key are gone. */
  erasedAt: z.string().nullable(),
});
export type LockedData = z.infer<typeof dataSchema>;

const recordSchema = z.strictObject({
  /** The only thing that the ledger, which is plain, says of a marked file. */
  id: z.string(),
  sha256: z.string(),
  at: z.string(),
  /** Its line is in the ledger. */
  recorded: z.boolean(),
  /** Absent for a marked file. */
  data: dataSchema.optional(),
});
export type QuarantineRecord = z.infer<typeof recordSchema>;

/** `mark`: a mark of a state secret. `data`: raw data, or personal data beyond the agreement. */
export type LockKind = 'mark' | 'data';
/** Of locked data the ledger has more than an id: the digest, who, and counts. */
export type LockFacts = { readonly digest: string; readonly reason: string; readonly by: string };

/** The key of the results: held also while the profile is locked and files are still looked at. Asked only until the records are known. */
type Key = () => Uint8Array;

/** @param enter one line of the ledger with the id, and nothing else where the file bears a mark; false when the ledger takes no lines */
export function openQuarantine(folder: string, enter: (id: string, facts: LockFacts | null) => boolean, clock: Clock) {
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
  const factsOf = ({ sha256, data }: QuarantineRecord): LockFacts | null =>
    data ? { digest: sha256, reason: groundsInShort(data.grounds), by: data.by } : null;
  const entered = (record: QuarantineRecord): QuarantineRecord =>
    record.recorded ? record : { ...record, recorded: enter(record.id, factsOf(record)) };
  const recordOf = (sha256: string, key: Key): QuarantineRecord | null => all(key).find((record) => record.sha256 === sha256) ?? null;

  return {
    /** A mark was found. Once for each digest, whatever dossiers it lies in. The lock stands before the ledger is asked. */
    hold(sha256: string, key: Key): void {
      if (recordOf(sha256, key)) return;
      write([...all(key), { id: `quarantine-${randomUUID()}`, sha256, at: timestamp(clock()), recorded: false }], key);
      this.catchUp(key);
    },
    /** A person locks raw data or personal data. False when the digest is locked already, whatever for. */
    lock(sha256: string, data: Omit<LockedData, 'erasedAt'>, key: Key): boolean {
      if (recordOf(sha256, key)) return false;
      const record = {
        id: `quarantine-${randomUUID()}`,
        sha256,
        at: timestamp(clock()),
        recorded: false,
        data: { ...data, erasedAt: null },
      };
      write([...all(key), record], key);
      this.catchUp(key);
      return true;
    },
    /** The content of locked data is gone. */
    erased(sha256: string, key: Key): void {
      write(
        all(key).map((record) =>
          record.sha256 === sha256 && record.data ? { ...record, data: { ...record.data, erasedAt: timestamp(clock()) } } : record,
        ),
        key,
      );
    },
    holds: (sha256: string, key: Key): boolean => recordOf(sha256, key) !== null,
    kind(sha256: string, key: Key): LockKind | null {
      const record = recordOf(sha256, key);
      return record && (record.data ? 'data' : 'mark');
    },
    record: recordOf,
    records: all,
    /** What is on record of it, for the page that shows the lock; null when it is not held. */
    of(sha256: string, key: Key): QuarantineView | null {
      const record = recordOf(sha256, key);
      if (!record) return null;
      const { id, at, recorded, data } = record;
      return { id, at, recorded, data: data ? { name: data.name, grounds: data.grounds, erasedAt: data.erasedAt } : null };
    },
    /** Lines that a read-only ledger did not take. Called again when the profile has been unlocked. */
    catchUp(key: Key): void {
      if (all(key).some(({ recorded }) => !recorded)) write(all(key).map(entered), key);
    },
  };
}
export type Quarantine = ReturnType<typeof openQuarantine>;
