// PDF: lines as a reader sees them, and what is delivered without being shown: attachments, notes, values, scripts, earlier versions.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { createLimits } from '@shared/analysis/readers/limits';
import { openCore } from '@shared/analysis/readers/pdf/core';
import { unfiltered } from '@shared/analysis/readers/pdf/filters';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { packed, page, pdf, shown } from './pdf-support';
import { contents, filesOf, outcome, pack, read } from './readers-support';

const hits = (file: Awaited<ReturnType<typeof filesOf>>[number] | undefined) =>
  (file?.columns?.[0]?.hits ?? []).map(({ detector, cells }) => [detector, cells]);
const FONT = '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
const one = pdf(page(packed(shown('Contact 13900001001', 'No number here'))));

describe('a PDF', () => {
  it('is a text of lines', async () => {
    const [file, ...more] = await filesOf(one);
    expect([file?.format, file?.encoding, file?.rows, file?.partly, more]).toEqual(['pdf', null, null, null, []]);
    expect(file?.columns?.map(({ name, distinct }) => [name, distinct])).toEqual([['text', 2]]);
    expect(hits(file)).toEqual([['mobile', 1]]);
    expect(await outcome(pack([{ name: 'a.pdf', bytes: one }]))).toEqual([['x/a.pdf', null, null]]);
  });

  it('reads Chinese whose font and character map are not in the file', async () => {
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 >> >>] >>';
    const text = [...'联系人示例甲13900001001'].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    const objects = page('');
    objects[2] = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 ${font} >> >> >>`;
    objects[3] = packed(`BT /F1 12 Tf 50 700 Td <${text}> Tj ET`);
    const [file] = await filesOf(pdf(objects));
    expect(hits(file)).toContainEqual(['mobile', 1]);
  });

  it('reads its attachments as members, wherever they hang', async () => {
    const made = await PDFDocument.create();
    made.addPage([300, 300]);
    await made.attach(Buffer.from('手机\n13900001001\n13900001002\n'), '名单.csv', { mimeType: 'text/csv' });
    await made.attach(Buffer.from('x'), '../../out.txt', { mimeType: 'text/plain' });
    const files = await filesOf(new Uint8Array(await made.save()));
    expect(files.map(({ name, format, rows }) => [name, format, rows])).toEqual([
      ['x', 'pdf', null],
      ['x/名单.csv', 'csv', 2],
      ['x/../../out.txt', 'text', null],
    ]);
    expect(contents(files[0])).toContainEqual(['EMBEDDED_OBJECT', 2]);
    expect(files[1]?.columns?.[0]?.hits[0]).toMatchObject({ detector: 'mobile', cells: 2 });
    const hanging = pdf(
      page(
        packed(shown('text')),
        '',
        [
          '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 6 0 R >>',
          '<< /Type /Filespec /F (a.csv) /UF (a.csv) /EF << /F 7 0 R >> >>',
          packed('phone\n13900001001\n13900001002\n', '/Type /EmbeddedFile'),
        ],
        '/Annots [5 0 R]',
      ),
    );
    expect(await outcome(hanging)).toEqual([
      ['x', null, null],
      ['x/a.csv', 2, null],
    ]);
  });

  it('tells scripts, actions, notes, values and authors', async () => {
    const file = pdf(
      page(
        packed(shown('text')),
        '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AcroForm << /Fields [6 0 R] >>',
        [
          '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (call 13900001001) /T (Shili Yi) >>',
          '<< /Type /Annot /Subtype /Widget /FT /Tx /T (phone) /V (13900001002) /Rect [0 0 90 20] >>',
          '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /La#75nch /F (a.exe) >> >>',
        ],
        '/Annots [5 0 R 6 0 R 7 0 R]',
      ),
    );
    const files = await filesOf(file);
    expect(contents(files[0])).toEqual(
      expect.arrayContaining([
        ['PDF_SCRIPT', 1],
        ['PDF_LAUNCH', 1],
        ['COMMENTS', 1],
        ['FORM_VALUES', 1],
        ['METADATA_PERSON', 1],
      ]),
    );
    expect(files.map(({ name }) => name)).toEqual(['x', 'x/annotations', 'x/scripts']);
    expect(hits(files[1])).toEqual([['mobile', 2]]);
  });

  it('finds a script in an object stream that nothing leads to', async () => {
    const hidden = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
    const file = pdf(page(packed(shown('text')), '', [packed(`90 0 ${hidden}`, '/Type /ObjStm /N 1 /First 5')]));
    expect(contents((await filesOf(file))[0])).toEqual([['PDF_SCRIPT', 1]]);
  });

  it.each([
    ['value without a field on a page', '/AcroForm << /Fields [6 0 R] >>', '<< /FT /Tx /T (f) /V (13900001001) >>'],
    ['default value', '/AcroForm << /Fields [6 0 R] >>', '<< /FT /Tx /T (f) /DV (tel \\(13900001001\\)) >>'],
    ['choice', '/AcroForm << /Fields [6 0 R] >>', '<< /FT /Ch /T (f) /Opt [(a) (13900001001)] >>'],
    ['word in a picture’s place', '', `<< /Type /StructElem /S /Figure /Alt <FEFF${[...'13900001001'].map((c) => `003${c}`).join('')}> >>`],
    ['name of a layer', '', '<< /Type /OCG /Name (owner \\(1\\) 1390000\\061001) >>'],
    ['string that nothing leads to', '', '(\\3769\\\\ \\(b\\) (13900001001) more)'],
    ['object in an object stream', '', packed('90 0 << /TU (13900001001) >>', '/Type /ObjStm /N 1 /First 5')],
    [
      'property in XML',
      '/Metadata 6 0 R',
      packed('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a:b>13900001001</a:b></x:xmpmeta>', '/Type /Metadata /Subtype /XML'),
    ],
    ['form in XML', '/AcroForm << /XFA 6 0 R /Fields [] >>', packed('<xdp:xdp><value tel="13900001001"/></xdp:xdp>')],
  ])('is looked into for a %s', async (_name, catalogue, object) => {
    const files = await filesOf(pdf(page(packed(shown('text')), catalogue, ['null', object])));
    expect(files.map((file) => [file.name, hits(file)])).toEqual([
      ['x', []],
      ['x/objects', [['mobile', 1]]],
    ]);
  });

  it('does not say twice what stands in its notes, and takes no time, id or short word for a text', async () => {
    const info = '<< /CreationDate (D:20241129120000) /Producer (Example 13) /ID [<0123456789ABCDEF0123456789ABCDEF>] >>';
    const files = await filesOf(pdf(page(packed(shown('text')), '', [info])));
    expect(files.map(({ name }) => name)).toEqual(['x']);
    // A bracket that never closes ends nothing but itself.
    const open = await filesOf(pdf(page(packed(shown('text')), '', [`<< /A (${'x'.repeat(40_000)} /B (13900001001) >>`])));
    expect(open.map((file) => [file.name, hits(file)])).toEqual([
      ['x', []],
      ['x/objects', [['mobile', 1]]],
    ]);
  });

  it('still holds what an earlier version said, and text that is not painted', async () => {
    const later = pdf([packed(`${shown('now')}\nBT 3 Tr /F1 9 Tf 9 9 Td (under) Tj ET`)], one, [4]);
    const files = await filesOf(later);
    expect(files.map(({ name }) => name)).toEqual(['x', 'x/revisions']);
    expect(contents(files[0])).toEqual([
      ['REVISIONS', 1],
      ['HIDDEN_TEXT', 1],
    ]);
    expect([hits(files[0]), hits(files[1])]).toEqual([[], [['mobile', 1]]]);
  });

  it('is read to 2,000 pages', async () => {
    const objects = page(packed(shown('the last that is read')));
    const kids = Array.from({ length: 2_001 }, (_, i) => `${i + 5} 0 R`);
    objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count 2001 >>`;
    const blank = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>';
    const pages = kids.map((_, i) => (i < 1_999 ? blank : (objects[2] as string)));
    const [file] = await filesOf(pdf([...objects, ...pages]));
    expect(file?.partly).toEqual({ code: 'TOO_MANY_PAGES', rowsRead: 1 });
  });

  it('goes on past a page that leads back to itself, and says so', async () => {
    const objects = page(packed(shown('13900001001')));
    objects[1] = '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 3 >>';
    const [file] = await filesOf(pdf(objects));
    expect([file?.partly?.code, hits(file)]).toEqual(['PART_NOT_READ', [['mobile', 1]]]);
  });

  it('says that pages of pictures were not read', async () => {
    const picture = packed(
      new Uint8Array(300),
      '/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB /BitsPerComponent 8',
    );
    expect(await outcome(pdf(page(packed('/I Do'), '', [picture])))).toEqual([['x', null, 'PART_NOT_READ']]);
  });

  it('with a password is not read, and says so', async () => {
    const bytes = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../vectors/pdf/encrypted.pdf')));
    expect(await outcome(bytes)).toEqual([['x', null, 'ENTRY_ENCRYPTED']]);
  });

  const vector = (name: string) => new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../vectors/pdf', `${name}.pdf`)));
  it.each(['rc4-40', 'rc4-128', 'rc4-v4', 'aes-128', 'aes-256-r5', 'aes-256', 'cleartext'])(
    'that only its owner may change is read like any other (%s)',
    async (name) => {
      const files = await filesOf(vector(`owner-${name}`));
      expect(files.map(({ name, partly }) => [name, partly])).toEqual([
        ['x', null],
        ['x/annotations', null],
        ['x/scripts', null],
        ['x/a.csv', null],
      ]);
      expect(files.flatMap((file) => hits(file))).toEqual([
        ['mobile', 1],
        ['mobile', 1],
        ['mobile', 2],
      ]);
      expect(contents(files[0])).toEqual(
        expect.arrayContaining([
          ['PDF_SCRIPT', 1],
          ['EMBEDDED_OBJECT', 1],
          ['COMMENTS', 1],
          ['HIDDEN_TEXT', 1],
        ]),
      );
    },
  );
  it('is a bomb under encryption too', async () => {
    expect(await outcome(vector('bomb-encrypted'))).toBe('CONTAINER_BOMB');
  });
  it('whose encryption is not understood is not given to the library', async () => {
    const change = (from: string, to: string) => {
      const bytes = vector('owner-aes-256');
      const text = Buffer.from(bytes).toString('latin1').replace(from, to);
      return new Uint8Array(Buffer.from(text, 'latin1'));
    };
    const closed = [['x', null, 'ENTRY_ENCRYPTED']];
    expect(await outcome(change('/Filter /Standard', '/Filter /Standerd'))).toEqual(closed);
    expect(await outcome(change('/AESV3', '/AESV9'))).toEqual(closed);
    expect(await outcome(change('/R 6', '/R 7'))).toEqual(closed);
    expect((await filesOf(change('/Encrypt', '/Encr#79pt'))).length).toBe(4);
    // A second dictionary that another reader might believe.
    const bytes = vector('owner-aes-256');
    const more = Buffer.from('9 0 obj << /Encrypt << /Filter /Standard /V 1 /R 2 >> >> endobj\n%%EOF\n', 'latin1');
    expect(await outcome(new Uint8Array(Buffer.concat([bytes, more])))).toEqual(closed);
  });

  it('that is printed by the app itself reads as it was printed', async () => {
    const bytes = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../vectors/pdf/printed.pdf')));
    const expected = readFileSync(resolve(import.meta.dirname, '../../vectors/pdf/printed.txt'), 'utf8');
    const lines: string[] = [];
    const { readPdf } = await import('@shared/analysis/readers/pdf/read-pdf');
    const unlimited = createLimits({ name: 'x', sha256: '', bytes: bytes.length });
    await readPdf(bytes, (line) => lines.push(line) > 0, unlimited, { entries: 0, inflated: 0 });
    expect([...lines.join('').replaceAll(/\s/g, '')].sort().join('')).toBe([...expected.replaceAll(/\s/g, '')].sort().join(''));
  });
});

