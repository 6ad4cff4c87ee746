// Every product of this workstation: find one among many, see where it stands.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { commonTexts } from '@shared/texts/common';
import { productsTexts } from '@shared/texts/products';
import { CallError } from '../../components/call-error';
import { HiddenHeading } from '../../components/hidden-heading';
import { useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { ReadOnlyLine, SkeletonRows } from '../../components/states';
import { useSession } from '../../session/session-context';
import { useDossierRows } from '../../session/use-dossier-rows';
import { ProductBrowser } from './product-browser';

export function ProductsPage() {
  const texts = useTexts(productsTexts);
  const common = useTexts(commonTexts);
  const { status } = useSession();
  const load = useDossierRows();
  return (
    <Box
      component="section"
      aria-label={texts.title}
      sx={{ position: 'relative', height: '100%', display: 'flex', flexDirection: 'column' }}
    >
      <PageHeader title={texts.title} />
      <HiddenHeading>{texts.title}</HiddenHeading>
      {status.ledger.readOnly && <ReadOnlyLine>{common.ledgerReadOnly}</ReadOnlyLine>}
      {load.state === 'loading' && (
        <Box sx={{ p: 6 }}>
          <SkeletonRows rows={14} height={32} />
        </Box>
      )}
      {load.state === 'failed' && (
        <Box sx={{ px: 6 }}>
          <CallError code={load.code} actions={<Button onClick={() => void load.again()}>{common.retry}</Button>} />
        </Box>
      )}
      {load.state === 'ready' && <ProductBrowser rows={load.rows} />}
    </Box>
  );
}
