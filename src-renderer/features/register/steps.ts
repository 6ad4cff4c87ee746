// The eight steps of registration and how each stands, computed from the paper and its gaps. Pure: where a gap is mended, and in which order F6
// visits them, is decided here and nowhere else.
import { isUnstated } from '@shared/assessment/application';
import type { Gap } from '@shared/assessment/gap';
import { type AssessmentDraft, emptyRegistration, type Registration } from '@shared/assessment/model';

export const STEPS = ['secrets', 'authorisation', 'developer', 'agreement', 'product', 'intake', 'files', 'review'] as const;
export type Step = (typeof STEPS)[number];
/** Steps 2 to 5 and 7 are sections of one page; the gate, the papers and the review stand alone. */
export const FORM_STEPS: readonly Step[] = ['authorisation', 'developer', 'agreement', 'product', 'files'];

export type StepState = 'done' | 'inherited' | 'gaps' | 'open' | 'stopped';
export type StepView = { readonly step: Step; readonly state: StepState; readonly gaps: number };

/** The gate is passed when a person has answered it: an answer that came with a sample has no time yet. */
export const gatePassed = ({ stateSecrets }: Registration): boolean => stateSecrets.answer === 'none' && stateSecrets.answeredAt !== null;

/** Asked, and nobody could say: no answer, but a time. */
export const gateUnclear = ({ stateSecrets }: Registration): boolean => stateSecrets.answer === null && stateSecrets.answeredAt !== null;

/** In which step a gap is mended. The sharing mode belongs to the agreement, but is chosen beside the coverage; the maker beside the developer. */
export function stepOfGap({ field }: Pick<Gap, 'field'>): Step {
  const path = field ?? '';
  if (path === 'agreement.sharingMode') return 'product';
  if (path === 'product.maker') return 'developer';
  const [head] = path.split('.');
  switch (head) {
    case 'stateSecrets':
      return 'secrets';
    case 'authorisation':
    case 'sources':
    case 'application':
      return 'authorisation';
    case 'developer':
      return 'developer';
    case 'agreement':
      return 'agreement';
    case 'materials':
      return 'intake';
    case 'files':
      return 'files';
    case 'product':
    case 'coverage':
      return 'product';
    default:
      return 'review';
  }
}

const place = (gap: Gap): number => STEPS.indexOf(stepOfGap(gap));
/** Gaps in the order of the steps; within a step as the rules gave them. */
export const inStepOrder = (gaps: readonly Gap[]): Gap[] => [...gaps].sort((a, b) => place(a) - place(b));

/** The gap after (or before) the one at `from`, going round; null when there is none. */
export function nextGap(count: number, from: number | null, step: 1 | -1): number | null {
  if (count === 0) return null;
  if (from === null) return step === 1 ? 0 : count - 1;
  return (from + step + count) % count;
}

/** A paper that is missing is no hindrance to filing: it may be filed and assessed first. The other gaps are. */
export const hindersFiling = (gap: Pick<Gap, 'field'>): boolean => stepOfGap(gap) !== 'intake';

const EMPTY = emptyRegistration();
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function untouched(registration: Registration, step: Step): boolean {
  switch (step) {
    case 'authorisation':
      return (
        same(registration.authorisation, EMPTY.authorisation) && registration.sources.length === 0 && isUnstated(registration.application)
      );
    case 'developer':
      return same(registration.developer, EMPTY.developer) && registration.product.maker === null;
    case 'agreement':
      return same({ ...registration.agreement, sharingMode: null }, EMPTY.agreement);
    case 'product':
      return (
        same({ ...registration.product, maker: null }, EMPTY.product) &&
        same(registration.coverage, EMPTY.coverage) &&
        registration.agreement.sharingMode === null
      );
    case 'intake':
      return registration.materials.length === 0;
    case 'files':
      return registration.files.length === 0;
    default:
      return false;
  }
}

export function stepViews(draft: AssessmentDraft, gaps: readonly Gap[]): StepView[] {
  const { registration } = draft;
  return STEPS.map((step) => {
    const own = gaps.filter((gap) => stepOfGap(gap) === step).length;
    if (step === 'secrets')
      return { step, gaps: own, state: gatePassed(registration) ? 'done' : registration.stateSecrets.answeredAt ? 'stopped' : 'open' };
    if (step === 'review') return { step, gaps: own, state: draft.registeredAt !== null ? 'done' : 'open' };
    if (untouched(registration, step)) return { step, gaps: own, state: 'open' };
    const inherited = step in registration.inherited;
    return { step, gaps: own, state: own > 0 ? 'gaps' : inherited ? 'inherited' : 'done' };
  });
}
