// What the registered steps of the nested scopes propose: each breach as a finding for a person to accept or overrule, like every other machine result.
// Its id holds the step and what lies outside of what, so that a judgement belongs to one breach, here, in main and at the next review alike.
import { utf8 } from '../basics/bytes';
import { sha256Hex } from '../basics/digest';
import type { Edition, MachineLook } from '../checklist/edition';
import { assessTexts } from '../texts/assess';
import type { Language } from '../texts/language';
import { itemFor, type Look, machineFinding } from './machine-finding';
import type { FindingDraft, Registration } from './model';
import { registeredSteps, SCOPE_STEPS, type ScopeComparison, type ScopePart, type ScopeStepName } from './scope-steps';
import { hasAgreement } from './subject';

const PREFIX = 'm:scope';
const SHAPE = new RegExp(`^${PREFIX}:(?:${SCOPE_STEPS.join('|')}):[a-z]+:[0-9a-f]{12}$`);

/** One that some registration proposes. Which ones this dossier's proposed before it was corrected is on no record. */
export const isScopeStepFinding = (id: string): boolean => SHAPE.test(id);

/** The same breach has the same id in whatever order and spacing its lists were typed. */
export function scopeStepFindingId(step: ScopeStepName, { part, beyond, authorised }: ScopeComparison): string {
  const plain = (texts: readonly string[]): string[] => [...new Set(texts.map((text) => text.normalize('NFKC').trim()))].sort();
  return `${PREFIX}:${step}:${part}:${sha256Hex(utf8(JSON.stringify([plain(beyond), plain(authorised)]))).slice(0, 12)}`;
}

/** Most fitting first: an edition may not have them all. */
const looksOf = (step: ScopeStepName, part: ScopePart): readonly Look[] =>
  step !== 'offer-in-agreement' ? ['nested-scope'] : [part === 'frequency' ? 'scope-range' : 'offer', 'nested-scope'];

/** The item that a comparison informs; null where the edition asks nothing of the kind. */
export const scopeStepItem = (edition: Edition, step: ScopeStepName, part: ScopePart) =>
  looksOf(step, part)
    .map((look) => itemFor(edition, look))
    .find((item) => item !== null) ?? null;

/** Lists are as long as somebody types them. */
const MAX_NAMED = 20;
function named(texts: readonly string[]): string {
  const words = assessTexts.zh.proposal;
  return `${texts.slice(0, MAX_NAMED).join('、')}${texts.length > MAX_NAMED ? words.andMore(texts.length - MAX_NAMED) : ''}`;
}

export const scopeStepProposals = (registration: Registration, edition: Edition): FindingDraft[] =>
  registeredSteps(registration).flatMap(({ step, comparisons }) =>
    comparisons.flatMap((comparison) => {
      const { part, beyond, authorised, exceeds } = comparison;
      const item = exceeds === true ? scopeStepItem(edition, step, part) : null;
      if (!item) return [];
      const words = assessTexts.zh;
      const text = words.proposal.step(words.scopeSteps[step].name, words.scopeParts[part], named(beyond), named(authorised));
      return [machineFinding(scopeStepFindingId(step, comparison), item, text, null)];
    }),
  );

/** The looks for which both sides were registered: for every other it would be false to say that nothing exceeds. */
export const scopeLooksHeld = (registration: Registration): ReadonlySet<MachineLook> =>
  new Set(
    registeredSteps(registration).flatMap(({ step, comparisons }) =>
      comparisons.flatMap(({ part, exceeds }) => (exceeds === null ? [] : looksOf(step, part).slice(0, 1))),
    ),
  );

/** Whether this dossier has to state both sides: a frequency only where deliveries follow, an agreement only where a developer takes part. */
function isAskedFor(registration: Registration, step: ScopeStepName, part: ScopePart): boolean {
  if (part === 'frequency' && registration.coverage.kind === 'files') return false;
  return hasAgreement(registration) || (step !== 'offer-in-agreement' && part !== 'term');
}

/** A line for each step of which something was not compared, because one side is not registered. */
export function scopeNotChecked(registration: Registration, language: Language): string[] {
  const words = assessTexts[language];
  return registeredSteps(registration).flatMap(({ step, comparisons }) => {
    const parts = comparisons.filter(({ part, exceeds }) => exceeds === null && isAskedFor(registration, step, part));
    return parts.length === 0
      ? []
      : [
          words.stepNotCompared(
            words.scopeSteps[step].name,
            parts.map(({ part }) => words.scopeParts[part]),
          ),
        ];
  });
}
