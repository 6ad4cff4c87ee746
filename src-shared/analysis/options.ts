// What whoever asks for an analysis says about the file and its limits. Shapes only.
import type { AnalysisAgreement } from './agreement';
import type { OpenApi } from './api/openapi';
import type { RowLookFactory } from './look';
import type { StripesAsked, StripesRead } from './scan/stripes';

export type AnalysisOptions = {
  readonly name: string;
  /** SHA-256 of the whole file in hex; the caller has it anyway. */
  readonly sha256: string;
  readonly bytes: number;
  readonly agreement?: AnalysisAgreement | null;
  /** Day of the review, YYYY-MM-DD in Asia/Shanghai: nobody is born after it. */
  readonly today?: string | null;
  /** Of each table. */
  readonly maxRows?: number | null;
  /** Of all tables and texts of the file as they are read: of a stream its own bytes, of a container those of its cells. */
  readonly maxBytes?: number | null;
  readonly maxSeconds?: number | null;
  /** Seconds on a clock that never goes back; needed for `maxSeconds`. */
  readonly seconds?: () => number;
  /** MiB that the whole process may take, and what it takes now; needed together. */
  readonly maxMemory?: number | null;
  readonly memory?: () => number;
  readonly progress?: (bytesRead: number) => void;
  /** The description of the interface whose sample replies are read. */
  readonly openapi?: OpenApi | null;
  /** Where the caller can read the whole file in stripes at once; asked only about a plain table that is the file itself. Null: it cannot. */
  readonly inStripes?: ((asked: StripesAsked) => Promise<StripesRead | null>) | null;
  /** Further looks at each table, row by row. */
  readonly looks?: readonly RowLookFactory[];
};
