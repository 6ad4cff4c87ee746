// The judge of the fault suites: a reader of a ledger's two files, written from docs/formats.md (sections 6 and 7) with Node's own crypto. It
// shares no code with the program, so that a mistake in the program's reader cannot excuse a mistake in its writer.
import { createHash, createPublicKey, verify } from 'node:crypto';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const HEADER =
  /^\{"v":1,"seq":(0|[1-9][0-9]*),"prev":"([0-9a-f]{64})","at":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","kind":"(operation|statement|receipt)","body":\{/;
const strict = new TextDecoder('utf-8', { fatal: true });

/**
 * @param {Uint8Array} bytes of entries.jsonl
 * @returns {{ lines: Buffer[], rest: Buffer }} the lines that follow one another from the first, and every byte after them
 */
export function readEntries(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const lines = [];
  let prev = '0'.repeat(64);
  let at = 0;
  for (;;) {
    const end = file.indexOf(10, at);
    if (end === -1) break;
    const line = file.subarray(at, end);
    if (!follows(line, lines.length, prev)) break;
    lines.push(line);
    prev = sha256(line).toString('hex');
    at = end + 1;
  }
  return { lines, rest: file.subarray(at) };
}

function follows(line, seq, prev) {
  try {
    const text = strict.decode(line);
    JSON.parse(text);
    const header = HEADER.exec(text);
    return header !== null && header[1] === String(seq) && header[2] === prev;
  } catch {
    return false;
  }
}

/** RFC 6962, section 2.1. */
function root(leaves) {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0]);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.of(1), root(leaves.slice(0, split)), root(leaves.slice(split)));
}

/**
 * @param {string} note of the file `checkpoint`
 * @param {string} keyPem the workstation's public key
 * @param {Uint8Array[]} lines
 * @returns {number | null} how many lines it counts; null when it is not this workstation's or not over these lines
 */
export function checkpointSize(note, keyPem, lines) {
  const cut = note.indexOf('\n\n');
  const text = note.slice(0, cut + 1);
  const signature = /^\u2014 (\S+) (\S+)\n$/.exec(note.slice(cut + 2));
  const [origin, size, hash] = text.split('\n');
  if (cut === -1 || signature === null || signature[1] !== origin) return null;
  const signed = Buffer.from(signature[2], 'base64').subarray(4);
  if (!verify(null, Buffer.from(text), createPublicKey(keyPem), signed)) return null;
  const count = Number(size);
  return count <= lines.length && root(lines.slice(0, count)).toString('base64') === hash ? count : null;
}