describe('a PDF that is not what it says', () => {
  it('is refused when it is cut', async () => {
    for (let length = 8; length < one.length - 6; length += 9) expect(await outcome(one.subarray(0, length))).toBe('CONTAINER_BROKEN');
    expect(await outcome('%PDF-1.7\nnothing\n%%EOF')).toBe('CONTAINER_BROKEN');
  });

  it('is a bomb when a stream unpacks without measure', async () => {
    // Each byte says: repeat the next 128 times, and the next is the same.
    const data = new Uint8Array(deflateSync(Buffer.alloc(100_000, 0x81)));
    expect(data.length).toBeLessThan(1_000);
    const file = pdf(page({ dictionary: '/Filter [/FlateDecode /RunLengthDecode /RunLengthDecode]', data }));
    expect(await outcome(file)).toBe('CONTAINER_BOMB');
    const chain = pdf(page({ dictionary: '/Filter [/LZWDecode /LZWDecode /LZWDecode /LZWDecode]', data: 'x' }));
    expect(await outcome(chain)).toBe('CONTAINER_BOMB');
  });

  it('is a bomb when its characters are mapped without measure, however the map is packed', async () => {
    const map = `begincmap 1 beginbfrange\n${'<00000000> <00fffffe> <0041>\n'.repeat(100)}endbfrange endcmap`;
    const hex = `${Buffer.from(map).toString('hex')}>`;
    for (const object of [
      packed(map),
      { dictionary: '/Filter /ASCIIHexDecode', data: hex },
      { dictionary: '/Filter [/A#48x /Fl]', data: `${deflateSync(map).toString('hex')}>` },
    ])
      expect(await outcome(pdf(page(packed(shown('x')), '', [object])))).toBe('CONTAINER_BOMB');
    const usual = 'begincmap 2 beginbfrange\n<0000> <00ff> <0041>\n<0100> <01ff> <4e00>\nendbfrange endcmap';
    expect(await outcome(pdf(page(packed(shown('x')), '', [packed(usual)])))).toEqual([['x', null, null]]);
  });

  it('is not waited for when its forms draw each other without measure', async () => {
    const form = (next: number) =>
      packed('/X Do '.repeat(10), `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} 0 R >> >>`);
    const objects = page(packed('/X Do'), '', [
      ...Array.from({ length: 12 }, (_, i) => form(i + 6)),
      packed(shown('x'), `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${FONT}`),
    ]);
    objects[2] = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>';
    const core = await openCore(pdf(objects), 200);
    const text = core.stream('GetTextContent', { pageId: 0, pageIndex: 0, includeMarkedContent: false, disableNormalization: false });
    await expect(text).rejects.toMatchObject({ kind: 'silent' });
    await core.close();
  });

  it('leaves the realm as it was', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    await read(one);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect('polluted' in {}).toBe(false);
  });
});

