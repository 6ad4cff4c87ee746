// Calls of the bureau's own staff, who show the token that lies in the data folder. Every one that signs answers with the envelope it made.
import { envelopeSchema } from '@shared/attestation/dsse';
import { z } from 'zod';
import { approveEnrolment, enrolmentAnswer, listRequests, refuseEnrolment } from '../people/enrolments';
import { objectToVerdict, revokeKey, terminateAuthorisation } from '../people/notices';
import { Refused } from '../refused';
import { byDigest, byKeyid, nothing, time, words } from './fields';
import { type Route, route } from './route';

const requestsSchema = z.object({
  requests: z.array(
    z.object({
      digest: z.string(),
      keyid: z.string(),
      role: z.enum(['reviewer', 'workstation']),
      person: z.string(),
      name: z.string(),
      operator: z.string(),
      state: z.enum(['pending', 'approved', 'refused']),
      reason: z.string().nullable(),
      received_at: z.string(),
      decided_at: z.string().nullable(),
    }),
  ),
});

const decisionSchema = z.strictObject({
  person: words.optional(),
  name: words.optional(),
  operator: words.optional(),
  maySign: z.boolean().optional(),
  mayCountersign: z.boolean().optional(),
  mayApprove: z.boolean().optional(),
  validFrom: time.optional(),
  validTo: time.optional(),
});

const envelopeReply = (description: string) => ({ 200: { description, type: 'application/json' as const, schema: envelopeSchema } });

export const staffRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/staff/enrolments',
    summary: 'Requests for enrolment, newest first',
    guard: 'staff',
    params: nothing,
    query: nothing,
    replies: { 200: { description: 'At most 1,000', type: 'application/json', schema: requestsSchema } },
    refusals: [],
    handle: async (service) => ({ status: 200, body: { requests: await listRequests(service) } }),
  }),
  route({
    method: 'POST',
    path: '/v1/staff/enrolments/{sha256}/approve',
    summary:
      "Enrol the key of a request (named by the SHA-256 of its payload). What is left out is as requested; a reviewer's rights default to all.",
    guard: 'staff',
    params: byDigest,
    query: nothing,
    sent: { type: 'application/json', schema: decisionSchema, raw: false },
    replies: envelopeReply('The enrolment'),
    refusals: ['REQUEST_MALFORMED', 'NOT_FOUND', 'ENROLMENT_DECIDED'],
    handle: async (service, { params, body }) => ({ status: 200, body: await approveEnrolment(service, params.sha256, withoutGaps(body)) }),
  }),
  route({
    method: 'POST',
    path: '/v1/staff/enrolments/{sha256}/refuse',
    summary: 'Refuse a request. The applicant reads the reason when asking again.',
    guard: 'staff',
    params: byDigest,
    query: nothing,
    sent: { type: 'application/json', schema: z.strictObject({ reason: words }), raw: false },
    replies: { 200: { description: 'Done', type: 'application/json', schema: z.object({ status: z.literal('refused') }) } },
    refusals: ['REQUEST_MALFORMED', 'NOT_FOUND', 'ENROLMENT_DECIDED'],
    async handle(service, { params, body }) {
      await refuseEnrolment(service, params.sha256, body.reason);
      return { status: 200, body: { status: 'refused' } };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/staff/enrolments/{sha256}/answer',
    summary: 'The enrolment as a file, for an applicant without network',
    guard: 'staff',
    params: byDigest,
    query: nothing,
    replies: envelopeReply('The enrolment'),
    refusals: ['NOT_FOUND', 'ENROLMENT_REFUSED'],
    async handle(service, { params }) {
      const envelope = await enrolmentAnswer(service, params.sha256);
      if (envelope === null) throw new Refused('NOT_FOUND', { detail: 'not decided' });
      return { status: 200, body: envelope, fileName: `enrolment-${params.sha256.slice(0, 16)}.dsse.json` };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/staff/keys/{keyid}/revoke',
    summary: "Revoke a key: its statements do not count from the log's present size on",
    guard: 'staff',
    params: byKeyid,
    query: nothing,
    sent: { type: 'application/json', schema: z.strictObject({ reason: words }), raw: false },
    replies: envelopeReply('The revocation'),
    refusals: ['REQUEST_MALFORMED', 'NOT_FOUND'],
    handle: async (service, { params, body }) => ({ status: 200, body: await revokeKey(service, params.keyid, body.reason) }),
  }),
  route({
    method: 'POST',
    path: '/v1/staff/verdicts/{sha256}/object',
    summary: "Object to a verdict (named by the SHA-256 of its payload); the objection goes into its workstation's inbox",
    guard: 'staff',
    params: byDigest,
    query: nothing,
    sent: { type: 'application/json', schema: z.strictObject({ reasons: z.array(words).min(1).max(100) }), raw: false },
    replies: envelopeReply('The objection'),
    refusals: ['REQUEST_MALFORMED', 'NOT_FOUND'],
    handle: async (service, { params, body }) => ({ status: 200, body: await objectToVerdict(service, params.sha256, body.reasons) }),
  }),
  route({
    method: 'POST',
    path: '/v1/staff/authorisations/terminate',
    summary: "End an operator's authorisation (办法第二十三条); it goes into the inbox of all its workstations",
    guard: 'staff',
    params: nothing,
    query: nothing,
    sent: {
      type: 'application/json',
      schema: z.strictObject({ operator: words, authorisation: words, reason: words, at: time.optional() }),
      raw: false,
    },
    replies: envelopeReply('The termination'),
    refusals: ['REQUEST_MALFORMED'],
    handle: async (service, { body }) => ({ status: 200, body: await terminateAuthorisation(service, { ...body, at: body.at }) }),
  }),
];

/** Members that were left out are absent, not undefined: they must not overwrite what was requested. */
const withoutGaps = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
