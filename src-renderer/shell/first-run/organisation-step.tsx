// Step 1: language and organisation.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { normaliseUscc, usccCheck } from '@shared/assessment/uscc';
import { firstRunTexts } from '@shared/texts/first-run';
import { Controller, useForm } from 'react-hook-form';
import { ChoiceRow, TextRow } from '../../components/fields';
import { useTexts } from '../../components/language';
import { useSession } from '../../session/session-context';
import { type Organisation, PRACTICE_USCC } from './steps';
import { withRef } from './with-ref';
import { WizardFrame } from './wizard-frame';

export function OrganisationStep({ given, onNext }: { given: Organisation | null; onNext: (organisation: Organisation) => void }) {
  const all = useTexts(firstRunTexts);
  const texts = all.organisation;
  const { bridge, refreshStatus, status, language } = useSession();
  const practice = { operator: all.practiceDefaults.operator, uscc: PRACTICE_USCC };
  const form = useForm<Organisation>({ defaultValues: given ?? (status.practice ? practice : { operator: '', uscc: '' }) });

  const usccProblem = (typed: string): string | true => {
    const check = usccCheck(normaliseUscc(typed));
    switch (check.state) {
      case 'valid':
        return true;
      case 'empty':
        return texts.required;
      case 'short':
        return texts.uscc18(check.length);
      case 'character':
        return texts.usccCharacter(check.place, check.found);
      case 'check':
        return texts.usccCheck(check.expected);
    }
  };
  const submit = form.handleSubmit(({ operator, uscc }) => onNext({ operator: operator.trim(), uscc: normaliseUscc(uscc) }));

  return (
    <WizardFrame
      step="organisation"
      title={texts.title}
      about={texts.about}
      side={texts.side}
      actions={{ primary: all.next, onPrimary: () => void submit() }}
    >
      <Box sx={{ display: 'grid', gap: 4, maxWidth: 480, mt: 5 }}>
        <Box>
          <Typography variant="body2" sx={{ color: 'ink2', mb: '2px' }}>
            {texts.language}
          </Typography>
          <ChoiceRow
            label={texts.language}
            value={language}
            choices={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(chosen) => void bridge.setPreferences({ language: chosen }).then(refreshStatus)}
          />
        </Box>
        <Controller
          name="operator"
          control={form.control}
          rules={{ validate: (value) => value.trim() !== '' || texts.required }}
          render={({ field, fieldState }) => (
            <TextRow label={texts.operator} hint={texts.operatorHint} error={fieldState.error?.message} required {...withRef(field)} />
          )}
        />
        <Controller
          name="uscc"
          control={form.control}
          rules={{ validate: usccProblem }}
          render={({ field, fieldState }) => (
            <TextRow
              label={texts.uscc}
              hint={texts.usccHint}
              error={fieldState.error?.message}
              required
              {...withRef(field)}
              sx={{ '& input': { fontFamily: 'mono.fontFamily', letterSpacing: '2px' } }}
            />
          )}
        />
        <Box>
          <Typography variant="body2" sx={{ color: 'ink2' }}>
            {texts.dataFolder}
          </Typography>
          <Typography variant="mono" component="div" sx={{ overflowWrap: 'anywhere' }}>
            {status.dataFolder}
          </Typography>
        </Box>
      </Box>
    </WizardFrame>
  );
}
