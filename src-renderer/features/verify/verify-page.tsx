// The page of this task.
import { PageHeader } from '../../components/page-header';

export function VerifyPage() {
  return <PageHeader title="验证" />;
}
