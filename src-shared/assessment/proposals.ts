// What the analyses propose: each hit of a machine as a finding that a person accepts or overrules, and what the hits say about undeclared
// features. Ids are derived from file, column and detector, so that the same look gives the same finding in the desk and in main. A machine
// result never decides by itself: nothing here is accepted, and merging never touches what a person has judged.
import type { AnalysisFile, Hit } from '../analysis/result';
import type { Signal } from '../checklist/applicability';
import type { Edition, EditionItem } from '../checklist/edition';
import { analysisTexts } from '../texts/analysis';
import { assessTexts } from '../texts/assess';
import { commonTexts } from '../texts/common';
import type { Language } from '../texts/language';
import { registerTexts } from '../texts/register';
import { machineFinding as finding, itemFor, type Look, type Place, placeOf } from './machine-finding';
import { measureFindings } from './measure-proposals';
import type { AssessmentDraft, FindingDraft, Grade } from './model';

/** Below this share of the filled cells, hits are taken as strewn in free text and not as what the column is for. */
const FREE_TEXT_SHARE = 0.5;
/** Names of members are as long as an archive likes. */
const MAX_TEXT = 1_000;

/** f-<n> belongs to people; a machine's id begins with `m:`. */
export const columnFindingId = (file: Place, column: number, detector: string): string => `${placeOf(file)}:c${column}:${detector}`;
export type ScopeFound = 'fields' | 'period' | 'area' | 'grain';
export const scopeFindingId = (file: Place, what: ScopeFound): string => `${placeOf(file)}:scope:${what}`;
/** In which respects a delivered table lies beyond the agreement. */
export const scopeParts = ({ scope }: Pick<AnalysisFile, 'scope'>): ScopeFound[] => [
  ...(scope && scope.unauthorised.length > 0 ? (['fields'] as const) : []),
  ...(['period', 'area', 'grain'] as const).filter((part) => scope?.[part]?.exceeds === true),
];
export const contentFindingId = (file: Place, code: string): string => `${placeOf(file)}:content:${code.toLowerCase()}`;

/** The name of a detector; one of a newer analysis keeps its id. */
export function detectorName(id: string, language: Language): string {
  const names: Readonly<Record<string, string>> = analysisTexts[language].detector;
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

/** Identifiers that were changed and can be read again: not what is named, but how it was hidden is the defect. */
const REVERSIBLE: ReadonlySet<string> = new Set(['hashed-identifier', 'encoded-identifier', 'masked-identifier']);

function lookFor(hit: Hit, filled: number | null): Look | null {
  if (hit.detector === 'secret') return 'secrets';
  if (REVERSIBLE.has(hit.detector)) return hit.certainty === 'weak' ? null : 'reversibility';
  if (hit.direct) return filled !== null && hit.cells < filled * FREE_TEXT_SHARE ? 'free-text' : 'identifiers';
  return hit.sensitive ? 'sensitive' : null;
}

function columnFindings(file: AnalysisFile, edition: Edition): FindingDraft[] {
  const words = assessTexts.zh;
  return (file.columns ?? []).flatMap((column, index) =>
    column.hits.flatMap((hit) => {
      const look = lookFor(hit, file.rows === null ? null : file.rows - column.empty);
      const item = look && itemFor(edition, look);
      if (!item) return [];
      const detector = detectorName(hit.detector, 'zh');
      const text = words.proposal.column(
        column.name,
        detector,
        hit.cells,
        hit.valid,
        hit.invalid,
        analysisTexts.zh.certainty[hit.certainty],
      );
      return [finding(columnFindingId(file, index, hit.detector), item, text, file.sha256)];
    }),
  );
}

const members = (value: object): { readonly [name: string]: unknown } => ({ ...value });

/** Bounds, lists and grains as words: "2026-01-01 – 2026-03-31", "230202、230203", "日、县区". What lies outside stands for the whole. */
export function scopeText(value: unknown, language: Language = 'zh'): string {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) return commonTexts[language].list(value.map((each) => scopeText(each, language))) || '—';
  if (typeof value !== 'object') return String(value);
  const { from, to, time, area, codes, outside } = members(value);
  if (Array.isArray(outside)) return scopeText(outside.length > 0 ? outside : codes, language);
  if (from !== undefined || to !== undefined) return `${scopeText(from)} – ${scopeText(to)}`;
  const { grainTimes, grainAreas } = registerTexts[language];
  const named = [nameOf(grainTimes, time), nameOf(grainAreas, area)].filter((name) => name !== null);
  return commonTexts[language].list(named) || '—';
}

