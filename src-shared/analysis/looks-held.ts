// Which of an edition's machine looks this version of the analysis holds: kept beside the code that looks, because for every other look it would be
// false to say that nothing was found. Some looks are measures, held only where they were asked for and came to a number.
import type { MachineLook } from '../checklist/edition';
import type { AnalysisFile } from './result';

/** At every file that is read. */
const ALWAYS: readonly MachineLook[] = [
  'hidden-carriers',
  'scope-fields',
  'scope-range',
  'identifiers',
  'free-text',
  'sensitive',
  'reversibility',
  'secrets',
  'active-content',
  'secrecy-marks',
  'foreign-hosts',
];
const MEASURED: Readonly<Partial<Record<MachineLook, (file: AnalysisFile) => boolean>>> = {
  overlap: ({ overlap }) => overlap !== undefined,
  reidentification: ({ risk }) => (risk?.level ?? null) !== null,
  inference: ({ risk }) => Object.keys(risk?.l ?? {}).length > 0,
  differencing: ({ differencing, releases }) => differencing !== undefined || releases !== undefined,
  api: ({ api }) => api !== undefined,
  'small-cells': ({ smallCells }) => smallCells !== undefined,
  membership: ({ membership }) => membership !== undefined,
};

export const looksHeld = (files: readonly AnalysisFile[]): ReadonlySet<MachineLook> =>
  new Set([...ALWAYS, ...Object.entries(MEASURED).flatMap(([look, held]) => (files.some(held) ? [look as MachineLook] : []))]);
