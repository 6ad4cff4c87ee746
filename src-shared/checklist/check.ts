// Whether an edition is fit to be issued: everything that its shape alone cannot say. Clauses must exist and be written as the law writes them, ids must
// meet, a hard stop may claim the article's own words only where the article says so. Lists every problem; changes nothing.
import { type Citation, citedText, type Edition, type EditionItem, LEVELS, sectionOf, writtenClause } from './edition';

export type EditionProblemCode =
  | 'ID_REPEATED'
  | 'SECTION_DIFFERS'
  | 'SOURCE_UNKNOWN'
  | 'CLAUSE_UNKNOWN'
  | 'CLAUSE_MISWRITTEN'
  | 'CLAUSE_WITHOUT_PLACE'
  | 'HARD_STOP_CLAIMS_TOO_MUCH'
  | 'HARD_STOP_MISSING'
  | 'RULE_WITHOUT_THRESHOLD'
  | 'THRESHOLD_UNKNOWN'
  | 'THRESHOLD_UNUSED'
  | 'MATERIAL_UNKNOWN'
  | 'MATERIAL_SERVES_DIFFERS'
  | 'QUESTION_NOT_A_QUESTION'
  | 'MATRIX_NOT_MONOTONE'
  | 'VALIDITY_REVERSED'
  | 'SUCCESSOR_IS_ITSELF'
  | 'SIGNATURES_BELOW_LAW';
export type EditionProblem = { readonly code: EditionProblemCode; readonly where: string };

const problem = (code: EditionProblemCode, where: string): EditionProblem => ({ code, where });

function repeated(kind: string, ids: readonly string[]): EditionProblem[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => problem('ID_REPEATED', `${kind} ${id}`));
}

function citation(cited: Citation, sources: ReadonlySet<string>, where: string): EditionProblem[] {
  if (!sources.has(cited.source)) return [problem('SOURCE_UNKNOWN', `${where}: ${cited.source}`)];
  if (cited.source !== 'measures') return [];
  if (cited.at === null) return [problem('CLAUSE_WITHOUT_PLACE', `${where}: ${cited.clause}`)];
  if (citedText(cited) === null) return [problem('CLAUSE_UNKNOWN', `${where}: ${cited.clause}`)];
  return writtenClause(cited) === cited.clause ? [] : [problem('CLAUSE_MISWRITTEN', `${where}: ${cited.clause}`)];
}

/** Art. 2 ¶2 and 17 ¶1 alone forbid in so many words; every other hard stop is a reading and must be marked as one. */
function claimsTooMuch({ hardStop }: EditionItem): boolean {
  if (hardStop === null || hardStop.mark !== 'V') return false;
  const { source, at } = hardStop.citation;
  const place = `${at?.article}.${at?.paragraph}`;
  return source !== 'measures' || at?.item !== undefined || (place !== '2.2' && place !== '17.1');
}

function itemProblems(item: EditionItem, edition: Edition, sources: ReadonlySet<string>): EditionProblem[] {
  const thresholds = new Set(edition.thresholds.map(({ id }) => id));
  const materials = new Map(edition.materials.map((each) => [each.id, each]));
  const cited = [
    ...item.citations,
    ...(item.hardStop ? [item.hardStop.citation] : []),
    ...(item.hardStop?.onMethod ? [item.hardStop.onMethod] : []),
  ];
  return [
    ...(sectionOf(item.id) === item.section ? [] : [problem('SECTION_DIFFERS', item.id)]),
    ...cited.flatMap((each) => citation(each, sources, item.id)),
    ...(claimsTooMuch(item) ? [problem('HARD_STOP_CLAIMS_TOO_MUCH', item.id)] : []),
    ...(item.acceptance === 'threshold' && item.thresholds.length === 0 ? [problem('RULE_WITHOUT_THRESHOLD', item.id)] : []),
    ...item.thresholds.filter((id) => !thresholds.has(id)).map((id) => problem('THRESHOLD_UNKNOWN', `${item.id}: ${id}`)),
    ...item.materials.filter((id) => !materials.has(id)).map((id) => problem('MATERIAL_UNKNOWN', `${item.id}: ${id}`)),
    ...item.materials
      .filter((id) => materials.get(id)?.serves.includes(item.id) === false)
      .map((id) => problem('MATERIAL_SERVES_DIFFERS', `${item.id}: ${id}`)),
    ...(/(是否|有无).*？$/.test(item.question.zh) ? [] : [problem('QUESTION_NOT_A_QUESTION', item.id)]),
  ];
}

