// Writes the three samples into resources/samples/<id>/v<version>/{product,papers,comparison}: everything in them is invented, comes from
// fixed seeds and has the same bytes on every machine. Does nothing when every file already has the digest of the manifest.
//   node scripts/make-samples.mjs              writes what is missing or different
//   node scripts/make-samples.mjs --manifest   writes everything and the manifest anew (after a change to the samples)
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = path.resolve(import.meta.dirname, '../resources/samples');
const manifestFile = path.join(folder, 'manifest.json');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** True when the file on disk is the one the manifest names. */
function holds({ path: name, bytes, sha256: digest }) {
  const file = path.join(folder, name);
  return fs.existsSync(file) && fs.statSync(file).size === bytes && sha256(fs.readFileSync(file)) === digest;
}

export const readManifest = () => JSON.parse(fs.readFileSync(manifestFile, 'utf8'));

/** Every file of every sample, in memory. */
export async function buildSamples() {
  const [{ heatingIndex }, { busTrips }, { creditScoreApi }, { assemble }] = await Promise.all([
    import('./samples/heating-index.mjs'),
    import('./samples/bus-trips.mjs'),
    import('./samples/credit-score-api.mjs'),
    import('./samples/assemble.mjs'),
  ]);
  const manual = { path: 'heating-index/v1/说明.pdf', bytes: fs.readFileSync(path.join(folder, 'sources/说明.pdf')) };
  return assemble([...heatingIndex(), manual, ...busTrips(), ...creditScoreApi()]);
}

/** @param {{ manifest?: boolean }} options @returns {Promise<number>} how many files were written */
export async function makeSamples({ manifest = false } = {}) {
  const known = manifest ? [] : readManifest().files;
  if (!manifest && known.every(holds)) return 0;
  const files = await buildSamples();
  const entries = files.map(({ path: name, bytes }) => ({ path: name, bytes: bytes.length, sha256: sha256(bytes) }));
  if (manifest) fs.writeFileSync(manifestFile, `${JSON.stringify({ v: 1, files: entries }, null, 1)}\n`);
  else if (JSON.stringify(entries) !== JSON.stringify(known))
    throw new Error('the samples made here are not those of resources/samples/manifest.json');
  let written = 0;
  for (const [i, file] of files.entries()) {
    if (holds(entries[i])) continue;
    const target = path.join(folder, file.path);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    // Whole or not at all: an interrupted set-up must not leave a sample that looks made.
    const half = `${target}.${process.pid}.tmp`;
    fs.writeFileSync(half, file.bytes);
    fs.renameSync(half, target);
    written++;
  }
  return written;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const written = await makeSamples({ manifest: process.argv.includes('--manifest') });
  console.log(written ? `samples: ${written} files written` : 'samples: nothing to do');
}
