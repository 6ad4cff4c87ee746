import type { Answer, AnswerDraft, AssessmentDraft, FindingDraft } from '@shared/assessment/model';
import { ANSWERS, OUTCOMES } from '@shared/assessment/model';
import { type Context, type Outcomes, openOutcomes, outcomes } from '@shared/assessment/outcomes';
import { applicability } from '@shared/assessment/subject';
import { reasonText } from '@shared/assessment/wording';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edition } from '../../support/shipped-edition';
import { AFTER_LAPSE, answered, assessmentOf, at, contextFor, decided, finding, graded, sampleRegistration } from './support';

const registration = sampleRegistration('heating-index');
const context = contextFor(registration);
const judged = (assessment: AssessmentDraft, changes: Partial<Context> = {}): Outcomes =>
  outcomes(assessment, edition, { ...context, ...changes });
const codes = (all: Outcomes, outcome: 'pass' | 'return' | 'reject' = 'pass') => all[outcome].reasons.map(({ code }) => code);
const withItem = (item: string, answer: Answer, findings: readonly FindingDraft[] = [], reason = '示例理由') =>
  assessmentOf(registration, { [item]: answered(answer, reason) }, findings);

const items = applicability(assessmentOf(registration), edition, []).items.map(({ item }) => item);
const hard = items.filter(({ hardStop, id }) => hardStop !== null && id !== 'pre-01').map(({ id }) => id);
const soft = items.filter(({ hardStop, acceptance }) => hardStop === null && acceptance === 'level').map(({ id }) => id);

describe('what an answer does', () => {
  test('everything compliant opens both passes, and closes return and reject for want of a ground', () => {
    const all = judged(assessmentOf(registration));
    expect(openOutcomes(all)).toEqual(['pass', 'pass-with-conditions']);
    expect([codes(all, 'return'), codes(all, 'reject')]).toEqual([['NO_GROUND_FOR_RETURN'], ['NO_GROUND_FOR_REJECTION']]);
  });

  test.each(hard)('不符合 on the hard item %s closes both passes and opens return and reject', (item) => {
    const all = judged(withItem(item, 'non-compliant', [finding('f-1', item, graded(1, 1))]));
    expect(codes(all)).toEqual(['HARD_STOP']);
    const operatorOnly = item === 'pre-02';
    expect(openOutcomes(all)).toEqual(operatorOnly ? [] : ['return', 'reject']);
  });

  test.each(soft)('不符合 on %s closes nothing while its finding is acceptable, and both passes when it is not', (item) => {
    expect(judged(withItem(item, 'non-compliant', [finding('f-1', item, graded(2, 5))])).pass.open).toBe(true);
    expect(codes(judged(withItem(item, 'non-compliant', [finding('f-1', item, graded(4, 5))])))).toEqual(['RISK_NOT_ACCEPTABLE']);
  });

  test.each(items.map(({ id }) => id))('未核实 on %s closes both passes, 不适用 closes nothing', (item) => {
    expect(codes(judged(withItem(item, 'not-verified')))).toEqual(['NOT_VERIFIED']);
    expect(judged(withItem(item, 'not-applicable')).pass.open).toBe(true);
  });

  test('one unacceptable finding among acceptable ones closes both passes', () => {
    const findings = [finding('f-1', 'r4-04', graded(2, 5)), finding('f-2', 'r4-04', graded(4, 5))];
    const all = judged(withItem('r4-04', 'non-compliant', findings));
    expect(all.pass.reasons.map(({ finding: id }) => id)).toEqual(['f-2']);
  });

  test('a file in quarantine closes both passes whatever the answers say, and is no ground by itself', () => {
    const all = judged(assessmentOf(registration), { locked: ['附表.csv'] });
    expect(codes(all)).toEqual(['FILE_LOCKED']);
    expect(codes(all, 'return')).toEqual(['NO_GROUND_FOR_RETURN']);
    expect(judged(assessmentOf(registration), { locked: [] }).pass.open).toBe(true);
  });

  test('an item nobody answered closes both passes', () => {
    expect(codes(judged(assessmentOf(registration, { 'r1-01': answered(null) })))).toEqual(['ITEM_UNANSWERED']);
  });

  test('不符合 without a finding, and a finding against a 符合, close both passes', () => {
    expect(codes(judged(withItem('r4-04', 'non-compliant')))).toEqual(['FINDING_MISSING']);
    expect(codes(judged(withItem('r4-04', 'compliant', [finding('f-1', 'r4-04', graded(1, 1))])))).toEqual(['FINDING_AGAINST_ANSWER']);
  });

  test('a machine proposal closes the passes until it is judged; overruled it counts for nothing', () => {
    const machine = { origin: 'machine', disposition: null } as const;
    expect(codes(judged(withItem('r2-01', 'compliant', [finding('m:1', 'r2-01', machine)])))).toEqual(['FINDING_PENDING']);
    const overruled = judged(withItem('r2-01', 'compliant', [finding('m:1', 'r2-01', { ...machine, disposition: 'overruled' })]));
    expect(openOutcomes(overruled)).toEqual(['pass', 'pass-with-conditions']);
  });

  test('an overruled finding no longer switches an item on; a pending one does', () => {
    const seen = [{ feature: 'personal', finding: 'm:1', file: 'index.csv', signal: 'mobile' }] as const;
    const draft = (disposition: FindingDraft['disposition']) =>
      withItem('r2-01', 'compliant', [finding('m:1', 'r2-01', { origin: 'machine', disposition })]);
    const applies = (disposition: FindingDraft['disposition']) =>
      applicability(draft(disposition), edition, seen).items.some(({ item }) => item.id === 'r2-08');
    expect([applies(null), applies('overruled')]).toEqual([true, false]);
  });
});

