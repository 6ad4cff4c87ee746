/** Rows with their number from 1, which is also their key: for lists whose rows are known by their place. */
export const numbered = <T>(list: readonly T[] | undefined): readonly { readonly n: number; readonly value: T }[] =>
  (list ?? []).map((value, index) => ({ n: index + 1, value }));
