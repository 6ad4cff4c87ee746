// Documents: paragraphs as they stand, what was deleted and commented, and the parts that a person has to look at.
import { proposals } from '@shared/assessment/proposals';
import { describe, expect, it } from 'vitest';
import { edition } from '../../support/shipped-edition';
import { contents, filesOf, outcome, pack } from './readers-support';

const document = (body: string, more: Readonly<Record<string, string>> = {}) =>
  pack(
    Object.entries({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
      ...more,
    }).map(([name, bytes]) => ({ name, bytes })),
  );
const paragraph = (...runs: string[]) => `<w:p>${runs.map((run) => `<w:r><w:t>${run}</w:t></w:r>`).join('')}</w:p>`;

describe('a document', () => {
  it('is a text of paragraphs, runs joined', async () => {
    const [file, ...more] = await filesOf(document(`${paragraph('联系人手机 139', '00001001')}<w:p/>${paragraph('第二段')}`));
    expect([file?.format, file?.rows, file?.columns?.map(({ name, distinct }) => [name, distinct]), more]).toEqual([
      'docx',
      null,
      [['text', 2]],
      [],
    ]);
    expect(file?.columns?.[0]?.hits.map(({ detector }) => detector)).toEqual(['mobile']);
  });

  it('still holds what was deleted and commented, and proposes that it carries it', async () => {
    const body = `<w:p><w:del><w:r><w:delText>原手机 13900001002</w:delText></w:r></w:del><w:ins><w:r><w:t>已删除</w:t></w:r></w:ins></w:p>`;
    const files = await filesOf(
      document(body, { 'word/comments.xml': `<w:comments xmlns:w="w"><w:comment>${paragraph('请核对')}</w:comment></w:comments>` }),
    );
    expect(contents(files[0])).toEqual([
      ['REVISIONS', 2],
      ['COMMENTS', 1],
    ]);
    expect(files[0]?.columns?.[0]?.hits[0]).toMatchObject({ detector: 'mobile', cells: 1 });
    expect(proposals(files, edition).filter(({ item }) => item === 'raw-03')).toHaveLength(2);
  });

  it('tells runs that are not shown', async () => {
    const hidden =
      '<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>看得见</w:t></w:r></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>手机 13900001001</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>又见</w:t></w:r></w:p>';
    const [file] = await filesOf(document(hidden));
    expect(contents(file)).toEqual([['HIDDEN_TEXT', 1]]);
    expect(file?.columns?.[0]?.hits[0]).toMatchObject({ detector: 'mobile', cells: 1 });
  });

  it('says something outside its paragraphs too: descriptions, choices, forms, variables, fields, links, properties', async () => {
    const phone = (i: number): string => `1390000100${i}`;
    const body = `${paragraph('字')}<w:p><w:r><w:drawing><docPr id="1" name="图" descr="${phone(0)}"/></w:drawing></w:r></w:p>
      <w:p><w:r><w:fldChar><w:ffData><w:ddList><w:listEntry w:val="${phone(1)}"/></w:ddList><w:textInput><w:default w:val="${phone(2)}"/></w:textInput></w:ffData></w:fldChar></w:r></w:p>
      <w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="某" w:value="${phone(3)}"/></w:dropDownList></w:sdtPr></w:sdt>
      <w:p><w:fldSimple w:instr=" MERGEFIELD ${phone(4)} "/></w:p><w:p><w:fldSimple w:instr="PAGE"/></w:p>`;
    const files = await filesOf(
      document(body, {
        'word/settings.xml': `<w:settings xmlns:w="w"><w:docVars><w:docVar w:name="x" w:val="${phone(5)}"/></w:docVars></w:settings>`,
        'word/_rels/document.xml.rels': `<Relationships><Relationship Id="a" Type="x/hyperlink" TargetMode="External" Target="tel:${phone(6)}"/></Relationships>`,
        'docProps/core.xml': `<p xmlns:dc="d"><dc:description>${phone(7)}</dc:description></p>`,
        'docProps/custom.xml': `<Properties><property name="x"><lpwstr>${phone(8)}</lpwstr></property><property name="ICV"><lpwstr>${'0A'.repeat(16)}_13</lpwstr></property></Properties>`,
        'word/people.xml': '<w15:people xmlns:w15="x"><w15:person w15:author="周复二"/></w15:people>',
      }),
    );
    const told = files.map((file) => [file.part, file.columns?.[0]?.hits.map(({ detector, valid }) => [detector, valid]), contents(file)]);
    expect(told).toEqual([
      [undefined, [], []],
      ['beside', [['mobile', 7]], []],
      ['docProps/core.xml', [['mobile', 1]], []],
      ['docProps/custom.xml', [['mobile', 1]], []],
      [undefined, undefined, [['METADATA_PERSON', 1]]],
    ]);
    const deleted = '<w:p><w:r><w:delInstrText>HYPERLINK "tel:13900001009"</w:delInstrText></w:r></w:p>';
    expect((await filesOf(document(deleted)))[0]?.columns?.[0]?.hits).toMatchObject([{ detector: 'mobile', valid: 1 }]);
  });

  it('names the pictures that nobody has looked at', async () => {
    expect(await outcome(document(paragraph('字'), { 'word/media/image1.png': 'x' }))).toEqual([
      ['x', null, null],
      ['x', null, 'PART_NOT_READ'],
    ]);
  });

  it('is refused with entities, and when it is cut', async () => {
    const whole = document(paragraph('字'));
    expect(await outcome(whole.subarray(0, whole.length - 9))).toBe('CONTAINER_BROKEN');
    expect(await outcome(pack([{ name: 'word/document.xml', bytes: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]))).toBe('XML_DOCTYPE');
  });
});
