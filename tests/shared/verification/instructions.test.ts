import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { verifyInstructions } from '@shared/verification/instructions';
import { writePackage } from '@shared/verification/zip/write-package';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { makeWorld, PDF } from '../../support/attested-world';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Unpacks with another implementation and runs VERIFY.txt's command lines as they stand. */
function runInstructions(files: ReadonlyMap<string, Uint8Array>, spoil?: { name: string; bytes: Uint8Array }): string {
  const folder = mkdtempSync(join(tmpdir(), 'shiqi-verify-'));
  folders.push(folder);
  for (const [name, bytes] of Object.entries(unzipSync(writePackage(files)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name === spoil?.name ? spoil.bytes : bytes);
  }
  const text = new TextDecoder().decode(files.get('VERIFY.txt'));
  const commands = text.split('\n').filter((line) => line.startsWith('    '));
  expect(commands.length).toBeGreaterThan(4);
  return execFileSync('sh', ['-c', `${commands.join('\n')}\ntrue`], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const withInstructions = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> =>
  new Map([...files, ['VERIFY.txt', utf8(verifyInstructions(files, '齐数审〔2026〕7C1E-0134号'))]]);

describe('VERIFY.txt', () => {
  const world = makeWorld({ signers: 3 });
  const successes = (text: string): number => text.split('Signature Verified Successfully').length - 1;

  it('lets openssl alone verify all three suites and the workstation', () => {
    const said = runInstructions(withInstructions(world.report));
    expect(successes(said)).toBe(4);
    expect(said).toContain(sha256Hex(PDF));
  });

  it('does the same for a certificate package', () => {
    expect(successes(runInstructions(withInstructions(world.certificatePackage ?? new Map())))).toBe(4);
  });

  it('shows when the verdict is another than the one signed', () => {
    const other = makeWorld({ signers: 3 }).verdict;
    expect(successes(runInstructions(withInstructions(world.report), { name: 'verdict.dsse.json', bytes: other }))).toBe(1);
  });
});
