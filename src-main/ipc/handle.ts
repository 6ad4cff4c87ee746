// The one way a call reaches a service: sender, size, schema, service, error code, exact bytes. No handler can forget a step, because
// handlers never see ipcMain. The rule on senders stands in sender.ts.

import { exactBytes } from '@main/files/exact-bytes';
import type { Logger } from '@main/logging/logger';
import { failure, type Result } from '@shared/basics/result';
import type { AnyCall, AnyCalls, HandlersOf } from '@shared/contract/call';
import { ipcMain } from 'electron';
import { type Senders, senderHolds } from './sender';
import { sizeOf } from './size';

/** A draft with a thousand files and long reasons stays below this; a flood does not. */
const INPUT_LIMIT_BYTES = 4 * 1024 * 1024;

export function handleGroup<Calls extends AnyCalls>(
  group: string,
  calls: Calls,
  handlers: HandlersOf<Calls>,
  senders: Senders,
  logger: Logger,
): void {
  for (const name of Object.keys(calls))
    handle(`${group}:${name}`, calls[name] as AnyCall, handlers[name as keyof Calls] as Handler, senders, logger);
}

type Handler = (input: unknown, paths: readonly string[]) => Promise<Result<unknown, string>> | Result<unknown, string>;

function handle(channel: string, spec: AnyCall, handler: Handler, senders: Senders, logger: Logger): void {
  ipcMain.handle(channel, async (event, input: unknown, paths: unknown) => {
    if (!senderHolds(event, senders)) {
      logger.info('ipc.refused', { channel });
      return failure('SENDER_REFUSED');
    }
    if (sizeOf(input, INPUT_LIMIT_BYTES) > INPUT_LIMIT_BYTES) return failure('INPUT_TOO_LARGE');
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return failure('INPUT_INVALID', issue ? `${issue.path.join('.')} ${issue.code}` : undefined);
    }
    try {
      return exactBytes(await handler(parsed.data, spec.files ? pathsOf(paths) : []));
    } catch (error) {
      logger.error('ipc.failed', error, { channel });
      return failure('INTERNAL');
    }
  });
}

/** A dropped thing that is no file on a disk has the empty path: it stays in the list, so that it is refused rather than passed over. */
const pathsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((path) => typeof path === 'string') : []);
