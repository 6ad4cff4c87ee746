// Step 2: the bureau's trust file. In practice it comes with the workstation; for real it is typed from the telephone, or left for later.
import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { firstRunTexts } from '@shared/texts/first-run';
import { useTexts } from '../../components/language';
import { ToneChip } from '../../components/status-chip';
import { TrustImportForm, useMissingWords } from '../../features/settings/trust/trust-import-form';
import { useTrustImport } from '../../features/settings/trust/use-trust-import';
import { useSession } from '../../session/session-context';
import { WizardFrame } from './wizard-frame';

type Props = { readonly practice: boolean; readonly onNext: () => void; readonly onBack: () => void };

export function TrustStep({ practice, onNext, onBack }: Props) {
  const { status } = useSession();
  return practice || status.bureau !== null ? (
    <GivenTrust practice={practice} onNext={onNext} onBack={onBack} />
  ) : (
    <ImportTrust onNext={onNext} onBack={onBack} />
  );
}

function GivenTrust({ practice, onNext, onBack }: Props) {
  const all = useTexts(firstRunTexts);
  const texts = all.trust;
  const { bureau } = useSession().status;
  return (
    <WizardFrame
      step="trust"
      title={texts.title}
      about={texts.about}
      side={texts.side}
      actions={{ primary: all.next, onPrimary: onNext, onBack }}
    >
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 5, p: 4, border: '1px solid', borderColor: 'strong', borderRadius: '6px' }}
      >
        <AccountBalanceOutlined aria-hidden sx={{ color: 'teal' }} />
        <Box sx={{ flex: 1 }}>
          {bureau && (
            <Typography variant="h3" component="div">
              {bureau.name}
            </Typography>
          )}
          <Typography variant="body2" sx={{ color: 'ink2' }}>
            {bureau === null ? texts.givenWaiting : practice ? texts.given : texts.confirmed}
          </Typography>
        </Box>
        {bureau && <ToneChip tone="teal" icon={TaskAltOutlined} label={texts.confirmed} />}
      </Box>
      <AfterTrust />
    </WizardFrame>
  );
}

function ImportTrust({ onNext, onBack }: Omit<Props, 'practice'>) {
  const all = useTexts(firstRunTexts);
  const texts = all.trust;
  const trust = useTrustImport(onNext);
  const missing = useMissingWords(trust);
  return (
    <WizardFrame
      step="trust"
      title={texts.title}
      about={texts.about}
      side={texts.side}
      actions={{
        primary: texts.confirm,
        onPrimary: () => void trust.confirm(),
        missing: trust.file === null ? all.steps.trust.title : missing,
        onBack,
        onLater: onNext,
      }}
    >
      <TrustImportForm trust={trust} />
      <AfterTrust />
    </WizardFrame>
  );
}

const AFTER_ICONS = [TaskAltOutlined, HelpOutlineOutlined, MenuBookOutlined] as const;

function AfterTrust() {
  const { trust: texts } = useTexts(firstRunTexts);
  return (
    <Box component="section" sx={{ mt: 5, pt: 4, borderTop: '1px solid', borderColor: 'strong' }}>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {texts.afterTitle}
      </Typography>
      {texts.after.map((row, index) => {
        const Icon = AFTER_ICONS[index] ?? TaskAltOutlined;
        return (
          <Box
            key={row.name}
            sx={{
              display: 'flex',
              gap: 2,
              alignItems: 'center',
              py: '6px',
              borderBottom: '1px solid',
              borderColor: 'hairline',
              typography: 'body2',
            }}
          >
            <Icon aria-hidden sx={{ fontSize: 16, color: index === 1 ? 'amberText' : 'teal' }} />
            <Box component="span" sx={{ width: 88, fontWeight: 600 }}>
              {row.name}
            </Box>
            <Box component="span" sx={{ flex: 1, color: 'ink2' }}>
              {row.text}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
