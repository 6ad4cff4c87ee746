// A dossier as lists show it: where it stands, how far it is answered, what comes next. Pure; computed from the desk's summary, the edition
// it was opened with, and main's verdicts about it.

import type { Feature } from '@shared/assessment/model';
import { daysBetween, isCalendarDay } from '@shared/basics/time';
import type { CalendarDay } from '@shared/basics/units';
import { applicableItems } from '@shared/checklist/applicability';
import { type Edition, SECTIONS, type Section } from '@shared/checklist/edition';
import type { VerdictView } from '@shared/contract/views';
import type { SegmentKind } from '../components/segments';
import type { StatusKind } from '../components/status-chip';
import type { AssessmentSummary } from '../database/summary';

/** What the reviewer would do next; the texts have a verb for each. */
export type NextStep = 'register' | 'start' | 'continue' | 'decide' | 'report' | 'sync' | 'attention' | 'secrets';
export type RowStatus =
  | Extract<StatusKind, 'registering' | 'unanswered' | 'assessing' | 'sign' | 'unsent' | 'sending' | 'received' | 'attention'>
  | 'secrets';
/** One risk at a glance: the worst answer in it. */
export type GroupLook = 'open' | 'clear' | 'non-compliant' | 'not-verified' | 'not-applicable';

export type DossierRow = {
  readonly summary: AssessmentSummary;
  readonly verdict: VerdictView | null;
  readonly status: RowStatus;
  readonly next: NextStep;
  readonly path: string;
  /** One per applicable item, in the order of the edition; empty without the edition. */
  readonly parts: readonly SegmentKind[];
  readonly answered: number;
  readonly groups: Readonly<Record<Section, GroupLook>>;
  /** The agreement's last day, and how many days are left of it. */
  readonly due: CalendarDay | null;
  readonly daysLeft: number | null;
};

/** Where and by which detector it was seen does not matter to a list. */
const asSeen = (feature: Feature) => ({ feature, finding: null, file: '', signal: '' });

const DELIVERY: Readonly<Record<VerdictView['delivery'], { status: RowStatus; next: NextStep }>> = {
  unsent: { status: 'unsent', next: 'sync' },
  sending: { status: 'sending', next: 'sync' },
  received: { status: 'received', next: 'report' },
  attention: { status: 'attention', next: 'sync' },
};

export function dossierRow(
  summary: AssessmentSummary,
  edition: Edition | null,
  verdicts: readonly VerdictView[],
  today: CalendarDay,
  seen: readonly Feature[] = [],
): DossierRow {
  const items = edition === null ? [] : applicableItems(edition, summary, seen.map(asSeen)).items.map(({ item }) => item);
  const parts = items.map((item) => partOf(summary, item.id));
  const answered = parts.filter((part) => part !== 'unanswered').length;
  // The newest of this dossier; main lists the newest first.
  const verdict = verdicts.find((candidate) => candidate.dossier === summary.id) ?? null;
  const { status, next } = standing(summary, verdict, answered, items.length);
  const due = isCalendarDay(summary.agreementTo) ? summary.agreementTo : null;
  return {
    summary,
    verdict,
    status,
    next,
    path: pathOf(summary, next, verdict),
    parts,
    answered,
    groups: Object.fromEntries(
      SECTIONS.map((section) => [
        section,
        lookOf(items.filter((item) => item.section === section).map((item) => partOf(summary, item.id))),
      ]),
    ) as Record<Section, GroupLook>,
    due,
    daysLeft: due === null ? null : daysBetween(today, due),
  };
}

const partOf = (summary: AssessmentSummary, item: string): SegmentKind => summary.answers[item] ?? 'unanswered';

function standing(
  summary: AssessmentSummary,
  verdict: VerdictView | null,
  answered: number,
  total: number,
): { status: RowStatus; next: NextStep } {
  if (verdict !== null) return DELIVERY[verdict.delivery];
  if (summary.secrets) return { status: 'secrets', next: 'secrets' };
  if (summary.registeredAt === null) return { status: 'registering', next: 'register' };
  if (answered === 0) return { status: 'unanswered', next: 'start' };
  return answered < total || total === 0 ? { status: 'assessing', next: 'continue' } : { status: 'sign', next: 'decide' };
}

function pathOf({ id }: AssessmentSummary, next: NextStep, verdict: VerdictView | null): string {
  switch (next) {
    case 'register':
    case 'secrets':
      return `/register/${id}`;
    case 'start':
    case 'continue':
      return `/assess/${id}`;
    case 'decide':
      return `/decide/${id}`;
    case 'sync':
    case 'attention':
      return '/sync';
    case 'report':
      return `/reports/${verdict?.sha256 ?? ''}`;
  }
}

function lookOf(parts: readonly SegmentKind[]): GroupLook {
  if (parts.length === 0) return 'not-applicable';
  if (parts.includes('non-compliant')) return 'non-compliant';
  if (parts.includes('not-verified')) return 'not-verified';
  if (parts.includes('unanswered')) return 'open';
  return parts.every((part) => part === 'not-applicable') ? 'not-applicable' : 'clear';
}

/** Most pressing first: what is refused or stuck, then by how far along, the newest change first within. */
const PRESSING: readonly RowStatus[] = [
  'attention',
  'sign',
  'assessing',
  'unanswered',
  'registering',
  'unsent',
  'sending',
  'secrets',
  'received',
];
export const byPressing = (a: DossierRow, b: DossierRow): number =>
  PRESSING.indexOf(a.status) - PRESSING.indexOf(b.status) || b.summary.updatedAt.localeCompare(a.summary.updatedAt);

/** Still on the desk: not yet acknowledged by the bureau. */
export const inHand = (row: DossierRow): boolean => row.status !== 'received' && row.status !== 'secrets';
