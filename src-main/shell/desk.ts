// The desk's one window: opened, focused, sent events, and thrown away whole at lock, so that nothing it had decrypted stays in memory.
import type { BrowserWindow, WebContents } from 'electron';
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
    /**
     * Ends the page's process and puts a fresh window in its place: the only way to be sure that keys and drafts are gone from its memory. The
     * window cannot be kept: after such an end Electron calls the frame of whatever is loaded into it detached, and calls from it are refused.
     */
    renew(): void {
      const old = live();
      if (!old) return;
      // First, so that the fresh page cannot be given the same process.
      old.webContents.forcefullyCrashRenderer();
      window = windows.desk();
      window.setBounds(old.getNormalBounds());
      if (old.isMaximized()) window.maximize();
      old.destroy();
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;
