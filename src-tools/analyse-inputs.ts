// What stands beside the files of `npm run analyse`: the interface description that replies belong to, and the edition that a result is made under.
import { readFileSync } from 'node:fs';
import { type OpenApi, type OpenApiCode, readOpenApi } from '@shared/analysis/api/openapi';
import type { Aggregate } from '@shared/analysis/inference/aggregate';
import { readRelease } from '@shared/analysis/inference/look';
import { parseStrictJson } from '@shared/attestation/strict-json';
import { sha256Hex } from '@shared/basics/digest';
import { failure, ok, type Result } from '@shared/basics/result';

export type EditionCited = { readonly id: string; readonly sha256: string };

const bytesOf = (path: string): Result<Uint8Array, 'FILE_UNREADABLE'> => {
  try {
    return ok(readFileSync(path));
  } catch {
    return failure('FILE_UNREADABLE', path);
  }
};

/** @param path as the disk knows it, or undefined when none was given */
export async function openApiFrom(path: string | undefined): Promise<Result<OpenApi | null, OpenApiCode | 'FILE_UNREADABLE'>> {
  if (path === undefined) return ok(null);
  const bytes = bytesOf(path);
  return bytes.ok ? readOpenApi(new TextDecoder().decode(bytes.value)) : bytes;
}

/** @param counts count columns of each question by name, null: found by their headers */
export async function releaseFrom(
  path: string | undefined,
  counts: readonly (readonly string[] | null)[],
): Promise<Result<readonly Aggregate[], 'RELEASE_UNREADABLE' | 'FILE_UNREADABLE'>> {
  if (path === undefined) return ok([]);
  const bytes = bytesOf(path);
  if (!bytes.ok) return bytes;
  const release = await readRelease([bytes.value], counts);
  return release.length > 0 ? ok(release) : failure('RELEASE_UNREADABLE', path);
}

export async function editionFrom(
  path: string | undefined,
): Promise<Result<EditionCited | null, 'EDITION_INVALID' | 'EDITION_NEWER' | 'FILE_UNREADABLE'>> {
  if (path === undefined) return ok(null);
  const bytes = bytesOf(path);
  if (!bytes.ok) return bytes;
  const json = parseStrictJson(bytes.value);
  if (!json.ok) return failure('EDITION_INVALID', json.code);
  // Its schemas are most of what the command would load at every start.
  const { readEdition } = await import('@shared/checklist/edition');
  const edition = readEdition(json.value);
  return edition.ok ? ok({ id: edition.value.id, sha256: sha256Hex(bytes.value) }) : edition;
}
