// Whether a PDF is encrypted, and what its streams say if no password is needed. Looks for the dictionary wherever it may stand; where there are several,
// or one that is not understood, nobody shall read the file: what cannot be looked at beforehand is not given to the library.
import { decrypted, type Encryption, emptyPasswordKey, type Method } from './security-handler';
import { segments, unescaped } from './segments';

export type Decrypt = (object: number, generation: number, dictionary: string, data: Uint8Array) => Uint8Array;
/** Null: it is not encrypted; `closed`: it is, and stays so. */
export type Opened = Decrypt | 'closed' | null;

const MAX_DICTIONARY = 8_192;
/** What runtimes call Latin 1 is Windows 1252, whose characters from 0x80 to 0x9F lie elsewhere. */
const ELSEWHERE = new Map(
  [...new TextDecoder('latin1').decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i))].map((char, i) => [char, 0x80 + i]),
);
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => ELSEWHERE.get(char) ?? char.charCodeAt(0));
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string in brackets of either kind, from its first character on. */
function stringAt(text: string, from: number): Uint8Array | null {
  if (text[from] === '<') {
    const digits = text.slice(from + 1, text.indexOf('>', from)).replace(/\s/g, '');
    if (!/^[0-9a-fA-F]*$/.test(digits)) return null;
    return Uint8Array.from(`${digits}0`.slice(0, digits.length + (digits.length % 2)).match(/../g) ?? [], (pair) =>
      Number.parseInt(pair, 16),
    );
  }
  if (text[from] !== '(') return null;
  let plain = '';
  let depth = 1;
  for (let i = from + 1; i < text.length; i++) {
    const char = text[i] as string;
    if (char === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))?.[0];
      const next = text[i + 1] ?? '';
      if (octal !== undefined) plain += String.fromCharCode(Number.parseInt(octal, 8) & 255);
      else if (next === '\r' && text[i + 2] === '\n') i++;
      else if (next !== '\n' && next !== '\r') plain += ESCAPED[next] ?? next;
      i += octal?.length ?? 1;
      continue;
    }
    if (char === '(') depth++;
    if (char === ')' && --depth === 0) return bytesOf(plain);
    plain += char === '\r' ? '\n' : char;
    // A line's end is one character, however it is written.
    if (char === '\r' && text[i + 1] === '\n') i++;
  }
  return null;
}

/** Entries of the dictionary that a program must know to open it. */
function encryptionOf(text: string, id: Uint8Array): Encryption | null {
  const number = (name: string): number | null => {
    const found = new RegExp(`/${name}\\s{1,8}(-?\\d{1,12})(?![\\d.])`).exec(text)?.[1];
    return found === undefined ? null : Number(found);
  };
  const string = (name: string): Uint8Array => {
    const found = new RegExp(`/${name}\\s{0,8}(?=[(<])`).exec(text);
    return (found && stringAt(text, found.index + found[0].length)) ?? new Uint8Array();
  };
  const [version, revision] = [number('V') ?? 0, number('R') ?? 0];
  if (!/\/Filter\s{0,8}\/Standard(?![A-Za-z0-9])/.test(text)) return null;
  const method = version < 4 ? 'rc4' : methodOf(text);
  if (method === null) return null;
  return {
    version,
    revision,
    // Of version 4 the filters say it, and it is always this.
    keyBytes: version === 4 ? 16 : (number('Length') ?? 40) / 8,
    permissions: number('P') ?? 0,
    owner: string('O'),
    user: string('U'),
    userKey: string('UE'),
    id,
    encryptsMetadata: !/\/EncryptMetadata\s{0,8}false/.test(text),
    method,
  };
}

function methodOf(text: string): Method | null {
  const name = /\/StmF\s{0,8}\/([A-Za-z0-9_-]{1,40})/.exec(text)?.[1] ?? 'Identity';
  if (name === 'Identity') return 'none';
  const filter = new RegExp(`/${name}\\s{0,8}<<([^>]{0,400})`).exec(text)?.[1] ?? '';
  const known = /\/CFM\s{0,8}\/(V2|AESV2|AESV3)(?![A-Za-z0-9])/.exec(filter)?.[1];
  return known === 'V2' ? 'rc4' : known === 'AESV2' ? 'aes-128' : known === 'AESV3' ? 'aes-256' : null;
}

type Found = { readonly references: Set<string>; readonly direct: string[]; readonly ids: Uint8Array[] };

function find(bytes: Uint8Array): Found {
  const found: Found = { references: new Set(), direct: [], ids: [] };
  for (const { outside } of segments(bytes)) {
    const text = unescaped(outside);
    for (const { index } of text.matchAll(/\/Encrypt(?![A-Za-z0-9])/g)) {
      const rest = text.slice(index + 8, index + MAX_DICTIONARY);
      const reference = /^\s{0,8}(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}R/.exec(rest);
      if (reference) found.references.add(`${Number(reference[1])} ${Number(reference[2])}`);
      else found.direct.push(rest);
      // Beside it, in the same dictionary of the file.
      const around = text.slice(Math.max(0, index - MAX_DICTIONARY), index + MAX_DICTIONARY);
      const id = /\/ID\s{0,8}\[\s{0,8}(?=[(<])/.exec(around);
      const first = id && stringAt(around, id.index + id[0].length);
      found.ids.push(first ?? new Uint8Array());
    }
  }
  return found;
}

function objectText(bytes: Uint8Array, reference: string): string[] {
  const [number, generation] = reference.split(' ');
  const head = new RegExp(`(?:^|[^0-9])0{0,9}${number}\\s{1,8}0{0,4}${generation}\\s{1,8}obj(?![A-Za-z])`, 'g');
  const texts: string[] = [];
  for (const { outside } of segments(bytes))
    for (const { index } of outside.matchAll(head)) texts.push(outside.slice(index, index + MAX_DICTIONARY));
  return texts.map((text) => text.split('endobj', 1)[0] ?? '');
}

const same = (ids: readonly Uint8Array[]): boolean => ids.every((id) => id.join() === ids[0]?.join());

export function openEncrypted(bytes: Uint8Array): Opened {
  const { references, direct, ids } = find(bytes);
  if (references.size === 0 && direct.length === 0) return null;
  const texts = [...direct, ...[...references].flatMap((reference) => objectText(bytes, reference))];
  // Of two versions of a file the same one; anything else is made to deceive.
  if (new Set(texts.map((text) => text.slice(text.indexOf('<<')).trim())).size !== 1 || !same(ids)) return 'closed';
  const encryption = encryptionOf(texts[0] as string, ids[0] ?? new Uint8Array());
  const key = encryption && emptyPasswordKey(encryption);
  if (!encryption || !key) return 'closed';
  return (object, generation, dictionary, data) => {
    const plain = /\/Type\s{0,8}\/XRef(?![A-Za-z])/.test(dictionary) || /\/Filter\s{0,8}\[?\s{0,8}\/Crypt(?![A-Za-z])/.test(dictionary);
    return plain ? data : decrypted(encryption.method, key, object, generation, data);
  };
}
