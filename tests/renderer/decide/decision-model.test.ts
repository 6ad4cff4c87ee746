import { readFileSync } from 'node:fs';
import { type AssessmentDraft, emptyRegistration, type FindingDraft, type Grade, registrationSchema } from '@shared/assessment/model';
import type { Context } from '@shared/assessment/outcomes';
import { applicability, basisInputs } from '@shared/assessment/subject';
import type { Instant } from '@shared/basics/units';
import { basisAt } from '@shared/regulation/validity';
import { describe, expect, test } from 'vitest';
import { decisionModel, uncovered } from '../../../src-renderer/features/decide/decision-model';
import { addRectification, changeClause, chooseOutcome, usualDue } from '../../../src-renderer/features/decide/edits';
import { paper } from '../../support/papers';
import { edition } from '../../support/shipped-edition';

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));
const IN_FORCE = Date.parse('2026-11-23T05:00:00Z') as Instant;
const DISPUTED = Date.parse('2026-11-29T02:20:00Z') as Instant;

/** Sample B as registered, every item answered 符合. */
function answered(): AssessmentDraft {
  const registration = registrationSchema.parse({ ...emptyRegistration(), ...(json('samples/bus-trips/v1/registration.json') as object) });
  const draft = paper({ registration, registeredAt: '2026-11-23T02:00:00.000Z' });
  for (const { item } of applicability(draft, edition, []).items) {
    draft.answers[item.id] = {
      answer: 'compliant',
      reason: '材料齐全',
      evidence: [],
      inheritedFrom: null,
      answeredAt: '2026-11-23T02:00:00.000Z',
      looked: [],
      notes: '',
    };
  }
  return draft;
}
function withFinding(draft: AssessmentDraft, id: string, item: string, severity: Grade, likelihood: Grade): AssessmentDraft {
  const finding: FindingDraft = {
    id,
    item,
    origin: 'person',
    text: `${item} 的缺陷`,
    severity,
    likelihood,
    after: { severity, likelihood },
    measures: '',
    responsible: '示例公交数据公司',
    disposition: null,
    reason: '',
    evidence: [],
  };
  const answer = draft.answers[item];
  if (answer === undefined) throw new Error(`${item} does not apply`);
  return {
    ...draft,
    findings: [...draft.findings, finding],
    answers: { ...draft.answers, [item]: { ...answer, answer: 'non-compliant' } },
  };
}
const contextAt = (draft: AssessmentDraft, at: Instant): Context => ({
  at,
  basis: basisAt(at),
  inputs: basisInputs(draft.registration),
  seen: [],
  operatorTerminated: false,
  developer: 'active',
  notChecked: ['图片中的文字'],
});
const modelOf = (draft: AssessmentDraft, at: Instant = IN_FORCE) => decisionModel(draft, edition, contextAt(draft, at), 'zh');
const row = (model: ReturnType<typeof modelOf>, outcome: string) => {
  const found = model.rows.find((each) => each.outcome === outcome);
  if (found === undefined) throw new Error(outcome);
  return found;
};

const faulty = withFinding(withFinding(answered(), 'f-1', 'r1-02', 4, 5), 'f-2', 'r2-02', 4, 5);

describe('four rows', () => {
  test('stand in their order, whatever is open', () =>
    expect(modelOf(faulty).rows.map(({ outcome }) => outcome)).toEqual(['pass', 'pass-with-conditions', 'return', 'reject']));

  test('a hard stop closes both passes, and each row says why', () => {
    const model = modelOf(faulty);
    for (const outcome of ['pass', 'pass-with-conditions']) {
      expect(row(model, outcome).open).toBe(false);
      expect(row(model, outcome).why.length).toBeGreaterThan(0);
    }
    expect(row(model, 'return').open).toBe(true);
  });

  test('without a ground neither a return nor a rejection is open, and the row says why', () => {
    const model = modelOf(answered());
    for (const outcome of ['return', 'reject']) {
      expect(row(model, outcome).open).toBe(false);
      expect(row(model, outcome).says).not.toBe('');
    }
  });

  test('open and closed are the assessment room’s, never the page’s', () => {
    for (const draft of [faulty, answered()]) {
      const model = modelOf(draft);
      for (const { outcome, open } of model.rows) expect(open).toBe(model.outcomes[outcome].open);
    }
  });
});

describe('why closed', () => {
  test('has a row per reason, with item, answer and what would open it', () => {
    const rows = modelOf(faulty).closed;
    expect(rows).toHaveLength(modelOf(faulty).outcomes.pass.reasons.length);
    const first = rows.find(({ item }) => item === 'r1-02');
    expect(first).toMatchObject({ label: '一-2', found: 'r1-02 的缺陷', answer: 'non-compliant', hard: true });
    expect(first?.opens).not.toBe('');
    expect(first?.rule).not.toBe('');
  });
});

describe('gaps', () => {
  test('a return without a rectification item has a gap at its place on this page', () => {
    const model = modelOf({ ...faulty, decision: chooseOutcome('return')(faulty.decision) });
    expect(model.gaps.some(({ place, field }) => place === 'decision' && field === 'rectification')).toBe(true);
  });

  test('in the disputed period the missing basis is a gap, while the measures stand it is none', () => {
    expect(modelOf(answered(), DISPUTED).gaps.some(({ field }) => field === 'basis')).toBe(true);
    expect(modelOf(answered(), IN_FORCE).gaps.some(({ field }) => field === 'basis')).toBe(false);
  });

  test('have distinct keys', () => {
    const keys = modelOf(paper({ registration: emptyRegistration() })).gaps.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(20);
  });
});

describe('rectification', () => {
  test('covers a defect by its finding or by the item it stands under', () => {
    const { grounds } = modelOf(faulty).outcomes;
    expect(uncovered(grounds, []).open.map(({ tie }) => tie)).toEqual(['f-1', 'f-2']);
    expect(uncovered(grounds, [{ text: '改', finding: 'f-1', due: '' }]).open.map(({ tie }) => tie)).toEqual(['f-2']);
    expect(uncovered(grounds, [{ text: '改', finding: 'r2-02', due: '' }]).covered).toBe(1);
    expect(uncovered(grounds, [{ text: '改', finding: 'f-9', due: '' }]).covered).toBe(0);
  });

  test('one for each defect, dated, completes the return', () => {
    const { grounds } = modelOf(faulty).outcomes;
    const items = grounds.map(({ tie }) => ({ text: `改正 ${tie}`, finding: tie, due: usualDue(IN_FORCE) }));
    const decision = addRectification(...items)(chooseOutcome('return')(faulty.decision));
    expect(modelOf({ ...faulty, decision }).gaps.filter(({ place }) => place === 'decision')).toEqual([]);
  });

  test('is due two weeks after the day in Shanghai, not after the day in UTC', () => {
    expect(usualDue(Date.parse('2026-11-22T16:30:00Z') as Instant)).toBe('2026-12-07');
    expect(usualDue(Date.parse('2026-11-22T15:30:00Z') as Instant)).toBe('2026-12-06');
  });
});

test('a clause typed while choosing the basis goes to the agreement it belongs to', () => {
  const changed = changeClause('agreement', '第七条第二款')(answered());
  expect(changed.registration.agreement.securityReviewClause).toBe('第七条第二款');
  expect(changed.registration.authorisation).toEqual(answered().registration.authorisation);
});

test('what the analyses did not look at is listed for the verdict', () => expect(modelOf(answered()).notChecked).toContain('图片中的文字'));
