// A side panel that folds into a strip with its name when the window is narrow; "]" or the strip opens it over the work.
import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined';
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import useMediaQuery from '@mui/material/useMediaQuery';
import { commonTexts } from '@shared/texts/common';
import { type ReactNode, useState } from 'react';
import { WIDTHS } from '../theme/tokens';
import { useKeys } from './keyboard';
import { useTexts } from './language';
import { SidePanel } from './sheet';

const STRIP = 34;

/** @param below width of the window, in CSS pixels, under which the panel folds. */
export function FoldingPanel({
  label,
  width = 332,
  below = WIDTHS.drawer,
  children,
}: {
  label: string;
  width?: number;
  below?: number;
  children: ReactNode;
}) {
  const texts = useTexts(commonTexts);
  const folds = useMediaQuery(`(max-width:${below - 0.05}px)`);
  const [open, setOpen] = useState(false);
  useKeys(
    folds
      ? [
          { keys: ']', label: texts.rightPane(label), run: () => setOpen(!open) },
          ...(open ? [{ keys: 'Esc', label: texts.close, run: () => setOpen(false) }] : []),
        ]
      : [],
  );
  if (!folds)
    return (
      <SidePanel label={label} width={width}>
        {children}
      </SidePanel>
    );
  const Icon = open ? ChevronRightOutlined : ChevronLeftOutlined;
  return (
    <Box sx={{ position: 'relative', width: STRIP, flexShrink: 0, bgcolor: 'raised', borderLeft: '1px solid', borderColor: 'hairline' }}>
      <ButtonBase
        aria-expanded={open}
        aria-label={texts.rightPane(label)}
        onClick={() => setOpen(!open)}
        sx={{ width: '100%', height: '100%', flexDirection: 'column', justifyContent: 'flex-start', gap: 2, pt: 4, color: 'ink2' }}
      >
        <Icon aria-hidden sx={{ fontSize: 18 }} />
        <Box component="span" sx={{ writingMode: 'vertical-rl', typography: 'body2', letterSpacing: '2px' }}>
          {label}
        </Box>
      </ButtonBase>
      {open && (
        <Box
          sx={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            right: STRIP,
            display: 'flex',
            zIndex: 5,
            boxShadow: '0 8px 28px rgba(16,32,44,.16)',
          }}
        >
          <SidePanel label={label} width={Math.min(width, 320)}>
            {children}
          </SidePanel>
        </Box>
      )}
    </Box>
  );
}
