// What is in hand, by view and most pressing first. Arrow keys choose a row, Enter opens it.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { deskTexts } from '@shared/texts/desk';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../components/language';
import type { DossierRow } from '../../session/dossier-row';
import { QueueTable } from './queue-table';
import { countsOf, QUEUE_VIEWS, type QueueView, rowsOf } from './queue-views';

/** A desk shows what comes next, not everything: the rest is in the list of products. */
const ON_THE_DESK = 40;

export function Queue({ rows, openId }: { rows: readonly DossierRow[]; openId: string | null }) {
  const texts = useTexts(deskTexts);
  const navigate = useNavigate();
  const [view, setView] = useState<QueueView>('open');
  const counts = countsOf(rows);
  const shown = rowsOf(rows, view);
  return (
    <Box component="section" aria-label={texts.queueLabel} sx={{ mb: 6 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', borderBottom: '1px solid', borderColor: 'strong' }}>
        <Tabs value={view} onChange={(_event, next: QueueView) => setView(next)} aria-label={texts.tabs.label} sx={{ flex: 1 }}>
          {QUEUE_VIEWS.map((name) => (
            <Tab
              key={name}
              value={name}
              label={
                <span>
                  {texts.tabs[name]} <strong>{counts[name]}</strong>
                </span>
              }
            />
          ))}
        </Tabs>
        <Typography variant="caption">{texts.sorted}</Typography>
      </Box>
      {shown.length === 0 ? (
        <Typography variant="body2" sx={{ py: 4, color: 'ink2' }}>
          {texts.emptyTab}
        </Typography>
      ) : (
        <>
          <QueueTable rows={shown.slice(0, ON_THE_DESK)} openId={openId} />
          {shown.length > ON_THE_DESK && (
            <Box sx={{ py: 3 }}>
              <Link component="button" variant="body2" onClick={() => void navigate('/products')}>
                {texts.more(shown.length - ON_THE_DESK)}
              </Link>
            </Box>
          )}
        </>
      )}
    </Box>
  );
}
