// The corpus written by hand (tests/vectors/analysis-corpus.json): columns of one kind each, and lines with marks of secrecy and addresses of hosts,
// measured with 95 % intervals.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColumn } from '@shared/analysis/column';
import { createContentLook } from '@shared/analysis/content/look';
import { DETECTORS } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';

type Labelled = { readonly name: string; readonly detector: string | null; readonly values: readonly string[] };
type Line = { readonly text: string; readonly line: number; readonly codes: readonly string[] };
type Corpus = { readonly v: 1; readonly today: string; readonly columns: readonly Labelled[]; readonly texts?: readonly Line[] };

/** What is certain or likely of a column, as a reviewer would be told to act on it. */
function found({ name, values }: Labelled, today: string): ReadonlySet<string> {
  const decoder = new TextDecoder();
  const column = createColumn({ name, today }, (bytes, from, to) => decoder.decode(bytes.subarray(from, to)));
  for (const value of values) {
    const bytes = utf8(value);
    column.add(bytes, 0, bytes.length);
  }
  return new Set(
    column
      .result(name)
      .hits.filter(({ certainty }) => certainty !== 'weak')
      .map(({ detector }) => detector),
  );
}

/** As many empty lines before it as the line says: a bare word at the head of a document is a heading. */
function contentOf({ text, line }: Line): ReadonlySet<string> {
  const look = createContentLook({ kind: 'text', formulas: false, expected: [] });
  const see = look.column('text');
  for (let i = 0; i < line; i++) see('');
  see(text);
  return new Set(look.contents([]).map(({ code }) => code));
}

/** Wilson's interval for a share. */
function interval(hits: number, all: number): string {
  if (all === 0) return 'none';
  const z = 1.96;
  const p = hits / all;
  const middle = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
  const percent = (x: number) => (100 * Math.min(1, Math.max(0, x))).toFixed(1);
  return `${percent(p)} % (${hits}/${all}, 95 %: ${percent(middle - half)} to ${percent(middle + half)})`;
}

/** Lines for people. */
export function handMade(): string[] {
  // Beside the sources: the command runs from out/node.
  const corpus: Corpus = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../tests/vectors/analysis-corpus.json'), 'utf8'));
  const said: string[] = [];
  const looked = corpus.columns.map((column) => ({ column, hits: found(column, corpus.today) }));
  let right = 0;
  let called = 0;
  let wanted = 0;
  for (const detector of DETECTORS) {
    const labelled = looked.filter(({ column }) => column.detector === detector);
    const named = looked.filter(({ hits }) => hits.has(detector));
    const both = labelled.filter(({ hits }) => hits.has(detector)).length;
    right += both;
    called += named.length;
    wanted += labelled.length;
    said.push(`${detector}: recall ${interval(both, labelled.length)}; precision ${interval(both, named.length)}`);
  }
  said.push(`all: recall ${interval(right, wanted)}; precision ${interval(right, called)}`);
  /** Lines of text beside the columns: marks of secrecy and addresses. */
  const lines = (corpus.texts ?? []).map((line) => ({ line, codes: contentOf(line) }));
  for (const code of ['CLASSIFICATION_MARK', 'FOREIGN_HOST', 'UNEXPECTED_HOST', 'INTERNAL_HOST']) {
    const labelled = lines.filter(({ line }) => line.codes.includes(code));
    const named = lines.filter(({ codes }) => codes.has(code));
    const both = labelled.filter(({ codes }) => codes.has(code)).length;
    said.push(`${code}: recall ${interval(both, labelled.length)}; precision ${interval(both, named.length)}`);
  }
  for (const { line, codes } of lines)
    if ([...codes].join() !== line.codes.join())
      said.push(`  ${line.text}: said ${[...codes].join() || 'nothing'}, is ${line.codes.join() || 'nothing'}`);
  for (const { column, hits } of looked) {
    const wrong = [...hits].filter((hit) => hit !== column.detector);
    const missed = column.detector !== null && !hits.has(column.detector);
    if (wrong.length > 0 || missed)
      said.push(
        `  ${column.name}: ${missed ? `missed ${column.detector}` : ''}${wrong.length > 0 ? ` took it for ${wrong.join(', ')}` : ''}`,
      );
  }
  return said;
}
