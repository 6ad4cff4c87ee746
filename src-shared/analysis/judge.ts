// From what was seen in single cells to what is said about a column: how certain, whether a natural person is meant, and why. Certainty says
// whether the values are what the detector calls them, never how many there are.
import { analysisTexts } from '../texts/analysis';
import type { Restored } from './detectors/hashed';
import { type Header, headerOf } from './detectors/header';
import type { DetectorName } from './detectors/look';
import type { Certainty, Hit } from './result';

/** Cells of a column in which a detector saw something; the others count cells too, `close` some of the invalid ones. */
export type Tally = { valid: number; invalid: number; close: number; supported: number; organisation: number; readonly samples: string[] };
export type ColumnFacts = {
  readonly name: string;
  /** Cells that are not empty. */
  readonly filled: number;
  readonly distinct: number;
  /** What the tries on digests gave, one for each way. */
  readonly restored: readonly Restored[];
};
type Case = Tally & { readonly header: Header; readonly named: boolean; readonly share: number; readonly facts: ColumnFacts };
/** Null: nothing is said at all. */
type Rule = (seen: Case) => Certainty | null;

/** How often a check character holds by chance. */
const CHANCE: Readonly<Partial<Record<DetectorName, number>>> = {
  'resident-id': 1 / 11,
  'hmt-residence-permit': 1 / 11,
  'foreign-permanent-resident': 1 / 10,
  uscc: 1 / 31,
  'bank-card': 1 / 10,
  imei: 1 / 10,
  iccid: 1 / 10,
  vin: 1 / 11,
};
/** Eighteen digits that begin with a province and hold somebody's day of birth, by chance at most. */
const DATED = 1 / 1_000;
/** Lines that firms and public services publish; whoever is named in the header beside them is a person again. */
const FIRM_NAME =
  /客服|热线|(?:服务|投诉|咨询|办公|值班|企业|单位|公司|机构|门店|营业厅)(?:的?(?:联系|服务|咨询|办公|值班|固定))?(?:电话|手机|号码|方式)|hotline/i;
const PERSON_NAME = /联系人|负责人|经办|法人|代表|个人|本人|姓名/;

/** Probability of at least `k` successes in `n` tries with chance `p`, by Chernoff's bound: never too small, and good enough to judge by. */
export function chanceOfAtLeast(k: number, n: number, p: number): number {
  if (k <= n * p) return 1;
  const share = k / n;
  const divergence = share * Math.log(share / p) + (share === 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - p)));
  return Math.exp(-n * divergence);
}

/**
 * With a check character: certain or likely when it holds more often than chance explains, even in few cells. A single true number is likely:
 * that birth date, region and check of eighteen random digits hold together happens once in seventy thousand.
 */
function byCheck(chanceEach: number, lone: boolean): Rule {
  return ({ valid, invalid, close, supported }) => {
    // A region that was not in force in the year of birth makes a number doubtful, not wrong.
    if (valid === 0) return close > 0 && (supported > 0 || chanceOfAtLeast(close, invalid, chanceEach) < 0.05) ? 'likely' : 'weak';
    const chance = chanceOfAtLeast(valid, valid + invalid, chanceEach);
    if (chance < 0.001) return 'certain';
    if (chance < 0.05) return 'likely';
    return supported > 0 || (invalid === 0 && lone) ? 'likely' : 'weak';
  };
}

/** Luhn alone: without a word it takes more than chance, and what only chance passes is not mentioned. */
function byLuhn(chanceEach: number): Rule {
  return ({ valid, invalid, supported, named }) => {
    if (valid === 0) return named ? 'weak' : null;
    const chance = chanceOfAtLeast(valid, valid + invalid, chanceEach);
    if (chance < 0.001) return 'certain';
    if (named || supported > 0) return chance < 0.5 ? 'likely' : 'weak';
    return chance < 0.05 ? 'likely' : chance < 0.5 ? 'weak' : null;
  };
}

/** Eleven digits prove nothing: the header decides, then words beside the numbers, then whether the column holds little else. */
const byContext: Rule = ({ valid, supported, share, named, header }) => {
  if (named) return share >= 0.5 ? 'certain' : 'likely';
  if (header.code) return 'weak';
  if (supported * 2 >= valid) return 'likely';
  return share >= 0.9 && valid >= 5 ? 'likely' : 'weak';
};

