// Five facts under the verdict, each with its scope; what was not checked stands among them.
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import LinkOff from '@mui/icons-material/LinkOff';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { LedgerLine, LedgerState } from '@shared/contract/views';
import { ledgerTexts } from '@shared/texts/ledger';
import { useMemo } from 'react';
import { useTexts } from '../../components/language';
import { clockStepBack, strayReceipt } from './ledger-model';

type Fact = { readonly name: string; readonly says: string; readonly state: 'holds' | 'broken' | 'not-checked' };
const n = (value: number) => value.toLocaleString('en-US');

export function FactsStrip({ ledger, lines }: { ledger: LedgerState; lines: readonly LedgerLine[] }) {
  const t = useTexts(ledgerTexts);
  const broken = ledger.code === 'DAMAGED';
  const lost = ledger.code === 'LOST_ENTRIES';
  const stepped = useMemo(() => clockStepBack(lines), [lines]);
  const stray = useMemo(() => strayReceipt(lines), [lines]);
  const facts: Fact[] = [
    {
      name: t.facts.chain,
      says: broken ? t.chainBad(n(ledger.line ?? 1)) : t.chainOk(n(Math.max(0, ledger.entries - 1))),
      state: broken ? 'broken' : 'holds',
    },
    {
      name: t.facts.checkpoint,
      says: lost ? t.checkpointBad : broken ? t.checkpointUnknown : t.checkpointOk,
      state: lost ? 'broken' : broken ? 'not-checked' : 'holds',
    },
    {
      name: t.facts.receipts,
      says: stray === null ? t.receiptsRead(n(lines.filter(({ kind }) => kind === 'receipt').length)) : t.receiptStray(n(stray)),
      state: stray === null ? 'holds' : 'broken',
    },
    {
      name: t.facts.clock,
      says: stepped === null ? t.clockOk(n(lines.length)) : t.clockBack(n(stepped)),
      state: stepped === null ? 'holds' : 'broken',
    },
    { name: t.facts.notChecked, says: t.notCheckedFacts, state: 'not-checked' },
  ];
  const ICON = { holds: VerifiedOutlined, broken: LinkOff, 'not-checked': HelpOutlineOutlined };
  const COLOUR = { holds: 'proofText', broken: 'sealText', 'not-checked': 'amberText' };
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
        borderTop: '1px solid',
        borderBottom: '1px solid',
        borderColor: 'hairline',
      }}
    >
      {facts.map((fact, index) => {
        const Icon = ICON[fact.state];
        return (
          <Box
            key={fact.name}
            sx={{ display: 'flex', gap: 2, px: 3, py: 2, borderLeft: index === 0 ? 0 : '1px solid', borderColor: 'hairline' }}
          >
            <Icon aria-hidden sx={{ fontSize: 17, color: COLOUR[fact.state], mt: '1px' }} />
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="h3" component="h2">
                {fact.name}
              </Typography>
              <Typography variant="caption" component="div">
                {fact.says}
              </Typography>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
