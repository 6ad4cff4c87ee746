// What crosses from main to the pages: plain views of main's own records. Nothing here is secret except the data key in the reply to
// `unlock`, which only the desk receives.
import type { MeasureQuestion } from '../analysis/measure-question';
import type { AnalysisFile } from '../analysis/result';
import type { DossierFile, EvidenceRole, Outcome, Registration } from '../assessment/model';
import type { QuarantineGround } from '../assessment/quarantine-grounds';
import type { Language } from '../texts/language';
import type { VerificationResult } from '../verification/result';

export type ProfileState = 'none' | 'locked' | 'unlocked';
/** unknown: no answer yet and none asked; pending: the bureau has the request. */
export type EnrolmentState = 'none' | 'pending' | 'enrolled' | 'refused';

export type AppStatus = {
  readonly profile: ProfileState;
  readonly practice: boolean;
  /** Public in practice, and shown on its lock screen; null otherwise. */
  readonly practicePassphrase: string | null;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'system';
  /** RFC 3339; the page asks main for the time and keeps no clock of its own. */
  readonly now: string;
  readonly reviewer: { readonly name: string; readonly operator: string; readonly keyid: string; readonly suite: string } | null;
  readonly workstation: string | null;
  readonly enrolment: EnrolmentState;
  readonly bureau: { readonly name: string; readonly reachable: boolean | null; readonly lastContact: string | null } | null;
  readonly unsent: number;
  readonly ledger: LedgerState;
  readonly idleLockMinutes: number;
  readonly dataFolder: string;
  readonly version: string;
  /** True once navigator.storage.persist() would hold: asserted by the desk at start. */
  readonly unlockFailures: { readonly remaining: number; readonly until: string | null };
  /** Files that are queued or being looked at; the queue goes on while the profile is locked. */
  readonly analysesLeft: number;
};

export type LedgerState = {
  readonly entries: number;
  readonly head: string;
  readonly readOnly: boolean;
  readonly code: 'OK' | 'TAIL_TORN' | 'DAMAGED' | 'LOST_ENTRIES' | 'WRITE_FAILED' | 'NONE';
  /** Line (from 1) that does not match, when damaged. */
  readonly line: number | null;
  readonly checkedAt: string | null;
};

export type EditionView = {
  /** The edition as shipped or received; parse with the checklist room's schema. */
  readonly edition: unknown;
  readonly sha256: string;
  /** True when this bureau's envelope for exactly these bytes is at hand; signing needs it. */
  readonly issued: boolean;
  readonly active: boolean;
};

export type SampleView = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly form: string;
  readonly bytes: number;
  readonly files: number;
};

export type EvidenceView = DossierFile & { readonly dossier: string; readonly addedAt: string; readonly alreadyStored: boolean };
export type EvidenceProgress = { readonly dossier: string; readonly name: string; readonly done: number; readonly total: number };

/** A file that nobody reads any more: under which id the ledger knows of it, since when, and whether its line is there yet. */
export type QuarantineView = {
  readonly id: string;
  readonly at: string;
  readonly recorded: boolean;
  /** Raw data, or personal data beyond the agreement, and the person who locked it; null for a mark of a state secret. */
  readonly data: { readonly name: string; readonly grounds: readonly QuarantineGround[]; readonly erasedAt: string | null } | null;
};

/** One step that was taken: when, by whom, and the line of the ledger that says so. */
export type StepView = { readonly at: string; readonly by: string; readonly seq: number };
/** A statement that a person signed. `receivedAt`: the bureau's receipt for it was verified; without it the bureau has heard nothing. */
export type SignedStepView = StepView & {
  /** Of the signed bytes. */
  readonly sha256: string;
  /** The signer as the bureau enrolled him; null when it does not know the key. */
  readonly person: string | null;
  readonly receivedAt: string | null;
};
/** What became of locked data, computed from the ledger's lines each time: the problem report, the second person's word, the deletion itself. */
export type QuarantineSteps = {
  readonly lock: StepView | null;
  readonly report: SignedStepView | null;
  readonly notices: StepView | null;
  readonly confirmation: SignedStepView | null;
  readonly deletion: StepView | null;
};

/** A person of this workstation beside its reviewer, who confirms with a key of his own. `person`: as the bureau enrolled him; null until then. */
export type CountersignerView = {
  readonly name: string;
  readonly keyid: string;
  readonly person: string | null;
  readonly mayConfirm: boolean;
};

