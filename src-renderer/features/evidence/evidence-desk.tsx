// The analysis page at work: which file and table is open, what is asked anew, what a person says to a hit. The analysis runs in its own window; here its
// results are shown, judged, asked for again and handed out.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { MeasureQuestion } from '@shared/analysis/measure-question';
import { findingKey } from '@shared/assessment/earlier';
import { acceptFinding, editFinding, overruleFinding } from '@shared/assessment/judging';
import { measureFindingId } from '@shared/assessment/measure-proposals';
import { itemLabelIn } from '@shared/assessment/wording';
import type { Edition } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { HiddenHeading } from '../../components/hidden-heading';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { useNotice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Sheet, SidePanel } from '../../components/sheet';
import { EmptyState, ReadOnlyLine, SkeletonRows } from '../../components/states';
import { useSession } from '../../session/session-context';
import { isRunning } from '../../session/use-analyses';
import type { AssessmentHandle } from '../../session/use-assessment';
import { useEarlier } from '../../session/use-earlier';
import { useMachine } from '../../session/use-machine';
import { useUndoKeys } from '../../session/use-undo-keys';
import { DataQuarantine } from './data-quarantine';
import { FileList } from './file-list';
import { LookHead, LookState } from './file-look';
import type { JudgeActs } from './judge';
import { fileLines } from './looks';
import { MembershipView } from './membership-view';
import { isTable, OpenTable } from './open-table';
import { Parameters } from './parameters';
import { isLockedData, isQuarantined } from './quarantine-band';
import { QuarantineProposal } from './quarantine-proposal';
import { useAsking } from './use-asking';
import { useOpenLook } from './use-open-look';

type Props = {
  readonly paper: AssessmentHandle;
  readonly edition: Edition | null;
  /** Nothing may be changed: signed, or not yet known whether it is. */
  readonly frozen: boolean;
  readonly signed: boolean;
};

const itemIn = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && 'item' in state && typeof state.item === 'string' ? state.item : null;

