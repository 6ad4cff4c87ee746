// What the machine saw in the delivered files. Finds the paper, its edition and whether it may still be changed; the desk of the analysis shows it.
import { evidenceTexts } from '@shared/texts/evidence';
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { PaperProblem } from '../../session/paper-problem';
import { useSession } from '../../session/session-context';
import { type AssessmentHandle, useAssessment } from '../../session/use-assessment';
import { useCall } from '../../session/use-call';
import { useEdition } from '../../session/use-edition';
import { EvidenceDesk } from './evidence-desk';

export function EvidencePage() {
  const { id = '' } = useParams();
  const texts = useTexts(evidenceTexts);
  const load = useAssessment(id);
  if (load.state === 'ready') return <Evidence key={id} paper={load} />;
  return (
    <>
      <PageHeader title={texts.title} />
      <PaperProblem load={load} />
    </>
  );
}

function Evidence({ paper }: { paper: AssessmentHandle }) {
  const { bridge } = useSession();
  const { assessment } = paper;
  const known = useEdition(assessment.edition);
  const verdicts = useCall(useCallback(() => bridge.verdicts(undefined), [bridge]));
  // Until main has said that nothing is signed, nothing is changed.
  const frozen = verdicts.state !== 'ready' || verdicts.value.some((verdict) => verdict.dossier === assessment.id);
  return <EvidenceDesk paper={paper} edition={known?.edition ?? null} frozen={frozen} signed={frozen && verdicts.state === 'ready'} />;
}
