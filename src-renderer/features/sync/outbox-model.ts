// What the sync page shows, computed from main's outbox: counts, the order of rows, and the words for why something is kept. Pure.
import type { DeliveryState, OutboxItem, OutboxView } from '@shared/contract/views';
import type { Language } from '@shared/texts/language';
import { syncTexts } from '@shared/texts/sync';

export const DELIVERY_STATES = ['unsent', 'sending', 'received', 'attention'] as const satisfies readonly DeliveryState[];
export type Counts = Readonly<Record<DeliveryState, number>>;

export const countsOf = (items: readonly OutboxItem[]): Counts => ({
  unsent: items.filter(({ state }) => state === 'unsent').length,
  sending: items.filter(({ state }) => state === 'sending').length,
  received: items.filter(({ state }) => state === 'received').length,
  attention: items.filter(({ state }) => state === 'attention').length,
});

const RANK: Readonly<Record<DeliveryState, number>> = { attention: 0, sending: 1, unsent: 1, received: 2 };

/** What needs a person first; then what waits, in the order in which it will be sent; then what was received, newest first. */
export const inOrder = (items: readonly OutboxItem[]): readonly OutboxItem[] =>
  [...items].sort((a, b) => RANK[a.state] - RANK[b.state] || (a.state === 'received' ? b.seq - a.seq : a.seq - b.seq));

/** RFC 3339 of the oldest item that is not received, or null. */
export function oldestUnsent(items: readonly OutboxItem[]): string | null {
  const waiting = items.filter(({ state }) => state !== 'received').map(({ at }) => at);
  return waiting.length === 0 ? null : waiting.reduce((oldest, at) => (at < oldest ? at : oldest));
}

export type Why = { readonly title: string; readonly todo: string };

/** A code of sync in words; a code from a newer bureau gets the general sentence, and is shown beside it. */
export function whyOf(code: string, language: Language): Why {
  const t = syncTexts[language];
  const known: Readonly<Record<string, Why>> = t.why;
  return Object.hasOwn(known, code) ? (known[code] ?? t.whyUnknown) : t.whyUnknown;
}

/** The last try failed and something still waits: the page says so above the list. */
export const standingFailure = ({ items, lastTry, running }: OutboxView): string | null =>
  lastTry !== null && lastTry.code !== 'OK' && !running && items.some(({ state }) => state !== 'received') ? lastTry.code : null;

/** Main's title is "<number> <product>" for a verdict; the rows show the serial beside the kind and the product alone. */
export function titleParts(title: string): { readonly serial: string; readonly subject: string } {
  const match = /^\S*-(\d+)号 (.+)$/.exec(title);
  return match?.[1] !== undefined && match[2] !== undefined ? { serial: match[1], subject: match[2] } : { serial: '', subject: title };
}
