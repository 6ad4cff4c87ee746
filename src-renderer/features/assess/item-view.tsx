// One question with everything beside it: law, what to look at, the machine's findings, four answers, reason, risk, evidence. Every act is an edit of
// the paper; this part decides nothing.
import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import type { Earlier } from '@shared/assessment/earlier';
import type { CalendarDay } from '@shared/basics/units';
import type { ApplicableItem } from '@shared/checklist/applicability';
import type { Edition } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../components/language';
import { ReadOnlyLine } from '../../components/states';
import { useSession } from '../../session/session-context';
import type { AssessmentHandle } from '../../session/use-assessment';
import type { Machine } from '../../session/use-machine';
import { AnswerPart } from './answer-part';
import { attachEvidence, detachEvidence, setNotes } from './edits';
import { EvidenceRow } from './evidence-row';
import type { HitOf } from './hits';
import { InheritedBanner } from './inherited-banner';
import { ItemHead } from './item-head';
import { LawRow } from './law-row';
import { MachinePart } from './machine-part';
import { Row } from './row';
import { type Moves, useItemActs } from './use-item-acts';

type Props = Moves & {
  readonly paper: AssessmentHandle;
  readonly edition: Edition;
  readonly applicable: ApplicableItem;
  readonly machine: Machine;
  readonly hits: ReadonlyMap<string, HitOf>;
  readonly earlier: Earlier;
  readonly today: CalendarDay;
  readonly frozen: boolean;
  readonly signed: ReadonlySet<string>;
};

export function ItemView({ paper, edition, applicable, machine, hits, earlier, today, frozen, signed, ...moves }: Props) {
  const texts = useTexts(assessTexts);
  const { status } = useSession();
  const { item } = applicable;
  const { assessment, save } = paper;
  const acts = useItemActs(paper, item, signed, frozen, moves);
  const { answer } = acts;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.parentElement?.parentElement?.scrollTo({ top: 0 }), []);

  return (
    <Box ref={top} component="article" aria-labelledby="question">
      <ItemHead applicable={applicable} edition={edition} />
      {frozen && <ReadOnlyLine>{texts.frozen}</ReadOnlyLine>}
      {acts.inherited && (
        <InheritedBanner
          answer={answer}
          answeredBy={answeredBy(assessment.registration.inherited, item.layer) || (status.reviewer?.name ?? '')}
          sharedWith={acts.sharers.length}
          today={today}
          readOnly={frozen}
          onRecheck={acts.recheck}
        />
      )}
      <LawRow item={item} edition={edition} open={acts.lawOpen} onToggle={acts.toggleLaw} />
      <MachinePart paper={paper} item={item} machine={machine} hits={hits} earlier={earlier} frozen={frozen} acts={acts} />
      <AnswerPart paper={paper} edition={edition} item={item} frozen={frozen} acts={acts} />
      <Row label={texts.evidence}>
        <EvidenceRow
          evidence={answer.evidence}
          files={assessment.registration.files}
          choosing={acts.choosing}
          readOnly={frozen}
          onChoose={acts.onChoose}
          onAttach={(sha256) => {
            save((draft) => attachEvidence(draft, item.id, sha256));
            acts.onChoose(false);
          }}
          onDetach={(sha256) => save((draft) => detachEvidence(draft, item.id, sha256))}
        />
      </Row>
      <Row label={texts.notes}>
        <OutlinedInput
          fullWidth
          multiline
          value={answer.notes}
          readOnly={frozen}
          placeholder={texts.notesHint}
          inputProps={{ 'aria-label': texts.notes, maxLength: 20_000 }}
          onChange={(event) => save((draft) => setNotes(draft, item.id, event.target.value), { merge: `${item.id} notes` })}
        />
      </Row>
      {assessment.round > 1 && (
        <Row label={texts.previousVersion} last>
          <Typography variant="body2">{texts.previousKept(assessment.round)}</Typography>
        </Row>
      )}
    </Box>
  );
}

type Inherited = AssessmentHandle['assessment']['registration']['inherited'];
const answeredBy = (inherited: Inherited, layer: string): string =>
  (layer === 'authorisation'
    ? inherited.authorisation
    : layer === 'developer'
      ? inherited.developer
      : layer === 'scenario'
        ? inherited.agreement
        : undefined
  )?.answeredBy ?? '';