const nameOf = (names: Readonly<Record<string, string>>, grain: unknown): string | null =>
  typeof grain === 'string' ? (names[grain] ?? grain) : null;

function scopeFindings(file: AnalysisFile, edition: Edition): FindingDraft[] {
  const { scope } = file;
  if (!scope) return [];
  const words = assessTexts.zh;
  const found: FindingDraft[] = [];
  const fields = itemFor(edition, 'scope-fields');
  if (fields && scope.unauthorised.length > 0) {
    const text = words.proposal.unauthorised(scope.unauthorised.join('、'), scope.unauthorised.length);
    found.push(finding(scopeFindingId(file, 'fields'), fields, text, file.sha256));
  }
  const range = itemFor(edition, 'scope-range');
  for (const part of ['period', 'area', 'grain'] as const) {
    const compared = scope[part];
    if (!range || compared?.exceeds !== true) continue;
    const text = words.proposal.range(words.scopeRows[part], scopeText(compared.observed), scopeText(compared.authorised));
    found.push(finding(scopeFindingId(file, part), range, text, file.sha256));
  }
  return found;
}

/**
 * Which look a content informs; what is not listed is shown with the file and proposes nothing: damaged digits, odd names, and a model
 * file as such, which is for a person to look into. */
const CONTENT_LOOKS: Readonly<Record<string, Look>> = {
  HIDDEN_SHEET: 'hidden-carriers',
  HIDDEN_ROWS: 'hidden-carriers',
  HIDDEN_COLUMNS: 'hidden-carriers',
  PIVOT_CACHE: 'hidden-carriers',
  CHART_CACHE: 'hidden-carriers',
  EXTERNAL_CACHE: 'hidden-carriers',
  COMMENTS: 'hidden-carriers',
  REVISIONS: 'hidden-carriers',
  HIDDEN_TEXT: 'hidden-carriers',
  FORM_VALUES: 'hidden-carriers',
  CELL_OUTPUTS: 'hidden-carriers',
  DEFINED_NAMES: 'hidden-carriers',
  CONNECTIONS: 'hidden-carriers',
  OTHER_TEXT: 'hidden-carriers',
  EMBEDDED_OBJECT: 'hidden-carriers',
  UNLISTED_BYTES: 'hidden-carriers',
  MACRO: 'active-content',
  PICKLE_CODE: 'active-content',
  CLASSIFICATION_MARK: 'secrecy-marks',
  FOREIGN_HOST: 'foreign-hosts',
  UNEXPECTED_HOST: 'foreign-hosts',
  INTERNAL_HOST: 'secrets',
  CSV_FORMULA: 'active-content',
  FORMULA_REACHES_OUT: 'active-content',
  REMOTE_PART: 'active-content',
  ACTIVE_CONTROL: 'active-content',
  HTML_SCRIPT: 'active-content',
  HTML_FRAME: 'active-content',
  HTML_FORM: 'active-content',
  PDF_SCRIPT: 'active-content',
  PDF_LAUNCH: 'active-content',
  METADATA_PERSON: 'active-content',
  METADATA_POSITION: 'active-content',
  TOTAL_GIVES_BACK: 'differencing',
  RELEASES_GIVE_BACK: 'differencing',
  DOMINATED_CELL: 'small-cells',
  API_ENUMERABLE_ID: 'api',
  API_UNAUTHENTICATED: 'api',
  API_UNDOCUMENTED: 'api',
  API_FIELD_PROJECTION: 'api',
  API_BULK_UNLIMITED: 'api',
  API_UNLIMITED_RATE: 'api',
  API_PRECISION: 'api',
};