describe('what closes the passes whatever the answers say', () => {
  const clean = assessmentOf(registration);
  test('state secrets end the review without any outcome', () => {
    const involved = { ...registration, stateSecrets: { ...registration.stateSecrets, answer: 'involved' as const } };
    for (const draft of [assessmentOf(involved), withItem('pre-01', 'non-compliant', [finding('f-1', 'pre-01')])]) {
      const all = judged(draft);
      expect(openOutcomes(all)).toEqual([]);
      expect(OUTCOMES.every((outcome) => all[outcome].reasons[0]?.opens === 'HAND_OVER')).toBe(true);
    }
  });

  test.each([
    ['OPERATOR_TERMINATED', { operatorTerminated: true }],
    ['AUTHORISATION_ENDED', { at: at('2028-05-31T16:00:00Z') }],
  ] as const)('%s is the operator’s own state: the passes close and nothing else opens', (code, changes) => {
    const all = judged(clean, changes);
    expect(codes(all)).toContain(code);
    expect(openOutcomes(all)).toEqual([]);
  });

  test('the authorisation’s last day still counts', () => {
    expect(judged(clean, { at: at('2028-05-31T15:59:59Z') }).pass.reasons.map(({ code }) => code)).toEqual(['AGREEMENT_ENDED']);
  });

  test.each([
    ['cancelled', 'DEVELOPER_CANCELLED'],
    ['suspended', 'DEVELOPER_SUSPENDED'],
  ] as const)('a %s developer freezes every outcome', (developer, code) => {
    const all = judged(clean, { developer });
    for (const outcome of OUTCOMES) expect(all[outcome].reasons.map((each) => each.code)).toContain(code);
  });

  test('after the lapse no pass without a stated basis, and each open choice opens it', () => {
    const after = contextFor(registration, AFTER_LAPSE);
    const basis = (choice: 'successor' | 'method' | 'internal' | null) =>
      outcomes(decided(clean, { basis: choice }), edition, after).pass.reasons;
    expect(basis(null).map(({ code, opens }) => [code, opens])).toEqual([['BASIS_NOT_CHOSEN', 'CHOOSE_BASIS']]);
    expect(basis('successor').map(({ code }) => code)).toEqual(['BASIS_OPTION_CLOSED']);
    expect([basis('method'), basis('internal')]).toEqual([[], []]);
  });

  test('under the basis "method" the raw-data stop cites the national norm instead of article 17', () => {
    const raw = withItem('raw-01', 'non-compliant', [finding('f-1', 'raw-01')]);
    const rule = (draft: AssessmentDraft, instant?: Context['at']) =>
      outcomes(draft, edition, contextFor(registration, instant)).pass.reasons[0]?.rule?.clause;
    expect(rule(raw)).toBe('第十七条第一款');
    expect(rule(decided(raw, { basis: 'method' }), AFTER_LAPSE)).toBe('第二十一条第一款');
  });

  test('a missing paper closes the passes and is a ground for return when the developer owes it, not when the operator does', () => {
    const without = (id: string) => ({
      ...registration,
      materials: registration.materials.map((each) => (each.id === id ? { ...each, state: 'missing' as const, evidence: [] } : each)),
    });
    const developers = judged(assessmentOf(without('emergency-plan')));
    expect([codes(developers), openOutcomes(developers)]).toEqual([['MATERIAL_MISSING'], ['return']]);
    const operators = judged(assessmentOf(without('authorisation-agreement')));
    expect([codes(operators), openOutcomes(operators)]).toEqual([['MATERIAL_MISSING'], []]);
  });

  test('a missing filing of the developer closes nothing', () => {
    const unfiled = { ...registration, developer: { ...registration.developer, reportedOn: '' } };
    expect(judged(assessmentOf(unfiled)).pass.open).toBe(true);
  });
});

