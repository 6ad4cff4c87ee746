// The signing window: pages of paper, one field, one red button. The button works when every page was read to its end, the window
// has stood still for a second, a passphrase was typed and a person pressed it. Esc only ever leaves.
import ArrowForward from '@mui/icons-material/ArrowForward';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { SigningView } from '@shared/contract/views';
import { signingTexts } from '@shared/texts/signing';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { signingBridge } from '../bridge/signing';
import { useTexts } from '../components/language';
import { ActionBar, type ApproveCode } from './action-bar';
import { PAPER_STYLE } from './paper/parts';
import { allSeen, nextUnseen } from './reading';
import type { Sheets } from './sheets';
import { useReading } from './use-reading';
import { WindowHead } from './window-head';

export function SigningWindow({ view, sheets }: { view: SigningView; sheets: Sheets }) {
  const t = useTexts(signingTexts);
  const paper = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { reading, armed, percent, turn, uncover } = useReading(sheets.pages.length, paper, end);
  const [typed, setTyped] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ApproveCode | null>(null);
  const complete = allSeen(reading);

  const leave = () => void signingBridge().cancel({ request: view.request });
  const sign = async () => {
    const passphrase = field.current?.value ?? '';
    if (!complete || !armed || busy || passphrase === '') return;
    setBusy(true);
    setFailed(null);
    const outcome = await signingBridge().approve({ request: view.request, passphrase });
    // On success main has closed this window; what is left here is a refusal.
    if (field.current !== null) field.current.value = '';
    setTyped(false);
    setBusy(false);
    if (!outcome.ok) setFailed(outcome.code);
    field.current?.focus();
  };
  const ahead = nextUnseen(reading);
  const onward = () => (reading.seen[reading.page] === true && ahead !== null ? turn(ahead) : readOn());
  const readOn = () => {
    const sheet = paper.current;
    if (sheet === null) return;
    if (sheet.scrollTop + sheet.clientHeight >= sheet.scrollHeight - 2) turn(ahead ?? reading.page + 1);
    else sheet.scrollBy({ top: sheet.clientHeight * 0.9 });
  };
  const readBack = () => {
    const sheet = paper.current;
    if (sheet === null) return;
    if (sheet.scrollTop <= 2) turn(reading.page - 1);
    else sheet.scrollBy({ top: -sheet.clientHeight * 0.9 });
  };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
      const act = { PageDown: readOn, PageUp: readBack, Escape: leave, Enter: event.ctrlKey ? () => void sign() : undefined }[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turned page starts at its top
  useLayoutEffect(() => {
    paper.current?.scrollTo({ top: 0 });
  }, [reading.page]);
  useEffect(() => {
    if (complete) field.current?.focus();
  }, [complete]);

  return (
    <Box component="main" sx={{ height: '100%', bgcolor: 'desk', display: 'flex', flexDirection: 'column', position: 'relative' }}>
      <WindowHead view={view} onClose={leave} />
      <Box role="tablist" aria-label={t.window} sx={{ display: 'flex', px: 7, gap: 1, height: 32, flexShrink: 0 }}>
        {sheets.pages.map(({ name }, page) => (
          <PageTab
            key={name}
            id={page}
            name={name}
            open={page === reading.page}
            seen={reading.seen[page] === true}
            onOpen={() => turn(page)}
          />
        ))}
      </Box>
      <Box
        ref={paper}
        role="tabpanel"
        id="paper"
        aria-labelledby={`page-${reading.page}`}
        tabIndex={0}
        sx={{
          ...PAPER_STYLE,
          mx: 7,
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          px: '40px',
          scrollbarWidth: 'thin',
          py: '20px',
          border: '1px solid',
          borderColor: 'strong',
          '&:focus-visible': { outline: '2px solid', outlineColor: 'teal' },
        }}
      >
        {sheets.pages[reading.page]?.sheet}
        <div ref={end} style={{ height: 1 }} />
      </Box>
      <ActionBar
        view={view}
        sheets={sheets}
        reading={reading}
        percent={percent}
        armed={armed}
        busy={busy}
        typed={typed}
        failed={failed}
        field={field}
        onTyped={setTyped}
        onLeave={leave}
        onOnward={onward}
        onSign={() => void sign()}
      />
      {reading.covered && (
        <ButtonBase
          onClick={(event) => event.isTrusted && uncover()}
          sx={{ position: 'absolute', inset: '40px 0 0', bgcolor: 'desk', flexDirection: 'column', gap: 2, color: 'ink' }}
        >
          <VisibilityOffOutlined aria-hidden sx={{ fontSize: 32, color: 'ink2' }} />
          <Typography variant="h2" component="span">
            {t.covered}
          </Typography>
          <Typography variant="body2" component="span" sx={{ color: 'ink2' }}>
            {t.coveredTodo}
          </Typography>
        </ButtonBase>
      )}
    </Box>
  );
}

function PageTab({ id, name, open, seen, onOpen }: { id: number; name: string; open: boolean; seen: boolean; onOpen: () => void }) {
  const t = useTexts(signingTexts);
  const Icon = seen ? VisibilityOutlined : ArrowForward;
  return (
    <ButtonBase
      role="tab"
      id={`page-${id}`}
      aria-selected={open}
      aria-controls="paper"
      tabIndex={open ? 0 : -1}
      onClick={(event) => event.isTrusted && onOpen()}
      sx={{
        px: 3,
        gap: 2,
        typography: 'body2',
        whiteSpace: 'nowrap',
        color: open ? 'ink' : 'ink2',
        fontWeight: open ? 600 : 400,
        border: '1px solid',
        borderColor: open ? 'strong' : 'transparent',
        borderBottom: 0,
        borderRadius: '5px 5px 0 0',
        bgcolor: open ? 'paper' : 'transparent',
      }}
    >
      {seen && !open && <Icon aria-hidden sx={{ fontSize: 15 }} />}
      <span>{t.pageNumber(id + 1)}</span>
      <span>{name}</span>
      <Typography
        component="span"
        variant="caption"
        sx={{ color: open ? 'ink2' : 'ink3', '@media (max-width: 739.95px)': { display: 'none' } }}
      >
        {open ? t.pageReading : seen ? t.pageSeen : t.pageUnseen}
      </Typography>
    </ButtonBase>
  );
}
