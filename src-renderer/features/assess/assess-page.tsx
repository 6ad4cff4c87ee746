// One dossier under assessment: finds the paper, its edition and the items that apply, and shows one question at a time. What an answer does to the
// outcomes is not decided here.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { applicability } from '@shared/assessment/subject';
import { assessTexts } from '@shared/texts/assess';
import { useCallback, useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState } from '../../components/states';
import { PaperProblem } from '../../session/paper-problem';
import { useSession } from '../../session/session-context';
import { type AssessmentHandle, useAssessment } from '../../session/use-assessment';
import { useCall } from '../../session/use-call';
import { type KnownEdition, useEdition } from '../../session/use-edition';
import { useMachine } from '../../session/use-machine';
import { AssessDesk } from './assess-desk';

export function AssessPage() {
  const { id = '' } = useParams();
  const texts = useTexts(assessTexts);
  const load = useAssessment(id);
  const known = useEdition(load.state === 'ready' ? load.assessment.edition : null);
  const navigate = useNavigate();
  if (load.state !== 'ready')
    return (
      <>
        <PageHeader title={texts.title} />
        <PaperProblem load={load} />
      </>
    );
  const { assessment } = load;
  if (known === null)
    return (
      <Stopped>
        <ErrorState title={texts.noEdition} code="EDITION_UNKNOWN" detail={assessment.edition.id}>
          {texts.noEditionText}
        </ErrorState>
      </Stopped>
    );
  if (assessment.registeredAt === null)
    return (
      <Stopped>
        <EmptyState
          title={texts.notFiled}
          actions={
            <Button variant="contained" color="primary" onClick={() => void navigate(`/register/${id}`)}>
              {texts.toRegister}
            </Button>
          }
        >
          {texts.notFiledText}
        </EmptyState>
      </Stopped>
    );
  return <Assessing key={id} paper={load} known={known} />;
}

function Stopped({ children }: { children: React.ReactNode }) {
  const texts = useTexts(assessTexts);
  return (
    <>
      <PageHeader title={texts.title} />
      <Box sx={{ px: 6, py: 4 }}>{children}</Box>
    </>
  );
}

function Assessing({ paper, known }: { paper: AssessmentHandle; known: KnownEdition }) {
  const { assessment } = paper;
  const { edition } = known;
  const { bridge } = useSession();
  const verdicts = useCall(useCallback(() => bridge.verdicts(undefined), [bridge]));
  const frozen = verdicts.state === 'ready' && verdicts.value.some((verdict) => verdict.dossier === assessment.id);
  const machine = useMachine(paper, edition, frozen);
  const applies = useMemo(() => applicability(assessment, edition, machine.seen), [assessment, edition, machine.seen]);
  const signed = useMemo(() => new Set(verdicts.state === 'ready' ? verdicts.value.map((verdict) => verdict.dossier) : []), [verdicts]);
  return <AssessDesk paper={paper} edition={edition} items={applies.items} machine={machine} frozen={frozen} signed={signed} />;
}
