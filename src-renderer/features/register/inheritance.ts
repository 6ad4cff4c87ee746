// Answered once, inherited until it lapses or changes: what earlier dossiers of this desk have already said about the authorisation, the
// developer and the scenario agreement, and what taking it over does. Pure; dates are days in Asia/Shanghai, given by the caller.
import { isUnstated } from '@shared/assessment/application';
import { type AssessmentDraft, emptyRegistration, type Registration } from '@shared/assessment/model';
import type { CalendarDay } from '@shared/basics/units';

export const PARTS = ['authorisation', 'developer', 'agreement'] as const;
export type Part = (typeof PARTS)[number];

export type EarlierAnswer = {
  readonly part: Part;
  readonly dossier: string;
  /** The product of that dossier, as the reviewer knows it. */
  readonly title: string;
  readonly label: string;
  readonly answeredAt: string;
  readonly answeredBy: string;
  readonly lapsed: boolean;
};

/** What is compared and taken over. The sharing mode stands in the agreement but is chosen for each product: it is never preset. */
export const partContent = (registration: Registration, part: Part): string =>
  JSON.stringify(part === 'agreement' ? { ...registration.agreement, sharingMode: null } : registration[part]);

export const isEmptyPart = (registration: Registration, part: Part): boolean =>
  partContent(registration, part) === partContent(emptyRegistration(), part);

const labelOf = (registration: Registration, part: Part): string =>
  part === 'authorisation'
    ? registration.authorisation.number
    : part === 'developer'
      ? registration.developer.name
      : registration.agreement.id;

function lapsed(registration: Registration, part: Part, today: CalendarDay): boolean {
  const end = part === 'authorisation' ? registration.authorisation.validTo : part === 'agreement' ? registration.agreement.term.to : '';
  return end !== '' && end < today;
}

/**
 * What can be taken over for one part, the newest answer first, each content once. Only filed dossiers count: a draft that was never filed
 * was never answered for. An answer that was itself inherited keeps its first date, so that passing it on does not make it younger.
 * @param reviewer who answered on this desk (one profile per desk).
 */
export function earlierAnswers(
  current: AssessmentDraft,
  others: readonly AssessmentDraft[],
  part: Part,
  today: CalendarDay,
  reviewer: string,
): EarlierAnswer[] {
  const byContent = new Map<string, EarlierAnswer>();
  for (const other of others) {
    const { registration, registeredAt } = other;
    if (other.id === current.id || registeredAt === null || labelOf(registration, part) === '') continue;
    const origin = registration.inherited[part];
    const earlier: EarlierAnswer = {
      part,
      dossier: origin?.dossier ?? other.id,
      title: registration.product.name,
      label: labelOf(registration, part),
      answeredAt: origin?.answeredAt ?? registeredAt,
      answeredBy: origin?.answeredBy ?? reviewer,
      lapsed: lapsed(registration, part, today),
    };
    const key = partContent(registration, part);
    const known = byContent.get(key);
    if (known === undefined || earlier.answeredAt > known.answeredAt) byContent.set(key, earlier);
  }
  return [...byContent.values()].sort((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1));
}

/**
 * Copies a part from an earlier dossier and records where from. Sources travel with the authorisation or agreement when there are none yet, the
 * application with the agreement of its scenario, the maker with the developer.
 */
export function takeOver(draft: AssessmentDraft, from: AssessmentDraft, earlier: EarlierAnswer): AssessmentDraft {
  const { registration } = draft;
  const sources = earlier.part !== 'developer' && registration.sources.length === 0 ? from.registration.sources : registration.sources;
  const application =
    earlier.part === 'agreement' && isUnstated(registration.application) ? from.registration.application : registration.application;
  const { dossier, answeredAt, answeredBy } = earlier;
  const taken =
    earlier.part === 'agreement'
      ? { agreement: { ...from.registration.agreement, sharingMode: registration.agreement.sharingMode } }
      : { [earlier.part]: from.registration[earlier.part] };
  const maker = registration.product.maker ?? (earlier.part === 'developer' ? from.registration.product.maker : null);
  return {
    ...draft,
    registration: {
      ...registration,
      ...structuredClone(taken),
      sources: structuredClone(sources),
      application: structuredClone(application),
      product: { ...registration.product, maker },
      inherited: { ...registration.inherited, [earlier.part]: { dossier, answeredAt, answeredBy } },
    },
  };
}

/** 重新核对, or a change by hand: from now on the part is this dossier's own answer. */
export function ownAgain(draft: AssessmentDraft, part: Part): AssessmentDraft {
  const inherited = { ...draft.registration.inherited };
  delete inherited[part];
  return { ...draft, registration: { ...draft.registration, inherited } };
}

/** A paper that holds an earlier answer: the dossier that gave it, or one that took it over. */
export const holderOf = (others: readonly AssessmentDraft[], { part, dossier }: EarlierAnswer): AssessmentDraft | undefined =>
  others.find((other) => other.id === dossier) ?? others.find((other) => other.registration.inherited[part]?.dossier === dossier);

/** Which earlier answer says word for word what this draft already says, for a draft that was filled from a sample or by hand. */
export function sameAnswer(
  draft: AssessmentDraft,
  others: readonly AssessmentDraft[],
  earlier: readonly EarlierAnswer[],
): EarlierAnswer | null {
  return (
    earlier.find((candidate) => {
      const from = holderOf(others, candidate);
      return (
        from !== undefined &&
        !candidate.lapsed &&
        partContent(from.registration, candidate.part) === partContent(draft.registration, candidate.part)
      );
    }) ?? null
  );
}

const LAYER_OF: Record<Part, string> = { authorisation: 'authorisation', developer: 'developer', agreement: 'scenario' };

/**
 * When a dossier is filed, the items of an inherited layer are answered with what was answered then; items already answered here stay.
 * @param items of the edition, with the layer each answer lives in.
 */
export function inheritAnswers(
  draft: AssessmentDraft,
  others: readonly AssessmentDraft[],
  items: readonly { readonly id: string; readonly layer: string }[],
): AssessmentDraft {
  const answers = { ...draft.answers };
  for (const part of PARTS) {
    const origin = draft.registration.inherited[part];
    const from = origin && others.find((other) => other.id === origin.dossier);
    if (!from) continue;
    for (const item of items) {
      const earlier = from.answers[item.id];
      if (item.layer !== LAYER_OF[part] || !earlier?.answer || answers[item.id]?.answer) continue;
      // What was not verified then has still not been looked at, and a breach found then is to be looked at again, with a finding of its own.
      if (earlier.answer === 'not-verified' || earlier.answer === 'non-compliant') continue;
      answers[item.id] = { ...earlier, evidence: [], inheritedFrom: earlier.inheritedFrom ?? from.id };
    }
  }
  return { ...draft, answers };
}
