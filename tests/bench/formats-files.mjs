// The bench's table in other formats, as other programs would write it, and texts of it: `node formats-files.mjs FOLDER ROWS [format...]`. Written in a process of
// its own, because what writes holds more than what reads may.
import fs from 'node:fs';
import path from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { HEADER, writeTable } from './table.mjs';

export const FORMATS = ['csv', 'jsonl', 'json', 'parquet', 'xlsx', 'docx', 'pdf'];
const NUMBERS = new Set(['序号', '面积', '温度']);
const names = HEADER.split(',');
/** Lines of a text at most: a document is no table. */
const LINES = 60_000;
const PAGES = 2_000;

function* recordsOf(file) {
  // No cell of the table holds a comma or a quote.
  let first = true;
  let rest = '';
  const input = fs.openSync(file, 'r');
  const block = Buffer.alloc(1 << 20);
  const decoder = new TextDecoder();
  for (;;) {
    const read = fs.readSync(input, block);
    const lines = (rest + decoder.decode(block.subarray(0, read), { stream: read > 0 })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!first) yield line.split(',');
      first = false;
    }
    if (read === 0) break;
  }
  fs.closeSync(input);
}

/** Many pieces, few writes. */
function writer(file) {
  const out = fs.openSync(file, 'w');
  let held = '';
  const flush = () => {
    fs.writeSync(out, held);
    held = '';
  };
  return {
    add(text) {
      held += text;
      if (held.length > 1 << 20) flush();
    },
    end() {
      flush();
      fs.closeSync(out);
    },
  };
}

const object = (cells) =>
  JSON.stringify(Object.fromEntries(names.map((name, i) => [name, NUMBERS.has(name) ? Number(cells[i]) : cells[i]])));

function json(table, file, lines) {
  const out = writer(file);
  let count = 0;
  out.add(lines ? '' : '[');
  for (const cells of recordsOf(table)) out.add(`${count++ === 0 ? '' : lines ? '\n' : ','}${object(cells)}`);
  out.add(lines ? '\n' : ']');
  out.end();
}

function parquet(table, file) {
  const columns = names.map((name) => ({ name, data: [], type: NUMBERS.has(name) ? 'DOUBLE' : 'STRING' }));
  for (const cells of recordsOf(table))
    columns.forEach(({ data, type }, i) => {
      data.push(type === 'DOUBLE' ? Number(cells[i]) : cells[i]);
    });
  fs.writeFileSync(file, Buffer.from(parquetWriteBuffer({ columnData: columns, codec: 'SNAPPY', rowGroupSize: 50_000 })));
}

/** @param parts name and pieces of text of each member */
function pack(file, parts) {
  const out = fs.openSync(file, 'w');
  const zip = new Zip((error, data) => {
    if (error) throw error;
    fs.writeSync(out, data);
  });
  const encoder = new TextEncoder();
  for (const [name, pieces] of parts) {
    const member = new ZipDeflate(name, { level: 1 });
    zip.add(member);
    let held = '';
    for (const piece of pieces) {
      held += piece;
      if (held.length < 1 << 18) continue;
      member.push(encoder.encode(held));
      held = '';
    }
    member.push(encoder.encode(held), true);
  }
  zip.end();
  fs.closeSync(out);
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Texts are shared, as spreadsheet programs keep them. */
function xlsx(table, file) {
  const shared = new Map();
  const place = (text) => {
    const known = shared.get(text);
    if (known !== undefined) return known;
    shared.set(text, shared.size);
    return shared.size - 1;
  };
  const row = (cells, header) =>
    `<row>${cells.map((cell, i) => (!header && NUMBERS.has(names[i]) ? `<c><v>${cell}</v></c>` : `<c t="s"><v>${place(cell)}</v></c>`)).join('')}</row>`;
  function* sheet() {
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
    yield row(names, true);
    for (const cells of recordsOf(table)) yield row(cells, false);
    yield '</sheetData></worksheet>';
  }
  function* strings() {
    yield '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    for (const text of shared.keys()) yield `<si><t>${escaped(text)}</t></si>`;
    yield '</sst>';
  }
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  pack(file, [
    ['[Content_Types].xml', ['<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>']],
    [
      'xl/workbook.xml',
      [
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    ],
    [
      'xl/_rels/workbook.xml.rels',
      [`<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`],
    ],
    ['xl/worksheets/sheet1.xml', sheet()],
    ['xl/sharedStrings.xml', strings()],
  ]);
}

function docx(table, file) {
  function* body() {
    yield '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
    let lines = 0;
    for (const cells of recordsOf(table)) {
      if (lines++ >= LINES) break;
      yield `<w:p><w:r><w:t>${escaped(`${cells[1]}，${cells[10]}，${cells[3]}，${cells[19]}`)}</w:t></w:r></w:p>`;
    }
    yield '</w:body></w:document>';
  }
  pack(file, [
    ['[Content_Types].xml', ['<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>']],
    ['word/document.xml', body()],
  ]);
}

/** Pages of lines in a font that every reader has. */
function pdf(table, file) {
  const out = fs.openSync(file, 'w');
  let at = 0;
  const offsets = [];
  const add = (text) => {
    at += fs.writeSync(out, text, null, 'latin1');
  };
  const object = (number, body) => {
    offsets[number] = at;
    add(`${number} 0 obj\n${body}\nendobj\n`);
  };
  add('%PDF-1.7\n');
  const kids = [];
  let lines = [];
  let number = 4;
  const page = () => {
    const text = `BT /F 8 Tf 20 800 Td 10 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
    object(number, `<< /Length ${text.length} >>\nstream\n${text}\nendstream`);
    object(
      number + 1,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${number} 0 R >>`,
    );
    kids.push(`${number + 1} 0 R`);
    number += 2;
    lines = [];
  };
  for (const cells of recordsOf(table)) {
    lines.push(`${cells[2]} ${cells[3]} ${cells[5]} ${cells[6]} ${cells[8]}`);
    if (lines.length === 60) page();
    if (kids.length === PAGES) break;
  }
  if (lines.length > 0 && kids.length < PAGES) page();
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`);
  object(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const start = at;
  add(
    `xref\n0 ${number}\n0000000000 65535 f \n${offsets
      .slice(1)
      .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
      .join('')}`,
  );
  add(`trailer\n<< /Size ${number} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  fs.closeSync(out);
}

const MAKERS = {
  csv: (table, file) => fs.copyFileSync(table, file),
  jsonl: (table, file) => json(table, file, true),
  json: (table, file) => json(table, file, false),
  parquet,
  xlsx,
  docx,
  pdf,
};

if (process.argv[1] === import.meta.filename) {
  const [folder = '.', rows = '1000', ...asked] = process.argv.slice(2);
  const table = path.join(folder, 'formats-source.csv');
  writeTable(table, Number(rows));
  for (const format of asked.length > 0 ? asked : FORMATS) MAKERS[format](table, path.join(folder, `table.${format}`));
  fs.rmSync(table);
}
