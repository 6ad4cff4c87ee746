// From what was seen in single cells to what is said about a column: how certain, whether a natural person is meant, and why. Certainty says
// whether the values are what the detector calls them, never how many there are.
import { analysisTexts } from '../texts/analysis';
import type { DetectorName } from './detectors/look';
import type { Certainty, Hit } from './result';

/** Cells of a column in which a detector saw something; `supported` and `organisation` count cells too. */
export type Tally = { valid: number; invalid: number; supported: number; organisation: number; readonly samples: string[] };
export type ColumnFacts = { readonly name: string /** Cells that are not empty. */; readonly filled: number };

/** How often a check character holds by chance. */
const CHANCE: Readonly<Partial<Record<DetectorName, number>>> = { 'resident-id': 1 / 11, 'hmt-residence-permit': 1 / 11, uscc: 1 / 31 };
const PHONE_NAME = /手机|电话|联系方式|联系人|mobile|phone|tel/i;
const CODE_NAME = /编号|代码|编码|订单|流水|单号|序号|站点|设备|户号|表号|时间戳|serial|order|code|(?:^|[_\W])(?:id|no)$/i;
/** Lines that firms and public services publish; whoever is named in the header beside them is a person again. */
const FIRM_NAME = /客服|热线|(?:服务|投诉|企业|单位|公司|门店)电话|hotline/i;
const PERSON_NAME = /联系人|负责人|经办|法人|代表|个人|本人|姓名/;
const MAIL_NAME = /邮箱|邮件|e-?mail|mailbox/i;

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
function byCheck(detector: DetectorName, { valid, invalid, supported }: Tally): Certainty {
  if (valid === 0) return 'weak';
  const chance = chanceOfAtLeast(valid, valid + invalid, CHANCE[detector] ?? 1);
  if (chance < 0.001) return 'certain';
  if (chance < 0.05) return 'likely';
  return supported > 0 || (invalid === 0 && detector !== 'uscc') ? 'likely' : 'weak';
}

/** Eleven digits prove nothing: the header decides, then words beside the numbers, then whether the column holds little else. */
function byContext({ valid, supported }: Tally, { name, filled }: ColumnFacts): Certainty {
  const share = valid / Math.max(filled, 1);
  if (PHONE_NAME.test(name)) return share >= 0.5 ? 'certain' : 'likely';
  if (CODE_NAME.test(name)) return 'weak';
  if (supported * 2 >= valid) return 'likely';
  return share >= 0.9 && valid >= 5 ? 'likely' : 'weak';
}

const byAddress = (name: string): Certainty => (MAIL_NAME.test(name) ? 'certain' : 'likely');

function certaintyOf(detector: DetectorName, tally: Tally, facts: ColumnFacts): Certainty {
  if (detector === 'mobile') return byContext(tally, facts);
  return detector === 'email' ? byAddress(facts.name) : byCheck(detector, tally);
}

/** GB/T 42460-2023, annex A; a firm's number, a hotline and a role mailbox name nobody. */
function isDirect(detector: DetectorName, { valid, invalid, organisation }: Tally, { name }: ColumnFacts): boolean {
  if (detector === 'uscc') return false;
  if (detector === 'mobile') return !FIRM_NAME.test(name) || PERSON_NAME.test(name);
  return detector !== 'email' || organisation < valid + invalid;
}

export function judge(detector: DetectorName, tally: Tally, facts: ColumnFacts): Hit {
  const { valid, invalid, samples } = tally;
  const certainty = certaintyOf(detector, tally, facts);
  const contradicted = detector === 'mobile' && certainty === 'weak' && CODE_NAME.test(facts.name);
  const words = analysisTexts.zh;
  const soleTraders = detector === 'uscc' ? valid + invalid - tally.organisation : 0;
  return {
    detector,
    cells: valid + invalid,
    valid,
    invalid,
    certainty,
    direct: isDirect(detector, tally, facts),
    // GB/T 45574-2025: none of these is sensitive as such.
    sensitive: false,
    source: words.source[detector],
    why: [
      words.why[detector](valid, invalid),
      ...(contradicted ? [words.contradicted(facts.name)] : []),
      ...(soleTraders > 0 ? [words.soleTraders(soleTraders)] : []),
    ].join(''),
    samples,
  };
}
