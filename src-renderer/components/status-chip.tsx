// A state as icon, word and colour together: reads in grey-scale. Words come from the caller; this part knows shapes and tones.

import type { SvgIconComponent } from '@mui/icons-material';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Cancel from '@mui/icons-material/Cancel';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import DrawOutlined from '@mui/icons-material/DrawOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import RemoveCircleOutlineOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined';
import SavedSearch from '@mui/icons-material/SavedSearch';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';

/** neutral: ink on sunken; grey: ended. */
export type ChipTone = 'teal' | 'ink' | 'amber' | 'red' | 'green' | 'neutral' | 'grey';

export type StatusKind =
  | 'compliant'
  | 'non-compliant'
  | 'not-applicable'
  | 'not-verified'
  | 'unanswered'
  | 'machine'
  | 'registering'
  | 'assessing'
  | 'countersign'
  | 'sign'
  | 'signed'
  | 'inherited'
  | 'unsent'
  | 'sending'
  | 'received'
  | 'objection'
  | 'attention'
  | 'withdrawn';

const KINDS: Readonly<Record<StatusKind, { icon: SvgIconComponent; tone: ChipTone }>> = {
  compliant: { icon: CheckCircleOutlined, tone: 'teal' },
  'non-compliant': { icon: Cancel, tone: 'ink' },
  'not-applicable': { icon: RemoveCircleOutlineOutlined, tone: 'neutral' },
  'not-verified': { icon: HelpOutlineOutlined, tone: 'amber' },
  unanswered: { icon: RadioButtonUnchecked, tone: 'neutral' },
  machine: { icon: SavedSearch, tone: 'teal' },
  registering: { icon: RadioButtonUnchecked, tone: 'neutral' },
  assessing: { icon: EditOutlined, tone: 'neutral' },
  countersign: { icon: GroupOutlined, tone: 'teal' },
  sign: { icon: DrawOutlined, tone: 'teal' },
  signed: { icon: DrawOutlined, tone: 'ink' },
  inherited: { icon: HistoryOutlined, tone: 'teal' },
  unsent: { icon: OutboxOutlined, tone: 'teal' },
  sending: { icon: SyncOutlined, tone: 'teal' },
  received: { icon: VerifiedOutlined, tone: 'green' },
  objection: { icon: UndoOutlined, tone: 'red' },
  attention: { icon: ErrorOutlineOutlined, tone: 'amber' },
  withdrawn: { icon: BlockOutlined, tone: 'grey' },
};

const COLOURS: Readonly<Record<ChipTone, { color: string; bgcolor: string }>> = {
  teal: { color: 'teal', bgcolor: 'tealTint' },
  ink: { color: 'ink', bgcolor: 'sunken' },
  amber: { color: 'amberText', bgcolor: 'amberTint' },
  red: { color: 'sealText', bgcolor: 'sealTint' },
  green: { color: 'proofText', bgcolor: 'proofTint' },
  neutral: { color: 'ink2', bgcolor: 'sunken' },
  grey: { color: 'ink3', bgcolor: 'sunken' },
};

/** `plain` drops the tint: for grids, where rows would flicker. */
export function ToneChip({
  tone,
  icon: Icon,
  label,
  plain = false,
}: {
  tone: ChipTone;
  icon?: SvgIconComponent;
  label: string;
  plain?: boolean;
}) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '4px',
        height: 20,
        px: plain ? 0 : '6px',
        borderRadius: '4px',
        fontSize: 12,
        lineHeight: '20px',
        fontWeight: 500,
        whiteSpace: 'nowrap',
        color: COLOURS[tone].color,
        bgcolor: plain ? 'transparent' : COLOURS[tone].bgcolor,
        verticalAlign: 'middle',
      }}
    >
      {Icon && <Icon aria-hidden sx={{ fontSize: 14 }} />}
      {label}
    </Box>
  );
}

export const StatusChip = ({ kind, label, plain = false }: { kind: StatusKind; label: string; plain?: boolean }) => (
  <ToneChip {...KINDS[kind]} label={label} plain={plain} />
);

/** The icon of a state alone; give `label` when no word stands beside it. */
export function StatusIcon({ kind, label, size = 16 }: { kind: StatusKind; label?: string; size?: number }) {
  const { icon: Icon, tone } = KINDS[kind];
  const named = label === undefined ? { 'aria-hidden': true } : { titleAccess: label };
  return <Icon {...named} sx={{ fontSize: size, color: tone === 'ink' ? 'ink' : COLOURS[tone].color, flexShrink: 0 }} />;
}
