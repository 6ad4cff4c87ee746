// What the bureau signs: who may sign, who no longer, which edition is issued, an objection, the end of an authorisation.
// And the request for an enrolment, which the key itself signs.
import { z } from 'zod';
import { sha256, shown, text, timestamp } from './fields';

export const ROLES = ['reviewer', 'workstation'] as const;

export const enrolmentRequestSchema = z.object({
  person: text,
  name: text,
  role: z.enum(ROLES),
  operator: text,
  publicKey: text,
  bureau: text,
  at: timestamp,
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

export const enrolmentSchema = z.object({
  person: text.min(1),
  name: text,
  role: z.enum(ROLES),
  operator: text,
  practice: z.boolean(),
  validFrom: timestamp,
  validTo: timestamp,
  maySign: z.boolean().default(false),
  mayCountersign: z.boolean().default(false),
  mayApprove: z.boolean().default(false),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** Whether a practice bureau signed it. Said by every statement of a bureau; only an enrolment is judged by it. */
const practice = shown(z.boolean());

/** `fromSize`: size of the bureau's log from which statements of the key no longer count. */
export const revocationSchema = z.object({ fromSize: z.int().min(0), reason: text, practice });

export const editionSchema = z.object({
  id: text,
  version: text,
  validFrom: timestamp,
  validTo: timestamp.nullable(),
  successor: shown(text.nullable()),
  practice,
});

export const objectionSchema = z.object({ reasons: z.union([z.array(text), text]), practice });

export const terminationSchema = z.object({ at: timestamp, reason: text, practice });

export const subjectSchema = z.object({
  name: text.min(1),
  digest: z.object({
    sha256,
    sm3: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
});
export type Subject = z.infer<typeof subjectSchema>;
