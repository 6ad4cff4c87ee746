// The four counters; each is also the filter for its rows.

import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { DeliveryState, OutboxItem } from '@shared/contract/views';
import { syncTexts } from '@shared/texts/sync';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import { type Counts, DELIVERY_STATES, oldestUnsent } from './outbox-model';
import { shortDay } from './times';

type Props = {
  items: readonly OutboxItem[];
  counts: Counts;
  chosen: DeliveryState | null;
  onChoose: (state: DeliveryState | null) => void;
};

export function Counters({ items, counts, chosen, onChoose }: Props) {
  const t = useTexts(syncTexts);
  const oldest = oldestUnsent(items);
  const notes: Record<DeliveryState, string> = {
    unsent: oldest === null || counts.unsent === 0 ? '' : t.oldest(shortDay(oldest)),
    sending: counts.sending === 0 ? '' : t.inOrder,
    received: '',
    attention: counts.attention === 0 ? '' : t.seeReasons,
  };
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(4, 1fr)',
        borderTop: '1px solid',
        borderBottom: '1px solid',
        borderColor: 'hairline',
      }}
    >
      {DELIVERY_STATES.map((state) => (
        <ButtonBase
          key={state}
          aria-pressed={chosen === state}
          onClick={() => onChoose(chosen === state ? null : state)}
          sx={{
            justifyContent: 'flex-start',
            alignItems: 'center',
            gap: 2,
            px: 3,
            height: 48,
            borderLeft: '1px solid',
            borderColor: 'hairline',
            '&:first-of-type': { borderLeft: 0 },
            bgcolor: chosen === state ? 'selected' : state === 'attention' && counts.attention > 0 ? 'amberTint' : 'transparent',
          }}
        >
          <StatusIcon kind={state} size={18} />
          <Typography component="span" sx={{ fontSize: 20, lineHeight: '28px', fontWeight: 600 }}>
            {counts[state]}
          </Typography>
          <Typography component="span" variant="body2" sx={{ flex: 1, textAlign: 'left' }}>
            {t.states[state]}
          </Typography>
          <Typography component="span" variant="caption">
            {notes[state]}
          </Typography>
        </ButtonBase>
      ))}
    </Box>
  );
}
