// A looked-at file and its analysis, as far as a spec does not say otherwise.
import { NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysisFile } from '@shared/analysis/result';
import type { AnalysisView } from '@shared/contract/views';

export const look = (part: Partial<AnalysisFile>): AnalysisFile => ({
  name: 'a.csv',
  sha256: 'a'.repeat(64),
  bytes: 1,
  format: 'csv',
  encoding: 'utf-8',
  rows: 100,
  partly: null,
  ...part,
});

export const view = (sha256: string, files: AnalysisFile[]): AnalysisView => ({
  dossier: 'd',
  sha256,
  name: 'a.csv',
  state: 'done',
  done: 1,
  total: 1,
  code: null,
  role: 'delivered',
  question: NO_QUESTION,
  asked: 'nobody',
  result: null,
  parameters: {},
  version: '0.1.0',
  files,
  notChecked: [],
});
