// Evidence at rest, addressed by content: the same file twice is stored once. Takes paths and streams in, gives chunks out; knows which
// dossier a file belongs to, and nothing of what is in it. Files leave the workstation only as the digests made here.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fsyncFolder } from '@main/files/durable';
import { sealedJson } from '@main/files/sealed-json';
import { Secret } from '@main/keys/secret';
import { type EvidenceRole, evidenceRoleSchema } from '@shared/assessment/model';
import { sm3 } from '@shared/attestation/suites/sm3';
import { toHex } from '@shared/basics/bytes';
import { failure, ok, type Result } from '@shared/basics/result';
import { type Clock, timestamp } from '@shared/basics/time';
import { asSha256Hex, type Sha256Hex } from '@shared/basics/units';
import { z } from 'zod';
import type { LockKind } from './quarantine';
import { eraseSealedFile, openFileKey, readChunks, readSealedFile, SealedFileWriter } from './sealed-file';

const recordSchema = z.strictObject({
  dossier: z.string(),
  sha256: z.string(),
  sm3: z.string(),
  name: z.string(),
  bytes: z.number(),
  role: evidenceRoleSchema,
  addedAt: z.string(),
});
export type EvidenceRecord = z.infer<typeof recordSchema>;

export type Progress = (done: number, total: number) => void;
export type AddedEvidence = EvidenceRecord & { readonly alreadyStored: boolean };

/** A stored file with its own key in hand: it can be read after the profile was locked, until it is let go. */
export type HeldFile = { readonly record: EvidenceRecord; readonly chunks: () => Generator<Buffer>; readonly letGo: () => void };

/** Stated with the formats: more delivered files than this must come as one ZIP, which is then one subject. */
export const MAX_FILES = 1_000;

