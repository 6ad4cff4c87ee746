// How values of the statement read on paper: words for the closed lists, Shanghai time for instants, labels for items.
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import { commonTexts } from '@shared/texts/common';
import type { Language } from '@shared/texts/language';
import { registerTexts } from '@shared/texts/register';
import { signingTexts } from '@shared/texts/signing';

export const wordsFor = (language: Language) => ({
  language,
  t: signingTexts[language],
  common: commonTexts[language],
  register: registerTexts[language],
});
export type Words = ReturnType<typeof wordsFor>;

/** "2026-11-23 13:24:08" in Asia/Shanghai; what is no instant stays as it stands. */
export const wallTime = (text: string): string => {
  const instant = parseInstant(text);
  return instant === null ? text : shanghaiWallTime(instant);
};

export const thousands = (n: number): string => n.toString().replace(/\B(?=(\d{3})+$)/g, ',');
