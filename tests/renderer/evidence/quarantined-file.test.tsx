// @vitest-environment jsdom
// A file that bears a mark of secrecy: the list says that it is shut away, and its head offers no second look and says nothing of how it was read.
import { NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysisFile } from '@shared/analysis/result';
import type { AnalysisView } from '@shared/contract/views';
import { act, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { FileList } from '../../../src-renderer/features/evidence/file-list';
import { LookHead } from '../../../src-renderer/features/evidence/file-look';
import { fileLines } from '../../../src-renderer/features/evidence/looks';
import { isQuarantined } from '../../../src-renderer/features/evidence/quarantine-band';
import { mountedRoot } from '../../support/mounted-root';

const root = mountedRoot();

const sha256 = 'a'.repeat(64);
const marked: AnalysisFile = { name: '通知.csv', sha256, bytes: 9, format: null, encoding: null, rows: null, partly: null };
const view = (code: string | null): AnalysisView => ({
  dossier: 'd',
  sha256,
  name: '通知.csv',
  state: code === null ? 'done' : 'failed',
  done: 0,
  total: 9,
  code,
  role: 'delivered',
  question: NO_QUESTION,
  asked: 'nobody',
  result: code === null ? 'b'.repeat(64) : null,
  parameters: {},
  version: '0.1.0',
  files: [marked],
  notChecked: [],
});
const shown = async (children: ReactNode): Promise<string> => {
  await act(async () => root().render(children));
  return document.body.textContent ?? '';
};
const file = { sha256, name: '通知.csv', bytes: 9, role: 'delivered' as const };
const acts = { exportResult: () => {}, again: () => {}, cancel: () => {}, back: () => {} };
const head = (code: string | null) => (
  <LookHead
    look={marked}
    name="通知.csv"
    tables={[marked]}
    onTable={() => {}}
    running={false}
    frozen={false}
    quarantined={isQuarantined(view(code))}
    back="回到审核"
    acts={acts}
  />
);

describe('a quarantined file', () => {
  it('is called so in the list, and an ordinary failure is not', async () => {
    const list = (code: string | null) => <FileList lines={fileLines([file], [view(code)], null)} current={null} onOpen={() => {}} />;
    expect(await shown(list('EVIDENCE_QUARANTINED'))).toContain('隔离');
    expect(document.querySelector('button')?.getAttribute('aria-label')).toBe('通知.csv，隔离');
    expect(await shown(list('ANALYSIS_FAILED'))).toContain('没有看完');
  });
  it('offers no second look, no export, and says nothing of how it was read', async () => {
    const text = await shown(head('EVIDENCE_QUARANTINED'));
    for (const word of ['重新分析', '全部读完', '导出', '格式']) expect(text).not.toContain(word);
    expect(text).toContain('回到审核');
    const ordinary = await shown(head(null));
    for (const word of ['重新分析', '全部读完', '导出']) expect(ordinary).toContain(word);
  });
});
