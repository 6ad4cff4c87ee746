// What the bureau has said and this workstation has verified: the trust file itself, enrolments, issued editions, revocations. It keeps
// signed bytes and gives them out; it signs nothing, sends nothing, and believes nothing that the trust file's statement keys did not sign.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readIfPresent, writeDurably } from '@main/files/durable';
import { allSignaturesHold, type Envelope, encodeEnvelope, openEnvelope } from '@shared/attestation/dsse';
import type { Enrolment } from '@shared/attestation/statements/authority';
import { type Statement, statementOf } from '@shared/attestation/statements/statement';
import { parseStrictJson } from '@shared/attestation/strict-json';
import { sha256Hex } from '@shared/basics/digest';
import { failure, ok, type Result } from '@shared/basics/result';
import { parseInstant } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { parseTrustFile, type TrustedBureau } from '@shared/bureau/trust';
import { type Edition, readEdition } from '@shared/checklist/edition';

export type EnrolmentCode = 'ANSWER_UNREADABLE' | 'ANSWER_FOR_ANOTHER_KEY' | 'ANSWER_NOT_TRUSTED' | 'NO_TRUST';
export type HeldEnrolment = { readonly keyid: string; readonly predicate: Enrolment; readonly envelope: Envelope };
export type HeldEdition = {
  readonly edition: Edition;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** The bureau's envelope over exactly these bytes; null while the edition may only be used to prepare. */
  readonly envelope: Envelope | null;
};

export type TrustPlaces = {
  readonly folder: string;
  /** Editions that came with the app, unsigned. */
  readonly shippedEditions: string;
  /** A trust file named on the command line; it may appear later. */
  readonly givenTrustFile: string | null;
  readonly practice: boolean;
};

