// Papers of every size, laid out and printed by the real window under its real policy: what goes in comes out, on pages, in embedded letters.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, test } from '@playwright/test';
import type { ReportView } from '../../src-shared/contract/views';
import { files, finding, verdictInput, verdictView } from '../renderer/report/fixture';
import { launchApp, newFolder } from './support/app.mjs';
import { inMain } from './support/in-main';

const folder = newFolder('report');
let app: ElectronApplication;
test.beforeAll(async () => {
  app = await launchApp({ folder });
});
test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Main's part for one view: hands it to the page, waits for the page's word, prints. The page is the shipped one. */
async function print(view: ReportView): Promise<{ pdf: Buffer; pages: number; complaints: string[] }> {
  const handed = { ...view, payload: Buffer.from(view.payload).toString('base64') };
  const printed = await inMain(
    app,
    async ({ BrowserWindow, ipcMain, session, app: electron }, given) => {
      ipcMain.removeHandler('report:getReport');
      ipcMain.removeHandler('report:ready');
      ipcMain.handle('report:getReport', () => ({
        ok: true,
        value: { ...given, payload: new Uint8Array(Buffer.from(given.payload, 'base64')) },
      }));
      const ready = new Promise<number>((resolve) =>
        ipcMain.handle('report:ready', (_, { pages }: { pages: number }) => {
          resolve(pages);
          return { ok: true, value: null };
        }),
      );
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          preload: `${electron.getAppPath()}/out/preload/report.cjs`,
          session: session.fromPartition('report'),
          sandbox: true,
          backgroundThrottling: false,
        },
      });
      const complaints: string[] = [];
      // 3 is an error: what the policy refuses is one.
      window.webContents.on('console-message', (_, level, message) => {
        if (level === 3) complaints.push(message);
      });
      await window.loadURL('app://report/report/index.html');
      const pages = await ready;
      const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
      window.destroy();
      return { pdf: pdf.toString('base64'), pages, complaints };
    },
    handed,
  );
  return { ...printed, pdf: Buffer.from(printed.pdf, 'base64') };
}

/** Words of the text's rectangle alone, without white space: a page's edge may part them anywhere. */
const words = (file: string): string =>
  execFileSync('pdftotext', ['-x', '79', '-y', '104', '-W', '444', '-H', '640', file, '-'], { maxBuffer: 1 << 28 })
    .toString('utf8')
    .replace(/\s+/g, '');

test('a thousand files, two hundred findings and long answers lose nothing at the edges of pages', async () => {
  const text = (n: number) => `第${n}处：交付列超出协议字段，逐行核对后记下位置和数目。`.repeat(1 + (n % 9));
  const reason = Array.from({ length: 600 }, (_, i) => `${i}、核对了数据供给交接单和开发利用协议。`).join('');
  const input = verdictInput({
    outcome: 'return',
    answers: verdictInput().answers.map((answer, i) => (i === 1 ? { ...answer, answer: 'non-compliant', reason } : answer)),
    findings: Array.from({ length: 200 }, (_, i) => finding(i + 1, { text: text(i + 1) })),
    rectification: [{ text: '删去超出的列。', finding: 'f-1', due: '2026-12-05' }],
  });
  const view = verdictView(input, {}, files(1_000));
  const { pdf, pages, complaints } = await print(view);
  expect(complaints).toEqual([]);

  const file = path.join(folder, 'report.pdf');
  writeFileSync(file, pdf);
  expect(execFileSync('pdfinfo', [file]).toString()).toMatch(new RegExp(`^Pages:\\s+${pages}$`, 'm'));
  const out = words(file);
  expect(out).toContain(reason);
  for (const { text: found } of input.findings ?? []) expect(out).toContain(found);
  const { subject } = JSON.parse(Buffer.from(view.payload).toString('utf8'));
  expect(subject).toHaveLength(1_000);
  for (const { digest } of subject) expect(out).toContain(digest.sha256);

  // pdffonts: the fifth column from the right says whether a face is embedded.
  const faces = execFileSync('pdffonts', [file]).toString().trim().split('\n').slice(2);
  expect(faces.length).toBeGreaterThan(0);
  for (const face of faces) expect(face.trim().split(/\s+/).at(-5)).toBe('yes');
});

test('page numbers stand at the outer edge: odd pages right, even pages left', async () => {
  const { pdf, pages } = await print(verdictView());
  const file = path.join(folder, 'report.pdf');
  writeFileSync(file, pdf);
  for (let page = 1; page <= pages; page++) {
    const half = (x: number) =>
      execFileSync('pdftotext', ['-f', `${page}`, '-l', `${page}`, '-x', `${x}`, '-y', '745', '-W', '297', '-H', '32', file, '-'])
        .toString()
        .trim();
    const [inner, outer] = page % 2 === 1 ? [half(0), half(298)] : [half(298), half(0)];
    expect(outer.replace(/\s/g, '')).toBe(`—${page}—`);
    expect(inner).toBe('');
  }
});
