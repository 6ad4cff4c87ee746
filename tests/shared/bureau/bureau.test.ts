import { randomBytes } from 'node:crypto';
import { generatePrivateKey, signerOf } from '@shared/attestation/suites';
import { toBase64, utf8 } from '@shared/basics/bytes';
import { type Instant, minutes } from '@shared/basics/units';
import { formatHashes, parseHashes } from '@shared/bureau/http';
import { openBureauNote, verifyGrowth, verifyReceipt } from '@shared/bureau/receipt';
import { checkRequest, signRequest } from '@shared/bureau/request';
import { parseTrustFile, type TrustedBureau } from '@shared/bureau/trust';
import { formatCheckpoint } from '@shared/ledger/checkpoint';
import { leafHash, MerkleTree } from '@shared/ledger/merkle';
import { formatVerifierKey, type NoteSigner, signNote, verifierKey } from '@shared/ledger/note';
import { formatTlogProof } from '@shared/ledger/tlog-proof';
import { describe, expect, it } from 'vitest';

const ed25519 = () => signerOf(generatePrivateKey('ed25519', () => new Uint8Array(randomBytes(32))));
const origin = 'bureau.example/log';
const log: NoteSigner = { name: origin, type: 1, signer: ed25519() };
const witness: NoteSigner = { name: 'witness.example', type: 4, signer: ed25519() };
const second: NoteSigner = { name: 'second.example', type: 4, signer: ed25519() };
const keyText = ({ name, type, signer }: NoteSigner) => formatVerifierKey(verifierKey(name, type, signer.publicKey));
const statement = signerOf(generatePrivateKey('sm2', () => new Uint8Array(randomBytes(32))));

const file = {
  v: 1,
  bureaus: [
    {
      name: '示例市数据局',
      practice: false,
      origin,
      statementKeys: [statement.publicKey.pem],
      logKeys: [keyText(log)],
      witnessKeys: [keyText(witness), keyText(second)],
    },
  ],
};
const trustOf = (value: unknown) => parseTrustFile(utf8(JSON.stringify(value)));
const read = trustOf(file);
if (!read.ok || !read.value[0]) throw new Error('trust');
const bureau: TrustedBureau = read.value[0];

const leaves = ['line 0', 'line 1', 'line 2'].map((text) => utf8(text));
const tree = new MerkleTree(leaves.map(leafHash));
const time = 1_800_000_000_000 as Instant;
const noteOf = (size: number, signers: NoteSigner[], from = tree, at = time, name = origin) =>
  signNote(formatCheckpoint({ origin: name, size, root: from.root(size) }), signers, at);
const proofOf = (index: number, note: string, size = 3) => formatTlogProof({ index, path: tree.inclusion(index, size), note });
const leaf = leaves[1] ?? new Uint8Array();

describe('a trust file', () => {
  const changed = (change: object) => ({ v: 1, bureaus: [{ ...file.bureaus[0], ...change }] });
  it.each([
    ['TRUST_VERSION_UNSUPPORTED', { ...file, v: 2 }],
    ['TRUST_MALFORMED', { bureaus: [] }],
    ['TRUST_MALFORMED', { v: 1 }],
    ['TRUST_KEY_MALFORMED', changed({ statementKeys: ['x'] })],
    ['TRUST_KEY_MALFORMED', changed({ logKeys: [keyText(witness)] })],
    ['TRUST_KEY_MALFORMED', changed({ witnessKeys: [keyText(log)] })],
    ['TRUST_KEY_MALFORMED', changed({ origin: 'other.example/log' })],
  ])('is refused with %s', (code, value) => {
    expect(trustOf(value)).toMatchObject({ code });
  });

  it('may say more than this version knows', () => {
    expect(trustOf({ ...file, later: 1 })).toMatchObject({ ok: true });
  });
});

