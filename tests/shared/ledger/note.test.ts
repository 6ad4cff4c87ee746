import { randomBytes } from 'node:crypto';
import { generatePrivateKey, signerOf } from '@shared/attestation/suites';
import { fromBase64, toBase64 } from '@shared/basics/bytes';
import type { Instant } from '@shared/basics/units';
import { formatCheckpoint, openWorkstationCheckpoint, parseCheckpoint, signWorkstationCheckpoint } from '@shared/ledger/checkpoint';
import { emptyRoot } from '@shared/ledger/merkle';
import { addNoteSignature, formatVerifierKey, openNote, parseVerifierKey, signNote, verifierKey } from '@shared/ledger/note';
import { parseTlogProof } from '@shared/ledger/tlog-proof';
import { describe, expect, it } from 'vitest';

const random32 = () => new Uint8Array(randomBytes(32));
const log = { name: 'bureau.example/log', type: 1, signer: signerOf(generatePrivateKey('ed25519', random32)) } as const;
const witness = { name: 'witness.example', type: 4, signer: signerOf(generatePrivateKey('ed25519', random32)) } as const;
const keyOf = (signer: typeof log | typeof witness) => verifierKey(signer.name, signer.type, signer.signer.publicKey);
const at = 1_800_000_000_500 as Instant;
const text = formatCheckpoint({ origin: log.name, size: 0, root: emptyRoot() });
const note = signNote(text, [log, witness], at);

describe('signed notes (C2SP signed-note, tlog-cosignature)', () => {
  // The example of golang.org/x/mod/sumdb/note, which the specification grew from.
  const neumann = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const neumannNote =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

  it('reads the reference note under the reference key, which has plus signs in its base64 elsewhere', () => {
    const key = parseVerifierKey(neumann);
    if (!key.ok) throw new Error(key.code);
    expect(formatVerifierKey(key.value)).toBe(neumann);
    expect(openNote(neumannNote, [key.value])).toMatchObject({ ok: true });
    expect(openNote(neumannNote.replace('answer', 'question'), [key.value])).toMatchObject({ code: 'NOTE_SIGNATURE_BAD' });
  });

  it('tells the time that a witness signed, in whole seconds', () => {
    const open = openNote(note, [keyOf(log), keyOf(witness)]);
    expect(open).toMatchObject({ ok: true, value: { text } });
    if (open.ok) expect(open.value.signatures.map((signature) => signature.at)).toEqual([null, 1_800_000_000_000]);
  });

  it('ignores lines of unknown keys, refuses a bad line of a known one, and a note that nobody known signed', () => {
    const stranger = { ...witness, name: 'other.example' };
    expect(openNote(addNoteSignature(note, stranger, at), [keyOf(log)])).toMatchObject({ ok: true });
    expect(openNote(note.replace('\n0\n', '\n1\n'), [keyOf(log)])).toMatchObject({ code: 'NOTE_SIGNATURE_BAD' });
    expect(openNote(note, [])).toMatchObject({ code: 'NOTE_UNSIGNED' });
  });

  it('does not take a cosignature for a log signature, nor another time', () => {
    const line = note.split('\n').at(-2) ?? '';
    const bytes = fromBase64(line.split(' ')[2] ?? '') ?? new Uint8Array();
    const shifted = bytes.slice();
    shifted[11] = (shifted[11] ?? 0) ^ 1;
    const altered = note.replace(toBase64(bytes), toBase64(shifted));
    expect(openNote(altered, [keyOf(witness)])).toMatchObject({ code: 'NOTE_SIGNATURE_BAD' });
    const asLog = verifierKey(witness.name, 1, witness.signer.publicKey);
    expect(openNote(note, [asLog])).toMatchObject({ code: 'NOTE_UNSIGNED' });
  });

  it.each([
    ['without a final newline', note.slice(0, -1)],
    ['without signatures', text],
    ['with CRLF', note.replaceAll('\n', '\r\n')],
    ['with a control character', note.replace('bureau', 'bur\u0007eau')],
    ['with text after its signatures', `${note}more\n`],
    ['with a hyphen for the dash', note.replaceAll('—', '-')],
  ])('is malformed %s', (_, altered) => {
    expect(openNote(altered, [keyOf(log)])).toMatchObject({ code: 'NOTE_MALFORMED' });
  });

  it.each(['a+b', 'a+00000000+AQ==', `${neumann}A`, neumann.replace('c74f20a3', 'c74f20a4'), neumann.replace('+A', '+B')])(
    'refuses the verifier key %s',
    (key) => {
      expect(parseVerifierKey(key)).toMatchObject({ code: 'VERIFIER_KEY_MALFORMED' });
    },
  );
});

describe('checkpoints (C2SP tlog-checkpoint)', () => {
  it('reads the example of the specification', () => {
    const read = parseCheckpoint('example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n');
    expect(read).toMatchObject({ ok: true, value: { origin: 'example.com/behind-the-sofa', size: 20852163 } });
  });

  it.each([
    '',
    'a\n1\n',
    'a\n01\nAAAA\n',
    text.replace('\n0\n', '\n00\n'),
    text.replace('\n0\n', '\n-1\n'),
    text.slice(0, -1),
    `${text}\n`,
  ])('refuses %j', (altered) => {
    expect(parseCheckpoint(altered)).toMatchObject({ code: 'CHECKPOINT_MALFORMED' });
  });

  it('of a workstation hold under its own key and origin only', () => {
    const own = signWorkstationCheckpoint(log.signer, 3, emptyRoot());
    expect(openWorkstationCheckpoint(own, log.signer.publicKey)).toMatchObject({ ok: true, value: { size: 3 } });
    expect(openWorkstationCheckpoint(own, witness.signer.publicKey)).toMatchObject({ code: 'NOTE_UNSIGNED' });
  });
});

describe('tlog-proof (C2SP)', () => {
  const hash = 'gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=';
  it('reads index, path and note, and skips the extra line', () => {
    const proof = parseTlogProof(`c2sp.org/tlog-proof@v1\nextra YWFh\nindex 73894\n${hash}\n${hash}\n\n${note}`);
    expect(proof).toMatchObject({ ok: true, value: { index: 73894, note } });
    expect(parseTlogProof(`c2sp.org/tlog-proof@v1\nindex 0\n\n${note}`)).toMatchObject({ ok: true, value: { index: 0, path: [] } });
  });

  it.each([
    '',
    'c2sp.org/tlog-proof@v2\nindex 0\n\nx',
    'c2sp.org/tlog-proof@v1\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 01\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx',
    `c2sp.org/tlog-proof@v1\nindex 0\n${hash.slice(0, -1)}\n\nx`,
  ])('refuses %j', (altered) => {
    expect(parseTlogProof(altered)).toMatchObject({ code: 'PROOF_MALFORMED' });
  });
});
