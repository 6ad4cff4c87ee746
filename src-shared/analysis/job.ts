// One job of the analysis window, seen from the worker: bytes come over a port chunk by chunk, each is acknowledged when it has been read, and
// the result or a code goes back the same way. Whoever feeds the port is not trusted with more than this: what does not parse is refused.
import { z } from 'zod';
import { contentTexts } from '../texts/analysis-content';
import { readAgreement } from './agreement';
import { readOpenApi } from './api/openapi';
import { readRelease } from './inference/look';
import { analyseMeasured } from './risk/analyse-measured';
import { countsAsked } from './risk/looks';
import { isMeasureParameter, readMeasures } from './risk/question';

/** What is needed of a MessagePort. */
export type JobPort = {
  readonly post: (message: unknown) => void;
  /** Messages from the first on, in order. */
  readonly listen: (listener: (event: { readonly data: unknown }) => void) => void;
};
export type JobClock = {
  /** YYYY-MM-DD in Asia/Shanghai, used when the job names no day. */
  readonly today: () => string;
  readonly seconds: () => number;
};

const limit = z.number().nonnegative().nullish();
const jobSchema = z.looseObject({
  job: z.looseObject({
    name: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().nonnegative(),
    options: z.looseObject({
      agreement: z.unknown().optional(),
      today: z.string().nullish(),
      maxRows: limit,
      maxBytes: limit,
      maxSeconds: limit,
      /** MiB that the classes of one table may take; beyond it their risk is not measured, and that is said. */
      maxMiB: limit,
      /** The parameters of the command that ask for measures, by their names. */
      measures: z.record(z.string().refine(isMeasureParameter), z.string()).nullish(),
      /** Bytes of an earlier release of the same aggregate, and of the interface description whose replies the file may hold. */
      previous: z.instanceof(Uint8Array).nullish(),
      openapi: z.instanceof(Uint8Array).nullish(),
      /** Bytes of the files that `measures` names as fingerprint and key. */
      fingerprint: z.instanceof(Uint8Array).nullish(),
      fingerprintKey: z.instanceof(Uint8Array).nullish(),
    }),
  }),
});

/** Messages of a port as they are asked for. `null` ends them. */
function chunksOf(port: JobPort, first: (message: unknown) => void, ended: () => void): AsyncGenerator<Uint8Array> {
  const waiting: (Uint8Array | null)[] = [];
  let wake: (() => void) | null = null;
  let started = false;
  port.listen(({ data }) => {
    if (!started) {
      started = true;
      first(data);
      return;
    }
    // Anything but bytes ends the file early, and with it the job: a half-read file must not look whole.
    waiting.push(data instanceof Uint8Array ? data : null);
    wake?.();
  });
  return (async function* () {
    for (;;) {
      while (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const chunk = waiting.shift();
      if (!chunk) return ended();
      yield chunk;
      port.post({ more: true });
    }
  })();
}

const MIB = 1024 * 1024;
/** Progress is posted after this many bytes. */
const PROGRESS_STEP = MIB;

/** Serves the port's one job. Resolves when the answer has been posted; never rejects. */
export function serveJob(port: JobPort, clock: JobClock): Promise<void> {
  return new Promise((resolve) => {
    const fail = (code: string) => {
      port.post({ failed: code });
      resolve();
    };
    let ended = false;
    const chunks = chunksOf(
      port,
      (message) => {
        void run(message).then(resolve, () => fail('ANALYSIS_FAILED'));
      },
      () => {
        ended = true;
      },
    );

    async function run(message: unknown): Promise<void> {
      const parsed = jobSchema.safeParse(message);
      if (!parsed.success) return fail('JOB_INVALID');
      const { name, sha256, bytes, options } = parsed.data.job;
      const agreement = options.agreement ? readAgreement({ v: 1, ...Object(options.agreement) }) : null;
      if (agreement && !agreement.ok) return fail(agreement.code);
      const { measures: asked, fingerprint, fingerprintKey: key } = options;
      const files = fingerprint && key ? { fingerprint, key } : null;
      const measures = asked ? readMeasures(asked, agreement?.value.sharingMode ?? null, files) : null;
      if (measures && !measures.ok) return fail(measures.code);
      const openapi = options.openapi ? await readOpenApi(new TextDecoder().decode(options.openapi)) : null;
      // What is no aggregate is compared with nothing.
      const compared = measures?.value.cells && options.previous;
      const previous = compared ? await readRelease([compared], countsAsked(measures.value)) : [];
      let read = 0;
      let told = 0;
      const about = {
        name,
        sha256,
        bytes,
        agreement: agreement?.value ?? null,
        openapi: openapi?.ok ? openapi.value : null,
        today: options.today ?? clock.today(),
        maxRows: options.maxRows ?? null,
        maxBytes: options.maxBytes ?? null,
        maxSeconds: options.maxSeconds ?? null,
        seconds: clock.seconds,
        progress: (bytesRead: number) => {
          read = bytesRead;
          if (bytesRead - told < PROGRESS_STEP) return;
          told = bytesRead;
          port.post({ progress: bytesRead });
        },
      };
      const within = options.maxMiB ? { maxRiskBytes: options.maxMiB * MIB } : {};
      const result = await analyseMeasured(chunks, about, measures ? { ...measures.value, ...within, previous } : null);
      // The feed ended, and still this is not the file that was announced.
      if (ended && read !== bytes) return fail('FILE_CUT_SHORT');
      if (!result.ok) return fail(result.code);
      if (result.value.missing.length > 0) return fail('COLUMN_MISSING');
      const alone = openapi && !openapi.ok ? [contentTexts.zh.notChecked.openapiBeside] : [];
      port.post({ result: result.value.files, notChecked: [...result.value.notChecked, ...alone] });
    }
  });
}
