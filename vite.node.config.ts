// Builds the bureau and the commands as plain Node programs under out/node.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  resolve: { alias: { '@shared': at('src-shared') } },
  // PGlite loads its WASM from beside itself, pg looks for optional native parts: both stay packages.
  ssr: { noExternal: true, external: ['@electric-sql/pglite', 'pg'] },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'out/node',
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries({
          bureau: at('src-bureau/main.ts'),
          verify: at('src-verifier/verify.ts'),
          analyse: at('src-tools/analyse.ts'),
          'scan-worker': at('src-tools/scan-worker.ts'),
          fingerprint: at('src-tools/fingerprint.ts'),
          corpus: at('src-tools/corpus.ts'),
          'check-edition': at('src-tools/check-edition.ts'),
        }).filter(([, file]) => existsSync(file)),
      ),
      output: { entryFileNames: '[name].mjs' },
    },
  },
});
