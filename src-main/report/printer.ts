// Lays a report out in its hidden window and prints it: the page gets the signed payload, says when it is ready, and main makes the PDF. One
// at a time; a page that never answers is a failure, not a wait.

import type { Logger } from '@main/logging/logger';
import { failure, ok, type Result } from '@shared/basics/result';
import { type Instant, type Milliseconds, seconds } from '@shared/basics/units';
import type { ReportView } from '@shared/contract/views';
import type { BrowserWindow } from 'electron';
import { finishPdf } from './print';

const LIMIT: Milliseconds = seconds(60);

export type PrintedReport = { readonly pdf: Uint8Array; readonly pages: number };

export function createPrinter(openWindow: () => BrowserWindow, logger: Logger) {
  let current: { view: ReportView; ready: (pages: number) => void } | null = null;
  let window: BrowserWindow | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  async function printOne(view: ReportView, title: string, at: Instant): Promise<Result<PrintedReport, 'REPORT_FAILED'>> {
    let timer: NodeJS.Timeout | undefined;
    try {
      const pages = await new Promise<number>((resolve, reject) => {
        current = { view, ready: resolve };
        timer = setTimeout(() => reject(new Error('report page did not answer')), LIMIT);
        window = openWindow();
        window.webContents.once('render-process-gone', () => reject(new Error('report page died')));
      });
      const target = window as BrowserWindow | null;
      if (!target) return failure('REPORT_FAILED');
      const raw = await target.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
      return ok({ pdf: await finishPdf(new Uint8Array(raw), { title, at }), pages });
    } catch (error) {
      logger.error('report.failed', error);
      return failure('REPORT_FAILED');
    } finally {
      clearTimeout(timer);
      current = null;
      (window as BrowserWindow | null)?.destroy();
      window = null;
    }
  }

  return {
    window: (): BrowserWindow | null => window,
    getReport: (): Result<ReportView, 'REPORT_GONE'> => (current ? ok(current.view) : failure('REPORT_GONE')),
    ready(pages: number): Result<null, never> {
      current?.ready(pages);
      return ok(null);
    },
    print(view: ReportView, title: string, at: Instant): Promise<Result<PrintedReport, 'REPORT_FAILED'>> {
      const next = queue.then(() => printOne(view, title, at));
      queue = next;
      return next;
    },
  };
}
export type Printer = ReturnType<typeof createPrinter>;
