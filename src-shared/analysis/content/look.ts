// The looks at what a text says besides identifiers: marks of secrecy, addresses, formulas. Told each distinct value of a column once; knows no
// formats. Readers make one for each table or text, beside the detectors.

import type { Content } from '../result';
import { isFormulaCell } from './formulas';
import { type HostSeen, hostsIn, isExpected } from './hosts';
import { classificationMark, nameMark } from './marks';
import { Tally } from './tally';

export type ContentLook = {
  /** Takes the values of one column: of a text its lines, in their order. */
  readonly column: (header: string) => (text: string) => void;
  /** @param names of the columns: a header is delivered too */
  readonly contents: (names: readonly string[]) => Content[];
};
export type ContentLookOptions = {
  readonly kind: 'table' | 'text';
  /** Cells of a workbook that begin with a sign are texts there. */
  readonly formulas: boolean;
  /** Domains that the agreement names; none: whatever has no ground in its name is unexpected. */
  readonly expected: readonly string[];
};

/** Which code an address is, or null when it is where it should be. */
export function tallyHost(tally: Tally, { host, kind, sign }: HostSeen, expected: readonly string[]): void {
  if (kind === 'internal') tally.add('INTERNAL_HOST', host);
  else if (isExpected(host, expected)) return;
  else if (kind === 'foreign') tally.add('FOREIGN_HOST', host, sign);
  else if (kind === 'unknown' || expected.length > 0) tally.add('UNEXPECTED_HOST', host, sign);
}

export function createContentLook({ kind, formulas, expected }: ContentLookOptions): ContentLook {
  const tally = new Tally();
  let line = 0;

  function see(text: string, header: string): void {
    const mark = classificationMark(text, kind === 'text' ? { line: line++ } : { header });
    if (mark) tally.add('CLASSIFICATION_MARK', mark);
    for (const host of hostsIn(text)) tallyHost(tally, host, expected);
    if (formulas && isFormulaCell(text)) tally.add('CSV_FORMULA', text);
  }

  return {
    column: (header) => (text) => see(text, header),
    contents(names) {
      if (kind === 'table') for (const name of names) see(name, '');
      return tally.contents();
    },
  };
}

/** The marks in the names of files and members. */
export function nameContents(names: readonly string[]): Content[] {
  const tally = new Tally();
  for (const name of names) {
    const mark = nameMark(name);
    if (mark) tally.add('CLASSIFICATION_MARK', mark);
  }
  return tally.contents();
}
