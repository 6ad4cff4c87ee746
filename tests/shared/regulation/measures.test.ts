import { readFileSync } from 'node:fs';
import { utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { ARTICLES, article, type ClausePlace, clauseLabel, cleanedText, MEASURES } from '@shared/regulation/measures';
import { MENDS, mended } from '@shared/regulation/mends';
import { describe, expect, test } from 'vitest';

const obtained = readFileSync(new URL('../../../docs/regulation/measures-as-obtained.txt', import.meta.url), 'utf8');
const cleaned = readFileSync(new URL('../../../docs/regulation/measures-cleaned.txt', import.meta.url), 'utf8');

describe('the text of the measures', () => {
  test('is the text as obtained with the listed mends and nothing else', () => {
    expect(sha256Hex(utf8(obtained))).toBe(MEASURES.originalSha256);
    expect(mended(obtained)).toBe(cleaned);
    expect(cleanedText()).toBe(cleaned);
    expect(sha256Hex(utf8(cleanedText()))).toBe(MEASURES.cleanedSha256);
  });

  test('keeps every word: without white space, marks and the doubled word of article 16 both texts are equal', () => {
    const bare = (text: string) => text.replace(/[\s　#\-,;:()，；：（）]/g, '');
    const start = obtained.indexOf('# 齐齐哈尔市');
    const body = obtained.slice(start, obtained.indexOf('\n---\n', start)).replace('和服务\n\n服务的开发', '和服务的开发');
    expect(bare(cleaned)).toBe(bare(body));
  });

  test('refuses a text that the mends were not written for', () => {
    expect(() => mended(obtained.replace('当发生数据丢失、', '当发生数据丢失,'))).toThrow();
    expect(MENDS).toHaveLength(10);
  });

  test('has twenty-five articles, none with a half-width comma', () => {
    expect(ARTICLES.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, index) => String(index + 1)));
    expect(cleaned).not.toMatch(/[,;()]/);
  });
});

describe('looking up a clause', () => {
  test.each<[ClausePlace, string, string]>([
    [{ article: '17', paragraph: 2, item: 2 }, '第十七条第二款第（二）项', '（二）原始数据、敏感数据、隐私数据直接暴露的风险；'],
    [{ article: '17', paragraph: 2, item: '四' }, '第十七条第二款第（四）项', '（四）其他可能危害数据安全的风险。'],
    [{ article: '2', paragraph: 2 }, '第二条第二款', '涉及国家秘密的公共数据，不适用本办法。'],
    [{ article: '25' }, '第二十五条', '本暂行办法自2024年11月29日起施行，有效期2年。'],
    [{ article: '24' }, '第二十四条', '国家或本省对公共数据运营有新规定的，从其规定。'],
  ])('%o gives its label and words', (place, label, text) => {
    const found = article(place.article, place);
    expect([found?.label, found?.text, clauseLabel(place)]).toEqual([label, text, label]);
  });

  test('an item comes with the opening of its paragraph, an article with all its paragraphs', () => {
    expect(article('17', { paragraph: 2, item: 1 })?.lead).toBe('安全合规审核重点评估以下风险：');
    expect(article('17')?.paragraphs.map(({ items }) => items.length)).toEqual([0, 4]);
    expect(article('17', { paragraph: 1 })?.text).toContain('原始数据不得进行交易。');
    expect(article('16')?.text).toContain('依法合规地进行数据产品和服务的开发，');
  });

  test.each([
    ['26', {}],
    ['17', { paragraph: 3 }],
    ['17', { paragraph: 1, item: 1 }],
    ['17', { paragraph: 2, item: 5 }],
  ])('%s %o is no place', (number, at) => {
    expect(article(number, at)).toBeNull();
  });
});
