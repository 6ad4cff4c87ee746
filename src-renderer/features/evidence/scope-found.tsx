// What of a delivered table lies beyond the agreement: fields, period, area, grain, each with the item that it informs and what a person says of it. The
// page of the item shows all steps of the scopes; here stands what this table was held against, and that it was.
import type { AnalysisFile } from '@shared/analysis/result';
import { itemFor } from '@shared/assessment/machine-finding';
import type { FindingDraft } from '@shared/assessment/model';
import { scopeFindingId, scopeParts, scopeText } from '@shared/assessment/proposals';
import type { Edition } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { useLanguage, useTexts } from '../../components/language';
import type { JudgeActs } from './judge';
import { Measure } from './measure';

type Props = {
  readonly look: AnalysisFile;
  readonly edition: Edition | null;
  readonly findings: readonly FindingDraft[];
  readonly acts: JudgeActs;
};

/** The map of columns marks every one. */
const MAX_NAMED = 20;
const RANGES = ['period', 'area', 'grain'] as const;

export function ScopeFound({ look, edition, findings, acts }: Props) {
  const texts = useTexts(evidenceTexts);
  const words = useTexts(assessTexts);
  const { list, clauses } = useTexts(commonTexts);
  const language = useLanguage();
  const { scope } = look;
  if (!scope) return null;
  const beyond = scopeParts(look);
  const named = (names: readonly string[]): string =>
    `${list(names.slice(0, MAX_NAMED))}${names.length > MAX_NAMED ? words.proposal.andMore(names.length - MAX_NAMED) : ''}`;
  const sentence = (part: (typeof beyond)[number]): string =>
    part === 'fields'
      ? words.proposal.unauthorised(named(scope.unauthorised), scope.unauthorised.length)
      : words.proposal.range(
          words.scopeRows[part],
          scopeText(scope[part]?.observed, language),
          scopeText(scope[part]?.authorised, language),
        );
  const within = RANGES.filter((part) => scope[part]?.exceeds === false).map((part) => words.scopeRows[part]);
  const about = new Map(beyond.map((part) => [scopeFindingId(look, part), sentence(part)]));
  const judged = findings.filter(({ id }) => about.has(id));
  // Several stand line by line, each beside what is said of it.
  const several = judged.length > 1 && judged.length === beyond.length;
  const told = several ? texts.scopeBeyond(list(beyond.map((part) => words.scopeRows[part]))) : clauses(beyond.map(sentence));
  return (
    <Measure
      title={texts.scope}
      bad={beyond.length > 0}
      said={beyond.length > 0 ? told : texts.scopeWithin(list([words.scopeRows.fields, ...within]))}
      findings={judged}
      {...(several ? { aboutOf: ({ id }: FindingDraft) => about.get(id) ?? '' } : {})}
      item={edition && itemFor(edition, 'scope-fields')}
      acts={acts}
      note={[scope.missing.length > 0 ? texts.scopeMissing(named(scope.missing)) : '', texts.scopeSource]
        .filter((each) => each !== '')
        .join(' ')}
    />
  );
}
