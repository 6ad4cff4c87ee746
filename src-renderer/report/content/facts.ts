// What a printed document may use: the signed statement read back from its exact bytes, the edition that it names, and what the bureau's
// receipt proves. Reading fails loudly: a document that cannot be read is not printed.
import { readStatement, type StatementOf } from '@shared/attestation/statements/statement';
import { CodedError } from '@shared/basics/coded-error';
import { sha256Hex } from '@shared/basics/digest';
import { type Section, sectionOf } from '@shared/checklist/edition';
import type { ReportView } from '@shared/contract/views';
import type { Language } from '@shared/texts/language';
import { regulationTexts } from '@shared/texts/regulation';
import { reportTexts } from '@shared/texts/report';
import { type EditionWords, editionWords } from './edition-words';

export type Texts = (typeof reportTexts)[Language];
export type Facts<Kind extends 'verdict' | 'certificate'> = {
  readonly view: ReportView;
  readonly language: Language;
  readonly t: Texts;
  readonly law: (typeof regulationTexts)[Language];
  readonly statement: StatementOf<Kind>;
  readonly edition: EditionWords;
};
export type VerdictFacts = Facts<'verdict'>;
export type Verdict = VerdictFacts['statement']['predicate'];
export type Finding = NonNullable<Verdict['findings']>[number];
export type Answer = Verdict['answers'][number];

/** @throws CodedError REPORT_UNREADABLE when the payload is not the statement that the view says it is. */
export function factsOf<Kind extends 'verdict' | 'certificate'>(view: ReportView, kind: Kind): Facts<Kind> {
  // The digest is printed on every page; it must be that of the bytes that were laid out.
  if (sha256Hex(view.payload) !== view.payloadSha256) throw new CodedError('REPORT_UNREADABLE', 'digest');
  const read = readStatement(view.payload);
  if (!read.ok) throw new CodedError('REPORT_UNREADABLE', read.code);
  if (read.value.kind !== kind) throw new CodedError('REPORT_UNREADABLE', read.value.kind);
  return {
    view,
    language: view.language,
    t: reportTexts[view.language],
    law: regulationTexts[view.language],
    statement: read.value as StatementOf<Kind>,
    edition: editionWords(view.edition, view.language),
  };
}

/** Where a finding is printed: under its item's section, else under the risk it names, else apart. */
export function sectionOfFinding(finding: Finding): Section | 'other' {
  const byItem = finding.item === null || finding.item === undefined ? null : sectionOf(finding.item);
  if (byItem !== null) return byItem;
  const index = RISK_WORDS.findIndex((words) => words.includes(finding.risk.replace(/[()（）]/g, '')));
  return (['r1', 'r2', 'r3', 'r4', 'pre', 'raw'] as const)[index] ?? 'other';
}
const RISK_WORDS: readonly (readonly string[])[] = [
  ['r1', '1', '一'],
  ['r2', '2', '二'],
  ['r3', '3', '三'],
  ['r4', '4', '四'],
  ['pre', '前置', '前'],
  ['raw', '原始数据', '原'],
];

/** “供热需求指数”（版本2026-11，数据指数，受控公开） */
export function productInWords(facts: VerdictFacts): string {
  const { product, agreement } = facts.statement.predicate;
  return facts.t.product(product.name, product.version, facts.law.form[product.form], facts.law.sharingMode[agreement.sharingMode]);
}
