// Parts of paths, queries and bodies that several calls share.
import { isTimestamp } from '@shared/basics/time';
import { isSha256Hex, type Sha256Hex, type Timestamp } from '@shared/basics/units';
import { z } from 'zod';

export const digest = z
  .string()
  .refine((text): text is Sha256Hex => isSha256Hex(text), '64 lower-case hex digits')
  .meta({ description: 'SHA-256, 64 lower-case hex digits', pattern: '^[0-9a-f]{64}$' });

/** A whole number in a query. */
export const index = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/)
  .transform(Number);

export const time = z
  .string()
  .refine((text): text is Timestamp => isTimestamp(text), 'RFC 3339 in UTC with milliseconds')
  .meta({ description: 'RFC 3339 in UTC with milliseconds' });

export const words = z.string().trim().min(1).max(4000);

export const nothing = z.object({});
export const byKeyid = z.object({ keyid: digest });
export const byDigest = z.object({ sha256: digest });
