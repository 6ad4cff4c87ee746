// The page of this task.
import { PageHeader } from '../../components/page-header';

export function SyncPage() {
  return <PageHeader title="报送" />;
}
