// The desk around the sheet: band in practice, rail, header, status bar. Owns where the reviewer is and remembers it for the next unlock.
import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { timestamp } from '@shared/basics/time';
import { shellTexts } from '@shared/texts/shell';
import { useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useTexts } from '../components/language';
import { HeaderSlotsContext } from '../components/page-header';
import { useDesk, useSession } from '../session/session-context';
import { SIZES } from '../theme/tokens';
import { CommandPalette } from './command-palette';
import { ErrorBoundary } from './error-boundary';
import { KeyList } from './key-list';
import { Mark } from './mark';
import { PracticeBand } from './practice-band';
import { Rail } from './rail';
import { SearchButton } from './search-button';
import { useShellKeys } from './shell-keys';
import { StatusBar } from './status-bar';

export function Frame() {
  const texts = useTexts(shellTexts);
  const { status, lock } = useSession();
  const [left, setLeft] = useState<HTMLElement | null>(null);
  const [right, setRight] = useState<HTMLElement | null>(null);
  const [palette, setPalette] = useState(false);
  const [keyList, setKeyList] = useState(false);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useRememberedPlace(pathname);
  useShellKeys({ openPalette: () => setPalette(true), openKeyList: () => setKeyList(true) });

  return (
    <HeaderSlotsContext.Provider value={{ left, right }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', bgcolor: 'desk' }}>
        {status.practice && <PracticeBand />}
        <Box component="header" sx={{ height: SIZES.header, flexShrink: 0, display: 'flex', alignItems: 'center', pr: 3 }}>
          <Mark />
          <Box ref={setLeft} sx={{ flex: 1, minWidth: 0 }} />
          <Box ref={setRight} sx={{ mr: 2 }} />
          <SearchButton onOpen={() => setPalette(true)} />
          <IconButton aria-label={texts.lockNow} title={`${texts.lockNow} (Ctrl+L)`} sx={{ ml: 2 }} onClick={() => void lock()}>
            <LockOutlined sx={{ fontSize: 18 }} />
          </IconButton>
        </Box>
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <Rail />
          <Box
            component="main"
            sx={{
              flex: 1,
              minWidth: 0,
              minHeight: 0,
              bgcolor: 'paper',
              borderTop: '1px solid',
              borderLeft: '1px solid',
              borderColor: 'hairline',
              borderTopLeftRadius: '6px',
              overflow: 'hidden',
            }}
          >
            <ErrorBoundary key={pathname.split('/')[1]}>
              <Outlet />
            </ErrorBoundary>
          </Box>
        </Box>
        <StatusBar open={(path) => void navigate(path)} />
      </Box>
      {palette && <CommandPalette onClose={() => setPalette(false)} />}
      {keyList && <KeyList onClose={() => setKeyList(false)} />}
    </HeaderSlotsContext.Provider>
  );
}

const DOSSIER_PATH = /^\/(?:register|assess|evidence|decide)\/([0-9a-f-]{36})/;

function useRememberedPlace(pathname: string) {
  const { store } = useDesk();
  const { now } = useSession();
  useEffect(() => {
    const dossier = DOSSIER_PATH.exec(pathname)?.[1];
    if (dossier) void store.setSetting('lastPlace', { dossier, path: pathname, at: timestamp(now()) });
  }, [pathname, store, now]);
}
