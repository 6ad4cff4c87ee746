// Puts data files, papers and registration of a sample version together: who is delivered, who is a paper, who is only for comparison.
import { createHash } from 'node:crypto';
import { papersOf } from './papers.mjs';
import { SAMPLES } from './registrations.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** @param {readonly { path: string, bytes: Buffer }[]} data files as `<sample>/v<version>/<name>` */
export function assemble(data) {
  const files = [];
  for (const sample of SAMPLES) {
    const home = `${sample.sample}/v${sample.version}`;
    const dossier = [];
    const add = (role, folder, name, bytes) => {
      files.push({ path: `${home}/${folder}/${name}`, bytes });
      dossier.push({ sha256: sha256(bytes), name, bytes: bytes.length, role });
      return sha256(bytes);
    };
    const find = (name) => {
      const file = data.find((f) => f.path === `${home}/${name}`);
      if (!file) throw new Error(`no ${home}/${name}`);
      return file.bytes;
    };
    for (const name of sample.product) add('delivered', 'product', name, find(name));
    for (const name of sample.comparison) add('comparison', 'comparison', name, find(name));
    const evidence = new Map();
    const serve = (material, digest) => evidence.set(material, [...(evidence.get(material) ?? []), digest]);
    for (const { id, name, text } of papersOf(sample)) {
      const digest = add('paper', 'papers', name, Buffer.from(text, 'utf8'));
      if (id !== null) serve(id, digest);
    }
    for (const [id, names] of Object.entries(sample.alsoPapers ?? {})) for (const name of names) serve(id, sha256(find(name)));
    const materials = [
      ...[...evidence].map(([id, digests]) => ({ id, state: 'present', reason: '', evidence: digests })),
      ...sample.missing.map((id) => ({ id, state: 'missing', reason: '', evidence: [] })),
      ...Object.entries(sample.notNeeded).map(([id, reason]) => ({ id, state: 'not-needed', reason, evidence: [] })),
    ];
    const registration = { ...sample.registration, materials, files: dossier, inherited: {} };
    files.push({ path: `${home}/registration.json`, bytes: Buffer.from(`${JSON.stringify(registration, null, 1)}\n`, 'utf8') });
  }
  return files;
}
