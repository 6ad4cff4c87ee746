// A workstation's side of the wire for tests: keeps a ledger in memory, signs checkpoints, sends what it is told to. It is honest unless a test
// hands it other bytes.
import type { Envelope } from '@shared/attestation/dsse';
import type { Signer } from '@shared/attestation/suites';
import { concat, toBase64, utf8 } from '@shared/basics/bytes';
import { timestamp } from '@shared/basics/time';
import type { EntryIndex, Instant } from '@shared/basics/units';
import type { EntriesReply, Refusal } from '@shared/bureau/http';
import { CHECKPOINT_HEADER, REQUEST_HEADER, signRequest } from '@shared/bureau/request';
import { signWorkstationCheckpoint } from '@shared/ledger/checkpoint';
import { encodeEntry, lineHash, type NewEntry, NO_HEAD } from '@shared/ledger/entry';
import { leafHash, rootOf } from '@shared/ledger/merkle';
import { enrolmentRequest, NOON } from './statements';

export type Answer<T> = { readonly status: number; readonly body: T };

export class TestWorkstation {
  readonly lines: Uint8Array<ArrayBuffer>[] = [];

  constructor(
    readonly url: string,
    readonly signer: Signer,
  ) {}

  get keyid() {
    return this.signer.publicKey.keyid;
  }

  /** @returns its seq. */
  add(entry: NewEntry, at: Instant = NOON): number {
    const seq = this.lines.length as EntryIndex;
    const before = this.lines.at(-1);
    this.lines.push(encodeEntry(seq, before === undefined ? NO_HEAD : lineHash(before), timestamp(at), entry));
    return seq;
  }

  operation(id = 'p-1'): number {
    return this.add({ kind: 'operation', body: { act: 'product.register', by: 'system', id } });
  }

  statement(envelope: Envelope): number {
    return this.add({ kind: 'statement', body: envelope });
  }

  /** The header's value over this ledger's first `size` lines. */
  checkpoint(size: number, lines: readonly Uint8Array[] = this.lines): string {
    return toBase64(utf8(signWorkstationCheckpoint(this.signer, size, rootOf(lines.slice(0, size).map(leafHash)))));
  }

  async enrol(origin: string): Promise<Response> {
    const body = enrolmentRequest(this.signer, origin, { role: 'workstation', name: '工作站一' });
    return fetch(`${this.url}/v1/enrolments`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }

  /** Lines from..to (exclusive) with the checkpoint that ends with them. */
  async send<T = EntriesReply>(from = 0, to = this.lines.length): Promise<Answer<T>> {
    return this.post<T>(this.lines.slice(from, to), this.checkpoint(to));
  }

  async post<T = Refusal>(lines: readonly Uint8Array[], checkpoint: string | null): Promise<Answer<T>> {
    return this.postBytes<T>(concat(...lines.flatMap((line) => [line, utf8('\n')])), checkpoint);
  }

  async postBytes<T = Refusal>(body: Uint8Array<ArrayBuffer>, checkpoint: string | null): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/v1/workstations/${this.keyid}/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', ...(checkpoint !== null && { [CHECKPOINT_HEADER]: checkpoint }) },
      body,
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  /** A signed GET of this workstation's own. `what`: `head`, `inbox`, `entries?from=0`. */
  async get(what: string, options: { at?: Instant; signer?: Signer; signedPath?: string } = {}): Promise<Response> {
    const path = `/v1/workstations/${this.keyid}/${what}`;
    const { at = NOON, signer = this.signer, signedPath = path } = options;
    return fetch(this.url + path, { headers: { [REQUEST_HEADER]: signRequest(signer, { method: 'GET', path: signedPath }, at) } });
  }
}
