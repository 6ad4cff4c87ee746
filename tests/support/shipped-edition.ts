// The checklist edition that ships, for tests of any room.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Edition, readEdition } from '@shared/checklist/edition';

// By its path: in a page's own environment the module's URL is no file.
export const EDITION_FILE = resolve(import.meta.dirname, '../../resources/checklists/qiqihar-2024-6/edition.json');
export const editionJson = (): unknown => JSON.parse(readFileSync(EDITION_FILE, 'utf8'));

export function shippedEdition(): Edition {
  const result = readEdition(editionJson());
  if (!result.ok) throw new Error(result.detail);
  return result.value;
}
export const edition = shippedEdition();
