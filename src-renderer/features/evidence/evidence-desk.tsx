// The analysis page at work: which file and table is open, what is asked anew, what a person says to a hit. The analysis runs in its own window; here its
// results are shown, judged, asked for again and handed out.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { MeasureQuestion } from '@shared/analysis/measure-question';
import { mainTable } from '@shared/analysis/roles';
import { acceptFinding, editFinding, overruleFinding } from '@shared/assessment/judging';
import { measureFindingId } from '@shared/assessment/measure-proposals';
import { type Edition, itemLabel } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { HiddenHeading } from '../../components/hidden-heading';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { NotChecked } from '../../components/not-checked';
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
import { ColumnMap } from './column-map';
import { ContentTable } from './content-table';
import { FileList } from './file-list';
import { LookHead, LookState, PartlyNote } from './file-look';
import { Hits } from './hits';
import type { JudgeActs } from './judge';
import { fileLines, hitRows } from './looks';
import { Measures } from './measures';
import { MembershipView } from './membership-view';
import { Parameters } from './parameters';
import { QuestionForm } from './question-form';
import { rolesOf } from './question-model';
import { useAsking } from './use-asking';

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

  const lines = fileLines(registration.files, machine.analyses);
  const [chosen, setChosen] = useState<string | null>(null);
  const [table, setTable] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [form, setForm] = useState(false);
  // Whoever comes from the item about members comes for the curve.
  const [curve, setCurve] = useState(
    () => item !== null && (edition?.items.find(({ id }) => id === item)?.looks.includes('membership') ?? false),
  );

  const withCurve = lines.find(({ looks }) => looks.some(({ membership }) => membership !== undefined)) ?? null;
  const line = lines.find(({ file }) => file.sha256 === chosen) ?? (curve ? withCurve : null) ?? lines[0] ?? null;
  const look = line?.looks.find(({ name }) => name === table) ?? (line && mainTable(line.looks)) ?? line?.looks[0] ?? null;
  const rows = look ? hitRows(look, findings) : [];
  const row = rows.find(({ id }) => id === selected) ?? rows[0] ?? null;
  const top = useRef<HTMLDivElement>(null);
  const shown = `${line?.file.sha256} ${look?.name}`;
  // Another table begins at its head.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what counts
  useEffect(() => top.current?.scrollIntoView({ block: 'start' }), [shown]);
  const opened = (curve && look ? findings.find(({ id }) => id === measureFindingId(look, 'membership')) : row?.finding) ?? null;
  const running = machine.analyses.some(isRunning);
  const measuredMembers = look?.membership ?? null;
  /** A text has one column of lines: nothing to draw side by side, and no records to measure. */
  const isTable = look !== null && look.rows !== null && (look.columns?.length ?? 0) > 0;

  const openItem = (next: string) => void navigate(`/assess/${assessment.id}/${next}`);
  const back = () => void navigate(item === null ? `/assess/${assessment.id}` : `/assess/${assessment.id}/${item}`);
  const open = (sha256: string) => {
    setChosen(sha256);
    setTable(null);
    setSelected(null);
    setForm(false);
    setCurve(false);
  };
  const acts: JudgeActs = {
    accept: (id) => save((draft) => acceptFinding(draft, id)),
    overrule: (id) => save((draft) => overruleFinding(draft, id)),
    reason: (id, reason) => save((draft) => editFinding(draft, id, (each) => ({ ...each, reason })), { merge: `${id} reason` }),
    openItem,
    frozen,
  };
  const judge = (act: (id: string) => void) => {
    const id = curve && look ? measureFindingId(look, 'membership') : row?.finding?.id;
    if (!frozen && id !== undefined && findings.some((each) => each.id === id)) act(id);
  };
  const ask = (question: MeasureQuestion) => {
    if (!line) return;
    setForm(false);
    void asking.again([{ sha256: line.file.sha256, question }]);
  };
  const exported = async (name: 'exportAnalysis' | 'exportRows') => {
    if (!line) return;
    const { sha256 } = line.file;
    const outcome =
      name === 'exportAnalysis'
        ? await bridge.exportAnalysis({ dossier: assessment.id, sha256 })
        : await bridge.exportRows({ dossier: assessment.id, sha256, part: look?.part ?? null });
    notify({ text: outcome.ok ? texts.exported(outcome.value.fileName) : texts.notExported(outcome.code) });
  };
  const step = (by: 1 | -1) => {
    const next = rows[rows.findIndex(({ id }) => id === row?.id) + by];
    if (next) setSelected(next.id);
  };
  const stepFile = (by: 1 | -1) => {
    const next = lines[lines.findIndex(({ file }) => file.sha256 === line?.file.sha256) + by];
    if (next) open(next.file.sha256);
  };
  useKeys([
    { keys: 'Esc', label: curve ? words.backToAnalysis : texts.backToAssess, run: curve ? () => setCurve(false) : back },
    { keys: '↓', label: common.nextRow, run: () => step(1) },
    { keys: '↑', label: common.previousRow, run: () => step(-1) },
    { keys: 'Alt+↓', label: texts.nextFile, run: () => stepFile(1) },
    { keys: 'Alt+↑', label: texts.previousFile, run: () => stepFile(-1) },
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
        <PageHeader title={words.membership} crumbs={[...crumbs, { label: texts.title, onOpen: () => setCurve(false) }]} />
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
          onBack={() => setCurve(false)}
        />
      </>
    );

  return (
    <>
      <PageHeader title={texts.title} crumbs={crumbs} />
      <Sheet
        left={
          <SidePanel at="left" width={228} label={texts.files}>
            <FileList lines={lines} current={line?.file.sha256 ?? null} onOpen={open} />
            {line?.view && (
              <Parameters
                view={line.view}
                edition={editionName}
                open={form}
                onChange={frozen || !isTable ? null : () => setForm((before) => !before)}
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
              onTable={setTable}
              running={running}
              frozen={frozen}
              back={item === null ? texts.backToAssess : texts.backToItem(itemLabel(item))}
              acts={{
                exportResult: line.view.result === null ? null : () => void exported('exportAnalysis'),
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
            {look && (
              <>
                <Box sx={{ px: 5, pb: 4 }}>
                  <PartlyNote look={look} />
                  {form && !frozen && (
                    <QuestionForm
                      key={`${line.file.sha256} ${look.name}`}
                      table={look}
                      question={line.view.question}
                      sharingMode={agreement.sharingMode}
                      beside={registration.files.filter(({ role }) => role === 'comparison')}
                      onTakeIn={() => void asking.takeIn()}
                      onAsk={ask}
                    />
                  )}
                  {(look.columns?.length ?? 0) > 0 ? (
                    <>
                      {isTable && (
                        <ColumnMap
                          look={look}
                          roles={line.file.role === 'delivered' ? rolesOf(look, line.view.question) : []}
                          selected={row?.column ?? null}
                        />
                      )}
                      {measuredMembers && (
                        <Button variant="contained" color="primary" onClick={() => setCurve(true)} sx={{ mt: 3 }}>
                          {words.openMembership}
                        </Button>
                      )}
                      {line.file.role === 'delivered' && (
                        <Hits rows={rows} earlier={earlier} selected={row?.id ?? null} onSelect={setSelected} acts={acts} />
                      )}
                    </>
                  ) : (
                    <Typography variant="body2" sx={{ color: 'ink3', mt: 3 }}>
                      {texts.noColumns}
                    </Typography>
                  )}
                  <ContentTable look={look} findings={findings} acts={acts} />
                </Box>
                {line.file.role === 'delivered' && isTable ? (
                  <Measures
                    look={look}
                    edition={edition}
                    findings={findings}
                    notChecked={line.view.notChecked}
                    acts={acts}
                    hasMode={agreement.sharingMode !== null}
                    onExportRows={() => void exported('exportRows')}
                  />
                ) : (
                  <Box sx={{ px: 5, py: 4, borderTop: '1px solid', borderColor: 'strong' }}>
                    <NotChecked items={line.view.notChecked} />
                  </Box>
                )}
              </>
            )}
          </>
        )}
      </Sheet>
    </>
  );
}
