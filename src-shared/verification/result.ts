// The answer of a verification: the shape of `verify --json` and of what every page shows. Codes only; sentences are in texts/verification.
import type { Sha256Hex, Timestamp } from '../basics/units';
import type { Check } from './check';

export type VerifiedKind = 'report-package' | 'certificate-package' | 'courier-package' | 'envelope' | 'ledger';

/**
 * valid: everything present was checked and holds. signer-unknown: whole, but no trusted bureau knows it.
 * withdrawn: genuine, and ended by a statement in the package. unreadable: not one of our formats.
 */
export const RESULTS = ['valid', 'invalid', 'unreadable', 'signer-unknown', 'withdrawn'] as const;
export type ResultWord = (typeof RESULTS)[number];

/** What no check here can tell, or what was not at hand. */
export const NOT_CHECKED = [
  'judgement',
  'pdf-words',
  'later-withdrawals',
  'log-consistency',
  'product-files',
  'trust',
  'receipt',
  'edition',
  'threshold',
  'ledger-head',
  'note',
  'entry',
  'report',
  'revocation',
  'certificate-verdict',
  'withdrawal-place',
  'ledger-end',
  'ledger-start',
  'checkpoint-signature',
  'statement-signatures',
  'consistency-proof',
] as const;
export type NotChecked = (typeof NOT_CHECKED)[number];

export type VerifiedSigner = {
  readonly keyid: Sha256Hex;
  /** null where no trusted enrolment says who it is. */
  readonly person: string | null;
  readonly name: string | null;
  readonly operator: string | null;
  readonly act: string | null;
};

/** What the signed statement says, as it stands; null where the input has no verdict or certificate. Never taken from a PDF. */
export type VerifiedFacts = {
  readonly number: string;
  readonly outcome: string;
  readonly product: string;
  readonly version: string;
  readonly developer: string;
  readonly operator: string | null;
  readonly bureau: string | null;
  readonly decidedAt: Timestamp;
  readonly validUntil: string | null;
  readonly expired: boolean;
  readonly conditions: number;
  readonly edition: string;
  readonly entry: number | null;
  readonly logIndex: number | null;
  readonly effectiveFrom: string | null;
  readonly predicate: unknown;
};

export type VerificationResult = {
  readonly v: 1;
  readonly kind: VerifiedKind | null;
  readonly result: ResultWord;
  readonly received: boolean;
  readonly practice: boolean | null;
  readonly notBefore: Timestamp | null;
  readonly notAfter: Timestamp | null;
  readonly signers: readonly VerifiedSigner[];
  readonly checks: readonly Check[];
  /** Codes of what was not looked at; sentences in texts/verification. */
  readonly notChecked: readonly NotChecked[];
  readonly facts: VerifiedFacts | null;
};

/** 0 holds, 1 something present does not hold, 2 unreadable, 3 signer unknown, 4 withdrawn. */
export const exitCodeOf = ({ result }: VerificationResult): 0 | 1 | 2 | 3 | 4 =>
  (({ valid: 0, invalid: 1, unreadable: 2, 'signer-unknown': 3, withdrawn: 4 }) as const)[result];
