// Edits of the registration as typed. A part that was taken over from an earlier dossier and is changed by hand is this dossier's own from then on.
import type { AssessmentDraft, MaterialState, Registration } from '@shared/assessment/model';
import type { AssessmentHandle } from '../../session/use-assessment';
import { ownAgain, PARTS, type Part, partContent } from './inheritance';

export type Edit = (change: (registration: Registration) => Registration, merge?: string) => void;

const isPart = (name: string): name is Part => (PARTS as readonly string[]).includes(name);

export function editRegistration(draft: AssessmentDraft, change: (registration: Registration) => Registration): AssessmentDraft {
  const before = draft.registration;
  const after = change(before);
  const changed = Object.keys(before.inherited)
    .filter(isPart)
    .filter((part) => partContent(before, part) !== partContent(after, part));
  return changed.reduce<AssessmentDraft>((paper, part) => ownAgain(paper, part), { ...draft, registration: after });
}

/** @returns an edit that stores as typed; `merge` names the field, so that typing in it is one step of undo. */
export const editOf =
  ({ save }: Pick<AssessmentHandle, 'save'>): Edit =>
  (change, merge) =>
    save((draft) => editRegistration(draft, change), merge === undefined ? {} : { merge });

/** One text of one part: `setText(edit, 'developer', 'name')('示例…')`. */
export const setText =
  <
    P extends 'authorisation' | 'application' | 'developer' | 'agreement' | 'product' | 'coverage' | 'stateSecrets',
    K extends keyof Registration[P] & string,
  >(
    edit: Edit,
    part: P,
    key: K,
  ) =>
  (value: Registration[P][K]): void =>
    edit((registration) => ({ ...registration, [part]: { ...registration[part], [key]: value } }), `${part}.${key}`);

export function setMaterial(registration: Registration, id: string, change: Partial<Omit<MaterialState, 'id'>>): Registration {
  const known = registration.materials.find((material) => material.id === id) ?? { id, state: null, reason: '', evidence: [] };
  const next = { ...known, ...change };
  const materials = registration.materials.some((material) => material.id === id)
    ? registration.materials.map((material) => (material.id === id ? next : material))
    : [...registration.materials, next];
  return { ...registration, materials };
}
