// The labelled corpus: every column is called what its label says, and nothing else is certain or likely. Digests are tried in their own test.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColumn } from '@shared/analysis/column';
import { createContentLook } from '@shared/analysis/content/look';
import { DETECTORS } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';
import { expect, it } from 'vitest';

type Labelled = { readonly name: string; readonly detector: string | null; readonly values: readonly string[] };
type Line = { readonly text: string; readonly line: number; readonly codes: readonly string[] };
const corpus: { readonly today: string; readonly columns: readonly Labelled[]; readonly texts: readonly Line[] } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../vectors/analysis-corpus.json'), 'utf8'),
);

function found({ name, values }: Labelled): string[] {
  const decoder = new TextDecoder();
  const column = createColumn({ name, today: corpus.today }, (bytes, from, to) => decoder.decode(bytes.subarray(from, to)));
  for (const value of values) column.add(utf8(value), 0, utf8(value).length);
  return column
    .result(name)
    .hits.filter(({ certainty }) => certainty !== 'weak')
    .map(({ detector }) => detector);
}

it('is read as it is labelled', () => {
  const columns = corpus.columns.filter(({ detector }) => detector !== 'hashed-identifier');
  expect(columns.map((column) => [column.name, ...found(column)])).toEqual(
    columns.map(({ name, detector }) => [name, ...(detector === null ? [] : [detector])]),
  );
});

it('has every detector, and more than forty columns that are nothing', () => {
  const labels = new Set(corpus.columns.map(({ detector }) => detector));
  expect(DETECTORS.filter((detector) => !labels.has(detector))).toEqual([]);
  expect(corpus.columns.filter(({ detector }) => detector === null).length).toBeGreaterThan(40);
});

it('has lines whose marks and addresses are seen, and nothing else in them', () => {
  expect(corpus.texts.length).toBeGreaterThan(50);
  const seen = corpus.texts.map(({ text, line }) => {
    const look = createContentLook({ kind: 'text', formulas: false, expected: [] });
    const see = look.column('text');
    for (let i = 0; i < line; i++) see('');
    see(text);
    return [text, look.contents([]).map(({ code }) => code)];
  });
  expect(seen).toEqual(corpus.texts.map(({ text, codes }) => [text, codes]));
});
