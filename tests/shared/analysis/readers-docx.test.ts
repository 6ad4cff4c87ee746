// Documents: paragraphs as they stand, what was deleted and commented, and the parts that a person has to look at.
import { proposals } from '@shared/assessment/proposals';
import { describe, expect, it } from 'vitest';
import { edition } from '../assessment/support';
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
