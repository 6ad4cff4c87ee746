// The sheet and its panes: one surface, split by hairlines. Panes scroll alone.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** A page: an optional left pane, the main part, an optional side panel; `footer` spans the main part. */
export function Sheet({
  left,
  side,
  footer,
  children,
  label,
}: {
  left?: ReactNode;
  side?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
  label?: string;
}) {
  return (
    <Box sx={{ display: 'flex', height: '100%', minWidth: 0, minHeight: 0, bgcolor: 'paper' }}>
      {left}
      <Box component="section" aria-label={label} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>{children}</Box>
        {footer}
      </Box>
      {side}
    </Box>
  );
}

/** Raised pane beside the work. `at` says on which side of the sheet it stands. */
export function SidePanel({
  width = 332,
  label,
  at = 'right',
  children,
}: {
  width?: number;
  label: string;
  at?: 'left' | 'right';
  children: ReactNode;
}) {
  return (
    <Box
      component="aside"
      aria-label={label}
      // A pane that holds only text must still be scrolled by keys.
      tabIndex={0}
      sx={{
        width,
        flexShrink: 0,
        overflow: 'hidden auto',
        overflowWrap: 'anywhere',
        bgcolor: 'raised',
        borderStyle: 'solid',
        borderColor: 'hairline',
        borderWidth: at === 'right' ? '0 0 0 1px' : '0 1px 0 0',
      }}
    >
      {children}
    </Box>
  );
}

/** A block of a panel with its heading; hairline below unless it is the last. */
export function PanelSection({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Box component="section" sx={{ px: 5, py: 4, borderBottom: '1px solid', borderColor: 'hairline', '&:last-child': { borderBottom: 0 } }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 2 }}>
        <Typography component="h2" variant="h3" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {action}
      </Box>
      {children}
    </Box>
  );
}

/** Name left, value right, hairline below: the row of panels and facts. */
export function FactRow({ name, children, width = 80 }: { name: ReactNode; children: ReactNode; width?: number }) {
  return (
    <Box sx={{ display: 'flex', gap: 3, py: '3px' }}>
      <Typography variant="body2" component="span" sx={{ color: 'ink3', width, flexShrink: 0 }}>
        {name}
      </Typography>
      <Typography variant="body2" component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

/** The strip of actions under a page's main part. */
export function FooterBar({ children }: { children: ReactNode }) {
  return (
    <Box
      component="footer"
      sx={{
        minHeight: 44,
        flexShrink: 0,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        px: 5,
        py: '5px',
        bgcolor: 'raised',
        borderTop: '1px solid',
        borderColor: 'strong',
      }}
    >
      {children}
    </Box>
  );
}
