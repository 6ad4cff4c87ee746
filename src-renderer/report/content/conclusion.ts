// The opening of an opinion and its first two parts: on what basis, about which product, with which outcome, for how long.
import { basisStatusText } from '@shared/regulation/basis-wording';
import { MEASURES } from '@shared/regulation/measures';
import { commonTexts } from '@shared/texts/common';
import { type Block, heading, kept, paragraph, paragraphs, strong } from './block';
import { dayInWords, endInWords } from './dates';
import { labelOf } from './edition-words';
import { productInWords, type VerdictFacts } from './facts';

/** The first words after the addressee: the basis as it stood at signing, or as it was chosen. */
function basisInOpening({ t, law, statement, language }: VerdictFacts): string {
  const { basis } = statement.predicate;
  const document = (each: { title: string; number?: string | null | undefined }): string => law.document(each.title, each.number ?? '');
  switch (basis.chosen) {
    case null:
      return t.openingStanding(MEASURES.title, MEASURES.number, basisStatusText(basis.status, language));
    case 'successor': {
      const first = basis.documents[0];
      return first === undefined ? '' : t.openingSuccessor(document(first), first.clause ?? '');
    }
    case 'method': {
      // The measures are the method here and are named as such, not among the grounds.
      const grounds = basis.documents
        .filter(({ number }) => number !== MEASURES.number)
        .map((each) => document(each) + (each.clause ?? ''));
      return t.openingMethod(grounds.join(t.listComma));
    }
    case 'internal':
      return t.openingInternal;
  }
}

export function opening(facts: VerdictFacts): Block[] {
  const { t, statement } = facts;
  const { developer, product, round, previous } = statement.predicate;
  const about = product.maker === 'operator' ? t.openingOwn(productInWords(facts)) : t.openingFor(productInWords(facts));
  const earlier = round !== undefined && round > 1 ? [paragraph('note', t.round(round, previous?.sha256 ?? t.dash))] : [];
  return [paragraph('addressee', t.addressee(developer.name)), paragraph('body', basisInOpening(facts) + about), ...earlier];
}

export function conclusion({ t, statement, language }: VerdictFacts, number: (title: string) => string): Block[] {
  const { outcome, basis, remarks } = statement.predicate;
  const passes = outcome === 'pass' || outcome === 'pass-with-conditions';
  // On basis `internal` a pass allows no trade, so the sentence that would allow it is left out.
  const sentence = passes && basis.chosen === 'internal' ? t.internalPass : t.outcome[outcome];
  return [
    heading(1, number(t.headOutcome)),
    paragraph('body', strong(commonTexts[language].outcomes[outcome] + t.stop), sentence),
    ...(remarks === undefined || remarks === '' ? [] : [paragraph('body', remarks)]),
  ];
}

const inWords = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

export function coverage(facts: VerdictFacts, number: (title: string) => string): Block[] {
  const { t, language, statement } = facts;
  const { validUntil, reviewBy, outcome } = statement.predicate;
  const passes = outcome === 'pass' || outcome === 'pass-with-conditions';
  const until = validUntil === undefined || validUntil === null ? t.validUntilNone : t.validUntil(endInWords(validUntil, language));
  const again = reviewBy === undefined || reviewBy === null ? '' : t.reviewBy(dayInWords(reviewBy, language));
  // A return or a rejection allows nothing, so it has no term either.
  const term = (passes ? until : '') + again;
  return [heading(1, number(t.headCoverage)), ...coverageBlocks(facts), ...(term === '' ? [] : [paragraph('body', term)])];
}

function coverageBlocks({ t, language, statement }: VerdictFacts): Block[] {
  const { coverage: given } = statement.predicate;
  if (given === undefined) return [paragraph('body', t.coverageUnknown)];
  switch (given.kind) {
    case 'files':
      return [paragraph('body', t.coverageFiles(statement.subject.length))];
    case 'series':
      return [
        kept(paragraph('body', t.coverageSeries(given.frequency, dayInWords(given.from, language), dayInWords(given.to, language)))),
        paragraph('note', t.coverageSchema(given.schema)),
        ...(given.checks.length === 0 ? [] : [paragraph('body', t.coverageChecks(given.checks.map(labelOf).join(t.listComma)))]),
        ...(inWords(given.bounds) === '' ? [] : paragraphs('body', null, t.coverageBounds(inWords(given.bounds)))),
      ];
    case 'service':
      return [
        kept(paragraph('body', t.coverageService(given.samples.length))),
        paragraph('note', t.coverageOpenapi(given.openapi)),
        ...(inWords(given.limits) === '' ? [] : paragraphs('body', null, t.coverageLimits(inWords(given.limits)))),
      ];
  }
}
