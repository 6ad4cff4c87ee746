// The steps of the set-up in their order.
export const STEPS = ['organisation', 'trust', 'workstation', 'reviewer', 'enrolment'] as const;
export type StepName = (typeof STEPS)[number];
export type Organisation = { readonly operator: string; readonly uscc: string };

/** Synthetic, with a valid check character; offered on a practice desk only. */
export const PRACTICE_USCC = '91230299MA1YAN001B';
