// The page of this task.
import { PageHeader } from '../../components/page-header';

export function DecidePage() {
  return <PageHeader title="结论" />;
}
