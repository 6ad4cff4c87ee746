// The page of this task.
import { PageHeader } from '../../components/page-header';

export function RegisterPage() {
  return <PageHeader title="登记" />;
}
