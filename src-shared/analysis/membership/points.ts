// The false-positive rates at which membership inference is read, and how many non-members it takes to read one. Below that
// number a rate would be read at no false alarm at all, and one alarm more or less would be all there is to it.

export type MembershipTarget = '0.01' | '0.001';

/** Each with the reference of an edition that it is held against. */
export const MEMBERSHIP_TARGETS: readonly { readonly target: MembershipTarget; readonly reference: string }[] = [
  { target: '0.01', reference: 'membership-tpr-1' },
  { target: '0.001', reference: 'membership-tpr-01' },
];

/** Whether the rate stands for at least one non-member. */
export const isResolved = (target: MembershipTarget, nonMembers: number): boolean => nonMembers * Number(target) >= 1;

/**
 * Whether a score tells members by being low: its AUC is below one half by more than a reference allows above it. Who turns it round has an AUC of one minus
 * it, so an AUC of 0 gives away as much as one of 1.
 * @param lower end of the AUC's interval
 */
export const tellsReversed = (auc: number, lower: number, reference: number | null): boolean =>
  reference !== null && auc < 0.5 && 1 - lower > reference;
