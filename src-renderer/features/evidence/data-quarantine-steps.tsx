// The four steps of locked data: lock, report, notices, deletion. Each says who took it and when, or what is next and who may do it; main refuses whatever
// is asked out of order.
import Button from '@mui/material/Button';
import type { DossierFile, Registration } from '@shared/assessment/model';
import type { CountersignerView, QuarantineSteps, QuarantineView, StepView } from '@shared/contract/views';
import { quarantineTexts } from '@shared/texts/quarantine';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CallError } from '../../components/call-error';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { useNotice } from '../../components/notice';
import { useSession } from '../../session/session-context';
import { draftReport, ProblemReport } from './problem-report';
import { lockedAt, wallTime } from './quarantine-band';
import { QuarantineNotices } from './quarantine-notices';
import { Step, StepList } from './quarantine-parts';

type Props = {
  readonly file: DossierFile;
  readonly registration: Registration;
  readonly quarantine: QuarantineView & { readonly data: NonNullable<QuarantineView['data']> };
  readonly steps: QuarantineSteps | null;
  readonly people: readonly CountersignerView[];
  readonly again: () => void;
};

const whoWhen = (step: StepView | null): string | null => step && `${wallTime(step.at)}　${step.by}`;

export function DataQuarantineSteps({ file, registration, quarantine, steps, people, again }: Props) {
  const texts = useTexts(quarantineTexts);
  const { bridge } = useSession();
  const notify = useNotice();
  const navigate = useNavigate();
  const [writing, setWriting] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const { sha256 } = file;
  const { data } = quarantine;
  const report = steps?.report ?? null;
  const received = report?.receivedAt ?? null;
  const mayWrite = steps !== null && report === null;
  useKeys(mayWrite && !writing ? [{ keys: 'Ctrl+Enter', label: texts.writeReport, run: () => setWriting(true) }] : []);

  const note = async () => {
    const outcome = await bridge.noteNotices({ sha256 });
    setCode(outcome.ok ? null : outcome.code);
    again();
  };
  const remove = async (keyid: string) => {
    const outcome = await bridge.confirmDeletion({ sha256, keyid });
    setCode(outcome.ok ? null : outcome.code);
    if (outcome.ok) notify({ text: outcome.value.state === 'deleted' ? texts.deletedNotice : texts.notDone });
    again();
  };
  const ready = people.filter(({ mayConfirm }) => mayConfirm);
  const names = people.map(({ name }) => name).join('、');
  const deletion = (): string => {
    if (data.erasedAt !== null) return texts.step.deleteDone(steps?.confirmation?.by ?? '');
    if (steps?.confirmation) return texts.step.deleteUnfinished(steps.confirmation.by);
    if (received === null) return texts.step.deleteWaits;
    if (people.length === 0) return texts.step.deleteNobody;
    return ready.length === 0 ? texts.step.deleteNotYet(names) : texts.step.deleteTodo(ready.map(({ name }) => name).join('、'));
  };
  const current = report === null ? 2 : received === null ? 2 : steps?.notices ? 4 : 3;
  const open = data.erasedAt === null && !steps?.confirmation;

  return (
    <StepList title={texts.now} note={texts.dataSteps}>
      <Step number={1} title={texts.step.lock} beside={`${lockedAt(quarantine)}　${data.name}`} done current={false}>
        {texts.step.lockDone}
      </Step>
      <Step
        number={2}
        title={texts.step.report}
        beside={whoWhen(report) ?? texts.step.reportLaw}
        done={received !== null}
        current={open && current === 2}
        action={
          mayWrite &&
          !writing && (
            <Button variant="contained" color="primary" onClick={() => setWriting(true)}>
              {texts.writeReport} <Kbd keys="Ctrl+Enter" onFill />
            </Button>
          )
        }
        below={
          mayWrite &&
          writing && (
            <ProblemReport
              sha256={sha256}
              draft={draftReport(registration.product.name, file.name, data.grounds)}
              onDone={() => {
                setWriting(false);
                again();
              }}
            />
          )
        }
      >
        {report === null
          ? texts.step.reportTodo
          : received === null
            ? texts.step.reportSent
            : texts.step.reportReceived(wallTime(received))}
      </Step>
      <Step
        number={3}
        title={texts.step.notices}
        beside={whoWhen(steps?.notices ?? null) ?? texts.step.noticesLaw}
        done={Boolean(steps?.notices)}
        current={open && current === 3}
        action={
          report !== null && (
            <QuarantineNotices
              registration={registration}
              file={file.name}
              sha256={sha256}
              noted={Boolean(steps?.notices)}
              onNoted={() => void note()}
            />
          )
        }
      >
        {steps?.notices ? texts.step.noticesDone : texts.step.noticesTodo}
      </Step>
      <Step
        number={4}
        title={texts.step.delete}
        beside={whoWhen(steps?.deletion ?? null) ?? texts.step.deleteLaw}
        done={data.erasedAt !== null}
        current={open && current === 4}
        action={
          open && (
            <>
              {report !== null && people.length === 0 && (
                <Button onClick={() => void navigate('/settings/people')}>{texts.toSettings}</Button>
              )}
              {ready.map(({ keyid, name }) => (
                <Button key={keyid} disabled={received === null} onClick={() => void remove(keyid)}>
                  {texts.askDelete(name)}
                </Button>
              ))}
            </>
          )
        }
        below={code !== null && <CallError code={code} />}
      >
        {deletion()}
      </Step>
    </StepList>
  );
}
