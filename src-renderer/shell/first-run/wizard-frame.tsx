// The frame of the set-up: steps on the left, the step on the sheet, explanations on the right, what is missing beside the one button.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { firstRunTexts } from '@shared/texts/first-run';
import type { FormEvent, ReactNode } from 'react';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import { useSession } from '../../session/session-context';
import { SIZES } from '../../theme/tokens';
import { Mark } from '../mark';
import { PracticeBand } from '../practice-band';
import { StatusBar } from '../status-bar';
import { STEPS, type StepName } from './steps';

export type StepActions = {
  readonly primary: string;
  readonly onPrimary: () => void;
  /** Words for what is still missing; with them the button is closed and says why. */
  readonly missing?: string | undefined;
  readonly busy?: boolean;
  readonly onBack?: (() => void) | undefined;
  readonly onLater?: (() => void) | undefined;
};

const isClosed = (actions: StepActions): boolean => actions.busy === true || (actions.missing !== undefined && actions.missing !== '');
const FORM_ID = 'set-up-step';

type Props = {
  readonly step: StepName;
  readonly title: string;
  readonly about: string;
  readonly side: readonly { readonly title: string; readonly text: string }[];
  readonly actions: StepActions;
  readonly children: ReactNode;
};

export function WizardFrame({ step, title, about, side, actions, children }: Props) {
  const texts = useTexts(firstRunTexts);
  const { status, bridge, refreshStatus, language } = useSession();
  const switchLanguage = () => void bridge.setPreferences({ language: language === 'zh' ? 'en' : 'zh' }).then(refreshStatus);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', bgcolor: 'desk' }}>
      {status.practice && <PracticeBand />}
      <Box component="header" sx={{ height: SIZES.header, flexShrink: 0, display: 'flex', alignItems: 'center', gap: 2, pr: 6 }}>
        <Mark />
        <Typography variant="h3" component="div">
          {texts.title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'ink2', flex: 1 }}>
          {status.practice ? texts.aboutPractice : texts.about}
        </Typography>
        <Link component="button" variant="body2" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={switchLanguage}>
          {language === 'zh' ? 'English' : '中文'}
        </Link>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', borderTop: '1px solid', borderColor: 'hairline' }}>
        <StepList current={step} />
        <Box component="main" sx={{ flex: 1, minWidth: 0, overflow: 'auto', bgcolor: 'paper', px: 10, py: 5 }}>
          <Box
            component="form"
            id={FORM_ID}
            noValidate
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              if (!isClosed(actions)) actions.onPrimary();
            }}
            sx={{ maxWidth: 830 }}
          >
            <Typography variant="h1">{title}</Typography>
            <Typography variant="body2" sx={{ color: 'ink2', maxWidth: 640, mt: 1 }}>
              {about}
            </Typography>
            {children}
          </Box>
        </Box>
        <Box
          component="aside"
          sx={{
            width: 296,
            flexShrink: 0,
            overflow: 'auto',
            bgcolor: 'raised',
            borderLeft: '1px solid',
            borderColor: 'hairline',
            px: 6,
            py: 6,
            '@media (max-width: 1100px)': { display: 'none' },
          }}
        >
          {side.map((part) => (
            <Box key={part.title} sx={{ mb: 5 }}>
              <Typography variant="h3" component="h2">
                {part.title}
              </Typography>
              <Typography variant="body2" sx={{ color: 'ink2' }}>
                {part.text}
              </Typography>
            </Box>
          ))}
        </Box>
      </Box>
      <StepFooter actions={actions} />
      <StatusBar />
    </Box>
  );
}

function StepFooter({ actions }: { actions: StepActions }) {
  const texts = useTexts(firstRunTexts);
  const closed = isClosed(actions);
  return (
    <Box
      sx={{
        height: 56,
        flexShrink: 0,
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        px: 6,
        bgcolor: 'raised',
        borderTop: '1px solid',
        borderColor: 'strong',
      }}
    >
      {actions.onBack && <Button onClick={actions.onBack}>{texts.back}</Button>}
      {actions.onLater && (
        <Link component="button" type="button" variant="body2" onClick={actions.onLater}>
          {texts.later}
        </Link>
      )}
      <Box sx={{ flex: 1 }} />
      {actions.missing && (
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {texts.missing(actions.missing)}
        </Typography>
      )}
      <Button variant="contained" color="primary" disabled={closed} type="submit" form={FORM_ID}>
        {actions.primary} <Kbd keys="Enter" onFill />
      </Button>
    </Box>
  );
}

function StepList({ current }: { current: StepName }) {
  const texts = useTexts(firstRunTexts);
  const { bureau } = useSession().status;
  const at = STEPS.indexOf(current);
  return (
    <Box
      component="nav"
      aria-label={texts.stepsLabel}
      sx={{
        width: 248,
        flexShrink: 0,
        bgcolor: 'raised',
        borderRight: '1px solid',
        borderColor: 'hairline',
        py: 6,
        px: 4,
        '@media (max-width: 960px)': { display: 'none' },
      }}
    >
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {STEPS.map((step, index) => {
          const passed = index < at;
          // A step that was left for later is passed and not done.
          const left = passed && step === 'trust' && bureau === null;
          const state = left ? 'ahead' : passed ? 'done' : index === at ? 'current' : 'ahead';
          return (
            <Box
              component="li"
              key={step}
              aria-current={state === 'current' ? 'step' : undefined}
              sx={{
                display: 'flex',
                gap: 3,
                px: 3,
                py: 2,
                mb: 2,
                borderLeft: '3px solid',
                borderColor: state === 'current' ? 'teal' : 'transparent',
                borderRadius: '5px',
                bgcolor: state === 'current' ? 'selected' : 'transparent',
              }}
            >
              {state === 'done' ? (
                <StatusIcon kind="compliant" label={texts.done} size={20} />
              ) : (
                <Box
                  aria-hidden
                  sx={{
                    width: 20,
                    height: 20,
                    flexShrink: 0,
                    border: '1px solid',
                    borderColor: state === 'current' ? 'teal' : 'control',
                    borderRadius: '50%',
                    textAlign: 'center',
                    fontSize: 12,
                    lineHeight: '18px',
                    color: state === 'current' ? 'teal' : 'ink2',
                    fontWeight: 600,
                  }}
                >
                  {index + 1}
                </Box>
              )}
              <Box>
                <Typography variant="h3" component="div" sx={{ color: state === 'current' ? 'teal' : 'ink' }}>
                  {texts.steps[step].title}
                </Typography>
                <Typography variant="caption" component="div">
                  {state === 'current' ? texts.current : left ? texts.later : texts.steps[step].about}
                </Typography>
              </Box>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