function materialProblems(edition: Edition): EditionProblem[] {
  const items = new Map(edition.items.map((each) => [each.id, each]));
  return edition.materials.flatMap(({ id, serves }) =>
    serves
      .filter((item) => items.get(item)?.materials.includes(id) !== true)
      .map((item) => problem('MATERIAL_SERVES_DIFFERS', `${id}: ${item}`)),
  );
}

function thresholdProblems(edition: Edition, sources: ReadonlySet<string>): EditionProblem[] {
  const used = new Set(edition.items.flatMap(({ thresholds }) => thresholds));
  return edition.thresholds.flatMap((each) => [
    ...citation(each.citation, sources, each.id),
    ...(used.has(each.id) ? [] : [problem('THRESHOLD_UNUSED', each.id)]),
  ]);
}

/** A graver or likelier finding never falls to a lower level. */
function matrixProblems({ matrix: { levels } }: Edition): EditionProblem[] {
  const rank = (severity: number, likelihood: number): number => {
    const level = levels[severity]?.[likelihood];
    return level === undefined ? -1 : LEVELS.indexOf(level);
  };
  const problems: EditionProblem[] = [];
  for (let severity = 0; severity < 5; severity++) {
    for (let likelihood = 0; likelihood < 5; likelihood++) {
      const here = rank(severity, likelihood);
      const falls = (severity > 0 && rank(severity - 1, likelihood) > here) || (likelihood > 0 && rank(severity, likelihood - 1) > here);
      if (falls) problems.push(problem('MATRIX_NOT_MONOTONE', `${severity + 1} x ${likelihood + 1}`));
    }
  }
  return problems;
}

/** The two prohibitions in so many words must be stops, and an internal opinion needs its second approver. */
function lawProblems(edition: Edition): EditionProblem[] {
  const stops = new Set(
    edition.items.flatMap(({ hardStop }) =>
      hardStop?.citation.at ? [`${hardStop.citation.at.article}.${hardStop.citation.at.paragraph}`] : [],
    ),
  );
  const missing = ['2.2', '17.1'].filter((place) => !stops.has(place)).map((place) => problem('HARD_STOP_MISSING', place));
  const { makers, bases } = edition.signatures;
  const low = [makers?.operator, makers?.joint, bases?.internal].some((count) => (count ?? 1) < 2);
  return low ? [...missing, problem('SIGNATURES_BELOW_LAW', 'signatures')] : missing;
}

function frameProblems(edition: Edition): EditionProblem[] {
  const { id, validFrom, validTo, successor } = edition;
  return [
    ...(validTo !== null && validTo < validFrom ? [problem('VALIDITY_REVERSED', id)] : []),
    ...(successor === id ? [problem('SUCCESSOR_IS_ITSELF', id)] : []),
  ];
}

/** Every problem, in the order of the file; empty means fit to be issued. */
export function checkEdition(edition: Edition): EditionProblem[] {
  const sources = new Set(edition.sources.map(({ id }) => id));
  return [
    ...frameProblems(edition),
    ...repeated(
      'source',
      edition.sources.map(({ id }) => id),
    ),
    ...repeated(
      'item',
      edition.items.map(({ id }) => id),
    ),
    ...repeated(
      'material',
      edition.materials.map(({ id }) => id),
    ),
    ...repeated(
      'threshold',
      edition.thresholds.map(({ id }) => id),
    ),
    ...edition.items.flatMap((item) => itemProblems(item, edition, sources)),
    ...materialProblems(edition),
    ...thresholdProblems(edition, sources),
    ...matrixProblems(edition),
    ...lawProblems(edition),
  ];
}
