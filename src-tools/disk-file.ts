// A file on disk for the command: read once, hashed on the way, and, when it is a large plain table, scanned in stripes by worker threads while it is
// being hashed. Bytes go from the disk into the scanners' own memory.
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { newSeed, Scanner } from '@shared/analysis/scan/scanner';
import {
  mergeParts,
  STRIPE,
  type StripePart,
  type StripePlan,
  StripeReader,
  type StripesAsked,
  type StripesRead,
} from '@shared/analysis/scan/stripes';
import { FAILED, FIRST_STRIPE, NEXT, PUBLISHED, type StripeTask } from './stripe-task';
import { startTask, WORTH_STRIPES } from './threads';

const CHUNK = 1024 * 1024;
/** Of a stripe: what was read is still in the processor's cache when its quotes are counted. */
const HASHED_AT_ONCE = STRIPE / 4;
/** Stripes that threads may take while this one scans. */
const AHEAD = 6;

export class DiskFile {
  readonly #fd: number;
  readonly bytes: number;
  #hash = createHash('sha256');
  #digest: string | null = null;
  #hashed = 0;

  /** @throws Error of the system */
  constructor(readonly path: string) {
    this.#fd = openSync(path, 'r');
    const facts = fstatSync(this.#fd);
    if (!facts.isFile()) {
      closeSync(this.#fd);
      throw Object.assign(new Error('no plain file'), { syscall: 'open' });
    }
    this.bytes = facts.size;
  }

  /** The buffer is reused: a chunk is valid until the next is asked for. */
  *chunks(): Generator<Uint8Array> {
    const buffer = new Uint8Array(CHUNK);
    for (let at = 0; ; ) {
      const got = readSync(this.#fd, buffer, 0, CHUNK, at);
      if (got === 0) return;
      this.#update(buffer.subarray(0, got), at);
      at += got;
      yield buffer.subarray(0, got);
    }
  }

  #update(chunk: Uint8Array, at: number): void {
    if (this.#digest !== null || at !== this.#hashed) return;
    this.#hash.update(chunk);
    this.#hashed += chunk.length;
  }

  /** Of the whole file; reads what nobody has read yet. */
  sha256(): string {
    if (this.#digest !== null) return this.#digest;
    const buffer = new Uint8Array(CHUNK);
    for (let got = 1; got > 0; ) {
      got = readSync(this.#fd, buffer, 0, CHUNK, this.#hashed);
      this.#update(buffer.subarray(0, got), this.#hashed);
    }
    this.#digest = this.#hash.digest('hex');
    return this.#digest;
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Null when the file is to be read in one piece. */
  async inStripes(asked: StripesAsked): Promise<StripesRead | null> {
    if (this.bytes < WORTH_STRIPES) return null;
    const plan: StripePlan = { ...asked, bytes: this.bytes, stripe: STRIPE, seed: newSeed() };
    const stripes = Math.ceil(this.bytes / STRIPE);
    const control = new Int32Array(new SharedArrayBuffer(4 * (FIRST_STRIPE + stripes)));
    const task: StripeTask = { path: this.path, plan, control };
    const parts = startTask(task);
    if (parts.length === 0) return null;
    const own = this.#scanBeside(plan, control);
    const read = [own, ...(await Promise.all(parts))];
    const whole = read.flatMap((part) => (part ? [part] : []));
    return whole.length === read.length ? mergeParts(plan, whole) : null;
  }

  /** Hashes the file and takes stripes as the threads do, while they have enough to go on with. */
  #scanBeside(plan: StripePlan, control: Int32Array): StripePart | null {
    const stripes = control.length - FIRST_STRIPE;
    const reader = new StripeReader(plan, (into, at) => readSync(this.#fd, into, 0, into.length, at));
    const hashed = this.#hashStripes(stripes, control);
    const failed = () => Atomics.load(control, FAILED) !== 0;
    let whole = false;
    try {
      for (let k = 0; k < stripes && !failed(); ) {
        while (Atomics.load(control, PUBLISHED) < Math.min(stripes, Atomics.load(control, NEXT) + AHEAD)) hashed.next();
        k = Atomics.add(control, NEXT, 1);
        if (k < stripes && !reader.stripe(k, Atomics.load(control, FIRST_STRIPE + k) === 1)) Atomics.store(control, FAILED, 1);
      }
      whole = !failed();
    } finally {
      // No thread waits for a stripe that nobody will tell it about; the rest is hashed by who reads the file in one piece.
      if (!whole) Atomics.store(control, FAILED, 1);
      Atomics.store(control, PUBLISHED, stripes);
      Atomics.notify(control, PUBLISHED);
    }
    return whole ? reader.part() : null;
  }

  /** Goes ahead of the scanners, a stripe at a time: tells them whether it begins within quotes. */
  *#hashStripes(stripes: number, control: Int32Array): Generator<void> {
    const hash = createHash('sha256');
    const scanner = new Scanner({ separator: 0x2c, today: null, maxRows: null, widen: () => {}, row: null });
    const at = scanner.buffer(HASHED_AT_ONCE);
    let inside = 0;
    for (let k = 0; k < stripes; k++) {
      Atomics.store(control, FIRST_STRIPE + k, inside);
      Atomics.store(control, PUBLISHED, k + 1);
      Atomics.notify(control, PUBLISHED);
      for (let from = k * STRIPE; from < (k + 1) * STRIPE; from += HASHED_AT_ONCE) {
        const got = readSync(this.#fd, scanner.bytes, at, HASHED_AT_ONCE, from);
        hash.update(scanner.bytes.subarray(at, at + got));
        const odd = scanner.oddQuotes(0, got);
        // No text: the readers' stripes come to nothing.
        if (odd < 0) Atomics.store(control, FAILED, 1);
        inside ^= odd & 1;
      }
      if (k === stripes - 1) this.#digest = hash.digest('hex');
      yield;
    }
  }
}
