// Gathers what the decision page stands on: the paper, its edition, what the machine saw, the basis at main's present instant. Main gathers the
// same from its own records before anything is signed, so whatever is wrong here is refused there.

import { lockedNotes } from '@shared/assessment/locked-files';
import type { Context } from '@shared/assessment/outcomes';
import { machineSignals } from '@shared/assessment/proposals';
import { basisInputs } from '@shared/assessment/subject';
import { visibleName } from '@shared/attestation/names';
import { seenFeatures } from '@shared/checklist/applicability';
import type { Edition } from '@shared/checklist/edition';
import type { VerdictView } from '@shared/contract/views';
import { useCallback, useMemo } from 'react';
import { useLanguage } from '../../components/language';
import { useSession } from '../../session/session-context';
import { isRunning, isUnfinished, useAnalyses } from '../../session/use-analyses';
import type { AssessmentHandle } from '../../session/use-assessment';
import { useBasis } from '../../session/use-basis';
import { useCall } from '../../session/use-call';
import { useEdition } from '../../session/use-edition';
import { type DecisionModel, decisionModel } from './decision-model';

/** Why nothing can be signed although the paper may be complete. */
export type Blocked = 'NOT_ENROLLED' | 'EDITION_NOT_ISSUED' | 'LEDGER_READ_ONLY' | 'ANALYSIS_RUNNING' | 'ANALYSIS_INCOMPLETE';

export type DecisionFacts = {
  readonly edition: Edition;
  readonly context: Context;
  readonly model: DecisionModel;
  readonly blocked: readonly Blocked[];
  /** The verdict that was signed over this dossier, if one was. */
  readonly signed: VerdictView | null;
};

export function useDecision({ assessment }: AssessmentHandle): DecisionFacts | 'loading' | 'no-edition' {
  const language = useLanguage();
  const { status, bridge } = useSession();
  const known = useEdition(assessment.edition);
  const { state, analyses } = useAnalyses(assessment.id);
  const basis = useBasis();
  const verdicts = useCall(useCallback(() => bridge.verdicts(undefined), [bridge]));
  const edition = known?.edition ?? null;

  const context = useMemo<Context | null>(() => {
    if (edition === null) return null;
    const files = analyses.flatMap((each) => [...each.files]);
    const registered = new Set(assessment.registration.files.map(({ sha256 }) => sha256));
    const locked = analyses.flatMap(({ name, sha256, role, quarantine }) =>
      quarantine?.data && role === 'delivered' && registered.has(sha256)
        ? [{ name: visibleName(name), at: quarantine.at, erasedAt: quarantine.data.erasedAt }]
        : [],
    );
    return {
      at: basis.at,
      basis,
      inputs: basisInputs(assessment.registration),
      seen: seenFeatures(edition, machineSignals(files, assessment.findings)),
      operatorTerminated: false,
      developer: 'active',
      notChecked: [...new Set([...lockedNotes(locked), ...analyses.flatMap((each) => each.notChecked)])],
      locked: locked.map(({ name }) => name),
    };
  }, [edition, analyses, basis, assessment.registration, assessment.findings]);
  const model = useMemo(
    () => (edition === null || context === null ? null : decisionModel(assessment, edition, context, language)),
    [assessment, edition, context, language],
  );

  if (state === 'loading' || verdicts.state === 'loading') return 'loading';
  if (known === null || context === null || model === null) return 'no-edition';
  const blocked: Blocked[] = [
    ...(status.ledger.readOnly ? (['LEDGER_READ_ONLY'] as const) : []),
    ...(status.enrolment === 'enrolled' ? [] : (['NOT_ENROLLED'] as const)),
    ...(known.view.issued ? [] : (['EDITION_NOT_ISSUED'] as const)),
    ...(analyses.some(isRunning) ? (['ANALYSIS_RUNNING'] as const) : []),
    ...(analyses.some(isUnfinished) ? (['ANALYSIS_INCOMPLETE'] as const) : []),
  ];
  const signed = verdicts.state === 'ready' ? (verdicts.value.find(({ dossier }) => dossier === assessment.id) ?? null) : null;
  return { edition: known.edition, context, model, blocked, signed };
}
