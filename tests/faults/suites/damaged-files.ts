// Evidence damaged on purpose: whatever the bytes, an analysis ends in results or in a code, within a time, and says nothing that is no number. Seeds
// are small files of each format; damage is drawn from a fixed seed, knows lengths and magic words, and reaches inside containers, behind checksums.
import { analyse } from '@shared/analysis/analyse';
import type { AnalysisOptions } from '@shared/analysis/options';
import { type AnalysisFile, analysisFileSchema, PARTLY_CODES, UNREADABLE_CODES } from '@shared/analysis/result';
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import { randomFrom } from '../../../scripts/samples/random.mjs';
import { packed, page, pdf, shown } from '../../shared/analysis/pdf-support';
import { exif, jpeg, png } from '../../shared/analysis/picture-support';
import { type Member, pack, rowsXml, workbookMembers } from '../../shared/analysis/readers-support';

const text = (value: string, encoding: BufferEncoding = 'utf8'): Uint8Array => new Uint8Array(Buffer.from(value, encoding));
const ROWS: readonly (readonly (string | number)[])[] = [
  ['姓名', '手机', '金额', '日期'],
  ...Array.from({ length: 20 }, (_, i) => [`示例${i}`, `139000010${10 + i}`, i / 4, `2026-01-${10 + i}`]),
];
const csv = ROWS.map((row) => row.join(',')).join('\n');
const objects = ROWS.slice(1).map(([name, phone, amount]) => ({ name, contact: { phone, at: [amount, null] }, 'note"': '\\u0031\n' }));
/** 姓名,手机 and some rows, as GB18030 has them. */
const gb18030 = Uint8Array.from([
  0xd0,
  0xd5,
  0xc3,
  0xfb,
  0x7c,
  0xca,
  0xd6,
  0xbb,
  0xfa,
  0x0a,
  ...text('a|13900001001\n"b|c"|13900001002\n'.repeat(9)),
]);

const sheets: readonly Member[] = workbookMembers(
  [
    { name: '一', xml: rowsXml(ROWS) },
    { name: '二', xml: rowsXml(ROWS), state: 'hidden' },
  ],
  { 'xl/comments1.xml': '<comments><comment><text><t>示例</t></text></comment></comments>' },
);
const words: readonly Member[] = [
  { name: '[Content_Types].xml', bytes: '<Types/>' },
  {
    name: 'word/document.xml',
    bytes: `<w:document xmlns:w="w"><w:body>${'<w:p><w:r><w:t>手机 13900001001</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'.repeat(5)}</w:body></w:document>`,
  },
  { name: 'word/comments.xml', bytes: '<w:comments xmlns:w="w"><w:comment><w:p><w:r><w:t>看</w:t></w:r></w:p></w:comment></w:comments>' },
];
const parquet = (codec: 'SNAPPY' | 'UNCOMPRESSED'): Uint8Array => {
  const column = (name: string, data: unknown[], type: BasicType) => ({ name, data, type });
  const columnData = [
    column(
      '姓名',
      ROWS.slice(1).map(([name]) => name),
      'STRING',
    ),
    column(
      '号',
      ROWS.slice(1).map((_, i) => (i % 3 ? i : null)),
      'INT32',
    ),
    column(
      '数',
      ROWS.slice(1).map(([, , amount]) => amount),
      'DOUBLE',
    ),
    column(
      '时',
      ROWS.slice(1).map((_, i) => new Date(1.7e12 + i)),
      'TIMESTAMP',
    ),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, codec, rowGroupSize: 8 } as Parameters<typeof parquetWriteBuffer>[0]));
};
const plainPdf = (): Uint8Array =>
  pdf(
    page(
      { dictionary: '', data: shown('Contact 13900001001', 'more') },
      '/OpenAction << /S /JavaScript /JS (a\\(1\\)) >> /AcroForm << /Fields [6 0 R] >> /Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>',
      [
        '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (call) /T (x) >>',
        '<< /Type /Annot /Subtype /Widget /FT /Tx /T (p) /V (13900001002) /Rect [0 0 90 20] >>',
        '<< /Type /Filespec /F (a.csv) /EF << /F 8 0 R >> >>',
        packed('phone\n13900001001\n', '/Type /EmbeddedFile'),
      ],
      '/Annots [5 0 R 6 0 R]',
    ),
  );
const html = `<!DOCTYPE html><html><head><title>页</title><script>var a="13900001001"; if(a<b){}</script></head><body><p title="x">手机 139<b>0000</b>1001<!-- c --><table><tr><td>&#49;&amp;<td hidden>9</table><form action=/a><input type=hidden value=7></form></body></html>`;
const notebook = JSON.stringify({
  cells: [
    {
      cell_type: 'code',
      source: ['a\n', 'b'],
      outputs: [
        { output_type: 'stream', text: ['13900001001'] },
        { output_type: 'x', data: { 'image/png': 'AA' } },
      ],
    },
  ],
  nbformat: 4,
});
const features = JSON.stringify({
  type: 'FeatureCollection',
  features: objects.map((properties, i) => ({
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: [
        [123.918612, 47.354348],
        [i, 9e99],
      ],
    },
    properties,
  })),
}).replaceAll('9e+99', '1e999');

