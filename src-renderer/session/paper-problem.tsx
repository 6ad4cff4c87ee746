// What a page of a dossier shows while its paper is being read, is not there or does not open.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { shellTexts } from '@shared/texts/shell';
import { useNavigate } from 'react-router';
import { useTexts } from '../components/language';
import { ErrorState, SkeletonRows } from '../components/states';
import type { AssessmentLoad } from './use-assessment';

export function PaperProblem({ load }: { load: Exclude<AssessmentLoad, { state: 'ready' }> }) {
  const { paper: texts } = useTexts(shellTexts);
  const navigate = useNavigate();
  const actions = <Button onClick={() => void navigate('/products')}>{texts.toProducts}</Button>;
  return (
    <Box sx={{ px: 6, py: 4 }}>
      {load.state === 'loading' && <SkeletonRows />}
      {load.state === 'missing' && (
        <ErrorState title={texts.missing} actions={actions}>
          {texts.missingAbout}
        </ErrorState>
      )}
      {load.state === 'failed' && (
        <ErrorState title={texts.failed} code={load.code} actions={actions}>
          {texts.failedAbout}
        </ErrorState>
      )}
    </Box>
  );
}