/** @param lockOf a digest, whose content is not read, copied or taken out any more; null for all others */
export function openVault(
  folder: string,
  recordsFolder: string,
  vaultKey: () => Uint8Array,
  clock: Clock,
  lockOf: (sha256: string) => LockKind | null = () => null,
) {
  const records = sealedJson(path.join(recordsFolder, 'evidence.box'), vaultKey, 'shiqi/records/evidence', z.array(recordSchema));
  const fileOf = (sha256: string) => path.join(folder, `${asSha256Hex(sha256)}.sealed`);
  const all = (): readonly EvidenceRecord[] => records.read() ?? [];
  const isLocked = (sha256: string): boolean => lockOf(sha256) !== null;

  /** Streams one file in: hashed, sealed and fsynced before its record is written, so that a record always has its file. */
  async function store(
    source: string,
    progress: Progress,
    total: number,
  ): Promise<{ sha256: Sha256Hex; sm3: string; bytes: number; alreadyStored: boolean }> {
    const temporary = path.join(folder, `${randomUUID()}.incoming`);
    const writer = new SealedFileWriter(temporary);
    const sha256 = createHash('sha256');
    const second = sm3.create();
    let bytes = 0;
    try {
      for await (const chunk of createReadStream(source, { highWaterMark: 1024 * 1024 })) {
        sha256.update(chunk);
        second.update(chunk);
        writer.push(chunk);
        bytes += chunk.length;
        progress(bytes, total);
      }
      const digest = asSha256Hex(sha256.digest('hex'));
      writer.finish(vaultKey(), digest, bytes);
      const alreadyStored = existsSync(fileOf(digest));
      if (alreadyStored) rmSync(temporary);
      else renameSync(temporary, fileOf(digest));
      fsyncFolder(folder);
      return { sha256: digest, sm3: toHex(second.digest()), bytes, alreadyStored };
    } catch (error) {
      writer.abort();
      rmSync(temporary, { force: true });
      throw error;
    }
  }

  return {
    list: (dossier: string): readonly EvidenceRecord[] => all().filter((record) => record.dossier === dossier),

    find: (dossier: string, sha256: string): EvidenceRecord | null =>
      all().find((record) => record.dossier === dossier && record.sha256 === sha256) ?? null,

    async add(
      dossier: string,
      role: EvidenceRole,
      source: { readonly path: string; readonly name: string; readonly bytes: number },
      progress: Progress,
    ): Promise<Result<AddedEvidence, 'TOO_MANY_FILES' | 'EVIDENCE_QUARANTINED' | 'EVIDENCE_LOCKED'>> {
      if (all().filter((record) => record.dossier === dossier).length >= MAX_FILES) return failure('TOO_MANY_FILES');
      const stored = await store(source.path, progress, source.bytes);
      const locked = lockOf(stored.sha256);
      if (locked) {
        // Content that was deleted does not come back by being delivered again.
        if (!stored.alreadyStored) eraseSealedFile(fileOf(stored.sha256));
        return failure(locked === 'mark' ? 'EVIDENCE_QUARANTINED' : 'EVIDENCE_LOCKED');
      }
      // Read again: other files may have been added while this one streamed.
      const known = all();
      const same = known.find((record) => record.dossier === dossier && record.sha256 === stored.sha256 && record.name === source.name);
      if (same) return ok({ ...same, alreadyStored: true });
      const record: EvidenceRecord = {
        dossier,
        sha256: stored.sha256,
        sm3: stored.sm3,
        name: source.name,
        bytes: stored.bytes,
        role,
        addedAt: timestamp(clock()),
      };
      records.write([...known, record]);
      return ok({ ...record, alreadyStored: stored.alreadyStored });
    },

    /** Takes a file out of a dossier; its bytes go when no dossier holds it any more. */
    remove(dossier: string, sha256: string): boolean {
      if (isLocked(sha256)) return false;
      const known = all();
      const rest = known.filter((record) => !(record.dossier === dossier && record.sha256 === sha256));
      if (rest.length === known.length) return false;
      records.write(rest);
      if (!rest.some((record) => record.sha256 === sha256)) rmSync(fileOf(sha256), { force: true });
      return true;
    },

    chunks(record: Pick<EvidenceRecord, 'sha256' | 'bytes'>): Generator<Buffer> {
      if (isLocked(record.sha256)) throw new Error('asked for evidence in quarantine');
      return readSealedFile(fileOf(record.sha256), vaultKey(), record.sha256, record.bytes);
    },

    isLocked,
    lockOf,

    /**
     * Deletes the content of locked data: first the file's own key, then the bytes. The record stays, and with it name and digests. Doing it again does
     * nothing. False for what is not locked data: a marked file is never deleted, any other one is removed.
     */
    erase(sha256: string): boolean {
      if (lockOf(sha256) !== 'data') return false;
      eraseSealedFile(fileOf(sha256));
      return true;
    },

    /** Null when the file is gone, locked, or its key does not open. */
    hold(record: EvidenceRecord): HeldFile | null {
      if (isLocked(record.sha256)) return null;
      const file = fileOf(record.sha256);
      try {
        const key = new Secret(openFileKey(file, vaultKey(), record.sha256, record.bytes));
        return { record, chunks: () => readChunks(file, key.reveal(), record.bytes), letGo: () => key.wipe() };
      } catch {
        return null;
      }
    },

    /** Hashes the stored bytes again, now: what a signature is about to vouch for. False when the file is gone, locked, damaged or different. */
    holds(record: EvidenceRecord): boolean {
      if (isLocked(record.sha256)) return false;
      const sha256 = createHash('sha256');
      const second = sm3.create();
      try {
        for (const chunk of readSealedFile(fileOf(record.sha256), vaultKey(), record.sha256, record.bytes)) {
          sha256.update(chunk);
          second.update(chunk);
        }
      } catch {
        return false;
      }
      return sha256.digest('hex') === record.sha256 && toHex(second.digest()) === record.sm3;
    },
  };
}
export type Vault = ReturnType<typeof openVault>;
