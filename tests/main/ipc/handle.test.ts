import { exactBytes } from '@main/files/exact-bytes';
import { senderHolds } from '@main/ipc/sender';
import { sizeOf } from '@main/ipc/size';
import { describe, expect, it } from 'vitest';

const mainFrame = { url: 'app://signing/signing/index.html', detached: false };
const contents = { id: 7, mainFrame, isDestroyed: () => false };
const senders = { contents: () => contents, origin: 'app://signing' };
const event = (frame: unknown, id = 7) => ({ sender: { id }, senderFrame: frame });

describe('who may call', () => {
  it('the main frame of the group’s own window at its own origin', () => {
    expect(senderHolds(event(mainFrame), senders)).toBe(true);
  });
  it('nobody else', () => {
    expect(senderHolds(event(null), senders)).toBe(false);
    expect(senderHolds(event(mainFrame, 8), senders)).toBe(false);
    expect(senderHolds(event({ ...mainFrame }), senders)).toBe(false);
    for (const url of ['app://signing.evil/', 'app://bundle/', 'https://signing/', 'about:blank', 'not a url']) {
      const frame = { url, detached: false };
      expect(senderHolds(event(frame), { ...senders, contents: () => ({ ...contents, mainFrame: frame }) })).toBe(false);
    }
    const detached = { ...mainFrame, detached: true };
    expect(senderHolds(event(detached), { ...senders, contents: () => ({ ...contents, mainFrame: detached }) })).toBe(false);
    expect(senderHolds(event(mainFrame), { ...senders, contents: () => null })).toBe(false);
    expect(senderHolds(event(mainFrame), { ...senders, contents: () => ({ ...contents, isDestroyed: () => true }) })).toBe(false);
  });
});

describe('bytes that leave main', () => {
  it('are in buffers of exactly their size, at any depth', () => {
    const pooled = Buffer.from('hello');
    expect(pooled.buffer.byteLength).toBeGreaterThan(5);
    const sent = exactBytes({ ok: true, value: { list: [pooled] } });
    const [bytes] = sent.value.list;
    expect(bytes?.buffer.byteLength).toBe(5);
    expect(Buffer.from(bytes ?? []).toString()).toBe('hello');
  });
});

describe('the size of an input', () => {
  it('counts strings, bytes and members, survives cycles, and stops at the limit', () => {
    const cyclic: Record<string, unknown> = { text: 'abc' };
    cyclic.self = cyclic;
    expect(sizeOf(cyclic, 1000)).toBeLessThan(100);
    expect(sizeOf('x'.repeat(600), 1000)).toBe(1200);
    expect(sizeOf(new Uint8Array(5000), 1000)).toBe(5000);
  });
});
