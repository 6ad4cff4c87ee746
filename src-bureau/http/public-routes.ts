// Calls that anyone may make: asking for enrolment, reading what the bureau published, proofs about its log.
import { envelopeSchema } from '@shared/attestation/dsse';
import { editionsReplySchema, enrolmentPendingSchema, formatHashes, revocationsReplySchema } from '@shared/bureau/http';
import { z } from 'zod';
import { listEditions } from '../editions';
import { proveConsistency, proveInclusion } from '../log/proofs';
import { requestEnrolment } from '../people/enrolments';
import { listRevocations } from '../people/notices';
import { Refused } from '../refused';
import { digest, index, nothing } from './fields';
import { type Route, route } from './route';

const inclusionQuery = z.object({ workstation: digest.optional(), seq: index.optional(), leaf: digest.optional() });

export const publicRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/enrolments',
    summary: 'Ask for the enrolment of a key. The same request again gives the same answer.',
    guard: 'anyone',
    params: nothing,
    query: nothing,
    sent: { type: 'application/json', schema: envelopeSchema, raw: true },
    replies: {
      200: { description: 'The enrolment, signed by the bureau', type: 'application/json', schema: envelopeSchema },
      202: { description: 'The staff have not decided yet', type: 'application/json', schema: enrolmentPendingSchema },
    },
    refusals: ['REQUEST_MALFORMED', 'ENROLMENT_REFUSED'],
    async handle(service, { bytes }) {
      const enrolment = await requestEnrolment(service, bytes);
      return enrolment === null ? { status: 202, body: { status: 'pending' } } : { status: 200, body: enrolment };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/checkpoint',
    summary: "The log's signed head: a C2SP checkpoint with the log's and the witness's lines",
    guard: 'anyone',
    params: nothing,
    query: nothing,
    replies: { 200: { description: 'A signed note', type: 'text/plain' } },
    refusals: [],
    handle: async ({ checkpoints }) => ({ status: 200, body: (await checkpoints.current()).note }),
  }),
  route({
    method: 'GET',
    path: '/v1/inclusion',
    summary: "Proof that a line is in the log: by workstation and seq, or by leaf hash (SHA-256 of 0x00 and the line's bytes)",
    guard: 'anyone',
    params: nothing,
    query: inclusionQuery,
    replies: { 200: { description: 'A C2SP tlog-proof under the newest head', type: 'text/plain' } },
    refusals: ['REQUEST_MALFORMED', 'NOT_FOUND'],
    async handle(service, { query: { workstation, seq, leaf } }) {
      if (leaf !== undefined && workstation === undefined && seq === undefined) {
        return { status: 200, body: await proveInclusion(service, { leaf }) };
      }
      if (leaf !== undefined || workstation === undefined || seq === undefined) throw new Refused('REQUEST_MALFORMED', { detail: 'query' });
      return { status: 200, body: await proveInclusion(service, { workstation, seq }) };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/consistency',
    summary: 'Proof that the log of one size is the beginning of the log of another: one base64 hash a line, in the order of RFC 6962',
    guard: 'anyone',
    params: nothing,
    query: z.object({ from: index, to: index }),
    replies: { 200: { description: 'Hashes; none from 0 or between equal sizes', type: 'text/plain' } },
    refusals: ['REQUEST_MALFORMED'],
    handle: async (service, { query: { from, to } }) => ({ status: 200, body: formatHashes(await proveConsistency(service, from, to)) }),
  }),
  route({
    method: 'GET',
    path: '/v1/editions',
    summary: 'The editions that this bureau issued, oldest first',
    guard: 'anyone',
    params: nothing,
    query: nothing,
    replies: {
      200: { description: 'Each byte for byte, with the statement over it', type: 'application/json', schema: editionsReplySchema },
    },
    refusals: [],
    handle: async (service) => ({ status: 200, body: await listEditions(service) }),
  }),
  route({
    method: 'GET',
    path: '/v1/revocations',
    summary: 'The keys whose statements no longer count',
    guard: 'anyone',
    params: nothing,
    query: nothing,
    replies: { 200: { description: 'Statements of the bureau', type: 'application/json', schema: revocationsReplySchema } },
    refusals: [],
    handle: async (service) => ({ status: 200, body: await listRevocations(service) }),
  }),
];
