// What the decision page says, computed from the paper by the assessment room: nothing here opens or closes an outcome. Pure, in one language,
// so that a test can read the page without a window.
import { assessmentGaps } from '@shared/assessment/completeness';
import type { Gap } from '@shared/assessment/gap';
import { type Judgement, judgeFinding, stands } from '@shared/assessment/levels';
import { ANSWERS, type Answer, type AssessmentDraft, type FindingDraft, type Outcome } from '@shared/assessment/model';
import { type Context, type OutcomeReason, type Outcomes, outcomes } from '@shared/assessment/outcomes';
import { type SignaturesRequired, signaturesRequired } from '@shared/assessment/signatures';
import { answerTo, applicability, findingsOf } from '@shared/assessment/subject';
import { type HardStop, hardStops, notCheckedList, type ValidityEnd, validUntil } from '@shared/assessment/summary';
import { gapText, itemLabelIn, reasonText } from '@shared/assessment/wording';
import type { Edition, EditionItem } from '@shared/checklist/edition';
import { commonTexts } from '@shared/texts/common';
import { decideTexts } from '@shared/texts/decide';
import type { Language } from '@shared/texts/language';

export type OutcomeRow = { readonly outcome: Outcome; readonly open: boolean; readonly says: string; readonly why: readonly string[] };
export type ClosedRow = {
  readonly key: string;
  readonly item: string | null;
  readonly label: string;
  readonly found: string;
  readonly answer: Answer | null;
  readonly hard: boolean;
  readonly what: string;
  readonly rule: string;
  readonly opens: string;
};
export type RiskPoint = { readonly finding: FindingDraft; readonly item: EditionItem; readonly label: string; readonly judged: Judgement };
export type GapRow = {
  readonly key: string;
  readonly what: string;
  readonly todo: string;
  readonly place: Gap['place'];
  readonly item: string | null;
  readonly field: string | null;
};
export type DecisionModel = {
  readonly intro: string;
  readonly rows: readonly OutcomeRow[];
  readonly outcomes: Outcomes;
  readonly closed: readonly ClosedRow[];
  readonly points: readonly RiskPoint[];
  readonly gaps: readonly GapRow[];
  readonly hardStops: readonly HardStop[];
  readonly signatures: SignaturesRequired;
  readonly validUntil: ValidityEnd | null;
  readonly notChecked: readonly string[];
};

export function decisionModel(assessment: AssessmentDraft, edition: Edition, context: Context, language: Language): DecisionModel {
  const all = outcomes(assessment, edition, context);
  const points = riskPoints(assessment, edition, context, language);
  return {
    intro: introOf(assessment, edition, context, language),
    rows: rowsOf(assessment, all, points.length, edition, language),
    outcomes: all,
    closed: all.pass.reasons.map((reason, index) => closedRow(reason, index, assessment, edition, language)),
    points,
    gaps: assessmentGaps(assessment, edition, context).map((gap, index) => ({
      key: `${index}-${gap.code}`,
      ...gapText(gap, edition, language),
      place: gap.place,
      item: gap.item,
      field: gap.field,
    })),
    hardStops: hardStops(assessment, edition, context.seen),
    signatures: signaturesRequired(assessment, edition, context.seen),
    validUntil: validUntil(assessment.registration),
    notChecked: notCheckedList(assessment, edition, language, context),
  };
}

function introOf(assessment: AssessmentDraft, edition: Edition, context: Context, language: Language): string {
  const t = decideTexts[language];
  const answers = applicability(assessment, edition, context.seen).items.map(({ item }) => answerTo(assessment, item.id).answer);
  const counts = ANSWERS.map((kind) => t.count(commonTexts[language].answers[kind], answers.filter((each) => each === kind).length));
  const open = answers.filter((each) => each === null).length;
  const list = counts.join(language === 'zh' ? '，' : ', ');
  return open === 0 ? t.answered(answers.length, list) : t.unanswered(answers.length, open, list);
}

