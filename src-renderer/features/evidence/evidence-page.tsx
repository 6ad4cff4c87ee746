// The page of this task.
import { PageHeader } from '../../components/page-header';

export function EvidencePage() {
  return <PageHeader title="分析" />;
}
