// What a printed document is made of, before anything is measured: paragraphs, headings, tables and the fixed parts of an official paper.
// Content builds these, layout turns them into pages; neither knows the other. Whatever was typed by people is made visible here, once.
import { visibleText } from '@shared/basics/visible-text';
import type { Language } from '@shared/texts/language';

/** strong: run-in heads; digest: hex, never broken; quiet: secondary words. */
export type Run = { readonly text: string; readonly face: 'plain' | 'strong' | 'digest' | 'quiet' };

export type Cell = { readonly runs: readonly Run[]; readonly head: boolean; readonly span: number; readonly centred: boolean };

/** body: 16 pt on the 28 x 22 grid; note: 12 pt; list: body without its own indent rule (numbered points). */
export type ParagraphRole = 'addressee' | 'body' | 'note';

export type Block =
  | { readonly kind: 'red-head'; readonly operator: string; readonly number: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'annex'; readonly label: string; readonly title: string }
  | { readonly kind: 'paragraph'; readonly role: ParagraphRole; readonly runs: readonly Run[]; readonly keepWithNext: boolean }
  | {
      readonly kind: 'table';
      /** Widths in millimetres; together the width of the text, 156. */
      readonly columns: readonly number[];
      readonly head: readonly Cell[] | null;
      readonly rows: readonly (readonly Cell[])[];
    }
  | {
      readonly kind: 'sign-off';
      readonly operator: string;
      readonly seal: string;
      readonly date: string;
      readonly mark: { readonly title: string; readonly note: string };
    }
  | { readonly kind: 'hand-signatures'; readonly title: string; readonly columns: readonly string[]; readonly date: string }
  | { readonly kind: 'colophon'; readonly copyTo: string; readonly operator: string; readonly printedOn: string };

export type OfficialDocument = {
  readonly title: string;
  readonly language: Language;
  /** Marks every page and takes the colour out of head and mark. */
  readonly practice: { readonly band: string } | null;
  /** At the foot of every page: the arrangement line, then number and digest. */
  readonly footer: readonly string[];
  /** A short head, for papers meant to fit on one page. */
  readonly compact: boolean;
  readonly pageNumber: (n: number) => string;
  readonly blocks: readonly Block[];
};

export const TEXT_WIDTH_MM = 156;

const DIGEST = /([0-9a-f]{64})/;

/** Plain text with digests set apart, so that they are never broken across lines. */
export const runsOf = (text: string): Run[] =>
  text
    .split(DIGEST)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, face: DIGEST.test(part) ? 'digest' : 'plain' }));

export const strong = (text: string): Run => ({ text, face: 'strong' });
export const quiet = (text: string): Run => ({ text, face: 'quiet' });

export const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });

export const paragraph = (role: ParagraphRole, ...parts: readonly (string | Run)[]): Block => ({
  kind: 'paragraph',
  role,
  runs: parts.flatMap((part) => (typeof part === 'string' ? runsOf(part) : [part])),
  keepWithNext: false,
});

export const kept = (block: Block): Block => (block.kind === 'paragraph' ? { ...block, keepWithNext: true } : block);

/** Text with line breaks in it: one paragraph a line, the first with a run-in head. */
export function paragraphs(role: ParagraphRole, head: Run | null, text: string): Block[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return (lines.length === 0 ? [''] : lines).map((line, i) =>
    i === 0 && head !== null ? paragraph(role, head, line) : paragraph(role, line),
  );
}

export const cell = (...parts: readonly (string | Run)[]): Cell => ({
  runs: parts.flatMap((part) => (typeof part === 'string' ? runsOf(part) : [part])),
  head: false,
  span: 1,
  centred: false,
});
export const centred = (given: Cell): Cell => ({ ...given, centred: true });
export const headCell = (text: string): Cell => ({ runs: [strong(text)], head: true, span: 1, centred: true });
export const spanning = (given: Cell, span: number): Cell => ({ ...given, span });

const visibleRuns = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, text: visibleText(run.text) }));
const visibleCells = (cells: readonly Cell[]): Cell[] => cells.map((each) => ({ ...each, runs: visibleRuns(each.runs) }));

/** Every text of the document with hiding characters spelled out: the last step of building one, so that no part can forget it. */
export function visibleDocument(document: OfficialDocument): OfficialDocument {
  return {
    ...document,
    title: visibleText(document.title),
    footer: document.footer.map(visibleText),
    blocks: document.blocks.map(visibleBlock),
  };
}

function visibleBlock(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: visibleRuns(block.runs) };
    case 'table':
      return { ...block, head: block.head === null ? null : visibleCells(block.head), rows: block.rows.map(visibleCells) };
    case 'red-head':
      return { ...block, operator: visibleText(block.operator), number: visibleText(block.number) };
    case 'title':
    case 'heading':
      return { ...block, text: visibleText(block.text) };
    case 'annex':
      return { ...block, label: visibleText(block.label), title: visibleText(block.title) };
    case 'sign-off':
    case 'colophon':
      return { ...block, operator: visibleText(block.operator) };
    case 'hand-signatures':
      return block;
  }
}
