// What main keeps of the analyses of a dossier: per file the question, the state of the latest look, and the result of the last one that came to
// its end. Sealed under a key of its own, so that results can be kept while the profile is locked and nothing else can be opened.
import { hkdfSync } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sealedJson } from '@main/files/sealed-json';
import type { EvidenceRecord } from '@main/vault/vault';
import { measureQuestionSchema, NO_QUESTION } from '@shared/analysis/measure-question';
import { type AnalysisFile, analysisFileSchema } from '@shared/analysis/result';
import { evidenceRoleSchema } from '@shared/assessment/model';
import { utf8 } from '@shared/basics/bytes';
import type { AnalysisView } from '@shared/contract/views';
import { z } from 'zod';

export const ANALYSIS_TOOL = 'shiqi-analyse';

const recordSchema = z.strictObject({
  dossier: z.string(),
  sha256: z.string(),
  name: z.string(),
  role: evidenceRoleSchema.default('delivered'),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number(),
  code: z.string().nullable(),
  /** What the latest look was asked, and who asked: nobody yet, this program after a first look, or a person. */
  question: measureQuestionSchema.default(NO_QUESTION),
  asked: z.enum(['nobody', 'proposed', 'person']).default('nobody'),
  /** The agreement that it is compared with, as the desk gave it. */
  agreement: z.unknown().optional(),
  /** How often the program ended while this file was being looked at. */
  interrupted: z.number().default(0),
  /** Ids of what earlier results proposed: a person may have judged it, and a judgement is never lost by looking again. */
  proposedBefore: z.array(z.string()).default([]),
  // Of the last look that came to its end.
  result: z.string().nullable(),
  parameters: z.record(z.string(), z.string()),
  version: z.string(),
  files: z.array(analysisFileSchema),
  notChecked: z.array(z.string()),
});
export type AnalysisRecord = z.infer<typeof recordSchema>;

const FILE = /^analysis-(?<dossier>[0-9a-f-]{36})\.box$/;

/** From the vault's key; says nothing about it and opens nothing else. 32 bytes. */
export const resultsKey = (vaultKey: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', vaultKey, new Uint8Array(0), 'shiqi/analysis-results', 32));

export function openAnalysisRecords(folder: string, key: () => Uint8Array) {
  const storeOf = (dossier: string) =>
    sealedJson(path.join(folder, `analysis-${dossier}.box`), key, `shiqi/records/analysis/${dossier}`, z.array(recordSchema));
  return {
    read: (dossier: string): readonly AnalysisRecord[] => storeOf(dossier).read() ?? [],
    write(record: AnalysisRecord): void {
      const store = storeOf(record.dossier);
      const known = store.read() ?? [];
      const at = known.findIndex(({ sha256 }) => sha256 === record.sha256);
      store.write(at < 0 ? [...known, record] : known.with(at, record));
    },
    dossiers: (): readonly string[] => readdirSync(folder).flatMap((name) => FILE.exec(name)?.groups?.dossier ?? []),
  };
}

export const blankRecord = (dossier: string, { sha256, name, bytes, role }: EvidenceRecord, version: string): AnalysisRecord => ({
  dossier,
  sha256,
  name,
  role,
  state: 'queued',
  done: 0,
  total: bytes,
  code: null,
  question: NO_QUESTION,
  asked: 'nobody',
  interrupted: 0,
  proposedBefore: [],
  result: null,
  parameters: {},
  version,
  files: [],
  notChecked: [],
});

const MARK = 'CLASSIFICATION_MARK';
export const bearsMark = ({ content }: AnalysisFile): boolean => content?.some(({ code }) => code === MARK) ?? false;

/** Of a marked file nothing is kept but that it is marked: no columns, no names of parts, no samples, and no result to cite or to export. */
export const quarantinedRecord = (record: AnalysisRecord, found: readonly AnalysisFile[]): AnalysisRecord => {
  const marks = found.flatMap(({ content }) => content ?? []).filter(({ code }) => code === MARK);
  const count = marks.reduce((sum, mark) => sum + mark.count, 0);
  const [mark] = marks;
  const { name, sha256, total: bytes } = record;
  const told = mark ? [{ ...mark, count, samples: [] }] : [];
  return {
    ...record,
    state: 'failed',
    done: 0,
    code: 'EVIDENCE_QUARANTINED',
    interrupted: 0,
    result: null,
    parameters: {},
    files: mark
      ? [{ name, sha256, bytes, format: null, encoding: null, rows: null, partly: null, content: told }]
      : record.files.filter(bearsMark),
    notChecked: [],
  };
};

export const analysisView = ({
  agreement: _agreement,
  interrupted: _interrupted,
  proposedBefore: _before,
  ...record
}: AnalysisRecord): AnalysisView => record;

/** The result as it is cited by digest and handed out: whoever has the file can check that it is the one that a verdict names. */
export const resultBytes = ({
  version,
  parameters,
  notChecked,
  files,
}: Pick<AnalysisRecord, 'version' | 'parameters' | 'notChecked' | 'files'>): Uint8Array =>
  utf8(JSON.stringify({ v: 1, tool: { name: ANALYSIS_TOOL, version, edition: null }, parameters, notChecked, files }));

/** Comparison material is not what is reviewed: what it holds is nobody's finding, and only what was measured on it is kept. */
export const asComparison = (files: readonly AnalysisFile[]): AnalysisFile[] =>
  files.map(({ scope: _scope, content: _content, smallCells: _cells, risk: _risk, overlap: _overlap, ...file }) =>
    file.columns ? { ...file, columns: file.columns.map((column) => ({ ...column, hits: [] })) } : file,
  );
