// The question of one file, to be changed and asked again: a role for each column, and what the measures need besides. It opens in place; nothing is
// asked before the button, and what cannot be asked says why beside its field.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { type MeasureQuestion, NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysisFile } from '@shared/analysis/result';
import { COLUMN_ROLES, type ColumnRole, canBeAsked, proposeRoles } from '@shared/analysis/roles';
import type { DossierFile, SharingMode } from '@shared/assessment/model';
import { detectorName } from '@shared/assessment/proposals';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useEffect, useRef, useState } from 'react';
import { ChoiceRow, FieldRow, TextRow } from '../../components/fields';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { changedRoles, type QuestionForm as Form, formOf, questionFrom, rolesOf, wrongFields } from './question-model';

type Props = {
  readonly table: AnalysisFile;
  readonly question: MeasureQuestion;
  readonly sharingMode: SharingMode | null;
  /** Comparison material of the dossier: a fingerprint and its key are among it. */
  readonly beside: readonly DossierFile[];
  /** Takes more files in by the system's dialog. */
  readonly onTakeIn: () => void;
  readonly onAsk: (question: MeasureQuestion) => void;
};

export function QuestionForm({ table, question, sharingMode, beside, onTakeIn, onAsk }: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const modes = useTexts(commonTexts).sharingModes;
  const [form, setForm] = useState<Form>(() => formOf(table, question));
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  const wrong = wrongFields(form);
  const asked = questionFrom(form, table);
  const changed = changedRoles(form, rolesOf(table, question));
  const ask = () => asked && onAsk(asked);
  const top = useRef<HTMLElement>(null);
  useEffect(() => top.current?.scrollIntoView({ block: 'nearest' }), []);
  useKeys([{ keys: 'Ctrl+Enter', label: texts.askAgain, run: ask }]);
  const limit = (field: 'maxRows' | 'maxSeconds' | 'maxMiB') => (
    <TextRow
      label={texts[field]}
      value={form[field]}
      error={wrong.has(field) ? texts.limitWrong : undefined}
      inputProps={{ inputMode: 'numeric' }}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
  const names = [...new Set((table.columns ?? []).map(({ name }) => name))];
  const columnOptions = names.map((name) => ({ value: name, label: name }));
  const fileOptions = beside.map(({ sha256, name }) => ({ value: sha256, label: name }));
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
          {texts.sharingMode}：{sharingMode === null ? texts.noSharingMode : `${modes[sharingMode]}（${texts.sharingModeFrom}）`}
        </Typography>
      </Box>
      <Roles table={table} roles={form.roles} onChange={(roles) => set({ roles })} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', gap: 4, mt: 3 }}>
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
        <TextRow
          label={texts.counts}
          hint={texts.countsHint}
          value={form.counts}
          error={wrong.has('counts') ? texts.listWrong : undefined}
          onChange={(event) => set({ counts: event.target.value })}
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
        {limit('maxRows')}
        {limit('maxSeconds')}
        {limit('maxMiB')}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mt: 3 }}>
        <Button variant="contained" color="primary" disabled={asked === null} onClick={ask}>
          {texts.askAgain} <Kbd keys="Ctrl+Enter" onFill />
        </Button>
        <Button
          onClick={() => setForm(formOf(table, { ...NO_QUESTION, fingerprint: question.fingerprint, membership: question.membership }))}
        >
          {texts.asProposed}
        </Button>
        <Button onClick={onTakeIn}>{texts.chooseFingerprint}</Button>
        <Typography role="status" variant="caption" component="span" sx={{ color: changed > 0 ? 'amberText' : 'ink3' }}>
          {changed > 0 ? texts.changedRoles(changed) : texts.limitHint}
        </Typography>
      </Box>
    </Box>
  );
}

/** Each column with what was seen in it and the role it plays. */
function Roles({
  table,
  roles,
  onChange,
}: {
  table: AnalysisFile;
  roles: readonly ColumnRole[];
  onChange: (roles: readonly ColumnRole[]) => void;
}) {
  const texts = useTexts(evidenceMeasureTexts);
  const words = useTexts(evidenceTexts);
  const language = useLanguage();
  const proposed = proposeRoles(table);
  return (
    <>
      <Typography variant="caption" component="p" sx={{ m: 0, mb: 2 }}>
        {texts.roleHint}
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(250px, 1fr))',
          columnGap: 5,
          rowGap: 1,
        }}
      >
        {(table.columns ?? []).map((column, index) => {
          const seen = [...new Set(column.hits.map(({ detector }) => detectorName(detector, language)))].join('、');
          const able = canBeAsked(column.name);
          const role = roles[index] ?? 'other';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same name, their place tells them apart
            <Box component="li" key={index} sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography variant="body2" component="div" noWrap title={column.name} sx={{ fontWeight: 600 }}>
                  {column.name}
                </Typography>
                <Typography variant="caption" component="div" noWrap>
                  {able ? seen || words.type[column.type] : texts.cannotAsk}
                </Typography>
              </Box>
              <Select
                value={role}
                disabled={!able}
                inputProps={{ 'aria-label': texts.roleOf(column.name) }}
                onChange={(event) => {
                  const next = COLUMN_ROLES.find((each) => each === event.target.value);
                  if (next) onChange(roles.map((each, at) => (at === index ? next : each)));
                }}
                sx={{ width: 140, flexShrink: 0, fontWeight: role === proposed[index] ? 400 : 600 }}
              >
                {COLUMN_ROLES.map((each) => (
                  <MenuItem key={each} value={each}>
                    {texts.role[each]}
                  </MenuItem>
                ))}
              </Select>
            </Box>
          );
        })}
      </Box>
    </>
  );
}

type ChosenProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
};

/** One of several, or none. */
function Chosen({ label, hint, value, none, options, onChange }: ChosenProps) {
  return (
    <FieldRow label={label} hint={hint}>
      {({ id, ...aria }) => (
        <Select
          fullWidth
          displayEmpty
          value={value}
          inputProps={{ id, 'aria-label': label, ...aria }}
          onChange={(event) => onChange(event.target.value)}
        >
          <MenuItem value="">{none}</MenuItem>
          {options.map((option) => (
            <MenuItem key={option.value} value={option.value}>
              {option.label}
            </MenuItem>
          ))}
        </Select>
      )}
    </FieldRow>
  );
}
