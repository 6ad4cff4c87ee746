// The eight steps on the left: each with a shape, a word and how far it is.
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { shanghaiWallTime } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { registerTexts } from '@shared/texts/register';
import { useTexts } from '../../components/language';
import { StatusIcon, type StatusKind } from '../../components/status-chip';
import { STEPS, type Step, type StepState, type StepView } from './steps';

const ICONS: Readonly<Record<Exclude<StepState, 'open'>, StatusKind>> = {
  done: 'compliant',
  inherited: 'inherited',
  gaps: 'attention',
  stopped: 'withdrawn',
};

type Props = {
  readonly views: readonly StepView[];
  readonly notes: Readonly<Record<Step, string>>;
  readonly current: Step;
  readonly gated: boolean;
  readonly savedAt: Instant | null;
  readonly onOpen: (step: Step) => void;
};

export function StepsNav({ views, notes, current, gated, savedAt, onOpen }: Props) {
  const texts = useTexts(registerTexts);
  return (
    <Box component="nav" aria-label={texts.stepsLabel} sx={{ height: '100%', display: 'flex', flexDirection: 'column', px: 3, py: 4 }}>
      <Typography variant="h2" component="h2" sx={{ px: 1, mb: 2 }}>
        {texts.title}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, flex: 1, overflow: 'auto' }}>
        {views.map((view) => (
          <li key={view.step}>
            <StepLine
              view={view}
              note={notes[view.step]}
              current={view.step === current}
              disabled={gated && view.step !== 'secrets'}
              onOpen={() => onOpen(view.step)}
            />
          </li>
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ m: 0, px: 1 }}>
        {current === 'secrets' ? texts.gateNote : texts.draftNote}
        <br />
        {savedAt !== null && texts.lastSaved(shanghaiWallTime(savedAt).slice(11))}
      </Typography>
    </Box>
  );
}

function StepLine({
  view,
  note,
  current,
  disabled,
  onOpen,
}: {
  view: StepView;
  note: string;
  current: boolean;
  disabled: boolean;
  onOpen: () => void;
}) {
  const texts = useTexts(registerTexts);
  const name = texts.steps[view.step];
  return (
    <ButtonBase
      onClick={onOpen}
      disabled={disabled}
      aria-current={current ? 'step' : undefined}
      aria-label={`${name}，${note}`}
      sx={{
        width: '100%',
        display: 'flex',
        alignItems: 'flex-start',
        justifyContent: 'flex-start',
        gap: 3,
        px: 2,
        py: '7px',
        mb: '2px',
        textAlign: 'left',
        borderRadius: '4px',
        bgcolor: current ? 'selected' : 'transparent',
        boxShadow: current ? (theme) => `inset 3px 0 0 ${theme.palette.teal}` : 'none',
        '&:hover': { bgcolor: current ? 'selected' : 'sunken' },
      }}
    >
      <Box sx={{ pt: '2px', width: 18, flexShrink: 0 }}>
        {view.state === 'open' ? (
          <Box
            aria-hidden
            sx={{
              width: 17,
              height: 17,
              borderRadius: '50%',
              border: '1px solid',
              borderColor: 'control',
              fontSize: 11,
              lineHeight: '15px',
              textAlign: 'center',
              color: 'ink2',
            }}
          >
            {STEPS.indexOf(view.step) + 1}
          </Box>
        ) : view.state === 'gaps' && view.step !== 'intake' ? (
          <ErrorOutlineOutlined aria-hidden sx={{ fontSize: 17, color: 'sealText' }} />
        ) : (
          <StatusIcon kind={ICONS[view.state]} size={17} />
        )}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ typography: 'body2', fontWeight: current ? 600 : 500, color: current ? 'teal' : 'ink' }}>{name}</Box>
        <Typography variant="caption" component="div" noWrap sx={{ color: 'ink3' }}>
          {note}
        </Typography>
      </Box>
    </ButtonBase>
  );
}

/** The steps in one column: a select above the work. */
export function StepsSelect({ views, notes, current, gated, onOpen }: Omit<Props, 'savedAt'>) {
  const texts = useTexts(registerTexts);
  return (
    <Select
      fullWidth
      value={current}
      inputProps={{ 'aria-label': texts.stepsLabel }}
      onChange={(event) => onOpen(event.target.value)}
      sx={{ mb: 2 }}
    >
      {views.map((view) => (
        <MenuItem key={view.step} value={view.step} disabled={gated && view.step !== 'secrets'}>
          <b>{texts.steps[view.step]}</b>
          <Typography variant="caption" component="span" sx={{ ml: 3 }}>
            {notes[view.step]}
          </Typography>
        </MenuItem>
      ))}
    </Select>
  );
}
