// Every code a call of the contract may end with, as one type, and the proof that each has its words. A code added to a call without a
// sentence in texts/errors.ts does not compile here.
import { type ErrorWords, errorTexts } from '../texts/errors';
import type { Language } from '../texts/language';
import type { FrameCode } from './call';
import type { deskCalls, reportCalls, signingCalls } from './contract';

type CodesIn<Calls> = { [K in keyof Calls]: Calls[K] extends { readonly codes: readonly (infer Code)[] } ? Code : never }[keyof Calls];

export type ContractCode = FrameCode | CodesIn<typeof deskCalls> | CodesIn<typeof signingCalls> | CodesIn<typeof reportCalls>;

const words: Record<Language, Record<ContractCode, ErrorWords>> = errorTexts;

export const contractWords = (code: ContractCode, language: Language): ErrorWords => words[language][code];

/** Words for a code that comes from a record (a ledger state, an outbox item) and may be newer than this program: null when unknown. */
export function wordsOf(code: string, language: Language): ErrorWords | null {
  const known: Record<string, ErrorWords | undefined> = errorTexts[language];
  return Object.hasOwn(known, code) ? (known[code] ?? null) : null;
}
