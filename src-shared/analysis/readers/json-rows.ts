// Rows and columns of JSON: elements of the outermost arrays, or each outermost value, are rows; paths are columns (`user.idCard`,
// `contacts[].phone`). A key that is itself an identifier is a value: it becomes a cell of `path{}`, never a column's name. Keeps one row, and of
// a row without end only a piece. Two shapes are known by name: features of a map are rows and their positions single cells (RFC 7946), and of a
// notebook (nbformat 4) pictures are left out.
import { createJsonScanner, type JsonProblem } from './json';

export const MAX_PATHS = 65_536;
/** Values of a row that are held until it is whole. */
const MAX_HELD = 8_192;

export type JsonValue = { readonly path: string; readonly text: string | null };
export type JsonRows = {
  /** @param whole false: more of the same row follows. @returns false to stop */
  readonly row: (values: readonly JsonValue[], whole: boolean) => boolean;
  readonly isIdentifier: (key: string) => boolean;
};
export type JsonShape = 'plain' | 'features' | 'notebook';
export type JsonReader = {
  push(text: string): boolean;
  end(): void;
  readonly problem: () => JsonProblem | 'JSON_LINE_UNREADABLE' | 'TOO_MANY_COLUMNS' | null;
  /** Of a notebook: results of cells, and pictures among them. */
  readonly notebook: () => { readonly outputs: number; readonly pictures: number };
};

/** `position`: the path of the cell that the numbers of an innermost array make together, or null. */
type Node = {
  readonly path: string;
  readonly children: Map<string, Node>;
  readonly position: string | null;
  /** As it stands in the file, of what is below an object. */
  readonly name: string;
  /** What came after it last time, or first within it: objects are mostly alike, and a guess costs less than a search. */
  after: Node | null;
  first: Node | null;
};

const positionOf = (path: string): string | null => /^(.*?(?:^|\.)coordinates)(?:\[\])+$/.exec(path)?.[1] ?? null;
const PICTURE = /(?:^|\.)(?:data|attachments\..+)\.(?:image|video|audio)\//;

export function createJsonReader({ row, isIdentifier }: JsonRows, lines: boolean, shape: JsonShape = 'plain'): JsonReader {
  const nodeOf = (path: string, name: string, position: string | null): Node => ({
    path,
    children: new Map(),
    position,
    name,
    after: null,
    first: null,
  });
  const root = nodeOf('', '', null);
  const isMap = shape === 'features';
  let nodes = 0;
  let overflow = false;
  let stopped = false;
  let badLines = 0;
  let values: JsonValue[] = [];
  /** Where each open object or array stands; the outermost array is not part of any path. */
  let open: { readonly node: Node; readonly array: boolean; key: Node | null }[] = [];
  let outer = false;
  /** The object around the features, while they are read. */
  let around: typeof open | null = null;
  let position: string[] = [];
  let outputs = 0;
  let pictures = 0;

  function child(node: Node, step: string, path: string, name = ''): Node {
    const known = node.children.get(step);
    if (known) return known;
    if (nodes++ >= MAX_PATHS) overflow = true;
    const made = nodeOf(path, name, isMap ? positionOf(path) : null);
    node.children.set(step, made);
    return made;
  }

  const below = (node: Node, key: string): Node => {
    const known = node.children.get(`.${key}`);
    if (known) return known;
    if (!isIdentifier(key)) return child(node, `.${key}`, node.path === '' ? key : `${node.path}.${key}`, key);
    const anyone = child(node, '{}', `${node.path}{}`);
    add(anyone, key);
    return anyone;
  };
  const element = (node: Node): Node => child(node, '[]', `${node.path}[]`);

  /** Of a value that begins now. */
  function place(): Node {
    const last = open.at(-1);
    if (!last) return root;
    return last.array ? element(last.node) : (last.key ?? root);
  }

  function add(node: Node, text: string | null): void {
    if (shape === 'notebook' && isLeftOut(node.path)) return;
    push(node.path === '' ? 'value' : node.path, text);
  }

  function isLeftOut(path: string): boolean {
    if (path === 'cells[].outputs[].output_type') outputs++;
    if (!PICTURE.test(path)) return false;
    pictures++;
    return true;
  }

  function push(path: string, text: string | null): void {
    values.push({ path, text });
    if (values.length < MAX_HELD) return;
    if (!row(values, false)) stopped = true;
    values = [];
  }

  function valueEnded(): void {
    if (open.length > 0) return;
    if (!row(values, true)) stopped = true;
    values = [];
  }

  const holdsFeatures = (): boolean => isMap && !lines && !outer && open.length === 1 && open[0]?.key?.path === 'features';

  function opened(array: boolean): void {
    if (array && holdsFeatures()) {
      around = open;
      open = [];
      outer = true;
    } else if (array && !lines && !outer && open.length === 0) outer = true;
    else open.push({ node: place(), array, key: null });
  }

  function closed(): void {
    if (open.length === 0) {
      outer = false;
      if (around) open = around;
      return;
    }
    const { node } = open.pop() as (typeof open)[number];
    if (position.length > 0) {
      push(positionOf(`${node.path}[]`) ?? node.path, position.join(','));
      position = [];
    }
    // What stands beside the features is no feature.
    if (around && open.length === 0 && !outer) {
      around = null;
      if (values.length > 0 && !row(values, false)) stopped = true;
      values = [];
    } else valueEnded();
  }

  const events = {
    key(name: string) {
      const last = open.at(-1);
      if (!last) return;
      const { node, key } = last;
      const guess = key ? key.after : node.first;
      if (guess !== null && guess.name === name) {
        last.key = guess;
        return;
      }
      const found = below(node, name);
      last.key = found;
      // A key that is itself a value is none to be guessed.
      if (found.name !== name) return;
      if (key) key.after = found;
      else node.first = found;
    },
    scalar(text: string | null) {
      const node = place();
      if (node.position !== null && text !== null) position.push(text);
      else add(node, text);
      valueEnded();
    },
    open: opened,
    close: closed,
  };
  const scanner = createJsonScanner(events, shape === 'notebook');

  function pushPiece(text: string, from: number, to: number): boolean {
    // A row at a time would be too slow; pieces are short enough that stopping late costs nothing.
    for (let at = from; at < to; at += 4_096) {
      if (!scanner.push(text, at, Math.min(to, at + 4_096)) || stopped || overflow) return false;
    }
    return true;
  }

  function endLine(): void {
    if (!scanner.end() || !scanner.idle()) {
      badLines++;
      values = [];
      open = [];
      position = [];
      scanner.reset();
    }
  }

  return {
    push(text) {
      if (!lines) return pushPiece(text, 0, text.length);
      for (let at = 0; at < text.length; ) {
        const end = text.indexOf('\n', at);
        const fine = pushPiece(text, at, end < 0 ? text.length : end);
        // Whatever is wrong with a line, the next one begins anew.
        if (!fine && (stopped || overflow)) return false;
        if (end < 0) return true;
        endLine();
        at = end + 1;
      }
      return true;
    },
    end() {
      if (stopped || overflow) return;
      if (lines) endLine();
      else if (!scanner.end() && values.length > 0) row(values, true);
    },
    notebook: () => ({ outputs, pictures }),
    problem: () => (overflow ? 'TOO_MANY_COLUMNS' : lines ? (badLines > 0 ? 'JSON_LINE_UNREADABLE' : null) : scanner.problem()),
  };
}
