// The desk: what needs me now. The open dossier first, then the queue; beside them what runs out. A practice desk adds its samples and tour.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { commonTexts } from '@shared/texts/common';
import { deskTexts } from '@shared/texts/desk';
import { useNavigate } from 'react-router';
import { CallError } from '../../components/call-error';
import { FoldingPanel } from '../../components/folding-panel';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { Sheet } from '../../components/sheet';
import { EmptyState, ErrorState, ReadOnlyLine, SkeletonRows } from '../../components/states';
import { byPressing, type DossierRow, inHand } from '../../session/dossier-row';
import { useSession } from '../../session/session-context';
import { useDossierRows } from '../../session/use-dossier-rows';
import { useNewDossier } from '../../session/use-new-dossier';
import { DeskHeading } from './desk-heading';
import { Guide } from './guide';
import { OpenDossier } from './open-dossier';
import { PracticeSide } from './practice-side';
import { Queue } from './queue';
import { Samples } from './samples';
import { Ageing, Deadlines, Recent, Unsent } from './side';
import { useOpenDossier } from './use-open-dossier';
import { useSamples } from './use-samples';

export function DeskPage() {
  const texts = useTexts(deskTexts);
  const common = useTexts(commonTexts);
  const load = useDossierRows();
  return (
    <>
      <PageHeader title={texts.title} />
      {load.state === 'loading' && (
        <Box sx={{ px: 6, py: 6 }}>
          <SkeletonRows rows={10} />
        </Box>
      )}
      {load.state === 'failed' && (
        <Box sx={{ px: 6 }}>
          <CallError code={load.code} actions={<Button onClick={() => void load.again()}>{common.retry}</Button>} />
        </Box>
      )}
      {load.state === 'ready' && <Desk rows={load.rows} unreadable={load.unreadable.length} />}
    </>
  );
}

function Desk({ rows, unreadable }: { rows: readonly DossierRow[]; unreadable: number }) {
  const texts = useTexts(deskTexts);
  const common = useTexts(commonTexts);
  const { status } = useSession();
  const navigate = useNavigate();
  const newDossier = useNewDossier();
  const samples = useSamples(rows);
  const open = useOpenDossier(rows);
  const queue = rows.filter(inHand).toSorted(byPressing);
  // On a practice desk the samples have their own table; the queue shows what was registered besides.
  const listed = new Set(samples.samples.map((sample) => sample.row?.summary.id));
  const others = queue.filter((row) => !listed.has(row.summary.id));
  const register = () => void newDossier().then((id) => id && navigate(`/register/${id}`));
  useKeys([{ keys: '/', label: common.search, run: () => void navigate('/products', { state: { search: true } }) }]);

  return (
    <Sheet
      label={texts.title}
      side={
        <FoldingPanel label={texts.side} below={1180}>
          {status.practice && <PracticeSide rows={rows} />}
          <Deadlines rows={queue} />
          {!status.practice && <Unsent />}
          <Ageing rows={queue} />
          <Recent rows={rows} />
        </FoldingPanel>
      }
    >
      <Box sx={{ px: 6, py: 5, minWidth: 560 }}>
        <DeskHeading rows={queue} onRegister={register} />
        {status.ledger.readOnly && (
          <Box sx={{ mb: 4 }}>
            <ReadOnlyLine>{common.ledgerReadOnly}</ReadOnlyLine>
          </Box>
        )}
        {unreadable > 0 && (
          <ErrorState title={texts.unreadable(unreadable)} code="ROW_SWAPPED_OR_WRONG_KEY">
            {texts.unreadableAbout}
          </ErrorState>
        )}
        {open && <OpenDossier row={open.row} place={open.place} />}
        {status.practice && <Samples samples={samples} />}
        {others.length > 0 && <Queue rows={others} openId={open?.row.summary.id ?? null} />}
        {queue.length === 0 && !status.practice && (
          <EmptyState
            title={texts.empty}
            actions={
              <Button variant="contained" color="primary" onClick={register}>
                {texts.register}
              </Button>
            }
          >
            {texts.emptyAbout}
          </EmptyState>
        )}
        {status.practice && <Guide samples={samples} />}
      </Box>
    </Sheet>
  );
}
