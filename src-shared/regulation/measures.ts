// The municipal measures as law to be cited: what they are, and any article, paragraph or item of them word for word. It knows no checklist and no
// product; whoever shows or cites the law asks here.
import type { Sha256Hex } from '../basics/units';
import { ARTICLE_WORDS, type ArticleWords, TITLE } from './articles';

export const MEASURES = {
  id: 'measures',
  title: TITLE,
  number: '齐政办规〔2024〕6号',
  issuer: '齐齐哈尔市人民政府办公室',
  level: 'municipal',
  issuedOn: '2024-11-29',
  effectiveFrom: '2024-11-29',
  /** Art. 25: 有效期2年. */
  validity: 'P2Y',
  /** SHA-256 of the text as obtained (docs/regulation/measures-as-obtained.txt) and of the cleaned text that this room holds. */
  originalSha256: '4d9161a62b8b24ee389226297be20faa63a0b9112657f60c2bfd31a573c595dd' as Sha256Hex,
  cleanedSha256: '6855a82284855a70f77d46e3eac9f021b653f49de81d89989356a434ab486f33' as Sha256Hex,
} as const;

export type LawItem = { readonly number: number; readonly mark: string; readonly text: string };
export type LawParagraph = { readonly number: number; readonly text: string; readonly items: readonly LawItem[] };
export type Article = {
  readonly number: string;
  readonly label: string;
  readonly chapter: string;
  readonly paragraphs: readonly LawParagraph[];
};
/** A place in the measures: article 17, paragraph 2, item 2 (also written 二). */
export type ClausePlace = {
  readonly article: string;
  readonly paragraph?: number | undefined;
  readonly item?: number | string | undefined;
};
export type LegalText = {
  readonly label: string;
  readonly article: string;
  readonly chapter: string;
  /** The paragraph's opening words, when a single item was asked for. */
  readonly lead: string | null;
  readonly text: string;
  /** What was asked for, paragraph by paragraph. */
  readonly paragraphs: readonly LawParagraph[];
};

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const numeral = (n: number): string => NUMERALS[n - 1] ?? String(n);
const itemNumber = (item: number | string): number => {
  if (typeof item === 'number') return item;
  const place = NUMERALS.indexOf(item);
  return place >= 0 ? place + 1 : Number(item);
};

const toArticle = ({ number, label, chapter, paragraphs }: ArticleWords): Article => ({
  number,
  label,
  chapter,
  paragraphs: paragraphs.map((words, index) => ({
    number: index + 1,
    text: typeof words === 'string' ? words : words.opening,
    items: (typeof words === 'string' ? [] : words.items).map((text, at) => ({ number: at + 1, mark: numeral(at + 1), text })),
  })),
});

export const ARTICLES: readonly Article[] = ARTICLE_WORDS.map(toArticle);

export const articleOf = (number: string): Article | null => ARTICLES.find((each) => each.number === number) ?? null;

/** 第十七条第二款第（二）项: how a place is written in Chinese. An article with one paragraph is cited without 款. Unknown articles keep their digits. */
export function clauseLabel({ article: number, paragraph, item }: ClausePlace): string {
  const label = articleOf(number)?.label ?? `第${number}条`;
  const inParagraph = paragraph === undefined ? '' : `第${numeral(paragraph)}款`;
  return label + inParagraph + (item === undefined ? '' : `第（${numeral(itemNumber(item))}）项`);
}

const itemLine = ({ mark, text }: LawItem): string => `（${mark}）${text}`;
const paragraphText = ({ text, items }: LawParagraph): string => [text, ...items.map(itemLine)].join('\n');

/** The words of an article, of one of its paragraphs, or of one item with the paragraph's opening as `lead`. Null for a place that does not exist. */
export function article(number: string, at: Omit<ClausePlace, 'article'> = {}): LegalText | null {
  const found = articleOf(number);
  if (!found) return null;
  const { paragraph, item } = at;
  const place = { label: clauseLabel({ article: number, paragraph, item }), article: number, chapter: found.chapter };
  if (paragraph === undefined && item === undefined) {
    return { ...place, lead: null, text: found.paragraphs.map(paragraphText).join('\n'), paragraphs: found.paragraphs };
  }
  const part = found.paragraphs.find((each) => each.number === (paragraph ?? 1));
  if (!part) return null;
  if (item === undefined) return { ...place, lead: null, text: paragraphText(part), paragraphs: [part] };
  const line = part.items.find((each) => each.number === itemNumber(item));
  return line ? { ...place, lead: part.text, text: itemLine(line), paragraphs: [{ ...part, items: [line] }] } : null;
}

/** The whole cleaned text, byte for byte what `cleanedSha256` is the hash of. */
export function cleanedText(): string {
  const lines = [TITLE];
  let chapter = '';
  for (const each of ARTICLES) {
    if (each.chapter !== chapter) lines.push(each.chapter);
    chapter = each.chapter;
    lines.push(`${each.label}　${each.paragraphs.map(paragraphText).join('\n')}`);
  }
  return `${lines.join('\n')}\n`;
}
