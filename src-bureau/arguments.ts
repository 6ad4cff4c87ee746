// The command line of the service, as data. Knows nothing of files or the network; called by main.ts.
import { failure, ok, type Result } from '@shared/basics/result';
import { parseInstant } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';

export type Options = {
  readonly port: number;
  readonly data: string;
  /** PostgreSQL; null: the embedded database in the data folder. */
  readonly database: string | null;
  readonly practice: boolean;
  readonly autoApprove: boolean;
  /** Where a practice clock starts; null: the machine's clock. */
  readonly clock: Instant | null;
  /** Null: the checklists that the project ships. */
  readonly editions: string | null;
  readonly name: string | null;
};

export type UsageCode = 'USAGE_UNKNOWN_OPTION' | 'USAGE_VALUE_MISSING' | 'USAGE_PORT' | 'USAGE_CLOCK' | 'USAGE_PRACTICE_ONLY';

const VALUES = ['--port', '--data', '--database', '--clock', '--editions', '--name'];
const SWITCHES = ['--practice', '--auto-approve'];
const DEFAULT_PORT = 8017;

/** A practice bureau approves by itself unless it is told `--auto-approve=false`: then its staff decide, as in a real one. */
export function parseArguments(words: readonly string[]): Result<Options, UsageCode> {
  const given = new Map<string, string>();
  for (let at = 0; at < words.length; at++) {
    const [option = '', ...rest] = (words[at] as string).split('=');
    if (!VALUES.includes(option) && !SWITCHES.includes(option)) return failure('USAGE_UNKNOWN_OPTION', option);
    if (rest.length > 0) given.set(option, rest.join('='));
    else if (SWITCHES.includes(option)) given.set(option, 'true');
    else {
      at += 1;
      const value = words[at];
      if (value === undefined || value.startsWith('--')) return failure('USAGE_VALUE_MISSING', option);
      given.set(option, value);
    }
  }
  return optionsOf(given);
}

function optionsOf(given: ReadonlyMap<string, string>): Result<Options, UsageCode> {
  const practice = given.get('--practice') === 'true';
  for (const option of ['--clock', '--auto-approve']) {
    // A chosen time or an approval that no one gave would be signed as if it were real.
    if (given.has(option) && !practice) return failure('USAGE_PRACTICE_ONLY', option);
  }
  const portText = given.get('--port') ?? String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(portText) || Number(portText) > 65_535) return failure('USAGE_PORT', portText);
  const clockText = given.get('--clock');
  const clock = clockText === undefined ? null : parseInstant(clockText);
  if (clockText !== undefined && clock === null) return failure('USAGE_CLOCK', clockText);
  return ok({
    port: Number(portText),
    data: given.get('--data') ?? 'bureau-data',
    database: given.get('--database') ?? null,
    practice,
    autoApprove: practice && given.get('--auto-approve') !== 'false',
    clock,
    editions: given.get('--editions') ?? null,
    name: given.get('--name') ?? null,
  });
}
