// Calls of an enrolled workstation about its own ledger. Sending is open to whoever has the lines and the checkpoint over them (a courier does);
// reading asks for the workstation's own signature.
import { entriesReplySchema, headReplySchema, inboxReplySchema } from '@shared/bureau/http';
import { CHECKPOINT_HEADER } from '@shared/bureau/request';
import { z } from 'zod';
import { findWorkstation, takeIn } from '../intake/intake';
import { readLinesFrom } from '../intake/recovery';
import { readInbox } from '../people/inbox';
import { byKeyid, index, nothing } from './fields';
import { type Route, route } from './route';

const lines = z.string().meta({ description: "Consecutive ledger lines, byte for byte, each ended by '\\n'" });

export const workstationRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/workstations/{keyid}/entries',
    summary: 'Send consecutive ledger lines. What is known already is answered again with valid proofs.',
    guard: 'anyone',
    params: byKeyid,
    query: nothing,
    headers: { [CHECKPOINT_HEADER]: "Base64 of the workstation's checkpoint; its size ends with the last line sent" },
    sent: { type: 'application/x-ndjson', schema: lines, raw: true },
    replies: {
      200: { description: 'Every line sent is stored; a proof for each statement', type: 'application/json', schema: entriesReplySchema },
    },
    refusals: [
      'WORKSTATION_UNKNOWN',
      'CHECKPOINT_MISSING',
      'CHECKPOINT_WRONG',
      'REQUEST_MALFORMED',
      'ENTRY_MALFORMED',
      'CHAIN_BROKEN',
      'ENTRY_CONFLICT',
      'ENTRY_GAP',
      'BODY_TOO_LARGE',
    ],
    handle: async (service, { params, bytes, header }) => ({
      status: 200,
      body: await takeIn(service, params.keyid, bytes, header(CHECKPOINT_HEADER)),
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/workstations/{keyid}/entries',
    summary: 'Get stored lines back, from a seq on. A long ledger comes in several replies; the last one is empty.',
    guard: 'workstation',
    params: byKeyid,
    query: z.object({ from: index }),
    replies: { 200: { description: 'Lines as they were sent', type: 'application/x-ndjson', schema: lines } },
    refusals: ['REQUEST_MALFORMED'],
    handle: async ({ store }, { params, query }) => ({ status: 200, body: await readLinesFrom(store, params.keyid, query.from) }),
  }),
  route({
    method: 'GET',
    path: '/v1/workstations/{keyid}/head',
    summary: 'How many lines the bureau has, and the hash of the last',
    guard: 'workstation',
    params: byKeyid,
    query: nothing,
    replies: { 200: { description: 'The head', type: 'application/json', schema: headReplySchema } },
    refusals: [],
    handle: async ({ store }, { params }) => ({ status: 200, body: { head: (await findWorkstation(store, params.keyid)).head } }),
  }),
  route({
    method: 'GET',
    path: '/v1/workstations/{keyid}/inbox',
    summary: 'Statements of the bureau that concern this workstation, oldest first; asking again gives them again',
    guard: 'workstation',
    params: byKeyid,
    query: nothing,
    replies: { 200: { description: 'Envelopes', type: 'application/json', schema: inboxReplySchema } },
    refusals: [],
    handle: async ({ store }, { params }) => ({ status: 200, body: await readInbox(store, params.keyid) }),
  }),
];
