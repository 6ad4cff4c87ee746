// The line at the foot: network and unsent, who and idle lock, basis, ledger. Each opens its cause; the basis cannot be dismissed.

import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import LinkOffOutlined from '@mui/icons-material/LinkOffOutlined';
import LinkOutlined from '@mui/icons-material/LinkOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import ScienceOutlined from '@mui/icons-material/ScienceOutlined';
import StorageOutlined from '@mui/icons-material/StorageOutlined';
import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { LedgerState } from '@shared/contract/views';
import { shellTexts } from '@shared/texts/shell';
import { useTexts } from '../components/language';
import { useDurableStorage } from '../session/durable-storage';
import { useSession } from '../session/session-context';
import { SIZES, WIDTHS } from '../theme/tokens';
import { BasisItem } from './basis-item';
import { StatusItem, Strong } from './status-item';
import { useMinutesToLock } from './use-idle-minutes';

/** @param open navigates to a path; absent while locked. */
export function StatusBar({ open }: { open?: (path: string) => void }) {
  const texts = useTexts(shellTexts);
  const { status } = useSession();
  const durable = useDurableStorage();
  // The band above says it too.
  const narrow = useMediaQuery(`(max-width:${WIDTHS.oneColumn - 0.05}px)`);
  const to = (path: string) => open && (() => open(path));
  return (
    <Box
      component="footer"
      role="contentinfo"
      aria-label={texts.status.label}
      sx={{
        height: SIZES.status,
        flexShrink: 0,
        display: 'flex',
        alignItems: 'center',
        bgcolor: 'desk',
        borderTop: '1px solid',
        borderColor: 'hairline',
        overflow: 'hidden',
      }}
    >
      <NetItem onOpen={to('/sync')} />
      <WhoItem onOpen={to('/settings/lock')} />
      <BasisItem />
      <Box sx={{ flex: 1 }} />
      {status.practice && !narrow && (
        <StatusItem icon={ScienceOutlined} onOpen={to('/desk')}>
          {texts.status.practice}
        </StatusItem>
      )}
      {durable === false && (
        <StatusItem icon={StorageOutlined} tone="amber" onOpen={to('/settings/data')}>
          {texts.status.storage}
        </StatusItem>
      )}
      <LedgerItem ledger={status.ledger} onOpen={to('/ledger')} />
    </Box>
  );
}

function NetItem({ onOpen }: { onOpen?: (() => void) | undefined }) {
  const { status: texts } = useTexts(shellTexts);
  const { bureau, unsent } = useSession().status;
  const reachable = bureau?.reachable === true;
  const net =
    bureau === null ? texts.noBureau : reachable ? texts.online(bureau.name) : bureau.reachable === null ? texts.unknownNet : texts.offline;
  return (
    <StatusItem icon={reachable ? CloudDoneOutlined : CloudOffOutlined} tone={reachable ? 'proof' : 'plain'} onOpen={onOpen}>
      {net} <Strong>{texts.unsent(unsent)}</Strong>
    </StatusItem>
  );
}

function WhoItem({ onOpen }: { onOpen?: (() => void) | undefined }) {
  const { status: texts } = useTexts(shellTexts);
  const { status, desk } = useSession();
  const minutes = useMinutesToLock(status.idleLockMinutes);
  if (status.reviewer === null) return <StatusItem icon={KeyOutlined}>{texts.noKey}</StatusItem>;
  const enrolled = status.enrolment === 'enrolled';
  return (
    <StatusItem icon={LockOutlined} onOpen={onOpen}>
      {status.reviewer.name} <Strong>{desk === null ? texts.locked : texts.locksIn(minutes)}</Strong>
      {!enrolled && (
        <Box component="span" sx={{ color: 'amberText' }}>
          {texts.noEnrolment}
        </Box>
      )}
    </StatusItem>
  );
}

function LedgerItem({ ledger, onOpen }: { ledger: LedgerState; onOpen?: (() => void) | undefined }) {
  const { status: texts } = useTexts(shellTexts);
  if (ledger.code === 'NONE') return <StatusItem icon={LinkOutlined}>{texts.ledgerNone}</StatusItem>;
  const broken = ledger.readOnly;
  const state = broken ? texts.ledgerReadOnly : ledger.code === 'TAIL_TORN' ? texts.ledgerTorn : texts.ledgerOk;
  return (
    <StatusItem icon={broken ? LinkOffOutlined : LinkOutlined} tone={broken ? 'red' : 'plain'} onOpen={onOpen}>
      {texts.ledger(ledger.entries)} {broken ? <strong>{state}</strong> : <Strong>{state}</Strong>}
    </StatusItem>
  );
}
