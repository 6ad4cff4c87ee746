// Step 5: ask the bureau. Whatever it answers, and also without an answer, the desk opens.
import Box from '@mui/material/Box';
import { firstRunTexts } from '@shared/texts/first-run';
import { useTexts } from '../../components/language';
import { Enrolment } from '../../features/settings/enrolment';
import { WizardFrame } from './wizard-frame';

export function EnrolmentStep({ onDone }: { onDone: () => void }) {
  const { enrolment: texts } = useTexts(firstRunTexts);
  return (
    <WizardFrame
      step="enrolment"
      title={texts.title}
      about={texts.about}
      side={texts.side}
      actions={{ primary: texts.enter, onPrimary: onDone }}
    >
      <Box sx={{ mt: 4 }}>
        <Enrolment />
      </Box>
    </WizardFrame>
  );
}
