// Membership inference from scores (GB/T 37964-2019 4.3.2 d): how well a model's score tells its training records from others. Takes scores as
// they are: the curve is never flipped, ties count half, nothing is interpolated. Knows nothing of files.
import { aucInterval, differenceInterval, type Interval, proportionInterval } from './intervals';

/** False-positive rates at which the true-positive rate is read, each as 1 / n so that the comparison is exact. */
const TARGETS = { '0.01': 100, '0.001': 1_000 } as const;
type Target = keyof typeof TARGETS;

export type Membership = {
  readonly members: number;
  readonly nonMembers: number;
  readonly auc: number;
  /** max |TPR - FPR| over all thresholds. */
  readonly advantage: number;
  /** Largest TPR with FPR at or below the target. */
  readonly tprAtFpr: Readonly<Record<Target, number>>;
  readonly interval95: {
    readonly auc: Interval;
    readonly advantage: Interval;
    readonly tprAtFpr: Readonly<Record<Target, Interval>>;
    readonly method: string;
  };
  /** Records that share their score with another. */
  readonly ties: number;
  /** Points (FPR, TPR) of the curve for a picture, from (0, 0) to (1, 1); thinned where there are more than a picture shows. */
  readonly curve: readonly (readonly [number, number])[];
  /** Records by score, in bars of equal width from the least to the greatest; null when all scores are equal. */
  readonly scores: ScoreBars | null;
};
export type ScoreBars = {
  readonly from: number;
  readonly to: number;
  readonly members: readonly number[];
  readonly others: readonly number[];
};

/** Said with the numbers: a reader must know what the bounds assume. */
export const INTERVAL_METHOD =
  'auc: Newcombe 2006 method 5; tprAtFpr: Wilson score, threshold taken as given; advantage: Dvoretzky-Kiefer-Wolfowitz, both samples';

const CURVE_POINTS = 400;

/** @returns null unless there are members and non-members, all with finite scores */
export function membershipOf(memberScores: Float64Array, otherScores: Float64Array): Membership | null {
  const m = memberScores.length;
  const n = otherScores.length;
  if (m === 0 || n === 0) return null;
  const inside = Float64Array.from(memberScores).sort();
  const outside = Float64Array.from(otherScores).sort();
  if (![inside, outside].every((scores) => scores.every(Number.isFinite))) return null;
  let i = m;
  let j = n;
  let tp = 0;
  let fp = 0;
  /** Twice the number of pairs won by the member, ties counting one. */
  let won = 0;
  /** max |tp * n - fp * m|, a whole number. */
  let apart = 0;
  let ties = 0;
  const best: Record<Target, number> = { '0.01': 0, '0.001': 0 };
  const points: [number, number][] = [[0, 0]];
  // From the highest score down, all records of one score at once.
  while (i > 0 || j > 0) {
    const score = Math.max(
      i > 0 ? (inside[i - 1] as number) : Number.NEGATIVE_INFINITY,
      j > 0 ? (outside[j - 1] as number) : Number.NEGATIVE_INFINITY,
    );
    let membersHere = 0;
    let othersHere = 0;
    for (; i > 0 && inside[i - 1] === score; i--) membersHere++;
    for (; j > 0 && outside[j - 1] === score; j--) othersHere++;
    won += othersHere * (2 * tp + membersHere);
    tp += membersHere;
    fp += othersHere;
    if (membersHere + othersHere > 1) ties += membersHere + othersHere;
    apart = Math.max(apart, Math.abs(tp * n - fp * m));
    for (const target of ['0.01', '0.001'] as const) if (fp * TARGETS[target] <= n) best[target] = tp;
    points.push([fp / n, tp / m]);
  }
  const auc = won / (2 * m * n);
  const advantage = apart / (m * n);
  return {
    members: m,
    nonMembers: n,
    auc,
    advantage,
    tprAtFpr: { '0.01': best['0.01'] / m, '0.001': best['0.001'] / m },
    interval95: {
      auc: aucInterval(auc, m, n),
      advantage: differenceInterval(advantage, m, n),
      tprAtFpr: { '0.01': proportionInterval(best['0.01'], m), '0.001': proportionInterval(best['0.001'], m) },
      method: INTERVAL_METHOD,
    },
    ties,
    curve: thinned(points),
    scores: scoreBars(inside, outside),
  };
}

const SCORE_BARS = 40;

/** Both are sorted and hold something. */
function scoreBars(inside: Float64Array, outside: Float64Array): ScoreBars | null {
  const from = Math.min(inside[0] as number, outside[0] as number);
  const to = Math.max(inside.at(-1) as number, outside.at(-1) as number);
  const width = to - from;
  // A range that a double cannot hold has no bars either.
  if (!(width > 0) || !Number.isFinite(width)) return null;
  const counted = (scores: Float64Array): number[] => {
    const bars = new Array<number>(SCORE_BARS).fill(0);
    for (const score of scores) {
      const bar = Math.min(SCORE_BARS - 1, Math.floor(((score - from) / width) * SCORE_BARS));
      bars[bar] = (bars[bar] as number) + 1;
    }
    return bars;
  };
  return { from, to, members: counted(inside), others: counted(outside) };
}

/** Keeps both ends, and more of the left edge, where low false-positive rates are read. */
function thinned(points: readonly [number, number][]): readonly [number, number][] {
  if (points.length <= CURVE_POINTS) return points;
  const kept = new Set<number>();
  const last = points.length - 1;
  for (let p = 0; p < CURVE_POINTS; p++) kept.add(Math.round(last * (p / (CURVE_POINTS - 1)) ** 2));
  return [...kept].map((at) => points[at] as [number, number]);
}
