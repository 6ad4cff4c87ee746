// Each sample, registered as shipped and answered as expected, comes to the expected outcome by the rules of decision and the shipped edition.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { missingPapers } from '@shared/assessment/intake';
import type { Outcome, Registration } from '@shared/assessment/model';
import { registrationSchema } from '@shared/assessment/model';
import { openOutcomes, outcomes } from '@shared/assessment/outcomes';
import { registrationGaps } from '@shared/assessment/registration-gaps';
import { signaturesRequired } from '@shared/assessment/signatures';
import { applicability } from '@shared/assessment/subject';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSamples } from '../../../scripts/make-samples.mjs';
import { edition } from '../../support/shipped-edition';
import { answered, assessmentOf, at, contextFor, decided, finding, graded } from '../assessment/support';

type Expected = {
  readonly asOf: string;
  readonly outcome: Outcome;
  readonly alsoOpen?: readonly Outcome[];
  readonly closed: readonly Outcome[];
  readonly closers?: readonly string[];
  readonly closersOnceMeasured?: readonly string[];
  readonly signatures: number;
  readonly findings?: readonly {
    item: string;
    origin: 'machine' | 'person';
    disposition: 'accepted' | 'overruled';
    reason: string;
    severity?: number;
    likelihood?: number;
  }[];
  readonly missingPapers?: readonly string[];
  readonly answers: readonly { item: string; answer: 'compliant' | 'non-compliant' | 'not-verified'; reason: string }[];
};

const root = resolve(import.meta.dirname, '../../..');
const expectedOf = (name: string): Expected => JSON.parse(readFileSync(resolve(root, `tests/vectors/samples/${name}.json`), 'utf8'));
const registrationOf = (name: string): Registration => {
  const file = resolve(root, 'resources/samples', name.replace(/-v(\d)$/, '/v$1'), 'registration.json');
  const registration = registrationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  // When it was asked is filled in when a sample is registered.
  return { ...registration, stateSecrets: { ...registration.stateSecrets, answeredAt: '2026-11-20T01:00:00.000Z' } };
};

function assessed(name: string) {
  const wanted = expectedOf(name);
  const registration = registrationOf(name);
  const answers = Object.fromEntries(wanted.answers.map(({ item, answer, reason }) => [item, answered(answer, reason)]));
  const stated = (wanted.findings ?? []).map(({ item, severity, likelihood, ...rest }, i) =>
    finding(`f-${i + 1}`, item, { ...rest, ...(severity ? graded(severity as 1, (likelihood ?? 5) as 5) : {}) }),
  );
  // A finding for each item that is not compliant and has none of its own.
  const others = wanted.answers
    .filter(({ item, answer }) => answer === 'non-compliant' && !stated.some((each) => each.item === item))
    .map(({ item, reason }) => finding(`f-${item}`, item, { text: reason }));
  const assessment = assessmentOf(registration, answers, [...stated, ...others]);
  const context = contextFor(registration, at(wanted.asOf));
  return { wanted, registration, assessment, context };
}

const VERSIONS = ['heating-index-v1', 'bus-trips-v1', 'bus-trips-v2', 'credit-score-api-v1', 'credit-score-api-v2'];

beforeAll(async () => {
  await makeSamples();
});

describe.each(VERSIONS)('%s', (name) => {
  it('registers without a gap, and lacks the papers it should lack', () => {
    const { registration, wanted } = assessed(name);
    expect(registrationGaps(registration, edition)).toEqual([]);
    expect(
      missingPapers(registration, edition)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(wanted.missingPapers ?? []);
  });

  it('expects an answer for every item that applies, and for no other', () => {
    const { assessment, wanted } = assessed(name);
    expect(wanted.answers.map(({ item }) => item).sort()).toEqual(
      applicability(assessment, edition, [])
        .items.map(({ item }) => item.id)
        .sort(),
    );
  });

  it('comes to its outcome', () => {
    const { assessment, context, wanted } = assessed(name);
    const all = outcomes(assessment, edition, context);
    const open = openOutcomes(all);
    for (const outcome of [wanted.outcome, ...(wanted.alsoOpen ?? [])]) expect(open).toContain(outcome);
    for (const outcome of wanted.closed) expect(open).not.toContain(outcome);
    if (wanted.closed.length === 0) expect(all.pass.reasons).toEqual([]);
    const closers = new Set(all.pass.reasons.map(({ item }) => item));
    for (const item of [...(wanted.closers ?? []), ...(wanted.closersOnceMeasured ?? [])]) expect(closers).toContain(item);
    expect(signaturesRequired(decided(assessment, { outcome: wanted.outcome }), edition, []).count).toBe(wanted.signatures);
  });
});
