// @vitest-environment jsdom
// What is said of how long work takes still: nothing before there is a measure of it, then what the pace so far makes of the rest.
import { milliseconds } from '@shared/basics/units';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TimeLeft, timeLeft } from '../../src-renderer/components/time-left';

const mark = (done: number, at: number) => ({ done, at: milliseconds(at) });

describe('the time left', () => {
  it('is the rest at the pace since the work was first seen', () => {
    expect(timeLeft(mark(0, 0), mark(250, 5_000), 1_000)).toBe(15_000);
    expect(timeLeft(mark(500, 10_000), mark(600, 14_000), 1_000)).toBe(16_000);
  });
  it('is not known in the first seconds, without a step, or when all is done', () => {
    expect(timeLeft(mark(0, 0), mark(100, 2_999), 1_000)).toBeNull();
    expect(timeLeft(mark(100, 0), mark(100, 9_000), 1_000)).toBeNull();
    expect(timeLeft(mark(0, 0), mark(1_000, 9_000), 1_000)).toBeNull();
  });
});

describe('a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says it in seconds, then in minutes', async () => {
    (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
    const place = document.createElement('div');
    const root = createRoot(place);
    const show = (done: number) => act(async () => root.render(<TimeLeft done={done} total={1_000} />));
    await show(0);
    expect(place.textContent).toBe('');
    vi.advanceTimersByTime(4_000);
    await show(100);
    expect(place.textContent).toBe('　还要约 36 秒');
    vi.advanceTimersByTime(16_000);
    await show(200);
    expect(place.textContent).toBe('　还要约 2 分钟');
    await act(async () => root.unmount());
  });
});
