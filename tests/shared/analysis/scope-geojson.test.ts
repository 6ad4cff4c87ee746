// Points of a map against the agreed grain of area: the decimals of a degree are the grain, corners of boundaries are none.
import { analyse } from '@shared/analysis/analyse';
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';

async function looked(positions: readonly (readonly [string, string])[], grain: string | null, type = 'Point') {
  const features = positions.map(
    ([lon, lat]) =>
      `{"type":"Feature","properties":{"n":1},"geometry":{"type":"${type}","coordinates":${type === 'Polygon' ? `[[[${lon},${lat}],[${lon},${lat}]]]` : `[${lon},${lat}]`}}}`,
  );
  const bytes = utf8(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
  const agreement = { v: 1 as const, id: '示协-1', fields: ['properties.n'], grain: { area: grain as 'street' | null } };
  const result = await analyse([bytes], { name: 'map.json', sha256: 'a'.repeat(64), bytes: bytes.length, agreement, today: '2026-11-23' });
  if (!result.ok) throw new Error(result.code);
  const { files, notChecked } = result.value;
  return { grain: files[0]?.scope?.grain, said: notChecked.length };
}
const exceeds = async (lon: string, lat: string, agreed: string) => (await looked([[lon, lat]], agreed)).grain?.exceeds;

describe('points of GeoJSON', () => {
  it.each([
    ['123.9', '47.3', 'county', false],
    ['123.95', '47.3', 'county', true],
    ['123.95', '47.35', 'street', false],
    ['123.957', '47.35', 'street', true],
    ['123.957', '47.354', 'village', false],
    ['123.9571', '47.354', 'village', true],
    ['123', '47', 'city', false],
    ['123.950000', '47.300', 'street', false],
    ['-123.9', '47.31', 'county', true],
  ])('at %s, %s against %s', async (lon, lat, agreed, beyond) => {
    expect(await exceeds(lon, lat, agreed)).toBe(beyond);
  });

  it('count by the finest of them, and are called points when no agreed grain is as fine', async () => {
    const { grain } = await looked(
      [
        ['123.9', '47.3'],
        ['123.957123', '47.354'],
      ],
      'village',
    );
    expect(grain).toEqual({ authorised: { time: null, area: 'village' }, observed: { time: null, area: 'point' }, exceeds: true });
  });

  it('are not compared where boundaries are drawn, or where no grain was agreed, and that is said', async () => {
    const points = await looked([['123.9571', '47.354']], 'county');
    const corners = await looked([['123.9571', '47.354']], 'county', 'Polygon');
    const unsaid = await looked([['123.9571', '47.354']], null);
    expect([corners.grain, unsaid.grain]).toEqual([undefined, undefined]);
    expect([corners.said - points.said, unsaid.said - points.said]).toEqual([1, 1]);
  });
});