const openapi = {
  openapi: '3.0.3',
  servers: [{ url: 'https://a.example/v1' }],
  paths: {
    '/scores/{id}': {
      parameters: [{ name: 'id', in: 'path', schema: { type: 'integer' } }],
      get: {
        parameters: [{ name: 'fields', in: 'query', schema: { type: 'string' } }],
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Score' } } } } },
      },
    },
  },
  components: { schemas: { Score: { type: 'object', properties: { a: { type: 'string' }, b: { $ref: '#/components/schemas/Score' } } } } },
};
const yaml = `openapi: 3.0.3
paths:
  /a:
    get: &a
      parameters: [{name: userId, in: query, schema: {type: integer}}]
      responses: {200: {description: "ok \u0041"}}
  /b:
    get: *a
`;
const har = {
  log: {
    version: '1.2',
    entries: [
      {
        request: { method: 'GET', url: 'https://a.example/a/1' },
        response: { content: { mimeType: 'application/json', text: '{"phone":"13900001001"}' } },
      },
      {
        request: { method: 'GET', url: 'https://a.example/a/2' },
        response: { content: { mimeType: 'application/json', encoding: 'base64', text: btoa('[{"phone":"13900001002"}]') } },
      },
    ],
  },
};
const prose = `示例说明\n密级：内部\n联系人示例甲，电话13900001001。\n${'供热需求指数由本市各区县周度数据汇总，单元格不足五户的已合并。\n'.repeat(6)}出生于1988年3月5日。\n`;
const old = new Uint8Array([
  0xd0,
  0xcf,
  0x11,
  0xe0,
  0xa1,
  0xb1,
  0x1a,
  0xe1,
  ...new Uint8Array(504),
  ...text('Root Entry\0WordDocument\0', 'utf16le'),
  ...text('示例说明\r手机 13900001001\r', 'utf16le'),
  ...text('Microsoft Word 97\0'),
]);

/** A seed, or members whose bytes are damaged before they are packed. */
type Seed = Uint8Array | readonly Member[];
export const SEEDS: Readonly<Record<string, readonly Seed[]>> = {
  csv: [text(csv)],
  'csv in UTF-16': [new Uint8Array([0xff, 0xfe, ...text(csv.replaceAll(',', '\t'), 'utf16le')])],
  'csv in GB18030': [gb18030],
  json: [text(JSON.stringify(objects))],
  jsonl: [text(objects.map((each) => JSON.stringify(each)).join('\n'))],
  xlsx: [pack(sheets), sheets],
  docx: [pack(words), words],
  zip: [
    pack([
      { name: 'a.csv', bytes: csv },
      { name: 'b/c.zip', bytes: pack([{ name: 'd.json', bytes: notebook }]), stored: true },
    ]),
    [
      { name: 'a.csv', bytes: csv },
      { name: 'x.xlsx', bytes: pack(sheets) },
    ],
  ],
  parquet: [parquet('UNCOMPRESSED'), parquet('SNAPPY')],
  pdf: [plainPdf(), pdf(page(packed(shown('Contact 13900001001')), '', [], ''), plainPdf(), [1, 2, 3, 4])],
  text: [text(prose), new Uint8Array([0xff, 0xfe, ...text(prose, 'utf16le')])],
  'interface description': [text(JSON.stringify(openapi)), text(yaml)],
  'recording of calls': [text(JSON.stringify(har))],
  jpeg: [jpeg(exif(true, { artist: 'Lin Shenyi' })), jpeg(exif(false, { artist: 'Lin Shenyi' }))],
  png: [png('eXIf', exif(true, { artist: 'Lin Shenyi' })), png('tEXt', text('Author\0Lin Shenyi'))],
  'old office': [old],
  html: [text(html)],
  ipynb: [text(notebook)],
  geojson: [text(features)],
  model: [
    text("cos\nsystem\np0\n(S'true'\np1\ntp2\nRp3\n."),
    new Uint8Array([0x80, 4, 0x95, ...text('\0\0\0\0\0\0\0\0\x8c\x05posix\x8c\x06system\x93', 'latin1')]),
    new Uint8Array([60, 0, 0, 0, 0, 0, 0, 0, ...text('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}')]),
  ],
};

const MAGIC = [
  'PK\x03\x04',
  'PK\x05\x06',
  '%PDF-1.7\n',
  'PAR1',
  '\x1f\x8b',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  'endstream',
  '/Length 99999999',
  '\0',
  '"',
  '{"',
  ']]',
  '<![CDATA[',
  '\xff\xfe',
  '1e999',
  '\x80\x04',
].map((word) => text(word, 'latin1'));
const LIES = [0xffffffff, 0x7fffffff, 0x80000000, 0, 1, 0xffff, 0x00010000];
const OTHERS: readonly Uint8Array[] = [text(csv), pack(words), parquet('SNAPPY'), plainPdf(), text(html)];
type Random = ReturnType<typeof randomFrom>;

