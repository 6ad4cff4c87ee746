// The verifier as a command: reads the named files, asks the shared verifier, prints. Relative paths are those of the working directory, which
// the launcher sets to the caller's. No network, nothing written.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type PublicKey, parsePublicKeyPem } from '@shared/attestation/suites/public-key';
import { failure, ok, type Result } from '@shared/basics/result';
import type { Instant } from '@shared/basics/units';
import { parseTrustFile, type TrustedBureau } from '@shared/bureau/trust';
import type { Language } from '@shared/texts/language';
import { verificationSentence } from '@shared/texts/verification';
import { type GivenFile, inputOf, type VerificationInput } from '@shared/verification/input';
import { exitCodeOf } from '@shared/verification/result';
import { verifyArtifact } from '@shared/verification/verify-artifact';
import { type Arguments, parseArguments, USAGE } from './arguments';
import { printed } from './printed';

const WRONG_USE = 64;

export type World = {
  readonly argv: readonly string[];
  readonly now: Instant;
  /** Folder of trust files that ship with the program, or null for the stand-alone file, which brings none. */
  readonly shippedTrust: string | null;
  readonly language: Language;
  out(text: string): void;
  err(text: string): void;
};

/** @returns the exit code. */
export function runVerifier(world: World): number {
  if (world.argv.includes('--help')) {
    world.out(USAGE);
    return 0;
  }
  const parsed = parseArguments(world.argv);
  if (!parsed.ok) {
    world.err(`${parsed.detail ?? ''}\n${USAGE}`);
    return WRONG_USE;
  }
  const language = parsed.value.language ?? world.language;
  const input = readInput(parsed.value.arguments, world);
  if (!input.ok) {
    world.err(`${input.code}: ${verificationSentence(language, input.code)} ${input.detail ?? ''}\n`);
    return WRONG_USE;
  }
  const result = verifyArtifact(input.value);
  world.out(parsed.value.arguments.json ? `${JSON.stringify(result)}\n` : printed(result, language));
  return exitCodeOf(result);
}

function readInput(given: Arguments, { now, shippedTrust }: World): Result<VerificationInput, string> {
  try {
    const bureaus = collect([...given.trust, ...shippedFiles(shippedTrust)], readTrust);
    if (!bureaus.ok) return bureaus;
    const keys = collect(given.keys, readKey);
    if (!keys.ok) return keys;
    const checkpoint = given.checkpoint ?? besideCheckpoint(given.file);
    return ok(
      inputOf(read(given.file), now, {
        bureaus: bureaus.value.flat(),
        keys: keys.value,
        enrolments: given.enrolments.map(read),
        products: given.products.map(read),
        verdict: given.verdict === null ? null : read(given.verdict),
        batches: given.batches.map(read),
        checkpoint: checkpoint === null ? null : read(checkpoint),
      }),
    );
  } catch (error) {
    return failure('FILE_UNREADABLE', error instanceof Error ? error.message : String(error));
  }
}

const read = (path: string): GivenFile => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });

function collect<T>(paths: readonly string[], readOne: (path: string) => Result<T, string>): Result<T[], string> {
  const values: T[] = [];
  for (const path of paths) {
    const value = readOne(path);
    if (!value.ok) return failure(value.code, path);
    values.push(value.value);
  }
  return ok(values);
}

const readTrust = (path: string): Result<readonly TrustedBureau[], string> => parseTrustFile(read(path).bytes);
const readKey = (path: string): Result<PublicKey, string> => parsePublicKeyPem(readFileSync(path, 'utf8'));

const shippedFiles = (folder: string | null): string[] =>
  folder !== null && existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(folder, name))
    : [];

/** The inspector's export is two files side by side; the second is used unasked. */
function besideCheckpoint(file: string): string | null {
  const beside = join(dirname(file), 'checkpoint');
  return file.endsWith('.jsonl') && existsSync(beside) ? beside : null;
}