describe('what a stream is packed in', () => {
  const spend = () => {};
  const plain = (filter: string, data: Uint8Array | string) => {
    const out = unfiltered([filter], typeof data === 'string' ? Buffer.from(data, 'latin1') : data, spend);
    return out === null ? null : Buffer.from(out).toString('latin1');
  };
  it.each<[string, Uint8Array | string, string | null, string]>([
    ['LZWDecode', Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]), '-----A---B', 'ISO 32000-2, 7.4.4.2, example'],
    ['ASCII85Decode', '<~BOu!rDZ~>'.slice(2), 'hello', 'Adobe, PostScript Language Reference, 3.13.3'],
    ['ASCIIHexDecode', '68 65 6C6c6F7>', 'hellop', 'ISO 32000-2, 7.4.2: a missing digit is 0'],
    ['RunLengthDecode', Uint8Array.from([1, 0x68, 0x65, 255, 0x6c, 0, 0x6f, 128, 9]), 'hello', 'ISO 32000-2, 7.4.5'],
    ['FlateDecode', new Uint8Array(deflateSync('hello')), 'hello', 'RFC 1950'],
    ['DCTDecode', 'x', null, 'a picture'],
  ])('%s', (filter, data, expected, _origin) => expect(plain(filter, data)).toBe(expected));
});
