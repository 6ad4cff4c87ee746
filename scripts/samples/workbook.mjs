// Workbooks as plain OOXML parts. Version 1 is what a spreadsheet program leaves behind when a pivot table is made from the trips and the
// trips are then "removed": the pivot cache still holds all of them, and a hidden sheet some.
import { zip } from './zip.mjs';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HIDDEN_ROWS = 5_000;

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const column = (i) => String.fromCharCode(65 + i);
const part = (name, text) => ({ name, bytes: Buffer.from(XML + text, 'utf8') });
const relationships = (name, list) =>
  part(
    name,
    `<Relationships xmlns="${PACKAGE}/relationships">${list
      .map(
        ([id, type, target]) => `<Relationship Id="${id}" Type="${type.startsWith('http') ? type : `${REL}/${type}`}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
  );

function sheet(name, rows) {
  const body = rows
    .map((row, r) => {
      const cells = row.map((cell, c) => {
        const at = `${column(c)}${r + 1}`;
        return r > 0 && /^\d{1,9}$/.test(cell) && !cell.startsWith('2302')
          ? `<c r="${at}"><v>${cell}</v></c>`
          : `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
      });
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    })
    .join('');
  return part(name, `<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData></worksheet>`);
}

function contentTypes(overrides) {
  const list = overrides.map(
    ([name, type]) =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  );
  return part(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${list.join('')}</Types>`,
  );
}

const root = () => relationships('_rels/.rels', [['rId1', 'officeDocument', 'xl/workbook.xml']]);

/** Trips a line and month, as the visible sheet shows them. */
function counts(trips) {
  const cells = new Map();
  for (const trip of trips) {
    const key = `${trip[0].slice(0, 7)}\u0000${trip[2]}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, n]) => [...key.split('\u0000'), String(n)]);
}

/** @param {string[]} header @param {string[][]} trips */
export function workbookV1(header, trips) {
  const cached = ['乘车日期', '刷卡时间', '线路', '上车站', '下车站', '卡号', '卡类型'].map((name) => header.indexOf(name));
  const shared = cached.map(() => new Map());
  const records = trips.map((trip) => {
    const items = cached.map((c, i) => {
      const value = trip[c];
      const known = shared[i].get(value);
      if (known !== undefined) return `<x v="${known}"/>`;
      shared[i].set(value, shared[i].size);
      return `<x v="${shared[i].size - 1}"/>`;
    });
    return `<r>${items.join('')}</r>`;
  });
  const fields = cached.map((c, i) => {
    const items = [...shared[i].keys()].map((value) => `<s v="${escaped(value)}"/>`).join('');
    return `<cacheField name="${header[c]}" numFmtId="0"><sharedItems count="${shared[i].size}">${items}</sharedItems></cacheField>`;
  });
  const visible = [['月份', '线路', '刷卡次数'], ...counts(trips)];
  return zip([
    contentTypes([
      ['xl/workbook.xml', 'sheet.main'],
      ['xl/worksheets/sheet1.xml', 'worksheet'],
      ['xl/worksheets/sheet2.xml', 'worksheet'],
      ['xl/pivotCache/pivotCacheDefinition1.xml', 'pivotCacheDefinition'],
      ['xl/pivotCache/pivotCacheRecords1.xml', 'pivotCacheRecords'],
    ]),
    root(),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="客流统计" sheetId="1" r:id="rId1"/><sheet name="明细" sheetId="2" state="hidden" r:id="rId2"/></sheets><pivotCaches><pivotCache cacheId="1" r:id="rId3"/></pivotCaches></workbook>`,
    ),
    relationships('xl/_rels/workbook.xml.rels', [
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
    ]),
    sheet('xl/worksheets/sheet1.xml', visible),
    sheet('xl/worksheets/sheet2.xml', [header, ...trips.slice(0, HIDDEN_ROWS)]),
    part(
      'xl/pivotCache/pivotCacheDefinition1.xml',
      `<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${REL}" r:id="rId1" recordCount="${records.length}"><cacheSource type="worksheet"><worksheetSource ref="A1:K${trips.length + 1}" sheet="刷卡明细"/></cacheSource><cacheFields count="${fields.length}">${fields.join('')}</cacheFields></pivotCacheDefinition>`,
    ),
    relationships('xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels', [['rId1', 'pivotCacheRecords', 'pivotCacheRecords1.xml']]),
    part(
      'xl/pivotCache/pivotCacheRecords1.xml',
      `<pivotCacheRecords xmlns="${MAIN}" count="${records.length}">${records.join('')}</pivotCacheRecords>`,
    ),
  ]);
}

/** @param {string[][]} rows month, line, group, count */
export function workbookV2(rows) {
  return zip([
    contentTypes([
      ['xl/workbook.xml', 'sheet.main'],
      ['xl/worksheets/sheet1.xml', 'worksheet'],
    ]),
    root(),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="客流统计" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    relationships('xl/_rels/workbook.xml.rels', [['rId1', 'worksheet', 'worksheets/sheet1.xml']]),
    sheet('xl/worksheets/sheet1.xml', [['月份', '线路', '卡组', '刷卡次数'], ...rows]),
  ]);
}
