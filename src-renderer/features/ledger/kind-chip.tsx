// The kind of an entry as icon, word and colour: statements bind, receipts prove, operations record.
import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import type { LedgerLine } from '@shared/contract/views';
import { ledgerTexts } from '@shared/texts/ledger';
import { useTexts } from '../../components/language';
import { ToneChip } from '../../components/status-chip';

const LOOK = {
  statement: { tone: 'teal', icon: ArticleOutlined },
  receipt: { tone: 'green', icon: VerifiedOutlined },
  operation: { tone: 'neutral', icon: EditOutlined },
} as const;

export const KindChip = ({ kind }: { kind: LedgerLine['kind'] }) => {
  const t = useTexts(ledgerTexts);
  return <ToneChip {...LOOK[kind]} label={t.kinds[kind]} plain />;
};
