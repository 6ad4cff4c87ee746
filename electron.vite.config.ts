// Builds the app: main (ESM), one preload bundle per window (CJS, as the sandbox asks), and the four pages.
// Targets fit Electron 33 (tests where the official binary cannot be had) and 45 (shipped).
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);
const alias = { '@shared': at('src-shared'), '@main': at('src-main') };

export default defineConfig({
  main: {
    resolve: { alias },
    build: { target: 'node20.18', outDir: 'out/main', lib: { entry: at('src-main/main.ts') } },
  },
  preload: {
    resolve: { alias },
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload cannot load a second file: each entry must be whole in itself.
      isolatedEntries: true,
      rolldownOptions: {
        input: {
          desk: at('src-main/preload/desk.ts'),
          signing: at('src-main/preload/signing.ts'),
          analysis: at('src-main/preload/analysis.ts'),
          report: at('src-main/preload/report.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    resolve: { alias },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      // The pages' policy allows fonts and images from their own origin only, so nothing may become a data: URL.
      assetsInlineLimit: 0,
      minify: 'oxc',
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: {
          desk: at('src-renderer/index.html'),
          signing: at('src-renderer/signing/index.html'),
          analysis: at('src-renderer/analysis/index.html'),
          report: at('src-renderer/report/index.html'),
        },
      },
    },
  },
});
