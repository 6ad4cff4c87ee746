// Step 1, before anything else: are state secrets involved (第二条第二款)? Nothing is preset. "Involved" and "not clear" end here with a page to print;
// no file is taken.

import type { SvgIconComponent } from '@mui/icons-material';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import type { Registration } from '@shared/assessment/model';
import { article } from '@shared/regulation/measures';
import { registerTexts } from '@shared/texts/register';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { PaperSheet } from '../../components/paper-sheet';

export type GateAnswer = 'none' | 'involved' | 'unclear';
const ANSWERS: readonly { readonly answer: GateAnswer; readonly icon: SvgIconComponent; readonly colour: string }[] = [
  { answer: 'none', icon: CheckCircleOutlined, colour: 'teal' },
  { answer: 'involved', icon: BlockOutlined, colour: 'sealText' },
  { answer: 'unclear', icon: HelpOutlineOutlined, colour: 'amberText' },
];

type Props = {
  readonly registration: Registration;
  readonly operator: string;
  readonly day: string;
  readonly error: string | undefined;
  readonly onAnswer: (answer: GateAnswer) => void;
  readonly onGround: (ground: string) => void;
  readonly onContinue: () => void;
};

export function gateAnswer({ stateSecrets: { answer, answeredAt } }: Registration): GateAnswer | null {
  if (answeredAt === null) return null;
  return answer ?? 'unclear';
}

export function Gate({ registration, operator, day, error, onAnswer, onGround, onContinue }: Props) {
  const texts = useTexts(registerTexts);
  const chosen = gateAnswer(registration);
  const words = {
    none: [texts.secretsNone, texts.secretsNoneNote],
    involved: [texts.secretsInvolved, texts.secretsInvolvedNote],
    unclear: [texts.secretsUnclear, texts.secretsUnclearNote],
  } as const;
  useKeys(ANSWERS.map(({ answer }, index) => ({ keys: String(index + 1), label: words[answer][0], run: () => onAnswer(answer) })));
  return (
    <Box sx={{ maxWidth: 980, mx: 'auto', px: 6, py: 8 }}>
      <LawOfGate />
      <Typography variant="h1" sx={{ fontSize: 24, lineHeight: '34px' }}>
        {texts.secretsQuestion}
      </Typography>
      <Typography variant="body2" sx={{ color: 'ink2', mt: 1, mb: 4 }}>
        {texts.secretsHint}
      </Typography>
      <Box
        role="radiogroup"
        aria-label={texts.secretsQuestion}
        data-field="stateSecrets.answer"
        sx={{
          border: '1px solid',
          borderColor: error && chosen === null ? 'sealText' : 'control',
          borderRadius: '6px',
          overflow: 'hidden',
        }}
      >
        {ANSWERS.map(({ answer, icon: Icon, colour }, index) => (
          <ButtonBase
            key={answer}
            role="radio"
            aria-checked={chosen === answer}
            aria-label={words[answer][0]}
            onClick={() => onAnswer(answer)}
            sx={{
              width: '100%',
              display: 'flex',
              justifyContent: 'flex-start',
              gap: 4,
              px: 5,
              minHeight: 56,
              textAlign: 'left',
              borderTop: index === 0 ? 0 : '1px solid',
              borderColor: 'hairline',
              bgcolor: chosen === answer ? 'selected' : 'paper',
              boxShadow: chosen === answer ? (theme) => `inset 3px 0 0 ${theme.palette.teal}` : 'none',
              '&:hover': { bgcolor: chosen === answer ? 'selected' : 'raised' },
            }}
          >
            <Kbd keys={String(index + 1)} />
            <Icon aria-hidden sx={{ fontSize: 20, color: colour }} />
            <Box component="span" sx={{ width: 92, fontSize: 16, fontWeight: 600 }}>
              {words[answer][0]}
            </Box>
            <Typography variant="body2" component="span" sx={{ color: 'ink2' }}>
              {words[answer][1]}
            </Typography>
          </ButtonBase>
        ))}
      </Box>
      {chosen === 'none' && <Ground ground={registration.stateSecrets.ground} error={error} onGround={onGround} onContinue={onContinue} />}
      {chosen === 'involved' && <Stop kind="involved" operator={operator} day={day} />}
      {chosen === 'unclear' && <Stop kind="unclear" operator={operator} day={day} />}
      {chosen === null && <Ahead />}
      <Typography variant="caption" component="p" sx={{ mt: 5 }}>
        {texts.marksLater}
      </Typography>
    </Box>
  );
}

