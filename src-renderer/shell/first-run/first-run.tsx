// The first run of a workstation, step by step. Everything but signing works without the bureau's answer, so the last step never blocks.
import { useState } from 'react';
import { useSession } from '../../session/session-context';
import { EnrolmentStep } from './enrolment-step';
import { OrganisationStep } from './organisation-step';
import { ReviewerStep } from './reviewer-step';
import { type Organisation, STEPS, type StepName } from './steps';
import { TrustStep } from './trust-step';
import { WorkstationStep } from './workstation-step';

/** Called when the reviewer opens the desk at the end; the profile is unlocked by then. */
export function FirstRun({ onDone }: { onDone: () => void }) {
  const { status } = useSession();
  const [step, setStep] = useState<StepName>('organisation');
  const [organisation, setOrganisation] = useState<Organisation | null>(null);
  const go = (by: 1 | -1) => setStep(STEPS[STEPS.indexOf(step) + by] ?? step);
  const next = () => go(1);
  const back = () => go(-1);

  if (step === 'organisation' || organisation === null)
    return (
      <OrganisationStep
        given={organisation}
        onNext={(given) => {
          setOrganisation(given);
          setStep('trust');
        }}
      />
    );
  switch (step) {
    case 'trust':
      return <TrustStep practice={status.practice} onNext={next} onBack={back} />;
    case 'workstation':
      return <WorkstationStep onNext={next} onBack={back} />;
    case 'reviewer':
      return <ReviewerStep organisation={organisation} onNext={next} onBack={back} />;
    case 'enrolment':
      return <EnrolmentStep onDone={onDone} />;
  }
}
