// What a reviewer signs after a verdict: batches of a series, withdrawals, incidents (第十九条, 第二十条) and filings (第十四条, 第二十三条).
import { z } from 'zod';
import { payloadDigest, sha256, shown, text, timestamp } from './fields';

export const batchSchema = z.object({
  verdict: payloadDigest,
  period: shown(z.object({ from: text, to: text })),
  checks: shown(z.array(z.object({ item: text, result: text }))),
  withinCoverage: z.literal(true),
});

export const withdrawalSchema = z.object({
  reason: text,
  grounds: text,
  at: timestamp,
  effectiveFrom: timestamp,
});

export const incidentSchema = z.object({
  what: text,
  trigger: z.enum(['problem', 'event', 'major-risk', 'hidden-relation']),
  severity: z.unknown(),
  discoveredAt: timestamp,
  stopped: z.object({ what: text, when: timestamp, by: text }).nullable(),
  planStartedAt: timestamp.nullable(),
  recipients: z.array(
    z.object({
      body: z.enum(['bureau', 'service-body']),
      channel: text,
      deliveredAt: timestamp.nullable(),
      acknowledgement: z.object({ sha256 }).nullable(),
    }),
  ),
  measures: z.union([text, z.array(text)]),
});

/** `record`: base64 of developer.json, whose SHA-256 is the subject. */
export const filingSchema = z.object({
  record: text,
  status: z.enum(['approved', 'cancelled']),
  grounds: shown(text.nullable()),
  notice: shown(z.object({ sha256 }).nullable()),
});
