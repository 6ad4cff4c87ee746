// Finishes a PDF that Chromium printed: title and dates come from the verdict instead of the machine, so that printing one verdict twice gives
// the same bytes and the digest that the workstation signs can be made again. It neither draws nor removes anything on a page.
import type { Instant } from '@shared/basics/units';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from 'pdf-lib';

const CREATOR = '十七审 Shiqi';

/** @param at the moment that the document speaks of (decidedAt), not that of printing. @throws when the bytes are no PDF. */
export async function finishPdf(bytes: Uint8Array, { title, at }: { readonly title: string; readonly at: Instant }): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const when = new Date(at);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setCreator(CREATOR);
  pdf.setProducer(CREATOR);
  pdf.setCreationDate(when);
  pdf.setModificationDate(when);
  renameStructureIds(pdf);
  // Made from the time of printing; optional in a file that is not encrypted.
  delete pdf.context.trailerInfo.ID;
  // Object streams pack the structure tree, which is most of a tagged PDF.
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/**
 * Chromium names the elements of the structure tree after its own DOM counters, which go on from one printing to the next. They are renumbered
 * in their own order, which keeps the tree of names sorted; heads of table cells refer to them and are renamed with them.
 */
function renameStructureIds(pdf: PDFDocument): void {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const ids = objects.flatMap((object) => {
    const id =
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('StructElem') ? object.get(PDFName.of('ID')) : undefined;
    return isText(id) ? [id.decodeText()] : [];
  });
  const names = new Map([...new Set(ids)].sort().map((id, i) => [id, PDFString.of(`e${String(i + 1).padStart(8, '0')}`)]));
  for (const object of objects) rename(object, names);
}

const isText = (value: unknown): value is PDFString | PDFHexString => value instanceof PDFString || value instanceof PDFHexString;

/** Follows what is written inside an object; references lead to objects that get their own turn. */
function rename(object: PDFObject, names: ReadonlyMap<string, PDFString>): void {
  const replacement = (value: PDFObject | undefined): PDFString | undefined => (isText(value) ? names.get(value.decodeText()) : undefined);
  if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      const name = replacement(value);
      if (name !== undefined) object.set(key, name);
      else rename(value, names);
    }
  } else if (object instanceof PDFArray) {
    for (let i = 0; i < object.size(); i++) {
      const name = replacement(object.get(i));
      if (name !== undefined) object.set(i, name);
      else rename(object.get(i), names);
    }
  }
}
