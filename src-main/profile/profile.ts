// The profile's life as acts: created, unlocked, locked, enrolled. At each of these moments several rooms must move together (keys, ledger,
// trust, sync), and here is where that order stands. It holds no key; what needs one asks the keyring.

import type { AddCode, CreateCode, Keyring, NewProfile, UnlockCode } from '@main/keys/keyring';
import { PRACTICE_PASSPHRASE } from '@main/keys/passphrase';
import type { Ledger } from '@main/ledger/ledger';
import type { Operations } from '@main/operations/operations';
import type { Sync } from '@main/sync/sync';
import type { Trust } from '@main/trust/trust';
import { encodeEnvelope, IN_TOTO_PAYLOAD_TYPE, signEnvelope } from '@shared/attestation/dsse';
import { buildStatement } from '@shared/attestation/statements/statement';
import { keySubject } from '@shared/attestation/statements/subjects';
import { type PrivateKey, type Signer, signerOf } from '@shared/attestation/suites';
import { failure, ok, type Result } from '@shared/basics/result';
import { type Clock, timestamp } from '@shared/basics/time';
import type { CountersignerView, EnrolmentState, Exported } from '@shared/contract/views';

export type ProfileParts = {
  readonly keyring: Keyring;
  readonly ledger: Ledger;
  readonly operations: Operations;
  readonly trust: Trust;
  readonly sync: () => Sync;
  readonly clock: Clock;
  readonly onLock: () => void;
};

