// Makes the four kinds of window. Each has its own session, host and preload; none has Node, and all of them are sandboxed.
import path from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, session, type WebPreferences } from 'electron';
import { hardenSession } from './hardening';
import { entryUrl, type Host, servePages } from './pages';

/** Each gives the window at once, while its page still loads: the page's first call must find its window already known. */
export type WindowFactory = {
  readonly desk: () => BrowserWindow;
  readonly signing: (parent: BrowserWindow) => BrowserWindow;
  readonly analysis: () => BrowserWindow;
  readonly report: () => BrowserWindow;
  /** The program ends: from now on none opens, because one that opened after the others were told to close would keep it from ending. */
  readonly close: () => void;
  readonly closed: () => boolean;
};

/** Settles when the page has loaded; rejects when it cannot be. */
export const loaded = (window: BrowserWindow): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!window.webContents.isLoading() && window.webContents.getURL() !== '') return resolve();
    window.webContents.once('did-finish-load', () => resolve());
    window.webContents.once('did-fail-load', (_event, code) => reject(new Error(`page did not load: ${code}`)));
  });

/** In memory for all but the desk, whose drafts must outlive the process. */
const PARTITION: Record<Host, string> = { bundle: 'persist:desk', signing: 'signing', analysis: 'analysis', report: 'report' };
const PRELOAD: Record<Host, string> = { bundle: 'desk', signing: 'signing', analysis: 'analysis', report: 'report' };

export async function createWindowFactory(outFolder: string, packaged: boolean): Promise<WindowFactory> {
  for (const host of ['bundle', 'signing', 'analysis', 'report'] as const) {
    const own = session.fromPartition(PARTITION[host]);
    servePages(own, host, path.join(outFolder, 'renderer'));
    await hardenSession(own, host);
  }

  const preferences = (host: Host): WebPreferences => ({
    preload: path.join(outFolder, 'preload', `${PRELOAD[host]}.cjs`),
    session: session.fromPartition(PARTITION[host]),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    plugins: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    disableDialogs: true,
    safeDialogs: true,
    devTools: !packaged && host !== 'signing',
    // A hidden window must go on working: the analysis and the report are never shown.
    backgroundThrottling: host === 'bundle' || host === 'signing',
  });

  let closed = false;
  function open(host: Host, options: BrowserWindowConstructorOptions): BrowserWindow {
    if (closed) throw new Error('asked for a window while the program ends');
    const window = new BrowserWindow({ ...options, autoHideMenuBar: true, webPreferences: preferences(host) });
    // A failed load is told by `loaded` to whoever waits for the page.
    window.loadURL(entryUrl(host)).catch(() => undefined);
    return window;
  }

  return {
    desk: () =>
      open('bundle', { width: 1440, height: 900, minWidth: 640, minHeight: 480, title: '十七审', backgroundColor: '#E6EBEE', show: true }),
    signing: (parent) =>
      open('signing', {
        width: 760,
        height: 860,
        minWidth: 640,
        minHeight: 600,
        title: '签署',
        parent,
        modal: true,
        alwaysOnTop: true,
        backgroundColor: '#E6EBEE',
      }),
    analysis: () => open('analysis', { show: false }),
    report: () => open('report', { show: false, width: 794, height: 1123 }),
    close: () => {
      closed = true;
    },
    closed: () => closed,
  };
}
