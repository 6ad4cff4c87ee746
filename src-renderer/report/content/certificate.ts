// 《审核结论通知书》: for whoever receives the product. Only what binds him: outcome, coverage, conditions, basis, digests; no answers, no findings.

import type { ReportView } from '@shared/contract/views';
import { basisStatusText } from '@shared/regulation/basis-wording';
import { commonTexts } from '@shared/texts/common';
import { fileCell } from './annexes';
import { type Block, type Cell, cell, headCell, kept, type OfficialDocument, paragraph, strong, visibleDocument } from './block';
import { dayInWords, endInWords } from './dates';
import { type Facts, factsOf } from './facts';
import { signOff } from './signatures';

type CertificateFacts = Facts<'certificate'>;

function coverageWords({ t, language, statement }: CertificateFacts): string {
  const { coverage } = statement.predicate;
  if (coverage === undefined) return t.coverageUnknown;
  switch (coverage.kind) {
    case 'files':
      return t.certCoverageFiles(statement.subject.length);
    case 'series':
      return t.coverageSeries(coverage.frequency, dayInWords(coverage.from, language), dayInWords(coverage.to, language));
    case 'service':
      return t.coverageService(coverage.samples.length);
  }
}

function conditionWords({ t, statement }: CertificateFacts): string {
  const binding = (statement.predicate.conditions ?? []).filter(({ binds }) => binds === 'recipient');
  return binding.length === 0 ? t.certConditionsNone : binding.map(({ text }, i) => `${t.ordinal(i + 1)}${text}`).join('\n');
}

function basisWords({ t, law, language, statement, edition }: CertificateFacts): string {
  const { basis, edition: named } = statement.predicate;
  const documents = basis.documents
    .map(({ title, number, clause }) => law.document(title, number ?? '') + (clause ?? ''))
    .join(t.listComma);
  const name = edition.name === null ? named.id : t.editionName(edition.name, edition.version);
  return `${t.certBasisStatus(documents, basisStatusText(basis.status, language))}\n${t.edition(name)}`;
}

function rows(facts: CertificateFacts): Cell[][] {
  const { t, law, language, statement } = facts;
  const { outcome, product, developer, validUntil, notChecked = [] } = statement.predicate;
  const row = (label: string, ...values: Cell[]): Cell[][] => values.map((value, i) => [headCell(i === 0 ? label : ''), value]);
  return [
    ...row(t.certOutcome, cell(strong(commonTexts[language].outcomes[outcome]))),
    ...row(t.certProduct, cell(t.certProductWords(product.name, product.version, law.form[product.form]))),
    ...row(t.certDeveloper, cell(developer.name)),
    ...row(t.certCoverage, cell(coverageWords(facts))),
    ...row(
      t.certValid,
      cell(validUntil === undefined || validUntil === null ? t.validUntilNone : t.validUntil(endInWords(validUntil, language))),
    ),
    ...row(t.certConditions, cell(conditionWords(facts))),
    ...row(t.certBasis, cell(basisWords(facts))),
    ...row(t.certNotChecked, cell(notChecked.length === 0 ? t.notCheckedNone : notChecked.join(t.listSemicolon))),
    ...row(t.certFiles, ...statement.subject.map(({ name, digest }) => fileCell(name, digest))),
  ];
}

export function certificateDocument(view: ReportView): OfficialDocument {
  const facts = factsOf(view, 'certificate');
  const { t, language, statement } = facts;
  const { number, decidedAt, product, developer, verdict, practice } = statement.predicate;
  const table: Block = { kind: 'table', columns: [30, 126], head: null, rows: rows(facts) };
  return visibleDocument({
    title: `${t.certificateTitle} ${number}`,
    language,
    practice: practice || view.practice ? { band: t.practiceBand } : null,
    footer: [t.footerArrangement, t.footerCertificate, t.footerId(number, verdict.sha256)],
    compact: true,
    pageNumber: t.pageNumber,
    blocks: [
      { kind: 'red-head', operator: view.operator, number },
      { kind: 'title', text: t.certificateTitle },
      paragraph('addressee', t.addressee(developer.name)),
      kept(paragraph('body', t.certificateOpening(product.name))),
      table,
      kept(paragraph('note', t.certHow)),
      signOff(facts, decidedAt),
    ],
  });
}
