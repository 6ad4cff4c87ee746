// Walks every import of the source and holds it against the house's rules (docs/architecture.md, "Who may import whom"). `import type` counts:
// a room that knows another's types knows the room.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const SHARED_ORDER = [
  'basics',
  'texts',
  'regulation',
  'checklist',
  'analysis',
  'assessment',
  'attestation',
  'ledger',
  'bureau',
  'verification',
  'contract',
];
const PURE_PACKAGES = ['zod', '@noble/hashes', '@noble/curves', 'sm-crypto-v2', 'fflate'];
const ELECTRON_ROOMS = ['main.ts', 'services.ts', 'preload', 'shell', 'ipc', 'keys', 'signing', 'analysis', 'report'];
const KEY_USERS = ['signing', 'report', 'profile', 'main.ts', 'services.ts', 'ipc', 'keys', 'shell', 'files'];
const LEDGER_WRITERS = ['signing', 'operations', 'sync', 'ledger'];

type Import = { readonly from: string; readonly to: string; readonly specifier: string };

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** Where an import leads: a path from the root for our own files, the package's name otherwise. */
function target(from: string, specifier: string): string {
  const own = specifier.replace(/\?.*$/, '');
  if (own.startsWith('@shared/')) return `src-shared/${own.slice(8)}`;
  if (own.startsWith('@main/')) return `src-main/${own.slice(6)}`;
  if (own.startsWith('.')) return path.join(path.dirname(from), own);
  return own;
}

const folders = ['src-shared', 'src-main', 'src-renderer', 'src-bureau', 'src-verifier', 'src-tools'];
const imports: Import[] = folders.flatMap(sourceFiles).flatMap((from) => {
  const text = readFileSync(path.join(root, from), 'utf8');
  const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g)];
  return found.map((match) => ({ from, specifier: match[1] ?? match[2] ?? '', to: target(from, match[1] ?? match[2] ?? '') }));
});

const within = (folder: string) => imports.filter(({ from }) => from.startsWith(`${folder}/`));
const roomOf = (file: string): string => file.split('/')[1] ?? '';
const describeImport = ({ from, specifier }: Import) => `${from} -> ${specifier}`;
const broken = (list: readonly Import[], wrong: (entry: Import) => boolean) => list.filter(wrong).map(describeImport);

describe('the house', () => {
  it('finds imports at all', () => expect(imports.length).toBeGreaterThan(500));

  it('shared code imports itself and pure packages only', () => {
    const formatReaders = (entry: Import) => roomOf(entry.from) === 'analysis';
    expect(
      broken(
        within('src-shared'),
        (entry) =>
          !entry.to.startsWith('src-shared/') &&
          !formatReaders(entry) &&
          !PURE_PACKAGES.some((name) => entry.specifier === name || entry.specifier.startsWith(`${name}/`)),
      ),
    ).toEqual([]);
  });

  it('shared rooms know only rooms before them', () => {
    expect(
      broken(within('src-shared'), ({ from, to }) => {
        const [here, there] = [SHARED_ORDER.indexOf(roomOf(from)), SHARED_ORDER.indexOf(roomOf(to))];
        return to.startsWith('src-shared/') && roomOf(to) !== 'texts' && there > here;
      }),
    ).toEqual([]);
  });

  it('main never imports renderer, bureau, react or dexie', () => {
    expect(
      broken(within('src-main'), ({ to }) => /^(src-renderer|src-bureau|src-verifier|src-tools|react|dexie|@mui)(\/|$)/.test(to)),
    ).toEqual([]);
  });

  it('electron is known only where windows, keys and dialogs are', () => {
    expect(broken(within('src-main'), ({ from, specifier }) => specifier === 'electron' && !ELECTRON_ROOMS.includes(roomOf(from)))).toEqual(
      [],
    );
  });

  it('services never import ipc', () => {
    expect(
      broken(
        within('src-main'),
        ({ from, to }) => to.startsWith('src-main/ipc/') && !['ipc', 'main.ts', 'services.ts', 'shell'].includes(roomOf(from)),
      ),
    ).toEqual([]);
  });

  it('keys are reached only through their few doors', () => {
    // How a box is sealed, and how bytes are held that can be wiped: neither knows a key.
    const tools = ['src-main/keys/box', 'src-main/keys/secret'];
    const isKey = (to: string) => to.startsWith('src-main/keys/') && !tools.some((tool) => to.startsWith(tool));
    expect(broken(within('src-main'), ({ from, to }) => isKey(to) && !KEY_USERS.includes(roomOf(from)))).toEqual([]);
  });

  it('only signing, operations and sync append to the ledger', () => {
    const appenders = sourceFiles('src-main').filter((file) => /ledger\.append\(/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(appenders.filter((file) => !LEDGER_WRITERS.includes(roomOf(file)))).toEqual([]);
    expect(appenders.length).toBeGreaterThan(2);
  });

  it('preloads know the contract and nothing else of ours', () => {
    expect(
      broken(
        within('src-main/preload'),
        ({ from, to, specifier }) =>
          specifier !== 'electron' && !to.startsWith('src-shared/contract/') && path.dirname(to) !== path.dirname(from),
      ),
    ).toEqual([]);
  });

  it('renderer pages never reach Node, Electron or main', () => {
    expect(
      broken(
        within('src-renderer'),
        ({ to, specifier }) => specifier === 'electron' || specifier.startsWith('node:') || /^src-(main|bureau|verifier|tools)/.test(to),
      ),
    ).toEqual([]);
  });

  it('a page never imports another page, a feature never another feature, the database never React', () => {
    const pages = ['signing', 'analysis', 'report'];
    const wrong = broken(within('src-renderer'), ({ from, to, specifier }) => {
      if (!to.startsWith('src-renderer/'))
        return roomOf(from) === 'database' && (specifier === 'react' || specifier.startsWith('react') || specifier.startsWith('@mui'));
      const [here, there] = [roomOf(from), roomOf(to)];
      if (pages.includes(there) && there !== here) return true;
      if (pages.includes(here)) return !['components', 'theme', 'bridge', here].includes(there);
      if (here === 'features') return there === 'shell' || (there === 'features' && to.split('/')[2] !== from.split('/')[2]);
      return (
        (here === 'components' || here === 'theme' || here === 'database' || here === 'bridge') &&
        (there === 'features' || there === 'shell')
      );
    });
    expect(wrong).toEqual([]);
  });

  it('only the bridge touches the preload’s object', () => {
    const touching = sourceFiles('src-renderer').filter((file) =>
      /window\.shiqi|globalThis\.shiqi/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(touching.filter((file) => roomOf(file) !== 'bridge')).toEqual([]);
  });

  it('bureau, verifier and tools import shared code only', () => {
    for (const folder of ['src-bureau', 'src-verifier', 'src-tools'])
      expect(broken(within(folder), ({ to }) => /^src-/.test(to) && !to.startsWith('src-shared/') && !to.startsWith(`${folder}/`))).toEqual(
        [],
      );
  });

  it('nothing imports tests or scripts', () => {
    expect(broken(imports, ({ to }) => /^(tests|scripts)\//.test(to))).toEqual([]);
  });
});
