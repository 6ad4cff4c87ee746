// 95 % intervals for the measures of membership inference. All lie in [0, 1], hold their estimate and stay open at 0 and 1: an attack that
// succeeded on every record of a sample has not been shown to succeed always.

export type Interval = readonly [low: number, high: number];

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/** Holds the estimate whatever rounding did, and never leaves [0, 1]. */
const around = (estimate: number, low: number, high: number): Interval => [
  Math.max(0, Math.min(low, estimate)),
  Math.min(1, Math.max(high, estimate)),
];

/** Wilson's score interval. */
export function proportionInterval(successes: number, trials: number): Interval {
  const p = successes / trials;
  const spread = Z * Math.sqrt((p * (1 - p)) / trials + (Z / (2 * trials)) ** 2);
  const scale = 1 + Z ** 2 / trials;
  const centre = p + Z ** 2 / (2 * trials);
  return around(p, (centre - spread) / scale, (centre + spread) / scale);
}

/**
 * Newcombe's method 5 (Statistics in Medicine 2006, 25:559-573): all theta whose distance from the estimate is within Z standard errors at
 * theta, with the variance of Hanley and McNeil made symmetric in the two sample sizes.
 */
export function aucInterval(auc: number, members: number, others: number): Interval {
  const half = (members + others) / 2;
  const variance = (theta: number): number =>
    (theta * (1 - theta) * (1 + (half - 1) * ((1 - theta) / (2 - theta) + theta / (1 + theta)))) / (members * others);
  const excess = (theta: number): number => Math.abs(auc - theta) - Z * Math.sqrt(variance(theta));
  return around(auc, auc === 0 ? 0 : edge(excess, 0, auc), auc === 1 ? 1 : edge(excess, 1, auc));
}

/** Where `excess`, positive at `outside` and not at `inside`, changes its sign. */
function edge(excess: (theta: number) => number, outside: number, inside: number): number {
  let [out, into] = [outside, inside];
  for (let step = 0; step < 60; step++) {
    const middle = (out + into) / 2;
    if (excess(middle) > 0) out = middle;
    else into = middle;
  }
  return into;
}

/**
 * Largest distance between two distribution functions: each empirical one lies within sqrt(ln(2 / 0.025) / 2n) of its own with 97.5 %
 * (Dvoretzky-Kiefer-Wolfowitz, constant by Massart), whatever the distribution and the ties.
 */
export function differenceInterval(distance: number, members: number, others: number): Interval {
  const within = (n: number) => Math.sqrt(Math.log(2 / 0.025) / (2 * n));
  const spread = within(members) + within(others);
  return around(distance, distance - spread, distance + spread);
}
