// What the page asks of main: looking again, with or without a new question; stopping; taking comparison material in.
import type { MeasureQuestion } from '@shared/analysis/measure-question';
import type { DossierFile } from '@shared/assessment/model';
import { wordsOf } from '@shared/contract/codes';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { useLanguage, useTexts } from '../../components/language';
import { useNotice } from '../../components/notice';
import { useSession } from '../../session/session-context';
import type { AssessmentHandle } from '../../session/use-assessment';

export type Asked = { readonly sha256: string; readonly question: MeasureQuestion };

export function useAsking({ assessment, save }: Pick<AssessmentHandle, 'assessment' | 'save'>) {
  const { bridge } = useSession();
  const texts = useTexts(evidenceTexts);
  const { list } = useTexts(commonTexts);
  const language = useLanguage();
  const notify = useNotice();
  const dossier = assessment.id;
  const say = (outcome: { readonly ok: true } | { readonly ok: false; readonly code: string }, done: string) =>
    notify({ text: outcome.ok ? done : (wordsOf(outcome.code, language)?.title ?? outcome.code) });
  return {
    /** Without `files` every file, each with its own question. */
    async again(files?: readonly Asked[]): Promise<void> {
      const { agreement } = assessment.registration;
      say(await bridge.analyse({ dossier, agreement, ...(files ? { files: [...files] } : {}) }), texts.started);
    },
    cancel: () => void bridge.cancelAnalysis({ dossier }),
    async takeIn(): Promise<void> {
      const outcome = await bridge.chooseEvidence({ dossier, role: 'comparison' });
      if (!outcome.ok) return say(outcome, '');
      const taken = outcome.value.map(({ sha256, name, bytes, role }): DossierFile => ({ sha256, name, bytes, role }));
      if (taken.length === 0) return;
      save((draft) => {
        const known = draft.registration.files;
        const fresh = taken.filter((file) => !known.some(({ sha256, name }) => sha256 === file.sha256 && name === file.name));
        return { ...draft, registration: { ...draft.registration, files: [...known, ...fresh] } };
      });
      notify({ text: texts.takenIn(list(taken.map(({ name }) => name))) });
    },
  };
}
