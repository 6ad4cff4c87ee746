// The answer to one item with what follows from it: what is still missing, what contradicts it, the reason, what it closes, and each finding that stands.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { itemGaps } from '@shared/assessment/completeness';
import { editFinding } from '@shared/assessment/judging';
import { gapText } from '@shared/assessment/wording';
import type { Edition, EditionItem } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { useLanguage, useTexts } from '../../components/language';
import { WhyPopover } from '../../components/why-popover';
import type { AssessmentHandle } from '../../session/use-assessment';
import { AnswerRow } from './answer-row';
import { addFinding, addPhrase, removeFinding, setLikelihood, setReason, setSeverity } from './edits';
import { FindingBlock } from './finding-block';
import { ReasonRow } from './reason-row';
import { Row } from './row';
import { type ItemActs, NEEDS_REASON } from './use-item-acts';

type Props = {
  readonly paper: AssessmentHandle;
  readonly edition: Edition;
  readonly item: EditionItem;
  readonly frozen: boolean;
  readonly acts: ItemActs;
};

const REASON_GAPS: readonly string[] = ['REASON_MISSING', 'HAND_LOOK_REASON_MISSING'];

/** The same thing to do several times is said once. */
const counted = (todos: readonly string[], times: (todo: string, n: number) => string): string[] =>
  [...new Set(todos)].map((todo) => times(todo, todos.filter((each) => each === todo).length));

export function AnswerPart({ paper, edition, item, frozen, acts }: Props) {
  const texts = useTexts(assessTexts);
  const common = useTexts(commonTexts);
  const language = useLanguage();
  const { assessment, save } = paper;
  const { answer, standing, inherited } = acts;
  const gaps = answer.answer === null ? [] : itemGaps(assessment, item, undefined);
  const contradicts = standing.length > 0 && (answer.answer === 'compliant' || answer.answer === 'not-applicable');
  return (
    <>
      <Row label={inherited ? texts.changeAnswer : texts.answer}>
        <AnswerRow answer={answer.answer} inherited={inherited} readOnly={frozen} onAnswer={acts.onAnswer} />
        {gaps.length > 0 && !contradicts && (
          <Typography role="status" variant="caption" component="p" sx={{ m: 0, mt: 2, color: 'ink2' }}>
            {common.labelled(
              texts.stillMissing,
              common.clauses(
                counted(
                  gaps.map((each) => gapText(each, edition, language).todo),
                  texts.times,
                ),
              ),
            )}
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
          required={gaps.some((each) => REASON_GAPS.includes(each.code)) || NEEDS_REASON.includes(answer.answer)}
          phrases={acts.phrases}
          field={acts.reasonField}
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
          pending={index === 0 ? acts.pending : null}
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
          <Link component="button" type="button" variant="body2" onClick={() => save((draft) => addFinding(draft, item.id, acts.defaults))}>
            {texts.addFinding}
          </Link>
        </Row>
      )}
    </>
  );
}
