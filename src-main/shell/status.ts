// The desk's view of everything around the work, computed from the rooms' own state each time it is asked for.

import type { Attempts } from '@main/keys/attempts';
import type { Keyring } from '@main/keys/keyring';
import { PRACTICE_PASSPHRASE } from '@main/keys/passphrase';
import type { Ledger } from '@main/ledger/ledger';
import type { ProfileService } from '@main/profile/profile';
import type { LogStateStore } from '@main/sync/log-state';
import { unsentCount } from '@main/sync/outbox';
import type { Sync } from '@main/sync/sync';
import type { Trust } from '@main/trust/trust';
import { type Clock, timestamp } from '@shared/basics/time';
import type { AppStatus, LedgerState } from '@shared/contract/views';
import type { SettingsStore } from './settings';

export type StatusParts = {
  readonly practice: boolean;
  readonly version: string;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly attempts: Attempts;
  readonly ledger: Ledger;
  readonly trust: Trust;
  readonly sync: Sync;
  readonly logState: LogStateStore;
  readonly profile: ProfileService;
  readonly settings: SettingsStore;
  readonly analysesLeft: () => number;
};

export function ledgerState(ledger: Ledger): LedgerState {
  const { code, readOnly, line, checkedAt } = ledger.health();
  return {
    entries: ledger.size(),
    head: ledger.head().hash,
    readOnly,
    code: ledger.size() === 0 && code === 'OK' ? 'NONE' : code,
    line,
    checkedAt,
  };
}

export function appStatus(parts: StatusParts): AppStatus {
  const { keyring, trust, settings } = parts;
  const identity = keyring.identity();
  const state = keyring.state();
  const bureau = trust.bureau();
  const { language, theme, idleLockMinutes } = settings.get();
  return {
    profile: state === 'damaged' ? 'locked' : state,
    practice: parts.practice,
    practicePassphrase: parts.practice ? PRACTICE_PASSPHRASE : null,
    language,
    theme,
    now: timestamp(parts.clock()),
    reviewer: identity
      ? {
          name: identity.reviewer.name,
          operator: identity.operator.name,
          keyid: identity.reviewer.key.keyid,
          suite: identity.reviewer.key.suite,
        }
      : null,
    workstation: identity?.workstation.keyid ?? null,
    enrolment: parts.profile.enrolment(),
    bureau: bureau ? { name: bureau.name, reachable: parts.sync.reachable(), lastContact: parts.logState.read().lastContact } : null,
    unsent: unsentCount(parts.ledger.lines()),
    ledger: ledgerState(parts.ledger),
    idleLockMinutes,
    dataFolder: parts.dataFolder,
    version: parts.version,
    unlockFailures: parts.attempts.view(),
    analysesLeft: parts.analysesLeft(),
  };
}
