// What each column of a looked-at table is for in the evaluation of GB/T 42460-2023 (clause 6.2): identifier, quasi-identifier, confidential value or
// neither. A proposal from hits, names and numbers of values, for a person to change; it never reads a cell and decides no level.
import { namesCount } from './cells/small-cells';
import { type MeasureQuestion, NO_QUESTION, ofTable, type TableQuestion, withTable } from './measure-question';
import type { AnalysedColumn, AnalysisFile } from './result';
import { missingColumns } from './risk/pick';
import { MAX_QUESTIONS } from './risk/question';

export const COLUMN_ROLES = ['identifier', 'quasi', 'confidential', 'other'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Annex B: what others may know of a person and can find again elsewhere. Words of headers, in the order of the annex. */
const QUASI: readonly RegExp[] = [
  /性别|gender|(?:^|[^a-z])sex(?:$|[^a-z])/i,
  /年龄|出生|生日|birth|(?:^|[^a-z])(?:age|dob)(?:$|[^a-z])/i,
  /日期|时间|时刻|年月|月份|^[年月周日]$|入院|出院|就诊|手术|date|time|(?:^|[^a-z])(?:day|week|month|year)(?:$|[^a-z])/i,
  /区划|区县|县区|所在[区地县市]|地区|省份|城市|街道|乡镇|社区|小区|村|楼栋|楼层|建筑面积|住房面积|邮编|地点|站$|站点名|车站|线路|路段|region|district|county|city|province|street|village|postcode|zip|route|station|stop/i,
  /民族|族别|国籍|籍贯|户籍|户口|语言|方言|ethnic|nationality|native[\s_-]?country|race|language/i,
  /职业|职务|职位|职称|工种|岗位|单位|部门|行业|occupation|position|employer|department|work[\s_-]?class|industry/i,
  /婚姻|婚否|家庭关系|户主关系|称谓|marital|relationship/i,
  /学历|学位|教育|受教育|毕业|就读|年级|education|degree|school/i,
  /收入|年薪|工资|薪资|income|salary|wage/i,
  /宗教|信仰|religion/i,
];
/** What somebody would want to learn of a person who was found: the columns that diversity and closeness are measured on. */
const CONFIDENTIAL =
  /诊断|病种|疾病|病情|症状|用药|药品|检验|血型|残疾|余额|存款|贷款|欠费|欠款|逾期|金额|信用|评分|得分|处罚|违法|犯罪|救助|低保|优待|人群|卡类型|卡种|用户类型|diagnos|disease|illness|medication|balance|loan|debt|amount|credit|score|penalty|disabilit|benefit/i;
/** Members of a household are a property of a record, not a count of records. */
const HOUSEHOLD = /家庭|同住|户均|household/i;
const MEMBER = /^(?:是否)?(?:成员|训练集|参加训练)$|^(?:is[\s_-]?)?(?:member|in[\s_-]?train(?:ing)?)$/i;
const SCORE = /得分|分数|评分|置信度|概率|score|confidence|probability|loss/i;

const standsBy = (column: AnalysedColumn, what: 'direct' | 'sensitive'): boolean =>
  column.hits.some((hit) => hit[what] && hit.certainty !== 'weak');

/** The role that hits, name and values of a column speak for. */
export function roleOf(column: AnalysedColumn): ColumnRole {
  if (standsBy(column, 'direct')) return 'identifier';
  if (standsBy(column, 'sensitive')) return 'confidential';
  // One value tells nobody apart, and a column without values is no column.
  if (column.distinct < 2) return 'other';
  if (CONFIDENTIAL.test(column.name)) return 'confidential';
  return QUASI.some((words) => words.test(column.name)) ? 'quasi' : 'other';
}

/** A table of counts has no records of persons: its cells are looked at, not its classes. */
export const isAggregate = ({ columns = [] }: Pick<AnalysisFile, 'columns'>): boolean =>
  columns.some(({ name }) => namesCount(name) && !HOUSEHOLD.test(name)) && !columns.some((column) => standsBy(column, 'direct'));

/** One role per column, in their order. */
export const proposeRoles = (file: Pick<AnalysisFile, 'columns'>): ColumnRole[] =>
  (file.columns ?? []).map((column) => (isAggregate(file) ? 'other' : roleOf(column)));

/** A column without a name cannot be asked for. */
export const canBeAsked = (name: string): boolean => name.trim() !== '';

export function columnsOf(file: Pick<AnalysisFile, 'columns'>, roles: readonly ColumnRole[], role: ColumnRole): string[] {
  const names = (file.columns ?? []).flatMap(({ name }, index) => (roles[index] === role && canBeAsked(name) ? [name] : []));
  return [...new Set(names)];
}

/** The table of a file that comes first: the one with most rows; a person may know better. */
export const mainTable = (files: readonly AnalysisFile[]): AnalysisFile | null =>
  files
    .filter((file) => (file.columns?.length ?? 0) > 0 && (file.rows ?? 0) > 0)
    .reduce<AnalysisFile | null>((most, file) => ((file.rows ?? 0) > (most?.rows ?? 0) ? file : most), null);

function proposeMembership({ columns = [] }: Pick<AnalysisFile, 'columns'>): MeasureQuestion['membership'] {
  const member = columns.find(({ name, distinct }) => MEMBER.test(name.trim()) && distinct === 2);
  const score = columns.find(({ name, type }) => SCORE.test(name) && (type === 'decimal' || type === 'integer'));
  return member && score && member !== score ? { member: member.name, score: score.name } : null;
}

/** What one table suggests to be asked of it; null when that is nothing. */
function proposeFor(table: AnalysisFile, hasMode: boolean): TableQuestion | null {
  const nothing = { ...ofTable(NO_QUESTION), table: table.part ?? null };
  const membership = proposeMembership(table);
  if (membership) return { ...nothing, membership };
  const roles = proposeRoles(table);
  const quasi = columnsOf(table, roles, 'quasi');
  return hasMode && quasi.length > 0 ? { ...nothing, quasi, confidential: columnsOf(table, roles, 'confidential') } : null;
}

const columnsAsked = ({ quasi, confidential, membership }: TableQuestion): string => JSON.stringify([quasi, confidential, membership]);

/**
 * What to measure on a file that was looked at for the first time, with what `before` asks already: a fingerprint, which the first look left
 * out. Each table is asked what its own columns suggest. What the main table suggests is asked of every table, unless that would ask one that has its
 * columns and suggests something else, such as an aggregate of it. Null when nothing more can be measured.
 * @param hasMode whether the agreement says how the data is shared: without it no level could be decided
 */
export function proposeQuestion(files: readonly AnalysisFile[], before: MeasureQuestion, hasMode: boolean): MeasureQuestion | null {
  const main = mainTable(files);
  if (!main) return null;
  const proposed = files
    .filter((file) => (file.columns?.length ?? 0) > 0 && (file.rows ?? 0) > 0)
    .map((file) => ({ file, asked: proposeFor(file, hasMode) }));
  const first = proposed.find(({ file }) => file === main)?.asked ?? null;
  const same = (asked: TableQuestion | null): boolean => asked !== null && first !== null && columnsAsked(asked) === columnsAsked(first);
  const open = first !== null && proposed.every(({ file, asked }) => same(asked) || !hasAll(file, first));
  const others = proposed.flatMap(({ file, asked }) => (asked && file !== main && !(open && same(asked)) ? [asked] : []));
  const all = [...(first ? [open ? { ...first, table: null } : first] : []), ...others].slice(0, MAX_QUESTIONS);
  if (all.length === 0) return before.fingerprint ? before : null;
  return all.reduce(withTable, before);
}

/** Whether a table would answer what is asked of another. */
function hasAll({ columns = [] }: Pick<AnalysisFile, 'columns'>, { quasi, confidential, membership }: TableQuestion): boolean {
  const names = columns.map(({ name }) => name);
  const asked = [...(quasi ?? []), ...confidential, ...(membership ? [membership.member, membership.score] : [])];
  return missingColumns(asked, names).length === 0;
}
