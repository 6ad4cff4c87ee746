// A result in words: what the terminal prints and what both pages show, so that all three say the same. Never more than the checks proved.

import { parseInstant, shanghaiWallTime } from '../basics/time';
import { commonTexts } from '../texts/common';
import type { Language } from '../texts/language';
import { type VerificationCodeText, verificationSentence, verificationTexts } from '../texts/verification';
import type { Check } from './check';
import type { VerificationResult, VerifiedFacts } from './result';

/** proof: cryptographically proven. stop: do not rely on it. unknown: whole but unproven. ended: withdrawn. */
export type Tone = 'proof' | 'stop' | 'unknown' | 'ended';
export type DescribedCheck = { readonly ok: boolean | null; readonly label: string; readonly text: string; readonly code: string | null };
export type Description = {
  readonly tone: Tone;
  readonly headline: string;
  readonly sentence: string;
  /** The outcome in the signer's words, or null. */
  readonly outcome: string | null;
  readonly outcomeNotes: readonly string[];
  readonly practice: string | null;
  readonly bounds: string | null;
  readonly checks: readonly DescribedCheck[];
  readonly notChecked: readonly string[];
};

export function describeResult(result: VerificationResult, language: Language): Description {
  const texts = verificationTexts[language];
  // Beside "invalid" an outcome would be read all the same.
  const facts = result.result === 'invalid' ? null : result.facts;
  return {
    tone: toneOf(result),
    headline: headlineOf(result, language),
    sentence: sentenceOf(result, language),
    outcome: outcomeOf(facts, language),
    outcomeNotes: outcomeNotes(facts, language),
    practice: result.practice === true ? texts.practiceMark : null,
    bounds: facts === null ? null : texts.bounds(wallTime(result.notBefore), wallTime(result.notAfter)),
    checks: result.checks.map((check) => describeCheck(check, language)),
    notChecked: result.notChecked.map((what) => texts.notChecked[what]),
  };
}

const wallTime = (time: string | null): string | null => {
  const instant = time === null ? null : parseInstant(time);
  return instant === null ? null : shanghaiWallTime(instant);
};

const isSignedOnly = ({ result, received, facts }: VerificationResult): boolean => result === 'valid' && !received && facts !== null;

/** No key at hand fits the signatures, so not even "nothing was altered" is proven. */
const isUnproven = ({ result, checks }: VerificationResult): boolean =>
  result === 'signer-unknown' && checks.some(({ check, ok }) => check === 'signatures' && ok === null);

function toneOf(result: VerificationResult): Tone {
  if (result.result === 'valid') return isSignedOnly(result) ? 'unknown' : 'proof';
  if (result.result === 'withdrawn') return 'ended';
  return result.result === 'signer-unknown' ? 'unknown' : 'stop';
}

function headlineOf(result: VerificationResult, language: Language): string {
  const { results } = verificationTexts[language];
  if (isSignedOnly(result)) return results.notReceived;
  if (isUnproven(result)) return results.unproven;
  return result.result === 'valid' && result.kind === 'ledger' ? results.intact : results[result.result];
}

function sentenceOf(result: VerificationResult, language: Language): string {
  const { resultSentences, and, effectiveFrom } = verificationTexts[language];
  const failed = result.checks.find(({ ok }) => ok === false);
  if (failed?.code !== undefined) return `${verificationSentence(language, failed.code)} ${resultSentences[result.result]}`;
  if (result.result === 'withdrawn') {
    const from = wallTime(result.facts?.effectiveFrom ?? null);
    return from === null
      ? resultSentences.withdrawn
      : `${resultSentences.withdrawn} ${effectiveFrom(from)}${language === 'zh' ? '。' : '.'}`;
  }
  const { facts } = result;
  if (result.result !== 'valid' || facts === null) return resultSentences[result.result];
  const people = result.signers.flatMap(({ name }) => (name === null ? [] : [name])).join(and);
  const said = verificationTexts[language].sentence({
    operator: facts.operator ?? '',
    people,
    bureau: facts.bureau ?? '',
    before: wallTime(result.notAfter),
  });
  return isSignedOnly(result) ? resultSentences.notReceived : said;
}

function outcomeOf(facts: VerifiedFacts | null, language: Language): string | null {
  const { outcomes } = commonTexts[language];
  if (facts === null) return null;
  return Object.hasOwn(outcomes, facts.outcome) ? outcomes[facts.outcome as keyof typeof outcomes] : facts.outcome;
}

function outcomeNotes(facts: VerifiedFacts | null, language: Language): string[] {
  if (facts === null) return [];
  const texts = verificationTexts[language];
  const until = wallTime(facts.validUntil);
  const notes = [`${facts.number}`, `${facts.product} ${facts.version}`, facts.developer, texts.conditionCount(facts.conditions)];
  return until === null ? notes : [...notes, facts.expired ? texts.expired(until) : texts.validUntil(until)];
}

function describeCheck({ check, ok, code, detail }: Check, language: Language): DescribedCheck {
  const texts = verificationTexts[language];
  const holding = code === undefined ? texts.holds[check] : verificationSentence(language, code as VerificationCodeText);
  // Details of failures name the file, line or key; those of checks that hold are counts, which the sentence says without.
  const where = ok === false && detail !== undefined ? ` (${detail})` : '';
  return { ok, label: texts.checks[check], text: `${holding}${where}`, code: code ?? null };
}
