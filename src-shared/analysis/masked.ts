// How a sample is masked before it may leave the analysis, and the form by which whoever takes a result knows that it was. Imports nothing.

/** What `masked` makes: nothing but stars between the ends. */
export const MASKED = /^(?:\*{0,2}|.\*{1,30}.)$/su;

/** First and last character at most, at most 32 characters long. */
export function masked(value: string): string {
  const characters = [...value];
  if (characters.length <= 2) return '*'.repeat(characters.length);
  return `${characters[0]}${'*'.repeat(Math.min(characters.length - 2, 30))}${characters.at(-1)}`;
}
