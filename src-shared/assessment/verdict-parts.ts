// The part of a verdict that an assessment decides, field by field as the verdict has it: answers, findings with their acceptability, conditions,
// rectification, grounds, what was not checked, until when it holds. Takes only a complete assessment; number, people, ledger and keys are main's.
import type { Timestamp } from '../basics/units';
import type { SeenFeature } from '../checklist/applicability';
import type { Edition, EditionItem } from '../checklist/edition';
import type { CompleteAssessment } from './completeness';
import { judgeFinding } from './levels';
import type { Answer, FindingDraft, Grade } from './model';
import { answerTo, applicability } from './subject';
import { notCheckedList, validUntil } from './summary';

export type VerdictAnswer = {
  readonly item: string;
  readonly answer: Answer;
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly inheritedFrom: string | null;
  readonly answeredAt: string | null;
};
export type VerdictFinding = {
  readonly id: string;
  readonly item: string;
  readonly risk: string;
  readonly alsoRisks: readonly string[];
  readonly text: string;
  readonly severity: Grade;
  readonly likelihood: Grade;
  readonly after: { readonly severity: Grade; readonly likelihood: Grade };
  readonly acceptable: boolean;
  readonly responsible: string;
  readonly disposition: 'accepted' | 'overruled';
  readonly reason: string;
};
export type VerdictParts = {
  readonly answers: readonly VerdictAnswer[];
  readonly findings: readonly VerdictFinding[];
  readonly notChecked: readonly string[];
  readonly conditions: readonly {
    readonly text: string;
    readonly owner: string;
    readonly due: string;
    readonly binds: 'developer' | 'operator' | 'recipient';
  }[];
  readonly rectification: readonly { readonly text: string; readonly finding: string; readonly due: string }[];
  readonly grounds: readonly string[];
  readonly validUntil: Timestamp | null;
  readonly reviewBy: string | null;
};

const RISKS = ['（一）', '（二）', '（三）', '（四）'] as const;
const riskName = (risk: number | null): string => (risk === null ? '前置条件' : (RISKS[risk - 1] ?? ''));

function verdictFinding(finding: FindingDraft, item: EditionItem, edition: Edition): VerdictFinding {
  const overruled = finding.disposition === 'overruled';
  // An overruled proposal may never have been graded; it counts for nothing and is written with the lowest grades.
  const grade = (value: Grade | null): Grade => value ?? 1;
  return {
    id: finding.id,
    item: finding.item,
    risk: riskName(item.risk),
    alsoRisks: item.alsoRisks.map(riskName),
    text: finding.text,
    severity: grade(finding.severity),
    likelihood: grade(finding.likelihood),
    after: { severity: grade(finding.after.severity), likelihood: grade(finding.after.likelihood) },
    acceptable: overruled || judgeFinding(finding, item, edition).acceptable,
    responsible: finding.responsible,
    disposition: overruled ? 'overruled' : 'accepted',
    reason: finding.reason,
  };
}

/** Lists that belong to another outcome are left out: a pass carries no rectification, a return no conditions. */
export function verdictParts(
  assessment: CompleteAssessment,
  edition: Edition,
  context: { readonly seen: readonly SeenFeature[]; readonly notChecked: readonly string[] },
): VerdictParts {
  const { items } = applicability(assessment, edition, context.seen);
  const { outcome, conditions, rectification, grounds, reviewBy } = assessment.decision;
  const passes = outcome === 'pass' || outcome === 'pass-with-conditions';
  const itemOf = new Map(edition.items.map((item) => [item.id, item]));
  return {
    answers: items.flatMap(({ item }) => {
      const { answer, reason, evidence, inheritedFrom, answeredAt } = answerTo(assessment, item.id);
      return answer === null ? [] : [{ item: item.id, answer, reason, evidence, inheritedFrom, answeredAt }];
    }),
    findings: assessment.findings.flatMap((finding) => {
      const item = itemOf.get(finding.item);
      return item === undefined ? [] : [verdictFinding(finding, item, edition)];
    }),
    notChecked: notCheckedList(assessment, edition, 'zh', context),
    conditions:
      outcome === 'pass-with-conditions'
        ? conditions.flatMap(({ text, owner, due, binds }) => (binds === null ? [] : [{ text, owner, due, binds }]))
        : [],
    rectification: outcome === 'return' ? rectification : [],
    grounds: outcome === 'reject' || outcome === 'return' ? grounds.filter((text) => text.trim() !== '') : [],
    validUntil: passes ? (validUntil(assessment.registration)?.at ?? null) : null,
    reviewBy: reviewBy === '' ? null : reviewBy,
  };
}
