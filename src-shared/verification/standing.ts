// How a dossier stands under one bureau of the trust file: which of the things that only a bureau can sign hold under its keys.
// If one holds, all that are present must; if none holds under any bureau, the signer is unknown, which is not the same as invalid.
import type { SignatureCode } from '../attestation/dsse';
import type { StatementKind } from '../attestation/statements/statement';
import { failure, ok, type Result } from '../basics/result';
import { type BureauNote, openBureauNote, type ReceiptCode, type VerifiedReceipt, verifyReceipt } from '../bureau/receipt';
import type { TrustedBureau } from '../bureau/trust';
import type { Dossier } from './dossier';
import { type FoundPart, isSignedByBureau, type Part, type PartCode, readable } from './signed-part';

type Standings<K extends StatementKind> = {
  /** Those that the bureau signed. */
  readonly holding: readonly Part<K>[];
  /** Why the others do not hold, one for each. */
  readonly failing: readonly Result<never, PartCode | SignatureCode>[];
};

export type Standing = {
  readonly bureau: TrustedBureau;
  readonly enrolments: Standings<'enrolment'>;
  readonly revocations: Standings<'revocation'>;
  readonly edition: Result<Part<'edition'>, PartCode | SignatureCode> | null;
  readonly receipt: Result<VerifiedReceipt, ReceiptCode> | null;
  /** The bureau note that the verdict embeds. */
  readonly note: Result<BureauNote, string> | null;
  readonly evidence: number;
};

export function standUnder(bureau: TrustedBureau, dossier: Dossier): Standing {
  const enrolments = standings(bureau, dossier.enrolments);
  const revocations = standings(bureau, dossier.revocations);
  const edition = dossier.edition === null ? null : partUnder(bureau, dossier.edition);
  const receipt = receiptUnder(bureau, dossier);
  const evidence = enrolments.holding.length + revocations.holding.length + (edition?.ok ? 1 : 0) + (receipt?.ok ? 1 : 0);
  return { bureau, enrolments, revocations, edition, receipt, note: noteUnder(bureau, dossier), evidence };
}

/** The bureau under which most holds; null when nothing holds under any. */
export function bestStanding(bureaus: readonly TrustedBureau[], dossier: Dossier): Standing | null {
  const standings = bureaus.map((bureau) => standUnder(bureau, dossier)).filter(({ evidence }) => evidence > 0);
  return standings.sort((a, b) => b.evidence - a.evidence)[0] ?? null;
}

export function partUnder<K extends StatementKind>(bureau: TrustedBureau, found: FoundPart<K>): Result<Part<K>, PartCode | SignatureCode> {
  if (!found.read.ok) return found.read;
  const signed = isSignedByBureau(found.read.value, bureau);
  return signed.ok ? found.read : failure(signed.code, found.name);
}

export function standings<K extends StatementKind>(bureau: TrustedBureau, found: readonly FoundPart<K>[]): Standings<K> {
  const results = found.map((part) => partUnder(bureau, part));
  return {
    holding: results.flatMap((result) => (result.ok ? [result.value] : [])),
    failing: results.flatMap((result) => (result.ok ? [] : [result])),
  };
}

function receiptUnder(bureau: TrustedBureau, { receipt, entry }: Dossier): Result<VerifiedReceipt, ReceiptCode> | null {
  if (receipt === null) return null;
  if (!receipt.ok) return receipt;
  return entry === null ? failure('PROOF_WRONG') : verifyReceipt(bureau, entry.line, receipt.value);
}

function noteUnder(bureau: TrustedBureau, dossier: Dossier): Result<BureauNote, string> | null {
  const [main] = readable([dossier.main]);
  if (main?.statement.kind !== 'verdict' || main.statement.predicate.checkpoint === null) return null;
  const note = openBureauNote(bureau, main.statement.predicate.checkpoint);
  return note.ok ? ok(note.value) : note;
}
