// Ties the command to the process: arguments, clock, language of the terminal, exit code.
import { writeSync } from 'node:fs';
import type { Instant } from '@shared/basics/units';
import { runVerifier } from './command';

export function runHere(shippedTrust: string | null): void {
  const terminal = process.env.LC_ALL ?? process.env.LANG ?? '';
  process.exitCode = runVerifier({
    argv: process.argv.slice(2),
    now: Date.now() as Instant,
    shippedTrust,
    // Chinese first: English only where the terminal asks for it.
    language: /^en/i.test(terminal) ? 'en' : 'zh',
    out: (text) => write(1, text),
    err: (text) => write(2, text),
  });
}

/** The whole text, also into a pipe whose reader is slow. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
