// What the command line may say. A packaged app takes neither a clock nor a practice folder from it, and refuses switches that would open
// the windows to another program (see refusedSwitches).
import path from 'node:path';
import { failure, ok, type Result } from '@shared/basics/result';
import { parseInstant } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';

export type Options = {
  readonly practice: boolean;
  /** Where the bureau's trust file is or will appear; null: the one imported into the profile. */
  readonly trustFile: string | null;
  /** The instant at which the app's clock starts; null: the machine's clock. */
  readonly clock: Instant | null;
  readonly exportsFolder: string | null;
};

const argument = (argv: readonly string[], name: string): string | undefined =>
  argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

export function parseOptions(argv: readonly string[], packaged: boolean): Result<Options, 'CLOCK_REFUSED' | 'CLOCK_INVALID'> {
  const clockText = argument(argv, 'clock');
  // A clock that can be set by an argument could back-date a verdict.
  if (clockText !== undefined && packaged) return failure('CLOCK_REFUSED');
  const clock = clockText === undefined ? null : parseInstant(clockText);
  if (clockText !== undefined && clock === null) return failure('CLOCK_INVALID');
  const file = (name: string) => {
    const value = argument(argv, name);
    return value === undefined ? null : path.resolve(value);
  };
  return ok({ practice: argv.includes('--practice'), trustFile: file('trust-file'), clock, exportsFolder: file('exports') });
}

const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'load-extension',
  'log-net-log',
  'ssl-key-log-file',
  'enable-logging',
] as const;

/** Fuses do not stop these: with a debugging port any program of the same user could drive the signing window. Packaged apps only. */
export const refusedSwitches = (hasSwitch: (name: string) => boolean): readonly string[] => REFUSED.filter(hasSwitch);
