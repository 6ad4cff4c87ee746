// The basis in words, for the status bar, the basis panel and the report: the same facts that are signed, said in sentences. It decides nothing.
import type { Language } from '../texts/language';
import { regulationTexts } from '../texts/regulation';
import { type BasisInputs, type BasisOption, type StatedBasis, sourceUses } from './basis';
import { MEASURES } from './measures';
import { DATA_SECURITY_LAW, NATIONAL_NORM, NORM_ON_RAW_DATA, PERSONAL_INFORMATION_LAW } from './sources';
import type { Basis } from './validity';
import type { BasisChoice, BasisStatus } from './vocabulary';

const measuresName = `《${MEASURES.title}》（${MEASURES.number}）`;

/** One line: the status and, while it counts, the days left or the readings that still hold. */
export function basisLine(basis: Basis, language: Language): string {
  const texts = regulationTexts[language];
  const holding = basis.readings.filter(({ holds }) => holds).map(({ lastDay }) => lastDay.slice(5));
  switch (basis.status) {
    case 'in-force':
      return texts.lineInForce;
    case 'expiring':
      return texts.lineExpiring(basis.daysLeft);
    case 'disputed':
      return texts.lineDisputed(holding.join(texts.listComma));
    case 'lapsed':
      return texts.lineLapsed;
    case 'extended':
    case 'replaced':
      return texts.lineSuccessor(texts.status[basis.status], basis.successor?.document.number ?? '');
  }
}

export const basisStatusText = (status: BasisStatus, language: Language): string => regulationTexts[language].status[status];

export function basisOptionText(option: BasisOption, language: Language): { title: string; summary: string; reasons: string[] } {
  const texts = regulationTexts[language];
  const { title, summary } = texts.option[option.choice];
  return { title, summary, reasons: option.reasons.map(({ code }) => texts.reason[code]) };
}

export const verdictTitle = (choice: BasisChoice | null, language: Language): string =>
  choice === 'internal' ? regulationTexts[language].titleInternal : regulationTexts[language].titleVerdict;

function methodParagraphs(stated: StatedBasis, inputs: BasisInputs, language: Language): string[] {
  const texts = regulationTexts[language];
  const uses = sourceUses(inputs);
  const names = (use: 'ground' | 'reference'): string =>
    uses
      .filter((each) => each.use === use)
      .map(({ catalogueCode }) => catalogueCode)
      .join(texts.listComma);
  const { authorisation, agreement } = inputs;
  const clauses = [texts.authorisationClause(authorisation.number, authorisation.clause)];
  if (agreement !== null) clauses.push(texts.agreementClause(agreement.id, agreement.clause));
  const norm = texts.document(NATIONAL_NORM.title, NATIONAL_NORM.number);
  const laws = texts.laws(DATA_SECURITY_LAW.title, PERSONAL_INFORMATION_LAW.title);
  const paragraphs: string[] = [];
  if (names('ground') !== '') paragraphs.push(texts.methodGround(norm, names('ground'), clauses.join(texts.listComma), laws));
  if (names('reference') !== '') paragraphs.push(texts.methodReference(norm, names('reference'), clauses.join(texts.listComma), laws));
  return [...paragraphs, texts.methodMeasures(measuresName, texts.status[stated.status]), texts.methodRawData(NORM_ON_RAW_DATA)];
}

/** What the report says of its basis, paragraph by paragraph; screen and PDF use the same words. */
export function basisParagraphs(stated: StatedBasis, inputs: BasisInputs, language: Language): string[] {
  const texts = regulationTexts[language];
  const readings = stated.readings.map(({ name, lastDay }) => texts.readingLine(lastDay, name)).join(texts.listSemicolon);
  const first = stated.documents[0];
  switch (stated.chosen) {
    case null:
      return [texts.standing(measuresName, texts.status[stated.status]), texts.readings(readings)];
    case 'successor':
      return [
        texts.successor(first === undefined ? '' : texts.document(first.title, first.number), first?.clause ?? ''),
        texts.readings(readings),
      ];
    case 'method':
      return [...methodParagraphs(stated, inputs, language), texts.readings(readings)];
    case 'internal':
      return [texts.internal(measuresName, texts.status[stated.status]), texts.notTradable, texts.readings(readings)];
  }
}
