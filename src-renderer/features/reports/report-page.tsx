// The page of this task.
import { PageHeader } from '../../components/page-header';

export function ReportPage() {
  return <PageHeader title="意见书" />;
}
