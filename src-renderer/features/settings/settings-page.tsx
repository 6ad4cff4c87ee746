// The page of this task.
import { PageHeader } from '../../components/page-header';

export function SettingsPage() {
  return <PageHeader title="设置" />;
}
