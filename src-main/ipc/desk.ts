// The desk's handlers: one line each, or a few where a call ties two services together. No rule of the domain lives here.
import { resultFile, rowsFile } from '@main/analysis/exports';
import { ledgerPage } from '@main/ledger/page';
import { recordSupplement, supplementOf } from '@main/operations/supplements';
import { type Picked, readPicked } from '@main/shell/file-picker';
import { ledgerState } from '@main/shell/status';
import { findVerdict, verdictDetail, verdictsOf, verdictView } from '@main/signing/verdicts';
import { evidenceView, takeIn } from '@main/vault/intake';
import { verifyFile } from '@main/verify/verify-file';
import type { EvidenceRole } from '@shared/assessment/model';
import { usccCheck } from '@shared/assessment/uscc';
import { failure, ok } from '@shared/basics/result';
import { timestamp } from '@shared/basics/time';
import type { HandlersOf } from '@shared/contract/call';
import type { deskCalls } from '@shared/contract/contract';
import type { Services } from './services';

export function deskHandlers(s: Services): HandlersOf<typeof deskCalls> {
  const withVault = () => s.vault();
  const take = async (dossier: string, role: EvidenceRole, picked: Picked) => {
    const vault = withVault();
    if (!vault) return failure('LOCKED');
    if (!picked.ok) return picked;
    return takeIn(
      dossier,
      picked.value.map((file) => ({ ...file, role })),
      { vault, operations: s.operations, logger: s.logger, progress: (progress) => s.emit('evidence', progress) },
    );
  };
  const nothingIn = (picked: Picked) => picked.ok && picked.value.length === 0;
  const verify = (picked: Picked) => {
    const file = readPicked(picked);
    return file ? verifyFile(file.name, file.bytes, s.trust, s.clock) : failure('FILE_UNREADABLE');
  };
  const attention = () => new Set(s.sync.view().items.flatMap(({ seq, state }) => (state === 'attention' ? [seq] : [])));

  return {
    status: () => ok(s.status()),
    setPreferences: (change) => {
      s.settings.set(change);
      s.emit('status', s.status());
      return ok(null);
    },
    zoom: ({ factor }) => {
      s.zoom(factor);
      return ok(null);
    },
    reveal: ({ folder }) => {
      s.files.reveal(folder === 'exports' ? s.folders.exports : s.folders.data);
      return ok(null);
    },

    chooseTrust: async () => {
      const chosen = await s.files.choose({ title: '信任文件', many: false, filters: [{ name: 'JSON', extensions: ['json'] }] });
      if (nothingIn(chosen)) return ok(null);
      const file = readPicked(chosen);
      return file ? s.trustImport.inspect(file.name, file.bytes) : failure('TRUST_UNREADABLE');
    },
    checkTrustGroup: ({ token, index, group }) => s.trustImport.check(token, index, group),
    confirmTrust: ({ token, groups, persons }) => s.trustImport.confirm(token, groups, persons),
    createProfile: async (input) => {
      if (usccCheck(input.operator.uscc).state !== 'valid') return failure('USCC_CHECK');
      return s.profile.create({ ...input, practice: s.practice });
    },
    requestEnrolment: () => s.profile.requestEnrolment(),
    exportEnrolmentRequest: () => s.profile.exportRequest(s.reports.save),
    importAnswer: async () => {
      const chosen = await s.files.choose({ title: '登记答复', many: false, filters: [{ name: 'JSON', extensions: ['json'] }] });
      if (nothingIn(chosen)) return ok(null);
      const file = readPicked(chosen);
      return file ? s.profile.importAnswer(file.bytes) : failure('ANSWER_UNREADABLE');
    },
    unlock: async ({ passphrase }) => {
      const opened = await s.profile.unlock(passphrase);
      if (opened.ok) {
        s.analyses.resume();
        s.quarantine.resume();
      }
      s.emit('status', s.status());
      return opened;
    },
    lock: () => {
      s.lock();
      return ok(null);
    },

    samples: () => ok(s.practice ? s.samples.list() : []),
    loadSample: async ({ id, version, dossier }) => {
      const sample = s.practice ? s.samples.open(id, version) : null;
      if (!sample) return failure('SAMPLE_UNKNOWN');
      const vault = withVault();
      if (!vault) return failure('LOCKED');
      const taken = await takeIn(dossier, sample.files, {
        vault,
        operations: s.operations,
        logger: s.logger,
        progress: (progress) => s.emit('evidence', progress),
      });
      if (!taken.ok) return taken.code === 'TOO_MANY_FILES' ? failure('FILE_UNREADABLE') : failure(taken.code);
      return ok({ registration: sample.registration });
    },
    chooseEvidence: async ({ dossier, role }) => take(dossier, role, await s.files.choose({ title: '选择文件', many: true })),
    dropEvidence: async ({ dossier, role }, paths) => take(dossier, role, s.files.describe(paths)),
    removeEvidence: ({ dossier, sha256 }) => {
      if (s.ledger.health().readOnly) return failure('LEDGER_READ_ONLY');
      const vault = withVault();
      const locked = vault?.lockOf(sha256);
      if (locked) return failure(locked === 'mark' ? 'EVIDENCE_QUARANTINED' : 'EVIDENCE_LOCKED');
      if (!vault?.remove(dossier, sha256)) return failure('EVIDENCE_UNKNOWN');
      s.operations.record('evidence.delete', dossier, { digest: sha256 });
      return ok(null);
    },
    evidence: ({ dossier }) => {
      const vault = withVault();
      return vault ? ok(vault.list(dossier).map((record) => evidenceView({ ...record, alreadyStored: true }))) : failure('LOCKED');
    },
    fileDossier: ({ assessment }) => {
      const vault = withVault();
      if (!vault) return failure('LOCKED');
      const { registration } = assessment;
      if (registration.stateSecrets.answer !== 'none') return failure('STATE_SECRETS');
      if (s.ledger.health().readOnly) return failure('LEDGER_READ_ONLY');
      const held = vault.list(assessment.id);
      if (registration.files.some(({ sha256, role }) => !held.some((record) => record.sha256 === sha256 && record.role === role)))
        return failure('EVIDENCE_UNKNOWN');
      if (held.some(({ sha256 }) => vault.lockOf(sha256) === 'mark')) return failure('EVIDENCE_QUARANTINED');
      s.operations.record('product.register', assessment.id);
      s.analyses.start(assessment.id, held, registration.agreement);
      return ok({ registeredAt: timestamp(s.clock()) });
    },
    supplement: ({ dossier }) => ok(supplementOf(s.ledger.lines(), dossier)),
    sendSupplement: ({ dossier, due, materials }) => {
      if (supplementOf(s.ledger.lines(), dossier)) return failure('SUPPLEMENT_SENT');
      if (!recordSupplement(s.operations, dossier, due, materials)) return failure('LEDGER_READ_ONLY');
      const sent = supplementOf(s.ledger.lines(), dossier);
      return sent ? ok(sent) : failure('LEDGER_READ_ONLY');
    },

    editions: () =>
      ok(
        s.trust
          .editions()
          .map(({ edition, sha256, envelope }, index) => ({ edition, sha256, issued: envelope !== null, active: index === 0 })),
      ),
    analyses: ({ dossier }) => (withVault() ? ok(s.analyses.views(dossier)) : failure('LOCKED')),
    analyse: ({ dossier, agreement, files }) => {
      const vault = withVault();
      if (!vault) return failure('LOCKED');
      const held = vault.list(dossier);
      const isHeld = (sha256: string) => held.some((record) => record.sha256 === sha256);
      if (held.length === 0 || files?.some((file) => !isHeld(file.sha256))) return failure('EVIDENCE_UNKNOWN');
      if (files?.some(({ sha256 }) => vault.lockOf(sha256) === 'data')) return failure('EVIDENCE_LOCKED');
      if (s.ledger.health().readOnly) return failure('LEDGER_READ_ONLY');
      // What a person has looked at again is on record (Art. 21 ¶2); the look at import belongs to the registration.
      for (const file of files ?? [null]) s.operations.record('analysis.run', dossier, file ? { digest: file.sha256 } : {});
      s.analyses.start(dossier, held, agreement, files && new Map(files.map(({ sha256, question }) => [sha256, question])));
      return ok(null);
    },
    exportAnalysis: ({ dossier, sha256 }) => {
      const vault = withVault();
      if (!vault) return failure('LOCKED');
      if (vault.lockOf(sha256) === 'data') return failure('EVIDENCE_LOCKED');
      const file = resultFile(s.analyses.records(dossier), sha256);
      return file ? s.reports.save(file.fileName, file.bytes) : failure('ANALYSIS_MISSING');
    },
    exportRows: ({ dossier, sha256, part, column }) => {
      const vault = withVault();
      if (!vault) return failure('LOCKED');
      if (vault.lockOf(sha256) === 'data') return failure('EVIDENCE_LOCKED');
      const file = rowsFile(s.analyses.records(dossier), sha256, part, column);
      return file ? s.reports.save(file.fileName, file.bytes) : failure('ANALYSIS_MISSING');
    },
    cancelAnalysis: ({ dossier }) => {
      s.analyses.cancel(dossier);
      return ok(null);
    },

    quarantine: ({ dossier, sha256 }) => s.quarantine.lock(dossier, sha256),
    quarantineSteps: ({ sha256 }) => s.quarantine.steps(sha256),
    reportProblem: ({ sha256, ...words }) => s.quarantine.report(sha256, words),
    noteNotices: ({ sha256 }) => s.quarantine.noteNotices(sha256),
    confirmDeletion: ({ sha256, keyid }) => s.quarantine.confirmDeletion(sha256, keyid),
    countersigners: () => ok(s.profile.countersigners()),
    addCountersigner: async ({ name, passphrase }) => {
      const added = await s.profile.addCountersigner(name, passphrase);
      s.emit('status', s.status());
      return added;
    },

    sign: ({ assessment }) => s.signing.sign(assessment),

    verdicts: () => {
      const lines = s.ledger.lines();
      const waiting = attention();
      return ok(
        verdictsOf(lines)
          .map((held) => verdictView(held, lines, s.trust.bureau(), waiting.has(held.seq)))
          .reverse(),
      );
    },
    verdict: ({ sha256 }) => {
      const lines = s.ledger.lines();
      const held = findVerdict(lines, sha256);
      return held ? ok(verdictDetail(held, lines, s.trust.bureau(), attention().has(held.seq))) : failure('VERDICT_UNKNOWN');
    },
    reportPdf: ({ sha256, kind }) => s.reports.pdf(sha256, kind),
    exportReport: ({ sha256 }) => s.reports.exportPackage(sha256),
    exportPdf: ({ sha256 }) => s.reports.exportPdf(sha256),
    exportNotice: ({ sha256 }) => s.reports.exportNotice(sha256),

    outbox: () => ok(s.sync.view()),
    syncNow: async () => {
      if (!s.trust.bureau()) return failure('NO_TRUST');
      await s.sync.now();
      return ok(s.sync.view());
    },

    ledgerPage: ({ from, count }) => ok(ledgerPage(s.ledger.lines(), from, count)),
    checkLedger: () => {
      s.ledger.recheck();
      return ok(ledgerState(s.ledger));
    },
    exportLedger: () => s.reports.exportLedger(),

    chooseAndVerify: async () => {
      const chosen = await s.files.choose({ title: '验证', many: false });
      return nothingIn(chosen) ? ok(null) : verify(chosen);
    },
    dropAndVerify: (_input, paths) => verify(s.files.describe(paths)),
    verifyExported: ({ sha256 }) => {
      const exported = s.reports.exported(sha256);
      return exported.ok ? verifyFile(exported.value.fileName, exported.value.bytes, s.trust, s.clock) : exported;
    },
  };
}
