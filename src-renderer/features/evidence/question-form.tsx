// The question of one file, to be changed and asked again: a role for each column, and what the measures need besides. It opens in place; nothing is
// asked before the button, and what cannot be asked says why beside its field.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { askedOfTable, type MeasureQuestion, NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysisFile } from '@shared/analysis/result';
import type { DossierFile, SharingMode } from '@shared/assessment/model';
import { commonTexts } from '@shared/texts/common';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useEffect, useRef, useState } from 'react';
import { ChoiceRow, TextRow } from '../../components/fields';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { Chosen, ChosenMany, Roles } from './question-fields';
import {
  askedBeside,
  changedRoles,
  type QuestionForm as Form,
  formOf,
  LIMITS,
  type LimitField,
  ownPart,
  questionFrom,
  rolesOf,
  withoutTable,
  wrongFields,
} from './question-model';

type Props = {
  readonly table: AnalysisFile;
  /** Tables of the file that can be asked about, where there are several. */
  readonly tables: readonly AnalysisFile[];
  /** Where the table lies that is asked alone; null: with every table that has its columns. */
  readonly part: string | null;
  readonly onPart: (part: string | null) => void;
  readonly question: MeasureQuestion;
  readonly sharingMode: SharingMode | null;
  /** Comparison material of the dossier: a fingerprint and its key are among it. */
  readonly comparison: readonly DossierFile[];
  /** Takes more files in by the system's dialog. */
  readonly onTakeIn: () => void;
  readonly onAsk: (question: MeasureQuestion) => void;
};

