// What a content says, in the page's language. A result holds the sentences that a verdict may cite, in Chinese; in English they are said again from the
// code and the number, with what decided as it stands. Of a code that has no sentence there the text it was made from is found.
import { isFoundCode } from '@shared/analysis/content/tally';
import type { Content } from '@shared/analysis/result';
import { contentTexts } from '@shared/texts/analysis-content';
import { spoken } from '@shared/texts/analysis-spoken';
import { useLanguage } from '../../components/language';

const SIGNS = /判断依据：(?<signs>.+)。$/u;

export function useContentWords(): (content: Content) => { readonly why: string; readonly source: string } {
  const language = useLanguage();
  return ({ code, count, why, source }) => {
    if (language === 'zh' || !isFoundCode(code)) return { why: spoken(why, language), source: spoken(source, language) };
    const words = contentTexts[language];
    const signs = SIGNS.exec(why)?.groups?.signs;
    return { why: words.found[code].why(count) + (signs === undefined ? '' : words.signs(signs)), source: words.found[code].source };
  };
}
