// How long the measures hold, computed for an instant and never from the machine's zone: Art. 25 says 自2024年11月29日起施行，有效期2年 and three readings
// of its last day exist. It knows no product; the signing room, the status bar and the report ask here with an instant of their own.
import { failure, ok, type Result } from '../basics/result';
import { daysBetween, endOfShanghaiDay, parseInstant, shanghaiDay } from '../basics/time';
import type { CalendarDay, Instant, Sha256Hex, Timestamp } from '../basics/units';
import type { BasisStatus, Mark } from './vocabulary';

export type ReadingId = 'custom' | 'civil-code-201-202' | 'civil-code-201-203';
type Reading = {
  readonly id: ReadingId;
  readonly name: string;
  readonly lastDay: CalendarDay;
  readonly mark: Mark;
  readonly why: { readonly zh: string; readonly en: string };
};

/** Earliest first. The marks are those of the application to this text, not of the Civil Code's own words. */
export const READINGS = [
  {
    id: 'custom',
    name: '习惯算法',
    lastDay: '2026-11-28' as CalendarDay,
    mark: 'M',
    why: { zh: '施行之日计入，满两年的前一日届满。', en: 'The first day counts; the last is the day before the second anniversary.' },
  },
  {
    id: 'civil-code-201-202',
    name: '民法典第二百零一条、第二百零二条',
    lastDay: '2026-11-29' as CalendarDay,
    mark: 'D',
    why: { zh: '开始的当日不计入，到期月的对应日届满。', en: 'The first day does not count; the period ends on the corresponding day.' },
  },
  {
    id: 'civil-code-201-203',
    name: '民法典第二百零一条、第二百零三条',
    lastDay: '2026-11-30' as CalendarDay,
    mark: 'D',
    why: {
      zh: '对应日2026年11月29日是星期日，顺延到次日。',
      en: 'The corresponding day, 2026-11-29, is a Sunday, so the next day is the last.',
    },
  },
] as const satisfies readonly Reading[];

const FIRST_LAPSE = READINGS[0].lastDay;
const LAST_LAPSE = READINGS[2].lastDay;
/** The banner "expiring" stands for the last 90 days, today included. */
const EXPIRING_DAYS = 90;

/** An edition that brings an extension or a successor of the measures: there is no second signed thing. */
export type SuccessorEdition = {
  readonly id: string;
  readonly version: string;
  readonly validFrom: Timestamp;
  readonly validTo: Timestamp | null;
  /** Holds the bureau's signature; without it an edition is a proposal and changes nothing. */
  readonly issuedByBureau: boolean;
  readonly document: {
    readonly title: string;
    readonly number: string;
    readonly clause: string;
    readonly sha256: Sha256Hex | null;
    readonly kind: 'extends' | 'replaces';
  };
};

export type ReadingAt = {
  readonly id: ReadingId;
  readonly name: string;
  readonly lastDay: CalendarDay;
  readonly mark: Mark;
  readonly holds: boolean;
  /** Whole days from today to the last day: 0 on the last day itself, negative when it is past. */
  readonly daysLeft: number;
};

export type Basis = {
  readonly status: BasisStatus;
  readonly at: Instant;
  /** The calendar day in Asia/Shanghai. */
  readonly day: CalendarDay;
  readonly readings: readonly ReadingAt[];
  /** Of the earliest reading that still holds; of the latest when none does. */
  readonly daysLeft: number;
  /** A verdict signed now needs a basis that the reviewer states. */
  readonly needsChoice: boolean;
  readonly successor: SuccessorEdition | null;
};

function activeSuccessor(at: Instant, successors: readonly SuccessorEdition[]): SuccessorEdition | null {
  const active = successors.filter(({ issuedByBureau, validFrom, validTo }) => {
    const from = parseInstant(validFrom);
    const to = validTo === null ? null : parseInstant(validTo);
    return issuedByBureau && from !== null && from <= at && (validTo === null || (to !== null && at <= to));
  });
  // The one that began last speaks for today.
  return active.toSorted((a, b) => (parseInstant(b.validFrom) ?? 0) - (parseInstant(a.validFrom) ?? 0))[0] ?? null;
}

function ownStatus(day: CalendarDay): 'in-force' | 'expiring' | 'disputed' | 'lapsed' {
  if (day > LAST_LAPSE) return 'lapsed';
  if (day > FIRST_LAPSE) return 'disputed';
  return daysBetween(day, FIRST_LAPSE) < EXPIRING_DAYS ? 'expiring' : 'in-force';
}

/** The basis at an instant. Before the first day (2024-11-29) the status says in-force like any day before the lapse: nothing can be signed then. */
export function basisAt(at: Instant, successors: readonly SuccessorEdition[] = []): Basis {
  const day = shanghaiDay(at);
  const successor = activeSuccessor(at, successors);
  const own = ownStatus(day);
  const status: BasisStatus = successor === null ? own : successor.document.kind === 'extends' ? 'extended' : 'replaced';
  const readings = READINGS.map(({ id, name, lastDay, mark }) => ({
    id,
    name,
    lastDay,
    mark,
    holds: day <= lastDay,
    daysLeft: daysBetween(day, lastDay),
  }));
  const deciding = readings.find(({ holds }) => holds) ?? readings.at(-1);
  return {
    status,
    at,
    day,
    readings,
    daysLeft: deciding?.daysLeft ?? 0,
    needsChoice: status !== 'in-force' && status !== 'expiring',
    successor,
  };
}

/**
 * Back-dating guard: once a ledger entry or a bureau receipt proves that the undisputed term is over, a signing clock before that proof is refused,
 * because only a set-back clock could make the measures hold again.
 */
export function checkBackDating(
  claimed: Instant,
  seen: { readonly lastEntryAt: Instant | null; readonly lastReceiptAt: Instant | null },
): Result<Instant, 'CLOCK_BEHIND_LEDGER' | 'CLOCK_BEHIND_RECEIPT'> {
  const lapse = endOfShanghaiDay(FIRST_LAPSE);
  const behind = (proof: Instant | null): boolean => proof !== null && proof >= lapse && claimed < proof;
  if (behind(seen.lastReceiptAt)) return failure('CLOCK_BEHIND_RECEIPT');
  return behind(seen.lastEntryAt) ? failure('CLOCK_BEHIND_LEDGER') : ok(claimed);
}
