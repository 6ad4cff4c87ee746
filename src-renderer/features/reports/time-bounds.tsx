// The time sandwich: the bureau's two times as hard edges, the local claim as a mark between them. A missing bound is drawn open and dashed.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { VerdictDetail } from '@shared/contract/views';
import { verdictTexts } from '@shared/texts/verdict';
import { useTexts } from '../../components/language';
import { shortTime } from './times';
import { boundsSpan, claimPosition } from './verdict-model';

const LEFT = 18;
const RIGHT = 82;

export function TimeBounds({ detail }: { detail: VerdictDetail }) {
  const t = useTexts(verdictTexts);
  const { notBefore, notAfter, decidedAt, receipt } = detail;
  const proven = notBefore !== null && notAfter !== null;
  const span = boundsSpan(detail);
  const position = claimPosition(detail) ?? (notBefore === null ? 0.5 : 0.15);
  const at = LEFT + (RIGHT - LEFT) * (0.04 + 0.86 * position);
  const words =
    span === null
      ? null
      : t.within(
          `${span.days > 0 ? t.spanDays(span.days) : ''}${span.hours > 0 ? t.spanHours(span.hours) : ''}${span.minutes > 0 ? t.spanMinutes(span.minutes) : ''}${t.spanSeconds(span.seconds)}`,
        );
  return (
    <Box>
      <Box sx={{ position: 'relative', height: 44 }}>
        <Bound at={LEFT} name={t.notBefore} value={notBefore === null ? t.noLower : shortTime(notBefore)} open={notBefore === null} />
        <Bound at={RIGHT} name={t.notAfter} value={notAfter === null ? t.noUpper : shortTime(notAfter)} open={notAfter === null} />
      </Box>
      <Box sx={{ position: 'relative', height: 34 }}>
        <Box sx={{ position: 'absolute', left: 0, right: 0, top: 17, borderTop: '1px solid', borderColor: 'strong' }} />
        {notBefore !== null && <Outside left="4%">{t.impossibleBefore}</Outside>}
        {notAfter !== null && <Outside left="86%">{t.impossibleAfter}</Outside>}
        <Box
          sx={{
            position: 'absolute',
            left: `${LEFT}%`,
            width: `${RIGHT - LEFT}%`,
            top: 0,
            bottom: 0,
            bgcolor: proven ? 'proofTint' : 'sunken',
            backgroundImage: proven ? 'repeating-linear-gradient(135deg, rgba(30,106,70,.18) 0 1px, transparent 1px 7px)' : 'none',
            borderTop: '2px',
            borderBottom: '2px',
            borderLeft: '2px',
            borderRight: '2px',
            borderStyle: 'solid',
            borderTopStyle: proven ? 'solid' : 'dashed',
            borderBottomStyle: proven ? 'solid' : 'dashed',
            borderLeftStyle: notBefore === null ? 'dashed' : 'solid',
            borderRightStyle: notAfter === null ? 'dashed' : 'solid',
            borderColor: proven ? 'proofText' : 'control',
          }}
        />
        <Box
          sx={{
            position: 'absolute',
            left: `${at}%`,
            top: 6,
            display: 'flex',
            gap: '6px',
            alignItems: 'center',
            whiteSpace: 'nowrap',
            ...(position > 0.6 ? { transform: 'translateX(-100%)', flexDirection: 'row-reverse' } : {}),
          }}
        >
          <Box aria-hidden sx={{ width: 9, height: 9, bgcolor: 'ink', transform: 'rotate(45deg)' }} />
          <Typography variant="body2">{t.localClaim(shortTime(decidedAt))}</Typography>
        </Box>
      </Box>
      <Box sx={{ position: 'relative', height: 40, pt: 1 }}>
        <Caption at={LEFT}>{notBefore === null ? t.lowerMissing : t.lowerFrom}</Caption>
        <Typography variant="h3" component="div" sx={{ textAlign: 'center', pt: '6px' }}>
          {words}
        </Typography>
        <Caption at={RIGHT}>{receipt === null ? t.upperPending : t.upperFrom(receipt.index.toLocaleString('en-US'))}</Caption>
      </Box>
    </Box>
  );
}

const Bound = ({ at, name, value, open }: { at: number; name: string; value: string; open: boolean }) => (
  <Box sx={{ position: 'absolute', left: `${at}%`, transform: 'translateX(-50%)', textAlign: 'center', whiteSpace: 'nowrap' }}>
    <Typography variant="h3" component="div">
      {name}
    </Typography>
    <Typography variant="body2" sx={{ color: open ? 'amberText' : 'ink' }}>
      {value}
    </Typography>
  </Box>
);

const Outside = ({ left, children }: { left: string; children: string }) => (
  <Typography variant="caption" component="span" sx={{ position: 'absolute', left, top: -1 }}>
    {children}
  </Typography>
);

const Caption = ({ at, children }: { at: number; children: string }) => (
  <Typography
    variant="caption"
    component="div"
    sx={{ position: 'absolute', top: 4, left: `${at}%`, transform: 'translateX(-50%)', textAlign: 'center', width: 230 }}
  >
    {children}
  </Typography>
);