function damaged(bytes: Uint8Array, { below, pick }: Random): Uint8Array {
  let copy: Uint8Array = bytes.slice();
  for (let times = 1 + below(4); times > 0 && copy.length > 0; times--) {
    const at = below(copy.length);
    const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
    switch (below(8)) {
      case 0:
        copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
        break;
      case 1:
        copy[at] = below(256);
        break;
      case 2:
        copy = copy.slice(0, Math.max(1, at));
        break;
      case 3:
        copy = joined(copy.subarray(0, at), pick(MAGIC), copy.subarray(at));
        break;
      case 4:
        if (copy.length >= 4)
          new DataView(copy.buffer, copy.byteOffset).setUint32(Math.min(at, copy.length - 4), pick(LIES), below(2) === 0);
        break;
      case 5:
        copy.copyWithin(at, below(copy.length), below(copy.length));
        break;
      case 6:
        copy = joined(copy.subarray(0, at), copy.subarray(below(copy.length)));
        break;
      default: {
        const other: Uint8Array = pick(OTHERS);
        const from = below(other.length);
        copy = joined(copy.subarray(0, at), other.subarray(from, from + below(200)), copy.subarray(at));
      }
    }
  }
  return copy;
}

function variant(seed: Seed, random: Random): Uint8Array {
  if (seed instanceof Uint8Array) return damaged(seed, random);
  const hit = random.below(seed.length);
  return pack(
    seed.map((member, i) =>
      i === hit ? { ...member, bytes: damaged(typeof member.bytes === 'string' ? text(member.bytes) : member.bytes, random) } : member,
    ),
  );
}

export type Damaged = {
  readonly cases: number;
  readonly broken: readonly string[];
  readonly slowest: number;
  readonly codes: ReadonlySet<string>;
};
type Analyse = (input: Iterable<Uint8Array>, options: AnalysisOptions) => ReturnType<typeof analyse>;
const KNOWN: ReadonlySet<string> = new Set([...PARTLY_CODES, ...UNREADABLE_CODES]);

function complaint(result: Awaited<ReturnType<typeof analyse>>, codes: Set<string>): string | null {
  if (!result.ok) {
    codes.add(result.code);
    return KNOWN.has(result.code) ? null : `code ${result.code}`;
  }
  if (result.value.files.length === 0) return 'no file';
  for (const file of result.value.files) {
    codes.add(file.partly?.code ?? 'read');
    if (file.partly && !KNOWN.has(file.partly.code)) return `code ${file.partly.code}`;
    // What JSON cannot say it turns into null.
    const again: AnalysisFile = analysisFileSchema.parse(JSON.parse(JSON.stringify(file)));
    if (JSON.stringify(again) !== JSON.stringify(analysisFileSchema.parse(file))) return 'not the same in JSON';
    if (hasNoNumber(file)) return 'NaN or Infinity';
  }
  return null;
}

const hasNoNumber = (value: unknown): boolean =>
  typeof value === 'number'
    ? !Number.isFinite(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasNoNumber);

/** @param most milliseconds that one file may take */
export async function damageFiles(format: string, count: number, most: number, look: Analyse = analyse): Promise<Damaged> {
  const random = randomFrom(20_261_123);
  const seeds = SEEDS[format] ?? [];
  const broken: string[] = [];
  const codes = new Set<string>();
  let slowest = 0;
  for (let i = 0; i < count; i++) {
    const bytes = variant(seeds[i % seeds.length] as Seed, random);
    const began = performance.now();
    try {
      const result = await look([bytes], { name: 'x', sha256: 'a'.repeat(64), bytes: bytes.length, today: '2026-11-23' });
      const wrong = complaint(result, codes);
      if (wrong) broken.push(`${format} ${i}: ${wrong}`);
    } catch (cause) {
      broken.push(`${format} ${i}: ${cause}`);
    }
    const took = performance.now() - began;
    slowest = Math.max(slowest, took);
    if (took > most) broken.push(`${format} ${i}: ${Math.round(took)} ms`);
  }
  return { cases: count, broken, slowest, codes };
}

/** An analysis that lets go of what it promises, for the proof that this is seen. */
export const MUTANTS: Readonly<Record<string, Analyse>> = {
  'an exception': async (input, options) => {
    if (options.bytes % 5 === 0) throw new RangeError('offset');
    return await analyse(input, options);
  },
  'a number that is none': async (input, options) => {
    const result = await analyse(input, options);
    const [file] = result.ok ? result.value.files : [];
    if (file?.columns?.[0]) file.columns[0].distinct = Number.NaN;
    return result;
  },
  silence: async (input, options) => {
    const result = await analyse(input, options);
    return result.ok ? { ...result, value: { ...result.value, files: [] } } : result;
  },
};
