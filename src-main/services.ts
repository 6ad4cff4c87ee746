// Builds the rooms' services in the order they need each other, and says what happens between them at start, at lock and at the end.
import path from 'node:path';
import { proposals } from '@shared/assessment/proposals';
import { startTexts } from '@shared/texts/start';
import { app } from 'electron';
import { createAnalysisQueue } from './analysis/queue';
import { resultsKey } from './analysis/records';
import { createRunner } from './analysis/runner';
import type { Services } from './ipc/services';
import { openAttempts } from './keys/attempts';
import { openKeyring } from './keys/keyring';
import { PRACTICE_PASSPHRASE } from './keys/passphrase';
import { openLedgerFiles } from './ledger/files';
import { openLedger } from './ledger/ledger';
import type { Logger } from './logging/logger';
import { createOperations } from './operations/operations';
import { createTrustImport } from './profile/first-run';
import { PRACTICE_PROFILE } from './profile/practice';
import { createProfileService } from './profile/profile';
import { createQuarantineActs } from './quarantine/quarantine-acts';
import { createPrinter } from './report/printer';
import { createReports } from './report/reports';
import { openSamples } from './samples/samples';
import type { Desk } from './shell/desk';
import { createFilePicker } from './shell/file-picker';
import type { Folders } from './shell/folders';
import { openSettings } from './shell/settings';
import type { StartOptions } from './shell/start';
import { appStatus } from './shell/status';
import { loaded, type WindowFactory } from './shell/windows';
import { createApprovals } from './signing/approval';
import { createIncidentSigning } from './signing/incidents';
import { createSigning } from './signing/signing';
import { openLogState } from './sync/log-state';
import { lastReceiptAt } from './sync/receipt-time';
import { createSync, type Sync } from './sync/sync';
import { openTrust } from './trust/trust';
import { openQuarantine } from './vault/quarantine';
import { openVault, type Vault } from './vault/vault';

export type Parts = {
  readonly options: StartOptions;
  readonly folders: Folders;
  readonly logger: Logger;
  readonly windows: WindowFactory;
  readonly desk: Desk;
  readonly emit: Services['emit'];
};

/** The profile's working keys exist only while it is unlocked; asking for one at another time is a bug, not a state. */
const needed = <T>(value: T | null): T => {
  if (value === null) throw new Error('asked for a key while locked');
  return value;
};

