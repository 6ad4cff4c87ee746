// Sync: nothing lost, nothing twice. What needs a person comes first, and a reason stays until there is a receipt that was checked.
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { DeliveryState, OutboxView } from '@shared/contract/views';
import { commonTexts } from '@shared/texts/common';
import { syncTexts } from '@shared/texts/sync';
import { useCallback, useEffect, useState } from 'react';
import { CallError } from '../../components/call-error';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { Sheet } from '../../components/sheet';
import { EmptyState, ErrorState, SkeletonRows } from '../../components/states';
import { useSession } from '../../session/session-context';
import { useCall } from '../../session/use-call';
import { BureauPanel } from './bureau-panel';
import { Counters } from './counters';
import { OutboxGrid } from './outbox-grid';
import { countsOf, inOrder, standingFailure, whyOf } from './outbox-model';
import { dayAndTime } from './times';

export function SyncPage() {
  const t = useTexts(syncTexts);
  const { bridge } = useSession();
  const [outbox, setOutbox] = useState<OutboxView | null>(null);
  const asked = useCall(useCallback(() => bridge.outbox(undefined), [bridge]));
  useEffect(() => bridge.on('outbox', setOutbox), [bridge]);
  const shown = outbox ?? (asked.state === 'ready' ? asked.value : null);
  return (
    <>
      <PageHeader title={t.title} />
      {shown !== null && <Shown outbox={shown} onOutbox={setOutbox} />}
      {shown === null && (
        <Sheet label={t.title}>
          <Box sx={{ p: 6 }}>{asked.state === 'failed' ? <CallError code={asked.code} /> : <SkeletonRows />}</Box>
        </Sheet>
      )}
    </>
  );
}

function Shown({ outbox, onOutbox }: { outbox: OutboxView; onOutbox: (view: OutboxView) => void }) {
  const t = useTexts(syncTexts);
  const { bridge } = useSession();
  const [filter, setFilter] = useState<DeliveryState | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const counts = countsOf(outbox.items);
  const send = async () => {
    if (outbox.running) return;
    setRefused(null);
    const outcome = await bridge.syncNow(undefined);
    if (outcome.ok) onOutbox(outcome.value);
    else setRefused(outcome.code);
  };
  useKeys([
    { keys: 'Ctrl+Shift+S', label: t.send, run: () => void send(), command: true },
    { keys: 'R', label: t.send, run: () => void send() },
  ]);
  const rows = inOrder(outbox.items).filter(({ state }) => filter === null || state === filter);
  const failure = refused ?? standingFailure(outbox);
  return (
    <Sheet label={t.title} side={<BureauPanel outbox={outbox} />}>
      <Box sx={{ px: 6, py: 4, display: 'flex', flexDirection: 'column', minHeight: '100%' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 3 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="h1">{t.title}</Typography>
            <Typography variant="body2" sx={{ color: 'ink2' }}>
              <Reach /> {t.counts(counts.unsent + counts.sending, counts.attention)} {t.offlineIsFine}
            </Typography>
          </Box>
          <Button variant="contained" color="primary" disabled={outbox.running} onClick={() => void send()} startIcon={<SyncOutlined />}>
            {outbox.running ? t.sending : t.send} <Kbd keys="Ctrl+Shift+S" onFill />
          </Button>
        </Box>
        <Counters items={outbox.items} counts={counts} chosen={filter} onChoose={setFilter} />
        {failure !== null && (
          <Failure code={failure} outbox={outbox} waiting={outbox.items.length - counts.received} onRetry={() => void send()} />
        )}
        {outbox.items.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyAbout}</EmptyState>
        ) : (
          <>
            <OutboxGrid rows={rows} />
            <Typography variant="caption" component="p" sx={{ mt: 2 }}>
              {t.foot}
            </Typography>
          </>
        )}
      </Box>
    </Sheet>
  );
}

function Reach() {
  const t = useTexts(syncTexts);
  const { status } = useSession();
  if (status.bureau === null) return t.noTrust;
  if (status.bureau.reachable === true) return t.online(status.bureau.name);
  return status.bureau.lastContact === null ? t.neverOnline : t.offline(dayAndTime(status.bureau.lastContact));
}

function Failure({ code, outbox, waiting, onRetry }: { code: string; outbox: OutboxView; waiting: number; onRetry: () => void }) {
  const t = useTexts(syncTexts);
  const common = useTexts(commonTexts);
  const why = whyOf(code, useLanguage());
  const away = code === 'BUREAU_UNREACHABLE';
  return (
    <Box sx={{ borderBottom: '1px solid', borderColor: 'hairline' }}>
      <ErrorState
        title={why.title}
        code={code}
        {...(away ? { icon: CloudOffOutlined } : {})}
        {...(outbox.lastTry === null ? {} : { detail: dayAndTime(outbox.lastTry.at) })}
        actions={
          <>
            <Button variant="contained" color="primary" onClick={onRetry}>
              {common.retry} <Kbd keys="R" onFill />
            </Button>
            {outbox.nextTry !== null && (
              <Typography variant="caption" component="span" sx={{ alignSelf: 'center' }}>
                {t.nextTry} {dayAndTime(outbox.nextTry)}
              </Typography>
            )}
          </>
        }
      >
        {why.todo} {waiting > 0 && t.kept(waiting)}
      </ErrorState>
    </Box>
  );
}
