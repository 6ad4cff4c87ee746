import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '@shared/texts/language';
import { verificationSentence, verificationTexts } from '@shared/texts/verification';
import { CHECKS } from '@shared/verification/check';
import { NOT_CHECKED, RESULTS } from '@shared/verification/result';
import { describe, expect, it } from 'vitest';

const ROOMS = ['attestation', 'ledger', 'bureau', 'verification'];
/** Replies of the service, which the sync page explains, and constants that are no codes. */
const ELSEWHERE =
  /^(BUREAU|REQUEST_MALFORMED|CHECKPOINT_(MISSING|WRONG)|WORKSTATION_UNKNOWN|ENROLMENT_REFUSED|NOT_FOUND|BODY_TOO_LARGE|ENTRY_(CONFLICT|GAP))/;

const codes = new Set(
  ROOMS.flatMap((room) => {
    const root = join(import.meta.dirname, '../../../src-shared', room);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    return files.flatMap((name) => readFileSync(join(root, name), 'utf8').match(/'[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+'/g) ?? []);
  }).map((quoted) => quoted.slice(1, -1)),
);

describe.each(LANGUAGES)('in %s', (language) => {
  it('every code of the verifier has one plain sentence', () => {
    const speechless = [...codes].filter((code) => !ELSEWHERE.test(code) && verificationSentence(language, code) === code);
    expect(speechless).toEqual([]);
  });

  it('every check, result and thing not checked has its words', () => {
    const texts = verificationTexts[language];
    for (const check of CHECKS) {
      expect(texts.checks[check]).toBeTruthy();
      expect(texts.holds[check]).toBeTruthy();
    }
    for (const word of RESULTS) expect(texts.resultSentences[word]).toBeTruthy();
    for (const what of NOT_CHECKED) expect(texts.notChecked[what]).toBeTruthy();
  });

  it('no sentence shouts or flatters', () => {
    expect(JSON.stringify(verificationTexts[language])).not.toMatch(/[!！您]/);
  });
});
