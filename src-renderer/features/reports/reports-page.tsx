// The page of this task.
import { PageHeader } from '../../components/page-header';

export function ReportsPage() {
  return <PageHeader title="报告" />;
}
