import { itemLabelIn } from '@shared/assessment/wording';
import { fromUtf8, utf8 } from '@shared/basics/bytes';
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import { checklistTexts } from '@shared/texts/checklist';
import { commonTexts } from '@shared/texts/common';
import { signingTexts } from '@shared/texts/signing';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FilesTable } from '../../../src-renderer/signing/paper/common';
import { PageOne } from '../../../src-renderer/signing/paper/page-one';
import { PageThree } from '../../../src-renderer/signing/paper/page-three';
import { PageTwo } from '../../../src-renderer/signing/paper/page-two';
import { wordsFor } from '../../../src-renderer/signing/paper/words';
import { readToSign } from '../../../src-renderer/signing/to-sign';
import { certificatePayload, certificatePredicate, subjects, verdictPayload, verdictPredicate } from '../../support/statements-to-sign';

const reviewer = { name: '林审一', keyid: 'ab'.repeat(32), suite: 'sm2' };

/** Every word of the three pages, without white space, so that groups of eight and line breaks do not matter. */
function wordsOnPaper(payloads: readonly Uint8Array[], language: 'zh' | 'en'): string {
  const result = readToSign(payloads);
  if (!result.ok) throw new Error(result.code);
  const words = wordsFor(language);
  const toSign = result.value;
  return [
    createElement(PageOne, { toSign, author: reviewer.name, words }),
    createElement(PageTwo, { toSign, words }),
    createElement(PageThree, { toSign, reviewer, words }),
  ]
    .map((page) => renderToStaticMarkup(page))
    .join('\n')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s/g, '');
}

function leaves(value: unknown, path = ''): { path: string; value: string | number | boolean }[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
  return [{ path, value: value as string | number | boolean }];
}

/** How a leaf may stand on paper: as itself, as Shanghai time, as an item's label, or as the word for a value of a closed list. */
function formsOf(path: string, value: string | number | boolean, language: 'zh' | 'en'): string[] {
  const text = String(value);
  const instant = parseInstant(text);
  const forms = [text, itemLabelIn(text, language), ...(instant === null ? [] : [shanghaiWallTime(instant)])];
  const t = signingTexts[language];
  const common = commonTexts[language];
  const lists: Record<string, string>[] = [
    common.outcomes,
    common.forms,
    common.sharingModes,
    common.answers,
    t.makers,
    t.acts,
    t.binds,
    t.providerKinds,
    t.basisStatus,
    t.basisChosen,
    t.keyProtections,
    checklistTexts[language].feature,
    { accepted: t.accepted, overruled: t.overruled, series: t.coverageSeries, service: t.coverageService, files: t.coverageFiles },
  ];
  for (const list of lists) if (list[text] !== undefined) forms.push(list[text]);
  if (/severity$/.test(path)) forms.push(t.severity[Number(value)] ?? '');
  if (/likelihood$/.test(path)) forms.push(t.likelihood[Number(value)] ?? '');
  if (path === 'acceptable' || /acceptable$/.test(path)) forms.push(value === true ? t.acceptable : t.notAcceptable);
  if (path === 'ledger.seq') forms.push(text.replace(/\B(?=(\d{3})+$)/g, ','));
  if (path === 'round') forms.push(t.round(Number(value)));
  // Not practice is the absence of a mark that practice has.
  if (path === 'practice' && value === false) forms.push('');
  return forms.map((form) => form.replace(/\s/g, ''));
}

describe.each(['zh', 'en'] as const)('the three pages in %s', (language) => {
  const verdict = verdictPayload();
  const certificate = certificatePayload(certificatePredicate(verdict));
  const paper = wordsOnPaper([verdict, certificate], language);

  test('show every value of the verdict', () => {
    const evidenceNames = new Map(subjects.map(({ name, digest }) => [digest.sha256 as string, name]));
    const { subject, predicate } = JSON.parse(fromUtf8(verdict)) as { subject: unknown; predicate: unknown };
    const missing = [...leaves({ subject }), ...leaves(predicate)].filter(({ path, value }) => {
      // Only where an answer cites a file may its name stand for the digest, which page 1 shows beside that name.
      const named = path.startsWith('answers.') ? evidenceNames.get(String(value)) : undefined;
      return ![...formsOf(path, value, language), ...(named === undefined ? [] : [named.replace(/\s/g, '')])].some((form) =>
        paper.includes(form),
      );
    });
    expect(missing).toEqual([]);
  });

  test('show every value of the certificate and both digests of the bytes', () => {
    const missing = leaves((JSON.parse(fromUtf8(certificate)) as { predicate: unknown }).predicate).filter(
      ({ path, value }) => !formsOf(path, value, language).some((form) => paper.includes(form)),
    );
    expect(missing).toEqual([]);
  });
});

test('a verdict with other words never looks the same: each text of the predicate changes the paper', () => {
  const plain = wordsOnPaper([verdictPayload()], 'zh');
  const source = fromUtf8(verdictPayload());
  const texts = [
    ...new Set(leaves(verdictPredicate()).flatMap(({ value }) => (typeof value === 'string' && /[一-鿿]/.test(value) ? [value] : []))),
  ];
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) {
    const changed = utf8(source.replaceAll(JSON.stringify(text), JSON.stringify(`${text}甲`)));
    expect(wordsOnPaper([changed], 'zh'), text).not.toBe(plain);
  }
});

test('practice is marked on the first page', () => {
  const practice = verdictPayload({ ...verdictPredicate(), practice: true });
  expect(wordsOnPaper([practice], 'zh')).toContain(signingTexts.zh.practice);
  expect(wordsOnPaper([verdictPayload()], 'zh')).not.toContain(signingTexts.zh.practice);
});

test('on basis internal the paper is called an internal opinion', () => {
  const base = verdictPredicate();
  const internal = wordsOnPaper([verdictPayload({ ...base, basis: { ...base.basis, chosen: 'internal' } })], 'zh');
  expect(internal).toContain(signingTexts.zh.internalTitle);
  expect(internal).not.toContain(signingTexts.zh.verdictTitle);
});

test('markup in a text stays text', () => {
  const base = verdictPredicate();
  const result = readToSign([verdictPayload({ ...base, grounds: ['<img src=x onerror=alert(1)>'] })]);
  if (!result.ok) throw new Error(result.code);
  const html = renderToStaticMarkup(createElement(PageOne, { toSign: result.value, author: reviewer.name, words: wordsFor('zh') }));
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toContain('<img');
});

test('a file name with a spelled-out character carries a warning beside it', () => {
  const result = readToSign([verdictPayload()]);
  if (!result.ok) throw new Error(result.code);
  const html = renderToStaticMarkup(createElement(PageOne, { toSign: result.value, author: reviewer.name, words: wordsFor('zh') }));
  expect(html.split(signingTexts.zh.hiddenInName).length - 1).toBe(1);
});

test('so it does on whatever is signed: every paper has its files from one table', () => {
  const result = readToSign([verdictPayload()]);
  if (!result.ok) throw new Error(result.code);
  const { subject } = result.value.verdict.statement;
  const html = renderToStaticMarkup(createElement(FilesTable, { subject, words: wordsFor('zh') }));
  expect(html).toContain(signingTexts.zh.hiddenInName);
});
