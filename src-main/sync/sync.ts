// Brings the ledger to the bureau, in order and exactly once, and takes back what it signs: receipts, enrolments, editions, revocations. It
// never edits an entry. HTTP 200 means nothing here: a statement is delivered when its proof verified against the trust file's keys and the
// log was shown to have grown out of the last one seen. Sending twice is harmless, so after any doubt it sends again.

import type { Ledger } from '@main/ledger/ledger';
import type { Logger } from '@main/logging/logger';
import type { Operations } from '@main/operations/operations';
import type { Trust } from '@main/trust/trust';
import { encodeEnvelope } from '@shared/attestation/dsse';
import type { Signer } from '@shared/attestation/suites';
import { concat, fromBase64 } from '@shared/basics/bytes';
import { type Clock, timestamp } from '@shared/basics/time';
import type { Milliseconds } from '@shared/basics/units';
import { type BureauNote, openBureauNote, verifyGrowth, verifyReceipt } from '@shared/bureau/receipt';
import type { TrustedBureau } from '@shared/bureau/trust';
import type { OutboxView } from '@shared/contract/views';
import { type BureauClient, createBureauClient } from './client';
import type { LogStateStore } from './log-state';
import { outboxItems, statementsOf, unsentCount } from './outbox';
import { createWaits } from './waits';

/** At most this many lines and bytes in one request: a slow line still gets through before the deadline. */
const BATCH_LINES = 100;
const BATCH_BYTES = 2 * 1024 * 1024;
export type SyncParts = {
  readonly ledger: Ledger;
  readonly trust: Trust;
  readonly operations: Operations;
  readonly state: LogStateStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The workstation's key while unlocked; without it only what the newest checkpoint covers is sent. */
  readonly workstationSigner: () => Signer | null;
  /** Keys of this profile whose enrolment is wanted. */
  readonly ownKeys: () => readonly string[];
  /** Signs what the bureau must be asked for, as far as that can be done now. */
  readonly ensureRequests: () => Promise<void>;
  readonly workstationKeyid: () => string | null;
  readonly changed: () => void;
};

