import type { Instant } from '@shared/basics/units';
import { seconds } from '@shared/basics/units';
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { finishPdf } from '../../src-main/report/print';

const AT = Date.UTC(2026, 10, 23, 4, 5, 6) as Instant;

/** A tagged page as a browser prints it: its own dates, its own file id, element names that count on from earlier printings. */
async function printed(at: Date, firstNode: number, words = 'page'): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  page.drawText(words);
  pdf.setCreationDate(at);
  pdf.setModificationDate(at);
  pdf.setProducer('a browser');
  const id = (n: number) => PDFString.of(`node${String(firstNode + n).padStart(8, '0')}`);
  const cell = pdf.context.register(pdf.context.obj({ Type: 'StructElem', S: 'TD', ID: id(2), A: [{ O: 'Table', Headers: [id(1)] }] }));
  const head = pdf.context.register(pdf.context.obj({ Type: 'StructElem', S: 'TH', ID: id(1) }));
  const names = pdf.context.register(pdf.context.obj({ Names: [id(1), head, id(2), cell], Limits: [id(1), id(2)] }));
  pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.obj({ Type: 'StructTreeRoot', IDTree: names, K: [head, cell] }));
  pdf.context.trailerInfo.ID = pdf.context.obj([PDFString.of(String(at.getTime())), PDFString.of(String(at.getTime()))]);
  return pdf.save();
}

describe('finishing a printed report', () => {
  test('two printings of one verdict become the same bytes', async () => {
    const first = await finishPdf(await printed(new Date(0), 7), { title: '意见书', at: AT });
    const second = await finishPdf(await printed(new Date(seconds(86_400)), 4_711), { title: '意见书', at: AT });
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test('another verdict stays another file', async () => {
    const first = await finishPdf(await printed(new Date(0), 7), { title: '意见书', at: AT });
    const second = await finishPdf(await printed(new Date(0), 7, 'other'), { title: '意见书', at: AT });
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
  });

  test('title and dates are those of the verdict, and the pages are left alone', async () => {
    const pdf = await PDFDocument.load(
      await finishPdf(await printed(new Date(0), 7), { title: '意见书 齐数审〔2026〕7C1E-0134号', at: AT }),
      {
        updateMetadata: false,
      },
    );
    expect(pdf.getTitle()).toBe('意见书 齐数审〔2026〕7C1E-0134号');
    expect(pdf.getCreationDate()?.getTime()).toBe(AT);
    expect(pdf.getModificationDate()?.getTime()).toBe(AT);
    expect(pdf.getPageCount()).toBe(1);
  });

  test('heads of cells still point at the elements that were renamed', async () => {
    const pdf = await PDFDocument.load(await finishPdf(await printed(new Date(0), 4_711), { title: '意见书', at: AT }));
    const elements = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict && object.get(PDFName.of('S')) !== undefined ? [object] : []));
    const idOf = (tag: string) => String(elements.find((each) => each.get(PDFName.of('S')) === PDFName.of(tag))?.get(PDFName.of('ID')));
    const cell = elements.find((each) => each.get(PDFName.of('S')) === PDFName.of('TD'));
    expect(String(cell?.get(PDFName.of('A')))).toContain(idOf('TH'));
    expect(idOf('TH') < idOf('TD')).toBe(true);
  });

  test('bytes that are no PDF are refused', async () => {
    await expect(finishPdf(new Uint8Array([1, 2, 3]), { title: '意见书', at: AT })).rejects.toThrow();
  });
});
