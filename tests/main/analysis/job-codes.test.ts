// Whatever ends a look without a result is told to a person in a sentence of its own, in both languages.
import type { JobCode } from '@main/analysis/job';
import { analysisTexts } from '@shared/texts/analysis';
import { evidenceTexts } from '@shared/texts/evidence';
import { LANGUAGES } from '@shared/texts/language';
import { expect, it } from 'vitest';

/** By the compiler every code stands here. */
const TOLD: Readonly<Record<JobCode, 'analysis' | 'evidence' | 'by its detail'>> = {
  ANALYSIS_WINDOW_DIED: 'analysis',
  ANALYSIS_TIMEOUT: 'analysis',
  ANALYSIS_ANSWER_INVALID: 'analysis',
  ANALYSIS_FAILED: 'analysis',
  EVIDENCE_CHANGED: 'analysis',
  ANALYSIS_CANCELLED: 'evidence',
  ANALYSIS_REFUSED: 'by its detail',
};

it.each(LANGUAGES)('every way in which a look can fail has its sentence: %s', (language) => {
  const codes: Readonly<Record<string, string>> = analysisTexts[language].code;
  for (const [code, told] of Object.entries(TOLD)) if (told === 'analysis') expect(codes[code], code).toBeTruthy();
  expect(evidenceTexts[language].cancelled).toBeTruthy();
});
