// The predefined character maps of Chinese, Japanese and Korean fonts (ISO 32000-2, 9.7.5.2), which a file names and does not carry. In a chunk of
// their own, fetched from nowhere: the window that needs them has no network.
import { fromBase64 } from '../../../basics/bytes';

type Glob = { glob(pattern: string, options: object): Record<string, string> };

/** By file name, as data: URLs made at build time. */
const maps = (import.meta as unknown as Glob).glob('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&inline',
  import: 'default',
  eager: true,
  exhaustive: true,
});
const byName = new Map(Object.entries(maps).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]));

export function characterMap(fileName: string): Uint8Array | null {
  const url = byName.get(fileName);
  return url === undefined ? null : fromBase64(url.slice(url.indexOf(',') + 1));
}
