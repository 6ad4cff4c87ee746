// A secret in memory: cannot be cloned into a message, prints as redacted, has one greppable way out, and can be wiped.
import { inspect } from 'node:util';

export class Secret {
  #bytes: Buffer;
  /** Takes the bytes over: the caller keeps no other copy. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.allocUnsafeSlow(bytes.length);
    this.#bytes.set(bytes);
    bytes.fill(0);
  }
  /** The only way to the bytes; they are this object's own and die with `wipe`. */
  reveal(): Buffer {
    return this.#bytes;
  }
  wipe(): void {
    this.#bytes.fill(0);
    this.#bytes = Buffer.alloc(0);
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
  [inspect.custom](): string {
    return '[secret]';
  }
}
