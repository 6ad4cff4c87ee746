// Wrong passphrases are counted on disk, so that a restart does not give new tries: from the fifth on each one costs a wait that doubles,
// from the tenth on an hour (GM/T 0027 allows ten tries; a file key cannot be destroyed like a token's, so it is slowed down).
import path from 'node:path';
import { readIfPresent, writeDurably } from '@main/files/durable';
import { type Clock, timestamp } from '@shared/basics/time';
import { type Instant, type Milliseconds, minutes, seconds } from '@shared/basics/units';
import { z } from 'zod';

const stateSchema = z.strictObject({ failures: z.number().int().min(0), until: z.number() });
const FREE_TRIES = 4;
const LAST_TRY = 10;

const delayAfter = (failures: number): Milliseconds =>
  failures <= FREE_TRIES ? seconds(0) : failures >= LAST_TRY ? minutes(60) : seconds(30 * 2 ** (failures - FREE_TRIES - 1));

export function openAttempts(folder: string, clock: Clock) {
  const file = path.join(folder, 'unlock-failures.json');
  const read = () => {
    const bytes = readIfPresent(file);
    const parsed = stateSchema.safeParse(bytes ? safeJson(bytes) : { failures: 0, until: 0 });
    // An unreadable count is treated as used up: damaging the file must not buy tries.
    return parsed.success ? parsed.data : { failures: LAST_TRY, until: clock() + minutes(60) };
  };
  return {
    /** How long to wait still; 0 when a try is allowed now. */
    wait: (): Milliseconds => Math.max(0, read().until - clock()) as Milliseconds,
    failed: (): void => {
      const failures = read().failures + 1;
      writeDurably(file, JSON.stringify({ failures, until: clock() + delayAfter(failures) }));
    },
    succeeded: (): void => {
      if (read().failures > 0) writeDurably(file, JSON.stringify({ failures: 0, until: 0 }));
    },
    view: () => {
      const { failures, until } = read();
      return { remaining: Math.max(0, LAST_TRY - failures), until: until > clock() ? timestamp(until as Instant) : null };
    },
  };
}
export type Attempts = ReturnType<typeof openAttempts>;

function safeJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
