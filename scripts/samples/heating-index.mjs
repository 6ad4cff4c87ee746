// Sample A, 供热需求指数: an aggregate that should pass. The suppressed cell of 3 households exists only here, as the reason for the two marks in the file.
import { uscc } from './identifiers.mjs';
import { randomFrom } from './random.mjs';

export const HEATING_FIRM = uscc('91', '230299', 'MA1HEAT0');

const COUNTIES = [
  ['230202', '龙沙区', 5200],
  ['230203', '建华区', 5600],
  ['230204', '铁锋区', 4300],
  ['230205', '昂昂溪区', 900],
  ['230206', '富拉尔基区', 2600],
  ['230207', '碾子山区', 640],
  ['230208', '梅里斯达斡尔族区', 1100],
  ['230221', '龙江县', 2400],
  ['230223', '依安县', 1700],
  ['230224', '泰来县', 1500],
  ['230225', '甘南县', 1600],
  ['230227', '富裕县', 1300],
  ['230229', '克山县', 1400],
  ['230230', '克东县', 1000],
  ['230231', '拜泉县', 1650],
  ['230281', '讷河市', 2900],
];
// Share of the reporting households in thousandths. 医院 in the smallest district is the one that can fall under five.
const BUILDINGS = [
  ['住宅', 820],
  ['办公', 70],
  ['商业', 64],
  ['学校', 30],
  ['医院', 12],
];
const TOTAL = '合计';
const HEADER = [
  '行政区划代码',
  '区县',
  '周',
  '建筑类型',
  '站点编号',
  '供热单位信用代码',
  '服务热线',
  '供热户数',
  '周平均气温',
  '供热需求指数',
];
const SUPPRESSED = { county: '230207', week: '2026-W43', building: '医院', households: 3, second: '学校' };

function weeks() {
  const list = [];
  const range = (year, from, to) => {
    for (let n = from; n <= to; n++) list.push(`${year}-W${String(n).padStart(2, '0')}`);
  };
  range(2024, 47, 52);
  range(2025, 1, 15);
  range(2025, 42, 52);
  range(2026, 1, 15);
  range(2026, 42, 46);
  return list;
}

/** Mean temperature of a week in tenths of a degree: a triangle with its lowest point in the third week of January. */
function temperature(week, noise) {
  const n = Number(week.slice(6));
  const distance = n > 26 ? 55 - n : Math.abs(n - 3);
  return -215 + distance * 22 + noise;
}

export function heatingIndex() {
  const random = randomFrom(0x5e1701);
  const rows = [];
  for (const week of weeks()) {
    for (const [code, county, size] of COUNTIES) {
      const tenths = temperature(week, random.below(61) - 30);
      const counts = BUILDINGS.map(([, share]) => Math.floor((size * share) / 1000) + random.below(3));
      const isCell = code === SUPPRESSED.county && week === SUPPRESSED.week;
      if (isCell) counts[4] = SUPPRESSED.households;
      const total = counts.reduce((a, b) => a + b, 0);
      const indices = BUILDINGS.map((_, i) => 600 + (180 - tenths) * 2 - i * 15 + random.below(80));
      const common = [code, county, week];
      const tail = [`139${code}01`, HEATING_FIRM, `0452-${2300000 + Number(code.slice(4)) * 100 + 17}`];
      const degrees = `${tenths < 0 ? '-' : ''}${Math.floor(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10}`;
      BUILDINGS.forEach(([name], i) => {
        const hidden = isCell && (name === SUPPRESSED.building || name === SUPPRESSED.second);
        rows.push([...common, name, ...tail, hidden ? '*' : String(counts[i]), degrees, hidden ? '*' : decimal(indices[i])]);
      });
      const mean = Math.floor(indices.reduce((sum, index, i) => sum + index * counts[i], 0) / total);
      rows.push([...common, TOTAL, ...tail, String(total), degrees, decimal(mean)]);
    }
  }
  const csv = (list) => Buffer.from(`\uFEFF${[HEADER, ...list].map((row) => row.join(',')).join('\r\n')}\r\n`, 'utf8');
  return [
    { path: 'heating-index/v1/index.csv', bytes: csv(rows) },
    // The October release: the same rows up to week 43, hidden where the November release hides.
    { path: 'heating-index/v1/index_2026-10.csv', bytes: csv(rows.filter((row) => row[2] <= '2026-W43')) },
  ];
}

/** @param {number} tenths */
const decimal = (tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`;
