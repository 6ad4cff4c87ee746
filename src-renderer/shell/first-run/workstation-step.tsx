// Step 3: the key of the machine, made by itself, and where everything will live.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { firstRunTexts } from '@shared/texts/first-run';
import { useTexts } from '../../components/language';
import { FactRow } from '../../components/sheet';
import { useSession } from '../../session/session-context';
import { WizardFrame } from './wizard-frame';

export function WorkstationStep({ onNext, onBack }: { onNext: () => void; onBack: () => void }) {
  const all = useTexts(firstRunTexts);
  const texts = all.workstation;
  const { status } = useSession();
  return (
    <WizardFrame
      step="workstation"
      title={texts.title}
      about={texts.about}
      side={texts.side}
      actions={{ primary: all.next, onPrimary: onNext, onBack }}
    >
      <Box sx={{ mt: 4 }}>
        {texts.facts.map((fact) => (
          <FactRow key={fact.name} name={fact.name} width={96}>
            {fact.text}
          </FactRow>
        ))}
      </Box>
      <Typography variant="h3" component="h2" sx={{ mt: 5, pb: 1, borderBottom: '1px solid', borderColor: 'strong' }}>
        {texts.foldersTitle}
      </Typography>
      <Typography variant="mono" component="p" sx={{ my: 2, overflowWrap: 'anywhere' }}>
        {status.dataFolder}
      </Typography>
      {all.organisation.side.slice(1).map((part) => (
        <FactRow key={part.title} name={part.title} width={96}>
          {part.text}
        </FactRow>
      ))}
    </WizardFrame>
  );
}
