// The page of this task.
import { PageHeader } from '../../components/page-header';

export function DeskPage() {
  return <PageHeader title="工作台" />;
}
