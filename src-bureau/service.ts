// What every service of the bureau is given: where rows are kept, who signs, what time it is, and the log's signed head.
import type { Clock } from '@shared/basics/time';
import type { Authority } from './authority';
import type { Checkpoints } from './log/checkpoints';
import type { Store } from './store/store';

export type Service = {
  readonly store: Store;
  readonly authority: Authority;
  readonly clock: Clock;
  readonly checkpoints: Checkpoints;
  /** Practice only: enrolments are approved as they come. */
  readonly autoApprove: boolean;
  /** What the staff interface asks for. */
  readonly staffToken: string;
};