export function QuestionForm({ table, tables, part, onPart, question, sharingMode, comparison, onTakeIn, onAsk }: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const { sharingModes: modes, list } = useTexts(commonTexts);
  const [form, setForm] = useState<Form>(() => formOf(table, question));
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  const wrong = wrongFields(form);
  const asked = questionFrom(form, table, part, question);
  const beside = askedBeside(table, question);
  const own = ownPart(table, question);
  const changed = changedRoles(form, rolesOf(table, question));
  const ask = () => asked && onAsk(asked);
  const top = useRef<HTMLElement>(null);
  useEffect(() => top.current?.scrollIntoView({ block: 'nearest' }), []);
  useKeys([{ keys: 'Ctrl+Enter', label: texts.askAgain, run: ask }]);
  const limit = (field: LimitField) => (
    <TextRow
      key={field}
      label={texts[field]}
      value={form[field]}
      error={wrong.has(field) ? (field === 'maxBytes' ? texts.bytesWrong : texts.limitWrong) : undefined}
      inputProps={{ inputMode: field === 'maxBytes' ? 'text' : 'numeric' }}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
  const names = [...new Set((table.columns ?? []).map(({ name }) => name))];
  const columnOptions = names.map((name) => ({ value: name, label: name }));
  const fileOptions = comparison.map(({ sha256, name }) => ({ value: sha256, label: name }));
  return (
    <Box
      ref={top}
      component="section"
      aria-label={texts.question}
      sx={{ my: 3, p: 4, bgcolor: 'raised', border: '1px solid', borderColor: 'strong', borderRadius: '6px' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, flexWrap: 'wrap', mb: 2 }}>
        <Typography variant="h3">{texts.question}</Typography>
        <Typography variant="caption" component="span">
          {sharingMode === null ? texts.noSharingMode : texts.sharingModeOf(modes[sharingMode])}
        </Typography>
      </Box>
      {tables.length > 1 && (
        <Box sx={{ maxWidth: 420, mb: 3 }}>
          <Chosen
            label={texts.whichTable}
            hint={part === null ? texts.everyTableHint(table.part ?? table.name) : texts.oneTableHint}
            value={part ?? ''}
            none={texts.everyTable}
            options={tables.flatMap((each) =>
              each.part === undefined
                ? []
                : [
                    {
                      value: each.part,
                      label: [each.part, texts.rowsOf(each.rows ?? 0), ownPart(each, question) === null ? '' : texts.askedAlone]
                        .filter((word) => word !== '')
                        .join('　'),
                    },
                  ],
            )}
            onChange={(next) => onPart(next === '' ? null : next)}
          />
          {beside.length > 0 && (
            <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
              {texts.askedBeside(list(beside))}
            </Typography>
          )}
        </Box>
      )}
      <Roles table={table} roles={form.roles} onChange={(roles) => set({ roles })} />
      <Box sx={{ ...GRID, mt: 3 }}>
        <TextRow
          label={texts.contextProbability}
          hint={texts.contextHint}
          value={form.contextProbability}
          disabled={sharingMode === 'public'}
          error={wrong.has('contextProbability') ? texts.contextWrong : undefined}
          onChange={(event) => set({ contextProbability: event.target.value })}
        />
        <TextRow
          label={texts.suppressedMarks}
          hint={texts.suppressedHint}
          value={form.marks}
          onChange={(event) => set({ marks: event.target.value })}
        />
        <Box>
          <Typography variant="body2" component="div" sx={{ color: 'ink2', mb: '2px' }}>
            {texts.policy}
          </Typography>
          <ChoiceRow
            label={texts.policy}
            size="small"
            value={form.policy}
            choices={(['own-class', 'exclude', 'wildcard'] as const).map((value) => ({ value, label: texts.policies[value] }))}
            onChange={(policy) => set({ policy })}
          />
        </Box>
        <ChosenMany
          label={texts.counts}
          hint={texts.countsHint}
          values={form.counts}
          none={texts.countsFound}
          options={columnOptions}
          onChange={(counts) => set({ counts })}
        />
        <Chosen
          label={texts.member}
          hint={texts.membershipHint}
          value={form.member}
          none={texts.none}
          options={columnOptions}
          onChange={(member) => set({ member })}
        />
        <Chosen label={texts.score} value={form.score} none={texts.none} options={columnOptions} onChange={(score) => set({ score })} />
        <Chosen
          label={texts.fingerprint}
          hint={texts.fingerprintHint}
          value={form.fingerprint}
          none={texts.fingerprintNone}
          options={fileOptions}
          onChange={(fingerprint) => set({ fingerprint })}
        />
        <Chosen
          label={texts.fingerprintKey}
          value={form.key}
          none={texts.fingerprintNone}
          options={fileOptions}
          onChange={(key) => set({ key })}
        />
      </Box>
      <Heading title={texts.dominance} hint={texts.dominanceHint} />
      <Box sx={{ ...GRID, gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' }}>
        <ChosenMany
          label={texts.dominanceCell}
          error={wrong.has('dominance') ? texts.dominanceWrong : undefined}
          values={form.cell}
          none={texts.none}
          options={columnOptions}
          onChange={(cell) => set({ cell })}
        />
        <Chosen
          label={texts.dominanceContributor}
          value={form.contributor}
          none={texts.none}
          options={columnOptions}
          onChange={(contributor) => set({ contributor })}
        />
        <Chosen
          label={texts.dominanceValue}
          value={form.value}
          none={texts.none}
          options={columnOptions}
          onChange={(value) => set({ value })}
        />
        <TextRow
          label={texts.dominanceN}
          value={form.largest}
          error={wrong.has('largest') ? texts.dominanceNWrong : undefined}
          inputProps={{ inputMode: 'numeric' }}
          onChange={(event) => set({ largest: event.target.value })}
        />
        <TextRow
          label={texts.dominanceShare}
          value={form.share}
          error={wrong.has('share') ? texts.shareWrong : undefined}
          onChange={(event) => set({ share: event.target.value })}
        />
        <TextRow
          label={texts.dominanceP}
          value={form.percent}
          error={wrong.has('percent') ? texts.shareWrong : undefined}
          onChange={(event) => set({ percent: event.target.value })}
        />
      </Box>
      <Heading title={texts.limits} hint={texts.limitHint} />
      <Box sx={GRID}>{LIMITS.map(limit)}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mt: 3 }}>
        <Button variant="contained" color="primary" disabled={asked === null} onClick={ask}>
          {texts.askAgain} <Kbd keys="Ctrl+Enter" onFill />
        </Button>
        <Button
          onClick={() =>
            setForm(
              formOf(table, {
                ...NO_QUESTION,
                fingerprint: question.fingerprint,
                membership: askedOfTable(question, part)?.membership ?? null,
              }),
            )
          }
        >
          {texts.asProposed}
        </Button>
        {own !== null && tables.length > 1 && <Button onClick={() => onAsk(withoutTable(question, own))}>{texts.askNotAlone}</Button>}
        <Button onClick={onTakeIn}>{texts.chooseFingerprint}</Button>
        <Typography role="status" variant="caption" component="span" sx={{ color: changed > 0 ? 'amberText' : 'ink3' }}>
          {changed > 0 && texts.changedRoles(changed)}
        </Typography>
      </Box>
    </Box>
  );
}

const GRID = { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', gap: 4 } as const;

const Heading = ({ title, hint }: { title: string; hint: string }) => (
  <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, flexWrap: 'wrap', mt: 4, mb: 2 }}>
    <Typography variant="h3" component="h4">
      {title}
    </Typography>
    <Typography variant="caption" component="span">
      {hint}
    </Typography>
  </Box>
);
