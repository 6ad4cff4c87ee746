// Where the way to a signature stands: already signed, window open, refused with its code, gone back, waiting for a second person.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { commonTexts } from '@shared/texts/common';
import { decideTexts } from '@shared/texts/decide';
import { useNavigate } from 'react-router';
import { CallError } from '../../components/call-error';
import { useTexts } from '../../components/language';
import { ReadOnlyLine } from '../../components/states';
import type { DecisionFacts } from './use-decision';
import type { SigningState } from './use-signing';

export function Standing({ state, facts }: { state: SigningState; facts: DecisionFacts }) {
  const t = useTexts(decideTexts);
  const { sentences } = useTexts(commonTexts);
  const navigate = useNavigate();
  const { signed } = facts;
  if (signed !== null) {
    return (
      <Box sx={{ mt: 3, display: 'flex', gap: 3, alignItems: 'center' }}>
        <ReadOnlyLine>{t.signedAlready(signed.number)}</ReadOnlyLine>
        <Button size="small" onClick={() => void navigate(`/reports/${signed.sha256}`)}>
          {t.seeVerdict}
        </Button>
      </Box>
    );
  }
  if (state.kind === 'refused') return <CallError code={state.code} detail={state.detail} tone="red" />;
  const says = { idle: null, open: sentences([t.windowOpen, t.windowOpenAbout]), cancelled: t.cancelled, waiting: t.waiting }[state.kind];
  return says === null ? null : (
    <Box sx={{ mt: 3 }} role="status">
      <ReadOnlyLine>{says}</ReadOnlyLine>
    </Box>
  );
}
