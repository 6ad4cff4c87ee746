// The three panes of registration. Owns which step is open, jumping from gap to gap, and filing; rules and gaps come from the shared rooms.
import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Gap } from '@shared/assessment/gap';
import { type EarlierDossier, intakeRows, resubmissions } from '@shared/assessment/intake';
import type { AssessmentDraft } from '@shared/assessment/model';
import { registrationGaps } from '@shared/assessment/registration-gaps';
import { applicability } from '@shared/assessment/subject';
import { gapText } from '@shared/assessment/wording';
import { shanghaiDay, timestamp } from '@shared/basics/time';
import type { Edition } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { registerTexts } from '@shared/texts/register';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { FoldingPanel } from '../../components/folding-panel';
import { HiddenHeading } from '../../components/hidden-heading';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { FooterBar, Sheet, SidePanel } from '../../components/sheet';
import { useSession } from '../../session/session-context';
import type { AssessmentHandle } from '../../session/use-assessment';
import { useOtherPapers } from '../../session/use-other-papers';
import { useUndoKeys } from '../../session/use-undo-keys';
import { WIDTHS } from '../../theme/tokens';
import { AgreementSection } from './agreement-section';
import { AuthorisationSection } from './authorisation-section';
import type { FormContext } from './context';
import { DeveloperSection } from './developer-section';
import { editOf } from './edits';
import { FilesSection } from './files-section';
import { FilingFoot, GapsPane } from './gaps-pane';
import { Gate, type GateAnswer } from './gate';
import { earlierAnswers, holderOf, isEmptyPart, ownAgain, type Part, sameAnswer, takeOver } from './inheritance';
import { Intake, intakeCounts } from './intake';
import { jumpToField } from './jump';
import { NoticePane } from './notice-pane';
import { ProductSection } from './product-section';
import { Review } from './review';
import { sectionId } from './section';
import { FORM_STEPS, gatePassed, hindersFiling, inStepOrder, nextGap, type Step, stepOfGap, stepViews } from './steps';
import { StepsNav, StepsSelect } from './steps-nav';
import { useEvidence } from './use-evidence';
import { useFiling } from './use-filing';
import { useStepNotes } from './use-step-notes';

/** Window width under which the form and both panes no longer fit side by side. */
const FOLDS = 1200;

const asEarlier = ({ id, registration, decision }: AssessmentDraft): EarlierDossier => ({
  dossier: id,
  product: registration.product.name,
  version: registration.product.version,
  outcome: decision.outcome,
  files: registration.files.filter((file) => file.role === 'delivered'),
});

