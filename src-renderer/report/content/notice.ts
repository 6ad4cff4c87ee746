// 《整改通知》: for the developer, after a return. One point for each thing to mend: what, which finding, what counts as mended, by when.

import { CodedError } from '@shared/basics/coded-error';
import type { ReportView } from '@shared/contract/views';
import { type Block, heading, kept, type OfficialDocument, paragraph, paragraphs, strong, visibleDocument } from './block';
import { dayInWords } from './dates';
import { labelOf } from './edition-words';
import { type Finding, factsOf, productInWords, type Verdict, type VerdictFacts } from './facts';
import { signOff } from './signatures';
import { colophon, numbering } from './verdict';

type Rectification = NonNullable<Verdict['rectification']>[number];

/** A rectification names a finding, or the item whose gap it fills. */
function tiedTo(facts: VerdictFacts, rectification: Rectification): { finding: Finding | null; item: string | null } {
  const { findings = [], answers } = facts.statement.predicate;
  const finding = findings.find(({ id }) => id === rectification.finding) ?? null;
  if (finding !== null) return { finding, item: finding.item ?? null };
  return { finding: null, item: answers.find(({ item }) => item === rectification.finding)?.item ?? null };
}

function findingText(facts: VerdictFacts, { finding, item }: ReturnType<typeof tiedTo>): string {
  if (finding !== null) return finding.text;
  const reason = facts.statement.predicate.answers.find((answer) => answer.item === item)?.reason ?? '';
  return reason.trim() === '' ? facts.t.noticeFindingNone : reason;
}

function point(facts: VerdictFacts, rectification: Rectification, n: number): Block[] {
  const { t, language, edition } = facts;
  const tied = tiedTo(facts, rectification);
  const title = tied.item === null ? '' : `${labelOf(tied.item)}　${edition.title(tied.item)}`;
  const clauses = tied.item === null ? '' : edition.citations(tied.item).join(t.listComma);
  const passRule = tied.item === null ? null : edition.passRule(tied.item);
  const due = rectification.due;
  return [
    heading(2, `${t.noticeOrdinal(n)}${title}`),
    ...paragraphs('body', strong(t.noticeWhat), rectification.text),
    ...paragraphs('body', strong(t.noticeFinding), findingText(facts, tied)),
    ...(clauses === '' ? [] : [paragraph('body', strong(t.noticeClause), clauses + t.stop)]),
    ...paragraphs('body', strong(t.noticeMended), passRule ?? t.noticeMendedGeneric),
    paragraph('body', strong(t.noticeDue), due === null || due === undefined ? t.noticeDueNone : dayInWords(due, language) + t.stop),
  ];
}

/** @throws CodedError NO_NOTICE when the outcome is not a return. */
export function noticeDocument(view: ReportView): OfficialDocument {
  const facts = factsOf(view, 'verdict');
  const { t, language, statement } = facts;
  const { number, decidedAt, outcome, practice, developer, product, rectification = [] } = statement.predicate;
  if (outcome !== 'return') throw new CodedError('NO_NOTICE', outcome);
  const head = numbering(language);
  const about = productInWords(facts);
  return visibleDocument({
    title: `${t.noticeTitle} ${number}`,
    language,
    practice: practice || view.practice ? { band: t.practiceBand } : null,
    footer: [t.footerArrangement, t.footerId(number, view.payloadSha256)],
    compact: false,
    pageNumber: t.pageNumber,
    blocks: [
      { kind: 'red-head', operator: view.operator, number },
      { kind: 'title', text: t.noticeTitle },
      paragraph('addressee', t.addressee(developer.name)),
      paragraph('body', product.maker === 'operator' ? t.noticeOpeningOwn(about, number) : t.noticeOpening(about, number)),
      heading(1, head(t.noticeItems(rectification.length))),
      ...rectification.flatMap((each, i) => point(facts, each, i + 1)),
      heading(1, head(t.noticeHow)),
      paragraph('body', t.noticeHowText),
      paragraph('body', t.noticeOtherDefects),
      kept(paragraph('note', t.noticeSource)),
      signOff(facts, decidedAt),
      colophon(facts, decidedAt),
    ],
  });
}
