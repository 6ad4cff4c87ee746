// A verdict leaves the workstation for years, so no personal identifier may ride along in a reason or a file name: the detectors run over every
// text that is about to be signed. Left out are the fields made for an identifier (codes of organisations, people, keys, digests, notes).
import { inspectText } from '@shared/analysis/detectors/inspect';
import type { Subject } from '@shared/attestation/statements/authority';

const MADE_FOR_IDENTIFIERS = new Set([
  'uscc',
  'person',
  'sha256',
  'sm3',
  'head',
  'workstation',
  'keyid',
  'checkpoint',
  'number',
  'id',
  'inheritedFrom',
  'evidence',
]);

/** Where a natural person would be named: paths of fields, without the values. */
export function privateData(predicate: unknown, subjects: readonly Subject[]): string[] {
  const found: string[] = [];
  const look = (text: string, path: string) => {
    // An organisation's code or switchboard names no person; everything else that holds does (GB/T 42460-2023, annex A).
    if (inspectText(text).some(({ valid, organisation, detector }) => valid && !organisation && detector !== 'uscc')) found.push(path);
  };
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') look(value, path);
    else if (Array.isArray(value)) for (const [index, member] of value.entries()) walk(member, `${path}.${index}`);
    else if (value !== null && typeof value === 'object')
      for (const [key, member] of Object.entries(value)) if (!MADE_FOR_IDENTIFIERS.has(key)) walk(member, `${path}.${key}`);
  };
  walk(predicate, 'predicate');
  for (const [index, { name }] of subjects.entries()) look(name, `subject.${index}.name`);
  return found;
}
