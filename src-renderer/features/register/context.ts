// What every section of the form gets: the registration, the way to edit it, the gaps of its fields, and who may be inherited from.
import type { Gap } from '@shared/assessment/gap';
import type { AssessmentDraft, Registration } from '@shared/assessment/model';
import type { CalendarDay } from '@shared/basics/units';
import type { Edition } from '@shared/checklist/edition';
import type { Edit } from './edits';
import type { EarlierAnswer, Part } from './inheritance';

export type FormContext = {
  readonly draft: AssessmentDraft;
  readonly edition: Edition;
  readonly registration: Registration;
  readonly edit: Edit;
  /** The sentence of a field's gap, once the reviewer has tried to file or jumped to it; before that an empty field is only empty. */
  readonly errorOf: (field: string) => string | undefined;
  readonly gaps: readonly Gap[];
  readonly today: CalendarDay;
  readonly earlier: Readonly<Record<Part, readonly EarlierAnswer[]>>;
  /** The earlier answer that says word for word what stands here. */
  readonly sameAs: (part: Part) => EarlierAnswer | null;
  readonly isEmpty: (part: Part) => boolean;
  readonly onInherit: (earlier: EarlierAnswer) => void;
  readonly onRecheck: (part: Part) => void;
};
