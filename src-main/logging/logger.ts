// The log: one JSON line per event, in the profile's own folder. It takes codes, counts and ids; free text and errors are reduced to their
// code and class before they are written, because an error's message may quote the evidence or the path it failed on.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Clock, timestamp } from '@shared/basics/time';

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
export type Logger = {
  readonly info: (event: string, facts?: LogFacts) => void;
  readonly error: (event: string, error: unknown, facts?: LogFacts) => void;
};

const ROTATE_AT_BYTES = 4 * 1024 * 1024;

/** Class, code and the first frames of the stack without messages or folders: enough to find the line, nothing that was in the data. */
export function describeError(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?(?:[a-z]+:\/\/)?[^\s()]*[/\\]/g, '('))
    .join(' | ');
  return { error: error.name, code, frames };
}

export function createLogger(folder: string, clock: Clock): Logger {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'shiqi.log');
  const write = (level: string, event: string, facts: LogFacts) => {
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_AT_BYTES) renameSync(file, `${file}.1`);
      appendFileSync(file, `${JSON.stringify({ at: timestamp(clock()), level, event, ...facts })}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not stop the work that the log only describes.
    }
  };
  return {
    info: (event, facts = {}) => write('info', event, facts),
    error: (event, error, facts = {}) => write('error', event, { ...facts, ...describeError(error) }),
  };
}
