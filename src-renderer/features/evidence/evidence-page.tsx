// What the machine saw in the delivered files: file list, column map, hits with why and what became of them, and what was not checked. The analysis
// runs in its own window; this page only shows its results, and can start or cancel it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { itemLabel } from '@shared/checklist/edition';
import { evidenceTexts } from '@shared/texts/evidence';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { HiddenHeading } from '../../components/hidden-heading';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { NotChecked } from '../../components/not-checked';
import { useNotice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Sheet, SidePanel } from '../../components/sheet';
import { EmptyState, SkeletonRows } from '../../components/states';
import { PaperProblem } from '../../session/paper-problem';
import { useSession } from '../../session/session-context';
import { isRunning, useAnalyses } from '../../session/use-analyses';
import { type AssessmentHandle, useAssessment } from '../../session/use-assessment';
import { FileList } from './file-list';
import { FileLook } from './file-look';
import { fileLines } from './looks';

export function EvidencePage() {
  const { id = '' } = useParams();
  const texts = useTexts(evidenceTexts);
  const load = useAssessment(id);
  if (load.state === 'ready') return <Analysis key={id} paper={load} />;
  return (
    <>
      <PageHeader title={texts.title} />
      <PaperProblem load={load} />
    </>
  );
}

function Analysis({ paper }: { paper: AssessmentHandle }) {
  const texts = useTexts(evidenceTexts);
  const { bridge } = useSession();
  const notify = useNotice();
  const navigate = useNavigate();
  const from: unknown = useLocation().state;
  const { assessment } = paper;
  const { state, analyses } = useAnalyses(assessment.id);
  const lines = fileLines(assessment.registration.files, analyses);
  const [chosen, setChosen] = useState<string | null>(null);
  const line = lines.find((each) => each.file.sha256 === chosen) ?? lines[0] ?? null;
  const running = analyses.some(isRunning);
  const item = typeof from === 'object' && from !== null && 'item' in from && typeof from.item === 'string' ? from.item : null;

  const back = () => void navigate(item === null ? `/assess/${assessment.id}` : `/assess/${assessment.id}/${item}`);
  const again = () =>
    void bridge
      .analyse({ dossier: assessment.id, agreement: assessment.registration.agreement })
      .then((outcome) => notify({ text: outcome.ok ? texts.started : outcome.code }));
  const cancel = () => void bridge.cancelAnalysis({ dossier: assessment.id });
  const step = (by: 1 | -1) => {
    const at = lines.findIndex((each) => each.file.sha256 === line?.file.sha256);
    const next = lines[at + by];
    if (next) setChosen(next.file.sha256);
  };
  useKeys([
    { keys: 'Esc', label: texts.backToAssess, run: back },
    { keys: '↓', label: texts.files, run: () => step(1) },
    { keys: '↑', label: texts.files, run: () => step(-1) },
  ]);

  const notChecked = [...new Set(analyses.flatMap((each) => each.notChecked))];
  return (
    <>
      <PageHeader
        title={texts.title}
        crumbs={[
          { label: texts.assess, onOpen: back },
          { label: assessment.registration.product.name || assessment.id, onOpen: back },
        ]}
        actions={
          <>
            {running ? <Button onClick={cancel}>{texts.cancel}</Button> : <Button onClick={again}>{texts.runAgain}</Button>}
            <Button onClick={back}>
              {item === null ? texts.backToAssess : texts.backToItem(itemLabel(item))} <Kbd keys="Esc" />
            </Button>
          </>
        }
      />
      <Sheet
        left={
          <SidePanel at="left" width={228} label={texts.files}>
            <FileList lines={lines} current={line?.file.sha256 ?? null} onOpen={setChosen} />
          </SidePanel>
        }
        side={
          <SidePanel width={240} label={texts.notChecked}>
            <Box sx={{ px: 5, py: 4, display: 'flex', flexDirection: 'column', gap: 4 }}>
              <NotChecked items={notChecked} />
              <Box sx={{ typography: 'caption' }}>{texts.notCheckedNote}</Box>
              <Box sx={{ typography: 'caption' }}>{texts.measuresOnly}</Box>
            </Box>
          </SidePanel>
        }
      >
        <HiddenHeading>{texts.title}</HiddenHeading>
        {state === 'loading' ? (
          <Box sx={{ px: 6, py: 4 }}>
            <SkeletonRows />
          </Box>
        ) : line === null ? (
          <EmptyState title={texts.noFiles}>{texts.noFilesText}</EmptyState>
        ) : line.view === null ? (
          <EmptyState title={texts.none} actions={<Button onClick={again}>{texts.runAgain}</Button>}>
            {texts.noneText}
          </EmptyState>
        ) : (
          <FileLook line={line} assessment={assessment} onItem={(next) => void navigate(`/assess/${assessment.id}/${next}`)} />
        )}
      </Sheet>
    </>
  );
}
