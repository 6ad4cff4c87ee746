// The three panes of assessing: tree, question, context. Owns where the reviewer is and how wide the window is; edits go to the paper.
import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Drawer from '@mui/material/Drawer';
import useMediaQuery from '@mui/material/useMediaQuery';
import { shanghaiDay } from '@shared/basics/time';
import type { ApplicableItem } from '@shared/checklist/applicability';
import type { Edition, Section } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { Kbd } from '../../components/kbd';
import { KeyLayer, useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { useNotice } from '../../components/notice';
import { Sheet, SidePanel } from '../../components/sheet';
import { EmptyState } from '../../components/states';
import { useSession } from '../../session/session-context';
import type { AssessmentHandle } from '../../session/use-assessment';
import { useEarlier } from '../../session/use-earlier';
import type { Machine } from '../../session/use-machine';
import { useUndoKeys } from '../../session/use-undo-keys';
import { WIDTHS } from '../../theme/tokens';
import { AssessFooter, AssessHeader } from './assess-bars';
import { ContextPane } from './context-pane';
import { findingsOf } from './edits';
import { hitsByFinding } from './hits';
import { ItemSelect } from './item-select';
import { ItemTree } from './item-tree';
import { ItemView } from './item-view';
import { useOneColumn } from './row';
import { answeredCount, itemCount, neighbour, nextUnanswered, type TreeGroup, treeOf } from './tree';

type Props = {
  readonly paper: AssessmentHandle;
  readonly edition: Edition;
  readonly items: readonly ApplicableItem[];
  readonly machine: Machine;
  readonly frozen: boolean;
  /** Dossiers that are signed: nothing in them is checked again. */
  readonly signed: ReadonlySet<string>;
};

export function AssessDesk({ paper, edition, items, machine, frozen, signed }: Props) {
  const texts = useTexts(assessTexts);
  const { now } = useSession();
  const navigate = useNavigate();
  const narrow = useOneColumn();
  const drawer = useMediaQuery(`(max-width:${WIDTHS.drawer - 0.05}px)`);
  const tight = useMediaQuery('(max-width:1399.95px)');
  const [open, setOpen] = useState(false);
  useUndoKeys(frozen ? null : paper);
  const notify = useNotice();
  useEffect(() => () => notify(null), [notify]);

  const { assessment } = paper;
  const today = shanghaiDay(now());
  const groups = useMemo(
    () =>
      treeOf(
        assessment,
        items.map(({ item }) => ({ id: item.id, section: item.section, hard: item.hardStop !== null })),
      ),
    [assessment, items],
  );
  const byId = useMemo(() => new Map(items.map(({ item }) => [item.id, item])), [items]);
  const hits = useMemo(() => hitsByFinding(machine.files), [machine.files]);
  const earlier = useEarlier(assessment);

  const [current, openItem] = useOpenItem(groups, assessment.id);
  const applicable = items.find(({ item }) => item.id === current);
  const toDecide = () => void navigate(`/decide/${assessment.id}`);
  if (!applicable)
    return (
      <EmptyState
        title={texts.noItems}
        actions={<Button onClick={() => void navigate(`/register/${assessment.id}`)}>{texts.toRegister}</Button>}
      >
        {texts.noItemsText}
      </EmptyState>
    );

  const context = (
    <ContextPane
      assessment={assessment}
      edition={edition}
      item={current}
      files={machine.files}
      notChecked={machine.notChecked}
      findings={findingsOf(assessment, current).filter((each) => each.origin === 'machine')}
      hits={hits}
      today={today}
      onRegistration={() => void navigate(`/register/${assessment.id}`)}
      onItem={openItem}
      onAnalysis={() => void navigate(`/evidence/${assessment.id}`, { state: { item: current } })}
    />
  );
  const tree = { groups, items: byId, current, onOpen: openItem };

  return (
    <>
      <AssessHeader assessment={assessment} groups={groups} onDecide={toDecide} onPane={() => setOpen(true)} />
      <Sheet
        left={
          narrow ? undefined : (
            <SidePanel at="left" width={tight ? 232 : 264} label={texts.tree}>
              <ItemTree {...tree} today={today} />
            </SidePanel>
          )
        }
        footer={
          <AssessFooter
            paper={paper}
            frozen={frozen}
            onPrevious={() => openItem(neighbour(groups, current, -1))}
            onNext={() => openItem(neighbour(groups, current, 1))}
            onNextOpen={answeredCount(groups) === itemCount(groups) ? null : () => openItem(nextUnanswered(groups, current))}
          />
        }
        side={
          drawer ? (
            narrow ? undefined : (
              <ContextStrip onOpen={() => setOpen(true)} />
            )
          ) : (
            <SidePanel width={tight ? 284 : 328} label={texts.context}>
              {context}
            </SidePanel>
          )
        }
      >
        <Box sx={{ px: narrow ? 4 : 6, py: 3 }}>
          {narrow && <ItemSelect {...tree} />}
          <ItemView
            key={current}
            paper={paper}
            edition={edition}
            applicable={applicable}
            machine={machine}
            hits={hits}
            earlier={earlier}
            today={today}
            frozen={frozen}
            signed={signed}
            onMove={(step) => openItem(neighbour(groups, current, step))}
            onNextOpen={() => openItem(nextUnanswered(groups, current))}
            onAnalysis={() => void navigate(`/evidence/${assessment.id}`, { state: { item: current } })}
            onPane={() => setOpen((before) => !before)}
            onDecide={toDecide}
          />
        </Box>
      </Sheet>
      {drawer && (
        <Drawer
          anchor="right"
          open={open}
          onClose={() => setOpen(false)}
          slotProps={{ paper: { sx: { width: 340, bgcolor: 'raised' }, 'aria-label': texts.context } }}
        >
          <KeyLayer>
            <DrawerKeys onClose={() => setOpen(false)} />
            {context}
          </KeyLayer>
        </Drawer>
      )}
    </>
  );
}

/** `]` closes the drawer that it opened. */
function DrawerKeys({ onClose }: { onClose: () => void }) {
  const texts = useTexts(assessTexts);
  useKeys([{ keys: ']', label: texts.closeContext, run: onClose }]);
  return null;
}

/**
 * Which item is open. The choice is held here and the address follows it: an address arrives a moment later, and a key pressed in between must not
 * act on the item that was left. Without an item in the address the first open one is chosen once, and stays when it is answered.
 */
function useOpenItem(groups: readonly TreeGroup<Section>[], dossier: string): [string, (item: string | null) => void] {
  const { item: asked } = useParams();
  const own = useLocation().state === OWN_MOVE;
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(() => asked ?? firstToAnswer(groups));
  useEffect(() => {
    if (asked !== undefined && !own) setChosen(asked);
  }, [asked, own]);
  const rows = groups.flatMap((group) => group.rows);
  const current = rows.some((row) => row.id === chosen) ? chosen : firstToAnswer(groups);
  const open = (item: string | null) => {
    if (item === null) return;
    setChosen(item);
    void navigate(`/assess/${dossier}/${item}`, { replace: true, state: OWN_MOVE });
  };
  return [current, open];
}

/** Marks an address that followed a move on this page. */
const OWN_MOVE = 'own-move';

function firstToAnswer(groups: readonly TreeGroup<Section>[]): string {
  const rows = groups.flatMap((group) => group.rows);
  return (rows.find((row) => row.standing === 'open' || row.standing === 'machine') ?? rows[0])?.id ?? '';
}

/** The closed drawer: a strip with its name, written downwards. */
function ContextStrip({ onOpen }: { onOpen: () => void }) {
  const texts = useTexts(assessTexts);
  return (
    <ButtonBase
      onClick={onOpen}
      aria-label={texts.openContext}
      sx={{
        width: 34,
        flexShrink: 0,
        bgcolor: 'raised',
        borderLeft: '1px solid',
        borderColor: 'hairline',
        flexDirection: 'column',
        justifyContent: 'flex-start',
        gap: 3,
        pt: 3,
        color: 'teal',
      }}
    >
      <ChevronLeftOutlined aria-hidden sx={{ fontSize: 18 }} />
      <Box component="span" sx={{ writingMode: 'vertical-rl', typography: 'body2', letterSpacing: '2px' }}>
        {texts.context}
      </Box>
      <Kbd keys="]" />
    </ButtonBase>
  );
}
