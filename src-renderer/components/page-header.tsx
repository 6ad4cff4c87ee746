// Puts a page's title and actions into the window's header. The header stands in the shell; pages write into its slots through portals.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { createContext, Fragment, type ReactNode, useContext, useEffect } from 'react';
import { createPortal } from 'react-dom';

export type HeaderSlots = { readonly left: HTMLElement | null; readonly right: HTMLElement | null };
export const HeaderSlotsContext = createContext<HeaderSlots>({ left: null, right: null });

export type Crumb = { readonly label: string; readonly onOpen: () => void };

type Props = {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** Chips beside the title (version, form). */
  readonly chips?: readonly string[];
  /** Progress and the page's main action, left of the search box. */
  readonly actions?: ReactNode;
};

export function PageHeader({ title, crumbs = [], chips = [], actions }: Props) {
  const slots = useContext(HeaderSlotsContext);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      {slots.left &&
        createPortal(
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 }}>
            {crumbs.map((crumb) => (
              <Fragment key={crumb.label}>
                <Link component="button" variant="body2" onClick={crumb.onOpen} sx={{ color: 'ink2', flexShrink: 0 }}>
                  {crumb.label}
                </Link>
                <Box component="span" aria-hidden sx={{ color: 'ink3' }}>
                  /
                </Box>
              </Fragment>
            ))}
            <Typography variant="h3" component="div" noWrap title={title}>
              {title}
            </Typography>
            {chips.map((chip) => (
              <Box
                key={chip}
                component="span"
                sx={{
                  px: '6px',
                  border: '1px solid',
                  borderColor: 'strong',
                  borderRadius: '4px',
                  typography: 'caption',
                  lineHeight: '18px',
                  color: 'ink2',
                  whiteSpace: 'nowrap',
                }}
              >
                {chip}
              </Box>
            ))}
          </Box>,
          slots.left,
        )}
      {slots.right && actions && createPortal(<Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>{actions}</Box>, slots.right)}
    </>
  );
}
