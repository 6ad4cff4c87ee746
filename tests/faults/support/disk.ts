// A disk with a page cache, as strict as POSIX lets one be: bytes and names are on it only after the fsync of their file or folder, and a power
// cut keeps none, all or any part of the rest. A failed fsync counts its bytes as written, as Linux does. Knows nothing of ledgers.
import type { Random } from './random';

type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'size'; readonly size: number };
type FileNode = { readonly kind: 'file'; cache: Uint8Array; durable: Uint8Array; pending: Change[] };
type NameChange = { readonly set: string | null; readonly node: Node | null; readonly clear: string | null };
type FolderNode = { readonly kind: 'folder'; readonly cache: Map<string, Node>; durable: Map<string, Node>; pending: NameChange[] };
type Node = FileNode | FolderNode;

/** What a power cut leaves of what was never synced. */
export type Leftover = 'none' | 'all' | 'random';
export type Failure = 'ENOSPC' | 'EIO';
/** Which calls change nothing that lasts: `sync` of a file, `folder-sync` of a folder. */
export type Mutation = 'sync' | 'folder-sync' | null;

export const SECTOR = 512;

const file = (bytes: Uint8Array = new Uint8Array()): FileNode => ({ kind: 'file', cache: bytes, durable: bytes, pending: [] });
const folder = (names: Map<string, Node> = new Map()): FolderNode => ({
  kind: 'folder',
  cache: new Map(names),
  durable: names,
  pending: [],
});

function changed(bytes: Uint8Array, change: Change): Uint8Array {
  const size = change.kind === 'size' ? change.size : Math.max(bytes.length, change.at + change.bytes.length);
  const next = new Uint8Array(size);
  next.set(bytes.subarray(0, size));
  if (change.kind === 'write') next.set(change.bytes, change.at);
  return next;
}

function renamed(names: ReadonlyMap<string, Node>, { set, node, clear }: NameChange): Map<string, Node> {
  const next = new Map(names);
  if (clear !== null) next.delete(clear);
  if (set !== null && node !== null) next.set(set, node);
  return next;
}

/** A write reaches the disk sector by sector. */
function sectors(change: Change): Change[] {
  if (change.kind === 'size') return [change];
  const pieces: Change[] = [];
  for (let from = 0; from < change.bytes.length; ) {
    const to = Math.min(change.bytes.length, from + SECTOR - ((change.at + from) % SECTOR));
    pieces.push({ kind: 'write', at: change.at + from, bytes: change.bytes.subarray(from, to) });
    from = to;
  }
  return pieces;
}

export class Disk {
  readonly #root: FolderNode;
  readonly #mutation: Mutation;
  readonly #handles = new Map<number, Node>();
  #nextHandle = 3;
  /** Calls that change or sync something, so far. */
  calls = 0;
  /** After this many calls the power is gone. */
  cutAfter = Number.POSITIVE_INFINITY;
  /** Whether a call, counted from 1, fails, and how. A full disk can still be made emptier. */
  failing: (call: number) => Failure | null = () => null;

  constructor(root: FolderNode = folder(), mutation: Mutation = null) {
    this.#root = root;
    this.#mutation = mutation;
  }

  get dead(): boolean {
    return this.calls > this.cutAfter;
  }

