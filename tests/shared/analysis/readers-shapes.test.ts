// JSON of known shapes: features of a map as rows with their positions whole, notebooks with their results.
import { describe, expect, it } from 'vitest';
import { columnsOf, contents, filesOf, outcome } from './readers-support';

const feature = (i: number, geometry: unknown = { type: 'Point', coordinates: [123.918612 + i, 47.354348] }) => ({
  type: 'Feature',
  geometry,
  properties: { 名称: `示例${i}`, phone: `1390000100${i}` },
});

describe('a GeoJSON file', () => {
  it('has a row for each feature, and positions as single cells', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', name: '站点', features: [0, 1, 2].map((i) => feature(i)), note: 'end' });
    const [file, ...more] = await filesOf(text);
    expect([file?.format, file?.rows, file?.partly, more]).toEqual(['json', 3, null, []]);
    expect(columnsOf(file).map(([name, , distinct]) => [name, distinct])).toEqual([
      ['type', 2],
      ['name', 1],
      ['geometry.type', 1],
      ['geometry.coordinates', 3],
      ['properties.名称', 3],
      ['properties.phone', 3],
      ['note', 1],
    ]);
    const hitsOf = (name: string) =>
      file?.columns?.find((column) => column.name === name)?.hits.map(({ detector, cells }) => [detector, cells]);
    expect([hitsOf('geometry.coordinates'), hitsOf('properties.phone')]).toEqual([[['coordinates', 3]], [['mobile', 3]]]);
  });

  it('of areas has every position, and coarse ones are no coordinates', async () => {
    const ring = [
      [123.91, 47.35],
      [123.92, 47.35],
      [123.92, 47.36],
      [123.91, 47.35],
    ];
    const text = JSON.stringify({ type: 'FeatureCollection', features: [feature(0, { type: 'Polygon', coordinates: [ring] })] });
    const [file] = await filesOf(text);
    const column = file?.columns?.find(({ name }) => name === 'geometry.coordinates');
    expect([file?.rows, column?.distinct, column?.hits]).toEqual([1, 3, []]);
  });

  it('in lines, or of one feature, is read the same', async () => {
    expect((await filesOf([0, 1].map((i) => JSON.stringify(feature(i))).join('\n')))[0]).toMatchObject({ format: 'jsonl', rows: 2 });
    const [one] = await filesOf(JSON.stringify(feature(0)));
    expect([one?.rows, one?.columns?.some(({ name }) => name === 'geometry.coordinates')]).toEqual([1, true]);
  });

  it('that is cut keeps what it had', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: [0, 1, 2].map((i) => feature(i)) });
    expect(await outcome(text.slice(0, -40))).toEqual([['x', 3, 'JSON_BROKEN']]);
  });
});

describe('a notebook', () => {
  const notebook = (outputs: unknown[]) =>
    JSON.stringify({
      cells: [
        { cell_type: 'markdown', source: ['# 说明\n', '联系人 13900001001'] },
        { cell_type: 'code', source: 'df.head()', outputs },
      ],
      metadata: {},
      nbformat: 4,
    });

  it('is read with its results, which are told', async () => {
    const [file] = await filesOf(
      notebook([
        { output_type: 'stream', text: ['手机 13900001002\n'] },
        { output_type: 'display_data', data: { 'text/plain': 'x' } },
      ]),
    );
    expect([file?.format, file?.partly, contents(file)]).toEqual(['json', null, [['CELL_OUTPUTS', 2]]]);
    const hits = (file?.columns ?? []).flatMap(({ name, hits }) => hits.map(({ detector }) => [name, detector]));
    expect(hits).toEqual([
      ['cells[].source[]', 'mobile'],
      ['cells[].outputs[].text[]', 'mobile'],
    ]);
  });

  it('says that its pictures were not looked at, however long they are', async () => {
    const text = notebook([{ output_type: 'display_data', data: { 'image/png': 'A'.repeat(100_000), 'text/plain': '13900001003' } }]);
    const [file] = await filesOf(text);
    expect([file?.partly?.code, file?.columns?.flatMap(({ hits }) => hits).length]).toEqual(['PART_NOT_READ', 2]);
  });
});
