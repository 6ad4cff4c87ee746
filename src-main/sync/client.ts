// Speaks HTTP with the bureau: one request at a time, bounded in size and time, no redirects, plain HTTP to loopback only, TLS 1.3 with the
// trust file's own roots otherwise. It parses what comes back; whether to believe it is decided by whoever asked.
import http from 'node:http';
import https from 'node:https';
import { type Envelope, envelopeSchema } from '@shared/attestation/dsse';
import { parseStrictJson } from '@shared/attestation/strict-json';
import { fromUtf8 } from '@shared/basics/bytes';
import { failure, ok, type Result } from '@shared/basics/result';
import { type Milliseconds, seconds } from '@shared/basics/units';
import {
  editionsReplySchema,
  enrolmentReplySchema,
  entriesReplySchema,
  inboxReplySchema,
  parseHashes,
  type Refusal,
  refusalSchema,
  revocationsReplySchema,
} from '@shared/bureau/http';
import type { z } from 'zod';

export type BureauFailure = 'BUREAU_UNREACHABLE' | 'BUREAU_ANSWER_INVALID' | 'BUREAU_REFUSED';
export type BureauAddress = { readonly url: string; readonly ca: readonly string[] };
type Reply = { readonly status: number; readonly body: Uint8Array };

const TIMEOUT: Milliseconds = seconds(15);
const MAX_REPLY_BYTES = 32 * 1024 * 1024;
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

export type Refused = { readonly ok: false; readonly code: 'BUREAU_REFUSED'; readonly refusal: Refusal };
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'BUREAU_UNREACHABLE' | 'BUREAU_ANSWER_INVALID' }
  | Refused;

export function createBureauClient({ url, ca }: BureauAddress) {
  function request(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string> = {},
    body?: Uint8Array,
  ): Promise<Result<Reply, 'BUREAU_UNREACHABLE' | 'BUREAU_ANSWER_INVALID'>> {
    const target = new URL(path, url);
    if (target.protocol !== 'https:' && !(target.protocol === 'http:' && LOOPBACK.has(target.hostname)))
      return Promise.resolve(failure('BUREAU_UNREACHABLE'));
    return new Promise((resolve) => {
      const options: https.RequestOptions = {
        method,
        timeout: TIMEOUT,
        headers: { ...headers, ...(body ? { 'content-length': String(body.length) } : {}) },
      };
      const sent =
        target.protocol === 'https:'
          ? https.request(target, { ...options, minVersion: 'TLSv1.3', ...(ca.length > 0 ? { ca: [...ca] } : {}) })
          : http.request(target, options);
      // A peer that drips bytes for ever must not hold the queue: one deadline for the whole exchange.
      const deadline = setTimeout(() => sent.destroy(new Error('deadline')), TIMEOUT * 2);
      const end = (result: Result<Reply, 'BUREAU_UNREACHABLE' | 'BUREAU_ANSWER_INVALID'>) => {
        clearTimeout(deadline);
        resolve(result);
      };
      sent.on('timeout', () => sent.destroy(new Error('timeout')));
      sent.on('error', () => end(failure('BUREAU_UNREACHABLE')));
      sent.on('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > MAX_REPLY_BYTES) {
            end(failure('BUREAU_ANSWER_INVALID'));
            sent.destroy();
          } else parts.push(part);
        });
        response.on('error', () => end(failure('BUREAU_UNREACHABLE')));
        response.on('aborted', () => end(failure('BUREAU_UNREACHABLE')));
        response.on('end', () => end(ok({ status: response.statusCode ?? 0, body: Buffer.concat(parts) })));
      });
      sent.end(body);
    });
  }

  async function json<S extends z.ZodType>(schema: S, ...args: Parameters<typeof request>): Promise<Answer<z.infer<S>>> {
    const reply = await request(...args);
    if (!reply.ok) return reply;
    const value = parseStrictJson(reply.value.body);
    if (!value.ok) return { ok: false, code: 'BUREAU_ANSWER_INVALID' };
    if (reply.value.status < 200 || reply.value.status > 299) {
      const refusal = refusalSchema.safeParse(value.value);
      return refusal.success ? { ok: false, code: 'BUREAU_REFUSED', refusal: refusal.data } : { ok: false, code: 'BUREAU_ANSWER_INVALID' };
    }
    const parsed = schema.safeParse(value.value);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, code: 'BUREAU_ANSWER_INVALID' };
  }

  async function text(...args: Parameters<typeof request>): Promise<Result<string, 'BUREAU_UNREACHABLE' | 'BUREAU_ANSWER_INVALID'>> {
    const reply = await request(...args);
    if (!reply.ok) return reply;
    if (reply.value.status !== 200) return failure('BUREAU_ANSWER_INVALID');
    try {
      return ok(fromUtf8(reply.value.body));
    } catch {
      return failure('BUREAU_ANSWER_INVALID');
    }
  }

  const JSON_TYPE = { 'content-type': 'application/json' };

  return {
    enrol: async (requestEnvelope: Uint8Array): Promise<Answer<Envelope | 'pending'>> => {
      const answer = await json(enrolmentReplySchema, 'POST', '/v1/enrolments', JSON_TYPE, requestEnvelope);
      if (!answer.ok) return answer;
      const envelope = envelopeSchema.safeParse(answer.value);
      return { ok: true, value: envelope.success ? envelope.data : 'pending' };
    },
    sendEntries: (keyid: string, lines: Uint8Array, checkpoint: string) =>
      json(
        entriesReplySchema,
        'POST',
        `/v1/workstations/${keyid}/entries`,
        { 'content-type': 'application/x-ndjson', 'shiqi-checkpoint': Buffer.from(checkpoint).toString('base64') },
        lines,
      ),
    inbox: (keyid: string, signedRequest: string) =>
      json(inboxReplySchema, 'GET', `/v1/workstations/${keyid}/inbox`, { 'shiqi-request': signedRequest }),
    editions: () => json(editionsReplySchema, 'GET', '/v1/editions'),
    revocations: () => json(revocationsReplySchema, 'GET', '/v1/revocations'),
    checkpoint: () => text('GET', '/v1/checkpoint'),
    consistency: async (from: number, to: number) => {
      const reply = await text('GET', `/v1/consistency?from=${from}&to=${to}`);
      if (!reply.ok) return reply;
      const hashes = parseHashes(reply.value);
      return hashes ? ok(hashes) : failure('BUREAU_ANSWER_INVALID');
    },
  };
}
export type BureauClient = ReturnType<typeof createBureauClient>;
