// The basis in the status bar, and behind it the three readings of its last day. It is always there.
import HourglassBottom from '@mui/icons-material/HourglassBottom';
import Box from '@mui/material/Box';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { basisLine } from '@shared/regulation/basis-wording';
import { READINGS } from '@shared/regulation/validity';
import { shellTexts } from '@shared/texts/shell';
import { useRef, useState } from 'react';
import { KeyLayer } from '../components/keyboard';
import { useLanguage, useTexts } from '../components/language';
import { useBasis } from '../session/use-basis';
import { StatusItem } from './status-item';

export function BasisItem() {
  const { basis: texts } = useTexts(shellTexts);
  const language = useLanguage();
  const basis = useBasis();
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const calm = basis.status === 'in-force' || basis.status === 'extended' || basis.status === 'replaced';
  return (
    <Box component="span" sx={{ height: '100%' }} ref={place}>
      <StatusItem icon={HourglassBottom} tone={calm ? 'plain' : 'amber'} onOpen={() => setOpen(true)}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {basisLine(basis, language)}
        </Box>
      </StatusItem>
      <Popover
        open={open}
        anchorEl={() => place.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': texts.title, sx: { width: 440, p: 4, border: '1px solid', borderColor: 'strong' } },
        }}
      >
        <KeyLayer>
          <Typography variant="h2" component="h2">
            {texts.title}
          </Typography>
          <Typography variant="body2" sx={{ color: 'ink2', my: 1 }}>
            {texts.about}
          </Typography>
          {basis.readings.map((reading) => (
            <Box
              key={reading.id}
              sx={{
                display: 'flex',
                gap: 3,
                py: '6px',
                borderTop: '1px solid',
                borderColor: 'hairline',
                color: reading.holds ? 'ink' : 'ink3',
              }}
            >
              <Typography variant="body2" component="span" sx={{ width: 108, flexShrink: 0, fontWeight: 600 }}>
                {texts.until(reading.lastDay)}
              </Typography>
              <Typography variant="body2" component="span" sx={{ flex: 1 }}>
                {READINGS.find((known) => known.id === reading.id)?.why[language]}
              </Typography>
              <Typography variant="body2" component="span" sx={{ color: 'amberText', fontWeight: 600 }}>
                {texts.daysLeft(reading.daysLeft)}
              </Typography>
            </Box>
          ))}
          <Typography variant="body2" sx={{ pt: 2, borderTop: '1px solid', borderColor: 'hairline' }}>
            {texts.afterwards}
          </Typography>
        </KeyLayer>
      </Popover>
    </Box>
  );
}
