// A result for a terminal: the answer first, then what was checked, then what was not.
import type { Language } from '@shared/texts/language';
import { verificationTexts } from '@shared/texts/verification';
import { describeResult } from '@shared/verification/describe';
import type { VerificationResult } from '@shared/verification/result';

const MARKS = { true: '✓', false: '✗', null: '–' } as const;

export function printed(result: VerificationResult, language: Language): string {
  const texts = verificationTexts[language];
  const described = describeResult(result, language);
  const outcome =
    described.outcome === null ? [] : [`${texts.fromSignature}: ${described.outcome}`, `  ${described.outcomeNotes.join(' · ')}`];
  return [
    described.headline,
    ...(described.practice === null ? [] : [described.practice]),
    described.sentence,
    '',
    ...outcome,
    ...(described.bounds === null ? [] : [`${texts.checks.time}: ${described.bounds}`, '']),
    texts.checked,
    ...described.checks.map(
      ({ ok, label, text, code }) => `  ${MARKS[`${ok}`]} ${label}: ${text}${ok === false && code !== null ? ` [${code}]` : ''}`,
    ),
    '',
    texts.notCheckedTitle,
    ...described.notChecked.map((text) => `  · ${text}`),
    '',
  ].join('\n');
}
