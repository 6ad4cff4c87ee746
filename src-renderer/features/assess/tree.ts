// The checklist of one product as the tree beside the question: which items in which group stand how, and where "next" leads. Pure; it
// reads answers and findings and decides nothing about outcomes.
import type { AssessmentDraft } from '@shared/assessment/model';

/** machine: nobody has answered, and a look by machine waits to be judged. */
export type Standing = 'compliant' | 'non-compliant' | 'not-applicable' | 'not-verified' | 'machine' | 'open';

export type ListedItem<Section extends string> = { readonly id: string; readonly section: Section; readonly hard: boolean };

export type TreeRow = {
  readonly id: string;
  readonly standing: Standing;
  /** When the answer was given, if it was taken over from another dossier. */
  readonly inheritedAt: string | null;
  readonly findings: number;
  readonly attached: boolean;
};

export type TreeGroup<Section extends string> = {
  readonly section: Section;
  readonly rows: readonly TreeRow[];
  readonly answered: number;
  readonly inherited: number;
  readonly hard: boolean;
};

function rowOf(draft: AssessmentDraft, id: string): TreeRow {
  const answer = draft.answers[id];
  const findings = draft.findings.filter((finding) => finding.item === id && finding.disposition !== 'overruled');
  const waiting = findings.some((finding) => finding.origin === 'machine' && finding.disposition === null);
  const given = answer?.answer ?? null;
  return {
    id,
    standing: given ?? (waiting ? 'machine' : 'open'),
    inheritedAt: given !== null && answer?.inheritedFrom ? answer.answeredAt : null,
    findings: findings.length,
    attached: (answer?.evidence.length ?? 0) > 0,
  };
}

/** Groups in the order in which the items come; an item that does not apply is not among `items` and leaves its number as a gap. */
export function treeOf<Section extends string>(draft: AssessmentDraft, items: readonly ListedItem<Section>[]): TreeGroup<Section>[] {
  const sections = [...new Set(items.map((item) => item.section))];
  return sections.map((section) => {
    const own = items.filter((item) => item.section === section);
    const rows = own.map((item) => rowOf(draft, item.id));
    return {
      section,
      rows,
      answered: rows.filter((row) => row.standing !== 'open' && row.standing !== 'machine').length,
      inherited: rows.filter((row) => row.inheritedAt !== null).length,
      hard: own.every((item) => item.hard),
    };
  });
}

const isOpen = (row: TreeRow) => row.standing === 'open' || row.standing === 'machine';
const rowsOf = (groups: readonly TreeGroup<string>[]) => groups.flatMap((group) => group.rows);

/** The item before or after, without going round; null at the ends. */
export function neighbour(groups: readonly TreeGroup<string>[], current: string, step: 1 | -1): string | null {
  const rows = rowsOf(groups);
  const at = rows.findIndex((row) => row.id === current);
  return at < 0 ? null : (rows[at + step]?.id ?? null);
}

/** The next item without an answer after `current`, going round once; null when all are answered. */
export function nextUnanswered(groups: readonly TreeGroup<string>[], current: string): string | null {
  const rows = rowsOf(groups);
  const at = rows.findIndex((row) => row.id === current);
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => isOpen(row) && row.id !== current)?.id ?? null;
}

export const answeredCount = (groups: readonly TreeGroup<string>[]) => groups.reduce((total, group) => total + group.answered, 0);
export const itemCount = (groups: readonly TreeGroup<string>[]) => groups.reduce((total, group) => total + group.rows.length, 0);

/** A group folds when it is done and the open question is elsewhere; a person's own choice comes before that. */
export const isFolded = (group: TreeGroup<string>, current: string, chosen: boolean | undefined): boolean =>
  chosen ?? (group.answered === group.rows.length && !group.rows.some((row) => row.id === current));