export type AnalysisView = {
  readonly dossier: string;
  readonly sha256: string;
  readonly name: string;
  readonly role: EvidenceRole;
  /** Of the latest look. */
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number;
  /** Why the latest look did not come to its end; beside `done` the result of the one before still stands. */
  readonly code: string | null;
  /** Of a locked file. Beside EVIDENCE_QUARANTINED nothing of its result is left; of locked data the result stands, and nobody exports it. */
  readonly quarantine?: QuarantineView;
  readonly question: MeasureQuestion;
  /** Who asked it: nobody yet, this program after a first look, or a person. */
  readonly asked: 'nobody' | 'proposed' | 'person';
  /** SHA-256 of the stored result, which the verdict cites; the rest belongs to it too. */
  readonly result: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly version: string;
  readonly files: readonly AnalysisFile[];
  readonly notChecked: readonly string[];
};

export type DeliveryState = 'unsent' | 'sending' | 'received' | 'attention';

export type VerdictView = {
  readonly sha256: string;
  readonly seq: number;
  readonly number: string;
  readonly dossier: string;
  readonly outcome: Outcome;
  readonly product: string;
  readonly productVersion: string;
  readonly form: string;
  readonly developer: string;
  readonly decidedAt: string;
  readonly practice: boolean;
  readonly delivery: DeliveryState;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
};

export type VerdictDetail = VerdictView & {
  /** The verdict's predicate, parsed from the signed bytes. */
  readonly predicate: unknown;
  readonly subjects: readonly { readonly name: string; readonly sha256: string; readonly sm3: string | null }[];
  readonly entry: { readonly seq: number; readonly at: string; readonly prev: string; readonly hash: string };
  readonly sentAt: string | null;
  readonly receipt: { readonly index: number; readonly size: number; readonly cosignedAt: string } | null;
  readonly hasNotice: boolean;
  readonly hasCertificate: boolean;
  readonly signatures: number;
};

export type OutboxItem = {
  readonly seq: number;
  readonly kind: string;
  readonly title: string;
  readonly at: string;
  readonly state: DeliveryState;
  /** Why it is kept or needs attention: a code of the sync room. */
  readonly code: string | null;
  readonly receivedAt: string | null;
};
export type OutboxView = {
  readonly items: readonly OutboxItem[];
  readonly running: boolean;
  readonly lastTry: { readonly at: string; readonly code: string } | null;
  readonly nextTry: string | null;
  readonly bureau: { readonly name: string; readonly origin: string; readonly url: string | null } | null;
  readonly checkpoint: { readonly size: number; readonly root: string; readonly cosignedAt: string | null } | null;
};

export type LedgerLine = {
  readonly seq: number;
  readonly at: string;
  readonly kind: 'operation' | 'statement' | 'receipt';
  readonly title: string;
  readonly by: string;
  readonly hash: string;
  readonly prev: string;
  /** The line as it stands in the file. */
  readonly raw: string;
};
export type LedgerPage = { readonly from: number; readonly total: number; readonly lines: readonly LedgerLine[] };

export type TrustView = {
  readonly token: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bureaus: readonly {
    readonly name: string;
    readonly practice: boolean;
    readonly origin: string;
    readonly statementKeys: readonly { readonly suite: string; readonly keyid: string }[];
    readonly logKeys: number;
    readonly witnessKeys: number;
    readonly url: string | null;
  }[];
};

export type SignOutcome =
  | { readonly state: 'signed'; readonly verdict: VerdictView }
  | { readonly state: 'cancelled' }
  /** A second signature is required; the verdict is kept by main and is not called signed. */
  | { readonly state: 'waiting'; readonly payload: string };

export type Exported = { readonly fileName: string; readonly folder: string; readonly bytes: number };

/** A supplement notice that went out: when, by which day (YYYY-MM-DD), and the ids of the papers that were missing. */
export type SupplementView = { readonly at: string; readonly due: string; readonly materials: readonly string[] };

export type SampleRegistration = { readonly registration: Registration };
export type { AnalysisFile, EvidenceRole, MeasureQuestion, VerificationResult };

/** The signing window gets the exact bytes and shows what it parses from them. */
export type SigningView = {
  readonly request: string;
  readonly phrase: string;
  readonly practice: boolean;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'system';
  readonly reviewer: { readonly name: string; readonly keyid: string; readonly suite: string };
  /** In order: the verdict, then what the same approval signs besides; or one problem report alone. */
  readonly payloads: readonly Uint8Array[];
  /** The approval deletes the content of the file that the bytes name. */
  readonly deletes?: boolean;
  readonly expiresAt: string;
};

/** What the report page lays out; everything is taken from signed bytes and receipts. */
export type ReportView = {
  readonly kind: 'report' | 'notice' | 'certificate';
  readonly language: Language;
  readonly practice: boolean;
  readonly operator: string;
  readonly payload: Uint8Array;
  readonly payloadSha256: string;
  readonly signers: readonly {
    readonly name: string;
    readonly act: string;
    readonly suite: string;
    readonly keyid: string;
    readonly enrolled: boolean;
  }[];
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly receiptIndex: number | null;
  /** Questions of the items, by id, from the edition that the verdict names. */
  readonly edition: unknown;
};
