import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePrivateKey, isSecret, publicKeyOf, sign, verify } from '@shared/attestation/suites';
import { decodeSignature, encodeSignature } from '@shared/attestation/suites/der-signature';
import { parsePublicKeyPem, publicKeyFromDer, SUITES, type Suite } from '@shared/attestation/suites/public-key';
import { sm3 } from '@shared/attestation/suites/sm3';
import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from '@shared/basics/bytes';
import { sm2 as otherSm2, sm3 as otherSm3 } from 'sm-crypto-v2';
import { afterAll, describe, expect, it } from 'vitest';

const random32 = (): Uint8Array => new Uint8Array(randomBytes(32));
const hex = (text: string): Uint8Array => fromHex(text.replace(/\s/g, '').toLowerCase()) ?? new Uint8Array();
const der = (signature: string): Uint8Array => fromBase64(signature) ?? new Uint8Array();

describe('SM3 (GB/T 32905-2016)', () => {
  it('agrees with another implementation at every length to 200, in one piece and in two', () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = new Uint8Array(randomBytes(length));
      const expected = otherSm3(bytes);
      expect(toHex(sm3(bytes))).toBe(expected);
      const cut = length >> 1;
      expect(toHex(sm3.create().update(bytes.subarray(0, cut)).clone().update(bytes.subarray(cut)).digest())).toBe(expected);
    }
  });
});

describe('SM2 (GB/T 32918.2-2016)', () => {
  it('agrees with another implementation in both directions', () => {
    for (let i = 0; i < 20; i++) {
      const key = generatePrivateKey('sm2', random32);
      const publicKey = publicKeyOf(key);
      const message = new Uint8Array(randomBytes(i * 7));
      const options = { der: true, hash: true, userId: '1234567812345678' } as const;
      const ours = toHex(der(sign(key, message)));
      expect(otherSm2.doVerifySignature(message, ours, toHex(publicKey.point), options)).toBe(true);
      const theirs = otherSm2.doSignature(message, toHex(key.secret), { ...options, publicKey: toHex(publicKey.point) });
      expect(verify(publicKey, toBase64(hex(theirs)), message)).toBe(true);
    }
  });
});

describe.each(SUITES)('%s', (suite) => {
  const key = generatePrivateKey(suite, random32);
  const publicKey = publicKeyOf(key);
  const message = utf8('十七审');

  it('refuses a signature with a bit flipped in any byte, another message and another key', () => {
    const signature = der(sign(key, message));
    for (let i = 0; i < signature.length; i++) {
      const altered = signature.slice();
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect(verify(publicKey, toBase64(altered), message)).toBe(false);
    }
    expect(verify(publicKey, toBase64(signature), utf8('十八审'))).toBe(false);
    expect(verify(publicKeyOf(generatePrivateKey(suite, random32)), toBase64(signature), message)).toBe(false);
    expect(verify(publicKey, toBase64(concat(signature, Uint8Array.of(0))), message)).toBe(false);
    expect(verify(publicKey, '!', message)).toBe(false);
  });

  it('hedges its nonces', () => {
    if (suite !== 'ed25519') expect(sign(key, message)).not.toBe(sign(key, message));
  });

  it('reads its own PEM back, and only one spelling of it', () => {
    expect(parsePublicKeyPem(publicKey.pem)).toEqual({ ok: true, value: publicKey });
    expect(parsePublicKeyPem(publicKey.pem.replaceAll('\n', '\r\n'))).toMatchObject({ ok: true });
    expect(parsePublicKeyPem(`x${publicKey.pem}`)).toMatchObject({ code: 'KEY_PEM_MALFORMED' });
    expect(parsePublicKeyPem(publicKey.pem + publicKey.pem)).toMatchObject({ code: 'KEY_PEM_MALFORMED' });
    expect(publicKeyFromDer(publicKey.der.slice(0, -1))).toMatchObject({ code: 'KEY_UNSUPPORTED' });
    expect(publicKeyFromDer(concat(publicKey.der, Uint8Array.of(0)))).toMatchObject({ code: 'KEY_UNSUPPORTED' });
    const altered = publicKey.der.slice();
    altered.fill(1, altered.length - 31);
    if (suite !== 'ed25519') expect(publicKeyFromDer(altered)).toMatchObject({ code: 'KEY_POINT_INVALID' });
  });

  it('draws again when the random number is no key', () => {
    const numbers = [new Uint8Array(32).fill(0xff), new Uint8Array(32), new Uint8Array(32).fill(7)];
    const drawn = generatePrivateKey(suite, () => numbers.shift() ?? new Uint8Array(32));
    expect(isSecret(suite, drawn.secret)).toBe(true);
    if (suite !== 'ed25519') expect(toHex(drawn.secret)).toBe('07'.repeat(32));
  });
});

it('refuses Ed25519 keys of small order, under which anything verifies', () => {
  const prefix = hex('302a300506032b6570032100');
  const identity = concat(Uint8Array.of(1), new Uint8Array(31));
  expect(publicKeyFromDer(concat(prefix, identity))).toMatchObject({ code: 'KEY_POINT_INVALID' });
});

it('reads only the one DER spelling of a signature', () => {
  const good = encodeSignature({ r: 0x80n, s: 1n });
  expect(toHex(good)).toBe('30070202008002 0101'.replace(' ', ''));
  expect(decodeSignature(good)).toEqual({ r: 0x80n, s: 1n });
  for (const bad of [
    '3006020180020101',
    '300802030000800201 01',
    '308107020200800201 01',
    '300702020080020101 00',
    '30060202008002 0101',
    '3004020002 00',
  ]) {
    expect(decodeSignature(hex(bad)), bad).toBeNull();
  }
});

describe('openssl, as an independent judge', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shiqi-openssl-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): string => execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const options: Record<Suite, string[]> = {
    sm2: ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'],
    ed25519: ['-rawin'],
    'ecdsa-p256': ['-rawin', '-digest', 'sha256'],
  };
  const generate: Record<Suite, string[]> = {
    sm2: ['-algorithm', 'SM2'],
    ed25519: ['-algorithm', 'ED25519'],
    'ecdsa-p256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  };

  it.each(SUITES)('%s: verifies what it signs, and it verifies what we sign', (suite) => {
    openssl('genpkey', ...generate[suite], '-out', at('key.pem'));
    openssl('pkey', '-in', at('key.pem'), '-pubout', '-out', at('pub.pem'));
    const theirs = parsePublicKeyPem(readFileSync(at('pub.pem'), 'utf8'));
    if (!theirs.ok) throw new Error(theirs.code);
    expect(theirs.value.suite).toBe(suite);
    expect(theirs.value.pem).toBe(readFileSync(at('pub.pem'), 'utf8'));
    const ours = generatePrivateKey(suite, random32);
    writeFileSync(at('ours.pem'), publicKeyOf(ours).pem);
    for (let i = 0; i < 5; i++) {
      const message = randomBytes(1 + i * 100);
      writeFileSync(at('message'), message);
      openssl('pkeyutl', '-sign', '-inkey', at('key.pem'), '-in', at('message'), '-out', at('sig'), ...options[suite]);
      expect(verify(theirs.value, readFileSync(at('sig')).toString('base64'), message)).toBe(true);
      writeFileSync(at('sig'), der(sign(ours, message)));
      const said = openssl(
        'pkeyutl',
        '-verify',
        '-pubin',
        '-inkey',
        at('ours.pem'),
        '-in',
        at('message'),
        '-sigfile',
        at('sig'),
        ...options[suite],
      );
      expect(said).toContain('Signature Verified Successfully');
    }
  });
});