/** Two items look at interfaces: who gets in, and how much one who is in gets. These are about the second. */
const HOW_MUCH: ReadonlySet<string> = new Set([
  'API_UNDOCUMENTED',
  'API_FIELD_PROJECTION',
  'API_BULK_UNLIMITED',
  'API_UNLIMITED_RATE',
  'API_PRECISION',
]);
/** What an author's name in the properties weighs, where the item is about programs that run. */
const LOW: Grade = 2;
const LOW_CODES: ReadonlySet<string> = new Set(['METADATA_PERSON', 'METADATA_POSITION']);

/** The item that a content informs; null for what is shown and proposes nothing. */
export function contentItem(edition: Edition, code: string): EditionItem | null {
  const look = Object.hasOwn(CONTENT_LOOKS, code) ? CONTENT_LOOKS[code] : undefined;
  const items = edition.items.filter(({ looks }) => look !== undefined && looks.includes(look));
  return (HOW_MUCH.has(code) ? items[1] : undefined) ?? items[0] ?? null;
}

function contentFindings(file: AnalysisFile, edition: Edition): FindingDraft[] {
  return (file.content ?? []).flatMap(({ code, why }) => {
    const item = contentItem(edition, code);
    if (!item) return [];
    const found = finding(contentFindingId(file, code), item, `${file.name}：${why}`.slice(0, MAX_TEXT), file.sha256);
    return [LOW_CODES.has(code) ? { ...found, severity: LOW, after: { ...found.after, severity: LOW } } : found];
  });
}

/** Every proposal of the analysed files, in the order of files and columns. */
export const proposals = (files: readonly AnalysisFile[], edition: Edition): FindingDraft[] =>
  files.flatMap((file) => [
    ...columnFindings(file, edition),
    ...scopeFindings(file, edition),
    ...measureFindings(file, edition),
    ...contentFindings(file, edition),
  ]);

/**
 * Adds new proposals to a draft, refreshes those that nobody has judged, and drops unjudged ones that a newer look no longer makes. Returns
 * the same draft when nothing changes.
 */
export function mergeProposals(draft: AssessmentDraft, proposed: readonly FindingDraft[]): AssessmentDraft {
  const fresh = new Map(proposed.map((each) => [each.id, each]));
  const kept = draft.findings
    .filter((each) => each.origin === 'person' || each.disposition !== null || fresh.has(each.id))
    .map((each) => {
      const newer = fresh.get(each.id);
      return newer && each.origin === 'machine' && each.text !== newer.text ? { ...each, text: newer.text } : each;
    });
  const known = new Set(draft.findings.map((each) => each.id));
  const added = proposed.filter((each) => !known.has(each.id));
  const same = added.length === 0 && kept.length === draft.findings.length && kept.every((each, index) => each === draft.findings[index]);
  return same ? draft : { ...draft, findings: [...kept, ...added] };
}

/** What the hits say about features of the product; a hit whose finding was overruled says nothing any more. */
export function machineSignals(files: readonly AnalysisFile[], findings: readonly FindingDraft[]): Signal[] {
  const overruled = new Set(findings.filter((each) => each.disposition === 'overruled').map((each) => each.id));
  return files.flatMap((file) =>
    (file.columns ?? []).flatMap((column, index) =>
      column.hits
        .map((hit) => ({ hit, id: columnFindingId(file, index, hit.detector) }))
        .filter(({ id }) => !overruled.has(id))
        .map(({ hit, id }) => ({ signal: hit.detector, certainty: hit.certainty, file: file.name, finding: id })),
    ),
  );
}
