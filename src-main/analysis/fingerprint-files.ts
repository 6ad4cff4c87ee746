// Which two files of a dossier are the fingerprint of the source data and its key, by their names alone: main opens no evidence.
import type { EvidenceRecord } from '@main/vault/vault';

const FINGERPRINT = /\.shiqi-fingerprint$/i;
const KEY = /\.key$/i;

export const isFingerprintFile = (name: string): boolean => FINGERPRINT.test(name) || KEY.test(name);

const stem = (name: string): string => name.replace(FINGERPRINT, '').replace(KEY, '').normalize('NFC');

/** The only fingerprint with the key of its name; several are for a person to choose from. */
export function fingerprintOf(evidence: readonly EvidenceRecord[]): { file: string; key: string } | null {
  const beside = evidence.filter(({ role }) => role === 'comparison');
  const prints = beside.filter(({ name }) => FINGERPRINT.test(name));
  const [print] = prints;
  const key = print && beside.find(({ name }) => KEY.test(name) && stem(name) === stem(print.name));
  return print && key && prints.length === 1 ? { file: print.sha256, key: key.sha256 } : null;
}
