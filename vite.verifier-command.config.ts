// Builds the verifier as one file that runs alone in an empty folder: dist/verifier/shiqi-verify.mjs.
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  resolve: { alias: { '@shared': at('src-shared') } },
  ssr: { noExternal: true },
  build: {
    ssr: at('src-verifier/shiqi-verify.ts'),
    target: 'node20.18',
    outDir: 'dist/verifier',
    minify: true,
    rolldownOptions: { output: { entryFileNames: 'shiqi-verify.mjs', codeSplitting: false } },
  },
});
