// Part four and five: what the outcome asks for (conditions of later use, what must be mended, or the grounds of a rejection), and what nobody
// has checked. Part six: the basis, in the words that the basis panel showed.

import type { BasisInputs } from '@shared/regulation/basis';
import { basisParagraphs } from '@shared/regulation/basis-wording';
import { type Block, heading, kept, paragraph, paragraphs, strong } from './block';
import { dayInWords } from './dates';
import type { VerdictFacts } from './facts';

type Numbered = (title: string) => string;

/** Numbered points: the number runs in, a second line of the same point does not repeat it. */
export const points = (texts: readonly string[], ordinal: (n: number) => string): Block[] =>
  texts.flatMap((text, i) => paragraphs('body', strong(ordinal(i + 1)), text));

function conditions({ t, language, statement }: VerdictFacts): string[] {
  return (statement.predicate.conditions ?? []).map(({ text, owner, due, binds }) => {
    const by = due === null || due === undefined ? '' : dayInWords(due, language);
    return text + t.conditionTail(t.binds[binds], owner, by);
  });
}

function rectification({ t, language, statement }: VerdictFacts): string[] {
  return (statement.predicate.rectification ?? []).map(({ text, due }) => {
    const by = due === null || due === undefined ? t.rectificationDueNone : t.rectificationDue(dayInWords(due, language));
    return text.endsWith(t.stop.trim()) ? `${text}${by}` : `${text}${t.listSemicolon}${by}`;
  });
}

export function demands(facts: VerdictFacts, number: Numbered): Block[] {
  const { t, statement } = facts;
  const { outcome, grounds = [] } = statement.predicate;
  const orNone = (texts: readonly string[]): Block[] => (texts.length === 0 ? [paragraph('body', t.none)] : points(texts, t.ordinal));
  switch (outcome) {
    case 'pass':
    case 'pass-with-conditions':
      return [heading(1, number(t.headConditions)), ...orNone(conditions(facts))];
    case 'return':
      return [
        heading(1, number(t.headRectification)),
        ...(grounds.length === 0 ? [] : [kept(paragraph('body', t.returnGrounds)), ...points(grounds, t.ordinal)]),
        kept(paragraph('body', t.rectificationItems(statement.predicate.rectification?.length ?? 0))),
        ...points(rectification(facts), t.ordinal),
      ];
    case 'reject':
      return [heading(1, number(t.headGrounds)), ...orNone(grounds)];
  }
}

export function notChecked({ t, statement }: VerdictFacts, number: Numbered): Block[] {
  const list = statement.predicate.notChecked;
  if (list.length === 0) return [heading(1, number(t.headNotChecked)), paragraph('body', t.notCheckedNone)];
  return [heading(1, number(t.headNotChecked)), paragraph('body', t.notCheckedLead), ...points(list, t.ordinal)];
}

const AUTHORISATION_TITLE = '公共数据授权运营协议';
const AGREEMENT_TITLE = '数据开发利用协议';

/** What the basis was computed from, read back from the signed documents. */
function basisInputs({ statement }: VerdictFacts): BasisInputs {
  const { basis, sources = [] } = statement.predicate;
  const named = (title: string) => {
    const document = basis.documents.find((each) => each.title === title);
    return document === undefined ? null : { number: document.number ?? '', clause: document.clause ?? '', sha256: null };
  };
  const agreement = named(AGREEMENT_TITLE);
  return {
    sources: sources.map(({ catalogueCode, provider, providerKind }) => ({ catalogueCode, provider, providerKind })),
    authorisation: named(AUTHORISATION_TITLE) ?? { number: '', clause: '', sha256: null },
    agreement: agreement === null ? null : { id: agreement.number, clause: agreement.clause, sha256: null },
  };
}

export function basis(facts: VerdictFacts, number: Numbered): Block[] {
  const { t, law, language, statement, edition } = facts;
  const { basis: signed, authorisation, agreement, sources = [], edition: named } = statement.predicate;
  const stated = {
    ...signed,
    documents: signed.documents.map(({ title, number: no, clause }) => ({ title, number: no ?? '', clause: clause ?? '', sha256: null })),
  };
  const editionName = edition.name === null ? named.id : t.editionName(edition.name, edition.version);
  return [
    heading(1, number(t.headBasis)),
    ...basisParagraphs(stated, basisInputs(facts), language).map((text) => paragraph('body', text)),
    ...(authorisation === undefined
      ? []
      : [paragraph('note', t.authorisation(authorisation.number, dayInWords(authorisation.validTo, language)))]),
    paragraph('note', t.agreement(agreement.id)),
    ...(sources.length === 0
      ? []
      : [
          paragraph(
            'note',
            t.sources(
              sources.map((each) => t.source(each.catalogueCode, each.provider, law.providerKind[each.providerKind])).join(t.listComma),
            ),
          ),
        ]),
    paragraph('note', t.edition(editionName)),
    paragraph('note', t.editionDigest(named.sha256)),
  ];
}
