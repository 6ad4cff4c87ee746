// The sentence of a code of the analysis; codes of a newer analysis keep a general one.
import { analysisTexts } from '@shared/texts/analysis';
import { measureTexts } from '@shared/texts/analysis-measures';
import { errorTexts } from '@shared/texts/errors';
import { evidenceTexts } from '@shared/texts/evidence';
import { useLanguage } from '../../components/language';

export function useCodeText(): (code: string) => string {
  const language = useLanguage();
  const codes: Readonly<Record<string, string>> = { ...measureTexts[language].code, ...analysisTexts[language].code };
  const errors: Readonly<Record<string, { readonly todo: string }>> = errorTexts[language];
  return (code) => {
    if (code === 'ANALYSIS_CANCELLED') return evidenceTexts[language].cancelled;
    if (Object.hasOwn(codes, code)) return codes[code] ?? evidenceTexts[language].unknownCode;
    return (Object.hasOwn(errors, code) ? errors[code]?.todo : undefined) ?? evidenceTexts[language].unknownCode;
  };
}
