// The service as a process: its arguments, what it prints, the trust file it leaves, and how it ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseInstant } from '@shared/basics/time';
import { openBureauNote } from '@shared/bureau/receipt';
import { parseTrustFile } from '@shared/bureau/trust';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parseArguments } from '../../src-bureau/arguments';
import { startClock } from '../../src-bureau/clock';
import { buildProgram } from './support/program';
import { newFolder, unwrap } from './support/running';

/** Processes that start a database take their time where many do. */
const BUSY_MACHINE = 120_000;

describe('the command line', () => {
  const code = (...words: string[]) => {
    const parsed = parseArguments(words);
    return parsed.ok ? parsed.value : parsed.code;
  };

  test('has the defaults of a real bureau', () => {
    expect(code()).toEqual({
      port: 8017,
      data: 'bureau-data',
      database: null,
      practice: false,
      autoApprove: false,
      clock: null,
      editions: null,
      name: null,
    });
  });

  test('takes a chosen time and approval without a person in practice only', () => {
    expect(code('--clock', '2026-11-23T09:00:00+08:00')).toBe('USAGE_PRACTICE_ONLY');
    expect(code('--auto-approve')).toBe('USAGE_PRACTICE_ONLY');
    const at = parseInstant('2026-11-23T09:00:00+08:00');
    expect(code('--practice', '--clock=2026-11-23T09:00:00+08:00')).toMatchObject({ practice: true, clock: at, autoApprove: true });
    expect(code('--practice', '--auto-approve=false')).toMatchObject({ autoApprove: false });
  });

  test('refuses what it does not understand', () => {
    expect(code('--prot', '1')).toBe('USAGE_UNKNOWN_OPTION');
    expect(code('here')).toBe('USAGE_UNKNOWN_OPTION');
    expect(code('--data')).toBe('USAGE_VALUE_MISSING');
    expect(code('--data', '--practice')).toBe('USAGE_VALUE_MISSING');
    for (const port of ['-1', '65536', '1e3', '']) expect(code('--port', port)).toBe('USAGE_PORT');
    for (const time of ['2026-11-23', '2026-11-23T09:00:00', '2026-02-30T09:00:00Z'])
      expect(code('--practice', '--clock', time)).toBe('USAGE_CLOCK');
  });

  test('a chosen clock starts where it is told and runs on', () => {
    const from = parseInstant('2027-01-01T00:00:00Z');
    const clock = startClock(from);
    const first = clock();
    expect(first - (from ?? 0)).toBeLessThan(1000);
    expect(clock()).toBeGreaterThanOrEqual(first);
  });
});

describe('the process', () => {
  let program: Awaited<ReturnType<typeof buildProgram>>;
  beforeAll(async () => {
    program = await buildProgram('src-bureau/main.ts');
  }, BUSY_MACHINE);
  afterAll(() => program.remove());

  function start(...words: string[]): { child: ChildProcess; output: () => Promise<{ first: string; all: string; code: unknown }> } {
    const child = spawn(process.execPath, [program.path, ...words], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let all = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (all += data.toString('utf8')));
    // Not 'close': it does not come after the parent let go of the channel.
    const streams = [child.stdout, child.stderr].map((stream) => stream && once(stream, 'end'));
    const ended = Promise.all([once(child, 'exit'), ...streams]).then(([exit]) => exit[0] as unknown);
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await ended;
    });
    return { child, output: async () => ({ code: await ended, all, first: all.split('\n')[0] ?? '' }) };
  }

  test(
    'prints where it listens, leaves a trust file that says the same, uses the chosen clock, and stops when its parent lets go',
    async () => {
      const folder = await newFolder();
      const words = [
        '--practice',
        '--port',
        '0',
        '--data',
        folder,
        '--editions',
        join(folder, 'editions'),
        '--clock',
        '2030-01-01T00:00:00Z',
      ];
      const { child, output } = start(...words);
      const [message] = (await once(child, 'message')) as [{ url: string; trust: string }];
      expect(message.trust).toBe(join(folder, 'trust.json'));
      const [trust] = unwrap(parseTrustFile(await readFile(message.trust)));
      expect(trust).toMatchObject({ url: message.url, practice: true });
      const note = await (await fetch(`${message.url}/v1/checkpoint`)).text();
      const at = trust && unwrap(openBureauNote(trust, note)).cosigned?.earliest;
      expect(Math.abs((at ?? 0) - (parseInstant('2030-01-01T00:00:00Z') ?? 0))).toBeLessThan(60_000);
      child.disconnect();
      const { first, code } = await output();
      expect([first, code]).toEqual([`listening on ${message.url}`, 0]);
    },
    BUSY_MACHINE,
  );

  test(
    'ends also when its parent lets go before it has started',
    async () => {
      const folder = await newFolder();
      const { child, output } = start('--practice', '--port', '0', '--data', folder, '--editions', join(folder, 'editions'));
      child.disconnect();
      expect(await output()).toMatchObject({ code: 0 });
    },
    BUSY_MACHINE,
  );

  test(
    'ends with 64 for wrong use and 1 with a code when it cannot start',
    async () => {
      expect(await start('--clock', '2030-01-01T00:00:00Z').output()).toMatchObject({ code: 64 });
      const folder = await newFolder();
      const words = ['--practice', '--data', folder, '--editions', join(folder, 'editions')];
      const running = start(...words, '--port', '0');
      const [{ url }] = (await once(running.child, 'message')) as [{ url: string }];
      expect(await start(...words, '--port', '0').output()).toMatchObject({ code: 1, first: expect.stringMatching(/^DATA_IN_USE: /) });
      const other = await newFolder();
      const taken = start('--practice', '--data', other, '--editions', join(other, 'editions'), '--port', new URL(url).port);
      expect(await taken.output()).toMatchObject({ code: 1, first: expect.stringMatching(/^PORT_UNAVAILABLE: /) });
      running.child.kill('SIGTERM');
      expect(await running.output()).toMatchObject({ code: 0 });
    },
    BUSY_MACHINE,
  );
});
