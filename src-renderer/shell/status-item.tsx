// One item of the line at the foot: icon, words, and the cause it opens.
import type { SvgIconComponent } from '@mui/icons-material';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';

type Tone = 'plain' | 'proof' | 'amber' | 'red';
const COLOUR: Record<Tone, string> = { plain: 'ink2', proof: 'proofText', amber: 'amberText', red: 'sealText' };

/** `onOpen` is missing on the lock screen, where causes are not at hand. */
export function StatusItem({
  icon: Icon,
  tone = 'plain',
  onOpen,
  children,
}: {
  icon: SvgIconComponent;
  tone?: Tone;
  onOpen?: (() => void) | undefined;
  children: ReactNode;
}) {
  const sx = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    height: '100%',
    px: 3,
    fontSize: 12,
    lineHeight: '16px',
    color: COLOUR[tone],
    whiteSpace: 'nowrap',
  } as const;
  const content = (
    <>
      <Icon aria-hidden sx={{ fontSize: 15 }} />
      {children}
    </>
  );
  return onOpen ? (
    <ButtonBase onClick={onOpen} sx={{ ...sx, '&:hover': { color: 'teal' } }}>
      {content}
    </ButtonBase>
  ) : (
    <Box component="span" sx={sx}>
      {content}
    </Box>
  );
}

export const Strong = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={{ color: 'ink', fontWeight: 500 }}>
    {children}
  </Box>
);
