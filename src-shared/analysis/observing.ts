// Several looks at the values of one column, as one.

export type Observer = (text: string) => void;

/** Undefined: nobody looks, and nothing needs to be told. */
export function observing(...observers: readonly (Observer | undefined)[]): Observer | undefined {
  const given = observers.filter((observer) => observer !== undefined);
  if (given.length < 2) return given[0];
  return (text) => {
    for (const observer of given) observer(text);
  };
}
