// 《数据产品安全合规审核意见书》 as a list of blocks, in the order in which it is read. On basis `internal` it is headed 内部意见.

import type { ReportView } from '@shared/contract/views';
import { verdictTitle } from '@shared/regulation/basis-wording';
import { answersAnnex, filesAnnex } from './annexes';
import { type Block, type OfficialDocument, paragraph, visibleDocument } from './block';
import { conclusion, coverage, opening } from './conclusion';
import { dayOf } from './dates';
import { basis, demands, notChecked } from './demands';
import { factsOf, type VerdictFacts } from './facts';
import { risks } from './risks';
import { handSignatures, notASignature, signatures, signOff } from './signatures';

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 一、审核结论; in English "1  Outcome". */
export function numbering(language: VerdictFacts['language']): (title: string) => string {
  let n = 0;
  return (title) => {
    n += 1;
    return language === 'en' ? `${n}  ${title}` : `${CHINESE[n - 1] ?? n}、${title}`;
  };
}

export const colophon = ({ t, view, language }: VerdictFacts, decidedAt: string): Block => ({
  kind: 'colophon',
  copyTo: t.copyTo,
  operator: view.operator,
  printedOn: t.printedOn(dayOf(decidedAt, language)),
});

export function verdictDocument(view: ReportView): OfficialDocument {
  const facts = factsOf(view, 'verdict');
  const { t, language, statement } = facts;
  const { number, decidedAt, basis: stated, practice } = statement.predicate;
  const title = verdictTitle(stated.chosen, language);
  const head = numbering(language);
  return visibleDocument({
    title: `${title} ${number}`,
    language,
    practice: practice || view.practice ? { band: t.practiceBand } : null,
    footer: [t.footerArrangement, t.footerId(number, view.payloadSha256)],
    compact: false,
    pageNumber: t.pageNumber,
    blocks: [
      { kind: 'red-head', operator: view.operator, number },
      { kind: 'title', text: title },
      ...opening(facts),
      ...conclusion(facts, head),
      ...coverage(facts, head),
      ...risks(facts, head),
      ...demands(facts, head),
      ...notChecked(facts, head),
      ...basis(facts, head),
      ...signatures(facts, head),
      paragraph('body', `${t.annexNote}1. ${t.annexAnswers}${t.listSemicolon}2. ${t.annexFiles}`),
      notASignature(facts),
      signOff(facts, decidedAt),
      handSignatures(facts),
      ...answersAnnex(facts),
      ...filesAnnex(facts),
      colophon(facts, decidedAt),
    ],
  });
}