/** A header that stands for it and values that agree; else words beside them or a column of little else. */
const byHeader: Rule = ({ valid, supported, share, named }) => {
  if (valid === 0) return 'weak';
  if (named) return share >= 0.5 ? 'certain' : 'likely';
  return supported * 2 >= valid || (share >= 0.5 && valid >= 3) ? 'likely' : 'weak';
};

const byDistinctness: Rule = ({ valid, share, facts }) => {
  const different = facts.distinct / Math.max(facts.filled, 1);
  if (different < 0.05 && facts.filled >= 100) return 'weak';
  return share >= 0.5 && valid >= 5 && different >= 0.5 ? 'certain' : 'likely';
};

const checked = (detector: DetectorName, lone = true): Rule => byCheck(CHANCE[detector] ?? 1, lone);
const RULES: Readonly<Record<DetectorName, Rule>> = {
  'resident-id': checked('resident-id'),
  'hmt-residence-permit': checked('hmt-residence-permit'),
  'foreign-permanent-resident': checked('foreign-permanent-resident'),
  // Digits alone whose check fails are not counted, so where nothing else speaks every filled cell is taken for a try.
  uscc: (seen) => {
    const { valid, supported, facts } = seen;
    if (supported === 0 && valid > 0 && chanceOfAtLeast(valid, facts.filled, 1 / 31) >= 0.001) return 'weak';
    return checked('uscc', false)(seen);
  },
  // No check: region and date hold for one random number in a hundred.
  'resident-id-15': ({ valid, invalid, supported, share, named }) => {
    if (named || supported * 2 >= valid + invalid) return valid === 0 ? 'weak' : valid * 2 >= valid + invalid ? 'certain' : 'likely';
    return share >= 0.9 && valid >= 5 ? 'weak' : null;
  },
  mobile: byContext,
  landline: (seen) => (seen.header.code && !seen.named && seen.supported * 2 < seen.valid ? 'weak' : byHeader(seen)),
  'bank-card': byLuhn(0.1),
  imei: byLuhn(0.1),
  iccid: byLuhn(0.1),
  // Many vehicles fail the check, so under its header a failing number is still likely one.
  vin: (seen) => (seen.named ? (byLuhn(1 / 11)(seen) === 'certain' ? 'certain' : 'likely') : byLuhn(1 / 11)(seen)),
  plate: (seen) => (seen.organisation >= 0.9 * seen.valid ? 'weak' : byHeader(seen)),
  passport: byHeader,
  'hmt-travel-permit': (seen) => (seen.supported * 2 >= seen.valid ? byHeader(seen) : 'weak'),
  email: ({ named }) => (named ? 'certain' : 'likely'),
  ipv4: (seen) => (seen.named ? byHeader(seen) : seen.header.code ? null : seen.supported * 2 >= seen.valid ? 'likely' : 'weak'),
  ipv6: byHeader,
  mac: byHeader,
  // A header, or words such as 姓名： before it; a column of little else that differs much is a guess.
  name: ({ valid, supported, share, named, header, facts }) => {
    // Goods and places begin with surnames as well, some of them.
    if (header.bare) return share >= 0.8 ? 'certain' : share >= MOSTLY ? 'likely' : 'weak';
    if (named) return valid === 0 ? 'weak' : share >= 0.5 ? 'certain' : 'likely';
    if (supported > 0) return 'likely';
    return share >= 0.8 && facts.distinct >= 20 ? (facts.distinct >= 50 && valid >= 50 && share >= 0.9 ? 'likely' : 'weak') : null;
  },
  // A room, or a word that somebody lives there, is an address wherever it stands; a road and a number may be any place's.
  address: (seen) => (!seen.named && seen.supported > 0 ? 'likely' : byHeader(seen)),
  coordinates: ({ valid, share, named }) => (valid === 0 ? 'weak' : named && share >= 0.5 ? 'certain' : 'likely'),
  'birth-date': ({ valid, share }) => (valid === 0 ? 'weak' : share >= 0.5 ? 'certain' : 'likely'),
  'medical-record': byDistinctness,
  'social-security': byDistinctness,
  'account-number': byDistinctness,
  'messenger-id': byDistinctness,
  secret: ({ supported }) => (supported > 0 ? 'certain' : 'likely'),
  // Proved by a candidate or not mentioned.
  'hashed-identifier': ({ valid }) => (valid > 0 ? 'certain' : null),
  'encoded-identifier': () => 'certain',
  'masked-identifier': ({ valid, named }) => (valid === 0 ? 'weak' : named ? 'certain' : 'likely'),
  'damaged-identifier': ({ valid, named, facts }) => {
    if (valid === 0) return 'weak';
    if (named) return 'certain';
    return valid >= 3 && chanceOfAtLeast(valid, facts.filled, DATED) < 0.001 ? 'likely' : 'weak';
  },
};