export function createSync(parts: SyncParts) {
  const { ledger, trust, operations, state, clock, logger } = parts;
  const attention = new Map<number, string>();
  let running: Promise<void> | null = null;
  let lastTry: { at: string; code: string } | null = null;
  let reachable: boolean | null = null;
  const waits = createWaits();
  let timer: NodeJS.Timeout | null = null;
  let nextTry: string | null = null;
  let stopped = false;

  async function run(): Promise<string> {
    const bureau = trust.bureau();
    if (!bureau?.url) return 'NO_TRUST';
    const client = createBureauClient({ url: bureau.url, ca: bureau.ca });
    const note = await client.checkpoint();
    reachable = note.ok || note.code !== 'BUREAU_UNREACHABLE';
    if (!note.ok) return note.code;
    const seen = await believeNote(bureau, client, note.value);
    if (seen !== 'OK') return seen;
    state.update({ lastContact: timestamp(clock()) });
    const enrolled = await askForEnrolments(client);
    if (enrolled !== 'OK') return enrolled;
    await fetchEditions(client);
    return sendEntries(bureau, client);
  }

  /** Keeps a note of the log if it is this bureau's and grew out of the last one believed. */
  async function believeNote(bureau: TrustedBureau, client: BureauClient, text: string): Promise<string> {
    const opened = openBureauNote(bureau, text);
    if (!opened.ok) return refuse(opened.code);
    const last = lastNote(bureau);
    const now = opened.value.checkpoint;
    if (last && last.checkpoint.size > now.size) {
      // A reply made before one we already hold is no sign of a shrunken log as long as it is a beginning of it.
      const proof = await client.consistency(now.size, last.checkpoint.size);
      if (!proof.ok) return proof.code;
      const grown = verifyGrowth(now, last.checkpoint, proof.value);
      return grown.ok ? 'OK' : refuse('LOG_SHRUNK');
    }
    const needsProof = last !== null && last.checkpoint.size > 0 && last.checkpoint.size < now.size;
    const proof = needsProof ? await client.consistency(last.checkpoint.size, now.size) : null;
    if (proof && !proof.ok) return proof.code;
    const grown = verifyGrowth(last?.checkpoint ?? null, now, proof?.ok ? proof.value : []);
    if (!grown.ok) return refuse(grown.code);
    state.update({ note: text });
    return 'OK';
  }

  function lastNote(bureau: TrustedBureau): BureauNote | null {
    const { note } = state.read();
    const opened = note === null ? null : openBureauNote(bureau, note);
    return opened?.ok ? opened.value : null;
  }

  /** A bureau that contradicts itself or its keys: nothing is believed, and it is on record. */
  function refuse(code: string): string {
    if (lastTry?.code !== code) operations.record('sync.conflict', code, {}, 'system');
    return code;
  }

  async function askForEnrolments(client: BureauClient): Promise<string> {
    await parts.ensureRequests();
    for (const keyid of parts.ownKeys()) {
      if (trust.enrolments(keyid).length > 0) continue;
      const request = trust.request(keyid);
      if (!request) continue;
      const answer = await client.enrol(encodeEnvelope(request));
      if (!answer.ok) return answer.code === 'BUREAU_REFUSED' ? answer.refusal.code : answer.code;
      if (answer.value === 'pending') continue;
      const accepted = trust.acceptEnrolment(answer.value, parts.ownKeys());
      if (!accepted.ok) return refuse(accepted.code);
      operations.record('enrolment.accept', keyid, {}, 'system');
      parts.changed();
    }
    return 'OK';
  }

  async function fetchEditions(client: BureauClient): Promise<void> {
    const editions = await client.editions();
    if (editions.ok)
      for (const { id, edition, envelope } of editions.value.editions) {
        const bytes = fromBase64(edition);
        const known = trust.editions().some((held) => held.envelope !== null && bytes !== null && Buffer.from(held.bytes).equals(bytes));
        if (bytes && !known && trust.acceptEdition(bytes, envelope)) operations.record('edition.import', id, {}, 'system');
      }
    const revocations = await client.revocations();
    if (revocations.ok) trust.acceptRevocations(revocations.value.revocations);
  }

  async function sendEntries(bureau: TrustedBureau, client: BureauClient): Promise<string> {
    const keyid = parts.workstationKeyid();
    if (!keyid || trust.enrolments(keyid).length === 0) return 'NOT_ENROLLED';
    // Receipts and operations ride along and never trigger sending by themselves.
    for (let rounds = 0; rounds < 10_000 && unsentCount(ledger.lines()) > 0; rounds++) {
      const from = state.read().head?.seq ?? 0;
      const firstUnsent = statementsOf(ledger.lines()).find(({ proof }) => proof === null)?.seq ?? ledger.size();
      const outcome = await sendBatch(bureau, client, keyid, Math.min(from, firstUnsent));
      if (outcome !== 'MORE') return outcome;
    }
    return 'OK';
  }

  /** MORE after progress; any other code ends the run. */
  async function sendBatch(bureau: TrustedBureau, client: BureauClient, keyid: string, start: number): Promise<string> {
    const lines: Uint8Array[] = [];
    let bytes = 0;
    for (const { line } of ledger.lines().slice(start, start + BATCH_LINES)) {
      if (lines.length > 0 && bytes + line.length > BATCH_BYTES) break;
      lines.push(line);
      bytes += line.length + 1;
    }
    const end = start + lines.length;
    const checkpoint = checkpointAt(end);
    if (!checkpoint) return 'LOCKED';
    if (checkpoint.size < start + 1) return 'LOCKED';
    const body = concat(...lines.slice(0, checkpoint.size - start).flatMap((line) => [line, Uint8Array.of(0x0a)]));
    const reply = await client.sendEntries(keyid, body, checkpoint.note);
    if (!reply.ok) return replyRefused(reply, start);
    const known = ledger.line(reply.value.head.seq - 1);
    if (reply.value.head.seq > 0 && known?.hash !== reply.value.head.hash) return refuse('HEAD_CONTRADICTS');
    for (const { seq, code, proof } of reply.value.entries) {
      if (code !== undefined) attention.set(seq, code);
      if (proof === undefined) continue;
      const outcome = await takeProof(bureau, client, seq, proof);
      if (outcome !== 'OK') return outcome;
    }
    const before = state.read().head?.seq ?? 0;
    state.update({ head: reply.value.head });
    // Without a proof for its statements and without progress the same batch would be sent for ever.
    const stillUnsent = statementsOf(ledger.lines()).some(({ seq, proof }) => proof === null && seq < end);
    if (stillUnsent) return refuse('NO_RECEIPT');
    return reply.value.head.seq > before || end < ledger.size() ? 'MORE' : 'OK';
  }

  /** A checkpoint whose size is the batch's end: a new one while unlocked, else the newest there is, if the batch can be cut to it. */
  function checkpointAt(end: number): { note: string; size: number } | null {
    const newest = ledger.newestCheckpoint();
    if (newest && newest.size === end) return newest;
    const signer = parts.workstationSigner();
    if (!signer) return newest && newest.size < end ? newest : null;
    if (end === ledger.size()) return { note: ledger.checkpoint(signer), size: end };
    return { note: ledger.checkpointOf(signer, end), size: end };
  }

  function replyRefused(reply: Exclude<Awaited<ReturnType<BureauClient['sendEntries']>>, { ok: true }>, start: number): string {
    if (reply.code !== 'BUREAU_REFUSED') return reply.code;
    const { refusal } = reply;
    if (refusal.code === 'ENTRY_GAP' && refusal.head) {
      // The bureau lost or never had what we thought it had: go on from where it is.
      state.update({ head: refusal.head });
      return refusal.head.seq < start ? 'MORE' : refuse('ENTRY_GAP');
    }
    if (refusal.seq !== undefined) attention.set(refusal.seq, refusal.code);
    return refuse(refusal.code);
  }

  async function takeProof(bureau: TrustedBureau, client: BureauClient, seq: number, proof: string): Promise<string> {
    const line = ledger.line(seq);
    if (!line) return refuse('PROOF_FOR_UNKNOWN_LINE');
    const receipt = verifyReceipt(bureau, line.line, proof);
    if (!receipt.ok) {
      attention.set(seq, receipt.code);
      return refuse(receipt.code);
    }
    const believed = await believeNote(bureau, client, receipt.value.note.note);
    if (believed !== 'OK') return believed;
    const received = ledger.lines().some(({ entry }) => entry.kind === 'receipt' && entry.body.seq === seq);
    // Later proofs of the same line are checked and not appended.
    if (line.entry.kind === 'statement' && !received) {
      const appended = ledger.append({ kind: 'receipt', body: { seq, proof } });
      if (!appended.ok) return appended.code;
    }
    parts.changed();
    return 'OK';
  }

  function schedule(wait: Milliseconds): void {
    if (timer) clearTimeout(timer);
    if (stopped) return;
    nextTry = timestamp((clock() + wait) as ReturnType<Clock>);
    timer = setTimeout(() => void runOnce(), wait);
  }

  async function runOnce(): Promise<void> {
    running ??= run()
      .catch((error: unknown) => {
        logger.error('sync.failed', error);
        return 'INTERNAL';
      })
      .then((code) => {
        running = null;
        if (code !== 'NO_TRUST' || lastTry?.code !== code) logger.info('sync.tried', { code });
        lastTry = { at: timestamp(clock()), code };
        schedule(waits.after(code, unsentCount(ledger.lines()) === 0));
        parts.changed();
      });
    parts.changed();
    await running;
  }

  return {
    /** Something worth sending happened, or a person asked: try at once and start the waiting times anew. */
    async now(): Promise<void> {
      waits.startAnew();
      if (running) await running;
      await runOnce();
    },
    start(): void {
      waits.startAnew();
      void runOnce();
    },
    stop(): void {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
    reachable: () => reachable,
    lastNote: (): string | null => state.read().note,
    view(): OutboxView {
      const bureau = trust.bureau();
      const last = bureau ? lastNote(bureau) : null;
      return {
        items: outboxItems(ledger.lines(), running !== null, attention),
        running: running !== null,
        lastTry,
        nextTry: running ? null : nextTry,
        bureau: bureau ? { name: bureau.name, origin: bureau.origin, url: bureau.url } : null,
        checkpoint: last
          ? {
              size: last.checkpoint.size,
              root: Buffer.from(last.checkpoint.root).toString('hex'),
              cosignedAt: last.cosigned ? timestamp(last.cosigned.latest) : null,
            }
          : null,
      };
    },
  };
}
export type Sync = ReturnType<typeof createSync>;