describe('grounds', () => {
  test('a finding for which the operator alone answers is none against a developer’s product, but is one against its own', () => {
    const operators = finding('f-1', 'pre-13', { responsible: '运营机构' });
    expect(openOutcomes(judged(withItem('pre-13', 'non-compliant', [operators])))).toEqual([]);
    const joint = { ...registration, product: { ...registration.product, maker: 'joint' as const } };
    const all = judged(assessmentOf(joint, { 'pre-13': answered('non-compliant') }, [operators]));
    expect(openOutcomes(all)).toEqual(['return', 'reject']);
  });

  test('an acceptable finding bears a return but no rejection', () => {
    const all = judged(withItem('r4-04', 'non-compliant', [finding('f-1', 'r4-04', graded(2, 5))]));
    expect(openOutcomes(all)).toEqual(['pass', 'pass-with-conditions', 'return']);
  });

  test('what nobody could look at bears a return but no rejection', () => {
    expect(openOutcomes(judged(withItem('raw-01', 'not-verified')))).toEqual(['return']);
  });
});

const anyAnswer: fc.Arbitrary<AnswerDraft> = fc
  .record({ answer: fc.constantFrom(...ANSWERS, null), reason: fc.constantFrom('', '示例理由') })
  .map(({ answer, reason }) => answered(answer, reason));
const anyFinding = fc.record({
  item: fc.constantFrom(...items.map(({ id }) => id)),
  origin: fc.constantFrom('machine', 'person'),
  disposition: fc.constantFrom('accepted', 'overruled', null),
  severity: fc.constantFrom(1, 2, 3, 4, 5),
  likelihood: fc.constantFrom(1, 2, 3, 4, 5),
  responsible: fc.constantFrom('产品开发主体', '运营机构'),
});
const anyAssessment: fc.Arbitrary<AssessmentDraft> = fc
  .record({
    answers: fc.dictionary(fc.constantFrom(...items.map(({ id }) => id)), anyAnswer, { maxKeys: 8 }),
    findings: fc.array(anyFinding, { maxLength: 6 }),
    maker: fc.constantFrom('developer', 'operator', 'joint'),
  })
  .map(({ answers, findings, maker }) =>
    assessmentOf(
      { ...registration, product: { ...registration.product, maker: maker as 'developer' } },
      answers,
      findings.map(({ item, severity, likelihood, ...rest }, index) =>
        finding(`f-${index}`, item, { ...rest, ...graded(severity as 1, likelihood as 1) } as Partial<FindingDraft>),
      ),
    ),
  );
