// Registration of one dossier: the gate, the form, the papers, the review. Finds the paper and its edition; everything typed is stored as typed.
import { registerTexts } from '@shared/texts/register';
import { useParams } from 'react-router';
import { CallError } from '../../components/call-error';
import { useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { PaperProblem } from '../../session/paper-problem';
import { useAssessment } from '../../session/use-assessment';
import { useEdition } from '../../session/use-edition';
import { RegisterDesk } from './register-desk';

export function RegisterPage() {
  const { id = '' } = useParams();
  const texts = useTexts(registerTexts);
  const load = useAssessment(id);
  const known = useEdition(load.state === 'ready' ? load.assessment.edition : null);
  if (load.state === 'ready' && known !== null) return <RegisterDesk key={id} paper={load} edition={known.edition} />;
  return (
    <>
      <PageHeader title={texts.title} />
      {load.state === 'ready' ? <CallError code="EDITION_UNKNOWN" detail={load.assessment.edition.id} /> : <PaperProblem load={load} />}
    </>
  );
}
