// The short name of an item in the page's language: 二-2 in Chinese, 2-2 in English; an id of another make stays as it is.
import { itemLabel, sectionOf } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import type { Language } from '@shared/texts/language';

export function itemLabelIn(id: string, language: Language): string {
  const section = sectionOf(id);
  return section === null ? id : `${assessTexts[language].marks[section]}-${itemLabel(id).split('-')[1] ?? ''}`;
}
