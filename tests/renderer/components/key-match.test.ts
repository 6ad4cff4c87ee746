import { describe, expect, it } from 'vitest';
import { matches, needsNoField, parseKeys } from '../../../src-renderer/components/key-match';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});

describe('a key binding', () => {
  it.each([
    ['J', press('j')],
    ['J', press('J')],
    ['1', press('1')],
    ['Ctrl+Enter', press('Enter', { ctrlKey: true })],
    ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true })],
    ['Alt+1', press('1', { altKey: true })],
    ['Esc', press('Escape')],
    ['↓', press('ArrowDown')],
    [']', press(']')],
    ['Ctrl+=', press('=', { ctrlKey: true })],
    ['Ctrl+-', press('-', { ctrlKey: true })],
    ['F6', press('F6')],
    ['PageDown', press('PageDown')],
  ])('%s is met by its press', (keys, event) => {
    expect(matches(keys, event)).toBe(true);
  });

  it.each([
    ['J', press('j', { ctrlKey: true })],
    ['J', press('J', { shiftKey: true })],
    ['J', press('j', { metaKey: true })],
    ['Ctrl+Z', press('Z', { ctrlKey: true, shiftKey: true })],
    ['Alt+1', press('1')],
    ['Ctrl+L', press('l', { ctrlKey: true, altKey: true })],
    ['1', press('2')],
  ])('%s is not met by another press', (keys, event) => {
    expect(matches(keys, event)).toBe(false);
  });

  it('takes a sign whether or not the layout needs Shift for it', () => {
    expect(matches('/', press('/', { shiftKey: true }))).toBe(true);
  });

  it('names the plus key itself', () => {
    expect(parseKeys('Ctrl++')).toEqual({ ctrl: true, alt: false, shift: false, key: '+' });
  });

  it('leaves every key that types something to the field it is typed in', () => {
    for (const keys of ['J', '1', '/', ']', 'F', 'Enter', '↑', 'Home']) expect(needsNoField(keys)).toBe(true);
    for (const keys of ['Ctrl+K', 'Alt+J', 'F1', 'F6', 'Esc', 'Ctrl+Enter']) expect(needsNoField(keys)).toBe(false);
  });
});
