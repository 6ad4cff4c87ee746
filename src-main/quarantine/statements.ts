// What is signed about locked data, as statements of the kind that the bureau knows for problems (Art. 19 ¶3): the report, and the second person's word
// that the content is deleted. Pure: the bytes built from these are the ones shown and signed.
import type { LockedData } from '@main/vault/quarantine';
import type { EvidenceRecord } from '@main/vault/vault';
import { visibleName } from '@shared/attestation/names';
import type { Subject } from '@shared/attestation/statements/authority';
import type { Predicate, PredicateInput } from '@shared/attestation/statements/statement';
import type { Timestamp } from '@shared/basics/units';
import { quarantineTexts } from '@shared/texts/quarantine';

type Incident = PredicateInput<'incident'>;
export type ReportWords = { readonly what: string; readonly measures: string; readonly severity: number };

/** The bureau reads Chinese, whatever the desk speaks. */
const words = quarantineTexts.zh.statement;

/** Name and digests, as they were taken in: the content is locked and is not hashed again. */
export const fileSubject = ({ name, sha256, sm3 }: EvidenceRecord): Subject => ({
  name: visibleName(name),
  digest: { sha256: sha256 as Subject['digest']['sha256'], sm3 },
});

/** Nothing has arrived while it is being signed: receipts say when it did. */
const toBureau: Incident['recipients'] = [{ body: 'bureau', channel: words.channel, deliveredAt: null, acknowledgement: null }];

export const reportPredicate = (given: ReportWords, lock: LockedData, lockedAt: string): Incident => ({
  what: given.what,
  trigger: 'problem',
  severity: given.severity,
  discoveredAt: lockedAt as Timestamp,
  stopped: { what: words.stopped, when: lockedAt as Timestamp, by: lock.name },
  planStartedAt: null,
  recipients: toBureau,
  measures: given.measures,
});

/** @param report what was reported, and the digest of its bytes: deletion follows a report, and says which */
export const deletionPredicate = (report: { readonly sha256: string; readonly predicate: Predicate<'incident'> }): Incident => ({
  ...report.predicate,
  what: words.deletionOf(report.sha256),
  recipients: toBureau,
  measures: words.deleted,
});
