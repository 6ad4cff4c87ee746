// Agreed beside delivered, as the machine compared them: fields, grain, area, period. What was not compared says so.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { AnalysisFile } from '@shared/analysis/result';
import type { Agreement, Registration } from '@shared/assessment/model';
import { scopeText } from '@shared/assessment/proposals';
import { scopeNotChecked, scopeStepItem } from '@shared/assessment/scope-proposals';
import { registeredSteps, type ScopePart } from '@shared/assessment/scope-steps';
import { itemLabelIn } from '@shared/assessment/wording';
import type { Edition, EditionItem } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { useLanguage, useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';

type Verdict = 'within' | 'exceeds' | 'not-compared';
export type ScopeLine = {
  readonly part: 'fields' | 'grain' | 'area' | 'period';
  readonly agreed: unknown;
  readonly delivered: unknown;
  readonly verdict: Verdict;
};

/** @returns the lines, and the names of delivered fields that the agreement does not have. */
export function scopeLines(files: readonly AnalysisFile[], agreement: Agreement): { lines: ScopeLine[]; extra: string[] } {
  const scopes = files.flatMap((file) => (file.scope ? [file.scope] : []));
  const extra = [...new Set(scopes.flatMap((scope) => scope.unauthorised))];
  const columns = new Set(files.flatMap((file) => (file.scope ? (file.columns ?? []).map((column) => column.name) : [])));
  const lines: ScopeLine[] = [
    {
      part: 'fields',
      agreed: agreement.fields.length,
      delivered: scopes.length === 0 ? null : columns.size,
      verdict: scopes.length === 0 ? 'not-compared' : extra.length > 0 ? 'exceeds' : 'within',
    },
  ];
  for (const part of ['grain', 'area', 'period'] as const) {
    const compared = scopes.flatMap((scope) => (scope[part] ? [scope[part]] : []));
    // One file beyond the agreement is enough, and is the one worth showing.
    const shown = compared.find((each) => each.exceeds === true) ?? compared.find((each) => each.exceeds === false);
    lines.push({
      part,
      agreed: shown?.authorised ?? agreedValue(agreement, part),
      delivered: shown?.observed,
      verdict: shown === undefined ? 'not-compared' : shown.exceeds === true ? 'exceeds' : 'within',
    });
  }
  return { lines, extra };
}

function agreedValue(agreement: Agreement, part: 'grain' | 'area' | 'period'): unknown {
  if (part === 'area') return agreement.area.codes.length === 0 ? null : agreement.area.codes;
  if (part === 'period') return agreement.period.from === '' && agreement.period.to === '' ? null : agreement.period;
  return agreement.grain;
}

const membersOf = (value: unknown): { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** In the words that fit the column: the end of a period, how many divisions. The title has all of it. */
function useShort(): (value: unknown) => string {
  const texts = useTexts(assessTexts);
  const language = useLanguage();
  return (value) => {
    const { to, codes } = membersOf(value);
    const list = Array.isArray(value) ? value : codes;
    if (Array.isArray(list) && list.length > 1) return texts.several(list.length);
    return typeof to === 'string' && to !== '' ? texts.until(to) : scopeText(value, language);
  };
}

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  typography: 'body2',
  '& td, & th': {
    textAlign: 'left',
    fontWeight: 400,
    py: '4px',
    pr: 2,
    borderBottom: '1px solid',
    borderColor: 'hairline',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& tr > :last-child': { pr: 0, width: 20, textOverflow: 'clip' },
} as const;

/** Of a term its end is what matters here. */
const shown = (part: ScopePart, values: readonly string[]): unknown => (part === 'term' ? { to: values.at(-1) ?? '' } : values);

type StepsProps = { readonly registration: Registration; readonly edition: Edition; readonly onItem: (item: string) => void };

/** The other steps of the nested scopes, as far as they are registered. What exceeds leads to the item that it informs. */
export function ScopeSteps({ registration, edition, onItem }: StepsProps) {
  const texts = useTexts(assessTexts);
  const language = useLanguage();
  const short = useShort();
  const steps = registeredSteps(registration)
    .map(({ step, comparisons }) => ({ step, comparisons: comparisons.filter(({ exceeds }) => exceeds !== null) }))
    .filter(({ comparisons }) => comparisons.length > 0);
  const tables = steps.map(({ step, comparisons }) => (
    <Box component="table" key={step} aria-label={texts.scopeSteps[step].name} sx={{ ...TABLE, mt: 4 }}>
      <thead>
        <tr>
          <Box component="td" sx={{ width: 54 }} />
          <th>{texts.scopeSteps[step].outer}</th>
          <th>{texts.scopeSteps[step].inner}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {comparisons.map(({ part, authorised, observed, beyond, exceeds }) => (
          <tr key={part}>
            <Box component="td" sx={{ color: 'ink2' }}>
              <PartName name={texts.scopeParts[part]} item={exceeds ? scopeStepItem(edition, step, part) : null} onItem={onItem} />
            </Box>
            <td title={scopeText(authorised)}>{short(shown(part, authorised))}</td>
            <td title={scopeText(exceeds ? beyond : observed)}>
              {exceeds ? <b>{short(shown(part, beyond))}</b> : short(shown(part, observed))}
            </td>
            <td>
              <StatusIcon kind={exceeds ? 'non-compliant' : 'compliant'} label={exceeds ? texts.exceeds : texts.within} />
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  ));
  return (
    <>
      {tables}
      {scopeNotChecked(registration, language).map((line) => (
        <Box key={line} sx={{ typography: 'caption', color: 'ink2', mt: 2 }}>
          {line}
        </Box>
      ))}
    </>
  );
}

function PartName({ name, item, onItem }: { name: string; item: EditionItem | null; onItem: StepsProps['onItem'] }) {
  const language = useLanguage();
  if (item === null) return name;
  return (
    <Link
      component="button"
      type="button"
      variant="body2"
      aria-label={`${name} ${itemLabelIn(item.id, language)}`}
      title={item.title[language]}
      onClick={() => onItem(item.id)}
    >
      {name}
    </Link>
  );
}

export function ScopeTable({ files, agreement }: { files: readonly AnalysisFile[]; agreement: Agreement }) {
  const texts = useTexts(assessTexts);
  const { list } = useTexts(commonTexts);
  const short = useShort();
  const { lines, extra } = scopeLines(files, agreement);
  const mark = {
    within: ['compliant', texts.within],
    exceeds: ['non-compliant', texts.exceeds],
    'not-compared': ['unanswered', texts.notCompared],
  } as const;
  return (
    <>
      <Box component="table" sx={TABLE}>
        <thead>
          <tr>
            <Box component="td" sx={{ width: 54 }} />
            <th>{texts.agreed}</th>
            <th>{texts.delivered}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map(({ part, agreed, delivered, verdict }) => (
            <tr key={part}>
              <Box component="td" sx={{ color: 'ink2' }}>
                {texts.scopeRows[part]}
              </Box>
              <td title={scopeText(agreed)}>{short(agreed)}</td>
              <td title={scopeText(delivered)}>
                {short(delivered)} {part === 'fields' && extra.length > 0 && <b>{texts.more(extra.length)}</b>}
              </td>
              <td>
                <StatusIcon kind={mark[verdict][0]} label={mark[verdict][1]} />
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      {extra.length > 0 && <Box sx={{ typography: 'body2', mt: 2, overflowWrap: 'anywhere' }}>{texts.extra(list(extra))}</Box>}
    </>
  );
}