export function buildServices({ options, folders, logger, windows, desk, emit }: Parts): Services {
  const { clock, practice } = options;
  const settings = openSettings(folders.profile);
  const attempts = openAttempts(folders.profile, clock);
  const keyring = openKeyring(folders.profile, attempts, clock);
  const ledger = openLedger(openLedgerFiles(folders.ledger, folders.checkpoints), clock, () => keyring.identity()?.workstation ?? null);
  const trust = openTrust({
    folder: folders.trust,
    shippedEditions: path.join(options.resources, 'checklists'),
    givenTrustFile: options.trustFile,
    practice,
  });
  const actor = () => {
    const keyid = keyring.identity()?.reviewer.key.keyid;
    return keyid ? (trust.enrolments(keyid)[0]?.predicate.person ?? keyid) : 'system';
  };
  const operations = createOperations(ledger, actor);
  const logState = openLogState(folders.trust);

  const vaultKey = () => needed(keyring.open()).vaultKey.reveal();
  const quarantineKey = () => resultsKey(vaultKey());
  const quarantine = openQuarantine(
    folders.records,
    (id, facts) =>
      facts
        ? operations.record('evidence.quarantine', id, { digest: facts.digest, reason: facts.reason }, facts.by)
        : operations.record('evidence.quarantine', id, {}, 'system'),
    clock,
  );
  const openedVault = openVault(folders.vault, folders.records, vaultKey, clock, (sha256) => quarantine.kind(sha256, quarantineKey));
  const vault = (): Vault | null => (keyring.open() ? openedVault : null);

  const changed = () => {
    emit('status', status());
    emit('outbox', sync.view());
  };
  const profile = createProfileService({
    keyring,
    ledger,
    operations,
    trust,
    clock,
    sync: (): Sync => sync,
    onLock: () => {
      approvals.close();
      analyses.locked();
    },
  });
  const sync: Sync = createSync({
    ledger,
    trust,
    operations,
    state: logState,
    clock,
    logger,
    workstationSigner: profile.workstationSigner,
    ownKeys: profile.ownKeys,
    ensureRequests: profile.ensureRequests,
    workstationKeyid: () => keyring.identity()?.workstation.keyid ?? null,
    changed,
  });
  const analyses = createAnalysisQueue({
    recordsFolder: folders.records,
    key: () => keyring.open()?.vaultKey.reveal() ?? null,
    vault,
    quarantine,
    runner: createRunner(async () => {
      const window = windows.analysis();
      await loaded(window);
      return window;
    }),
    appVersion: app.getVersion(),
    proposed: (files) => trust.editions().flatMap(({ edition }) => proposals(files, edition).map(({ id }) => id)),
    // A locked page hears how many files are left, and nothing of what was found.
    changed: (view) => (keyring.open() ? emit('analysis', view) : emit('status', status())),
    logger,
  });
  const approvals = createApprovals(() => windows.signing(needed(desk.window())), clock);
  const appearance = () => ({ language: settings.get().language, theme: settings.get().theme });
  const workstationCheckpoint = () => {
    const signer = profile.workstationSigner();
    if (signer) ledger.checkpoint(signer);
  };
  const sendSoon = () => void sync.now();
  const incidents = createIncidentSigning({ keyring, ledger, operations, approvals, appearance, workstationCheckpoint, sendSoon });
  const quarantineActs = createQuarantineActs({
    quarantine,
    key: quarantineKey,
    vault,
    analyses,
    ledger,
    operations,
    trust,
    incidents,
    people: () => {
      const reviewer = keyring.identity()?.reviewer;
      return reviewer ? { reviewer: { name: reviewer.name, keyid: reviewer.key.keyid }, countersigners: profile.countersigners() } : null;
    },
    clock,
    logger,
  });
  const signing = createSigning({
    keyring,
    ledger,
    operations,
    trust,
    vault,
    lockOf: (sha256) => quarantine.of(sha256, quarantineKey),
    analyses,
    approvals,
    clock,
    logger,
    pendingFolder: folders.pending,
    lastNote: sync.lastNote,
    lastReceiptAt: () => lastReceiptAt(ledger.lines(), trust.bureau()),
    appearance,
    workstationCheckpoint,
    sendSoon,
  });
  const printer = createPrinter(windows.report, logger);
  const reports = createReports({
    ledger,
    trust,
    operations,
    printer,
    identity: keyring.identity,
    workstationSigner: profile.workstationSigner,
    exportsFolder: folders.exports,
  });
  const status = () =>
    appStatus({
      practice,
      version: app.getVersion(),
      dataFolder: folders.profile,
      clock,
      keyring,
      attempts,
      ledger,
      trust,
      sync,
      logState,
      profile,
      settings,
      analysesLeft: analyses.left,
    });
  const trustImport = createTrustImport(trust, operations, practice, () => void sync.now());
  return {
    practice,
    clock,
    logger,
    folders: { exports: folders.exports, data: folders.profile },
    settings,
    keyring,
    profile,
    trust,
    trustImport,
    ledger,
    operations,
    vault,
    samples: openSamples(path.join(options.resources, 'samples')),
    analyses,
    quarantine: quarantineActs,
    approvals,
    signing,
    printer,
    reports,
    sync,
    files: createFilePicker(desk.window),
    zoom: (factor) => desk.contents()?.setZoomFactor(factor),
    status,
    emit,
    lock: () => {
      if (keyring.state() !== 'unlocked') return;
      emit('locked', null);
      profile.lock();
      desk.renew();
    },
    /** The page took its data key and its drafts with it; what was saved is there again after the passphrase. */
    deskDied: () => {
      logger.info('desk.died', { unlocked: keyring.state() === 'unlocked' });
      profile.lock();
      desk.renew();
    },
    /** In practice the profile makes itself; a real one is made by a person in the first run. */
    prepare: async () => {
      if (practice) process.stdout.write(`${startTexts.zh.PRACTICE_PASSPHRASE(PRACTICE_PASSPHRASE)}\n`);
      if (practice && keyring.state() === 'none') await profile.create({ ...PRACTICE_PROFILE, practice, passphrase: PRACTICE_PASSPHRASE });
    },
    close: () => {
      windows.close();
      sync.stop();
      approvals.close();
      analyses.close();
      profile.lock();
    },
  };
}
