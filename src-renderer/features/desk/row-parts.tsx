// The cells that the queue and the practice samples share.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import { commonTexts } from '@shared/texts/common';
import { deskTexts } from '@shared/texts/desk';
import { useTexts } from '../../components/language';
import { Segments } from '../../components/segments';
import { StatusChip, ToneChip } from '../../components/status-chip';
import type { DossierRow } from '../../session/dossier-row';

export function RowChip({ row }: { row: DossierRow }) {
  const texts = useTexts(deskTexts);
  const common = useTexts(commonTexts);
  if (row.status === 'secrets') return <ToneChip tone="red" icon={BlockOutlined} label={texts.secrets} />;
  return <StatusChip kind={row.status} label={row.status === 'unanswered' ? texts.unstarted : common.status[row.status]} />;
}

export function ProductName({ row }: { row: DossierRow }) {
  const texts = useTexts(deskTexts);
  const { product, version } = row.summary;
  return (
    <span title={product}>
      {product || texts.unnamed}{' '}
      <Box component="span" sx={{ color: 'ink3', fontSize: 12 }}>
        {texts.version(version)}
      </Box>
    </span>
  );
}

/** 齐数审〔2026〕7C1E-0003号 without its series and year, which a list need not repeat. */
const serialOf = (number: string): string => number.split('〕').at(-1) ?? number;

export function Progress({ row }: { row: DossierRow }) {
  const texts = useTexts(deskTexts);
  if (row.verdict) return <>{texts.verdictNumber(serialOf(row.verdict.number))}</>;
  if (row.parts.length === 0 || row.summary.registeredAt === null)
    return (
      <Box component="span" sx={{ color: 'ink3' }}>
        {texts.unstarted}
      </Box>
    );
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Segments parts={row.parts} merged width={70} label={texts.progressLabel(row.answered, row.parts.length)} />
      <Box component="span" aria-hidden sx={{ color: 'ink2', fontSize: 12 }}>
        {row.answered}/{row.parts.length}
      </Box>
    </Box>
  );
}