export function openTrust({ folder, shippedEditions, givenTrustFile, practice }: TrustPlaces) {
  const inFolder = (name: string) => {
    const target = path.join(folder, name);
    mkdirSync(target, { recursive: true, mode: 0o700 });
    return target;
  };
  const enrolments = inFolder('enrolments');
  const editions = inFolder('editions');
  const revocations = inFolder('revocations');
  const requests = inFolder('requests');
  const importedTrust = path.join(folder, 'trust.json');

  const trustBytes = (): Uint8Array | null => readIfPresent(givenTrustFile ?? importedTrust);

  function bureau(): TrustedBureau | null {
    const bytes = trustBytes();
    const parsed = bytes ? parseTrustFile(bytes) : null;
    // A practice bureau must never vouch for real work, nor the other way round.
    return parsed?.ok ? (parsed.value.find((candidate) => candidate.practice === practice) ?? null) : null;
  }

  /** A statement of the wanted kind under this bureau's statement keys, or null. */
  function signedByBureau(envelope: unknown): Statement | null {
    const trusted = bureau();
    const opened = openEnvelope(envelope);
    if (!trusted || !opened.ok || !allSignaturesHold(opened.value, trusted.statementKeys).ok) return null;
    const statement = statementOf(opened.value);
    return statement.ok ? statement.value : null;
  }

  const envelopesIn = (where: string): Envelope[] =>
    readdirSync(where)
      .filter((name) => name.endsWith('.dsse.json'))
      .sort()
      .flatMap((name) => {
        const value = parseStrictJson(readFileSync(path.join(where, name)));
        return value.ok ? [value.value as Envelope] : [];
      });

  const keep = (where: string, envelope: Envelope) => {
    const bytes = encodeEnvelope(envelope);
    const opened = openEnvelope(bytes);
    if (opened.ok) writeDurably(path.join(where, `${opened.value.payloadSha256}.dsse.json`), bytes);
  };

  function heldEnrolments(keyid: string): HeldEnrolment[] {
    return envelopesIn(enrolments).flatMap((envelope) => {
      const statement = signedByBureau(envelope);
      const named =
        statement?.kind === 'enrolment' && statement.subject[0]?.digest.sha256 === keyid && statement.predicate.practice === practice;
      return named ? [{ keyid, predicate: statement.predicate, envelope }] : [];
    });
  }

  function readHeldEdition(bytes: Uint8Array, envelope: Envelope | null): HeldEdition | null {
    const json = parseStrictJson(bytes);
    const edition = json.ok ? readEdition(json.value) : null;
    return edition?.ok ? { edition: edition.value, bytes, sha256: sha256Hex(bytes), envelope } : null;
  }

  const issues = (envelope: unknown, sha256: string): boolean => {
    const statement = signedByBureau(envelope);
    return statement?.kind === 'edition' && statement.subject.some((subject) => subject.digest.sha256 === sha256);
  };

  return {
    bureau,
    trustBytes,

    /** Fingerprint is compared by people before this; here only form and purpose count. */
    importTrust(bytes: Uint8Array): Result<null, 'TRUST_UNREADABLE' | 'TRUST_PRACTICE'> {
      const parsed = parseTrustFile(bytes);
      if (!parsed.ok || parsed.value.length === 0) return failure('TRUST_UNREADABLE');
      if (!parsed.value.some((candidate) => candidate.practice === practice)) return failure('TRUST_PRACTICE');
      writeDurably(importedTrust, bytes);
      return ok(null);
    },

    acceptEnrolment(envelope: unknown, ownKeys: readonly string[]): Result<HeldEnrolment, EnrolmentCode> {
      if (!bureau()) return failure('NO_TRUST');
      const opened = openEnvelope(envelope);
      if (!opened.ok) return failure('ANSWER_UNREADABLE');
      const statement = signedByBureau(envelope);
      if (statement?.kind !== 'enrolment' || statement.predicate.practice !== practice) return failure('ANSWER_NOT_TRUSTED');
      const keyid = statement.subject[0]?.digest.sha256;
      if (keyid === undefined || !ownKeys.includes(keyid)) return failure('ANSWER_FOR_ANOTHER_KEY');
      const parsed = envelope instanceof Uint8Array ? parseStrictJson(envelope) : ok(envelope);
      if (!parsed.ok) return failure('ANSWER_UNREADABLE');
      keep(enrolments, parsed.value as Envelope);
      return ok({ keyid, predicate: statement.predicate, envelope: parsed.value as Envelope });
    },

    enrolments: heldEnrolments,

    /** The enrolment that covers an instant, if any does. */
    enrolmentAt(keyid: string, at: Instant): HeldEnrolment | null {
      return (
        heldEnrolments(keyid).find(({ predicate }) => {
          const from = parseInstant(predicate.validFrom);
          const to = parseInstant(predicate.validTo);
          return from !== null && to !== null && from <= at && at <= to;
        }) ?? null
      );
    },

    /** Keeps an edition that the bureau issued. False when its envelope is not this bureau's over exactly these bytes. */
    acceptEdition(bytes: Uint8Array, envelope: Envelope): boolean {
      const held = readHeldEdition(bytes, envelope);
      if (!held || !issues(envelope, held.sha256)) return false;
      const target = path.join(editions, held.sha256);
      mkdirSync(target, { recursive: true, mode: 0o700 });
      writeDurably(path.join(target, 'edition.json'), bytes);
      writeDurably(path.join(target, 'edition.dsse.json'), encodeEnvelope(envelope));
      return true;
    },

    /** Shipped and received editions, the newest first; the same bytes once, issued where an envelope is at hand. All are kept for ever. */
    editions(): readonly HeldEdition[] {
      const received = readdirSync(editions).flatMap((name) => {
        const bytes = readIfPresent(path.join(editions, name, 'edition.json'));
        const envelope = readIfPresent(path.join(editions, name, 'edition.dsse.json'));
        const json = envelope ? parseStrictJson(envelope) : null;
        const held = bytes && json?.ok ? readHeldEdition(bytes, json.value as Envelope) : null;
        if (!held) return [];
        return [issues(held.envelope, held.sha256) ? held : { ...held, envelope: null }];
      });
      const shipped = readdirSync(shippedEditions, { withFileTypes: true }).flatMap((entry) => {
        const bytes = entry.isDirectory() ? readIfPresent(path.join(shippedEditions, entry.name, 'edition.json')) : null;
        const held = bytes ? readHeldEdition(bytes, null) : null;
        return held ? [held] : [];
      });
      return [...received, ...shipped.filter((own) => !received.some((other) => other.sha256 === own.sha256))].sort(newestFirst);
    },

    acceptRevocations(envelopes: readonly Envelope[]): void {
      for (const envelope of envelopes) if (signedByBureau(envelope)?.kind === 'revocation') keep(revocations, envelope);
    },
    revocations: (keyids: readonly string[]): Envelope[] =>
      envelopesIn(revocations).filter(
        (envelope) => signedByBureau(envelope)?.subject.some((subject) => keyids.includes(subject.digest.sha256)) ?? false,
      ),

    keepRequest: (keyid: string, envelope: Envelope): void =>
      writeDurably(path.join(requests, `${keyid}.dsse.json`), encodeEnvelope(envelope)),
    request(keyid: string): Envelope | null {
      const bytes = readIfPresent(path.join(requests, `${keyid}.dsse.json`));
      const value = bytes ? parseStrictJson(bytes) : null;
      return value?.ok ? (value.value as Envelope) : null;
    },
  };
}
export type Trust = ReturnType<typeof openTrust>;

/** Eight groups of four hex digits, as read out on the telephone: the first half of the file's SHA-256. */
export const fingerprintGroups = (bytes: Uint8Array): readonly string[] =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32).match(/.{4}/g) ?? [];

/** What new registrations take: an issued edition before one that may only be used to prepare, then the later start, then the higher version. */
function newestFirst(a: HeldEdition, b: HeldEdition): number {
  if ((a.envelope === null) !== (b.envelope === null)) return a.envelope === null ? 1 : -1;
  return (
    b.edition.validFrom.localeCompare(a.edition.validFrom) || b.edition.version.localeCompare(a.edition.version, 'en', { numeric: true })
  );
}
