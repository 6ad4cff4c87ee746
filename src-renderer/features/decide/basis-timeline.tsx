// The three readings of the last day on one line, with now: which still hold and which are past.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { shanghaiWallTime } from '@shared/basics/time';
import type { Basis } from '@shared/regulation/validity';
import { decideTexts } from '@shared/texts/decide';
import { useTexts } from '../../components/language';

/** In percent of the width: where each reading ends. Before the first the measures stand, between first and last they are disputed. */
const ENDS = [36, 57, 78] as const;

export function BasisTimeline({ basis }: { basis: Basis }) {
  const t = useTexts(decideTexts);
  const past = basis.readings.filter(({ holds }) => !holds).length;
  const now = past === 0 ? 26 : past >= ENDS.length ? 88 : ((ENDS[past - 1] ?? 36) + (ENDS[past] ?? 78)) / 2 - 1;
  const band = {
    position: 'absolute',
    top: 0,
    bottom: 0,
    display: 'flex',
    alignItems: 'center',
    px: 3,
    fontSize: 12,
    fontWeight: 600,
  } as const;
  return (
    <Box sx={{ position: 'relative', pt: '26px', mb: 3 }}>
      <Typography
        variant="h3"
        component="p"
        sx={{ position: 'absolute', top: 0, left: `${now}%`, transform: 'translateX(-50%)', whiteSpace: 'nowrap' }}
      >
        {t.now}　{shanghaiWallTime(basis.at).slice(5, 16)}
      </Typography>
      <Box sx={{ position: 'relative', height: 28, border: '1px solid', borderColor: 'strong' }}>
        <Box sx={{ ...band, left: 0, width: `${ENDS[0]}%`, bgcolor: 'tealTint', color: 'teal', justifyContent: 'space-between' }}>
          <span>{t.inForceSince}</span>
          <Box component="span" sx={{ fontWeight: 400 }}>
            {t.last90}
          </Box>
        </Box>
        <Box
          sx={{
            ...band,
            left: `${ENDS[0]}%`,
            width: `${ENDS[2] - ENDS[0]}%`,
            bgcolor: 'amberTint',
            color: 'amberText',
            justifyContent: 'flex-end',
            backgroundImage: 'repeating-linear-gradient(135deg, rgba(128,84,10,.25) 0 2px, transparent 2px 8px)',
          }}
        >
          {t.disputed}
        </Box>
        <Box sx={{ ...band, left: `${ENDS[2]}%`, right: 0, bgcolor: 'sunken', color: 'ink2', justifyContent: 'flex-end' }}>{t.lapsed}</Box>
        <Box sx={{ position: 'absolute', left: `${now}%`, top: -8, bottom: -2, width: '2px', bgcolor: 'ink' }} />
        <Box
          sx={{ position: 'absolute', left: `calc(${now}% - 4px)`, top: 9, width: 10, height: 10, borderRadius: '50%', bgcolor: 'ink' }}
        />
      </Box>
      <Box sx={{ position: 'relative', height: 80 }}>
        {basis.readings.map((reading, index) => (
          <Box
            key={reading.id}
            sx={{
              position: 'absolute',
              left: `${ENDS[index] ?? 78}%`,
              transform: 'translateX(-50%)',
              textAlign: 'center',
              width: '20%',
              px: 2,
              pt: '4px',
            }}
          >
            <Typography variant="h3" component="div">
              {t.endOf(reading.lastDay.slice(5))}
            </Typography>
            <Typography variant="caption" component="div" sx={{ textWrap: 'balance' }}>
              {reading.name}
            </Typography>
            <Typography variant="caption" component="div" sx={{ fontWeight: 600, color: reading.holds ? 'amberText' : 'ink2' }}>
              {reading.holds ? t.stillHolds : t.over}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
