// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import type { EditionView } from '@shared/contract/views';
import Dexie from 'dexie';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskStore } from '../../../src-renderer/database/desk-store';
import { DATABASE_NAME } from '../../../src-renderer/database/schema';
import { type Session, SessionContext } from '../../../src-renderer/session/session-context';
import { SessionProvider } from '../../../src-renderer/session/session-provider';
import { baseStatus, DOUBLE_PASSPHRASE, deskBridgeDouble } from '../../support/desk-bridge-double';
import { PAPER_ID, paper } from '../../support/papers';

const KEY = new Uint8Array(32).fill(7);
let root: Root;
let seen: Session | null = null;
const session = (): Session => {
  if (seen === null) throw new Error('no session yet');
  return seen;
};

async function show(
  bridge: ReturnType<typeof deskBridgeDouble>,
  fallback: (failed: string | null, retry: () => void) => string = () => '',
) {
  await act(async () =>
    root.render(
      <SessionProvider bridge={bridge} fallback={fallback}>
        <SessionContext.Consumer>
          {(value) => {
            seen = value;
            return null;
          }}
        </SessionContext.Consumer>
      </SessionProvider>,
    ),
  );
}
const unlock = () => act(async () => session().unlock(DOUBLE_PASSPHRASE));

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  seen = null;
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  seen?.desk?.store.close();
  await act(async () => root.unmount());
  await Dexie.delete(DATABASE_NAME);
});

describe('the session', () => {
  it('says why main does not answer, and goes on when it does', async () => {
    let broken = true;
    let again = () => {};
    const said: (string | null)[] = [];
    const bridge = deskBridgeDouble({
      answers: { status: () => (broken ? { ok: false, code: 'INTERNAL' } : { ok: true, value: baseStatus }) },
    });
    await show(bridge, (failed, retry) => {
      said.push(failed);
      again = retry;
      return '';
    });
    expect(said.at(-1)).toBe('INTERNAL');
    broken = false;
    await act(async () => again());
    expect(session().status.profile).toBe('locked');
  });

  it('opens no desk on a wrong passphrase', async () => {
    await show(deskBridgeDouble({ dataKey: KEY }));
    const outcome = await act(async () => session().unlock('wrong'));
    expect(outcome).toMatchObject({ ok: false, code: 'PASSPHRASE_WRONG' });
    expect(session().desk).toBeNull();
    expect(session().status.unlockFailures.remaining).toBe(9);
  });

  it('opens the desk with the key that unlock returned', async () => {
    const before = new DeskStore(KEY);
    await before.save(paper());
    before.close();
    await show(deskBridgeDouble({ dataKey: KEY }));
    await unlock();
    expect((await session().desk?.store.list())?.summaries.map((summary) => summary.id)).toEqual([PAPER_ID]);
  });

  it.each(['asked here', 'told by main'])('writes out what was typed, then forgets the desk, when locked (%s)', async (how) => {
    const bridge = deskBridgeDouble({ dataKey: KEY });
    await show(bridge);
    await unlock();
    const { desk } = session();
    await desk?.store.save(paper());
    const draft = await desk?.drafts.draft(PAPER_ID);
    draft?.change((assessment) => {
      assessment.registration.product.name = '还没有存的名称';
    });
    await act(async () => (how === 'asked here' ? session().lock() : bridge.emit('locked', null)));
    // Told by main, the page has nothing to await: the next turns of the loop do it.
    for (let turn = 0; turn < 50 && session().desk !== null; turn++) await act(async () => new Promise((resolve) => setImmediate(resolve)));
    expect(session().desk).toBeNull();
    const later = new DeskStore(KEY);
    expect((await later.get(PAPER_ID))?.registration.product.name).toBe('还没有存的名称');
    later.close();
  });

  it('takes in an edition that was issued while the desk was open', async () => {
    let issued = false;
    const view = (): EditionView => ({ edition: { id: 'x' }, sha256: 'e'.repeat(64), issued, active: true });
    const bridge = deskBridgeDouble({ dataKey: KEY, answers: { editions: () => ({ ok: true, value: [view()] }) } });
    await show(bridge);
    await unlock();
    expect(session().editions[0]?.issued).toBe(false);
    issued = true;
    await act(async () =>
      bridge.emit('status', {
        ...session().status,
        bureau: { name: '市数据局', reachable: true, lastContact: '2026-11-23T06:00:00.000Z' },
      }),
    );
    expect(session().editions[0]?.issued).toBe(true);
  });

  it('carries main’s time forward and keeps no clock of its own', async () => {
    await show(deskBridgeDouble({ status: { now: '2030-01-01T00:00:00.000Z' } }));
    expect(new Date(session().now()).toISOString().slice(0, 16)).toBe('2030-01-01T00:00');
  });
});
