// Workbooks: cells as what they stand for, every carrier beside what is shown, and nothing read from a package that is cut, lies or expands.
import { numberText } from '@shared/analysis/readers/xlsx-values';
import { describe, expect, it } from 'vitest';
import { columnsOf, contents, filesOf, outcome, pack, rowsXml, workbook } from './readers-support';

const people = rowsXml([
  ['姓名', '手机'],
  ['示例甲', '13900001001'],
  ['示例乙', '13900001002'],
]);
const STYLES = `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>`;

describe('cells', () => {
  it('are numbers, texts, shared texts, truths and dates as a reader sees them', async () => {
    const xml = `<sheetData>
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>日</t></is></c><c r="C1" t="str"><v>时</v></c><c r="D1" t="inlineStr"><is><t>数</t></is></c><c r="E1" t="inlineStr"><is><t>真</t></is></c></row>
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>46204</v></c><c r="C2" s="2"><v>46204.5</v></c><c r="D2" s="3"><v>1234.5</v></c><c r="E2" t="b"><v>1</v></c></row>
      <row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" s="2"/><c r="D4"><f>1+1</f><v>2</v></c></row>
    </sheetData>`;
    const shared =
      '<sst><si><t>名</t></si><si><r><t>示例</t></r><r><t>甲&amp;&#20057;</t></r><rPh><t>ふり</t></rPh></si><si><t/></si></sst>';
    const rows: (readonly string[])[] = [];
    const looks = [
      () => ({
        header: (names: readonly string[]) => rows.push(names),
        row: (cells: readonly string[]) => rows.push([...cells]),
        finish: () => ({}),
      }),
    ];
    const [file, ...more] = await filesOf(workbook([{ name: '一', xml }], { 'xl/styles.xml': STYLES, 'xl/sharedStrings.xml': shared }), {
      name: 'x.xlsx',
      looks,
    });
    expect([file?.name, file?.format, file?.encoding, file?.rows, file?.partly, more]).toEqual(['x.xlsx', 'xlsx', null, 2, null, []]);
    expect(rows).toEqual([
      ['名', '日', '时', '数', '真'],
      ['示例甲&乙', '2026-07-01', '2026-07-01 12:00:00', '1234.5', 'true'],
      ['', '', '', '2', ''],
    ]);
    expect(columnsOf(file).map(([, type]) => type)).toEqual(['text', 'date', 'date', 'decimal', 'text']);
  });

  it.each([
    ['2.3020219900101001E+17', '230202199001010010', true],
    ['230202199001010000', '230202199001010000', true],
    ['13900001001', '13900001001', false],
    ['1.3900001001E10', '13900001001', false],
    ['123456789012345', '123456789012345', false],
    ['0.30000000000000004', '0.30000000000000004', false],
    ['1.5E-3', '0.0015', false],
    ['1e999', '1e999', false],
    ['-12', '-12', false],
  ])('%s stands for %s, damaged: %s', (raw, text, damaged) => expect(numberText(raw)).toEqual({ text, damaged }));

  it('that lost their last digits are counted as damage', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1" t="str"><v>证件号</v></c></row><row r="2"><c r="A2"><v>2.3020219900101E+17</v></c></row></sheetData>';
    const [file] = await filesOf(workbook([{ name: '一', xml }]));
    expect([columnsOf(file).map(([name]) => name), contents(file)]).toEqual([['证件号'], [['NUMBER_DAMAGED', 1]]]);
  });
});