/** 第二条, both paragraphs; the one that decides is underlined. */
function LawOfGate() {
  const words = article('2');
  return (
    <Box lang="zh-CN" sx={{ display: 'flex', gap: 4, mb: 8, typography: 'law', fontSize: 16, lineHeight: '30px' }}>
      <Box sx={{ pr: 3, borderRight: '1px solid', borderColor: 'strong', color: 'ink2', whiteSpace: 'nowrap' }}>{words?.label}</Box>
      <Box>
        {words?.paragraphs.map((paragraph) => (
          <Box key={paragraph.number} sx={{ color: paragraph.number === 2 ? 'ink' : 'ink2' }}>
            <Box component="span" sx={paragraph.number === 2 ? { borderBottom: '2px solid', borderColor: 'teal', pb: '2px' } : {}}>
              {paragraph.text}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Ground({
  ground,
  error,
  onGround,
  onContinue,
}: {
  ground: string;
  error: string | undefined;
  onGround: (ground: string) => void;
  onContinue: () => void;
}) {
  const texts = useTexts(registerTexts);
  const missing = ground.trim() === '';
  return (
    <Box sx={{ mt: 5 }} data-field="stateSecrets.ground">
      <Typography component="label" htmlFor="secrets-ground" variant="body2" sx={{ display: 'block', color: 'ink2', mb: 1 }}>
        {texts.secretsGround}
      </Typography>
      <OutlinedInput
        id="secrets-ground"
        fullWidth
        multiline
        value={ground}
        error={error !== undefined && missing}
        placeholder={texts.secretsGroundHint}
        inputProps={{ 'aria-required': true, maxLength: 20_000 }}
        onChange={(event) => onGround(event.target.value)}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 3 }}>
        <Button variant="contained" color="primary" disabled={missing} onClick={onContinue}>
          {texts.continue} <Kbd keys="Ctrl+Enter" onFill />
        </Button>
        {missing && <Typography variant="caption">{texts.groundRequired}</Typography>}
      </Box>
    </Box>
  );
}

/** What the two stopping answers lead to, said before anyone chooses. */
function Ahead() {
  const texts = useTexts(registerTexts);
  const notes = [
    [texts.ifInvolved, BlockOutlined, 'sealText', texts.stopHere, texts.stopHereText],
    [texts.ifUnclear, HelpOutlineOutlined, 'amberText', texts.askFirst, texts.askFirstText],
  ] as const;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '1fr 1fr',
        gap: 6,
        mt: 8,
        '@media (max-width: 959.95px)': { gridTemplateColumns: '1fr' },
      }}
    >
      {notes.map(([heading, Icon, colour, title, text]) => (
        <Box key={heading}>
          <Typography variant="h3" component="h2" sx={{ mb: 2 }}>
            {heading}
          </Typography>
          <Box sx={{ bgcolor: 'raised', borderLeft: '3px solid', borderColor: 'strong', px: 5, py: 3 }}>
            <Typography variant="h3" component="p" sx={{ m: 0, display: 'flex', gap: 2, alignItems: 'center' }}>
              <Icon aria-hidden sx={{ fontSize: 18, color: colour }} /> {title}
            </Typography>
            <Typography variant="body2" sx={{ color: 'ink2', mt: 1 }}>
              {text}
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** The end of this dossier here: what to do, and the page to print. It says nothing about the product. */
function Stop({ kind, operator, day }: { kind: 'involved' | 'unclear'; operator: string; day: string }) {
  const texts = useTexts(registerTexts);
  const involved = kind === 'involved';
  useKeys([{ keys: 'Ctrl+P', label: texts.print, run: () => window.print(), command: true }]);
  return (
    <Box role="alert" sx={{ mt: 6, display: 'flex', flexWrap: 'wrap', gap: 6, alignItems: 'flex-start' }}>
      <Box
        sx={{
          flex: '1 1 300px',
          bgcolor: 'raised',
          borderLeft: '3px solid',
          borderColor: involved ? 'sealText' : 'amberText',
          px: 5,
          py: 4,
        }}
      >
        <Typography variant="h2" component="p" sx={{ m: 0 }}>
          {involved ? texts.stopHere : texts.askFirst}
        </Typography>
        <Typography variant="body2" sx={{ color: 'ink2', mt: 1 }}>
          {involved ? texts.stopHereText : texts.askFirstText}
        </Typography>
        <Box sx={{ display: 'flex', gap: 4, alignItems: 'center', mt: 3 }}>
          <Button startIcon={<PrintOutlined />} onClick={() => window.print()}>
            {involved ? texts.handOverTitle : texts.inquiryTitle} <Kbd keys="Ctrl+P" />
          </Button>
          <Typography variant="caption">{texts.changeAnswerHint}</Typography>
        </Box>
      </Box>
      <PaperSheet
        head={operator}
        title={involved ? texts.handOverTitle : texts.inquiryTitle}
        lines={involved ? texts.handOverLines : texts.inquiryLines}
        sign={operator}
        day={day}
      />
    </Box>
  );
}
