// A file on disk for the command: read once, hashed on the way, and, when it is a large plain table, scanned in stripes by worker threads while it is
// being hashed. Bytes go from the disk into the scanners' own memory.
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { newSeed, Scanner } from '@shared/analysis/scan/scanner';
import { mergeParts, STRIPE, type StripePart, type StripePlan, type StripesAsked, type StripesRead } from '@shared/analysis/scan/stripes';
import { FIRST_STRIPE, PUBLISHED, type StripeTask } from './stripe-task';

const CHUNK = 1024 * 1024;
/** Below this a second thread costs more than it brings. */
const WORTH_STRIPES = 12 * 1024 * 1024;
const THREADS = 2;

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
    const threads = Math.min(THREADS, availableParallelism());
    if (this.bytes < WORTH_STRIPES || threads < 2) return null;
    const plan: StripePlan = { ...asked, bytes: this.bytes, stripe: STRIPE, seed: newSeed() };
    const stripes = Math.ceil(this.bytes / STRIPE);
    const control = new Int32Array(new SharedArrayBuffer(4 * (FIRST_STRIPE + stripes)));
    const task: StripeTask = { path: this.path, plan, control };
    const parts = Array.from({ length: threads }, () => partOf(task));
    this.#hashStripes(stripes, control);
    const read = await Promise.all(parts);
    const whole = read.flatMap((part) => (part ? [part] : []));
    return whole.length === read.length ? mergeParts(plan, whole) : null;
  }

  /** Goes ahead of the scanners: tells them whether a stripe begins within quotes. */
  #hashStripes(stripes: number, control: Int32Array): void {
    const hash = createHash('sha256');
    const scanner = new Scanner({ separator: 0x2c, today: null, maxRows: null, widen: () => {}, row: null });
    const at = scanner.buffer(STRIPE);
    let inside = 0;
    for (let k = 0; k < stripes; k++) {
      Atomics.store(control, FIRST_STRIPE + k, inside);
      Atomics.store(control, PUBLISHED, k + 1);
      Atomics.notify(control, PUBLISHED);
      const got = readSync(this.#fd, scanner.bytes, at, STRIPE, k * STRIPE);
      hash.update(scanner.bytes.subarray(at, at + got));
      inside ^= scanner.quotes(0, got) & 1;
    }
    this.#digest = hash.digest('hex');
  }
}

function partOf(task: StripeTask): Promise<StripePart | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scan-worker.mjs', import.meta.url), { workerData: task });
    worker.once('message', (part: StripePart | null) => {
      void worker.terminate();
      resolve(part);
    });
    worker.once('error', reject);
  });
}
