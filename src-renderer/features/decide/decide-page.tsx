// Decide: choose an open outcome, write what belongs to it, and go to the signing window. The rules say what is open; the reviewer chooses.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { BasisChoice, Outcome } from '@shared/assessment/model';
import { OUTCOMES } from '@shared/assessment/model';
import { basisOptions } from '@shared/regulation/basis';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { decideTexts } from '@shared/texts/decide';
import { useNavigate, useParams } from 'react-router';
import { CallError } from '../../components/call-error';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { Sheet } from '../../components/sheet';
import { ErrorState, SkeletonRows } from '../../components/states';
import { PaperProblem } from '../../session/paper-problem';
import { SavedLine } from '../../session/saved-line';
import { useSession } from '../../session/session-context';
import { type AssessmentHandle, useAssessment } from '../../session/use-assessment';
import { useUndoKeys } from '../../session/use-undo-keys';
import { BasisChoiceBlock } from './basis-choice';
import { ConditionsBlock } from './conditions-block';
import type { GapRow } from './decision-model';
import { addCondition, addGround, addRectification, changeClause, chooseOutcome, type EditDecision, usualDue } from './edits';
import { GroundsBlock } from './grounds-block';
import { OutcomeRows } from './outcome-rows';
import { RectificationBlock } from './rectification-block';
import { RiskMatrices } from './risk-matrices';
import { DecidePanel, SignFoot, useOneColumn } from './side-panel';
import { Standing } from './standing';
import { StatementBlock } from './statement-block';
import { type DecisionFacts, useDecision } from './use-decision';
import { useSigning } from './use-signing';
import { WhyClosed } from './why-closed';

export function DecidePage() {
  const { id = '' } = useParams();
  const load = useAssessment(id);
  if (load.state !== 'ready') return <PaperProblem load={load} />;
  return <Paper key={id} paper={load} />;
}

function Paper({ paper }: { paper: AssessmentHandle }) {
  const t = useTexts(decideTexts);
  const common = useTexts(commonTexts);
  const assess = useTexts(assessTexts);
  const navigate = useNavigate();
  const facts = useDecision(paper);
  const { assessment } = paper;
  const { product } = assessment.registration;
  const header = (
    <PageHeader
      title={t.title}
      crumbs={[
        { label: t.crumb, onOpen: () => void navigate(`/assess/${assessment.id}`) },
        { label: product.name, onOpen: () => void navigate(`/register/${assessment.id}`) },
      ]}
      chips={[
        product.version === '' ? '' : assess.version(product.version),
        ...(product.form === null ? [] : [common.formsShort[product.form]]),
      ].filter((chip) => chip !== '')}
      actions={<SavedLine paper={paper} />}
    />
  );
  if (facts === 'loading' || facts === 'no-edition') {
    return (
      <>
        {header}
        <Sheet label={t.title}>
          <Box sx={{ p: 6 }}>{facts === 'loading' ? <SkeletonRows /> : <CallError code="EDITION_UNKNOWN" />}</Box>
        </Sheet>
      </>
    );
  }
  return (
    <>
      {header}
      <Decide paper={paper} facts={facts} />
    </>
  );
}