  /** The same disk in the next run: what was never synced is kept as the leftover says. */
  afterPowerCut(leftover: Leftover, random: Random): Disk {
    const keep = () => leftover === 'all' || (leftover === 'random' && random.below(2) === 1);
    const survivor = (node: Node): Node => {
      if (node.kind === 'file') return file(node.pending.flatMap(sectors).filter(keep).reduce(changed, node.durable));
      const names = node.pending.filter(keep).reduce(renamed, node.durable);
      return folder(new Map([...names].map(([name, child]) => [name, survivor(child)])));
    };
    return new Disk(survivor(this.#root) as FolderNode, this.#mutation);
  }

  read(path: string): Uint8Array {
    return this.#file(this.#find(path)).cache.slice();
  }

  names(path: string): string[] {
    return [...this.#folder(this.#find(path)).cache.keys()];
  }

  makeFolder(path: string): void {
    const { parent, name } = this.#place(path);
    if (parent.cache.has(name)) return;
    this.#step();
    this.#name(parent, { set: name, node: folder(), clear: null });
  }

  open(path: string, how: { create: boolean; exclusive: boolean }): number {
    if (path === '/') return this.#handle(this.#root);
    const { parent, name } = this.#place(path);
    let node = parent.cache.get(name);
    if (node && how.exclusive) throw refusal('EEXIST');
    if (!node) {
      if (!how.create) throw refusal('ENOENT');
      this.#step();
      node = file();
      this.#name(parent, { set: name, node, clear: null });
    }
    return this.#handle(node);
  }

  close(handle: number): void {
    this.#handles.delete(handle);
  }

  size(handle: number): number {
    return this.#file(this.#node(handle)).cache.length;
  }

  /** At the file's end, which is where all its writers write. A failed write has taken half of what it was given. */
  write(handle: number, bytes: Uint8Array): number {
    const node = this.#file(this.#node(handle));
    const put = (part: Uint8Array) => this.#change(node, { kind: 'write', at: node.cache.length, bytes: part.slice() });
    // Without power the call was under way: some of it is in the cache and may be on the disk.
    this.#step(() => put(bytes.subarray(0, bytes.length >> 1)));
    put(bytes);
    return bytes.length;
  }

  truncate(handle: number, size: number): void {
    const node = this.#file(this.#node(handle));
    this.#step(() => {}, 'frees');
    this.#change(node, { kind: 'size', size });
  }

  sync(handle: number): void {
    const node = this.#node(handle);
    this.#step(() => {
      // Names stay: a journal that cannot be written takes nothing more, it does not forget.
      if (!this.dead && node.kind === 'file') node.pending = [];
    });
    if (node.kind === 'file' && this.#mutation !== 'sync') {
      node.durable = node.pending.reduce(changed, node.durable);
      node.pending = [];
    }
    if (node.kind === 'folder' && this.#mutation !== 'folder-sync') {
      node.durable = node.pending.reduce(renamed, node.durable);
      node.pending = [];
    }
  }

  rename(from: string, to: string): void {
    const source = this.#place(from);
    const target = this.#place(to);
    const node = source.parent.cache.get(source.name);
    if (!node || source.parent !== target.parent) throw refusal('ENOENT');
    this.#step();
    this.#name(source.parent, { set: target.name, node, clear: source.name });
  }

  remove(path: string): void {
    const { parent, name } = this.#place(path);
    if (!parent.cache.has(name)) return;
    this.#step(() => {}, 'frees');
    this.#name(parent, { set: null, node: null, clear: name });
  }

  /** Counts a call; without power, or when it is to fail, does what is left half done and throws. */
  #step(halfDone: () => void = () => {}, room: 'takes' | 'frees' = 'takes'): void {
    if (this.dead) throw refusal('EIO');
    this.calls++;
    const failure = this.failing(this.calls);
    if (!this.dead && (failure === null || (failure === 'ENOSPC' && room === 'frees'))) return;
    halfDone();
    throw refusal(failure ?? 'EIO');
  }

  #change(node: FileNode, change: Change): void {
    node.cache = changed(node.cache, change);
    node.pending.push(change);
  }

  #name(parent: FolderNode, change: NameChange): void {
    if (change.clear !== null) parent.cache.delete(change.clear);
    if (change.set !== null && change.node !== null) parent.cache.set(change.set, change.node);
    parent.pending.push(change);
  }

  #handle(node: Node): number {
    this.#handles.set(this.#nextHandle, node);
    return this.#nextHandle++;
  }

  #node(handle: number): Node {
    const node = this.#handles.get(handle);
    if (!node) throw refusal('EBADF');
    return node;
  }

  #find(path: string): Node {
    if (path === '/') return this.#root;
    const { parent, name } = this.#place(path);
    const node = parent.cache.get(name);
    if (!node) throw refusal('ENOENT');
    return node;
  }

  #place(path: string): { parent: FolderNode; name: string } {
    const cut = path.lastIndexOf('/');
    return { parent: this.#folder(this.#find(path.slice(0, cut) || '/')), name: path.slice(cut + 1) };
  }

  #file(node: Node): FileNode {
    if (node.kind !== 'file') throw refusal('EISDIR');
    return node;
  }

  #folder(node: Node): FolderNode {
    if (node.kind !== 'folder') throw refusal('ENOTDIR');
    return node;
  }
}

const refusal = (code: string) => Object.assign(new Error(code), { code });
