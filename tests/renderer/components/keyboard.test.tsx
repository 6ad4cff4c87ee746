// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyboardProvider, KeyLayer, useKeys } from '../../../src-renderer/components/keyboard';

let root: Root;
let done: string[] = [];
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  done = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.innerHTML = '';
});

function Binds({ keys, says, always = false, beneath = false }: { keys: string; says: string; always?: boolean; beneath?: boolean }) {
  useKeys([{ keys, label: says, run: () => void done.push(says), always }], beneath);
  return null;
}
const show = (children: ReactNode) => act(async () => root.render(<KeyboardProvider>{children}</KeyboardProvider>));

/** @returns whether the page kept the key for itself */
function press(key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}
const at = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(selector);
  return found;
};

/** As MUI's grid draws itself: spread, because a real grid is made of many more elements. */
const GRID = { id: 'grid', role: 'grid', tabIndex: 0 };

describe('the keys of a page', () => {
  it('win over those of the shell, also after the shell was drawn again in another language', async () => {
    const drawn = (says: string) => (
      <>
        <Binds key="page" keys="Esc" says="page" />
        <Binds key="shell" keys="Esc" says={says} beneath />
        <Binds key="more" keys="F1" says="shell" beneath />
      </>
    );
    await show(drawn('shell'));
    press('Escape');
    await show(drawn('shell, in English'));
    press('Escape');
    press('F1');
    expect(done).toEqual(['page', 'page', 'shell']);
  });

  it('run their act and take the press', async () => {
    await show(<Binds keys="J" says="next" />);
    expect(press('j')).toBe(true);
    expect(press('k')).toBe(false);
    expect(done).toEqual(['next']);
  });

  it('rest while an input method composes', async () => {
    await show(<Binds keys="1" says="compliant" />);
    press('1', { isComposing: true });
    press('1', { keyCode: 229 });
    expect(done).toEqual([]);
  });

  it('leave letters to a field, but not Ctrl and a letter', async () => {
    await show(
      <>
        <Binds keys="J" says="next" />
        <Binds keys="Ctrl+Enter" says="main" />
        <textarea />
      </>,
    );
    press('j', {}, at('textarea'));
    press('Enter', { ctrlKey: true }, at('textarea'));
    expect(done).toEqual(['main']);
  });

  it('leave Enter to the button that has the focus, and arrows to the grid', async () => {
    await show(
      <>
        <Binds keys="Enter" says="open" />
        <Binds keys="↓" says="down" />
        <button type="button">登记</button>
        <div {...GRID} />
      </>,
    );
    expect(press('Enter', {}, at('button'))).toBe(false);
    expect(press('ArrowDown', {}, at('#grid'))).toBe(false);
    expect(press('ArrowDown', {}, at('button'))).toBe(true);
    expect(press('Enter')).toBe(true);
    expect(done).toEqual(['down', 'open']);
  });

  it('give way to whoever registered later, and come back when that is gone', async () => {
    await show(
      <>
        <Binds keys="Esc" says="shell" />
        <Binds keys="Esc" says="page" />
      </>,
    );
    press('Escape');
    await show(<Binds keys="Esc" says="shell" />);
    press('Escape');
    expect(done).toEqual(['page', 'shell']);
  });

  it('rest under a dialog, except those that hold everywhere', async () => {
    await show(
      <>
        <Binds keys="1" says="answer" />
        <Binds keys="Ctrl+L" says="lock" always />
        <KeyLayer>
          <Binds keys="Y" says="dialog" />
        </KeyLayer>
      </>,
    );
    press('1');
    press('y');
    press('l', { ctrlKey: true });
    expect(done).toEqual(['dialog', 'lock']);
  });
});