export function createProfileService(parts: ProfileParts) {
  const { keyring, ledger, operations, trust, clock } = parts;

  const workstationSigner = (): Signer | null => {
    const keys = keyring.open();
    return keys ? signerOf({ suite: 'ed25519', secret: keys.workstationKey.reveal() }) : null;
  };

  /** Asks the bureau to enrol a key: signed by that very key, so that nobody can ask for another's. Once; sending again sends the same. */
  function signRequest(key: PrivateKey, role: 'reviewer' | 'workstation', person: string | null = null): void {
    const bureau = trust.bureau();
    const identity = keyring.identity();
    if (!bureau || !identity) return;
    const signer = signerOf(key);
    if (trust.request(signer.publicKey.keyid)) return;
    const name =
      role === 'reviewer' ? (person ?? identity.reviewer.name) : `workstation ${signer.publicKey.keyid.slice(0, 4).toUpperCase()}`;
    const payload = buildStatement('enrolment-request', {
      suite: key.suite,
      subject: [keySubject(name, signer.publicKey)],
      predicate: {
        person: name,
        name,
        role,
        operator: identity.operator.name,
        publicKey: signer.publicKey.pem,
        bureau: bureau.origin,
        at: timestamp(clock()),
      },
    });
    trust.keepRequest(signer.publicKey.keyid, signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [signer]));
    operations.record('enrolment.request', signer.publicKey.keyid);
  }

  /** The reviewer's request needs the passphrase, so it is made whenever one has just been typed and none is there yet. */
  async function ensureRequests(passphrase: string): Promise<void> {
    const identity = keyring.identity();
    const keys = keyring.open();
    if (!identity || !keys || !trust.bureau()) return;
    signRequest({ suite: 'ed25519', secret: keys.workstationKey.reveal() }, 'workstation');
    if (!trust.request(identity.reviewer.key.keyid)) await keyring.withSigningKey(passphrase, (key) => signRequest(key, 'reviewer'));
  }

  /** Every key of this profile: whoever asks the bureau or takes its answer asks for all of them. */
  const ownKeys = (): readonly string[] => {
    const identity = keyring.identity();
    return identity
      ? [identity.reviewer.key.keyid, identity.workstation.keyid, ...keyring.countersigners().map(({ key }) => key.keyid)]
      : [];
  };

  const service = {
    workstationSigner,
    ownKeys,

    /** Two people decide what one may not, so the bureau must know both: without its trust file there is nobody to ask. */
    async addCountersigner(name: string, passphrase: string): Promise<Result<null, AddCode | 'NO_TRUST' | 'LEDGER_READ_ONLY'>> {
      if (!trust.bureau()) return failure('NO_TRUST');
      if (ledger.health().readOnly) return failure('LEDGER_READ_ONLY');
      const added = await keyring.addCountersigner(name, passphrase, (key) => {
        operations.record('key.create', signerOf(key).publicKey.keyid);
        signRequest(key, 'reviewer', name);
      });
      if (added.ok) void parts.sync().now();
      return added;
    },

    /** Who besides the reviewer may confirm, as the bureau has it now. */
    countersigners(): readonly CountersignerView[] {
      return keyring.countersigners().map(({ name, key }) => {
        const enrolment = trust.enrolmentAt(key.keyid, clock())?.predicate ?? null;
        const revoked = trust.revocations([key.keyid]).length > 0;
        const mayConfirm = enrolment !== null && !revoked && (enrolment.maySign || enrolment.mayCountersign);
        return { name, keyid: key.keyid, person: enrolment?.person ?? null, mayConfirm };
      });
    },

    async create(input: NewProfile): Promise<Result<null, CreateCode>> {
      const created = await keyring.create(input);
      if (!created.ok) return created;
      const identity = keyring.identity();
      operations.record('profile.create', identity?.workstation.keyid ?? '');
      operations.record('key.create', identity?.reviewer.key.keyid ?? '');
      return ok(null);
    },

    async unlock(passphrase: string): Promise<Result<{ dataKey: Uint8Array }, UnlockCode>> {
      const keyid = keyring.identity()?.reviewer.key.keyid ?? '';
      const opened = await keyring.unlock(passphrase);
      if (!opened.ok) {
        if (opened.code === 'PASSPHRASE_WRONG') operations.record('key.unlock-failed', keyid);
        return opened;
      }
      operations.record('key.unlock', keyid);
      await ensureRequests(passphrase);
      const signer = workstationSigner();
      if (signer && !ledger.health().readOnly) ledger.checkpoint(signer);
      parts.sync().start();
      return ok({ dataKey: new Uint8Array(opened.value.dataKey.reveal()) });
    },

    lock(): void {
      if (keyring.state() !== 'unlocked') return;
      const keyid = keyring.identity()?.reviewer.key.keyid ?? '';
      operations.record('key.lock', keyid);
      const signer = workstationSigner();
      if (signer && !ledger.health().readOnly) ledger.checkpoint(signer);
      parts.onLock();
      keyring.lock();
    },

    /**
     * A trust file may come after the keys were made. The reviewer's request then waits for the next time the passphrase is typed; in practice the
     * passphrase is public, so nobody has to.
     */
    async ensureRequests(): Promise<void> {
      const identity = keyring.identity();
      if (identity?.practice && keyring.open()) await ensureRequests(PRACTICE_PASSPHRASE);
    },

    enrolment(): EnrolmentState {
      const keyid = keyring.identity()?.reviewer.key.keyid;
      if (!keyid) return 'none';
      if (trust.enrolmentAt(keyid, clock())) return 'enrolled';
      return trust.request(keyid) ? 'pending' : 'none';
    },

    async requestEnrolment(): Promise<
      Result<EnrolmentState, 'NO_TRUST' | 'BUREAU_UNREACHABLE' | 'BUREAU_ANSWER_INVALID' | 'PROFILE_MISSING'>
    > {
      if (!keyring.identity()) return failure('PROFILE_MISSING');
      if (!trust.bureau()) return failure('NO_TRUST');
      await parts.sync().now();
      const code = parts.sync().view().lastTry?.code;
      if (code === 'BUREAU_UNREACHABLE' || code === 'BUREAU_ANSWER_INVALID') return failure(code);
      return ok(service.enrolment());
    },

    /** The same bytes that the network would carry, for a bureau that cannot be reached from here. */
    exportRequest(
      save: (fileName: string, bytes: Uint8Array) => Result<Exported, 'EXPORT_FAILED'>,
    ): Result<Exported, 'PROFILE_MISSING' | 'NO_TRUST' | 'EXPORT_FAILED'> {
      const identity = keyring.identity();
      if (!identity) return failure('PROFILE_MISSING');
      const own = ownKeys();
      const requests = own.flatMap((keyid) => {
        const request = trust.request(keyid);
        return request ? [{ keyid, request }] : [];
      });
      if (requests.length < own.length) return failure('NO_TRUST');
      let last: Result<Exported, 'EXPORT_FAILED'> = failure('EXPORT_FAILED');
      for (const { keyid, request } of requests) {
        last = save(`${keyid.slice(0, 8)}.shiqi-request.json`, encodeEnvelope(request));
        if (!last.ok) return last;
      }
      return last;
    },

    importAnswer(bytes: Uint8Array): Result<EnrolmentState, 'ANSWER_UNREADABLE' | 'ANSWER_FOR_ANOTHER_KEY' | 'ANSWER_NOT_TRUSTED'> {
      const accepted = trust.acceptEnrolment(bytes, ownKeys());
      if (!accepted.ok) return failure(accepted.code === 'NO_TRUST' ? 'ANSWER_NOT_TRUSTED' : accepted.code);
      operations.record('enrolment.accept', accepted.value.keyid);
      return ok(service.enrolment());
    },
  };
  return service;
}
export type ProfileService = ReturnType<typeof createProfileService>;