export function EvidenceDesk({ paper, edition, frozen, signed }: Props) {
  const texts = useTexts(evidenceTexts);
  const words = useTexts(evidenceMeasureTexts);
  const common = useTexts(commonTexts);
  const assess = useTexts(assessTexts);
  const language = useLanguage();
  const { bridge } = useSession();
  const notify = useNotice();
  const navigate = useNavigate();
  const item = itemIn(useLocation().state);
  const { assessment, save } = paper;
  const { registration, findings } = assessment;
  const machine = useMachine(paper, edition, frozen);
  const earlier = useEarlier(assessment);
  const asking = useAsking(paper);
  useUndoKeys(frozen ? null : paper);

  const lines = fileLines(registration.files, machine.analyses, edition);
  // Whoever comes from the item about members comes for the curve.
  const curveFirst = () => item !== null && (edition?.items.find(({ id }) => id === item)?.looks.includes('membership') ?? false);
  const at = useOpenLook(lines, findings, curveFirst);
  const { line, look, rows, row, form, curve } = at.opened;
  const top = useRef<HTMLDivElement>(null);
  const shown = `${line?.file.sha256} ${look?.name}`;
  // Another table begins at its head.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what counts
  useEffect(() => top.current?.scrollIntoView({ block: 'start' }), [shown]);
  const opened = (curve && look ? findings.find(({ id }) => id === measureFindingId(look, 'membership')) : row?.finding) ?? null;
  const running = machine.analyses.some(isRunning);
  const measuredMembers = look?.membership ?? null;

  const openItem = (next: string) => void navigate(`/assess/${assessment.id}/${next}`);
  const back = () => void navigate(item === null ? `/assess/${assessment.id}` : `/assess/${assessment.id}/${item}`);
  const acts: JudgeActs = {
    accept: (id) => save((draft) => acceptFinding(draft, id)),
    overrule: (id) => save((draft) => overruleFinding(draft, id)),
    reason: (id, reason) => save((draft) => editFinding(draft, id, (each) => ({ ...each, reason })), { merge: `${id} reason` }),
    openItem,
    before: (id) => earlier.get(findingKey(id, machine.files) ?? ''),
    frozen,
  };
  const judge = (act: (id: string) => void) => {
    const id = curve && look ? measureFindingId(look, 'membership') : row?.finding?.id;
    if (!frozen && id !== undefined && findings.some((each) => each.id === id)) act(id);
  };
  const ask = (question: MeasureQuestion) => {
    if (!line) return;
    at.setForm(false);
    // The form folds; how far the look is, and what stops it, stand at the head.
    top.current?.scrollIntoView({ block: 'start' });
    void asking.again([{ sha256: line.file.sha256, question }]);
  };
  const exported = async (name: 'exportAnalysis' | 'exportRows', column: string | null = null) => {
    if (!line) return;
    const { sha256 } = line.file;
    const outcome =
      name === 'exportAnalysis'
        ? await bridge.exportAnalysis({ dossier: assessment.id, sha256 })
        : await bridge.exportRows({ dossier: assessment.id, sha256, part: look?.part ?? null, column });
    notify({ text: outcome.ok ? texts.exported(outcome.value.fileName) : texts.notExported(outcome.code) });
  };
  useKeys([
    { keys: 'Esc', label: curve ? words.backToAnalysis : texts.backToAssess, run: curve ? () => at.setCurve(false) : back },
    { keys: '↓', label: common.nextRow, run: () => at.step(1) },
    { keys: '↑', label: common.previousRow, run: () => at.step(-1) },
    { keys: 'Alt+↓', label: texts.nextFile, run: () => at.stepFile(1) },
    { keys: 'Alt+↑', label: texts.previousFile, run: () => at.stepFile(-1) },
    { keys: 'Y', label: words.accept, run: () => judge(acts.accept) },
    { keys: 'X', label: words.overrule, run: () => judge(acts.overrule) },
    { keys: 'Enter', label: texts.openItem, run: () => opened && openItem(opened.item) },
    { keys: 'Ctrl+E', label: texts.exportResult, run: () => void exported('exportAnalysis'), command: true },
  ]);

  const { product, agreement } = registration;
  const crumbs = [
    { label: texts.assess, onOpen: back },
    {
      label: [product.name || assessment.id, product.version === '' ? '' : assess.version(product.version)]
        .filter((word) => word !== '')
        .join(' '),
      onOpen: back,
    },
  ];
  const editionName = edition ? `${edition.name[language]} ${edition.version}` : assessment.edition.id;

  if (curve && line?.view && look && measuredMembers)
    return (
      <>
        <PageHeader title={words.membership} crumbs={[...crumbs, { label: texts.title, onOpen: () => at.setCurve(false) }]} />
        <HiddenHeading>{words.membership}</HiddenHeading>
        <MembershipView
          membership={measuredMembers}
          file={line.file}
          view={line.view}
          rows={look.rows}
          edition={edition}
          about={[
            product.name,
            product.version === '' ? '' : assess.version(product.version),
            product.form === null ? '' : common.forms[product.form],
            agreement.sharingMode === null ? '' : common.sharingModes[agreement.sharingMode],
          ]
            .filter((word) => word !== '')
            .join(' · ')}
          finding={findings.find(({ id }) => id === measureFindingId(look, 'membership')) ?? null}
          acts={acts}
          onBack={() => at.setCurve(false)}
        />
      </>
    );

  return (
    <>
      <PageHeader title={texts.title} crumbs={crumbs} />
      <Sheet
        left={
          <SidePanel at="left" width={228} label={texts.files}>
            <FileList lines={lines} current={line?.file.sha256 ?? null} onOpen={at.open} />
            {line?.view && (
              <Parameters
                view={line.view}
                part={look?.part ?? null}
                edition={editionName}
                open={form}
                onChange={frozen || !isTable(look) || isQuarantined(line.view) ? null : () => at.setForm((before) => !before)}
              />
            )}
          </SidePanel>
        }
      >
        <HiddenHeading>{texts.title}</HiddenHeading>
        {machine.state === 'loading' ? (
          <Box sx={{ px: 6, py: 4 }}>
            <SkeletonRows />
          </Box>
        ) : line === null ? (
          <EmptyState title={texts.noFiles}>{texts.noFilesText}</EmptyState>
        ) : line.view === null ? (
          <EmptyState
            title={texts.none}
            actions={frozen ? undefined : <Button onClick={() => void asking.again()}>{texts.runAgain}</Button>}
          >
            {texts.noneText}
          </EmptyState>
        ) : (
          <>
            <div ref={top} />
            <LookHead
              look={look}
              name={line.file.name}
              tables={line.looks}
              onTable={at.setTable}
              running={running}
              frozen={frozen}
              quarantined={isQuarantined(line.view)}
              back={item === null ? texts.backToAssess : texts.backToItem(itemLabelIn(item, language))}
              acts={{
                exportResult: line.view.result === null || isQuarantined(line.view) ? null : () => void exported('exportAnalysis'),
                again: () => void asking.again(),
                cancel: asking.cancel,
                back,
              }}
            />
            {signed && (
              <Box sx={{ px: 5, pt: 2 }}>
                <ReadOnlyLine>{words.frozen}</ReadOnlyLine>
              </Box>
            )}
            <LookState view={line.view} name={line.file.name} />
            {isLockedData(line.view) ? (
              <DataQuarantine
                key={`locked ${line.file.sha256}`}
                view={line.view}
                file={line.file}
                registration={registration}
                edition={edition}
                onItem={openItem}
              />
            ) : (
              <QuarantineProposal key={`proposal ${line.file.sha256}`} view={line.view} findings={findings} />
            )}
            {look && !isQuarantined(line.view) && (
              <OpenTable
                key={line.file.sha256}
                look={look}
                view={line.view}
                delivered={line.file.role === 'delivered'}
                registration={registration}
                edition={edition}
                findings={findings}
                earlier={earlier}
                rows={rows}
                row={row}
                form={form && !frozen}
                acts={acts}
                onTable={at.setTable}
                onSelect={at.select}
                onCurve={() => at.setCurve(true)}
                onTakeIn={() => void asking.takeIn()}
                onAsk={ask}
                onExportRows={(column) => void exported('exportRows', column)}
              />
            )}
          </>
        )}
      </Sheet>
    </>
  );
}
