// The way to the signing window and back: everything is on disk before main is asked, and what comes back is said in place.
import type { AssessmentDraft } from '@shared/assessment/model';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDesk, useSession } from '../../session/session-context';
import type { AssessmentHandle } from '../../session/use-assessment';

export type SigningState =
  | { readonly kind: 'idle' | 'open' | 'cancelled' | 'waiting' }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string | undefined };

export function useSigning(paper: AssessmentHandle): { readonly state: SigningState; readonly open: () => Promise<void> } {
  const { bridge, refreshStatus } = useSession();
  const { drafts } = useDesk();
  const navigate = useNavigate();
  const [state, setState] = useState<SigningState>({ kind: 'idle' });

  const stored = async (): Promise<AssessmentDraft> => {
    await paper.flush();
    // The paper as it was just written, with the revision that is on disk.
    return (await drafts.draft(paper.assessment.id))?.snapshot().assessment ?? paper.assessment;
  };
  const open = async () => {
    if (state.kind === 'open') return;
    setState({ kind: 'open' });
    const outcome = await bridge.sign({ assessment: await stored() });
    if (!outcome.ok) return setState({ kind: 'refused', code: outcome.code, detail: outcome.detail });
    if (outcome.value.state !== 'signed') return setState({ kind: outcome.value.state });
    setState({ kind: 'idle' });
    await refreshStatus();
    void navigate(`/reports/${outcome.value.verdict.sha256}`);
  };
  return { state, open };
}
