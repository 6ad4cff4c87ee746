// Builds the verifier page as one file that opens from disk: dist/verifier/verify.html, script and style inline, each named by its hash in the CSP.
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      let script = '';
      let style = '';
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === 'chunk') script += part.code;
        else if (name.endsWith('.css')) style += String(part.source);
        else continue;
        delete bundle[name];
      }
      // Inside a script element only this sequence could end it early.
      script = `\n${script.replaceAll('</script', '<\\/script')}\n`;
      style = `\n${style}\n`;
      const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
      for (const part of Object.values(bundle)) {
        if (part.type !== 'asset' || !part.fileName.endsWith('.html')) continue;
        const html = String(part.source)
          .replace(/<script\b[^>]*><\/script>/g, '')
          .replace(/<link\b[^>]*>/g, '');
        // Function replacers: bundles contain `$&`.
        part.source = html
          .replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
          .replace('</head>', () => `<style>${style}</style>\n  </head>`)
          .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`);
      }
    },
  };
}

export default defineConfig({
  root: at('src-verifier/page'),
  base: './',
  resolve: { alias: { '@shared': at('src-shared') } },
  plugins: [oneFile()],
  build: {
    target: 'chrome110',
    outDir: at('dist/verifier'),
    // The command stands in the same folder.
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: { input: at('src-verifier/page/verify.html') },
  },
});
