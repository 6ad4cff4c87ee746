// The analysis of one file: bytes in, results out, anywhere (worker, command, test). Takes chunks of any size and gives the same answer for
// every way of cutting them. What it did not look at, it says. How formats are read stands in readers/.
import { failure, ok, type Result } from '../basics/result';
import { analysisTexts } from '../texts/analysis';
import { apiSamplesLook } from './api/look';
import type { AnalysisOptions } from './options';
import { createReading } from './readers/reading';
import { Refusal } from './readers/refusal';
import { counted } from './readers/source';
import type { AnalysisFile, UnreadableCode } from './result';

export const ANALYSIS_TOOL = 'shiqi-analyse';
export const ANALYSIS_VERSION = '0.1.0';

export type Analysis = { readonly files: AnalysisFile[]; readonly notChecked: string[] };

/**
 * Memory: two blocks of a stream, the distinct values of each column (65,536 and 32 MiB at most, of one table at a time), and of a container its
 * packed bytes (256 MiB at most) with its shared strings (128 Mi characters at most). Longer files flow through.
 */
export async function analyse(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: AnalysisOptions,
): Promise<Result<Analysis, UnreadableCode>> {
  const words = analysisTexts.zh.notChecked;
  const { openapi, agreement, looks = [] } = options;
  const all = openapi ? [...looks, apiSamplesLook(openapi, agreement?.fields ?? null)] : looks;
  const reading = createReading({ ...options, looks: all });
  try {
    const refused = await reading.read(counted(input, options.progress));
    if (refused) return failure(refused);
  } catch (cause) {
    if (cause instanceof Refusal) return failure(cause.code, cause.detail);
    throw cause;
  }
  const general = [words.detectors, words.regions, words.risk, ...(options.today ? [] : [words.births])];
  return ok({ files: reading.files(), notChecked: [...general, ...reading.notChecked()] });
}
