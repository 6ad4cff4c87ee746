// One question with everything beside it: law, what to look at, the machine's findings, four answers, reason, risk, evidence. Every act is an edit of
// the paper; this part decides nothing.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { itemGaps } from '@shared/assessment/completeness';
import type { Earlier } from '@shared/assessment/earlier';
import { acceptFinding, editFinding, overruleFinding } from '@shared/assessment/judging';
import { stands } from '@shared/assessment/levels';
import { type Answer, gradeSchema } from '@shared/assessment/model';
import { gapText } from '@shared/assessment/wording';
import { timestamp } from '@shared/basics/time';
import type { CalendarDay } from '@shared/basics/units';
import type { ApplicableItem } from '@shared/checklist/applicability';
import type { Edition } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useTexts } from '../../components/language';
import { useNotice } from '../../components/notice';
import { ReadOnlyLine } from '../../components/states';
import { WhyPopover } from '../../components/why-popover';
import { itemLabelIn } from '../../session/item-label';
import { useDesk, useSession } from '../../session/session-context';
import type { AssessmentHandle } from '../../session/use-assessment';
import type { Machine } from '../../session/use-machine';
import { useSummaries } from '../../session/use-summaries';
import { AnswerRow } from './answer-row';
import {
  addFinding,
  addPhrase,
  answerItem,
  answerOf,
  attachEvidence,
  detachEvidence,
  findingsOf,
  removeFinding,
  setLikelihood,
  setNotes,
  setReason,
  setSeverity,
  takeBackAnswer,
  toggleLooked,
} from './edits';
import { EvidenceRow } from './evidence-row';
import { FindingBlock } from './finding-block';
import type { HitOf } from './hits';
import { InheritedBanner } from './inherited-banner';
import { ItemHead } from './item-head';
import { LawRow } from './law-row';
import { LookRow } from './look-row';
import { MachineRow } from './machine-row';
import { ReasonRow } from './reason-row';
import { recheckHere, recheckOthers } from './recheck';
import { Fold, Row, useOneColumn } from './row';
import { useAssessKeys } from './use-assess-keys';

type Props = {
  readonly paper: AssessmentHandle;
  readonly edition: Edition;
  readonly applicable: ApplicableItem;
  readonly machine: Machine;
  readonly hits: ReadonlyMap<string, HitOf>;
  readonly earlier: Earlier;
  readonly today: CalendarDay;
  readonly frozen: boolean;
  readonly signed: ReadonlySet<string>;
  readonly onMove: (step: 1 | -1) => void;
  readonly onNextOpen: () => void;
  readonly onAnalysis: () => void;
  readonly onPane: () => void;
  readonly onDecide: () => void;
};

const REASON_GAPS: readonly string[] = ['REASON_MISSING', 'HAND_LOOK_REASON_MISSING'];
const NEEDS_REASON: readonly (Answer | null)[] = ['non-compliant', 'not-applicable', 'not-verified'];

