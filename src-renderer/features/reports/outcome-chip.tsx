// An outcome as icon and word: passes teal, what binds or goes back amber, a rejection ink. Red is kept for the seal.
import AssignmentReturnOutlined from '@mui/icons-material/AssignmentReturnOutlined';
import Cancel from '@mui/icons-material/Cancel';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import RuleOutlined from '@mui/icons-material/RuleOutlined';
import type { Outcome } from '@shared/assessment/model';
import { commonTexts } from '@shared/texts/common';
import { useTexts } from '../../components/language';
import { ToneChip } from '../../components/status-chip';

const LOOK = {
  pass: { tone: 'teal', icon: CheckCircleOutlined },
  'pass-with-conditions': { tone: 'amber', icon: RuleOutlined },
  return: { tone: 'amber', icon: AssignmentReturnOutlined },
  reject: { tone: 'ink', icon: Cancel },
} as const;

export const OutcomeChip = ({ outcome, plain = false }: { outcome: Outcome; plain?: boolean }) => {
  const { outcomes } = useTexts(commonTexts);
  return <ToneChip {...LOOK[outcome]} label={outcomes[outcome]} plain={plain} />;
};
