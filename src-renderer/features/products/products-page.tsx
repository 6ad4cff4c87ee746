// The page of this task.
import { PageHeader } from '../../components/page-header';

export function ProductsPage() {
  return <PageHeader title="产品" />;
}
