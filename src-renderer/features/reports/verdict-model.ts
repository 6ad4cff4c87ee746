// What the verdict page says, computed from the signed predicate and main's record of its delivery. Pure; it judges nothing and recomputes no rule.
import { type Verdict, verdictSchema } from '@shared/attestation/statements/verdict';
import { parseInstant, shanghaiDay } from '@shared/basics/time';
import type { VerdictDetail, VerdictView } from '@shared/contract/views';

/** The predicate as this program reads it; null when it is of a later make. */
export function readVerdict(detail: VerdictDetail): Verdict | null {
  const read = verdictSchema.safeParse(detail.predicate);
  return read.success ? read.data : null;
}

/** Where the local claim stands between the bounds, 0 to 1; null while a bound is open. */
export function claimPosition({
  notBefore,
  notAfter,
  decidedAt,
}: Pick<VerdictView, 'notBefore' | 'notAfter' | 'decidedAt'>): number | null {
  const from = notBefore === null ? null : parseInstant(notBefore);
  const to = notAfter === null ? null : parseInstant(notAfter);
  const at = parseInstant(decidedAt);
  if (from === null || to === null || at === null || to <= from) return null;
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** On which side of the bounds the local clock puts itself; null where nothing proves it wrong. */
export function claimOutside({
  notBefore,
  notAfter,
  decidedAt,
}: Pick<VerdictView, 'notBefore' | 'notAfter' | 'decidedAt'>): 'early' | 'late' | null {
  const from = notBefore === null ? null : parseInstant(notBefore);
  const to = notAfter === null ? null : parseInstant(notAfter);
  const at = parseInstant(decidedAt);
  if (at === null) return null;
  if (from !== null && at < from) return 'early';
  return to !== null && at > to ? 'late' : null;
}

export type Span = { readonly days: number; readonly hours: number; readonly minutes: number; readonly seconds: number };

/** How far the bounds lie apart; null while one is open. */
export function boundsSpan({ notBefore, notAfter }: Pick<VerdictView, 'notBefore' | 'notAfter'>): Span | null {
  const from = notBefore === null ? null : parseInstant(notBefore);
  const to = notAfter === null ? null : parseInstant(notAfter);
  if (from === null || to === null || to < from) return null;
  const seconds = Math.round((to - from) / 1000);
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

/** The earliest day among conditions or rectification items, or an empty text. */
export const nearestDue = (items: readonly { readonly due?: string | null | undefined }[]): string =>
  items.reduce((nearest, { due }) => (due && (nearest === '' || due < nearest) ? due : nearest), '');

/** The Shanghai day on which a pass ends, or null. */
export function lastValidDay(verdict: Verdict): string | null {
  const instant = verdict.validUntil ? parseInstant(verdict.validUntil) : null;
  return instant === null ? null : shanghaiDay(instant);
}

export type ProofStep = 'signed' | 'entered' | 'sent' | 'received';
/** proven: cryptographically; done: happened, proves nothing to others; open: not yet. */
export const proofSteps = (detail: VerdictDetail): Readonly<Record<ProofStep, 'proven' | 'done' | 'open'>> => ({
  signed: 'done',
  entered: 'done',
  sent: detail.delivery === 'received' || detail.delivery === 'attention' ? 'done' : 'open',
  received: detail.receipt !== null ? 'proven' : 'open',
});

/** Rows whose number, product or developer hold every word of the query. */
export function findVerdicts(verdicts: readonly VerdictView[], query: string): VerdictView[] {
  const words = query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return verdicts
    .filter(({ number, product, productVersion, developer }) => {
      const text = `${number} ${product} ${productVersion} ${developer}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => b.seq - a.seq);
}
