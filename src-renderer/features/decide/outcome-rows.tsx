// Four outcomes as four rows: open with what it means, closed with why and what would open it.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Check from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import Radio from '@mui/material/Radio';
import Typography from '@mui/material/Typography';
import type { Outcome } from '@shared/assessment/model';
import { commonTexts } from '@shared/texts/common';
import { decideTexts } from '@shared/texts/decide';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import { WhyPopover } from '../../components/why-popover';
import type { OutcomeRow } from './decision-model';

type Props = {
  readonly rows: readonly OutcomeRow[];
  readonly chosen: Outcome | null;
  readonly readOnly: boolean;
  readonly onChoose: (outcome: Outcome) => void;
};

export function OutcomeRows({ rows, chosen, readOnly, onChoose }: Props) {
  const t = useTexts(decideTexts);
  return (
    <Box
      id="decision-outcome"
      tabIndex={-1}
      role="radiogroup"
      aria-label={t.title}
      sx={{ border: '1px solid', borderColor: 'strong', borderRadius: '6px', overflow: 'hidden', mt: 3 }}
    >
      {rows.map((row, index) => (
        <Row key={row.outcome} row={row} index={index} chosen={chosen === row.outcome} readOnly={readOnly} onChoose={onChoose} />
      ))}
    </Box>
  );
}

type RowProps = Pick<Props, 'readOnly' | 'onChoose'> & { readonly row: OutcomeRow; readonly index: number; readonly chosen: boolean };

function Row({ row, index, chosen, readOnly, onChoose }: RowProps) {
  const t = useTexts(decideTexts);
  const common = useTexts(commonTexts);
  const id = `outcome-${row.outcome}`;
  const choose = () => row.open && !readOnly && onChoose(row.outcome);
  return (
    <Box
      onClick={choose}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        minHeight: 38,
        px: 3,
        borderTop: index === 0 ? 0 : '1px solid',
        borderColor: 'hairline',
        borderLeft: '3px solid',
        borderLeftColor: chosen ? 'teal' : 'transparent',
        bgcolor: chosen ? 'selected' : row.open ? 'paper' : 'raised',
        cursor: row.open && !readOnly ? 'pointer' : 'default',
      }}
    >
      <Radio
        checked={chosen}
        disabled={!row.open || readOnly}
        onChange={choose}
        value={row.outcome}
        name="outcome"
        slotProps={{ input: { id, 'aria-describedby': `${id}-says` } }}
      />
      <Kbd keys={String(index + 1)} />
      <Typography
        component="label"
        htmlFor={id}
        variant="body1"
        sx={{ width: 136, flexShrink: 0, lineHeight: '20px', fontWeight: row.open ? 600 : 400, color: row.open ? 'ink' : 'ink2' }}
      >
        {common.outcomes[row.outcome]}
      </Typography>
      <Box
        sx={{
          width: 76,
          flexShrink: 0,
          display: 'flex',
          alignItems: 'center',
          gap: '4px',
          fontSize: 12,
          fontWeight: 500,
          color: row.open ? 'teal' : 'ink2',
        }}
      >
        {row.open ? <Check aria-hidden sx={{ fontSize: 15 }} /> : <BlockOutlined aria-hidden sx={{ fontSize: 15 }} />}
        {row.open ? t.open : t.closed}
      </Box>
      <Typography id={`${id}-says`} variant="body2" component="span" sx={{ flex: 1, minWidth: 0, color: 'ink2', py: '6px' }}>
        {row.says}
        {!row.open && row.why.length > 0 && (
          <Box component="span" sx={{ ml: 2 }}>
            <WhyPopover about={common.outcomes[row.outcome]}>
              <Box component="ul" sx={{ m: 0, pl: 4, maxHeight: 320, overflow: 'auto' }}>
                {[...new Set(row.why)].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </Box>
            </WhyPopover>
          </Box>
        )}
      </Typography>
    </Box>
  );
}
