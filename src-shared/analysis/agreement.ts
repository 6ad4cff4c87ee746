// The scenario agreement as the yardstick of risk 1, version 1: the file that `npm run analyse --agreement` reads and the shape the register
// keeps. What it leaves out (absent, null or empty) is not compared, and that is said.
import { z } from 'zod';
import { failure, ok, type Result } from '../basics/result';
import { isCalendarDay } from '../basics/time';

export const TIME_GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const AREA_GRAINS = ['village', 'street', 'county', 'city'] as const;

const day = z.union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}$/)]);
const name = z.string().max(500);

export const agreementSchema = z.looseObject({
  v: z.literal(1),
  id: name,
  fields: z.array(name).max(16_384),
  sharingMode: z.enum(['public', 'controlled', 'enclave']).nullish(),
  period: z.looseObject({ column: name, from: day.nullish(), to: day.nullish() }).nullish(),
  area: z.looseObject({ column: name, codes: z.array(name).max(500) }).nullish(),
  grain: z.looseObject({ time: z.enum(TIME_GRAINS).nullish(), area: z.enum(AREA_GRAINS).nullish() }).nullish(),
  /** Who may have it; a domain in a name says which host is expected. */
  recipients: z.array(name).max(500).nullish(),
});
export type AnalysisAgreement = z.infer<typeof agreementSchema>;

export type AgreementCode = 'AGREEMENT_INVALID' | 'AGREEMENT_NEWER';

export function readAgreement(json: unknown): Result<AnalysisAgreement, AgreementCode> {
  const version = z.looseObject({ v: z.number() }).safeParse(json);
  if (version.success && version.data.v > 1) return failure('AGREEMENT_NEWER');
  const agreement = agreementSchema.safeParse(json);
  return agreement.success ? ok(agreement.data) : failure('AGREEMENT_INVALID', agreement.error.issues[0]?.path.join('.'));
}

/** Whether the agreed period can be compared with: both days are in the calendar, and in order. A draft in the register may not be there yet. */
export function hasPossiblePeriod({ period }: AnalysisAgreement): boolean {
  const [from, to] = [period?.from ?? '', period?.to ?? ''];
  return [from, to].every((day) => day === '' || isCalendarDay(day)) && (from === '' || to === '' || from <= to);
}
