// Which files each kind of package may hold. A name that is not listed is refused: what nobody checks must not travel under a signature's cover.
import type { VerifiedKind } from './result';

export type PackageKind = Extract<VerifiedKind, `${string}-package`>;

const ENVELOPE = String.raw`[^/]+\.dsse\.json`;
const names = (...patterns: string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`, 'u');

const LISTED: Record<PackageKind, RegExp> = {
  'report-package': names(
    String.raw`report\.pdf`,
    String.raw`(?:verdict|report|edition)\.dsse\.json`,
    String.raw`(?:entry|edition)\.json`,
    String.raw`keys/[0-9a-f]{64}\.pem`,
    `(?:enrolments|withdrawals|revocations)/${ENVELOPE}`,
    String.raw`receipt\.tlog-proof`,
    String.raw`VERIFY\.txt`,
  ),
  'certificate-package': names(
    String.raw`certificate\.pdf`,
    String.raw`(?:certificate|report)\.dsse\.json`,
    String.raw`entry\.json`,
    String.raw`keys/[0-9a-f]{64}\.pem`,
    `(?:enrolments|withdrawals|revocations)/${ENVELOPE}`,
    String.raw`receipt\.tlog-proof`,
    String.raw`VERIFY\.txt`,
  ),
  'courier-package': names(
    String.raw`entries\.jsonl`,
    '(?:bureau-)?checkpoint',
    'consistency',
    `(?:requests|enrolments|revocations)/${ENVELOPE}`,
    String.raw`receipts/(?:0|[1-9]\d*)\.tlog-proof`,
    String.raw`editions/[^/]+/edition(?:\.dsse)?\.json`,
    String.raw`inbox/[0-9a-f]{64}\.dsse\.json`,
  ),
};

/** Files whose presence says which package it is meant to be, asked in this order. */
const TELLING: readonly (readonly [PackageKind, RegExp])[] = [
  ['report-package', /^(?:verdict\.dsse\.json|report\.pdf|edition\.json)$/],
  ['certificate-package', /^certificate\.(?:dsse\.json|pdf)$/],
  [
    'courier-package',
    /^(?:entries\.jsonl|(?:bureau-)?checkpoint|consistency|(?:requests|receipts|editions|inbox|enrolments|revocations)\/.+)$/,
  ],
];

/** By content, not by the file's own name; null when nothing in it is ours. */
export const packageKind = (names: readonly string[]): PackageKind | null =>
  TELLING.find(([, telling]) => names.some((name) => telling.test(name)))?.[0] ?? null;

export const isListed = (kind: PackageKind, name: string): boolean => LISTED[kind].test(name);

/** What a package cannot do without. A receipt may be missing; VERIFY.txt is for people and proves nothing. */
export const REQUIRED: Record<PackageKind, readonly string[]> = {
  'report-package': ['verdict.dsse.json', 'report.pdf', 'report.dsse.json', 'entry.json', 'edition.json', 'edition.dsse.json'],
  'certificate-package': ['certificate.dsse.json', 'certificate.pdf', 'report.dsse.json', 'entry.json'],
  'courier-package': [],
};
