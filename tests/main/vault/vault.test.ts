import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openVault } from '@main/vault/vault';
import { sm3 } from '@shared/attestation/suites/sm3';
import { toHex } from '@shared/basics/bytes';
import type { Instant } from '@shared/basics/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root: string;
const key = Buffer.alloc(32, 3);
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'shiqi-vault-'));
  mkdirSync(path.join(root, 'vault'));
  mkdirSync(path.join(root, 'records'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = (vaultKey: Buffer = key) =>
  openVault(
    path.join(root, 'vault'),
    path.join(root, 'records'),
    () => vaultKey,
    () => 1_795_000_000_000 as Instant,
  );
function file(name: string, bytes: Uint8Array) {
  const target = path.join(root, name);
  writeFileSync(target, bytes);
  return { path: target, name, bytes: bytes.length };
}
const nothing = () => undefined;
const stored = () => readdirSync(path.join(root, 'vault'));

describe('the vault', () => {
  for (const size of [0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024 + 17])
    it(`gives back exactly the ${size} bytes it took, with both digests`, async () => {
      const bytes = new Uint8Array(size).map((_, i) => (i * 31 + (i >> 8)) & 0xff);
      const vault = open();
      const added = await vault.add('d1', 'delivered', file('a.bin', bytes), nothing);
      if (!added.ok) throw new Error(added.code);
      expect(added.value.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(added.value.sm3).toBe(toHex(sm3(bytes)));
      expect(Buffer.concat([...vault.chunks(added.value)]).equals(Buffer.from(bytes))).toBe(true);
      expect(vault.holds(added.value)).toBe(true);
    });

  it('stores the same bytes once, for any number of dossiers, until the last lets go', async () => {
    const vault = open();
    const source = file('a.csv', Buffer.from('a,b\n1,2\n'));
    const first = await vault.add('d1', 'delivered', source, nothing);
    const second = await vault.add('d2', 'delivered', source, nothing);
    expect(first.ok && first.value.alreadyStored).toBe(false);
    expect(second.ok && second.value.alreadyStored).toBe(true);
    expect(stored().length).toBe(1);
    const sha256 = first.ok ? first.value.sha256 : '';
    expect(vault.remove('d1', sha256)).toBe(true);
    expect(stored().length).toBe(1);
    expect(vault.remove('d2', sha256)).toBe(true);
    expect(stored()).toEqual([]);
    expect(vault.remove('d2', sha256)).toBe(false);
  });

  it('sees any changed, cut or exchanged byte', async () => {
    const vault = open();
    const added = await vault.add('d1', 'delivered', file('a.bin', Buffer.alloc(1024 * 1024 + 500, 1)), nothing);
    if (!added.ok) throw new Error(added.code);
    const name = path.join(root, 'vault', stored()[0] ?? '');
    const whole = readFileSync(name);
    for (const at of [0, 500_000, 1024 * 1024 + 3, 1024 * 1024 + 20, whole.length - 70, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(name, changed);
      expect(vault.holds(added.value)).toBe(false);
    }
    writeFileSync(name, whole.subarray(0, whole.length - 1));
    expect(vault.holds(added.value)).toBe(false);
    writeFileSync(name, whole);
    expect(vault.holds(added.value)).toBe(true);
    expect(vault.holds({ ...added.value, sm3: '0'.repeat(64) })).toBe(false);
  });

  it('shows neither content nor names on disk, and opens with its own key only', async () => {
    const marker = Buffer.from('CANARY-内容-7f3a');
    await open().add('d1', 'paper', file('秘密名称.txt', marker), nothing);
    rmSync(path.join(root, '秘密名称.txt'));
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(path.join(entry.parentPath, entry.name));
      expect(bytes.includes(marker)).toBe(false);
      expect(bytes.includes(Buffer.from('秘密名称'))).toBe(false);
    }
    expect(() => open(Buffer.alloc(32, 4)).list('d1')).toThrow();
  });

  it('leaves nothing behind when the source cannot be read', async () => {
    await expect(open().add('d1', 'paper', { path: path.join(root, 'missing'), name: 'missing', bytes: 1 }, nothing)).rejects.toThrow();
    expect(stored()).toEqual([]);
  });
});
