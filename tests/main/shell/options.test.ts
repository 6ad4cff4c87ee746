import path from 'node:path';
import { createClock } from '@main/shell/clock';
import { parseOptions, refusedSwitches } from '@main/shell/options';
import { parseInstant } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { describe, expect, it } from 'vitest';

describe('the command line', () => {
  it('sets a clock in an unpackaged app only, and only a whole RFC 3339 time', () => {
    const at = '2026-11-30T23:59:59+08:00';
    expect(parseOptions([`--clock=${at}`], false)).toMatchObject({ ok: true, value: { clock: parseInstant(at) } });
    expect(parseOptions([`--clock=${at}`], true)).toEqual({ ok: false, code: 'CLOCK_REFUSED' });
    for (const wrong of ['2026-11-30', '2026-02-30T00:00:00Z', 'now', '', '2026-11-30T25:00:00Z', '2026-11-30 10:00:00Z'])
      expect(parseOptions([`--clock=${wrong}`], false)).toEqual({ ok: false, code: 'CLOCK_INVALID' });
  });

  it('takes places as the caller means them, and nothing by default', () => {
    expect(parseOptions([], false)).toEqual({ ok: true, value: { practice: false, trustFile: null, clock: null, exportsFolder: null } });
    expect(parseOptions(['--practice', '--trust-file=a/trust.json', '--exports=out'], false)).toEqual({
      ok: true,
      value: { practice: true, trustFile: path.resolve('a/trust.json'), clock: null, exportsFolder: path.resolve('out') },
    });
  });

  it('names the switches that would hand the windows to another program', () => {
    const given = new Set(['remote-debugging-port', 'inspect', 'lang', 'no-sandbox']);
    expect(refusedSwitches((name) => given.has(name))).toEqual(['remote-debugging-port', 'inspect', 'no-sandbox']);
    expect(refusedSwitches(() => false)).toEqual([]);
  });
});

describe('the clock', () => {
  it('runs on from the instant it was given', () => {
    const start = parseInstant('2026-08-01T00:00:00Z') as Instant;
    const clock = createClock(start);
    const first = clock();
    expect(first - start).toBeGreaterThanOrEqual(0);
    expect(first - start).toBeLessThan(5_000);
    expect(clock()).toBeGreaterThanOrEqual(first);
  });
});
