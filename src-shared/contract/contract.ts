// The one page of everything that crosses between main and its windows, one group per window. Preloads expose their own group and nothing
// else; `handle()` in main checks sender and input for every call here. Codes are the whole truth about how a call can fail.
import { z } from 'zod';
import { measureQuestionSchema } from '../analysis/measure-question';
import { assessmentSchema, evidenceRoleSchema } from '../assessment/model';
import { LANGUAGES } from '../texts/language';
import { type BridgeOf, call, callWithFiles } from './call';
import type {
  AnalysisView,
  AppStatus,
  CountersignerView,
  EditionView,
  EvidenceProgress,
  EvidenceView,
  Exported,
  LedgerPage,
  LedgerState,
  OutboxView,
  QuarantineSteps,
  ReportView,
  SampleRegistration,
  SampleView,
  SigningView,
  SignOutcome,
  SupplementView,
  TrustView,
  VerdictDetail,
  VerdictView,
  VerificationResult,
} from './views';

const nothing = z.undefined();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const passphrase = z.string().min(1).max(200);
const dossier = z.uuid();
/** A part of a file or a column of a table, as results name them. */
const resultName = z.string().max(40_000);

export const deskCalls = {
  // shell
  status: call<AppStatus>()(nothing),
  setPreferences: call<null>()(
    z.strictObject({
      language: z.enum(LANGUAGES).optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
      /** A workstation with a signing key never stays open longer than a quarter of an hour. */
      idleLockMinutes: z.number().int().min(1).max(15).optional(),
    }),
  ),
  /** Of the asking window's text and layout; 1 is 100 %. */
  zoom: call<null>()(z.strictObject({ factor: z.number().min(0.5).max(3) })),
  reveal: call<null>()(z.strictObject({ folder: z.enum(['exports', 'data']) })),

  // first run and lock
  chooseTrust: call<TrustView | null>()(nothing, ['TRUST_UNREADABLE', 'TRUST_PRACTICE']),
  /** `groups`: the eight groups of four hex digits heard on the telephone, in order; compared with the SHA-256 of the file. */
  confirmTrust: call<null>()(
    z.strictObject({
      token: z.string(),
      groups: z.array(z.string().regex(/^[0-9a-f]{4}$/)).length(8),
      persons: z.array(z.string().min(1).max(100)).length(2),
    }),
    ['TRUST_TOKEN_UNKNOWN', 'FINGERPRINT_MISMATCH', 'PERSONS_EQUAL'],
  ),
  /** Checks one group as it is typed, without giving the answer away. */
  checkTrustGroup: call<{ matches: boolean }>()(
    z.strictObject({ token: z.string(), index: z.number().int().min(0).max(7), group: z.string().regex(/^[0-9a-f]{4}$/) }),
    ['TRUST_TOKEN_UNKNOWN'],
  ),
  createProfile: call<null>()(
    z.strictObject({
      operator: z.strictObject({ name: z.string().min(1).max(200), uscc: z.string().length(18) }),
      reviewer: z.string().min(1).max(100),
      suite: z.enum(['sm2', 'ed25519']),
      passphrase,
    }),
    ['PROFILE_EXISTS', 'PASSPHRASE_TOO_SHORT', 'PASSPHRASE_PUBLIC', 'USCC_CHECK'],
  ),
  requestEnrolment: call<AppStatus['enrolment']>()(nothing, ['NO_TRUST', 'BUREAU_UNREACHABLE', 'BUREAU_ANSWER_INVALID', 'PROFILE_MISSING']),
  exportEnrolmentRequest: call<Exported>()(nothing, ['PROFILE_MISSING', 'NO_TRUST', 'EXPORT_FAILED']),
  importAnswer: call<AppStatus['enrolment'] | null>()(nothing, ['ANSWER_UNREADABLE', 'ANSWER_FOR_ANOTHER_KEY', 'ANSWER_NOT_TRUSTED']),
  /** The data key opens the desk's own tables; it is the only secret a page ever holds. */
  unlock: call<{ dataKey: Uint8Array }>()(z.strictObject({ passphrase }), [
    'PROFILE_MISSING',
    'PASSPHRASE_WRONG',
    'UNLOCK_DELAYED',
    'KEY_FILE_DAMAGED',
  ]),
  lock: call<null>()(nothing),

  // register
  samples: call<readonly SampleView[]>()(nothing),
  loadSample: call<SampleRegistration>()(z.strictObject({ id: z.string().max(100), version: z.string().max(20), dossier }), [
    'SAMPLE_UNKNOWN',
    'FILE_UNREADABLE',
    'FILE_MARKED',
    'EVIDENCE_QUARANTINED',
    'EVIDENCE_LOCKED',
    'VAULT_WRITE_FAILED',
  ]),
  chooseEvidence: call<readonly EvidenceView[]>()(z.strictObject({ dossier, role: evidenceRoleSchema }), [
    'FILE_UNREADABLE',
    'FILE_MARKED',
    'EVIDENCE_QUARANTINED',
    'EVIDENCE_LOCKED',
    'TOO_MANY_FILES',
    'VAULT_WRITE_FAILED',
  ]),
  dropEvidence: callWithFiles<readonly EvidenceView[]>()(z.strictObject({ dossier, role: evidenceRoleSchema }), [
    'FILE_UNREADABLE',
    'FILE_MARKED',
    'EVIDENCE_QUARANTINED',
    'EVIDENCE_LOCKED',
    'TOO_MANY_FILES',
    'VAULT_WRITE_FAILED',
  ]),
  removeEvidence: call<null>()(z.strictObject({ dossier, sha256 }), [
    'EVIDENCE_UNKNOWN',
    'EVIDENCE_QUARANTINED',
    'EVIDENCE_LOCKED',
    'LEDGER_READ_ONLY',
  ]),
  evidence: call<readonly EvidenceView[]>()(z.strictObject({ dossier })),
  /** Files the dossier (立卷): one operation line with ids and digests, no content. Analysis of the delivered files starts by itself. */
  fileDossier: call<{ registeredAt: string }>()(z.strictObject({ assessment: assessmentSchema }), [
    'STATE_SECRETS',
    'EVIDENCE_UNKNOWN',
    'EVIDENCE_QUARANTINED',
    'LEDGER_READ_ONLY',
    'TOO_MANY_FILES',
  ]),

  /** The supplement notice of a dossier, or null while none went out. */
  supplement: call<SupplementView | null>()(z.strictObject({ dossier })),
  /** Puts on record that the notice goes out: the day by which, and the ids of the papers that are missing. There is one list, sent once. */
  sendSupplement: call<SupplementView>()(
    z.strictObject({
      dossier,
      due: z.iso.date(),
      materials: z
        .array(z.string().regex(/^[a-z0-9-]{1,40}$/))
        .min(1)
        .max(60),
    }),
    ['SUPPLEMENT_SENT', 'LEDGER_READ_ONLY'],
  ),

  // assess
  editions: call<readonly EditionView[]>()(nothing),
  analyses: call<readonly AnalysisView[]>()(z.strictObject({ dossier })),
  /** Without `files` every file is looked at again, each with its own question; with them only these, with what a person asks. */
  analyse: call<null>()(
    z.strictObject({
      dossier,
      agreement: z.unknown(),
      files: z
        .array(z.strictObject({ sha256, question: measureQuestionSchema }))
        .max(1_000)
        .optional(),
    }),
    ['EVIDENCE_UNKNOWN', 'EVIDENCE_LOCKED', 'LEDGER_READ_ONLY'],
  ),
  /** The stored result of one file, as JSON; and the numbers of its rows in classes that are too small, or with one value of a column, as CSV: numbers, no content. */
  exportAnalysis: call<Exported>()(z.strictObject({ dossier, sha256 }), ['ANALYSIS_MISSING', 'EVIDENCE_LOCKED', 'EXPORT_FAILED']),
  exportRows: call<Exported>()(z.strictObject({ dossier, sha256, part: resultName.nullable(), column: resultName.nullable() }), [
    'ANALYSIS_MISSING',
    'EVIDENCE_LOCKED',
    'EXPORT_FAILED',
  ]),
  cancelAnalysis: call<null>()(z.strictObject({ dossier })),

  // quarantine of raw data and of personal data beyond the agreement
  /** A person locks a delivered file on the grounds of main's own results: from now on nobody reads it. */
  quarantine: call<null>()(z.strictObject({ dossier, sha256 }), [
    'EVIDENCE_UNKNOWN',
    'EVIDENCE_QUARANTINED',
    'EVIDENCE_LOCKED',
    'QUARANTINE_NO_GROUND',
    'LEDGER_READ_ONLY',
  ]),
  quarantineSteps: call<QuarantineSteps>()(z.strictObject({ sha256 }), ['QUARANTINE_UNKNOWN', 'EVIDENCE_QUARANTINED']),
  /** The problem report of Art. 19 ¶3: shown in the signing window, signed there, then sent like every statement. */
  reportProblem: call<{ readonly state: 'signed' | 'cancelled' }>()(
    z.strictObject({
      sha256,
      what: z.string().trim().min(1).max(4_000),
      measures: z.string().trim().min(1).max(4_000),
      severity: z.number().int().min(1).max(5),
    }),
    [
      'QUARANTINE_UNKNOWN',
      'EVIDENCE_QUARANTINED',
      'ALREADY_REPORTED',
      'NOT_ENROLLED',
      'ENROLMENT_EXPIRED',
      'PRIVATE_DATA_IN_TEXT',
      'STATEMENT_TOO_LARGE',
      'SIGNING_IN_PROGRESS',
      'LEDGER_READ_ONLY',
      'LEDGER_WRITE_FAILED',
    ],
  ),
  /** Puts on record that developer and service body are given their notices. */
  noteNotices: call<null>()(z.strictObject({ sha256 }), [
    'QUARANTINE_UNKNOWN',
    'EVIDENCE_QUARANTINED',
    'REPORT_MISSING',
    'LEDGER_READ_ONLY',
  ]),
  /**
   * A second person confirms in the signing window, with a key of his own; then the content is deleted. `keyid`: whose. `confirmed`: the disk refused the
   * deletion, which goes on at the next start.
   */
  confirmDeletion: call<{ readonly state: 'deleted' | 'confirmed' | 'cancelled' }>()(z.strictObject({ sha256, keyid: sha256 }), [
    'QUARANTINE_UNKNOWN',
    'EVIDENCE_QUARANTINED',
    'REPORT_MISSING',
    'REPORT_NOT_RECEIVED',
    'SAME_PERSON',
    'COUNTERSIGNER_UNKNOWN',
    'COUNTERSIGNER_NOT_ENROLLED',
    'ALREADY_DELETED',
    'STATEMENT_TOO_LARGE',
    'SIGNING_IN_PROGRESS',
    'LEDGER_READ_ONLY',
    'LEDGER_WRITE_FAILED',
  ]),
  countersigners: call<readonly CountersignerView[]>()(nothing),
  /** Makes a key that only this passphrase opens, and asks the bureau to enrol its owner. It opens nothing else of the profile. */
  addCountersigner: call<null>()(z.strictObject({ name: z.string().trim().min(1).max(50), passphrase }), [
    'NO_TRUST',
    'PROFILE_MISSING',
    'NAME_TAKEN',
    'PASSPHRASE_TOO_SHORT',
    'PASSPHRASE_PUBLIC',
    'PASSPHRASE_TAKEN',
    'KEY_FILE_DAMAGED',
    'LEDGER_READ_ONLY',
  ]),

  // decide and sign
  sign: call<SignOutcome>()(z.strictObject({ assessment: assessmentSchema }), [
    'ASSESSMENT_INCOMPLETE',
    'OUTCOME_CLOSED',
    'BASIS_NOT_CHOSEN',
    'EDITION_UNKNOWN',
    'EDITION_NOT_ISSUED',
    'NOT_ENROLLED',
    'ENROLMENT_EXPIRED',
    'EVIDENCE_UNKNOWN',
    'EVIDENCE_QUARANTINED',
    'EVIDENCE_CHANGED',
    'ANALYSIS_UNKNOWN',
    'PRIVATE_DATA_IN_TEXT',
    'STATEMENT_TOO_LARGE',
    'CLOCK_BEHIND_LEDGER',
    'SIGNING_IN_PROGRESS',
    'ALREADY_SIGNED',
    'LEDGER_READ_ONLY',
    'LEDGER_WRITE_FAILED',
  ]),

  // verdicts and reports
  verdicts: call<readonly VerdictView[]>()(nothing),
  verdict: call<VerdictDetail>()(z.strictObject({ sha256 }), ['VERDICT_UNKNOWN']),
  reportPdf: call<{ pdf: Uint8Array; pages: number }>()(z.strictObject({ sha256, kind: z.enum(['report', 'notice', 'certificate']) }), [
    'VERDICT_UNKNOWN',
    'REPORT_FAILED',
  ]),
  exportReport: call<Exported>()(z.strictObject({ sha256 }), ['VERDICT_UNKNOWN', 'REPORT_FAILED', 'EXPORT_FAILED', 'KEY_LOCKED']),
  /** The report alone, for printing: a PDF that carries no proof. */
  exportPdf: call<Exported>()(z.strictObject({ sha256 }), ['VERDICT_UNKNOWN', 'REPORT_FAILED', 'EXPORT_FAILED']),
  exportNotice: call<Exported>()(z.strictObject({ sha256 }), ['VERDICT_UNKNOWN', 'NO_NOTICE', 'REPORT_FAILED', 'EXPORT_FAILED']),

  // sync
  outbox: call<OutboxView>()(nothing),
  syncNow: call<OutboxView>()(nothing, ['NO_TRUST']),

  // ledger
  ledgerPage: call<LedgerPage>()(z.strictObject({ from: z.number().int().min(0), count: z.number().int().min(1).max(500) })),
  checkLedger: call<LedgerState>()(nothing),
  exportLedger: call<readonly Exported[]>()(nothing, ['EXPORT_FAILED']),

  // verify
  chooseAndVerify: call<{ fileName: string; result: VerificationResult } | null>()(nothing, ['FILE_UNREADABLE']),
  dropAndVerify: callWithFiles<{ fileName: string; result: VerificationResult }>()(nothing, ['FILE_UNREADABLE']),
  /** Verifies the newest exported package of a verdict, read back from disk. */
  verifyExported: call<{ fileName: string; result: VerificationResult }>()(z.strictObject({ sha256 }), [
    'VERDICT_UNKNOWN',
    'FILE_UNREADABLE',
  ]),
} as const;

