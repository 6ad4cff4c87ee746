import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pae } from '@shared/attestation/dsse';
import { parseVerdictNumber } from '@shared/attestation/number';
import { publicKeyOf, sign, verify } from '@shared/attestation/suites';
import { numberFromBytes } from '@shared/attestation/suites/der-signature';
import { sm2PointOf, sm2SignWithNonce, sm2Verify } from '@shared/attestation/suites/sm2';
import { sm3 } from '@shared/attestation/suites/sm3';
import { fromHex, fromUtf8, toBase64, toHex, utf8 } from '@shared/basics/bytes';
import { parseInstant } from '@shared/basics/time';
import { parseTrustFile } from '@shared/bureau/trust';
import { leafHash, rootOf } from '@shared/ledger/merkle';
import { openNote, parseVerifierKey } from '@shared/ledger/note';
import { inputOf } from '@shared/verification/input';
import { exitCodeOf } from '@shared/verification/result';
import { verifyArtifact } from '@shared/verification/verify-artifact';
import { describe, expect, it } from 'vitest';
import primitives from '../../../docs/vectors/primitives.json';

const folder = join(import.meta.dirname, '../../../docs/vectors/packages');
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();

type Case = {
  why: string;
  file: string;
  trust: string | null;
  product?: string;
  exit: number;
  result: string;
  received: boolean;
  failed: string[];
};
const { now, cases } = JSON.parse(fromUtf8(read('expected.json'))) as { now: string; cases: Case[] };

describe('the published packages', () => {
  it.each(cases)('$file, $why: exit $exit', ({ file, trust, product, ...expected }) => {
    const bureaus = trust === null ? null : parseTrustFile(read(trust));
    const result = verifyArtifact(
      inputOf({ name: file, bytes: read(file) }, parseInstant(now) ?? (Number.NaN as never), {
        bureaus: bureaus?.ok ? bureaus.value : [],
        products: product === undefined ? [] : [{ name: product, bytes: read(product) }],
        checkpoint: file === 'entries.jsonl' ? { name: 'checkpoint', bytes: read('checkpoint') } : null,
      }),
    );
    const failed = result.checks.flatMap(({ check, ok, code }) => (ok === false ? [`${check}:${code}`] : []));
    expect({ exit: exitCodeOf(result), result: result.result, received: result.received, failed }).toEqual({
      exit: expected.exit,
      result: expected.result,
      received: expected.received,
      failed: expected.failed,
    });
  });
});

describe('the published primitives', () => {
  it('SM3 and SM2', () => {
    for (const { utf8: text, digest } of primitives.sm3.cases) expect(toHex(sm3(utf8(text)))).toBe(digest);
    const { secret, point, message, e, k, r, s } = primitives.sm2;
    expect(toHex(sm2PointOf(hex(secret)))).toBe(point);
    const signature = sm2SignWithNonce(hex(secret), numberFromBytes(hex(e)), numberFromBytes(hex(k)));
    expect(signature).toEqual({ r: numberFromBytes(hex(r)), s: numberFromBytes(hex(s)) });
    expect(signature && sm2Verify(hex(point), signature, utf8(message))).toBe(true);
  });

  it('Ed25519', () => {
    for (const { secret, point, message, signature } of primitives.ed25519.cases) {
      const key = { suite: 'ed25519', secret: hex(secret) } as const;
      expect(toHex(publicKeyOf(key).point)).toBe(point);
      expect(sign(key, hex(message))).toBe(toBase64(hex(signature)));
      expect(verify(publicKeyOf(key), toBase64(hex(signature)), hex(message))).toBe(true);
    }
  });

  it('PAE, Merkle roots, notes and numbers', () => {
    const { payloadType, payload, encoded } = primitives.pae;
    expect(fromUtf8(pae(payloadType, utf8(payload)))).toBe(encoded);
    const leaves = primitives.merkle.leaves.map((leaf) => leafHash(hex(leaf)));
    expect(leaves.map((_, i) => toHex(rootOf(leaves.slice(0, i + 1))))).toEqual(primitives.merkle.roots);
    const key = parseVerifierKey(primitives.note.key);
    expect(key.ok && openNote(primitives.note.note, [key.value])).toMatchObject({ ok: true });
    expect(primitives.verdictNumbers.good.every((text) => parseVerdictNumber(text).ok)).toBe(true);
    expect(primitives.verdictNumbers.bad.some((text) => parseVerdictNumber(text).ok)).toBe(false);
  });
});
