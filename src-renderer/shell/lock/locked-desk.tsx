// What a locked workstation shows: the cover and the passphrase, or, without unlocking, the plain ledger and the verifier.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { shellTexts } from '@shared/texts/shell';
import { useMemo, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { useTexts } from '../../components/language';
import { HeaderSlotsContext } from '../../components/page-header';
import { useSession } from '../../session/session-context';
import { SIZES } from '../../theme/tokens';
import { PracticeBand } from '../practice-band';
import { lockedRouter, type OpenWhenLocked } from '../routes';
import { StatusBar } from '../status-bar';
import { Cover } from './cover';
import { UnlockForm } from './unlock-form';

export function LockedDesk() {
  const { status } = useSession();
  const [page, setPage] = useState<OpenWhenLocked | null>(null);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', bgcolor: 'paper' }}>
      {status.practice && <PracticeBand />}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {page === null ? (
          <>
            <Cover />
            <UnlockForm onOpen={setPage} />
          </>
        ) : (
          <OpenPage page={page} onBack={() => setPage(null)} />
        )}
      </Box>
      <StatusBar />
    </Box>
  );
}

function OpenPage({ page, onBack }: { page: OpenWhenLocked; onBack: () => void }) {
  const { lock } = useTexts(shellTexts);
  const router = useMemo(() => lockedRouter(page), [page]);
  const [left, setLeft] = useState<HTMLElement | null>(null);
  const [right, setRight] = useState<HTMLElement | null>(null);
  return (
    <HeaderSlotsContext.Provider value={{ left, right }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <Box
          component="header"
          sx={{
            height: SIZES.header,
            flexShrink: 0,
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            px: 4,
            bgcolor: 'desk',
            borderBottom: '1px solid',
            borderColor: 'hairline',
          }}
        >
          <Box ref={setLeft} sx={{ flex: 1, minWidth: 0 }} />
          <Box ref={setRight} />
          <Button size="small" onClick={onBack}>
            {lock.backToLock}
          </Button>
        </Box>
        <Box component="main" sx={{ flex: 1, minHeight: 0 }}>
          <RouterProvider router={router} />
        </Box>
      </Box>
    </HeaderSlotsContext.Provider>
  );
}
