// English tells one from several. Texts in English that count something are made with these; Chinese needs only the grouped number.

/** "120,000". */
export const grouped = (count: number): string => count.toLocaleString('en-US');

/** The word that goes with a count that stands elsewhere: "was", "were". */
export const agreeing = (count: number, one: string, several: string): string => (count === 1 ? one : several);

/** "1 row", "2 rows", "120,000 rows". */
export const counted = (count: number, one: string, several = `${one}s`): string => `${grouped(count)} ${agreeing(count, one, several)}`;
