// Who may call: the main frame of the group's own window, showing the group's own origin. A frame that is gone or detached (null since Electron 33)
// is refused; origins are compared whole, never by prefix (app://x.evil). Read synchronously, before anything is awaited.

type Frame = { readonly url: string; readonly detached: boolean };
type Contents = { readonly id: number; readonly mainFrame: Frame; readonly isDestroyed: () => boolean };

export type Senders = {
  /** The live contents of this group's window, if it is open. */
  readonly contents: () => Contents | null;
  /** Exact scheme and host that the window's main frame must show: app://signing. */
  readonly origin: string;
};

export function senderHolds(event: { readonly sender: { readonly id: number }; readonly senderFrame: unknown }, senders: Senders): boolean {
  const contents = senders.contents();
  if (!contents || contents.isDestroyed() || event.sender.id !== contents.id) return false;
  const frame = contents.mainFrame;
  if (event.senderFrame === null || event.senderFrame !== frame || frame.detached) return false;
  try {
    const url = new URL(frame.url);
    return `${url.protocol}//${url.host}` === senders.origin;
  } catch {
    return false;
  }
}