const anyContext = fc
  .record({
    operatorTerminated: fc.boolean(),
    developer: fc.constantFrom('active', 'suspended', 'cancelled'),
    instant: fc.constantFrom('2026-08-01T00:00:00Z', '2026-11-29T02:00:00Z', '2027-03-01T00:00:00Z'),
  })
  .map(({ instant, ...rest }) => contextFor(registration, at(instant), rest as Partial<Context>));
const runs = { numRuns: 150 };

describe('for any assessment', () => {
  test('one more hard 不符合 never opens a pass', () => {
    fc.assert(
      fc.property(anyAssessment, anyContext, fc.constantFrom(...hard), (assessment, any, item) => {
        const worse = {
          ...assessment,
          answers: { ...assessment.answers, [item]: answered('non-compliant') },
          findings: [...assessment.findings, finding('f-new', item, graded(1, 1))],
        };
        expect(outcomes(worse, edition, any).pass.open).toBe(false);
      }),
      runs,
    );
  });

  test('neither the order of answers nor that of findings matters', () => {
    fc.assert(
      fc.property(anyAssessment, anyContext, (assessment, any) => {
        const turned = {
          ...assessment,
          answers: Object.fromEntries(Object.entries(assessment.answers).toReversed()),
          findings: assessment.findings.toReversed(),
        };
        expect(outcomes(turned, edition, any)).toEqual(outcomes(assessment, edition, any));
      }),
      runs,
    );
  });

  test('every closed outcome has reasons, and each names in both languages what would open it; an open one has none', () => {
    fc.assert(
      fc.property(anyAssessment, anyContext, (assessment, any) => {
        const all = outcomes(assessment, edition, any);
        for (const outcome of OUTCOMES) {
          expect(all[outcome].open).toBe(all[outcome].reasons.length === 0);
          for (const reason of all[outcome].reasons) {
            for (const language of ['zh', 'en'] as const) {
              const { what, opens } = reasonText(reason, edition, language);
              expect([what.length > 0, opens.length > 0]).toEqual([true, true]);
            }
          }
        }
      }),
      runs,
    );
  });

  test('without a ground return and reject are closed, and reject never opens without return', () => {
    fc.assert(
      fc.property(anyAssessment, anyContext, (assessment, any) => {
        const all = outcomes(assessment, edition, any);
        if (all.grounds.length === 0) expect([all.return.open, all.reject.open]).toEqual([false, false]);
        if (all.reject.open) expect(all.return.open).toBe(true);
      }),
      runs,
    );
  });

  test('an overruled finding changes nothing', () => {
    fc.assert(
      fc.property(anyAssessment, anyContext, anyFinding, (assessment, any, { item, severity, likelihood, origin }) => {
        const overruled = finding('f-x', item, {
          ...graded(severity as 1, likelihood as 1),
          origin: origin as 'machine',
          disposition: 'overruled',
        });
        const more = { ...assessment, findings: [...assessment.findings, overruled] };
        expect(outcomes(more, edition, any)).toEqual(outcomes(assessment, edition, any));
      }),
      runs,
    );
  });

  test('turning an answer from 符合 to anything but 不适用 never opens a pass', () => {
    fc.assert(
      fc.property(
        anyAssessment,
        anyContext,
        fc.constantFrom(...items.map(({ id }) => id)),
        fc.constantFrom('not-verified', null),
        (assessment, any, item, answer) => {
          // What is not asked of this dossier (of a developer, when there is none) decides nothing, whatever is written there.
          fc.pre(applicability(assessment, edition, any.seen).items.some((each) => each.item.id === item));
          const worse = { ...assessment, answers: { ...assessment.answers, [item]: answered(answer as Answer | null) } };
          expect(outcomes(worse, edition, any).pass.open).toBe(false);
        },
      ),
      runs,
    );
  });
});
