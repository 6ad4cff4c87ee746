// Who the other end is, what of its log was last seen, and when the next try comes.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { OutboxView } from '@shared/contract/views';
import { commonTexts } from '@shared/texts/common';
import { syncTexts } from '@shared/texts/sync';
import { FoldingPanel } from '../../components/folding-panel';
import { HashText } from '../../components/hash-text';
import { useLanguage, useTexts } from '../../components/language';
import { FactRow, PanelSection } from '../../components/sheet';
import { ToneChip } from '../../components/status-chip';
import { useSession } from '../../session/session-context';
import { WIDTHS } from '../../theme/tokens';
import { whyOf } from './outbox-model';
import { dayAndTime } from './times';

export function BureauPanel({ outbox }: { outbox: OutboxView }) {
  const t = useTexts(syncTexts);
  const common = useTexts(commonTexts);
  const language = useLanguage();
  const { status } = useSession();
  const { bureau, checkpoint, lastTry, nextTry } = outbox;
  return (
    <FoldingPanel width={340} label={t.identity} below={WIDTHS.drawer}>
      <PanelSection title={t.identity} action={status.practice ? <ToneChip tone="amber" label={common.practice} /> : undefined}>
        {bureau === null ? (
          <Typography variant="body2" sx={{ color: 'ink2' }}>
            {t.identityNone}
          </Typography>
        ) : (
          <>
            <Typography variant="h2" component="p" sx={{ mb: 1 }}>
              {bureau.name}
            </Typography>
            <FactRow name={t.origin}>
              <Box component="span" sx={{ typography: 'mono' }}>
                {bureau.origin}
              </Box>
            </FactRow>
            <FactRow name={t.address}>
              {bureau.url === null ? (
                t.noAddress
              ) : (
                <Box component="span" sx={{ typography: 'mono' }}>
                  {bureau.url}
                </Box>
              )}
            </FactRow>
          </>
        )}
      </PanelSection>
      <PanelSection title={t.lastTry}>
        {lastTry === null ? (
          <Typography variant="body2" sx={{ color: 'ink2' }}>
            {t.noTryYet}
          </Typography>
        ) : (
          <FactRow name={dayAndTime(lastTry.at)} width={88}>
            {whyOf(lastTry.code, language).title}
            {lastTry.code !== 'OK' && (
              <Box component="span" sx={{ display: 'block', typography: 'mono', fontSize: 11, color: 'ink3' }}>
                {lastTry.code}
              </Box>
            )}
          </FactRow>
        )}
        {nextTry !== null && (
          <FactRow name={t.nextTry} width={88}>
            {dayAndTime(nextTry)}
          </FactRow>
        )}
      </PanelSection>
      <PanelSection title={t.checkpoint}>
        {checkpoint === null ? (
          <Typography variant="body2" sx={{ color: 'ink2' }}>
            {t.checkpointNone}
          </Typography>
        ) : (
          <>
            <FactRow name={t.size}>{t.entries(checkpoint.size.toLocaleString('en-US'))}</FactRow>
            <FactRow name={t.root}>
              <HashText hex={checkpoint.root} />
            </FactRow>
            <FactRow name={t.cosignedAt}>{checkpoint.cosignedAt === null ? t.cosignedNone : dayAndTime(checkpoint.cosignedAt)}</FactRow>
          </>
        )}
      </PanelSection>
      <PanelSection title={t.order}>
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {t.orderAbout}
        </Typography>
      </PanelSection>
    </FoldingPanel>
  );
}
