// Containers made by hand for the readers' tests, so that each field can be made to lie.
import { type Analysis, analyse } from '@shared/analysis/analyse';
import type { AnalysisOptions } from '@shared/analysis/options';
import { type AnalysisFile, analysisFileSchema } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';
import { deflateSync } from 'fflate';
import { crc32Of } from '../../../scripts/samples/crc32.mjs';

export async function read(input: string | Uint8Array, options: Partial<AnalysisOptions> = {}): Promise<Analysis | string> {
  const bytes = typeof input === 'string' ? utf8(input) : input;
  const result = await analyse([bytes], { name: 'x', sha256: 'a'.repeat(64), bytes: bytes.length, today: '2026-11-23', ...options });
  return result.ok ? result.value : result.code;
}
export async function filesOf(input: string | Uint8Array, options: Partial<AnalysisOptions> = {}): Promise<AnalysisFile[]> {
  const result = await read(input, options);
  if (typeof result === 'string') throw new Error(result);
  return result.files.map((file) => analysisFileSchema.parse(JSON.parse(JSON.stringify(file))));
}
/** Names, rows and codes, or the code of a refusal. */
export async function outcome(input: string | Uint8Array, options: Partial<AnalysisOptions> = {}) {
  const result = await read(input, options);
  return typeof result === 'string' ? result : result.files.map(({ name, rows, partly }) => [name, rows, partly?.code ?? null]);
}

export type Member = {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** What the headers say instead of the truth. */
  readonly size?: number;
  readonly crc?: number;
  readonly mode?: number;
  readonly localName?: string;
  /** Points at this byte instead of its own header. */
  readonly offset?: number;
};

export function pack(members: readonly Member[], gap = 0): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const plain = typeof member.bytes === 'string' ? utf8(member.bytes) : member.bytes;
    const data = Buffer.from(member.stored ? plain : deflateSync(plain));
    const header = (name: string) => {
      const bytes = Buffer.from(name, 'utf8');
      const fixed = Buffer.alloc(26);
      fixed.writeUInt16LE(20, 0);
      fixed.writeUInt16LE(member.flags ?? 0x0800, 2);
      fixed.writeUInt16LE(member.method ?? (member.stored ? 0 : 8), 4);
      fixed.writeUInt32LE(member.crc ?? crc32Of(plain), 10);
      fixed.writeUInt32LE(data.length, 14);
      fixed.writeUInt32LE(member.size ?? plain.length, 18);
      fixed.writeUInt16LE(bytes.length, 22);
      return { bytes, fixed };
    };
    const local = header(member.localName ?? member.name);
    const listed = header(member.name);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((member.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(member.offset ?? offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), listed.fixed, tail, listed.bytes]));
    const whole = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), local.fixed, local.bytes, data, Buffer.alloc(gap)]);
    parts.push(whole);
    offset += whole.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Sheet = { readonly name: string; readonly xml: string; readonly state?: string };

/** @param sheets name to the XML inside its worksheet element; @param more further parts */
export function workbookMembers(sheets: readonly Sheet[], more: Readonly<Record<string, string>> = {}, tail = ''): Member[] {
  const list = sheets.map(
    ({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const relations = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets>${tail}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet ${MAIN}>${xml}</worksheet>`])),
    ...more,
  };
  return Object.entries(parts).map(([name, bytes]) => ({ name, bytes, stored: bytes.length > 100_000 }));
}
export const workbook = (sheets: readonly Sheet[], more: Readonly<Record<string, string>> = {}, tail = ''): Uint8Array =>
  pack(workbookMembers(sheets, more, tail));

/** Rows of texts as inline strings; a number stands as one. */
export const rowsXml = (rows: readonly (readonly (string | number)[])[]): string =>
  `<sheetData>${rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row
          .map((cell, c) => {
            const at = `${String.fromCharCode(65 + c)}${r + 1}`;
            return typeof cell === 'number' ? `<c r="${at}"><v>${cell}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
          })
          .join('')}</row>`,
    )
    .join('')}</sheetData>`;

export const contents = (file: AnalysisFile | undefined) => (file?.content ?? []).map(({ code, count }) => [code, count]);
export const columnsOf = (file: AnalysisFile | undefined) =>
  (file?.columns ?? []).map(({ name, type, distinct, empty }) => [name, type, distinct, empty]);