const NEVER_DIRECT: ReadonlySet<DetectorName> = new Set(['uscc', 'birth-date', 'coordinates', 'secret', 'masked-identifier']);
const SOMETIMES_FIRMS: ReadonlySet<DetectorName> = new Set(['email', 'address', 'ipv4', 'ipv6']);

/** GB/T 42460-2023, annex A; a firm's number or address, a hotline, a role mailbox and a private network name nobody. */
function isDirect(detector: DetectorName, { valid, invalid, organisation, header, named, facts }: Case): boolean {
  if (NEVER_DIRECT.has(detector)) return false;
  if (detector === 'mobile') return !FIRM_NAME.test(facts.name) || PERSON_NAME.test(facts.name);
  const people = organisation < valid + invalid;
  if (detector === 'landline') return !header.firm && (header.person || named || people);
  if (detector === 'account-number') return !header.firm || header.household;
  if (detector === 'address') return !header.firm && !header.firmPlace && people;
  return !SOMETIMES_FIRMS.has(detector) || people;
}

/** Of filled cells. */
const MOSTLY = 0.6;
/** Different values that a column of people has at least, before it says anything about the others in it. */
const PEOPLE = 10;

/** Among people, who begins with no common surname has a rare one. */
const amongPeople = (tally: Tally, { filled, distinct }: ColumnFacts): Tally =>
  distinct >= PEOPLE && tally.valid >= MOSTLY * filled
    ? { ...tally, valid: tally.valid + tally.close, invalid: tally.invalid - tally.close, close: 0 }
    : { ...tally, close: 0 };

/** Null when what was seen is not worth a word. */
export function judge(detector: DetectorName, seenOf: Tally, facts: ColumnFacts): Hit | null {
  const header = headerOf(facts.name);
  const tally = detector === 'name' ? amongPeople(seenOf, facts) : seenOf;
  const { valid, invalid, samples } = tally;
  const seen: Case = { ...tally, header, named: header.named(detector), share: valid / Math.max(facts.filled, 1), facts };
  const certainty = RULES[detector](seen);
  if (certainty === null) return null;
  const words = analysisTexts.zh;
  const contradicted = (detector === 'mobile' || detector === 'landline') && certainty === 'weak' && header.code;
  const soleTraders = detector === 'uscc' ? valid + invalid - tally.organisation : 0;
  const restored = detector === 'hashed-identifier' ? facts.restored : [];
  return {
    detector,
    cells: valid + invalid,
    valid,
    invalid,
    certainty,
    direct: isDirect(detector, seen),
    // GB/T 45574-2025: a number, name or account as such is not sensitive; what names a visit to a doctor is.
    sensitive: detector === 'medical-record',
    source: words.source[detector],
    why: [
      words.why[detector](valid, invalid),
      ...(contradicted ? [words.contradicted(facts.name)] : []),
      ...(tally.close > 0 ? [words.regionNotThen(tally.close)] : []),
      ...(soleTraders > 0 ? [words.soleTraders(soleTraders)] : []),
      ...(detector === 'plate' && certainty === 'weak' && tally.organisation > 0 ? [words.serviceVehicles] : []),
      ...restored.map(({ algorithm, kind }) => words.restored(algorithm, words.restoredKind[kind])),
    ].join(''),
    samples,
  };
}
