// What a detector says about one cell, and what every detector shares: the boundary of a candidate, and how a sample is masked before it may
// leave the analysis.

export type DetectorName = 'resident-id' | 'hmt-residence-permit' | 'mobile' | 'uscc' | 'email';

export type Look = {
  readonly detector: DetectorName;
  /** A candidate in the cell holds (check digit, date, region); without such a check every candidate does. */
  readonly valid: boolean;
  /** Something beside the candidate agrees: a word before it, a numbering segment. */
  readonly supported: boolean;
  /** Belongs to an organisation as far as the value itself shows. */
  readonly organisation: boolean;
  readonly sample: string;
};

/** A candidate does not touch another letter or digit: a piece of a longer number is not a number. Texts are in NFKC when this is used. */
export const BEFORE = '(?<![0-9A-Za-z\\p{Nd}])';
export const AFTER = '(?![0-9A-Za-z\\p{Nd}])';

/** First and last character at most, at most 32 characters long. */
export function masked(value: string): string {
  const characters = [...value];
  if (characters.length <= 2) return '*'.repeat(characters.length);
  return `${characters[0]}${'*'.repeat(Math.min(characters.length - 2, 30))}${characters.at(-1)}`;
}

/** Full-width digits and letters become plain, and characters that nobody sees go: they must not part a number. Only texts that are not ASCII pay for it. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
  /^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
