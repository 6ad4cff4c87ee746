// The bureau's tables: what a row means, who writes it. Nothing is ever updated or deleted except where a line says so.
// Times are RFC 3339 text from the service's one clock; digests are lower-case hex; what is signed or hashed is kept as bytes.
import type { Generated } from 'kysely';

/** One row: whose log this is. Written at the first start; `log_size` grows in the transaction that stores lines. */
type ServiceTable = {
  id: number;
  origin: string;
  log_key: string;
  practice: boolean;
  /** Leaves in the log. Whoever appends locks this row, so that lines enter one batch after the other. */
  log_size: number;
};

/** A request for enrolment as it was sent. `state` is updated once, by the staff or by a practice bureau. */
type EnrolmentRequestTable = {
  /** SHA-256 of the envelope's payload. */
  digest: string;
  keyid: string;
  role: 'reviewer' | 'workstation';
  person: string;
  name: string;
  operator: string;
  public_key: string;
  envelope: Uint8Array;
  state: 'pending' | 'approved' | 'refused';
  reason: string | null;
  received_at: string;
  decided_at: string | null;
};

/** An enrolment that the bureau signed. A key may have several, one after the other. */
type EnrolmentTable = {
  digest: string;
  request: string;
  keyid: string;
  role: 'reviewer' | 'workstation';
  person: string;
  operator: string;
  public_key: string;
  valid_from: string;
  valid_to: string;
  envelope: Uint8Array;
  issued_at: string;
};

/** A key that counts no longer, from a size of the log on. At most one a key. */
type RevocationTable = {
  keyid: string;
  digest: string;
  from_size: number;
  envelope: Uint8Array;
  issued_at: string;
};

/** One row per enrolled workstation; `size` and `head` are its ledger's, and move in the transaction that stores lines. */
type WorkstationTable = {
  keyid: string;
  operator: string;
  size: number;
  head: string;
};

/** A ledger line, byte for byte, and its place in the log. */
type LineTable = {
  workstation: string;
  seq: number;
  log_index: number;
  sha256: string;
  kind: 'operation' | 'statement' | 'receipt';
  /** What was wrong with a statement's signer when it came in; null when nothing was. It is recorded, not judged. */
  code: string | null;
  /** `verdict`, `certificate` ..., and SHA-256 of the payload: for statements only. */
  statement_kind: string | null;
  statement_digest: string | null;
  bytes: Uint8Array;
  stored_at: string;
};

/** Hash of a complete subtree of 2^level leaves of a tree: the log itself (`log`), or one workstation's ledger (its keyid). */
type NodeTable = {
  tree: string;
  level: number;
  position: number;
  hash: Uint8Array;
};

/** An edition that the bureau issued, byte for byte as shipped. */
type EditionTable = {
  sha256: string;
  id: string;
  version: string;
  json: Uint8Array;
  envelope: Uint8Array;
  issued_at: string;
};

/** An objection or a termination. */
type NoticeTable = {
  digest: string;
  kind: 'objection' | 'termination';
  envelope: Uint8Array;
  issued_at: string;
};

/** What waits for a workstation; kept, since a workstation that lost its data fetches it again. */
type InboxTable = {
  position: Generated<number>;
  workstation: string;
  digest: string;
  envelope: Uint8Array;
  queued_at: string;
};

export type Tables = {
  service: ServiceTable;
  enrolment_requests: EnrolmentRequestTable;
  enrolments: EnrolmentTable;
  revocations: RevocationTable;
  workstations: WorkstationTable;
  lines: LineTable;
  nodes: NodeTable;
  editions: EditionTable;
  notices: NoticeTable;
  inbox: InboxTable;
};
