// Gaps, reasons and notices in words: joins a code with its item, finding, paper or rule. It decides nothing; screens, notices and the signing room's
// refusals use the same sentences.
import { citationLabel, type Edition, itemLabel, itemOf, sectionOf } from '../checklist/edition';
import { assessTexts } from '../texts/assess';
import { assessmentTexts } from '../texts/assessment';
import { fieldNames } from '../texts/assessment-fields';
import type { Language } from '../texts/language';
import type { Gap } from './gap';
import type { SupplementNotice } from './intake';
import type { OutcomeReason } from './outcomes';

/** The short name of an item in a language: 二-2 in Chinese, 2-2 in English; an id of another make stays as it is. */
export function itemLabelIn(itemId: string, language: Language): string {
  const section = sectionOf(itemId);
  return section === null ? itemId : `${assessTexts[language].marks[section]}-${itemLabel(itemId).split('-')[1] ?? ''}`;
}

/** 一-2 交付字段不超协议; an unknown id is shown as it stands. */
export function itemName(itemId: string, edition: Edition, language: Language): string {
  const item = itemOf(edition, itemId);
  return item === null ? itemId : assessmentTexts[language].itemAt(itemLabelIn(itemId, language), item.title[language]);
}

export const materialName = (id: string, edition: Edition, language: Language): string =>
  edition.materials.find((material) => material.id === id)?.title[language] ?? id;

/** A field's name as the forms show it: sources.1.provider -> 数据来源 2 · 提供单位; list places count from 1. */
function fieldName(path: string, language: Language): string {
  const row = /^([A-Za-z]+)\.(\d+)(?:\.([A-Za-z]+))?$/.exec(path);
  const names = fieldNames[language];
  if (!row?.[1]) return names[path] ?? path;
  const place = String(Number(row[2]) + 1);
  const column = row[3];
  return column === undefined ? place : `${names[row[1]] ?? row[1]} ${place} · ${names[column] ?? column}`;
}

function subjectOf({ item, material, field }: Gap, edition: Edition, language: Language): string {
  if (item !== null) return itemName(item, edition, language);
  if (material !== null) return materialName(material, edition, language);
  return field === null ? '' : fieldName(field, language);
}

export function gapText(gap: Gap, edition: Edition, language: Language): { what: string; todo: string } {
  const { gapWhat, gapTodo } = assessmentTexts[language];
  const what = gapWhat[gap.code];
  return { what: typeof what === 'string' ? what : what(subjectOf(gap, edition, language)), todo: gapTodo[gap.code] };
}

/** What closes an outcome, the rule behind it (empty when no clause is cited), and what would open it. */
export function reasonText(
  reason: OutcomeReason,
  edition: Edition,
  language: Language,
): { where: string; what: string; rule: string; opens: string } {
  const texts = assessmentTexts[language];
  const { item, material, rule } = reason;
  const where = item !== null ? itemName(item, edition, language) : material !== null ? materialName(material, edition, language) : '';
  return {
    where,
    what: texts.reason[reason.code],
    rule: rule === null ? '' : citationLabel(rule, edition, language),
    opens: texts.opens[reason.opens],
  };
}

/** The supplement notice as printed, paragraph by paragraph. */
export function supplementParagraphs(notice: SupplementNotice, language: Language): string[] {
  const texts = assessmentTexts[language].supplement;
  return [
    texts.opening(notice.product, notice.version),
    ...notice.lines.map(({ title, note }) => texts.line(title[language], note[language])),
    texts.due(notice.due),
    texts.closing,
    texts.arrangement,
  ];
}
