// An analysis with the measures that somebody asked for: what the command and the worker run. Without a question it is the analysis alone.
import { ok, type Result } from '../../basics/result';
import { analysisTexts } from '../../texts/analysis';
import { type Analysis, analyse } from '../analyse';
import type { AnalysisOptions } from '../options';
import type { UnreadableCode } from '../result';
import { createMeasureLooks, type Measures } from './looks';

/** Columns that the question named and the file lacks: then the question was wrong, and its results are not to be used. */
export type MeasuredAnalysis = Analysis & { readonly missing: readonly string[] };

export async function analyseMeasured(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: AnalysisOptions,
  measures: Measures | null,
): Promise<Result<MeasuredAnalysis, UnreadableCode>> {
  if (!measures) {
    const plain = await analyse(input, options);
    return plain.ok ? ok({ ...plain.value, missing: [] }) : plain;
  }
  const { looks, settle } = createMeasureLooks(measures, options.name);
  const result = await analyse(input, { ...options, looks });
  if (!result.ok) return result;
  const settled = settle(result.value.files);
  // That nothing was measured is said by the analysis alone; here each measure speaks for itself.
  const notChecked = result.value.notChecked.filter((line) => line !== analysisTexts.zh.notChecked.risk);
  return ok({ files: settled.files, notChecked: [...notChecked, ...settled.notChecked], missing: settled.missing });
}
