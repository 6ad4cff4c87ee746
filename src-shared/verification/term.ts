import type { Enrolment } from '../attestation/statements/authority';
import { parseInstant } from '../basics/time';
import type { Instant } from '../basics/units';

export type { Enrolment };

/** `validFrom` <= at <= `validTo`, both ends included. */
export const isWithinTerm = ({ validFrom, validTo }: Enrolment, at: Instant): boolean =>
  (parseInstant(validFrom) ?? Number.POSITIVE_INFINITY) <= at && at <= (parseInstant(validTo) ?? Number.NEGATIVE_INFINITY);
