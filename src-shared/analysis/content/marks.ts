// Marks of state secrets (国家秘密标志) in texts, cells and names: the level, a star, a term (保守国家秘密法实施条例; GB/T 9704-2012 7.2.2). Says
// whether a text bears a mark. A word is no mark: trade secrets, confidentiality agreements and sentences about secrecy are left alone.
import { plain } from '../detectors/look';

const LEVEL = '(?:绝\\s{0,2}密|机\\s{0,2}密|秘\\s{0,2}密)';
const STAR = '[★☆⭐✭✮]';
const TERM = '(?:(?:\\d{1,2}|[一二三四五六七八九十两]{1,3})\\s?(?:年|个月|月|天|日)|长期|永久|(?:启用|解密|公布|发布)前)';
/** What makes a secret somebody's own and not the state's. */
const OWN = '(?<!商业|工作|技术|个人|公司|企业|内部|军民|核心|普通)(?<!商)';
/** Two stars in a row are a rating. */
const STARRED = new RegExp(`${OWN}${LEVEL}\\s?级?\\s?${STAR}(?!\\s?${STAR})\\s?${TERM}?`, 'u');
/** A field of a document's head, a whole line or in brackets. */
const FIELD = new RegExp(
  `(?:^|[\\s【（(\\[|])(?:密\\s*级|保密级别|涉密等级|国家秘密等级)\\s*[:：]\\s*${LEVEL}级?(?=$|[\\s，。；,;】）)\\]|])`,
  'u',
);
/** Nothing but the level on its line: a heading, stamped or typed. */
const ALONE = new RegExp(`^[\\s【（(\\[]*${LEVEL}(?:级|件|文件)?\\s?(?:${TERM})?[\\s】）)\\]]*$`, 'u');
const HEADED = new RegExp(`^[\\s【（(\\[]*${LEVEL}级(?:文件)?[\\s】）)\\]]*$`, 'u');
/** In a name: in brackets, or the level's own word, parted from the rest. */
const NAMED = new RegExp(
  `[【（(\\[]\\s*${LEVEL}(?:级|件)?\\s*(?:${TERM})?\\s*[】）)\\]]|(?:^|[\\s_.-])${LEVEL}级(?=$|[\\s_.-])|^${LEVEL}(?:$|\\.[A-Za-z0-9]{1,8}$)`,
  'u',
);
const MARK_COLUMN = /^(?:密级|保密级别|涉密等级|密级标志|定密|国家秘密等级)$/u;

/** A bare level heads a document; further down it is a word. */
const HEAD_LINES = 40;
/** A mark is short, and stands in a line that a person can read. */
const MAX_LINE = 2_000;

/** Where a text stands: a line of a text, counted from 0, or a cell under a header. */
export type Standing = { readonly line: number } | { readonly header: string };

/** @returns the mark as it is written, or null */
export function classificationMark(text: string, at: Standing): string | null {
  if (!text.includes('密') || text.length > MAX_LINE) return null;
  const line = plain(text).trim();
  const found = STARRED.exec(line) ?? FIELD.exec(line) ?? HEADED.exec(line);
  if (found) return found[0].trim();
  const bare = 'line' in at ? at.line < HEAD_LINES : MARK_COLUMN.test(at.header.trim());
  return bare && ALONE.test(line) ? line : null;
}

/** The mark in the name of a file, a member or a sheet, or null. */
export function nameMark(name: string): string | null {
  if (!name.includes('密')) return null;
  for (const part of plain(name).split(/[/\\]/)) {
    const found = STARRED.exec(part) ?? NAMED.exec(part.trim());
    if (found) return found[0].trim();
  }
  return null;
}
