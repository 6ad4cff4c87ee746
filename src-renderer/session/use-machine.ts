// Brings what the machine found onto the paper: proposals are merged once every look of the dossier has ended, judged ones stay as they are.
import { looksHeld } from '@shared/analysis/looks-held';
import type { AnalysisFile } from '@shared/analysis/result';
import { machineSignals, mergeProposals, proposals } from '@shared/assessment/proposals';
import { scopeLooksHeld, scopeStepProposals } from '@shared/assessment/scope-proposals';
import { type SeenFeature, seenFeatures } from '@shared/checklist/applicability';
import type { Edition, MachineLook } from '@shared/checklist/edition';
import type { AnalysisView } from '@shared/contract/views';
import { useEffect, useMemo } from 'react';
import { isRunning, isUnfinished, useAnalyses } from './use-analyses';
import type { AssessmentHandle } from './use-assessment';
import { useRememberSeen } from './use-remember-seen';

export type Machine = {
  readonly state: 'loading' | 'running' | 'settled' | 'incomplete';
  readonly analyses: readonly AnalysisView[];
  readonly files: readonly AnalysisFile[];
  readonly notChecked: readonly string[];
  readonly seen: readonly SeenFeature[];
  /** The looks that were held at these files and at the registration; for every other it would be false to say that nothing was found. */
  readonly held: ReadonlySet<MachineLook>;
};

export function useMachine(paper: Pick<AssessmentHandle, 'assessment' | 'save'>, edition: Edition | null, frozen: boolean): Machine {
  const { assessment, save } = paper;
  const { state: loaded, analyses: known } = useAnalyses(assessment.id);
  const { registration } = assessment;
  const { files: registered } = registration;
  // A file that was taken out of the dossier proposes nothing any more: main would not know its findings either.
  const analyses = useMemo(() => known.filter(({ sha256 }) => registered.some((file) => file.sha256 === sha256)), [known, registered]);
  const files = useMemo(() => analyses.flatMap((each) => each.files), [analyses]);
  const notChecked = useMemo(() => [...new Set(analyses.flatMap((each) => each.notChecked))], [analyses]);
  const running = analyses.some(isRunning);
  const state = loaded === 'loading' ? 'loading' : running ? 'running' : analyses.some(isUnfinished) ? 'incomplete' : 'settled';

  useEffect(() => {
    // One file that cannot be looked at keeps nobody from judging what was seen in the others.
    if (edition === null || frozen || state === 'loading' || state === 'running' || analyses.length === 0) return;
    const proposed = [...proposals(files, edition), ...scopeStepProposals(registration, edition)];
    // A paper that already says all this is not touched: it would count as a change.
    if (mergeProposals(assessment, proposed) !== assessment) save((draft) => mergeProposals(draft, proposed));
  }, [edition, frozen, state, analyses, files, registration, assessment, save]);

  const seen = useMemo(
    () => (edition === null ? [] : seenFeatures(edition, machineSignals(files, assessment.findings))),
    [edition, files, assessment.findings],
  );
  useRememberSeen(assessment.id, state === 'settled' ? seen.map(({ feature }) => feature) : null);
  const held = useMemo(() => new Set([...looksHeld(files), ...scopeLooksHeld(registration)]), [files, registration]);
  return { state, analyses, files, notChecked, seen, held };
}
