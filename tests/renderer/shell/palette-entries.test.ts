import { describe, expect, it } from 'vitest';
import { findEntries, type PaletteEntry } from '../../../src-renderer/shell/palette-entries';
import { entryOf, RAIL } from '../../../src-renderer/shell/rail-entries';
import { nextStep } from '../../../src-renderer/shell/zoom';

const product = (id: string, title: string, about = ''): PaletteEntry => ({ id, group: 'products', title, about });
const command = (id: string, title: string): PaletteEntry => ({ id, group: 'commands', title, about: '' });
const ENTRIES = [
  product('a', '供热需求指数', 'v1 · 示例丙暖 · 示协-2026-061'),
  product('b', '公交刷卡出行数据集', 'v1 · 示例丁行 · 示协-2026-032'),
  command('lock', '立即锁定'),
];

describe('the palette', () => {
  it('finds by title, developer or agreement, and marks the match in the title', () => {
    expect(findEntries(ENTRIES, '供热').map((entry) => [entry.id, entry.match])).toEqual([['a', [0, 2]]]);
    expect(findEntries(ENTRIES, '丁行').map((entry) => [entry.id, entry.match])).toEqual([['b', null]]);
    expect(findEntries(ENTRIES, '2026-061').map((entry) => entry.id)).toEqual(['a']);
  });

  it('wants every word', () => {
    expect(findEntries(ENTRIES, '数据集 丁行').map((entry) => entry.id)).toEqual(['b']);
    expect(findEntries(ENTRIES, '数据集 丙暖')).toEqual([]);
  });

  it('shows commands alone after ">"', () => {
    expect(findEntries(ENTRIES, '>').map((entry) => entry.id)).toEqual(['lock']);
    expect(findEntries(ENTRIES, '>供热')).toEqual([]);
  });

  it('shows a few products of many, and every command', () => {
    const many = [
      ...Array.from({ length: 500 }, (_, at) => product(`p${at}`, `产品 ${at}`)),
      ...Array.from({ length: 20 }, (_, at) => command(`c${at}`, `命令 ${at}`)),
    ];
    const found = findEntries(many, '');
    expect(found.filter((entry) => entry.group === 'products').length).toBe(6);
    expect(found.filter((entry) => entry.group === 'commands').length).toBe(20);
  });
});

describe('the rail', () => {
  it('numbers its entries as the G keys say, from 1 without a gap', () => {
    expect(RAIL.map((entry) => entry.digit)).toEqual(RAIL.map((_, at) => String(at + 1)));
  });

  it('registers under products, as the desk draws it', () => {
    expect(entryOf('/register/x')).toBe('products');
  });

  it('keeps the review tab open on every page of a dossier', () => {
    for (const path of ['/assess/x/r1-02', '/evidence/x', '/decide/x']) expect(entryOf(path)).toBe('assess');
    expect(entryOf('/reports/abc')).toBe('reports');
    expect(entryOf('/elsewhere')).toBeNull();
  });
});

describe('zoom', () => {
  it('goes step by step, stops at both ends, and back to 100 %', () => {
    expect(nextStep(2, 1)).toBe(3);
    expect(nextStep(7, 1)).toBe(7);
    expect(nextStep(0, -1)).toBe(0);
    expect(nextStep(6, 0)).toBe(2);
  });
});
