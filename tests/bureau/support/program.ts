// Bundles a program as the build does, into a folder of its own inside the clone, so that it finds the packages that stay outside bundles.
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../../..');

/** @param entry path from the clone's root. @returns where the program lies, and what removes it. */
export async function buildProgram(entry: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const outDir = join(root, 'node_modules/.cache/shiqi', `program-${process.pid}`);
  const name = `${basename(entry, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    resolve: { alias: { '@shared': join(root, 'src-shared'), '@main': join(root, 'src-main') } },
    ssr: { noExternal: true, external: ['@electric-sql/pglite', 'pg'] },
    build: { ssr: join(root, entry), target: 'node20.18', outDir, rolldownOptions: { output: { entryFileNames: name } } },
  });
  return { path: join(outDir, name), remove: () => rm(outDir, { recursive: true, force: true }) };
}