describe('carriers', () => {
  it('are hidden sheets, rows and columns, and a sheet that the workbook does not list', async () => {
    const hidden = `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="2" hidden="1"><c><v>1</v></c><c><v>2</v></c></row><row r="3" ht="0"><c><v>3</v></c></row></sheetData>`;
    const bytes = workbook(
      [
        { name: '一', xml: hidden },
        { name: '二', xml: people, state: 'veryHidden' },
      ],
      { 'xl/worksheets/sheet9.xml': `<worksheet>${people}</worksheet>` },
    );
    const files = await filesOf(bytes);
    expect(files.map((file) => [file.name, file.rows, contents(file)])).toEqual([
      [
        'x/一',
        2,
        [
          ['HIDDEN_ROWS', 2],
          ['HIDDEN_COLUMNS', 1],
        ],
      ],
      ['x/二', 2, [['HIDDEN_SHEET', 3]]],
      ['x/xl/worksheets/sheet9.xml', 2, [['HIDDEN_SHEET', 3]]],
    ]);
    expect(files[2]?.columns?.[1]?.hits[0]).toMatchObject({ detector: 'mobile', cells: 2 });
  });

  it('are told apart when two bear one name', async () => {
    const twins = ['一', '一'].map((name) => ({ name, xml: people }));
    expect((await filesOf(workbook(twins))).map(({ name, part }) => [name, part])).toEqual([
      ['x/一', '一'],
      ['x/一#2', '一#2'],
    ]);
  });

  it('are comments, chart caches, external caches, connections, names that hold values, and parts that nobody knows', async () => {
    const bytes = workbook(
      [{ name: '一', xml: people }],
      {
        'xl/comments1.xml':
          '<comments><authors><author>示例</author></authors><commentList><comment ref="A1"><text><r><t>本人手机 </t></r><r><t>13900001003</t></r></text></comment></commentList></comments>',
        'xl/charts/chart1.xml':
          '<c:chartSpace xmlns:c="c"><c:numCache><c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="1"><c:v>2</c:v></c:pt></c:numCache></c:chartSpace>',
        'xl/externalLinks/externalLink1.xml': '<externalLink><cell r="A1"><v>13900001004</v></cell></externalLink>',
        'xl/connections.xml':
          '<connections><connection id="1" name="Query"><dbPr connection="Server=db.shili.example;Password=x"/></connection></connections>',
        'customXml/item1.xml': '<data><row>示例甲</row></data>',
        'xl/drawings/drawing1.xml': '<a:p xmlns:a="a"><a:t>图上的字</a:t></a:p>',
      },
      '<definedNames><definedName name="r">一!$A$1:$B$3</definedName><definedName name="v" hidden="1">{"13900001005","x"}</definedName></definedNames>',
    );
    const files = await filesOf(bytes);
    expect(files.map((file) => [file.part, contents(file), file.columns?.[0]?.distinct])).toEqual([
      [undefined, [], 2],
      ['xl/workbook.xml', [['DEFINED_NAMES', 1]], 1],
      ['xl/comments1.xml', [['COMMENTS', 1]], 1],
      ['xl/charts/chart1.xml', [['CHART_CACHE', 2]], 2],
      ['xl/externalLinks/externalLink1.xml', [['EXTERNAL_CACHE', 1]], 1],
      ['xl/connections.xml', [['CONNECTIONS', 2]], 2],
      ['customXml/item1.xml', [['OTHER_TEXT', 1]], 1],
      ['xl/drawings/drawing1.xml', [], 1],
      // Who wrote the comment.
      [undefined, [['METADATA_PERSON', 1]], undefined],
    ]);
    expect(
      files
        .flatMap((file) => (file.columns ?? []).flatMap(({ hits }) => hits.map(({ detector }) => detector)))
        .filter((each) => each === 'mobile'),
    ).toHaveLength(4);
  });

  it('hold numbers in attributes, in values of linked programs, and in words on drawings that are cut into pieces', async () => {
    const carriers = {
      'customXml/item1.xml': '<data key="{13900001006}" wide="120"><person id="13900001006"/></data>',
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><ddeLink><ddeItem><values><value t="str"><val>13900001007</val></value></values></ddeItem></ddeLink></externalLink>',
      'xl/drawings/drawing1.xml':
        '<xdr:txBody xmlns:a="a" xmlns:xdr="x"><a:p><a:r><a:t>139</a:t></a:r><a:r><a:t>00001008</a:t></a:r></a:p></xdr:txBody>',
    };
    const files = (await filesOf(workbook([{ name: '一', xml: people }], carriers))).slice(1);
    const mobiles = files.map((file) => file.columns?.[0]?.hits.map(({ detector, cells }) => `${detector} ${cells}`));
    expect(files.map((file, i) => [file.part, contents(file), mobiles[i]])).toEqual([
      ['customXml/item1.xml', [['OTHER_TEXT', 1]], ['mobile 1']],
      ['xl/externalLinks/externalLink1.xml', [['EXTERNAL_CACHE', 1]], ['mobile 1']],
      ['xl/drawings/drawing1.xml', [], ['mobile 1']],
    ]);
  });

  it('are pivot caches, with their records or with what their fields share', async () => {
    const definition =
      '<pivotCacheDefinition><cacheFields><cacheField name="人"><sharedItems><s v="示例甲"/><s v="示例乙"/></sharedItems></cacheField><cacheField name="日"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>';
    const records = '<pivotCacheRecords><r><x v="1"/><d v="2026-07-01T00:00:00"/></r><r><x v="7"/><m/></r></pivotCacheRecords>';
    const caches = {
      'xl/pivotCache/pivotCacheDefinition1.xml': definition,
      'xl/pivotCache/pivotCacheDefinition2.xml': definition,
      'xl/pivotCache/pivotCacheRecords1.xml': records,
    };
    const [, first, second] = await filesOf(workbook([{ name: '一', xml: people }], caches));
    expect([columnsOf(first), contents(first)]).toEqual([
      [
        // What no record has any more follows the records.
        ['人', 'text', 2, 1],
        ['日', 'date', 1, 2],
      ],
      [['PIVOT_CACHE', 2]],
    ]);
    expect([columnsOf(second), contents(second)]).toEqual([
      [
        ['人', 'text', 2, 0],
        ['日', 'empty', 0, 2],
      ],
      [['PIVOT_CACHE', 2]],
    ]);
  });

  it('are what a sheet says outside its cells: lists to choose from, messages, links, filters, what-if values, texts in formulas', async () => {
    const phone = (i: number): string => `1390000100${i}`;
    const xml = `<sheetData><row r="1"><c t="str"><f>IF(A2="${phone(0)}","是","")</f><v>a</v></c></row><row r="2"><c><v>1</v></c></row></sheetData>
      <autoFilter ref="A1"><filterColumn colId="0"><filters><filter val="${phone(1)}"/></filters></filterColumn></autoFilter>
      <scenarios><scenario name="s" user="示例甲"><inputCells r="A1" val="${phone(2)}"/></scenario></scenarios>
      <conditionalFormatting><cfRule><formula>A1="${phone(3)}"</formula></cfRule></conditionalFormatting>
      <dataValidations><dataValidation type="list" prompt="${phone(4)}"><formula1>"${phone(5)},${phone(6)}"</formula1></dataValidation></dataValidations>
      <hyperlinks><hyperlink ref="A1" r:id="rId9" tooltip="${phone(7)}"/></hyperlinks>`;
    const links =
      '<Relationships><Relationship Id="rId9" Type="x/hyperlink" TargetMode="External" Target="tel:13900001008"/><Relationship Id="rId8" Type="x/hyperlink" TargetMode="External" Target="https://shili.example/p?q=13900001009"/></Relationships>';
    const files = await filesOf(workbook([{ name: '一', xml }], { 'xl/worksheets/_rels/sheet1.xml.rels': links }));
    expect(files.map((file) => [file.part, file.partly]).slice(0, 2)).toEqual([
      [undefined, null],
      ['xl/worksheets/sheet1.xml/beside', null],
    ]);
    // Lists and messages show when they are asked for: what they say is looked at, and that they are there is no finding.
    expect(contents(files[1])).toEqual([]);
    expect(files[1]?.columns?.[0]?.hits).toMatchObject([{ detector: 'mobile', valid: 9 }]);
    expect(files[1]?.columns?.[0]?.distinct).toBe(11);
  });

  it('are shared texts that no cell shows any more, and readings above characters', async () => {
    const strings =
      '<sst><si><t>电话</t></si><si><t>示</t><rPh sb="0" eb="1"><t>13900001001</t></rPh></si><si><t>13900001002</t></si></sst>';
    const xml = '<sheetData><row r="1"><c t="s"><v>0</v></c></row><row r="2"><c t="s"><v>1</v></c></row></sheetData>';
    const carried = workbook([{ name: '一', xml }], { 'xl/sharedStrings.xml': strings });
    const files = await filesOf(carried);
    expect(files.map((file) => [file.part, contents(file), file.columns?.[0]?.hits.map(({ valid }) => valid)])).toEqual([
      [undefined, [], []],
      ['xl/sharedStrings.xml/phonetic', [['OTHER_TEXT', 1]], [1]],
      ['xl/sharedStrings.xml', [['OTHER_TEXT', 1]], [1]],
    ]);
    // Of a sheet that was read in part nobody knows what the rest shows.
    expect((await filesOf(carried, { maxRows: 0 })).map(({ part }) => part)).not.toContain('xl/sharedStrings.xml');
  });

  it('are titles of charts, points of the newer charts, what is said of pictures, and comments on names', async () => {
    const files = await filesOf(
      workbook(
        [{ name: '一', xml: people }],
        {
          'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="c" xmlns:a="a"><a:t>13900001001</a:t><c:pt><c:v>1</c:v></c:pt></c:chartSpace>',
          'xl/charts/chartEx1.xml': '<cx:chartSpace xmlns:cx="x"><cx:lvl><cx:pt idx="0">13900001002</cx:pt></cx:lvl></cx:chartSpace>',
          'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="x"><xdr:cNvPr id="1" name="图片 1" descr="13900001003"/></xdr:wsDr>',
        },
        '<definedNames><definedName name="r" comment="13900001004">一!$A$1:$B$3</definedName></definedNames>',
      ),
    );
    expect(files.slice(1).map((file) => [file.part, contents(file), file.columns?.[0]?.hits.map(({ valid }) => valid)])).toEqual([
      ['xl/workbook.xml', [['DEFINED_NAMES', 1]], [1]],
      ['xl/charts/chart1.xml', [['CHART_CACHE', 1]], [1]],
      ['xl/charts/chartEx1.xml', [['CHART_CACHE', 1]], [1]],
      ['xl/drawings/drawing1.xml', [], [1]],
    ]);
  });

  it('are files in the file, and parts that only a person can look at', async () => {
    const inner = Buffer.from(workbook([{ name: '内', xml: people }])).toString('latin1');
    const bytes = pack([
      ...['[Content_Types].xml', 'xl/workbook.xml'].map((name) => ({
        name,
        bytes: name.startsWith('[') ? '<Types/>' : '<workbook><sheets/></workbook>',
      })),
      { name: 'xl/embeddings/one.xlsx', bytes: Uint8Array.from(Buffer.from(inner, 'latin1')) },
      { name: 'xl/embeddings/ole.bin', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0]) },
      { name: 'xl/vbaProject.bin', bytes: new Uint8Array([1, 0, 0]) },
      { name: 'xl/media/image1.png', bytes: new Uint8Array([0x89, 0x50]) },
    ]);
    const files = await filesOf(bytes);
    expect(files.map((file) => [file.name, file.rows, file.partly?.code ?? null, contents(file)])).toEqual([
      ['x/xl/embeddings/one.xlsx', 2, null, []],
      ['x/xl/embeddings/ole.bin', null, 'BINARY', []],
      [
        'x',
        null,
        'PART_NOT_READ',
        [
          ['EMBEDDED_OBJECT', 2],
          ['MACRO', 1],
        ],
      ],
    ]);
  });
});

