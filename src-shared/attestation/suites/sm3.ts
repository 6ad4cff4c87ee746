// SM3 (GB/T 32905-2016), incremental: the digest that stands beside sha256 where an SM2 key signs, and the hash inside SM2.
// It exists because no runtime of ours has it (BoringSSL lacks SM3) and digests of large files are taken in a stream.
import { HashMD } from '@noble/hashes/_md.js';
import { createHasher } from '@noble/hashes/utils.js';

const rotl = (x: number, by: number): number => (x << by) | (x >>> (32 - by));
const p0 = (x: number): number => x ^ rotl(x, 9) ^ rotl(x, 17);
const p1 = (x: number): number => x ^ rotl(x, 15) ^ rotl(x, 23);

const IV = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const;
const T = Int32Array.from({ length: 64 }, (_, j) => rotl(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));
// Expanded message words: W0..W67.
const W = new Int32Array(68);

class Sm3 extends HashMD<Sm3> {
  private readonly state = Int32Array.from(IV);

  constructor() {
    super(64, 32, 8, false);
  }

  protected get(): number[] {
    return Array.from(this.state);
  }

  protected set(...words: number[]): void {
    this.state.set(words);
  }

  /** One block of 64 bytes. Evidence is hashed in a stream, so this allocates nothing. */
  protected process(view: DataView, offset: number): void {
    const w = (i: number): number => W[i] as number;
    for (let j = 0; j < 16; j++) W[j] = view.getInt32(offset + 4 * j, false);
    for (let j = 16; j < 68; j++) W[j] = p1(w(j - 16) ^ w(j - 9) ^ rotl(w(j - 3), 15)) ^ rotl(w(j - 13), 7) ^ w(j - 6);
    const { state } = this;
    const s = (i: number): number => state[i] as number;
    let a = s(0);
    let b = s(1);
    let c = s(2);
    let d = s(3);
    let e = s(4);
    let f = s(5);
    let g = s(6);
    let h = s(7);
    for (let j = 0; j < 64; j++) {
      const a12 = rotl(a, 12);
      const ss1 = rotl((a12 + e + (T[j] as number)) | 0, 7);
      const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
      const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
      const tt1 = (ff + d + (ss1 ^ a12) + (w(j) ^ w(j + 4))) | 0;
      const tt2 = (gg + h + ss1 + w(j)) | 0;
      d = c;
      c = rotl(b, 9);
      b = a;
      a = tt1;
      h = g;
      g = rotl(f, 19);
      f = e;
      e = p0(tt2);
    }
    state[0] = a ^ s(0);
    state[1] = b ^ s(1);
    state[2] = c ^ s(2);
    state[3] = d ^ s(3);
    state[4] = e ^ s(4);
    state[5] = f ^ s(5);
    state[6] = g ^ s(6);
    state[7] = h ^ s(7);
  }

  protected roundClean(): void {
    W.fill(0);
  }

  destroy(): void {
    this.destroyed = true;
    this.state.fill(0);
    this.buffer.fill(0);
  }

  _cloneInto(to: Sm3 = new Sm3()): Sm3 {
    to.set(...this.get());
    return this._cloneIntoMeta(to);
  }
}

/** `sm3(bytes)`, or `sm3.create().update(chunk).digest()` for a stream. */
export const sm3 = createHasher(() => new Sm3());
