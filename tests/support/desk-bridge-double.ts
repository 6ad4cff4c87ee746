// A stand-in for main behind the desk's contract, for looking at pages and for tests of what pages send. Derived from the contract: a call
// added there does not compile here until it has an answer. It keeps a little state (profile, preferences, enrolment), nothing more.

import { emptyRegistration, type Registration } from '@shared/assessment/model';
import type { OutcomeOf } from '@shared/contract/call';
import type { DeskBridge, DeskEvents, deskCalls } from '@shared/contract/contract';
import type { AppStatus, EditionView, EvidenceView, LedgerLine, OutboxView, TrustView, VerdictView } from '@shared/contract/views';

type Ok<K extends keyof typeof deskCalls> = OutcomeOf<(typeof deskCalls)[K]>;
export type DeskDoubleOptions = {
  readonly status?: Partial<AppStatus>;
  readonly passphrase?: string;
  /** 32 bytes; the same key opens the same store again. */
  readonly dataKey?: Uint8Array;
  readonly editions?: readonly EditionView[];
  readonly sample?: (id: string, version: string) => Registration;
  readonly verdicts?: readonly VerdictView[];
  /** Fingerprint groups that the double's trust file has. */
  readonly fingerprint?: readonly string[];
  /** Answers that replace the double's own, call by call. */
  readonly answers?: Partial<{ [K in keyof typeof deskCalls]: (input: never) => Ok<K> | Promise<Ok<K>> }>;
};

export const DOUBLE_PASSPHRASE = 'practice practice practice';
export const DOUBLE_FINGERPRINT = ['2107', '60fb', 'a818', '5013', 'b535', '30aa', '91c4', '0e7d'] as const;
const HEX = (digit: string) => digit.repeat(64);
const AT = '2026-11-23T05:10:00.000Z';

export const baseStatus: AppStatus = {
  profile: 'locked',
  practice: true,
  practicePassphrase: DOUBLE_PASSPHRASE,
  language: 'zh',
  theme: 'light',
  now: AT,
  reviewer: { name: '林审一', operator: '示例数据运营有限公司', keyid: '2c70e12b26b683aa', suite: 'sm2' },
  workstation: '02 号工作站',
  enrolment: 'enrolled',
  bureau: { name: '演练市数据局', reachable: true, lastContact: AT },
  unsent: 0,
  ledger: { entries: 41, head: HEX('a'), readOnly: false, code: 'OK', line: null, checkedAt: AT },
  idleLockMinutes: 10,
  dataFolder: '/home/reviewer/.config/shiqi-practice',
  version: '0.1.0',
  unlockFailures: { remaining: 10, until: null },
  analysesLeft: 0,
};

const trust: TrustView = {
  token: 'trust-1',
  fileName: '市数据局-2026.trust.json',
  sha256: HEX('8'),
  bureaus: [
    {
      name: '市数据局（示例）',
      practice: false,
      origin: 'shiqi.bureau/example',
      statementKeys: [
        { suite: 'sm2', keyid: '2bf0935663' },
        { suite: 'ed25519', keyid: '5e4fd7ae40' },
      ],
      logKeys: 1,
      witnessKeys: 1,
      url: null,
    },
  ],
};

const line = (seq: number): LedgerLine => ({
  seq,
  at: AT,
  kind: 'operation',
  title: '解锁',
  by: '林审一',
  hash: HEX('b'),
  prev: HEX('c'),
  raw: '{}',
});
const done = <T>(value: T) => ({ ok: true, value }) as const;
const refused = <Code extends string>(code: Code) => ({ ok: false, code }) as const;