describe('a workbook that is not to be trusted', () => {
  const sheet = (xml: string) => outcome(workbook([{ name: '一', xml }]));
  const entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';

  it.each([
    ['entities', workbook([{ name: '一', xml: people }], { 'xl/sharedStrings.xml': entity }), 'XML_DOCTYPE'],
    [
      'an entity of nobody',
      workbook([{ name: '一', xml: people }], { 'xl/sharedStrings.xml': '<sst><si><t>&b;</t></si></sst>' }),
      'CONTAINER_BROKEN',
    ],
    ['tags that do not close', workbook([{ name: '一', xml: '<sheetData><row>' }]), 'CONTAINER_BROKEN'],
    ['a depth beyond 64', workbook([{ name: '一', xml: `${'<a>'.repeat(65)}${'</a>'.repeat(65)}` }]), 'CONTAINER_BROKEN'],
    [
      'more attributes than are read',
      workbook([{ name: '一', xml: `<cols><col hidden="1" ${Array.from({ length: 1_001 }, (_, i) => `a${i}="1"`).join(' ')}/></cols>` }]),
      'CONTAINER_BROKEN',
    ],
    ['bytes that are no UTF-8', pack([{ name: 'xl/workbook.xml', bytes: new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]) }]), 'CONTAINER_BROKEN'],
  ])('is refused: %s', async (_what, bytes, code) => expect(await outcome(bytes)).toBe(code));

  it('is read up to a limit that it passes', async () => {
    const row = (cells: string) =>
      `<sheetData><row r="1"><c t="str"><v>a</v></c></row><row r="2"><c><v>1</v></c></row><row r="3">${cells}</row></sheetData>`;
    expect(await sheet(row('<c r="BBBBB3"><v>1</v></c>'))).toEqual([['x', 1, 'TOO_MANY_COLUMNS']]);
    expect(await sheet(row('<c><v>1</v></c>'.repeat(2 ** 17)))).toEqual([['x', 1, 'TOO_MANY_COLUMNS']]);
    expect(await sheet(row(`<c t="str"><v>${Array.from({ length: 9_000 }, (_, i) => `示例${i}`).join('')}</v></c>`))).toEqual([
      ['x', 1, 'CELL_TOO_LONG'],
    ]);
    expect(await outcome(workbook([{ name: '一', xml: people }]), { maxRows: 1 })).toEqual([['x', 1, 'MAX_ROWS']]);
  });

  it('misses a sheet that it lists, and says so', async () => {
    const bytes = pack([
      { name: 'xl/workbook.xml', bytes: '<workbook><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>' },
    ]);
    expect(await outcome(bytes)).toEqual([
      ['x', 0, 'PART_MISSING'],
      ['x', null, 'PART_NOT_READ'],
    ]);
  });

  it('is refused wherever it is cut', async () => {
    const whole = workbook([{ name: '一', xml: people }]);
    for (let length = 4; length < whole.length; length += 17) expect(await outcome(whole.subarray(0, length))).toBe('CONTAINER_BROKEN');
  });
});
