// English tells one from several wherever a number of things is told: no reader is shown "1 rows".
import { describe, expect, it } from 'vitest';
import { analysisTexts } from '../../../src-shared/texts/analysis';
import { contentTexts } from '../../../src-shared/texts/analysis-content';
import { measureTexts } from '../../../src-shared/texts/analysis-measures';
import { assessTexts } from '../../../src-shared/texts/assess';
import { evidenceTexts } from '../../../src-shared/texts/evidence';
import { evidenceInferenceTexts } from '../../../src-shared/texts/evidence-inference';
import { evidenceMeasureTexts } from '../../../src-shared/texts/evidence-measures';
import { counted } from '../../../src-shared/texts/plural';
import { quarantineTexts } from '../../../src-shared/texts/quarantine';

const rooms = {
  analysis: analysisTexts.en,
  content: contentTexts.en,
  measures: measureTexts.en,
  evidence: evidenceTexts.en,
  'evidence-measures': evidenceMeasureTexts.en,
  'evidence-inference': evidenceInferenceTexts.en,
  assess: assessTexts.en,
  quarantine: quarantineTexts.en,
};

/** What is given in words already. */
const IN_WORDS: Readonly<Record<string, readonly unknown[]>> = {
  'quarantine.draft.raw': ['1', '1'],
  'quarantine.draft.personal': ['x', 'x', '1'],
  'evidence-measures.barOf': ['1', 1, 1],
  'evidence-measures.ties': ['1%'],
  'assess.version': ['1'],
  'assess.stepNotCompared': ['x', ['x']],
};
const ONES: readonly unknown[] = Array.from({ length: 6 }, () => 1);

/** Every text of a room that is given something, said of one. */
function saidOfOne(texts: object, at: string): { at: string; said: string }[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    if (typeof text === 'function') {
      const said: unknown = (text as (...given: unknown[]) => unknown)(...(IN_WORDS[`${at}.${key}`] ?? ONES));
      return typeof said === 'string' ? [{ at: `${at}.${key}`, said }] : [];
    }
    return typeof text === 'object' && text !== null ? saidOfOne(text, `${at}.${key}`) : [];
  });
}

/** Words that end like several and are none. */
const SINGULAR = new Set(['is', 'was', 'has', 'as', 'does', 'lies', 'class', 'less', 'address', 'confirms']);
const several = (said: string): string | undefined =>
  [...said.matchAll(/(?<![\d.,/=<] ?)\b1 (?<word>[a-z-]+)\b/g)]
    .flatMap(({ groups }) => [groups?.word ?? ''])
    .find((word) => (/s$/.test(word) && !SINGULAR.has(word)) || ['are', 'were', 'have'].includes(word));

describe('a count in English', () => {
  it.each(Object.entries(rooms))('of one thing is said of one thing: %s', (name, texts) => {
    const said = saidOfOne(texts, name);
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter((each) => several(each.said) !== undefined)).toEqual([]);
  });

  it('groups its digits and takes the word that is given for several', () => {
    expect([counted(0, 'row'), counted(1, 'class', 'classes'), counted(120_000, 'class', 'classes')]).toEqual([
      '0 rows',
      '1 class',
      '120,000 classes',
    ]);
  });
});
