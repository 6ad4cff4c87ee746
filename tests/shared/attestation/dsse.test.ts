import { randomBytes } from 'node:crypto';
import {
  addSignature,
  allSignaturesHold,
  checkSignatures,
  encodeEnvelope,
  IN_TOTO_PAYLOAD_TYPE,
  openEnvelope,
  pae,
  signEnvelope,
} from '@shared/attestation/dsse';
import { generatePrivateKey, signerOf } from '@shared/attestation/suites';
import { SUITES } from '@shared/attestation/suites/public-key';
import { fromBase64, fromUtf8, toBase64, utf8 } from '@shared/basics/bytes';
import { dsse as sigstore } from '@sigstore/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const random32 = () => new Uint8Array(randomBytes(32));
const [a, b, c] = SUITES.map((suite) => signerOf(generatePrivateKey(suite, random32)));
if (!a || !b || !c) throw new Error('three suites');
const keys = [a.publicKey, b.publicKey, c.publicKey];
const payload = utf8('{"一":1}');
const envelope = signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [a, b, c]);
const opened = (value: unknown) => {
  const open = openEnvelope(value);
  if (!open.ok) throw new Error(open.code);
  return open.value;
};

describe('PAE', () => {
  it('is that of the DSSE specification (protocol.md, test vector)', () => {
    expect(fromUtf8(pae('http://example.com/HelloWorld', utf8('hello world')))).toBe(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    );
  });

  it('is that of another implementation for any type and payload', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (type, bytes) => {
        const theirs = sigstore.preAuthEncoding(type, Buffer.from(bytes));
        expect(Buffer.from(pae(type, bytes)).equals(theirs)).toBe(true);
      }),
    );
  });
});

describe('an envelope', () => {
  it('survives writing and reading, and holds under its keys only', () => {
    const open = opened(encodeEnvelope(envelope));
    expect(open.payload).toEqual(payload);
    expect(allSignaturesHold(open, keys)).toMatchObject({ ok: true });
    expect(allSignaturesHold(open, keys.slice(1))).toMatchObject({ code: 'KEY_MISSING' });
    expect(allSignaturesHold(open, [])).toMatchObject({ code: 'KEY_MISSING' });
  });

  it('takes a further signature over the same bytes', () => {
    const first = signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [a]);
    const both = addSignature(first, b);
    expect(both.signatures[0]).toEqual(first.signatures[0]);
    expect(allSignaturesHold(opened(both), keys)).toMatchObject({ ok: true });
  });

  it('does not hold when payload, type or a signature changes', () => {
    for (const changed of [
      { ...envelope, payload: toBase64(utf8('{"一":2}')) },
      { ...envelope, payloadType: 'text/plain' },
      { ...envelope, signatures: envelope.signatures.map(({ keyid }, i) => ({ keyid, sig: envelope.signatures[(i + 1) % 3]?.sig })) },
    ]) {
      expect(allSignaturesHold(opened(changed), keys)).toMatchObject({ ok: false });
    }
  });

  it('is malformed when a keyid is not the hash of the key that verifies', () => {
    const [one, two] = envelope.signatures;
    const swapped = { ...envelope, signatures: [{ keyid: two?.keyid, sig: one?.sig }] };
    expect(checkSignatures(opened(swapped), keys)[0]?.result).toMatchObject({ code: 'KEYID_MISMATCH' });
    const stranger = { ...envelope, signatures: [{ keyid: 'f'.repeat(64), sig: one?.sig }] };
    expect(checkSignatures(opened(stranger), keys)[0]?.result).toMatchObject({ code: 'KEYID_MISMATCH' });
  });

  it.each([
    ['no keyid', { ...envelope, signatures: [{ sig: 'AAAA' }] }, 'ENVELOPE_MALFORMED'],
    ['no signatures', { ...envelope, signatures: [] }, 'ENVELOPE_MALFORMED'],
    ['one key twice', { ...envelope, signatures: [envelope.signatures[0], envelope.signatures[0]] }, 'ENVELOPE_SAME_KEY_TWICE'],
    ['base64url', { ...envelope, payload: '-_-_' }, 'ENVELOPE_MALFORMED'],
    ['unpadded base64', { ...envelope, payload: 'YQ' }, 'ENVELOPE_MALFORMED'],
    ['spare bits set', { ...envelope, payload: 'YR==' }, 'ENVELOPE_MALFORMED'],
    ['base64 with a newline', { ...envelope, payload: 'YWFh\nYWFh' }, 'ENVELOPE_MALFORMED'],
    ['payload of another type', { ...envelope, payload: 1 }, 'ENVELOPE_MALFORMED'],
    ['an array', [envelope], 'ENVELOPE_MALFORMED'],
    ['upper-case keyid', { ...envelope, signatures: [{ keyid: 'A'.repeat(64), sig: 'AAAA' }] }, 'ENVELOPE_MALFORMED'],
  ])('is refused with %s', (_, value, code) => {
    expect(openEnvelope(utf8(JSON.stringify(value)))).toMatchObject({ code });
  });

  it('is read by the form of its base64 as by decoding it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQYgwEz09+/='), maxLength: 12 }), (payload) => {
        const read = openEnvelope({ ...envelope, payload });
        return read.ok === (fromBase64(payload) !== null);
      }),
      { numRuns: 2000 },
    );
  });

  it('of any size is read without exhausting the stack', () => {
    const large = `{"payloadType":"x","payload":"${'AAAA'.repeat(4_000_000)}","signatures":[{"keyid":"${'0'.repeat(64)}","sig":"AAAA"}]}`;
    expect(openEnvelope(utf8(large)).ok).toBe(true);
    expect(openEnvelope(utf8(`"${'\\n'.repeat(4_000_000)}"`))).toMatchObject({ code: 'ENVELOPE_MALFORMED' });
  });

  it('holds for none of a thousand altered bytes', () => {
    const bytes = encodeEnvelope(signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [b]));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const altered = bytes.slice();
        altered[at] = (altered[at] ?? 0) ^ mask;
        const open = openEnvelope(altered);
        return !open.ok || !allSignaturesHold(open.value, keys).ok;
      }),
      { numRuns: 1000 },
    );
  });
});
