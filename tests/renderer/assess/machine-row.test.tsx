// @vitest-environment jsdom
// What the machine found for an item: where it was seen is said as soon as it was seen in more than one place, once for each place.
import { type AnalysisFile, analysisFileSchema } from '@shared/analysis/result';
import { fileOfFinding } from '@shared/assessment/earlier';
import { machineFinding, placeOf } from '@shared/assessment/machine-finding';
import { assessTexts } from '@shared/texts/assess';
import type { Language } from '@shared/texts/language';
import { act } from 'react';
import { expect, it } from 'vitest';
import { LanguageProvider } from '../../../src-renderer/components/language';
import { MachineRow } from '../../../src-renderer/features/assess/machine-row';
import { mountedRoot } from '../../support/mounted-root';
import { edition } from '../../support/shipped-edition';

const root = mountedRoot();

const sha256 = 'a'.repeat(64);
const facts = { sha256, bytes: 9, format: 'xlsx', encoding: null, rows: 1, partly: null } as const;
const files: AnalysisFile[] = ['明细', '透视'].map((part) => analysisFileSchema.parse({ ...facts, name: `统计.xlsx/${part}`, part }));
const [detail, pivot] = files as [AnalysisFile, AnalysisFile];
const item = edition.items[0];
const found = (file: AnalysisFile, what: string) => {
  if (!item) throw new Error('no item');
  return machineFinding(`${placeOf(file)}:${what}`, item, `字段超出 ${what}`, sha256);
};
const nothing = () => {};
const shown = async (findings: ReturnType<typeof found>[], language: Language = 'zh'): Promise<string> => {
  await act(async () =>
    root().render(
      <LanguageProvider value={language}>
        <MachineRow
          findings={findings}
          hits={new Map()}
          place={(id) => fileOfFinding(id, files)?.name ?? null}
          before={() => undefined}
          focused={null}
          readOnly={language === 'zh'}
          empty=""
          onFocus={nothing}
          onAccept={nothing}
          onOverrule={nothing}
          onReason={nothing}
        />
      </LanguageProvider>,
    ),
  );
  return document.body.textContent ?? '';
};

it('names each place once when findings come from several, and none when they come from one', async () => {
  expect(await shown([found(detail, 'a'), found(detail, 'b'), found(pivot, 'a')])).toBe(
    '统计.xlsx/明细字段超出 a字段超出 b统计.xlsx/透视字段超出 a',
  );
  expect(await shown([found(detail, 'a'), found(detail, 'b')])).toBe('字段超出 a字段超出 b');
});

it('does not say again in a finding which place stands above it', async () => {
  const told = found(detail, 'c');
  const placed = { ...told, text: `统计.xlsx/明细：${told.text}` };
  expect(await shown([placed, found(pivot, 'a')])).toBe('统计.xlsx/明细字段超出 c统计.xlsx/透视字段超出 a');
});

it('says a finding in English to whoever reads English, in sight and to a screen reader', async () => {
  const told = { ...found(detail, 'd'), text: `统计.xlsx/明细：${assessTexts.zh.proposal.unauthorised('余额', 1)}` };
  expect(await shown([told], 'en')).toContain('1 delivered field beyond the agreement: 余额');
  expect(document.querySelector('button')?.getAttribute('aria-label')).toMatch(/^Accept\b.*1 delivered field beyond the agreement: 余额$/);
});
