// What the command and its threads share: words of one block of memory, and the task.
import type { StripePlan } from '@shared/analysis/scan/stripes';

/** Stripes of which it is known whether they begin within quotes; those words follow from FIRST_STRIPE on. */
export const PUBLISHED = 0;
/** The stripe to be taken next. */
export const NEXT = 1;
/** Not 0: the file is to be read in one piece. */
export const FAILED = 2;
export const FIRST_STRIPE = 16;
export type StripeTask = { readonly path: string; readonly plan: StripePlan; readonly control: Int32Array };
