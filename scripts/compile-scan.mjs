// Compiles the byte scanner (src-scan, AssemblyScript) to WASM and writes it as a module of the analysis, so that every bundle has it without fetching
// anything. Run after a change of src-scan; a test holds the written module against the sources.
import fs from 'node:fs';
import path from 'node:path';
import asc from 'assemblyscript/asc';

const root = path.resolve(import.meta.dirname, '..');
export const modulePath = path.join(root, 'src-shared/analysis/scan/module.ts');

/** Where a detector might ask for a character. */
const detectors = path.join(root, 'src-shared/analysis/detectors');
const asking = [path.join(root, 'src-shared/analysis/values.ts'), ...fs.readdirSync(detectors).map((name) => path.join(detectors, name))];
/** Of surnames only the trait is asked for. */
const SURNAMES = /const SURNAMES = new Set\(\s*'[^']*',?\s*\);/;

/** The characters that stand in the detectors' sources, as themselves: all others of the block are one to them but for their traits. */
function knownHan() {
  const sources = asking.map((file) => fs.readFileSync(file, 'utf8'));
  if (!sources.some((source) => SURNAMES.test(source))) throw new Error('the surnames are not where they were');
  const characters = sources.flatMap((source) => source.replace(SURNAMES, '').match(/[\u4e00-\u9fff]/gu) ?? []);
  return [...new Set(characters)].sort().join('');
}

export async function scanModuleText() {
  const out = new Map();
  const { error, stderr } = await asc.main(
    // Memory grows in blocks as tables need it, to 1 GiB at most: far above what any table takes, below what a worker may have.
    [
      'src-scan/scan.ts',
      '--outFile',
      'scan.wasm',
      '-O3',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--noAssert',
      '--maximumMemory',
      '16384',
      '--baseDir',
      root,
    ],
    { writeFile: (name, contents) => out.set(path.basename(name), contents) },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const lines = Buffer.from(out.get('scan.wasm'))
    .toString('base64')
    .match(/.{1,140}/g);
  return `// Written by scripts/compile-scan.mjs from src-scan: the byte scanner as WASM, in Base64. Not to be edited.
const WASM = \`
${lines.join('\n')}
\`;

/** Characters that some detector asks for by themselves. */
export const KNOWN_HAN =
  '${knownHan()}';

let compiled: WebAssembly.Module | null = null;

/** Compiled once; each table has an instance and a memory of its own. */
export function scanModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(WASM.replace(/\\s/g, '')), (character) => character.charCodeAt(0)));
  return compiled;
}
`;
}

if (process.argv[1] === import.meta.filename) fs.writeFileSync(modulePath, await scanModuleText());
