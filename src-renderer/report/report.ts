// The report page: asks main what to print, lays it out on fixed A4 pages, and says when it is ready. It shows signed bytes and proven facts only;
// when it cannot, it never says ready, and main gives up with a code.
import '../bridge/no-code-generation';
import '@fontsource-variable/noto-sans-sc/index.css';
import '@fontsource-variable/noto-serif-sc/index.css';
import './report.css';
import { CodedError } from '@shared/basics/coded-error';
import type { ReportView } from '@shared/contract/views';
import { reportBridge } from '../bridge/report';
import type { OfficialDocument } from './content/block';
import { certificateDocument } from './content/certificate';
import { noticeDocument } from './content/notice';
import { verdictDocument } from './content/verdict';
import { layOut } from './layout/pages';

const DOCUMENT: Record<ReportView['kind'], (view: ReportView) => OfficialDocument> = {
  report: verdictDocument,
  notice: noticeDocument,
  certificate: certificateDocument,
};

async function print(): Promise<void> {
  const bridge = reportBridge();
  const reply = await bridge.getReport(undefined);
  if (!reply.ok) throw new CodedError(reply.code);
  const target = document.querySelector('main');
  if (target === null) throw new Error('no place for pages');
  const pages = await layOut(DOCUMENT[reply.value.kind](reply.value), target);
  await bridge.ready({ pages });
}

await print();
