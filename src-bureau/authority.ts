// The bureau as one who signs: statements under its statement key, always saying whether this is practice; and the trust file by which others
// know its keys. It decides nothing: the services say what is to be signed.
import { encodeEnvelope, IN_TOTO_PAYLOAD_TYPE, signEnvelope } from '@shared/attestation/dsse';
import type { Subject } from '@shared/attestation/statements/authority';
import { buildStatement, type PredicateInput } from '@shared/attestation/statements/statement';
import { sha256Hex } from '@shared/basics/digest';
import type { Sha256Hex } from '@shared/basics/units';
import { formatVerifierKey, type NoteSigner, verifierKey } from '@shared/ledger/note';
import type { BureauKeys } from './keys';

/** `digest`: SHA-256 of the payload. `envelope`: the bytes of the envelope file. */
export type IssuedStatement = { readonly digest: Sha256Hex; readonly envelope: Uint8Array };
export type IssuedKind = 'enrolment' | 'revocation' | 'edition' | 'objection' | 'termination';

export type Authority = {
  readonly name: string;
  readonly origin: string;
  readonly practice: boolean;
  readonly logSigner: NoteSigner;
  readonly witnessSigner: NoteSigner;
  /** Verifier key of the log, as the trust file and the database have it. */
  readonly logKey: string;
  issue<K extends IssuedKind>(kind: K, subject: Subject, predicate: Omit<PredicateInput<K>, 'practice'>): IssuedStatement;
  trustFile(url: string): string;
};

export function authorityOf(keys: BureauKeys, name: string): Authority {
  const { origin, practice, statement, log, witness } = keys;
  const logSigner: NoteSigner = { name: origin, type: 1, signer: log };
  const witnessSigner: NoteSigner = { name: `${origin}/witness`, type: 4, signer: witness };
  const keyText = ({ name: keyName, type, signer }: NoteSigner) => formatVerifierKey(verifierKey(keyName, type, signer.publicKey));
  return {
    name,
    origin,
    practice,
    logSigner,
    witnessSigner,
    logKey: keyText(logSigner),
    issue(kind, subject, predicate) {
      const marked = { ...predicate, practice } as PredicateInput<typeof kind>;
      const payload = buildStatement(kind, { suite: statement.publicKey.suite, subject: [subject], predicate: marked });
      return { digest: sha256Hex(payload), envelope: encodeEnvelope(signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [statement])) };
    },
    trustFile(url) {
      const bureau = {
        name,
        practice,
        origin,
        statementKeys: [statement.publicKey.pem],
        logKeys: [keyText(logSigner)],
        witnessKeys: [keyText(witnessSigner)],
        url,
      };
      return `${JSON.stringify({ v: 1, bureaus: [bureau] }, null, 2)}\n`;
    },
  };
}