function riskPoints(assessment: AssessmentDraft, edition: Edition, context: Context, language: Language): RiskPoint[] {
  return applicability(assessment, edition, context.seen).items.flatMap(({ item }) =>
    findingsOf(assessment, item.id)
      .filter(stands)
      .map((finding) => ({ finding, item, label: itemLabelIn(item.id, language), judged: judgeFinding(finding, item, edition) })),
  );
}

function rowsOf(assessment: AssessmentDraft, all: Outcomes, findings: number, edition: Edition, language: Language): OutcomeRow[] {
  const t = decideTexts[language];
  const why = (reasons: readonly OutcomeReason[]) =>
    reasons.map((reason) => {
      const { where, what, opens } = reasonText(reason, edition, language);
      return [where, what, opens].filter((part) => part !== '').join(language === 'zh' ? '：' : ': ');
    });
  const written = assessment.decision.conditions.length;
  const { pass } = all;
  const { rectification } = assessment.decision;
  const tied = uncovered(all.grounds, rectification).covered;
  return [
    {
      outcome: 'pass',
      open: pass.open,
      says: pass.open
        ? `${t.passOpen(findings)}${written > 0 ? t.passDropsConditions(written) : ''}`
        : t.passClosed(closedCounts(pass.reasons, language)),
      why: why(pass.reasons),
    },
    {
      outcome: 'pass-with-conditions',
      open: all['pass-with-conditions'].open,
      says: pass.open ? t.conditionsOpen : t.conditionsClosed,
      why: why(all['pass-with-conditions'].reasons),
    },
    {
      outcome: 'return',
      open: all.return.open,
      says: !all.return.open
        ? (why(all.return.reasons)[0] ?? '')
        : rectification.length > 0
          ? t.returnOpen(rectification.length, tied, all.grounds.length)
          : t.returnReady(all.grounds.length),
      why: why(all.return.reasons),
    },
    {
      outcome: 'reject',
      open: all.reject.open,
      says: all.reject.open ? t.rejectOpen : (why(all.reject.reasons)[0] ?? ''),
      why: why(all.reject.reasons),
    },
  ];
}

function closedCounts(reasons: readonly OutcomeReason[], language: Language): string {
  const t = decideTexts[language];
  const count = (code: OutcomeReason['code']) => reasons.filter((reason) => reason.code === code).length;
  const named: [OutcomeReason['code'], (n: number) => string][] = [
    ['HARD_STOP', t.closedHard],
    ['NOT_VERIFIED', t.closedUnverified],
    ['RISK_NOT_ACCEPTABLE', t.closedRisk],
    ['ITEM_UNANSWERED', t.closedUnanswered],
    ['MATERIAL_MISSING', t.closedPapers],
  ];
  const other = reasons.filter(({ code }) => !named.some(([known]) => known === code)).length;
  return [
    ...named.flatMap(([code, words]) => (count(code) === 0 ? [] : [words(count(code))])),
    ...(other === 0 ? [] : [t.closedOther(other)]),
  ].join(t.listComma);
}

function closedRow(reason: OutcomeReason, index: number, assessment: AssessmentDraft, edition: Edition, language: Language): ClosedRow {
  const { where, what, rule, opens } = reasonText(reason, edition, language);
  const finding = assessment.findings.find(({ id }) => id === reason.finding);
  const title = edition.items.find(({ id }) => id === reason.item)?.title[language];
  return {
    key: `${index}-${reason.code}`,
    item: reason.item,
    label: reason.item === null ? '' : itemLabelIn(reason.item, language),
    found: finding?.text.trim() || title || where,
    answer: reason.item === null ? null : answerTo(assessment, reason.item).answer,
    hard: reason.hard && reason.code === 'HARD_STOP',
    what,
    rule,
    opens,
  };
}

/** Which defects a rectification item already answers; an item may name the finding or the item it stands under. */
export function uncovered(
  grounds: Outcomes['grounds'],
  rectification: AssessmentDraft['decision']['rectification'],
): { readonly covered: number; readonly open: Outcomes['grounds'] } {
  const named = new Set(rectification.map(({ finding }) => finding));
  const open = grounds.filter(({ tie, item }) => !named.has(tie) && !named.has(item));
  return { covered: grounds.length - open.length, open };
}
