// Beside the queue: what runs out, what waits to be sent, what was taken over long ago, what was touched last.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { parseInstant, shanghaiDay, shanghaiWallTime } from '@shared/basics/time';
import { deskTexts } from '@shared/texts/desk';
import { useCallback, useEffect } from 'react';
import { useNavigate } from 'react-router';
import { ageInDays } from '../../components/ages';
import { useTexts } from '../../components/language';
import { PanelSection } from '../../components/sheet';
import type { DossierRow } from '../../session/dossier-row';
import { useSession } from '../../session/session-context';
import { useBasis } from '../../session/use-basis';
import { useCall } from '../../session/use-call';
import { deadlinesOf } from './deadlines';

const Line = ({ left, middle, right, strong = false }: { left?: string; middle: string; right: string; strong?: boolean }) => (
  <Box
    sx={{
      display: 'flex',
      gap: 3,
      py: '5px',
      borderBottom: '1px solid',
      borderColor: 'hairline',
      '&:last-of-type': { borderBottom: 0 },
      typography: 'body2',
    }}
  >
    {left !== undefined && (
      <Box component="span" sx={{ width: 44, flexShrink: 0, color: 'ink2' }}>
        {left}
      </Box>
    )}
    <Box component="span" sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={middle}>
      {middle}
    </Box>
    <Box component="span" sx={{ color: strong ? 'amberText' : 'ink3', fontWeight: strong ? 600 : 400, fontSize: 12 }}>
      {right}
    </Box>
  </Box>
);

export function Deadlines({ rows }: { rows: readonly DossierRow[] }) {
  const { deadlines: texts } = useTexts(deskTexts);
  const basis = useBasis();
  const days = (n: number) => (n < 0 ? texts.past : n === 0 ? texts.today : texts.days(n));
  return (
    <PanelSection title={texts.title} action={<Typography variant="caption">{texts.range}</Typography>}>
      {deadlinesOf(basis, rows).map((deadline) => (
        <Line
          key={deadline.key}
          left={deadline.day.slice(5)}
          middle={
            deadline.kind === 'reading' ? texts.reading[deadline.reading] : `${texts.agreement(deadline.agreement)} ${deadline.product}`
          }
          right={days(deadline.daysLeft)}
          strong={deadline.daysLeft <= 8}
        />
      ))}
    </PanelSection>
  );
}

export function Unsent() {
  const { unsent: texts } = useTexts(deskTexts);
  const { bridge, status, now } = useSession();
  const navigate = useNavigate();
  const { again, ...outbox } = useCall(useCallback(() => bridge.outbox(undefined), [bridge]));
  useEffect(() => bridge.on('outbox', () => void again()), [bridge, again]);
  const waiting = outbox.state === 'ready' ? outbox.value.items.filter((item) => item.state !== 'received') : [];
  const today = shanghaiDay(now());
  const contact = status.bureau?.lastContact ? parseInstant(status.bureau.lastContact) : null;
  return (
    <PanelSection
      title={`${texts.title}　${texts.count(waiting.length)}`}
      action={
        <Link component="button" variant="body2" onClick={() => void navigate('/sync')}>
          {texts.go}
        </Link>
      }
    >
      {waiting.length === 0 && <Typography variant="body2">{texts.none}</Typography>}
      {waiting.slice(0, 5).map((item) => (
        <Line key={item.seq} middle={item.title} right={texts.waited(ageInDays(item.at, today))} />
      ))}
      {status.bureau?.reachable !== true && (
        <Typography variant="caption" component="p" sx={{ mb: 0 }}>
          {contact === null ? texts.never : texts.lastContact(shanghaiWallTime(contact).slice(5, 16))}
        </Typography>
      )}
    </PanelSection>
  );
}

export function Ageing({ rows }: { rows: readonly DossierRow[] }) {
  const { ageing: texts } = useTexts(deskTexts);
  const { now } = useSession();
  const today = shanghaiDay(now());
  const entries = rows
    .flatMap((row) =>
      row.summary.inherited.map((part) => ({
        ...part,
        product: row.summary.product,
        id: row.summary.id,
        age: ageInDays(part.answeredAt, today),
      })),
    )
    .toSorted((a, b) => b.age - a.age)
    .slice(0, 4);
  if (entries.length === 0) return null;
  return (
    <PanelSection title={texts.title}>
      {entries.map((entry) => (
        <Line key={`${entry.id} ${entry.part}`} middle={`${entry.product}　${texts.part[entry.part]}`} right={texts.age(entry.age)} />
      ))}
      <Typography variant="caption">{texts.about}</Typography>
    </PanelSection>
  );
}

export function Recent({ rows }: { rows: readonly DossierRow[] }) {
  const { recent: texts, version, unnamed } = useTexts(deskTexts);
  const { now } = useSession();
  const today = shanghaiDay(now());
  const time = (at: string) => {
    const instant = parseInstant(at);
    if (instant === null) return '';
    return shanghaiDay(instant) === today ? shanghaiWallTime(instant).slice(11, 16) : shanghaiDay(instant).slice(5);
  };
  return (
    <PanelSection title={texts.title}>
      {rows.length === 0 && <Typography variant="body2">{texts.none}</Typography>}
      {rows.slice(0, 4).map((row) => (
        <Line
          key={row.summary.id}
          left={time(row.summary.updatedAt)}
          middle={row.summary.product || unnamed}
          right={version(row.summary.version)}
        />
      ))}
    </PanelSection>
  );
}
