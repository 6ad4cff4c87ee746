// The desk's one window: opened, focused, sent events, and thrown away whole at lock, so that nothing it had decrypted stays in memory.
import type { BrowserWindow, WebContents } from 'electron';
import type { WindowFactory } from './windows';

/** A page that dies more often than this within a minute is left dead: it would only die again. */
const MOST_DEATHS = 3;

/** @param died the page's process ended by itself (out of memory, a crash): whoever locks and renews. */
export function createDesk(windows: WindowFactory, died: () => void) {
  let window: BrowserWindow | null = null;
  let deaths: number[] = [];
  const live = (): BrowserWindow | null => (window && !window.isDestroyed() ? window : null);

  function opened(): BrowserWindow {
    const fresh = windows.desk();
    fresh.webContents.on('render-process-gone', () => {
      // Ended by us, at lock: another window has taken its place already.
      if (fresh !== window) return;
      const now = performance.now();
      deaths = [...deaths.filter((at) => now - at < 60_000), now];
      if (deaths.length <= MOST_DEATHS) died();
    });
    return fresh;
  }

  return {
    open(): void {
      window = opened();
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
      // A page that dies while the program ends has no successor.
      if (!old || windows.closed()) return;
      window = null;
      // First, so that the fresh page cannot be given the same process.
      old.webContents.forcefullyCrashRenderer();
      window = opened();
      window.setBounds(old.getNormalBounds());
      if (old.isMaximized()) window.maximize();
      old.destroy();
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;
