// The page of this task.
import { PageHeader } from '../../components/page-header';

export function LedgerPage() {
  return <PageHeader title="台账" />;
}
