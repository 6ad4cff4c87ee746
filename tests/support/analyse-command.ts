// `npm run analyse` built from the sources as they are, into a folder of the test's own: `analyse.mjs` and the module of its threads.
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export const buildAnalyse = (folder: string): Promise<unknown> =>
  build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(root, 'src-shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { analyse: resolve(root, 'src-tools/analyse.ts'), 'scan-worker': resolve(root, 'src-tools/scan-worker.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
