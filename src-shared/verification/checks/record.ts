// Where the statement stands in the workstation's ledger and in the bureau's log, and what that says about when it was signed.
import type { OpenEnvelope } from '../../attestation/dsse';
import { sameBytes } from '../../basics/bytes';
import { minutes } from '../../basics/units';
import { type Check, fails, fromResult, holds, open } from '../check';
import { type Context, decidedAt, underBureau } from '../context';

/** Clocks of workstation and bureau may differ by this much. */
const CLOCK_TOLERANCE = minutes(10);

/** The entry's body is this very envelope: payload and every signature. */
export const checkEntry = ({ dossier, main }: Context): Check => {
  if (dossier.entry === null) return open('entry', 'NOT_AT_HAND');
  const { read } = dossier.entry;
  if (!read.ok) return fromResult('entry', read);
  return isSameEnvelope(read.value.envelope, main.envelope) ? holds('entry', String(read.value.entry.seq)) : fails('entry', 'ENTRY_OTHER');
};

const isSameEnvelope = (a: OpenEnvelope, b: OpenEnvelope): boolean =>
  a.payloadType === b.payloadType &&
  sameBytes(a.payload, b.payload) &&
  a.signatures.length === b.signatures.length &&
  a.signatures.every(({ keyid, sig }, i) => keyid === b.signatures[i]?.keyid && sig === b.signatures[i]?.sig);

/** The head that the verdict names lies at or before its entry; right before it, it is what the entry follows. */
export const checkLedgerHead = ({ dossier, main }: Context): Check => {
  if (main.statement.kind !== 'verdict' || !dossier.entry?.read.ok) return open('ledger-head', 'NOT_AT_HAND');
  const { entry } = dossier.entry.read.value;
  const { seq, head } = main.statement.predicate.ledger;
  if (entry.seq < seq) return fails('ledger-head', 'LEDGER_HEAD_LATER');
  return entry.seq === seq && entry.prev !== head ? fails('ledger-head', 'LEDGER_HEAD_OTHER') : holds('ledger-head');
};

export const checkReceipt = (context: Context): Check => {
  if (context.dossier.receipt === null) return open('receipt', 'NO_RECEIPT');
  return underBureau(context, 'receipt', ({ receipt }) => {
    if (receipt === null) return open('receipt', 'NO_RECEIPT');
    return receipt.ok ? holds('receipt', String(receipt.value.index)) : fromResult('receipt', receipt);
  });
};

/** The last bureau note that the workstation had seen: nothing that embeds it was signed before. */
export const checkNote = (context: Context): Check => {
  const { statement } = context.main;
  if (statement.kind !== 'verdict') return open('note', 'NOT_AT_HAND');
  if (statement.predicate.checkpoint === null) return open('note', 'NO_NOTE');
  return underBureau(context, 'note', ({ note }) => (note === null ? open('note', 'NO_NOTE') : fromResult('note', note)));
};

/** The stated time lies between what the note and the receipt prove. */
export const checkTime = (context: Context): Check =>
  underBureau(context, 'time', ({ note, receipt }) => {
    const lower = note?.ok ? (note.value.cosigned?.latest ?? null) : null;
    const upper = receipt?.ok ? receipt.value.cosignedAt : null;
    if (lower === null && upper === null) return open('time', 'NO_TIME_BOUND');
    if (lower !== null && decidedAt(context) < lower - CLOCK_TOLERANCE) return fails('time', 'DECIDED_BEFORE_NOTE');
    if (upper !== null && decidedAt(context) > upper + CLOCK_TOLERANCE) return fails('time', 'DECIDED_AFTER_RECEIPT');
    return holds('time');
  });
