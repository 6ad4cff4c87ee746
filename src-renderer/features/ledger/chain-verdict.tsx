// The first thing on the page: does the chain hold, since when is that known, over what. Damage is said with its line and what still holds.
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import LinkOff from '@mui/icons-material/LinkOff';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import { wordsOf } from '@shared/contract/codes';
import type { LedgerState } from '@shared/contract/views';
import { commonTexts } from '@shared/texts/common';
import { ledgerTexts } from '@shared/texts/ledger';
import type { ReactNode } from 'react';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { ErrorState } from '../../components/states';

type Props = {
  readonly ledger: LedgerState;
  readonly busy: boolean;
  readonly onCheck: () => void;
  readonly onExport: () => void;
  readonly onLine: (seq: number) => void;
};

export function ChainVerdict(props: Props) {
  const { ledger } = props;
  const t = useTexts(ledgerTexts);
  const { sentences } = useTexts(commonTexts);
  const words = wordsOf(ledger.code, useLanguage());
  if (ledger.readOnly || ledger.code === 'DAMAGED' || ledger.code === 'LOST_ENTRIES' || ledger.code === 'WRITE_FAILED') {
    const at = ledger.line?.toLocaleString('en-US');
    return (
      <ErrorState
        tone="red"
        icon={LinkOff}
        title={at === undefined ? (words?.title ?? ledger.code) : t.damagedAt(at)}
        code={ledger.code}
        {...(ledger.line === null ? {} : { detail: `line ${ledger.line}` })}
        actions={
          <>
            {ledger.line !== null && <Button onClick={() => ledger.line !== null && props.onLine(ledger.line - 1)}>{t.seeLine}</Button>}
            <Actions {...props} />
          </>
        }
      >
        {ledger.line === null ? words?.todo : t.damagedAbout((ledger.line - 1).toLocaleString('en-US'))}
      </ErrorState>
    );
  }
  if (ledger.entries === 0) {
    return (
      <Head icon={<MenuBookOutlined sx={{ fontSize: 24 }} />} tone="quiet" title={t.empty} actions={<Actions {...props} />}>
        {t.emptyAbout}
      </Head>
    );
  }
  const checked = ledger.checkedAt === null ? null : parseInstant(ledger.checkedAt);
  return (
    <Head
      icon={<VerifiedOutlined sx={{ fontSize: 26 }} />}
      tone={checked === null ? 'quiet' : 'proof'}
      title={checked === null ? t.notChecked : t.intact(ledger.entries.toLocaleString('en-US'))}
      actions={<Actions {...props} />}
    >
      {checked === null ? t.neverChecked : t.checkedAt(shanghaiWallTime(checked).slice(5))}
      {ledger.code === 'TAIL_TORN' && ` ${sentences([words?.title ?? '', words?.todo ?? ''])}`}
    </Head>
  );
}

function Head({
  icon,
  tone,
  title,
  actions,
  children,
}: {
  icon: ReactNode;
  tone: 'proof' | 'quiet';
  title: string;
  actions: ReactNode;
  children: ReactNode;
}) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, alignItems: 'center', pb: 4 }}>
      <Box
        sx={{
          width: 44,
          height: 44,
          flexShrink: 0,
          display: 'grid',
          placeItems: 'center',
          borderRadius: '50%',
          bgcolor: tone === 'proof' ? 'proofTint' : 'sunken',
          color: tone === 'proof' ? 'proofText' : 'ink2',
        }}
      >
        {icon}
      </Box>
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Typography variant="h1" sx={{ fontSize: 18, lineHeight: '26px' }}>
          {title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {children}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 2 }}>{actions}</Box>
    </Box>
  );
}

function Actions({ busy, onCheck, onExport }: Props) {
  const t = useTexts(ledgerTexts);
  return (
    <>
      <Button onClick={onCheck} disabled={busy}>
        {busy ? t.checking : t.check} <Kbd keys="R" />
      </Button>
      <Button onClick={onExport} startIcon={<DownloadOutlined />}>
        {t.export}
      </Button>
    </>
  );
}
