// Field, way out and the one next step. What the next step is follows from how far the signer has read; why it is shut stands beside it.
import ArrowForward from '@mui/icons-material/ArrowForward';
import DrawOutlined from '@mui/icons-material/DrawOutlined';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import type { CodeOf } from '@shared/contract/call';
import { contractWords } from '@shared/contract/codes';
import type { signingCalls } from '@shared/contract/contract';
import type { SigningView } from '@shared/contract/views';
import { signingTexts } from '@shared/texts/signing';
import { type ReactNode, type RefObject, useState } from 'react';
import { Kbd } from '../components/kbd';
import { useLanguage, useTexts } from '../components/language';
import { wallTime } from './paper/words';
import { allSeen, nextUnseen, type Reading, unseen } from './reading';
import type { Sheets } from './sheets';
import { visibleText } from './visible-text';

export type ApproveCode = CodeOf<typeof signingCalls.approve>;

type Props = {
  view: SigningView;
  sheets: Sheets;
  reading: Reading;
  percent: number;
  armed: boolean;
  busy: boolean;
  typed: boolean;
  failed: ApproveCode | null;
  field: RefObject<HTMLInputElement | null>;
  onTyped: (typed: boolean) => void;
  onLeave: () => void;
  onOnward: () => void;
  onSign: () => void;
};

export function ActionBar(props: Props) {
  const { view, reading, field, busy, failed, onTyped, onLeave } = props;
  const t = useTexts(signingTexts);
  const [plain, setPlain] = useState(false);
  const complete = allSeen(reading);
  const name = visibleText(view.reviewer.name);
  return (
    <Box component="footer" sx={{ flexShrink: 0, px: 7, pt: 3, pb: 2, minHeight: 88 }}>
      <Typography component="label" htmlFor="passphrase" variant="body2" sx={{ color: 'ink2', display: 'block', mb: '2px' }}>
        {t.passphraseOf(name)}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <OutlinedInput
          id="passphrase"
          inputRef={field}
          type={plain ? 'text' : 'password'}
          autoComplete="off"
          disabled={!complete || busy}
          error={failed !== null}
          placeholder={complete ? '' : t.passphraseLocked(reading.seen.length)}
          inputProps={{ 'aria-describedby': 'signing-hint', maxLength: 200 }}
          onChange={(event) => onTyped(event.target.value !== '')}
          sx={{ flex: 1, minWidth: 0, height: 36 }}
          endAdornment={
            complete && (
              <InputAdornment position="end">
                <IconButton size="small" aria-label={plain ? t.passphraseHide : t.passphraseShow} onClick={() => setPlain(!plain)}>
                  {plain ? <VisibilityOutlined sx={{ fontSize: 18 }} /> : <VisibilityOffOutlined sx={{ fontSize: 18 }} />}
                </IconButton>
              </InputAdornment>
            )
          }
        />
        <Button onClick={(event) => event.isTrusted && onLeave()} sx={{ height: 36 }}>
          {t.decline} <Kbd keys="Esc" />
        </Button>
        <NextStep {...props} complete={complete} />
      </Box>
      <Box sx={{ display: 'flex', gap: 3, mt: '6px', alignItems: 'baseline' }}>
        <Typography
          id="signing-hint"
          component="div"
          variant="caption"
          role={failed === null ? 'status' : 'alert'}
          sx={{ flex: 1, color: failed === null ? 'ink3' : 'sealText' }}
        >
          <Hint {...props} complete={complete} />
        </Typography>
        <Typography component="span" variant="caption" sx={{ flexShrink: 0 }}>
          {t.expires(wallTime(view.expiresAt).slice(11, 16))}
        </Typography>
      </Box>
    </Box>
  );
}

function NextStep({ sheets, reading, armed, busy, typed, complete, onOnward, onSign }: Props & { complete: boolean }) {
  const t = useTexts(signingTexts);
  if (!complete) {
    const next = reading.seen[reading.page] === true ? nextUnseen(reading) : null;
    return (
      <Button
        variant="contained"
        color="primary"
        onClick={(event) => event.isTrusted && onOnward()}
        sx={{ height: 36 }}
        startIcon={<ArrowForward />}
      >
        {next === null ? t.scrollDown : t.nextPage(next + 1)}
      </Button>
    );
  }
  return (
    <Button
      variant="contained"
      color="error"
      disabled={!armed || busy || !typed}
      onClick={(event) => event.isTrusted && onSign()}
      sx={{ height: 36 }}
      startIcon={<DrawOutlined />}
    >
      {busy ? t.signing : sheets.sign} <Kbd keys="Ctrl+Enter" onFill />
    </Button>
  );
}

function Hint({ sheets, reading, percent, armed, failed, complete }: Props & { complete: boolean }): ReactNode {
  const t = useTexts(signingTexts);
  const language = useLanguage();
  if (failed !== null) {
    const words = contractWords(failed, language);
    return `${words.title}${language === 'zh' ? '。' : '. '}${words.todo}`;
  }
  if (!complete) {
    const pageDone = reading.seen[reading.page] === true;
    return (
      <>
        {pageDone ? t.leftToSee(unseen(reading)) : t.readSoFar(percent)} <Kbd keys="PageDown" /> {pageDone ? t.turnsPage : t.scrolls}
      </>
    );
  }
  if (!armed) return t.arming;
  return sheets.hint;
}
