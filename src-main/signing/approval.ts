// The signing window's session: one at a time, bound to one window and one set of exact bytes, dead with the window, after fifteen minutes or
// two without input. It holds payloads, never a key; what happens with an approved passphrase is passed in. See docs/security.md, "The signing
// window": what is shown is parsed from these bytes, and these bytes are what is signed.
import { randomUUID } from 'node:crypto';
import { failure, ok, type Result } from '@shared/basics/result';
import { type Clock, timestamp } from '@shared/basics/time';
import { type Instant, type Milliseconds, minutes } from '@shared/basics/units';
import type { CodeOf } from '@shared/contract/call';
import type { signingCalls } from '@shared/contract/contract';
import type { SigningView } from '@shared/contract/views';
import type { BrowserWindow } from 'electron';

const LIFETIME: Milliseconds = minutes(15);
const IDLE: Milliseconds = minutes(2);

type ApproveCode = CodeOf<(typeof signingCalls)['approve']>;
export type Shown = Omit<SigningView, 'request' | 'expiresAt'>;
export type Approval<T> = { readonly state: 'approved'; readonly value: T } | { readonly state: 'cancelled' };

type Session = {
  readonly request: string;
  readonly view: Shown;
  readonly expiresAt: Instant;
  readonly approve: (passphrase: string) => Promise<Result<null, ApproveCode>>;
  readonly close: () => void;
};

export function createApprovals(openWindow: () => BrowserWindow, clock: Clock) {
  let session: Session | null = null;
  let window: BrowserWindow | null = null;

  return {
    window: (): BrowserWindow | null => window,
    inProgress: (): boolean => session !== null,

    /** Shows the bytes and waits. `act` runs with the passphrase; when it succeeds the window closes and its value is the answer. */
    async ask<T>(view: Shown, act: (passphrase: string) => Promise<Result<T, ApproveCode>>): Promise<Approval<T>> {
      return new Promise((resolve) => {
        let settled = false;
        let lifetime: NodeJS.Timeout | undefined;
        let idle: NodeJS.Timeout | undefined;
        const settle = (answer: Approval<T>) => {
          if (settled) return;
          settled = true;
          clearTimeout(lifetime);
          clearTimeout(idle);
          session = null;
          if (window && !window.isDestroyed()) window.destroy();
          window = null;
          resolve(answer);
        };
        const cancel = () => settle({ state: 'cancelled' });
        const restartIdle = () => {
          clearTimeout(idle);
          idle = setTimeout(cancel, IDLE);
        };
        let busy = false;
        session = {
          request: randomUUID(),
          view,
          expiresAt: (clock() + LIFETIME) as Instant,
          close: cancel,
          async approve(passphrase) {
            // A second click while the first is being worked on must not sign twice.
            if (busy || settled) return failure('REQUEST_GONE');
            busy = true;
            try {
              const done = await act(passphrase);
              if (!done.ok) return done;
              // The reply must leave before its window goes.
              setImmediate(() => settle({ state: 'approved', value: done.value }));
              return ok(null);
            } finally {
              busy = false;
            }
          },
        };
        lifetime = setTimeout(cancel, LIFETIME);
        restartIdle();
        window = openWindow();
        window.on('closed', cancel);
        window.webContents.on('before-input-event', restartIdle);
        window.webContents.on('render-process-gone', cancel);
      });
    },

    getView(): Result<SigningView, 'REQUEST_GONE'> {
      if (!session) return failure('REQUEST_GONE');
      return ok({ ...session.view, request: session.request, expiresAt: timestamp(session.expiresAt) });
    },
    async approve(request: string, passphrase: string): Promise<Result<null, ApproveCode>> {
      return session?.request === request ? session.approve(passphrase) : failure('REQUEST_GONE');
    },
    cancel(request: string): Result<null, never> {
      if (session?.request === request) session.close();
      return ok(null);
    },
    /** At lock and quit. */
    close: (): void => session?.close(),
  };
}
export type Approvals = ReturnType<typeof createApprovals>;
