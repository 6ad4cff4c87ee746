// Which file is open, which of its tables and which hit, and whether the curve of membership inference is shown instead. Where nothing was chosen, the
// first file, the table that was asked about or its main one, and its first hit are.
import type { AnalysisFile } from '@shared/analysis/result';
import { mainTable } from '@shared/analysis/roles';
import type { FindingDraft } from '@shared/assessment/model';
import { useState } from 'react';
import { type FileLine, type HitRow, hitRows } from './looks';

export type OpenLook = {
  readonly line: FileLine | null;
  readonly look: AnalysisFile | null;
  readonly rows: readonly HitRow[];
  readonly row: HitRow | null;
  readonly form: boolean;
  readonly curve: boolean;
};

/** @param curveFirst whoever comes from the item about members comes for the curve */
export function useOpenLook(lines: readonly FileLine[], findings: readonly FindingDraft[], curveFirst: () => boolean) {
  const [file, setFile] = useState<string | null>(null);
  const [table, setTable] = useState<string | null>(null);
  const [selected, select] = useState<string | null>(null);
  const [form, setForm] = useState(false);
  const [curve, setCurve] = useState(curveFirst);
  const withCurve = lines.find(({ looks }) => looks.some(({ membership }) => membership !== undefined)) ?? null;
  const line = lines.find((each) => each.file.sha256 === file) ?? (curve ? withCurve : null) ?? lines[0] ?? null;
  const asked = line?.view?.question.table ?? null;
  const look =
    line?.looks.find(({ name }) => name === table) ??
    line?.looks.find(({ part }) => asked !== null && part === asked) ??
    (line && mainTable(line.looks)) ??
    line?.looks[0] ??
    null;
  const rows = look ? hitRows(look, findings) : [];
  const row = rows.find(({ id }) => id === selected) ?? rows[0] ?? null;
  const open = (sha256: string) => {
    setFile(sha256);
    setTable(null);
    select(null);
    setForm(false);
    setCurve(false);
  };
  return {
    opened: { line, look, rows, row, form, curve } satisfies OpenLook,
    open,
    setTable,
    select,
    setForm,
    setCurve,
    step(by: 1 | -1) {
      const next = rows[rows.findIndex(({ id }) => id === row?.id) + by];
      if (next) select(next.id);
    },
    stepFile(by: 1 | -1) {
      const next = lines[lines.findIndex((each) => each.file.sha256 === line?.file.sha256) + by];
      if (next) open(next.file.sha256);
    },
  };
}
