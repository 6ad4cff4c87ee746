// The words that statements share: digests, times, people, outcomes. A field that a verifier does not judge by is `shown`: a reader keeps
// what it understands and shows the rest as it stands; the builder and the signing window refuse whatever is not understood.
import { z } from 'zod';
import { isCalendarDay, isTimestamp } from '../../basics/time';
import { type CalendarDay, isSha256Hex, type Sha256Hex, type Timestamp } from '../../basics/units';
import { MAKERS, PRODUCT_FORMS } from '../../regulation/vocabulary';

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .refine((text): text is Sha256Hex => isSha256Hex(text), '64 lower-case hex digits')
  .meta({ description: 'SHA-256, 64 lower-case hex digits' });
export const timestamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine((text): text is Timestamp => isTimestamp(text), 'RFC 3339 in UTC with milliseconds')
  .meta({ description: 'RFC 3339 in UTC with milliseconds' });
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text): text is CalendarDay => isCalendarDay(text), 'YYYY-MM-DD')
  .meta({ description: 'Calendar day in Asia/Shanghai, inclusive' });
export const text = z.string();
export const score = z.int().min(1).max(5);

/** Optional, and never a reason to refuse a statement: what does not fit reads as absent and stays visible in the raw predicate. */
export const shown = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

export const payloadDigest = z.object({ sha256 });

export const ACTS = ['review', 'countersign', 'approve'] as const;
export const KEY_PROTECTIONS = ['file', 'pkcs11', 'skf'] as const;
export const BINDS = ['developer', 'operator', 'recipient'] as const;

export const product = z.object({
  name: text,
  form: z.enum(PRODUCT_FORMS),
  version: text,
  maker: z.enum(MAKERS),
  features: shown(z.array(text)),
});
export const reviewers = z.array(z.object({ person: text.min(1), act: z.enum(ACTS) })).min(1);
export const editionReference = z.object({ id: text, sha256 });
export const condition = z.object({ text, owner: text, due: day.nullish(), binds: z.enum(BINDS) });
export const basisDocument = z.object({ title: text, number: text.nullish(), clause: text.nullish(), sha256: sha256.nullish() });

export const coverage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('files') }),
  z.object({
    kind: z.literal('series'),
    schema: sha256,
    frequency: text,
    from: day,
    to: day,
    bounds: z.unknown(),
    checks: z.array(text),
  }),
  z.object({ kind: z.literal('service'), openapi: sha256, samples: z.array(sha256), limits: z.unknown() }),
]);
