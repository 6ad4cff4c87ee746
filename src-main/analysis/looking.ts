// What the window is given for one look, for how long main waits for it, and what its answer makes of the record. Knows no queue and no window.
import type { HeldFile } from '@main/vault/vault';
import { type MeasureQuestion, measuresOf, parametersOf } from '@shared/analysis/measure-question';
import { proposeQuestion } from '@shared/analysis/roles';
import { utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { type Milliseconds, minutes, seconds } from '@shared/basics/units';
import { SHARING_MODES } from '@shared/regulation/vocabulary';
import { z } from 'zod';
import type { Job } from './held-job';
import type { JobResult } from './job';
import { type AnalysisRecord, asComparison, resultBytes } from './records';

/** No file is looked at for longer. */
const LONGEST: Milliseconds = minutes(30);
/** A worker keeps its own limit and then still has to judge what it has read. One that hangs keeps none. */
const GRACE: Milliseconds = minutes(1);
/** A fingerprint of sixteen million rows; beyond it the window would have to hold too much. */
const MAX_FINGERPRINT_BYTES = 256 * 1024 * 1024;

const modeSchema = z.object({ sharingMode: z.enum(SHARING_MODES).nullable() });
const modeOf = (agreement: unknown): (typeof SHARING_MODES)[number] | null => modeSchema.safeParse(agreement).data?.sharingMode ?? null;

/** Comparing with a fingerprint costs more than all the rest: the first look of two leaves it to the second. */
const askedNow = ({ asked, question }: AnalysisRecord): MeasureQuestion =>
  asked === 'nobody' ? { ...question, fingerprint: null } : question;

/** How long main waits for an answer. */
export function limitOf({ question }: Pick<AnalysisRecord, 'question'>): Milliseconds {
  const { maxSeconds } = question.limits;
  return maxSeconds === null ? LONGEST : (Math.min(LONGEST, seconds(maxSeconds) + GRACE) as Milliseconds);
}

/** @throws Error when a file beside it is too large to be handed over */
export function optionsOf({ record, beside, context }: Job): Record<string, unknown> {
  const { agreement } = record;
  const question = askedNow(record);
  const [fingerprint, fingerprintKey] = question.fingerprint ? beside : [];
  if (beside.some((held) => held.record.bytes > MAX_FINGERPRINT_BYTES)) throw new Error('fingerprint too large');
  const bytesOf = (held: HeldFile) => new Uint8Array(Buffer.concat([...held.chunks()]));
  return {
    ...(agreement ? { agreement } : {}),
    maxSeconds: Math.min(question.limits.maxSeconds ?? Number.POSITIVE_INFINITY, LONGEST / 1000),
    maxRows: question.limits.maxRows,
    maxBytes: question.limits.maxBytes,
    maxMiB: question.limits.maxMiB,
    measures: measuresOf(question, modeOf(agreement)),
    ...(context.openapi ? { openapi: bytesOf(context.openapi) } : {}),
    ...(context.previous ? { previous: bytesOf(context.previous) } : {}),
    ...(fingerprint && fingerprintKey ? { fingerprint: bytesOf(fingerprint), fingerprintKey: bytesOf(fingerprintKey) } : {}),
  };
}

/** @param proposedBefore ids of what the record's own result proposed until now */
export function withResult(
  { record, context }: Job,
  { files: found, notChecked }: JobResult,
  version: string,
  proposedBefore: readonly string[],
): AnalysisRecord {
  const { agreement } = record;
  const files = record.role === 'comparison' ? asComparison(found) : [...found];
  const parameters = {
    ...(agreement ? { agreement: sha256Hex(utf8(JSON.stringify(agreement))) } : {}),
    ...(context.openapi ? { openapi: context.openapi.record.sha256 } : {}),
    ...(context.previous ? { previous: context.previous.record.sha256 } : {}),
    ...parametersOf(askedNow(record), modeOf(agreement)),
  };
  const seen = { files, notChecked: [...notChecked], parameters, version };
  return {
    ...record,
    ...seen,
    proposedBefore: [...new Set([...record.proposedBefore, ...proposedBefore])],
    result: sha256Hex(resultBytes(seen)),
    state: 'done',
    done: record.total,
    code: null,
    interrupted: 0,
  };
}

/** After a first look that nobody asked for: the same record with the question that its columns suggest, or null when there is nothing to ask. */
export function askedByItself(record: AnalysisRecord): AnalysisRecord | null {
  if (record.asked !== 'nobody') return null;
  const question = proposeQuestion(record.files, record.question, modeOf(record.agreement) !== null);
  return question && { ...record, state: 'queued', done: 0, question, asked: 'proposed' };
}
