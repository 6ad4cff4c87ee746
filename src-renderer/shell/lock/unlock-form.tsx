// The passphrase field: says what is wrong in place, watches Caps Lock, and shows the public passphrase of a practice desk.
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import { wordsOf } from '@shared/contract/codes';
import { shellTexts } from '@shared/texts/shell';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { ToneChip } from '../../components/status-chip';
import { useSession } from '../../session/session-context';
import type { OpenWhenLocked } from '../routes';

export function UnlockForm({ onOpen }: { onOpen: (page: OpenWhenLocked) => void }) {
  const { lock: texts } = useTexts(shellTexts);
  const { status, unlock, bridge, refreshStatus, language } = useSession();
  const [passphrase, setPassphrase] = useState('');
  const [visible, setVisible] = useState(false);
  const [caps, setCaps] = useState(false);
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === '' || busy) return;
    setBusy(true);
    const outcome = await unlock(passphrase);
    setBusy(false);
    if (outcome.ok) return;
    setCode(outcome.code);
    setPassphrase('');
  };
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  const switchLanguage = async () => {
    await bridge.setPreferences({ language: language === 'zh' ? 'en' : 'zh' });
    await refreshStatus();
  };

  return (
    <Box component="main" sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflow: 'auto' }}>
      <Box component="form" onSubmit={submit} aria-label={texts.title} sx={{ width: 400, maxWidth: '90%', m: 'auto', py: 6 }}>
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {[status.reviewer?.operator, status.workstation && texts.workstation(status.workstation.slice(0, 4).toUpperCase())]
            .filter(Boolean)
            .join('　・　')}
        </Typography>
        <Typography component="h1" sx={{ fontSize: 24, lineHeight: '34px', fontWeight: 600, mb: 3 }}>
          {texts.title}
        </Typography>
        {status.reviewer && <ReviewerRow name={status.reviewer.name} about={texts.reviewerLine(status.reviewer.suite.toUpperCase())} />}
        <Typography component="label" htmlFor="passphrase" variant="body2" sx={{ display: 'block', color: 'ink2', mt: 5, mb: 1 }}>
          {texts.passphrase}
        </Typography>
        <OutlinedInput
          id="passphrase"
          autoFocus
          fullWidth
          type={visible ? 'text' : 'password'}
          autoComplete="off"
          value={passphrase}
          error={code !== null}
          onChange={(event) => setPassphrase(event.target.value)}
          onKeyUp={watchCaps}
          inputProps={{ 'aria-describedby': 'passphrase-about', spellCheck: false, maxLength: 200, style: { padding: '9px 10px' } }}
          endAdornment={
            <>
              {caps && <ToneChip tone="amber" label={texts.capsLock} />}
              <IconButton aria-label={visible ? texts.hide : texts.show} onClick={() => setVisible(!visible)} edge="end">
                {visible ? <VisibilityOutlined sx={{ fontSize: 18 }} /> : <VisibilityOffOutlined sx={{ fontSize: 18 }} />}
              </IconButton>
            </>
          }
        />
        <Box id="passphrase-about" aria-live="assertive" sx={{ minHeight: 24, mt: 1 }}>
          {code && <Refusal code={code} caps={caps} />}
        </Box>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          fullWidth
          disabled={busy || passphrase === ''}
          sx={{ mt: 2, minHeight: 36 }}
        >
          {busy ? texts.unlocking : texts.unlock} <Kbd keys="Enter" onFill />
        </Button>
        {status.practicePassphrase !== null && (
          <Box sx={{ mt: 3, p: 3, bgcolor: 'sunken', borderRadius: '5px' }}>
            <Typography variant="body2">{texts.practicePassphrase(status.practicePassphrase)}</Typography>
            <Link component="button" type="button" variant="body2" onClick={() => setPassphrase(status.practicePassphrase ?? '')}>
              {texts.usePractice}
            </Link>
          </Box>
        )}
        {status.analysesLeft > 0 && (
          <Typography role="status" variant="body2" component="p" sx={{ m: 0, mt: 4 }}>
            {texts.analysesLeft(status.analysesLeft)}
          </Typography>
        )}
        <Typography variant="body2" component="div" sx={{ color: 'ink3', mt: 5 }}>
          {texts.before}
          <br />
          {texts.ledgerPlain}
          <Link component="button" type="button" variant="body2" onClick={() => onOpen('/ledger')}>
            {texts.openLedger}
          </Link>
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', px: 10, py: 5 }}>
        <Link component="button" variant="body2" onClick={() => onOpen('/verify')}>
          {texts.verify}
        </Link>
        <Box sx={{ flex: 1 }} />
        <Link component="button" variant="body2" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => void switchLanguage()}>
          {language === 'zh' ? 'English' : '中文'}
        </Link>
      </Box>
    </Box>
  );
}

function Refusal({ code, caps }: { code: string; caps: boolean }) {
  const { lock: texts } = useTexts(shellTexts);
  const language = useLanguage();
  const { unlockFailures } = useSession().status;
  const until = unlockFailures.until === null ? null : parseInstant(unlockFailures.until);
  const words = wordsOf(code, language);
  const what =
    code === 'PASSPHRASE_WRONG'
      ? texts.tries.PASSPHRASE_WRONG(unlockFailures.remaining)
      : code === 'UNLOCK_DELAYED'
        ? texts.tries.UNLOCK_DELAYED(until === null ? '' : shanghaiWallTime(until).slice(11, 16))
        : `${words?.title ?? code}${language === 'zh' ? '。' : '. '}`;
  return (
    <Box sx={{ display: 'flex', gap: 2, typography: 'body2' }}>
      <ErrorOutlineOutlined aria-hidden sx={{ fontSize: 16, mt: '2px', color: 'sealText' }} />
      <Box>
        <Box component="strong" sx={{ color: 'sealText' }}>
          {what}
        </Box>
        {caps ? texts.capsHint : words?.todo}
        <Box sx={{ typography: 'mono', color: 'ink3' }}>{code}</Box>
      </Box>
    </Box>
  );
}

function ReviewerRow({ name, about }: { name: string; about: string }) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 3,
        py: '10px',
        border: '1px solid',
        borderColor: 'strong',
        borderLeft: '3px solid',
        borderLeftColor: 'teal',
        borderRadius: '5px',
        bgcolor: 'selected',
      }}
    >
      <Box
        aria-hidden
        sx={{
          width: 32,
          height: 32,
          borderRadius: '5px',
          bgcolor: 'teal',
          color: 'primary.contrastText',
          display: 'grid',
          placeItems: 'center',
          fontWeight: 600,
        }}
      >
        {[...name][0]}
      </Box>
      <Box>
        <Typography variant="h3" component="div">
          {name}
        </Typography>
        <Typography variant="caption" component="div">
          {about}
        </Typography>
      </Box>
    </Box>
  );
}
