// PDF files by hand, so that each object can be what a test needs.
import { deflateSync } from 'node:zlib';

export type PdfObject = string | { readonly dictionary: string; readonly data: Uint8Array | string };

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Objects 1, 2, ... of which the first is the catalogue; `before` is an earlier version of the file to which these are added. */
export function pdf(objects: readonly PdfObject[], before: Uint8Array | null = null, numbers = objects.map((_, i) => i + 1)): Uint8Array {
  const parts: Buffer[] = [before ? Buffer.from(before) : latin1('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const places: string[] = [];
  objects.forEach((object, i) => {
    places.push(`${numbers[i]} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    const body =
      typeof object === 'string'
        ? latin1(object)
        : Buffer.concat([
            latin1(`<< ${object.dictionary} /Length ${object.data.length} >>\nstream\n`),
            typeof object.data === 'string' ? latin1(object.data) : Buffer.from(object.data),
            latin1('\nendstream'),
          ]);
    const whole = Buffer.concat([latin1(`${numbers[i]} 0 obj\n`), body, latin1('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
  });
  const previous = before ? ` /Prev ${/startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(before).toString('latin1'))?.[1]}` : '';
  const free = before ? '' : '0 1\n0000000000 65535 f \n';
  parts.push(
    latin1(
      `xref\n${free}${places.join('')}trailer\n<< /Size ${objects.length + 100} /Root 1 0 R${previous} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

export const packed = (data: string | Uint8Array, dictionary = ''): PdfObject => ({
  dictionary: `/Filter /FlateDecode ${dictionary}`,
  data: deflateSync(data, { level: 9 }),
});

/** One page that shows this content; objects 5 and on may be given. */
export const page = (content: PdfObject, catalogue = '', more: readonly PdfObject[] = [], pageMore = ''): PdfObject[] => [
  `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> ${pageMore} >>`,
  content,
  ...more,
];

/** Each text a line of its own. */
export const shown = (...lines: string[]): string =>
  lines.map((line, i) => `BT /F1 12 Tf 50 ${750 - 20 * i} Td (${line}) Tj ET`).join('\n');