export function ItemView({
  paper,
  edition,
  applicable,
  machine,
  hits,
  earlier,
  today,
  frozen,
  signed,
  onMove,
  onNextOpen,
  onAnalysis,
  onPane,
  onDecide,
}: Props) {
  const texts = useTexts(assessTexts);
  const language = useLanguage();
  const notify = useNotice();
  const { now, status } = useSession();
  const { drafts } = useDesk();
  const summaries = useSummaries();
  const [lawOpen, setLawOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const narrow = useOneColumn();
  const [unfolded, setUnfolded] = useState(false);
  const [focused, setFocused] = useState<string | null>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);

  const { item } = applicable;
  const { assessment, save } = paper;
  const defaults = { severity: gradeSchema.safeParse(item.severity).data ?? null };
  const answer = answerOf(assessment, item.id);
  const findings = findingsOf(assessment, item.id);
  const proposed = findings.filter((each) => each.origin === 'machine');
  const standing = findings.filter(stands);
  const current = focused ?? proposed.find((each) => each.disposition === null)?.id ?? proposed[0]?.id ?? null;
  const inherited = answer.answer !== null && answer.inheritedFrom !== null;
  const phrases = item.phrases
    .filter((phrase) => answer.answer === null || phrase.for === answer.answer)
    .map((phrase) => phrase.text[language]);
  const needsReason = NEEDS_REASON.includes(answer.answer);
  const gaps = answer.answer === null ? [] : itemGaps(assessment, item, undefined);
  const sharers =
    summaries.state === 'ready' && inherited
      ? summaries.summaries
          .filter((each) => each.id !== assessment.id && each.answers[item.id] === 'inherited' && !signed.has(each.id))
          .map((each) => each.id)
      : [];

  const onAnswer = (next: Answer) => {
    const before = assessment;
    save((draft) => answerItem(draft, item.id, next, timestamp(now()), defaults));
    if (next !== answer.answer)
      notify({
        text: texts.answerNoted(itemLabelIn(item.id, language), texts.standing[next]),
        undo: () => save((draft) => takeBackAnswer(draft, before, item.id)),
      });
    // 符合 leaves the focus where it is, so that J goes on; the others ask for words first.
    if (NEEDS_REASON.includes(next)) reasonField.current?.focus();
  };
  const judge = (id: string, disposition: 'accepted' | 'overruled') => {
    setFocused(id);
    save((draft) => (disposition === 'accepted' ? acceptFinding(draft, id) : overruleFinding(draft, id)));
  };
  const recheck = () => {
    const origin = answer.inheritedFrom;
    const at = timestamp(now());
    const here = recheckHere(assessment, item.id, at);
    if (here === null || origin === null) return;
    save(() => here);
    void recheckOthers(drafts, sharers, item.id, origin, here, at);
    notify({ text: texts.rechecked, undo: paper.undo });
  };

  const pending = useAssessKeys(
    {
      answer: onAnswer,
      grade: (what, grade) => {
        const target = standing[0];
        if (target) save((draft) => (what === 'severity' ? setSeverity(draft, target.id, grade) : setLikelihood(draft, target.id, grade)));
      },
      move: onMove,
      nextOpen: onNextOpen,
      judge: (disposition) => current !== null && judge(current, disposition),
      reason: () => reasonField.current?.focus(),
      recheck: inherited ? recheck : null,
      law: () => setLawOpen((open) => !open),
      analysis: onAnalysis,
      attach: () => setChoosing(true),
      phrase: (index) => {
        const phrase = phrases[index];
        if (phrase !== undefined) save((draft) => addPhrase(draft, item.id, phrase));
      },
      pane: onPane,
      decide: onDecide,
    },
    frozen,
  );

  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.parentElement?.parentElement?.scrollTo({ top: 0 }), []);

  const emptyMachine = !item.looks.some((look) => machine.held.has(look))
    ? texts.machineNotLooked
    : machine.state === 'running' || machine.state === 'loading'
      ? texts.machineRunning
      : machine.state === 'incomplete'
        ? texts.machineFailed
        : texts.machineNone;
  const contradicts = standing.length > 0 && (answer.answer === 'compliant' || answer.answer === 'not-applicable');

  return (
    <Box ref={top} component="article" aria-labelledby="question">
      <ItemHead applicable={applicable} edition={edition} />
      {frozen && <ReadOnlyLine>{texts.frozen}</ReadOnlyLine>}
      {inherited && (
        <InheritedBanner
          answer={answer}
          answeredBy={answeredBy(assessment.registration.inherited, item.layer) || (status.reviewer?.name ?? '')}
          sharedWith={sharers.length}
          today={today}
          readOnly={frozen}
          onRecheck={recheck}
        />
      )}
      <LawRow item={item} edition={edition} open={lawOpen} onToggle={() => setLawOpen((open) => !open)} />
      <Fold
        open={!narrow || unfolded}
        summary={texts.machineFold(
          proposed.length,
          proposed.filter((each) => each.disposition === 'accepted').length,
          proposed.filter((each) => each.disposition === 'overruled').length,
        )}
        onOpen={() => setUnfolded(true)}
      >
        <Row label={texts.lookAt}>
          <LookRow
            item={item}
            looked={answer.looked}
            readOnly={frozen}
            onToggle={(index) => save((draft) => toggleLooked(draft, item.id, index))}
          />
        </Row>
        <Row label={texts.machine}>
          <MachineRow
            findings={proposed}
            hits={hits}
            earlier={earlier}
            focused={current}
            readOnly={frozen}
            empty={emptyMachine}
            onFocus={setFocused}
            onAccept={(id) => judge(id, 'accepted')}
            onOverrule={(id) => judge(id, 'overruled')}
            onReason={(id, reason) => save((draft) => editFinding(draft, id, (each) => ({ ...each, reason })), { merge: `${id} reason` })}
          />
        </Row>
      </Fold>
      <Row label={inherited ? texts.changeAnswer : texts.answer}>
        <AnswerRow answer={answer.answer} inherited={inherited} readOnly={frozen} onAnswer={onAnswer} />
        {gaps.length > 0 && !contradicts && (
          <Typography role="status" variant="caption" component="p" sx={{ m: 0, mt: 2, color: 'ink2' }}>
            {texts.stillMissing}：{gaps.map((each) => gapText(each, edition, language).todo).join('；')}
          </Typography>
        )}
        {contradicts && (
          <Typography role="alert" variant="body2" sx={{ color: 'sealText', mt: 2 }}>
            {texts.againstAnswer}
          </Typography>
        )}
      </Row>
      <Row label={texts.reason}>
        <ReasonRow
          answer={answer.answer}
          reason={answer.reason}
          required={gaps.some((each) => REASON_GAPS.includes(each.code)) || needsReason}
          phrases={phrases}
          field={reasonField}
          readOnly={frozen}
          onReason={(reason) => save((draft) => setReason(draft, item.id, reason), { merge: `${item.id} reason` })}
          onPhrase={(phrase) => save((draft) => addPhrase(draft, item.id, phrase))}
        />
      </Row>
      {answer.answer === 'not-verified' && (
        <Row label={texts.consequence}>
          <Box sx={{ display: 'inline-flex', gap: '5px', alignItems: 'center', typography: 'body2' }}>
            <BlockOutlined aria-hidden sx={{ fontSize: 15, color: 'sealText' }} />
            {texts.closesPass}
            <WhyPopover about={texts.closesPass}>{texts.whyUnverified}</WhyPopover>
          </Box>
        </Row>
      )}
      {standing.map((finding, index) => (
        <FindingBlock
          key={finding.id}
          finding={finding}
          index={index + 1}
          several={standing.length > 1}
          showText={finding.origin === 'person' && finding.text !== '' && finding.text !== answer.reason}
          item={item}
          edition={edition}
          pending={index === 0 ? pending : null}
          readOnly={frozen}
          acts={{
            edit: (id, change, merge) => save((draft) => editFinding(draft, id, change), merge === undefined ? {} : { merge }),
            severity: (id, grade) => save((draft) => setSeverity(draft, id, grade)),
            likelihood: (id, grade) => save((draft) => setLikelihood(draft, id, grade)),
            remove: (id) => save((draft) => removeFinding(draft, id)),
          }}
        />
      ))}
      {!frozen && (answer.answer === 'non-compliant' || answer.answer === 'not-verified') && (
        <Row>
          <Link component="button" type="button" variant="body2" onClick={() => save((draft) => addFinding(draft, item.id, defaults))}>
            {texts.addFinding}
          </Link>
        </Row>
      )}
      <Row label={texts.evidence}>
        <EvidenceRow
          evidence={answer.evidence}
          files={assessment.registration.files}
          choosing={choosing}
          readOnly={frozen}
          onChoose={setChoosing}
          onAttach={(sha256) => {
            save((draft) => attachEvidence(draft, item.id, sha256));
            setChoosing(false);
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
