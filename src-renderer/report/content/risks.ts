// Part three: for the preconditions, raw data and each of the four risks, how the items were answered and what was found. Answers that are
// simply compliant are counted here and listed in annex 1; every other answer and every finding is written out.
import { SECTIONS, type Section, sectionOf } from '@shared/checklist/edition';
import { commonTexts } from '@shared/texts/common';
import { type Block, heading, kept, paragraph, paragraphs, strong } from './block';
import { labelOf } from './edition-words';
import { type Answer, type Finding, sectionOfFinding, type VerdictFacts } from './facts';

const ANSWERS = ['compliant', 'not-applicable', 'non-compliant', 'not-verified'] as const;

function counts(answers: readonly Answer[], { t, language }: VerdictFacts): string {
  return ANSWERS.map((kind) => ({ kind, n: answers.filter(({ answer }) => answer === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => t.count(commonTexts[language].answers[kind], n))
    .join(t.listComma);
}

function summary(answers: readonly Answer[], facts: VerdictFacts): string {
  const { t, language } = facts;
  const first = answers[0];
  if (first === undefined) return t.sectionEmpty;
  if (answers.every(({ answer }) => answer === first.answer)) return t.allOf(answers.length, commonTexts[language].answers[first.answer]);
  return t.someOf(answers.length, counts(answers, facts));
}

function answerBlocks(answer: Answer, facts: VerdictFacts): Block[] {
  const { t, language } = facts;
  const head = t.answerLine(labelOf(answer.item), facts.edition.title(answer.item), commonTexts[language].answers[answer.answer]);
  return paragraphs('body', strong(head + t.stop), answer.reason ?? '');
}

const grade = (words: Record<string, string>, n: number): string => words[String(n)] ?? String(n);

/** Severity and likelihood as found and as left, whether that is acceptable, and who is responsible (Art. 18). */
function judgement(finding: Finding, { t }: VerdictFacts): string {
  const level = t.findingLevel(grade(t.severity, finding.severity), grade(t.likelihood, finding.likelihood));
  const after =
    finding.after === null || finding.after === undefined
      ? []
      : [t.findingAfter(grade(t.severity, finding.after.severity), grade(t.likelihood, finding.after.likelihood))];
  const also = finding.alsoRisks.length === 0 ? [] : [t.alsoRisks(finding.alsoRisks.join(t.listComma))];
  const responsible =
    finding.responsible === null || finding.responsible === undefined || finding.responsible === ''
      ? []
      : [t.responsible(finding.responsible)];
  return [level, ...after, finding.acceptable ? t.acceptable : t.notAcceptable, ...also, ...responsible].join(t.listSemicolon) + t.stop;
}

function findingBlocks(finding: Finding, facts: VerdictFacts): Block[] {
  const { t } = facts;
  const label = finding.item === null || finding.item === undefined ? '' : labelOf(finding.item);
  const overruled = finding.disposition === 'overruled';
  const head = overruled ? t.findingOverruled(finding.id, label) : t.findingAccepted(finding.id, label);
  const reason = finding.reason ?? '';
  return [
    ...paragraphs('body', strong(head), finding.text),
    // An overruled finding counts for nothing, so it has a reason and no level.
    ...(overruled ? [] : [paragraph('body', judgement(finding, facts))]),
    ...(reason.trim() === '' ? [] : paragraphs('body', null, t.findingReason(reason))),
  ];
}

function sectionBlocks(section: Section | 'other', facts: VerdictFacts): Block[] {
  const { t, statement } = facts;
  const { answers, findings = [] } = statement.predicate;
  const own = answers.filter(({ item }) => (sectionOf(item) ?? 'other') === section);
  const found = findings.filter((finding) => sectionOfFinding(finding) === section);
  if (section === 'other' && own.length === 0 && found.length === 0) return [];
  const noted = own.filter(({ answer }) => answer === 'non-compliant' || answer === 'not-verified');
  return [
    kept(paragraph('body', strong(t.section[section] + t.stop), summary(own, facts))),
    ...noted.flatMap((answer) => answerBlocks(answer, facts)),
    ...found.flatMap((finding) => findingBlocks(finding, facts)),
  ];
}

export function risks(facts: VerdictFacts, number: (title: string) => string): Block[] {
  const { t, statement } = facts;
  const { answers } = statement.predicate;
  return [
    heading(1, number(t.headRisks)),
    paragraph('body', answers.length === 0 ? t.sectionEmpty : t.risksLead(answers.length, counts(answers, facts))),
    ...[...SECTIONS, 'other' as const].flatMap((section) => sectionBlocks(section, facts)),
  ];
}
