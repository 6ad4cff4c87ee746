// What was mended in the text as obtained, change by change: a reader who distrusts the cleaned text can undo it. The order matters: the named
// mends come first, then the rules, article by article. Data only; the test of this room applies them.

export type Mend = {
  readonly article: string;
  readonly kind: 'heading' | 'page-break' | 'spacing';
  readonly before: string;
  readonly after: string;
};

/** Scars of the page breaks and of the conversion, each occurring once in the text as obtained. */
export const MENDS: readonly Mend[] = [
  {
    article: 'title',
    kind: 'heading',
    before: '# 齐齐哈尔市公共数据授权 运营管理暂行办法',
    after: '齐齐哈尔市公共数据授权运营管理暂行办法',
  },
  { article: '3', kind: 'page-break', before: '指市政府按照法律法规和\n\n相关要求', after: '指市政府按照法律法规和相关要求' },
  { article: '4', kind: 'page-break', before: '公共安全的前\n\n提下', after: '公共安全的前提下' },
  { article: '8', kind: 'page-break', before: '网络安全、数\n\n据安全事件', after: '网络安全、数据安全事件' },
  { article: '14', kind: 'page-break', before: '数据产\n\n品开发', after: '数据产品开发' },
  { article: '16', kind: 'page-break', before: '数据产品和服务\n\n服务的开发', after: '数据产品和服务的开发' },
  { article: '19', kind: 'page-break', before: '公共数据授权\n\n运营的各级部门', after: '公共数据授权运营的各级部门' },
  { article: '20', kind: 'page-break', before: '当发生数据丢失、\n\n泄露', after: '当发生数据丢失、泄露' },
  { article: '23', kind: 'page-break', before: '重大经营\n\n问题', after: '重大经营问题' },
  { article: '25', kind: 'spacing', before: '自 2024 年 11 月 29 日起施行，有效期 2 年', after: '自2024年11月29日起施行，有效期2年' },
];

/** Rules that apply to every line; each changes the print, never a word. */
export const MEND_RULES = [
  {
    id: 'headings',
    what: 'Heading marks of the conversion are dropped; a full-width space parts number and words (第一章　总则, 第一条　为…).',
  },
  { id: 'items', what: 'Item marks take one form: "- (一) ", "(一)" and "（一）" become "（一）".' },
  { id: 'punctuation', what: 'Half-width , ; : ( ) become full-width, as the rest of the text has them.' },
  { id: 'lines', what: 'One line for each heading, paragraph and item; empty lines are dropped. Cover letter and imprint stay outside.' },
] as const;

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

function mendLine(line: string): string {
  const heading = /^#+ (第.章) ?(.*)$/.exec(line);
  if (heading) return `${heading[1]}　${(heading[2] ?? '').replaceAll(' ', '')}`;
  const article = /^(第[一二三四五六七八九十]+条) (.*)$/.exec(line);
  const item = /^(?:- )?[(（]([一二三四五六七八九十])[)）] ?(.*)$/.exec(line);
  const [lead, words] = article ? [`${article[1]}　`, article[2]] : item ? [`（${item[1]}）`, item[2]] : ['', line];
  return lead + (words ?? '').replace(/[,;:()]/g, (mark) => FULL_WIDTH[mark] ?? mark);
}

/** The text as obtained -> the cleaned text. Throws when a mend no longer meets the very words it was written for. */
export function mended(obtained: string): string {
  const start = obtained.indexOf('# 齐齐哈尔市');
  let body = obtained.slice(start, obtained.indexOf('\n---\n', start));
  for (const { before, after } of MENDS) {
    if (body.split(before).length !== 2) throw new Error(`mend does not meet its words: ${before}`);
    body = body.replace(before, after);
  }
  const lines = body.split('\n').map((line) => line.trim());
  return `${lines.filter(Boolean).map(mendLine).join('\n')}\n`;
}
