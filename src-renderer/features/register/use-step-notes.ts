// The line under each step: how far it is, in the fewest words.
import type { AssessmentDraft } from '@shared/assessment/model';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import type { CalendarDay } from '@shared/basics/units';
import { registerTexts } from '@shared/texts/register';
import { ageInDays } from '../../components/ages';
import { useTexts } from '../../components/language';
import type { Part } from './inheritance';
import { gateUnclear, type Step, type StepView } from './steps';
import type { Underway } from './use-evidence';

type Facts = {
  readonly draft: AssessmentDraft;
  readonly views: readonly StepView[];
  readonly missing: number;
  readonly underway: readonly Underway[];
  readonly today: CalendarDay;
};

const timeOf = (at: string | null): string => {
  const instant = at === null ? null : parseInstant(at);
  return instant === null ? '' : shanghaiWallTime(instant).slice(11, 16);
};

export function useStepNotes({ draft, views, missing, underway, today }: Facts): Record<Step, string> {
  const texts = useTexts(registerTexts);
  const { registration, registeredAt } = draft;
  const special: Partial<Record<Step, string>> = {};
  const { answer, answeredAt } = registration.stateSecrets;
  special.secrets =
    answeredAt === null
      ? texts.first
      : answer === 'none'
        ? texts.notInvolved(timeOf(answeredAt))
        : gateUnclear(registration)
          ? texts.secretsUnclear
          : texts.secretsInvolved;
  for (const part of ['authorisation', 'developer', 'agreement'] as const satisfies readonly Part[]) {
    const origin = registration.inherited[part];
    if (origin) special[part] = texts.inheritedAge(ageInDays(origin.answeredAt, today));
  }
  if (registration.product.form !== null && registration.agreement.sharingMode !== null)
    special.intake = missing > 0 ? texts.missing(missing) : texts.papersComplete;
  const delivered = registration.files.filter((file) => file.role === 'delivered').length;
  const first = underway[0];
  if (first) special.files = texts.filesRunning(delivered, delivered + underway.length);
  else if (delivered > 0) special.files = texts.filesStored(delivered);
  const blockers = views.filter((view) => view.step !== 'intake').reduce((sum, view) => sum + view.gaps, 0);
  special.review =
    registeredAt !== null
      ? texts.filedAt(timeOf(registeredAt))
      : blockers > 0
        ? texts.gapsHere(blockers)
        : missing > 0
          ? texts.canFileWithMissing
          : texts.canFile;
  return Object.fromEntries(
    views.map(({ step, state, gaps }) => {
      const own = special[step];
      if (own !== undefined && !(gaps > 0 && (step === 'authorisation' || step === 'developer' || step === 'agreement')))
        return [step, own];
      return [step, gaps > 0 && state !== 'open' ? texts.gapsHere(gaps) : state === 'open' ? texts.notStarted : texts.complete];
    }),
  ) as Record<Step, string>;
}
