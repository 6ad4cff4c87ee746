// A report or certificate package: the container first, then the statement inside. A package that names itself ours but breaks the rules of a
// package is invalid, not unreadable: somebody altered it.
import { verifyAttested } from './attested';
import { type Check, fails, holds } from './check';
import { plainResult } from './conclude';
import { type Dossier, dossierOfPackage } from './dossier';
import type { VerificationInput } from './input';
import { isListed, type PackageKind, REQUIRED } from './layout';
import type { VerificationResult } from './result';
import { keyidsOf, readable } from './signed-part';
import type { PackageReading } from './zip/read-package';

/** What the container is worth by itself: readable, only listed names, nothing missing. */
export function checkContainer(kind: PackageKind, { names, files }: PackageReading): Check {
  if (!files.ok) return fails('package', files.code, files.detail);
  const unlisted = names.find((name) => !isListed(kind, name));
  if (unlisted !== undefined) return fails('package', 'PACKAGE_FILE_UNLISTED', unlisted);
  const missing = REQUIRED[kind].find((name) => !names.includes(name));
  return missing === undefined ? holds('package', String(names.length)) : fails('package', 'PACKAGE_FILE_MISSING', missing);
}

export function verifyPackage(
  kind: Exclude<PackageKind, 'courier-package'>,
  reading: PackageReading,
  input: VerificationInput,
): VerificationResult {
  const container = checkContainer(kind, reading);
  const dossier = reading.files.ok ? dossierOfPackage(kind, reading.files.value, input) : null;
  if (dossier === null) return plainResult(kind, 'invalid', [container], ['judgement']);
  return verifyAttested(kind, dossier, container.ok === true ? checkKeys(dossier, container) : container, input);
}

/** The package brings the key of everyone who signed something in it, under its own keyid. */
function checkKeys(dossier: Dossier, container: Check): Check {
  const [bad] = dossier.badKeys;
  if (bad !== undefined) return fails('package', 'KEY_FILE_MISMATCH', bad);
  const parts = [
    ...readable([dossier.main]),
    ...readable(dossier.report === null ? [] : [dossier.report]),
    ...readable(dossier.withdrawals),
  ];
  const missing = parts.flatMap(keyidsOf).find((keyid) => !dossier.keys.some((key) => key.keyid === keyid));
  return missing === undefined ? container : fails('package', 'KEY_FILE_MISSING', missing);
}
