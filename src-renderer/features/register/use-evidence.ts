// Files on their way into the vault: choosing or dropping them, what is being hashed, and what came of it. Main reads and hashes; this page only learns
// names, sizes and digests.
import type { DossierFile, EvidenceRole } from '@shared/assessment/model';
import type { EvidenceView } from '@shared/contract/views';
import { registerTexts } from '@shared/texts/register';
import { useCallback, useEffect, useState } from 'react';
import { useTexts } from '../../components/language';
import { useNotice } from '../../components/notice';
import { useSession } from '../../session/session-context';
import type { AssessmentHandle } from '../../session/use-assessment';
import { addFiles, removeFile } from './filing';

export type Underway = { readonly name: string; readonly done: number; readonly total: number };
export type EvidenceDoor = {
  readonly underway: readonly Underway[];
  readonly busy: boolean;
  /** Why the last taking in failed, and which file it was about where that is known. */
  readonly failed: { readonly code: string; readonly detail?: string } | null;
  readonly choose: (role: EvidenceRole) => Promise<readonly DossierFile[]>;
  readonly drop: (role: EvidenceRole, files: readonly File[]) => Promise<readonly DossierFile[]>;
  readonly remove: (sha256: string) => Promise<void>;
};

/** @param open false until the gate is passed: before that no file is taken, by no way. */
export function useEvidence({ assessment, save }: Pick<AssessmentHandle, 'assessment' | 'save'>, open: boolean): EvidenceDoor {
  const { bridge } = useSession();
  const texts = useTexts(registerTexts);
  const notify = useNotice();
  const [underway, setUnderway] = useState<readonly Underway[]>([]);
  const [running, setRunning] = useState(0);
  const [failed, setFailed] = useState<EvidenceDoor['failed']>(null);
  const dossier = assessment.id;

  useEffect(
    () =>
      bridge.on('evidence', ({ dossier: of, name, done, total }) => {
        if (of !== dossier) return;
        setUnderway((before) => [...before.filter((each) => each.name !== name), { name, done, total }]);
      }),
    [bridge, dossier],
  );

  const take = useCallback(
    async (ask: () => ReturnType<typeof bridge.chooseEvidence>): Promise<readonly DossierFile[]> => {
      if (!open) return [];
      setFailed(null);
      setRunning((count) => count + 1);
      const outcome = await ask();
      setRunning((count) => count - 1);
      setUnderway([]);
      if (!outcome.ok) {
        setFailed(outcome);
        // What was taken in before the one that failed is in the vault, so it belongs on the paper.
        const held = await bridge.evidence({ dossier });
        if (held.ok) save((draft) => addFiles(draft, held.value));
        return [];
      }
      save((draft) => addFiles(draft, outcome.value));
      const known = outcome.value.find((file) => file.alreadyStored);
      if (known) notify({ text: texts.storedTwice(known.name) });
      return outcome.value.map(asFile);
    },
    [open, bridge, dossier, save, notify, texts],
  );

  const choose = useCallback((role: EvidenceRole) => take(() => bridge.chooseEvidence({ dossier, role })), [take, bridge, dossier]);
  const drop = useCallback(
    (role: EvidenceRole, files: readonly File[]) => take(() => bridge.dropEvidence({ dossier, role }, files)),
    [take, bridge, dossier],
  );
  const remove = useCallback(
    async (sha256: string) => {
      const outcome = await bridge.removeEvidence({ dossier, sha256 });
      // A file that main does not know cannot stay on the paper either.
      if (outcome.ok || outcome.code === 'EVIDENCE_UNKNOWN') save((draft) => removeFile(draft, sha256));
      else setFailed(outcome);
    },
    [bridge, dossier, save],
  );
  return { underway, busy: running > 0, failed, choose, drop, remove };
}

const asFile = ({ sha256, name, bytes, role }: EvidenceView): DossierFile => ({ sha256, name, bytes, role });
