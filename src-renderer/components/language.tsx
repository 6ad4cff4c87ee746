// Which language this page speaks, and the texts of a room in it.
import type { Language } from '@shared/texts/language';
import { createContext, useContext } from 'react';

const LanguageContext = createContext<Language>('zh');
export const LanguageProvider = LanguageContext.Provider;
export const useLanguage = (): Language => useContext(LanguageContext);
export const useTexts = <T,>(texts: Record<Language, T>): T => texts[useContext(LanguageContext)];