describe('a receipt', () => {
  it('holds with the log and one witness, and tells index and time', () => {
    const receipt = verifyReceipt(bureau, leaf, proofOf(1, noteOf(3, [log, witness])));
    expect(receipt).toMatchObject({ ok: true, value: { index: 1, cosignedAt: time } });
  });

  it('takes the earliest of several witnesses as the upper bound and the latest as the lower', () => {
    const text = formatCheckpoint({ origin, size: 3, root: tree.root(3) });
    const one = signNote(text, [log, witness], time);
    const later = signNote(text, [second], (time + 60_000) as Instant).split('\n\n')[1] ?? '';
    const note = openBureauNote(bureau, one + later);
    expect(note).toMatchObject({ ok: true, value: { cosigned: { earliest: time, latest: time + 60_000 } } });
  });

  const other: NoteSigner = { ...log, signer: ed25519() };
  const fork = new MerkleTree(['x', 'line 1', 'y'].map((text) => leafHash(utf8(text))));
  it.each([
    ['NOTE_NO_WITNESS', proofOf(1, noteOf(3, [log]))],
    ['NOTE_NO_LOG_SIGNATURE', proofOf(1, noteOf(3, [witness]))],
    ['NOTE_UNSIGNED', proofOf(1, noteOf(3, [other]))],
    ['NOTE_NO_LOG_SIGNATURE', proofOf(1, noteOf(3, [other, witness]))],
    ['CHECKPOINT_ORIGIN', proofOf(1, noteOf(3, [log, witness], tree, time, 'other.example'))],
    ['PROOF_WRONG', proofOf(0, noteOf(3, [log, witness]))],
    ['PROOF_WRONG', proofOf(1, noteOf(3, [log, witness], fork))],
    ['PROOF_WRONG', proofOf(1, noteOf(2, [log, witness]))],
    ['PROOF_MALFORMED', 'received'],
    ['NOTE_MALFORMED', proofOf(1, 'no note')],
  ])('is refused with %s', (code, proof) => {
    expect(verifyReceipt(bureau, leaf, proof)).toMatchObject({ code });
  });

  it('of one line is none of another', () => {
    expect(verifyReceipt(bureau, leaves[0] ?? leaf, proofOf(1, noteOf(3, [log, witness])))).toMatchObject({ code: 'PROOF_WRONG' });
  });
});

describe('a growing log', () => {
  const head = (size: number, from = tree) => ({ origin, size, root: from.root(size) });
  it('may grow or stand still, not shrink, fork or lack a proof', () => {
    const fork = new MerkleTree([leafHash(utf8('x')), leafHash(utf8('y')), leafHash(utf8('z'))]);
    expect(verifyGrowth(null, head(3), [])).toMatchObject({ ok: true });
    expect(verifyGrowth(head(2), head(3), tree.consistency(2, 3))).toMatchObject({ ok: true });
    expect(verifyGrowth(head(3), head(3), [])).toMatchObject({ ok: true });
    expect(verifyGrowth(head(3), head(2), [])).toMatchObject({ code: 'LOG_SHRUNK' });
    expect(verifyGrowth(head(2), head(3, fork), fork.consistency(2, 3))).toMatchObject({ code: 'LOG_FORKED' });
    expect(verifyGrowth(head(3), head(3, fork), [])).toMatchObject({ code: 'LOG_FORKED' });
    expect(verifyGrowth(head(2), head(3), [])).toMatchObject({ code: 'LOG_FORKED' });
  });

  it('sends its proofs as one base64 hash a line', () => {
    const hashes = tree.consistency(2, 3);
    expect(parseHashes(formatHashes(hashes))).toEqual(hashes);
    expect(parseHashes('')).toEqual([]);
    expect(parseHashes(toBase64(hashes[0] ?? new Uint8Array()))).toBeNull();
    expect(parseHashes('AAAA\n')).toBeNull();
  });
});

describe('a signed request', () => {
  const workstation = ed25519();
  const request = { method: 'GET', path: '/v1/workstations/x/entries?from=3' };
  const header = signRequest(workstation, request, time);
  const check = (changed: object, now = time, key = workstation.publicKey, value: string | undefined = header) =>
    checkRequest(value, key, { ...request, ...changed }, now);

  it('holds for its method, path and ten minutes, under its own key', () => {
    expect(check({})).toMatchObject({ ok: true });
    expect(check({}, (time + minutes(10)) as Instant)).toMatchObject({ ok: true });
    expect(check({}, (time + minutes(10) + 1000) as Instant)).toMatchObject({ code: 'REQUEST_STALE' });
    expect(check({}, (time - minutes(10) - 1000) as Instant)).toMatchObject({ code: 'REQUEST_STALE' });
    expect(check({ method: 'POST' })).toMatchObject({ code: 'REQUEST_OTHER' });
    expect(check({ path: '/v1/workstations/y/entries' })).toMatchObject({ code: 'REQUEST_OTHER' });
    expect(check({}, time, ed25519().publicKey)).toMatchObject({ code: 'REQUEST_UNSIGNED' });
    expect(checkRequest(undefined, workstation.publicKey, request, time)).toMatchObject({ code: 'REQUEST_UNSIGNED' });
    expect(check({}, time, workstation.publicKey, 'AAAA')).toMatchObject({ code: 'REQUEST_UNSIGNED' });
  });
});
