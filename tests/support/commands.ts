// `npm run` commands built from the sources as they are, into a folder of the test's own.
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** @param names of modules in src-tools, each of which becomes `<name>.mjs` */
export const buildCommands = (folder: string, ...names: readonly string[]): Promise<unknown> =>
  build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(root, 'src-shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, resolve(root, `src-tools/${name}.ts`)])),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });

/** With the module of its threads. */
export const buildAnalyse = (folder: string): Promise<unknown> => buildCommands(folder, 'analyse', 'scan-worker');
