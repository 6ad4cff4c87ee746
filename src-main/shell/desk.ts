// The desk's one window: opened, focused, sent events, and thrown away whole at lock, so that nothing it had decrypted stays in memory.
import type { BrowserWindow, WebContents } from 'electron';
import { entryUrl } from './pages';
import type { WindowFactory } from './windows';

export function createDesk(windows: WindowFactory) {
  let window: BrowserWindow | null = null;
  const live = (): BrowserWindow | null => (window && !window.isDestroyed() ? window : null);

  return {
    open(): void {
      window = windows.desk();
    },
    window: live,
    contents: (): WebContents | null => live()?.webContents ?? null,
    send: (channel: string, payload: unknown): void => live()?.webContents.send(channel, payload),
    focus(): void {
      const target = live();
      if (target?.isMinimized()) target.restore();
      target?.focus();
    },
    /** Ends the page's process and loads a fresh one: the only way to be sure that keys and drafts are gone from its memory. */
    renew(): void {
      const target = live();
      if (!target) return;
      target.webContents.forcefullyCrashRenderer();
      target.loadURL(entryUrl('bundle')).catch(() => undefined);
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;