function Decide({ paper, facts }: { paper: AssessmentHandle; facts: DecisionFacts }) {
  const t = useTexts(decideTexts);
  const navigate = useNavigate();
  const { now } = useSession();
  const signing = useSigning(paper);
  const { assessment } = paper;
  const { decision } = assessment;
  const { model, context, edition, signed } = facts;
  // While a pass is at hand the risks come first; a return is about what has to be mended.
  const passes = decision.outcome !== 'return' && decision.outcome !== 'reject';
  const windowOpen = signing.state.kind === 'open';
  const readOnly = windowOpen || signed !== null;

  const edit: EditDecision = (change, merge) =>
    paper.save((draft) => ({ ...draft, decision: change(draft.decision) }), merge === undefined ? {} : { merge });
  const toItem = (item: string) => void navigate(`/assess/${assessment.id}/${item}`);
  const toGap = ({ place, item, field }: GapRow) => {
    if (place === 'registration') return void navigate(`/register/${assessment.id}`);
    if (item !== null) return toItem(item);
    const target = document.getElementById(`decision-${field ?? 'outcome'}`) ?? document.getElementById('decision-outcome');
    target?.scrollIntoView({ block: 'center' });
    (target?.querySelector<HTMLElement>('input:not(:disabled), textarea, select') ?? target)?.focus();
  };
  const choose = (outcome: Outcome | undefined) => {
    if (outcome !== undefined && model.outcomes[outcome].open && !readOnly) edit(chooseOutcome(outcome));
  };
  const chooseBasis = (choice: BasisChoice | undefined) =>
    choice !== undefined && !readOnly && edit((each) => ({ ...each, basis: choice }));
  const addOne = () => {
    if (readOnly) return;
    if (decision.outcome === 'return')
      edit(addRectification({ text: '', finding: model.outcomes.grounds[0]?.tie ?? '', due: usualDue(now()) }));
    else if (decision.outcome === 'reject') edit(addGround);
    else if (decision.outcome === 'pass-with-conditions') edit(addCondition);
  };
  const sign = () => {
    if (model.gaps.length === 0 && facts.blocked.length === 0 && !readOnly) void signing.open();
  };
  const openBases = basisOptions(context.basis, context.inputs).filter(({ open }) => open);
  const common = useTexts(commonTexts);
  useUndoKeys(readOnly ? null : paper);
  useKeys([
    ...OUTCOMES.map((outcome, index) => ({ keys: String(index + 1), label: common.outcomes[outcome], run: () => choose(outcome) })),
    ...(['successor', 'method', 'internal'] as const).map((choice, index) => ({
      keys: `Alt+${index + 1}`,
      label: `${t.choice} ${index + 1}`,
      run: () => chooseBasis(openBases.find((option) => option.choice === choice)?.choice),
    })),
    { keys: 'Alt+N', label: t.add, run: addOne },
    { keys: 'F6', label: t.nextGap, run: () => focusGap(1) },
    { keys: 'Shift+F6', label: t.nextGap, run: () => focusGap(-1) },
    { keys: 'Ctrl+Enter', label: t.openSigning, run: sign, command: true },
  ]);

  return (
    <Sheet
      label={t.title}
      side={
        <DecidePanel
          assessment={assessment}
          facts={facts}
          open={windowOpen}
          readOnly={signed !== null}
          onGap={toGap}
          onItem={toItem}
          onSign={sign}
        />
      }
      footer={useOneColumn() ? <SignFoot facts={facts} open={windowOpen} readOnly={signed !== null} onSign={sign} /> : undefined}
    >
      <Box sx={{ px: 6, py: 4, maxWidth: 1120 }}>
        <Typography variant="h1">{t.title}</Typography>
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {model.intro}
        </Typography>
        <Standing state={signing.state} facts={facts} />
        {context.basis.needsChoice && (
          <BasisChoiceBlock
            assessment={assessment}
            basis={context.basis}
            inputs={context.inputs}
            readOnly={readOnly}
            onChoose={chooseBasis}
            onClause={(of, clause) => paper.save(changeClause(of, clause), { merge: `clause ${of}` })}
          />
        )}
        {!context.basis.needsChoice && decision.basis !== null && !readOnly && (
          <ErrorState
            title={t.basisNotNeeded}
            actions={<Button onClick={() => edit((each) => ({ ...each, basis: null }))}>{t.clearBasis}</Button>}
          >
            {null}
          </ErrorState>
        )}
        <OutcomeRows rows={model.rows} chosen={decision.outcome} readOnly={readOnly} onChoose={choose} />
        <WhyClosed rows={model.closed} onOpen={toItem} />
        {passes && <RiskMatrices points={model.points} edition={edition} />}
        {(decision.outcome === 'pass-with-conditions' || (decision.conditions.length > 0 && decision.outcome === 'pass')) && (
          <ConditionsBlock decision={decision} readOnly={readOnly} edit={edit} />
        )}
        {decision.outcome === 'return' && (
          <RectificationBlock assessment={assessment} edition={edition} grounds={model.outcomes.grounds} readOnly={readOnly} edit={edit} />
        )}
        {decision.outcome === 'reject' && <GroundsBlock decision={decision} readOnly={readOnly} edit={edit} />}
        <StatementBlock decision={decision} readOnly={readOnly} edit={edit} />
        {!passes && <RiskMatrices points={model.points} edition={edition} />}
      </Box>
    </Sheet>
  );
}

/** F6 goes round the list of gaps, wherever the focus is. */
function focusGap(step: 1 | -1): void {
  const gaps = [...document.querySelectorAll<HTMLElement>('[data-gap]')];
  const at = gaps.indexOf(document.activeElement as HTMLElement);
  gaps.at(at === -1 ? (step === 1 ? 0 : -1) : (at + step) % gaps.length)?.focus();
}
