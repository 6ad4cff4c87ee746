import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePrivateKey, isSecret, type PrivateKey, publicKeyOf, sign, verify } from '@shared/attestation/suites';
import { decodeSignature, encodeSignature, numberFromBytes } from '@shared/attestation/suites/der-signature';
import { parsePublicKeyPem, publicKeyFromDer, SUITES, type Suite } from '@shared/attestation/suites/public-key';
import { sm2PointOf, sm2SignWithNonce, sm2Verify } from '@shared/attestation/suites/sm2';
import { sm3 } from '@shared/attestation/suites/sm3';
import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from '@shared/basics/bytes';
import { sm2 as otherSm2, sm3 as otherSm3 } from 'sm-crypto-v2';
import { afterAll, describe, expect, it } from 'vitest';

const random32 = (): Uint8Array => new Uint8Array(randomBytes(32));
const hex = (text: string): Uint8Array => fromHex(text.replace(/\s/g, '').toLowerCase()) ?? new Uint8Array();
const der = (signature: string): Uint8Array => fromBase64(signature) ?? new Uint8Array();

describe('SM3 (GB/T 32905-2016, appendix A)', () => {
  it('gives the digests of the standard', () => {
    expect(toHex(sm3(utf8('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(toHex(sm3(utf8('abcd'.repeat(16))))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

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

describe('SM2 (GB/T 32918.5-2017, appendix A.2)', () => {
  const secret = hex('3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8');
  const point = hex(
    '04 09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020 CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13',
  );
  const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
  const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';

  it('derives the public key of the standard', () => {
    expect(toHex(sm2PointOf(secret))).toBe(toHex(point));
  });

  it('gives the signature of the standard for its nonce, and accepts it for "message digest"', () => {
    const e = numberFromBytes(hex('F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640'));
    const k = numberFromBytes(hex('59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21'));
    const signature = sm2SignWithNonce(secret, e, k);
    expect(signature).toEqual({ r: BigInt(`0x${r}`), s: BigInt(`0x${s}`) });
    expect(signature && sm2Verify(point, signature, utf8('message digest'))).toBe(true);
    expect(signature && sm2Verify(point, signature, utf8('message digest'), '')).toBe(false);
  });

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

describe('Ed25519 (RFC 8032, section 7.1)', () => {
  it.each([
    [
      'TEST 1',
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      'TEST 2',
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'TEST 3',
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('%s', (_, secret, point, message, signature) => {
    const key: PrivateKey = { suite: 'ed25519', secret: hex(secret) };
    expect(toHex(publicKeyOf(key).point)).toBe(point);
    expect(toHex(der(sign(key, hex(message))))).toBe(signature);
    expect(verify(publicKeyOf(key), toBase64(hex(signature)), hex(message))).toBe(true);
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
