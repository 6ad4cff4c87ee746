// The editions that this bureau issues: each `edition.json` of a folder, signed byte for byte as it is shipped. An unfinished edition (a version
// below 1.0.0) is issued in practice only. The service asks for no more than an edition's head; what its items say is not judged here.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesSubject } from '@shared/attestation/statements/subjects';
import { parseStrictJson } from '@shared/attestation/strict-json';
import { toBase64 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { timestamp } from '@shared/basics/time';
import type { EditionsReply } from '@shared/bureau/http';
import { editionSchema } from '@shared/checklist/edition';
import { readIfThere } from './files';
import { storedEnvelope } from './people/inbox';
import type { Service } from './service';

export type IssueCode = 'EDITION_MALFORMED' | 'EDITION_UNFINISHED';
/** `about`: the edition's id, or its folder where no id can be read. */
export type NotIssued = { readonly code: IssueCode; readonly about: string };

const headSchema = editionSchema.pick({ v: true, id: true, version: true, validFrom: true, validTo: true, successor: true });

/** Signs every edition of the folder that was not signed before. @returns those that were left out, and why. */
export async function issueEditions(service: Service, folder: string): Promise<NotIssued[]> {
  const left: NotIssued[] = [];
  const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const bytes = await readIfThere(join(folder, name, 'edition.json'));
    if (bytes === null) continue;
    const notIssued = await issueEdition(service, new Uint8Array(bytes), join(folder, name));
    if (notIssued !== null) left.push(notIssued);
  }
  return left;
}

async function issueEdition(service: Service, bytes: Uint8Array, folder: string): Promise<NotIssued | null> {
  const json = parseStrictJson(bytes);
  const head = json.ok ? headSchema.safeParse(json.value) : null;
  if (!head?.success) return { code: 'EDITION_MALFORMED', about: folder };
  const { id, version, validFrom, validTo, successor } = head.data;
  if (version.startsWith('0.') && !service.authority.practice) return { code: 'EDITION_UNFINISHED', about: id };
  const sha256 = sha256Hex(bytes);
  const known = await service.store.selectFrom('editions').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
  if (known !== undefined) return null;
  const predicate = { id, version, validFrom, validTo, successor };
  const { envelope } = service.authority.issue('edition', bytesSubject('edition.json', bytes), predicate);
  const issued_at = timestamp(service.clock());
  await service.store.insertInto('editions').values({ sha256, id, version, json: bytes, envelope, issued_at }).execute();
  return null;
}

/** Oldest first: the last of an id is the one in use. */
export async function listEditions(service: Service): Promise<EditionsReply> {
  const rows = await service.store.selectFrom('editions').selectAll().orderBy('issued_at').orderBy('id').execute();
  return { editions: rows.map(({ id, json, envelope }) => ({ id, edition: toBase64(json), envelope: storedEnvelope(envelope) })) };
}
