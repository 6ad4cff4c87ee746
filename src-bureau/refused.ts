// The one error that services throw for what an asker can act on: it also rolls a transaction back. The HTTP layer turns it into a reply.
import { CodedError } from '@shared/basics/coded-error';
import { REFUSALS, type Refusal } from '@shared/bureau/http';

/** Refusals that only the bureau's own staff meet, beside those every client knows. */
export const STATUSES = { ...REFUSALS, STAFF_TOKEN_WRONG: 401, ENROLMENT_DECIDED: 409 } as const;
export type RefusedCode = keyof typeof STATUSES;
export type RefusalFacts = Omit<Refusal, 'code'>;

export class Refused extends CodedError<RefusedCode> {
  constructor(
    code: RefusedCode,
    readonly facts: RefusalFacts = {},
  ) {
    super(code, facts.detail);
  }
}