export function RegisterDesk({ paper, edition }: { paper: AssessmentHandle; edition: Edition }) {
  const texts = useTexts(registerTexts);
  const common = useTexts(commonTexts);
  const words = useTexts(assessTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { now, status } = useSession();
  const narrow = useMediaQuery(`(max-width:${WIDTHS.oneColumn - 0.05}px)`);
  const tight = useMediaQuery('(max-width:1399.95px)');
  // Then the form needs the room: the pane becomes a strip, and the button that files moves into a footer.
  const folds = useMediaQuery(`(max-width:${FOLDS - 0.05}px)`) && !narrow;
  const { assessment: draft, save } = paper;
  const { registration } = draft;
  const passed = gatePassed(registration);
  const [step, setStep] = useState<Step>(() => (passed ? 'product' : 'secrets'));
  const [tried, setTried] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const [opened, setOpened] = useState<Step | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  useUndoKeys(paper);

  const today = shanghaiDay(now());
  const others = useOtherPapers(draft.id);
  const reviewer = status.reviewer?.name ?? '';
  const operator = status.reviewer?.operator ?? '';
  const all = useMemo(() => inStepOrder(registrationGaps(registration, edition)), [registration, edition]);
  // Papers have their own step and their own list: what stands here is what keeps the dossier from being filed.
  const gaps = useMemo(() => all.filter(hindersFiling), [all]);
  const door = useEvidence(paper, passed);
  const filing = useFiling(paper, others ?? [], edition);
  const filed = draft.registeredAt !== null;
  const textOf = (gap: Gap) => gapText(gap, edition, language);

  const earlier = useMemo(() => {
    const of = (part: Part) => earlierAnswers(draft, others ?? [], part, today, reviewer);
    return { authorisation: of('authorisation'), developer: of('developer'), agreement: of('agreement') };
  }, [draft, others, today, reviewer]);

  const form: FormContext = {
    draft,
    edition,
    registration,
    edit: editOf(paper),
    gaps: all,
    today,
    earlier,
    errorOf: (field) => {
      const found = tried ? gaps.find((gap) => gap.field === field) : undefined;
      return found && textOf(found).todo;
    },
    sameAs: (part) => sameAnswer(draft, others ?? [], earlier[part]),
    isEmpty: (part) => isEmptyPart(registration, part),
    onInherit: (answer) => {
      const from = holderOf(others ?? [], answer);
      if (from) save((current) => takeOver(current, from, answer));
    },
    onRecheck: (part) => save((current) => ownAgain(current, part)),
  };

  const open = (next: Step) => {
    if (!passed && next !== 'secrets') return;
    setStep(next);
    if (FORM_STEPS.includes(next))
      requestAnimationFrame(() => document.getElementById(sectionId(next))?.scrollIntoView({ block: 'start' }));
    else scroll.current?.parentElement?.scrollTo({ top: 0 });
  };
  const jump = (index: number) => {
    const gap = gaps[index];
    if (!gap) return;
    const next = stepOfGap(gap);
    setTried(true);
    setAt(index);
    setOpened(next);
    setStep(next);
    jumpToField(gap.field ?? '');
  };
  const move = (by: 1 | -1) => {
    const index = nextGap(gaps.length, at, by);
    if (index !== null) jump(index);
  };
  const toAssess = () => void navigate(`/assess/${draft.id}`);
  const file = () => {
    setTried(true);
    if (gaps.length > 0) return jump(0);
    if (!door.busy) void filing.file().then((done) => done && toAssess());
  };
  const answerGate = (answer: GateAnswer) => {
    const answeredAt = timestamp(now());
    form.edit((current) => ({
      ...current,
      stateSecrets: { ...current.stateSecrets, answer: answer === 'unclear' ? null : answer, answeredAt },
    }));
  };
  const gateOpen = step === 'secrets';
  const goOn = () => {
    if (passed && registration.stateSecrets.ground.trim() !== '') open('authorisation');
  };

  useKeys([
    { keys: 'F6', label: texts.nextGap, run: () => move(1), command: true },
    { keys: 'Shift+F6', label: texts.previousGap, run: () => move(-1) },
    {
      keys: 'Ctrl+Enter',
      label: filed ? texts.goAssess : gateOpen ? texts.continue : texts.file,
      run: gateOpen ? goOn : filed ? toAssess : file,
      command: true,
    },
    ...(passed ? [{ keys: 'Ctrl+O', label: texts.chooseFiles, run: () => void door.choose('delivered'), command: true }] : []),
  ]);

  const rows = useMemo(() => intakeRows(registration, edition), [registration, edition]);
  const counts = intakeCounts(rows);
  const views = stepViews(draft, all);
  const notes = useStepNotes({ draft, views, missing: counts.missing, underway: door.underway, today });
  const like = useMemo(() => resubmissions(registration.files, (others ?? []).map(asEarlier)), [registration.files, others]);
  const items = useMemo(() => applicability(draft, edition, []).items.length, [draft, edition]);
  const inheritedItems = useMemo(() => filing.inheritedCount(), [filing]);
  const delivered = registration.files.filter((each) => each.role === 'delivered').length;
  const known = registration.product.form !== null && registration.agreement.sharingMode !== null;
  const papers =
    registration.product.form && registration.agreement.sharingMode
      ? texts.papersAsideText(
          common.forms[registration.product.form],
          common.sharingModes[registration.agreement.sharingMode],
          counts.needed,
          counts.missing,
        )
      : '';

  const foot = (
    <FilingFoot
      line={folds}
      blockers={gaps.length}
      busy={door.busy}
      filing={filing.running}
      filed={filed}
      failed={filing.failed}
      onFile={file}
      onAssess={toAssess}
    />
  );
  const pane = (
    <GapsPane
      gaps={gaps}
      textOf={textOf}
      papers={papers}
      after={[known ? texts.afterItems(items, inheritedItems) : texts.afterItemsUnknown, texts.afterAnalysis(delivered), texts.afterLedger]}
      current={at}
      onJump={jump}
      onPapers={() => open('intake')}
      foot={folds ? null : foot}
    />
  );
  const steps = { views, notes, current: step, gated: !passed, onOpen: open };
  const isForm = FORM_STEPS.includes(step);
  return (
    <>
      <PageHeader
        title={texts.title}
        crumbs={[{ label: texts.products, onOpen: () => void navigate('/products') }]}
        chips={[
          [registration.product.name || texts.newProduct, registration.product.version && words.version(registration.product.version)]
            .filter(Boolean)
            .join(' '),
        ]}
      />
      <Sheet
        left={
          narrow ? undefined : (
            <SidePanel at="left" width={208} label={texts.stepsLabel}>
              <StepsNav {...steps} savedAt={paper.savedAt} />
            </SidePanel>
          )
        }
        side={
          !gateOpen && !narrow ? (
            <FoldingPanel
              below={FOLDS}
              width={step === 'intake' ? (tight ? 340 : 412) : tight ? 264 : 288}
              label={step === 'intake' ? texts.notice : texts.gapsTitle(gaps.length)}
            >
              {step === 'intake' ? (
                <NoticePane dossier={draft.id} registration={registration} edition={edition} operator={operator} today={today} />
              ) : (
                pane
              )}
            </FoldingPanel>
          ) : undefined
        }
        footer={folds && !gateOpen ? <FooterBar>{foot}</FooterBar> : undefined}
      >
        <Box ref={scroll}>
          {narrow && (
            <Box sx={{ px: 4, pt: 3 }}>
              <StepsSelect {...steps} />
            </Box>
          )}
          {gateOpen && (
            <Gate
              registration={registration}
              operator={operator}
              day={today}
              error={form.errorOf('stateSecrets.ground')}
              onAnswer={answerGate}
              onGround={(ground) =>
                form.edit((current) => ({ ...current, stateSecrets: { ...current.stateSecrets, ground } }), 'stateSecrets.ground')
              }
              onContinue={goOn}
            />
          )}
          {isForm && passed && (
            <Box sx={{ px: narrow ? 4 : 6, pb: 8 }}>
              <HiddenHeading>{texts.title}</HiddenHeading>
              <AuthorisationSection form={form} open={opened === 'authorisation'} />
              <DeveloperSection form={form} open={opened === 'developer'} />
              <AgreementSection form={form} open={opened === 'agreement'} />
              <ProductSection form={form} open={opened === 'product'} />
              <FilesSection form={form} door={door} open={opened === 'files'} />
            </Box>
          )}
          {step === 'intake' && passed && <Intake form={form} edition={edition} door={door} like={like} compared={others?.length ?? 0} />}
          {step === 'review' && passed && <Review registration={registration} />}
          {narrow && !gateOpen && pane}
        </Box>
      </Sheet>
    </>
  );
}
