// "Why" in place: the rule, its numbers and what would change it, one click away from the claim.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { commonTexts } from '@shared/texts/common';
import { type ReactNode, useState } from 'react';
import { KeyLayer } from './keyboard';
import { useTexts } from './language';

/** `about` completes the accessible name: "为什么：附条件通过". */
export function WhyPopover({ about, title, children }: { about: string; title?: string; children: ReactNode }) {
  const texts = useTexts(commonTexts);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Link
        component="button"
        type="button"
        variant="body2"
        aria-haspopup="dialog"
        aria-label={`${texts.why}：${about}`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {texts.why}
      </Link>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': `${texts.why}：${about}`,
            sx: { p: 4, maxWidth: 420, border: '1px solid', borderColor: 'strong' },
          },
        }}
      >
        <KeyLayer>
          <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
            {title ?? about}
          </Typography>
          <Box sx={{ typography: 'body2', color: 'ink2' }}>{children}</Box>
        </KeyLayer>
      </Popover>
    </>
  );
}