export function deskBridgeDouble(
  options: DeskDoubleOptions = {},
): DeskBridge & { readonly emit: <K extends keyof DeskEvents>(event: K, payload: DeskEvents[K]) => void } {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const evidence = new Map<string, EvidenceView[]>();
  const fingerprint = options.fingerprint ?? DOUBLE_FINGERPRINT;
  let passphrase = options.passphrase ?? DOUBLE_PASSPHRASE;
  let status: AppStatus = { ...baseStatus, ...options.status };
  const emit = <K extends keyof DeskEvents>(event: K, payload: DeskEvents[K]) => {
    for (const listener of listeners.get(event) ?? []) (listener as (payload: DeskEvents[K]) => void)(payload);
  };
  const change = (part: Partial<AppStatus>) => {
    status = { ...status, ...part };
    emit('status', status);
  };
  const outbox = (): OutboxView => ({ items: [], running: false, lastTry: null, nextTry: null, bureau: null, checkpoint: null });

  const own: { [K in keyof typeof deskCalls]: DeskBridge[K] } = {
    status: async () => done(status),
    setPreferences: async (preferences) => {
      change({
        language: preferences.language ?? status.language,
        theme: preferences.theme ?? status.theme,
        idleLockMinutes: preferences.idleLockMinutes ?? status.idleLockMinutes,
      });
      return done(null);
    },
    zoom: async () => done(null),
    reveal: async () => done(null),
    chooseTrust: async () => done(trust),
    confirmTrust: async ({ groups, persons }) => {
      if (persons[0] === persons[1]) return refused('PERSONS_EQUAL');
      if (groups.some((group, index) => group !== fingerprint[index])) return refused('FINGERPRINT_MISMATCH');
      change({ bureau: { name: trust.bureaus[0]?.name ?? '', reachable: null, lastContact: null } });
      return done(null);
    },
    checkTrustGroup: async ({ index, group }) => done({ matches: fingerprint[index] === group }),
    createProfile: async (input) => {
      if (input.passphrase.length < 12) return refused('PASSPHRASE_TOO_SHORT');
      passphrase = input.passphrase;
      change({
        profile: 'locked',
        reviewer: { name: input.reviewer, operator: input.operator.name, keyid: 'aa11bb22cc33dd44', suite: input.suite },
        enrolment: 'none',
      });
      return done(null);
    },
    requestEnrolment: async () => {
      if (status.bureau === null) return refused('NO_TRUST');
      change({ enrolment: 'enrolled' });
      return done(status.enrolment);
    },
    exportEnrolmentRequest: async () => done({ fileName: '登记申请.json', folder: status.dataFolder, bytes: 812 }),
    importAnswer: async () => {
      change({ enrolment: 'enrolled' });
      return done(status.enrolment);
    },
    unlock: async (input) => {
      if (input.passphrase !== passphrase) {
        change({ unlockFailures: { remaining: Math.max(0, status.unlockFailures.remaining - 1), until: null } });
        return refused('PASSPHRASE_WRONG');
      }
      change({ profile: 'unlocked', unlockFailures: { remaining: 10, until: null } });
      return done({ dataKey: options.dataKey ?? new Uint8Array(32).fill(7) });
    },
    lock: async () => {
      change({ profile: 'locked' });
      emit('locked', null);
      return done(null);
    },
    samples: async () =>
      done([
        { id: 'heating-index', version: '1', title: '供热需求指数', form: 'index', bytes: 951_517, files: 3 },
        { id: 'bus-trips', version: '1', title: '公交刷卡出行数据集', form: 'dataset', bytes: 9_412_004, files: 3 },
        { id: 'bus-trips', version: '2', title: '公交刷卡出行数据集', form: 'dataset', bytes: 41_022, files: 2 },
        { id: 'credit-score-api', version: '1', title: '小微企业信用评分 API', form: 'api', bytes: 1_202_114, files: 4 },
        { id: 'credit-score-api', version: '2', title: '小微企业信用评分 API', form: 'api', bytes: 1_188_460, files: 4 },
      ]),
    loadSample: async ({ id, version }) => done({ registration: options.sample?.(id, version) ?? emptyRegistration() }),
    chooseEvidence: async ({ dossier }) => done(evidence.get(dossier) ?? []),
    dropEvidence: async ({ dossier, role }, files) => {
      const added = (files ?? []).map(
        (file, at): EvidenceView => ({
          sha256: HEX(String(at % 10)),
          name: (file as File).name,
          bytes: (file as File).size,
          role,
          dossier,
          addedAt: AT,
          alreadyStored: false,
        }),
      );
      evidence.set(dossier, [...(evidence.get(dossier) ?? []), ...added]);
      return done(added);
    },
    removeEvidence: async ({ dossier, sha256 }) => {
      const before = evidence.get(dossier) ?? [];
      evidence.set(
        dossier,
        before.filter((file) => file.sha256 !== sha256),
      );
      return before.some((file) => file.sha256 === sha256) ? done(null) : refused('EVIDENCE_UNKNOWN');
    },
    evidence: async ({ dossier }) => done(evidence.get(dossier) ?? []),
    fileDossier: async () => done({ registeredAt: AT }),
    supplement: async () => done(null),
    sendSupplement: async ({ due, materials }) => done({ at: AT, due, materials }),
    editions: async () => done(options.editions ?? []),
    analyses: async () => done([]),
    analyse: async () => done(null),
    cancelAnalysis: async () => done(null),
    exportAnalysis: async () => refused('ANALYSIS_MISSING'),
    exportRows: async () => refused('ANALYSIS_MISSING'),
    quarantine: async () => done(null),
    quarantineSteps: async () => refused('QUARANTINE_UNKNOWN'),
    reportProblem: async () => done({ state: 'cancelled' }),
    noteNotices: async () => done(null),
    confirmDeletion: async () => done({ state: 'cancelled' }),
    countersigners: async () => done([]),
    addCountersigner: async () => done(null),
    sign: async () => done({ state: 'cancelled' }),
    verdicts: async () => done(options.verdicts ?? []),
    verdict: async () => refused('VERDICT_UNKNOWN'),
    reportPdf: async () => refused('VERDICT_UNKNOWN'),
    exportReport: async () => refused('VERDICT_UNKNOWN'),
    exportPdf: async () => refused('VERDICT_UNKNOWN'),
    exportNotice: async () => refused('VERDICT_UNKNOWN'),
    outbox: async () => done(outbox()),
    syncNow: async () => done(outbox()),
    ledgerPage: async ({ from, count }) =>
      done({
        from,
        total: status.ledger.entries,
        lines: Array.from({ length: Math.max(0, Math.min(count, status.ledger.entries - from)) }, (_, at) => line(from + at)),
      }),
    checkLedger: async () => done(status.ledger),
    exportLedger: async () => done([]),
    chooseAndVerify: async () => done(null),
    dropAndVerify: async () => refused('FILE_UNREADABLE'),
    verifyExported: async () => refused('VERDICT_UNKNOWN'),
  };

  const on: DeskBridge['on'] = (event, listener) => {
    const set = listeners.get(event) ?? new Set();
    listeners.set(event, set.add(listener as (payload: never) => void));
    return () => set.delete(listener as (payload: never) => void);
  };
  const answers = Object.fromEntries(
    Object.entries(options.answers ?? {}).map(([name, answer]) => [
      name,
      async (input: unknown) => (answer as (input: unknown) => unknown)(input),
    ]),
  );
  return { ...own, ...answers, on, emit } as ReturnType<typeof deskBridgeDouble>;
}
