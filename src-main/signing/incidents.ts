// Statements about problems (Art. 19 ¶3): shown in the signing window, signed by the reviewer or by a second person with a key of his own, appended to the
// ledger, sent like every statement. Does not know what a problem is about, and keeps no key.
import type { Keyring, UnlockCode } from '@main/keys/keyring';
import type { Ledger } from '@main/ledger/ledger';
import type { Operations } from '@main/operations/operations';
import { type Envelope, IN_TOTO_PAYLOAD_TYPE, signEnvelope } from '@shared/attestation/dsse';
import type { Subject } from '@shared/attestation/statements/authority';
import { buildStatement, type PredicateInput } from '@shared/attestation/statements/statement';
import { type PrivateKey, signerOf } from '@shared/attestation/suites';
import type { PublicKey } from '@shared/attestation/suites/public-key';
import { sha256Hex } from '@shared/basics/digest';
import { failure, ok, type Result } from '@shared/basics/result';
import type { CodeOf } from '@shared/contract/call';
import type { signingCalls } from '@shared/contract/contract';
import { fitsLine } from '@shared/ledger/entry';
import type { OperationAct } from '@shared/ledger/operations';
import type { Approvals, Shown } from './approval';

type ApproveCode = CodeOf<(typeof signingCalls)['approve']>;
export type IncidentCode = 'LOCKED' | 'SIGNING_IN_PROGRESS' | 'STATEMENT_TOO_LARGE' | 'LEDGER_READ_ONLY' | 'LEDGER_WRITE_FAILED';

export type IncidentParts = {
  readonly keyring: Keyring;
  readonly ledger: Ledger;
  readonly operations: Operations;
  readonly approvals: Approvals;
  readonly appearance: () => Pick<Shown, 'language' | 'theme'>;
  readonly workstationCheckpoint: () => void;
  readonly sendSoon: () => void;
};

export type ToSign = {
  /** The line before the window names the bytes by digest and says what they are about, whatever happens to the window. */
  readonly act: OperationAct;
  readonly id: string;
  readonly subject: Subject;
  readonly predicate: PredicateInput<'incident'>;
  /** Whose key: a second person's, or null for the reviewer's. */
  readonly countersigner: string | null;
  /** Approving deletes content: the window says so. */
  readonly deletes: boolean;
  /** Runs when the statement stands in the ledger, before anybody hears of it. */
  readonly signed: () => void;
};

type Signer = {
  readonly name: string;
  readonly key: PublicKey;
  readonly sign: (passphrase: string, use: (key: PrivateKey) => Envelope) => Promise<Result<Envelope, UnlockCode>>;
};

export function createIncidentSigning(parts: IncidentParts) {
  const { keyring, ledger, operations, approvals } = parts;

  function signerFor(keyid: string | null): Signer | null {
    if (keyid === null) {
      const identity = keyring.identity();
      return identity && { ...identity.reviewer, sign: (passphrase, use) => keyring.withSigningKey(passphrase, use) };
    }
    const found = keyring.countersigners().find(({ key }) => key.keyid === keyid);
    return found ? { ...found, sign: (passphrase, use) => keyring.withCountersigningKey(keyid, passphrase, use) } : null;
  }

  return {
    /** Resolves when the window is done. */
    async sign(given: ToSign): Promise<Result<'signed' | 'cancelled', IncidentCode>> {
      if (approvals.inProgress()) return failure('SIGNING_IN_PROGRESS');
      if (ledger.health().readOnly) return failure('LEDGER_READ_ONLY');
      const signer = signerFor(given.countersigner);
      const keys = keyring.open();
      const identity = keyring.identity();
      if (!signer || !keys || !identity) return failure('LOCKED');
      const { keyid, suite } = signer.key;
      const payload = buildStatement('incident', { suite, subject: [given.subject], predicate: given.predicate });
      const digest = sha256Hex(payload);
      const probe = {
        payloadType: IN_TOTO_PAYLOAD_TYPE,
        payload: Buffer.from(payload).toString('base64'),
        signatures: [{ keyid, sig: 'A'.repeat(200) }],
      };
      if (!fitsLine({ kind: 'statement', body: probe })) return failure('STATEMENT_TOO_LARGE');
      if (!operations.record(given.act, given.id, { digest })) return failure('LEDGER_WRITE_FAILED');

      const approve = async (passphrase: string): Promise<Result<null, ApproveCode>> => {
        const envelope = await signer.sign(passphrase, (key) => signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [signerOf(key)]));
        if (!envelope.ok) {
          if (envelope.code === 'PASSPHRASE_WRONG') operations.record('key.unlock-failed', keyid);
          return envelope.code === 'PROFILE_MISSING' ? failure('REQUEST_GONE') : failure(envelope.code);
        }
        const appended = ledger.append({ kind: 'statement', body: envelope.value });
        if (!appended.ok) return appended;
        given.signed();
        parts.workstationCheckpoint();
        return ok(null);
      };
      const answer = await approvals.ask(
        {
          phrase: keys.phrase,
          practice: identity.practice,
          reviewer: { name: signer.name, keyid, suite },
          payloads: [payload],
          ...(given.deletes ? { deletes: true } : {}),
          ...parts.appearance(),
        },
        approve,
      );
      if (answer.state === 'cancelled') {
        operations.record('sign.cancel', given.id, { digest });
        return ok('cancelled');
      }
      parts.sendSoon();
      return ok('signed');
    },
  };
}
export type IncidentSigning = ReturnType<typeof createIncidentSigning>;
