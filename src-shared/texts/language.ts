// Every text for people lives in this room: zh-CN first, en beside it, the same keys by the compiler. A file per room that speaks exports
// `const xTexts = bilingual({ zh: {...}, en: {...} })`; a text with a value in it is a function. Renderer code asks `xTexts[language].key`.

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The shape of a set of texts: literal strings widen to string, functions keep their parameters. */
type Widened<T> = {
  [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: infer A) => string ? (...args: A) => string : Widened<T[K]>;
};

/** Keeps both languages in step: a key missing from `en`, or one too many, does not compile. */
export const bilingual = <Zh extends object>(texts: { zh: Zh; en: Widened<Zh> }): Record<Language, Widened<Zh>> =>
  texts as Record<Language, Widened<Zh>>;
