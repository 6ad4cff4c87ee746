// One block of MD5 (RFC 1321), SHA-1, SHA-256 (FIPS 180-4) and SM3 (GB/T 32905-2016) each, over words that hold a short message with its
// padding. Only for trying candidates by the million against digests found in evidence: nothing here protects anything.

/** The first words of a digest, written into `out`; `block` is scratch of 68 words or more whose first 16 hold the message. */
export type Digest = {
  readonly name: 'MD5' | 'SHA-1' | 'SHA-256' | 'SM3';
  /** Length of the digest in words of 32 bits. */
  readonly words: number;
  /** Words are written big end first. */
  readonly big: boolean;
  readonly run: (block: Int32Array, out: Int32Array) => void;
};

/** Room that every `run` may use. */
export const BLOCK_WORDS = 80;

const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

const MD5_T = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const MD5_S = Int32Array.from(
  { length: 64 },
  (_, i) => [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21][(i >> 4) * 4 + (i & 3)] as number,
);

function md5(m: Int32Array, out: Int32Array): void {
  let a = 0x67452301;
  let b = 0xefcdab89 | 0;
  let c = 0x98badcfe | 0;
  let d = 0x10325476;
  for (let i = 0; i < 64; i++) {
    let f: number;
    let g: number;
    if (i < 16) {
      f = (b & c) | (~b & d);
      g = i;
    } else if (i < 32) {
      f = (d & b) | (~d & c);
      g = (5 * i + 1) & 15;
    } else if (i < 48) {
      f = b ^ c ^ d;
      g = (3 * i + 5) & 15;
    } else {
      f = c ^ (b | ~d);
      g = (7 * i) & 15;
    }
    const sum = (a + f + (MD5_T[i] as number) + (m[g] as number)) | 0;
    a = d;
    d = c;
    c = b;
    b = (b + rotate(sum, MD5_S[i] as number)) | 0;
  }
  out[0] = a + 0x67452301;
  out[1] = b + 0xefcdab89;
  out[2] = c + 0x98badcfe;
  out[3] = d + 0x10325476;
}

const SHA1_K = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;
const SHA1_START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0] as const;

function sha1(w: Int32Array, out: Int32Array): void {
  for (let i = 16; i < 80; i++)
    w[i] = rotate((w[i - 3] as number) ^ (w[i - 8] as number) ^ (w[i - 14] as number) ^ (w[i - 16] as number), 1);
  let a: number = SHA1_START[0];
  let b: number = SHA1_START[1];
  let c: number = SHA1_START[2];
  let d: number = SHA1_START[3];
  let e: number = SHA1_START[4];
  for (let i = 0; i < 80; i++) {
    const f = i < 20 ? (b & c) | (~b & d) : i < 40 || i >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d);
    const next = (rotate(a, 5) + f + e + (SHA1_K[(i / 20) | 0] as number) + (w[i] as number)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  const end = [a, b, c, d, e];
  for (let i = 0; i < 5; i++) out[i] = (end[i] as number) + (SHA1_START[i] as number);
}

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
};
/** The first 32 bits of the fractional part. */
const fraction = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;
const SHA256_START = Int32Array.from(primes(8), (p) => fraction(Math.sqrt(p)));
const SHA256_K = Int32Array.from(primes(64), (p) => fraction(Math.cbrt(p)));

function sha256(w: Int32Array, out: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number;
    const y = w[i - 2] as number;
    const s0 = rotate(x, 25) ^ rotate(x, 14) ^ (x >>> 3);
    const s1 = rotate(y, 15) ^ rotate(y, 13) ^ (y >>> 10);
    w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1;
  }
  let a = SHA256_START[0] as number;
  let b = SHA256_START[1] as number;
  let c = SHA256_START[2] as number;
  let d = SHA256_START[3] as number;
  let e = SHA256_START[4] as number;
  let f = SHA256_START[5] as number;
  let g = SHA256_START[6] as number;
  let h = SHA256_START[7] as number;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (SHA256_K[i] as number) + (w[i] as number)) | 0;
    const s0 = rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
  out[4] = e;
  out[5] = f;
  out[6] = g;
  out[7] = h;
  for (let i = 0; i < 8; i++) out[i] = (out[i] as number) + (SHA256_START[i] as number);
}

const SM3_START = Int32Array.of(0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e);
const SM3_T = Int32Array.from({ length: 64 }, (_, i) => rotate(i < 16 ? 0x79cc4519 : 0x7a879d8a, i % 32));
const p0 = (x: number): number => x ^ rotate(x, 9) ^ rotate(x, 17);
const p1 = (x: number): number => x ^ rotate(x, 15) ^ rotate(x, 23);

function sm3(w: Int32Array, out: Int32Array): void {
  for (let i = 16; i < 68; i++)
    w[i] =
      p1((w[i - 16] as number) ^ (w[i - 9] as number) ^ rotate(w[i - 3] as number, 15)) ^
      rotate(w[i - 13] as number, 7) ^
      (w[i - 6] as number);
  let a = SM3_START[0] as number;
  let b = SM3_START[1] as number;
  let c = SM3_START[2] as number;
  let d = SM3_START[3] as number;
  let e = SM3_START[4] as number;
  let f = SM3_START[5] as number;
  let g = SM3_START[6] as number;
  let h = SM3_START[7] as number;
  for (let i = 0; i < 64; i++) {
    const ss1 = rotate((rotate(a, 12) + e + (SM3_T[i] as number)) | 0, 7);
    const ss2 = ss1 ^ rotate(a, 12);
    const ff = i < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = i < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + ss2 + ((w[i] as number) ^ (w[i + 4] as number))) | 0;
    const tt2 = (gg + h + ss1 + (w[i] as number)) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = p0(tt2);
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
  out[4] = e;
  out[5] = f;
  out[6] = g;
  out[7] = h;
  for (let i = 0; i < 8; i++) out[i] = (out[i] as number) ^ (SM3_START[i] as number);
}

export const MD5: Digest = { name: 'MD5', words: 4, big: false, run: md5 };
export const SHA1: Digest = { name: 'SHA-1', words: 5, big: true, run: sha1 };
export const SHA256: Digest = { name: 'SHA-256', words: 8, big: true, run: sha256 };
export const SM3: Digest = { name: 'SM3', words: 8, big: true, run: sm3 };

/** Writes an ASCII message of at most 55 bytes and its padding into the first 16 words. */
export function fill(block: Int32Array, message: string, big: boolean): void {
  for (let i = 0; i < 16; i++) block[i] = 0;
  for (let i = 0; i <= message.length; i++) {
    const byte = i < message.length ? message.charCodeAt(i) : 0x80;
    const shift = big ? 24 - 8 * (i & 3) : 8 * (i & 3);
    block[i >> 2] = (block[i >> 2] as number) | (byte << shift);
  }
  block[big ? 15 : 14] = message.length * 8;
}
