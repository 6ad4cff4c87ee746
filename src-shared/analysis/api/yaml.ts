// YAML 1.2 as interface descriptions are written in it: one document, scalars of the core schema, anchors, aliases and merge keys. The library cuts the
// text and builds its nodes; this file holds it to limits while it does, and makes plain values of the nodes under a budget, so that no alias multiplies
// what was written. Refused are double keys, double anchors and tags of one's own: two readers must not see two things.
import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { failure, ok, type Result } from '../../basics/result';

const MAX_CHARACTERS = 4 * 1024 * 1024;
/** Pieces the lexer cuts; a description of 4 MiB has about so many. */
const MAX_PIECES = 800_000;
const MAX_DEPTH = 64;
/** The library keeps some of its stack for the inside of a node. */
const MAX_STACK = 2 * MAX_DEPTH;
/** Values of the document with every alias written out. */
const MAX_VALUES = 1_000_000;
/** What the core schema itself gives to a value. */
const KNOWN_TAG = /^tag:yaml\.org,2002:(?:map|seq|str|null|bool|int|float|merge)$/u;

class YamlRefusal extends Error {}

function documentOf(text: string): Document.Parsed {
  const parser = new Parser();
  const composer = new Composer({
    schema: 'core',
    merge: true,
    stringKeys: true,
    // Compared here: the library compares every key with every other.
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const found: Document.Parsed[] = [];
  const take = (documents: Iterable<Document.Parsed>): void => {
    for (const document of documents) {
      if (document.errors.length > 0 || document.warnings.length > 0) throw new YamlRefusal('syntax');
      if (found.push(document) > 1) throw new YamlRefusal('several documents');
    }
  };
  let pieces = 0;
  for (const piece of new Lexer().lex(text)) {
    if (++pieces > MAX_PIECES) throw new YamlRefusal('length');
    for (const token of parser.next(piece)) take(composer.next(token));
    if (parser.stack.length > MAX_STACK) throw new YamlRefusal('depth');
  }
  for (const token of parser.end()) take(composer.next(token));
  take(composer.end(true, text.length));
  return found[0] as Document.Parsed;
}

type Made = { readonly value: unknown; readonly values: number; readonly entries: ReadonlyMap<string, unknown> | null };

class Maker {
  readonly #anchors = new Map<string, Made>();
  #left = MAX_VALUES;

  #spend(values: number): void {
    this.#left -= values;
    if (this.#left < 0) throw new YamlRefusal('aliases');
  }

  make(node: unknown, depth: number): Made {
    if (depth > MAX_DEPTH) throw new YamlRefusal('depth');
    if (!isNode(node)) return this.#counted(null, 1);
    if (isAlias(node)) return this.#aliased(node);
    if (node.tag !== undefined && !KNOWN_TAG.test(node.tag)) throw new YamlRefusal('tag');
    const made = this.#plain(node, depth);
    if (node.anchor === undefined) return made;
    if (this.#anchors.has(node.anchor)) throw new YamlRefusal('double anchor');
    this.#anchors.set(node.anchor, made);
    return made;
  }

  #counted(value: unknown, values: number, entries: Made['entries'] = null): Made {
    this.#spend(1);
    return { value, values, entries };
  }

  /** Not found within itself: a node is known once it is whole. */
  #aliased({ source }: Alias): Made {
    const made = this.#anchors.get(source);
    if (!made) throw new YamlRefusal('alias');
    this.#spend(made.values);
    return made;
  }

  #plain(node: Exclude<Node, Alias>, depth: number): Made {
    if (isScalar(node)) return this.#counted(scalarValue(node), 1);
    if (isMap(node)) return this.#map(node, depth);
    if (!isSeq(node)) throw new YamlRefusal('node');
    const items = node.items.map((item) => this.make(item, depth + 1));
    return this.#counted(
      items.map(({ value }) => value),
      items.reduce((sum, { values }) => sum + values, 1),
    );
  }

  #map({ items }: YAMLMap, depth: number): Made {
    const own = new Map<string, unknown>();
    const merged: ReadonlyMap<string, unknown>[] = [];
    let values = 1;
    for (const { key, value } of items) {
      const name = keyOf(key);
      if (name === null) {
        merged.push(...this.#merged(value, depth));
        continue;
      }
      if (own.has(name)) throw new YamlRefusal('double key');
      const made = this.make(value, depth + 1);
      own.set(name, made.value);
      values += made.values;
    }
    // What the map says itself stands; of what it takes over, what came first.
    for (const other of merged) {
      this.#spend(other.size);
      values += other.size;
      for (const [name, value] of other) if (!own.has(name)) own.set(name, value);
    }
    return this.#counted(Object.fromEntries(own), values, own);
  }

  #merged(value: unknown, depth: number): ReadonlyMap<string, unknown>[] {
    const sources = isSeq(value) ? value.items : [value];
    return sources.map((source) => {
      const { entries } = this.make(source, depth + 1);
      if (!entries) throw new YamlRefusal('merge');
      return entries;
    });
  }
}

/** Numbers beyond what JSON can say stay as they were written. */
function scalarValue({ value, source }: Scalar): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return source ?? String(value);
  return value;
}

/** @returns null for a merge key, which stands plain */
function keyOf(key: unknown): string | null {
  if (!isScalar(key) || key.anchor !== undefined) throw new YamlRefusal('key');
  if (typeof key.value === 'symbol' || (key.value === '<<' && key.type === 'PLAIN')) return null;
  return key.value === null ? '' : String(key.value);
}

export function parseYaml(text: string): Result<unknown, 'YAML_NOT_READ'> {
  if (text.length > MAX_CHARACTERS) return failure('YAML_NOT_READ', 'length');
  try {
    return ok(new Maker().make(documentOf(text).contents, 0).value);
  } catch (cause) {
    // The library says with errors of its own what it does not expect.
    return failure('YAML_NOT_READ', cause instanceof YamlRefusal ? cause.message : 'syntax');
  }
}