export type DeskEvents = {
  status: AppStatus;
  evidence: EvidenceProgress;
  analysis: AnalysisView;
  outbox: OutboxView;
  /** Main locked the profile (idle, or asked): the page forgets its key. */
  locked: null;
};

export const signingCalls = {
  getView: call<SigningView>()(nothing, ['REQUEST_GONE']),
  approve: call<null>()(z.strictObject({ request: z.string(), passphrase }), [
    'REQUEST_GONE',
    'PASSPHRASE_WRONG',
    'UNLOCK_DELAYED',
    'KEY_FILE_DAMAGED',
    'EVIDENCE_CHANGED',
    'BASIS_CHANGED',
    'LEDGER_READ_ONLY',
    'LEDGER_WRITE_FAILED',
  ]),
  cancel: call<null>()(z.strictObject({ request: z.string() })),
} as const;

export const reportCalls = {
  getReport: call<ReportView>()(nothing, ['REPORT_GONE']),
  /** The page has laid itself out and fonts are loaded. */
  ready: call<null>()(z.strictObject({ pages: z.number().int().min(1) })),
} as const;

/** The analysis window has no calls: bytes and results go through one MessagePort per job (see its preload). */
export const analysisCalls = {} as const;

export type NoEvents = Record<never, never>;
export type DeskBridge = BridgeOf<typeof deskCalls, DeskEvents>;
export type SigningBridge = BridgeOf<typeof signingCalls, NoEvents>;
export type ReportBridge = BridgeOf<typeof reportCalls, NoEvents>;

export const DESK_EVENTS = ['status', 'evidence', 'analysis', 'outbox', 'locked'] as const satisfies readonly (keyof DeskEvents)[];
