// Sample B, 公交刷卡出行数据集. Version 1 carries every defect that a microdata release can carry; version 2 is its honest successor, counted
// from the same trips after period and area were cut.
import { createHash, createHmac } from 'node:crypto';
import { encodeGb18030 } from './gb18030.mjs';
import { residentId, withWrongCheck } from './identifiers.mjs';
import { randomFrom } from './random.mjs';
import { workbookV1, workbookV2 } from './workbook.mjs';

const ROWS = 120_000;
const CARDS = 9_000;
const AREA = '230281'; // 讷河市, not agreed
const AREA_ROWS = 212;
const PERIOD_END = '2026-09-30';
const FINGERPRINT_ROWS = 10_000;
const FINGERPRINT_EQUAL = 3_870;
const FINGERPRINT_COLUMNS = ['刷卡时间', '线路', '车辆号牌', '上车站'];
const ELDERLY_LINE = '66路康养专线';
/** Few trips with a card of the group 优待: their monthly cells fall under five. */
const NIGHT_LINES = ['夜2路', '夜5路'];

const LINES = ['1路', '3路', '5路', '6路', '9路', '13路', '15路', '21路', '101路', '105路', '109路', '115路', ELDERLY_LINE, ...NIGHT_LINES];
const DISTRICTS = ['230202', '230203', '230204', '230205', '230206', '230207', '230208'];
const STOPS = [
  '火车站',
  '龙沙公园',
  '市医院',
  '百花园',
  '劳动湖',
  '建华机械厂',
  '中环广场',
  '大学城',
  '体育场',
  '鹤城广场',
  '新江路口',
  '湿地公园',
  '南苑',
  '北苑',
  '城西客运站',
  '江岸',
];
const PLATES = Array.from({ length: 12 }, (_, i) => `黑B0${String(1001 + i * 7)}${'DABCEFGHJK'[i % 10]}`);
const REMARKS = ['补登', '换乘优惠', '司机代刷', '设备重启', '离线补传'];
export const HEADER = ['乘车日期', '刷卡时间', '线路', '车辆号牌', '行政区划代码', '上车站', '下车站', '卡号', '卡类型', '余额', '备注'];
const MINUTES_SEEN = 17 * 60;

const pad = (n) => String(n).padStart(2, '0');

/** Day n from 2026-07-01 (0) on; 92 is 2026-10-01. */
function day(n) {
  for (const [month, length] of [
    [7, 31],
    [8, 31],
    [9, 30],
    [10, 31],
  ]) {
    if (n < length) return `2026-${pad(month)}-${pad(n + 1)}`;
    n -= length;
  }
  throw new Error('outside the sample');
}

function cardsFrom(random) {
  return Array.from({ length: CARDS }, (_, i) => {
    const draw = random.below(100);
    const kind = draw < 55 ? '普通卡' : draw < 77 ? '老年卡' : draw < 96 ? '学生卡' : '残疾人爱心卡';
    return {
      hash: createHash('md5')
        .update(`0452${String(i + 1).padStart(6, '0')}`)
        .digest('hex'),
      kind,
    };
  });
}

/** The remarks that hold identifiers, by row: 37 mobiles, 5 resident numbers that hold, 2 that do not. */
function plantedRemarks(random) {
  const numbers = [
    ...Array.from({ length: 37 }, (_, i) => {
      const mobile = `1${['39', '38', '50', '86', '99', '77'][i % 6]}0000${String(1001 + i * 53)}`;
      return [`失主电话${mobile}`, `联系 ${mobile} 取卡`, `${mobile}来电投诉`, `请回电${mobile}，已登记`][i % 4];
    }),
    `挂失人身份证${residentId('230202', '19900101', 1)}`,
    `代办 ${residentId('230203', '19851231', 2)} 补卡`,
    `证件号：${residentId('230281', '20050520', 123)}`,
    `证件${[...residentId('230204', '19780615', 45)].map((c) => (c === 'X' ? 'Ｘ' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('')}已核对`,
    `身份证 ${lowerCaseX('230206', '19660318')} 更正`,
    `身份证${withWrongCheck(residentId('230202', '19931107', 36))}无法核验`,
    `证件号 ${withWrongCheck(residentId('230205', '20010912', 8))}`,
  ];
  const places = random.shuffle(random.distinctBelow(numbers.length, ROWS - 20_000));
  return new Map(numbers.map((remark, i) => [places[i], remark]));
}

/** A number of this region and birth date whose check character is X, written in lower case. */
function lowerCaseX(region, birth) {
  for (let order = 1; order < 1000; order++) {
    const id = residentId(region, birth, order);
    if (id.endsWith('X')) return id.toLowerCase();
  }
  throw new Error('no such number');
}

function tripsFrom(random) {
  const cards = cardsFrom(random);
  const elderly = cards.filter((card) => card.kind === '老年卡');
  const ordinary = cards.filter((card) => card.kind === '普通卡');
  const remarks = plantedRemarks(random);
  const areaRows = new Set(random.distinctBelow(AREA_ROWS, 100_000));
  const trips = [];
  for (let i = 0; i < ROWS; i++) {
    // Days in order, so that the last ones lie after the agreed period: 95 days, of which three are too many.
    const date = day(Math.floor((i * 95) / ROWS));
    const minute = 330 + random.below(MINUTES_SEEN);
    const lineIndex = random.below(100) < 97 ? random.below(LINES.length - 2) : LINES.length - 2 + random.below(2);
    const line = LINES[lineIndex];
    const from = random.below(STOPS.length);
    const to = (from + 1 + random.below(STOPS.length - 1)) % STOPS.length;
    // On the night lines one trip in sixty or so may be made with another card than an ordinary one.
    const pool = line === ELDERLY_LINE ? elderly : NIGHT_LINES.includes(line) && random.below(60) !== 0 ? ordinary : cards;
    const card = pool[random.below(pool.length)];
    const balance = `${random.below(200)}.${random.below(10)}0`;
    const remark = remarks.get(i) ?? (random.below(50) === 0 ? random.pick(REMARKS) : '');
    const district = areaRows.has(i) ? AREA : DISTRICTS[lineIndex % DISTRICTS.length];
    const time = `${date} ${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
    trips.push([
      date,
      time,
      line,
      PLATES[random.below(PLATES.length)],
      district,
      STOPS[from],
      STOPS[to],
      card.hash,
      card.kind,
      balance,
      remark,
    ]);
  }
  return trips;
}

/** HMAC over the cells of a row, each preceded by its byte length as u32 (big-endian), cut to 16 bytes. */
function rowDigest(key, cells) {
  const hmac = createHmac('sha256', key);
  for (const cell of cells) {
    const bytes = Buffer.from(cell.normalize('NFC').trim(), 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return hmac.digest().subarray(0, 16);
}

/** Source rows as the service body saw them: 3,870 stand in the product unchanged, the others were aggregated away or never delivered. */
function fingerprint(random, trips) {
  const key = createHash('sha256').update('shiqi sample key of the service body').digest();
  const columns = FINGERPRINT_COLUMNS.map((name) => HEADER.indexOf(name));
  const inProduct = new Map();
  for (const trip of trips) {
    const cells = columns.map((c) => trip[c]);
    inProduct.set(cells.join('\u0000'), cells);
  }
  const rows = random.shuffle([...inProduct.values()]).slice(0, FINGERPRINT_EQUAL);
  const seen = new Set(rows.map((cells) => cells.join('\u0000')));
  while (rows.length < FINGERPRINT_ROWS) {
    const minute = 330 + random.below(MINUTES_SEEN);
    const cells = [
      `${day(random.below(92))} ${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`,
      random.pick(LINES),
      random.pick(PLATES),
      random.pick(STOPS),
    ];
    const joined = cells.join('\u0000');
    if (inProduct.has(joined) || seen.has(joined)) continue;
    seen.add(joined);
    rows.push(cells);
  }
  const digests = rows.map((cells) => rowDigest(key, cells)).sort(Buffer.compare);
  const keyCheck = createHmac('sha256', key).update('shiqi-fingerprint').digest('hex').slice(0, 16);
  const header = JSON.stringify({ v: 1, algorithm: 'hmac-sha256-128', columns: FINGERPRINT_COLUMNS, rows: FINGERPRINT_ROWS, keyCheck });
  return { file: Buffer.concat([Buffer.from(`${header}\n`), ...digests]), key: Buffer.from(`${key.toString('hex')}\n`) };
}

const GROUPS = { 普通卡: '普通', 老年卡: '老年', 学生卡: '优待', 残疾人爱心卡: '优待' };

/** Version 2: monthly counts by line and card group. A cell under five is merged with the next smallest of its line, and a line of one group shows only its total. */
function monthly(trips) {
  const cells = new Map();
  for (const trip of trips) {
    if (trip[0] > PERIOD_END || trip[4] === AREA) continue;
    const line = `${trip[0].slice(0, 7)}\u0000${trip[2]}`;
    const groups = cells.get(line) ?? new Map();
    const group = GROUPS[trip[8]];
    groups.set(group, (groups.get(group) ?? 0) + 1);
    cells.set(line, groups);
  }
  const rows = [];
  let merged = 0;
  for (const [key, groups] of [...cells].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const [month, line] = key.split('\u0000');
    const shown = [...groups].sort(([, a], [, b]) => a - b);
    const total = shown.reduce((sum, [, n]) => sum + n, 0);
    while (shown.length > 1 && shown[0][1] < 5) {
      const [small, next] = shown.splice(0, 2);
      merged++;
      shown.unshift([[...small[0].split('、'), ...next[0].split('、')].sort().join('、'), small[1] + next[1]]);
    }
    // A line of one group, or all of whose groups were merged, would repeat its total under a name that says who rides it.
    if (shown.length > 1) for (const [group, n] of shown.sort(([a], [b]) => (a < b ? -1 : 1))) rows.push([month, line, group, String(n)]);
    rows.push([month, line, '合计', String(total)]);
  }
  return { rows, merged };
}

export function busTrips() {
  const random = randomFrom(0xb05);
  const trips = tripsFrom(random);
  const { file, key } = fingerprint(random, trips);
  const v2 = monthly(trips);
  const csv = (rows) => Buffer.from(encodeGb18030(`${rows.map((row) => row.join(',')).join('\r\n')}\r\n`));
  return [
    { path: 'bus-trips/v1/trips.csv', bytes: csv([HEADER, ...trips]) },
    { path: 'bus-trips/v1/客流统计.xlsx', bytes: workbookV1(HEADER, trips) },
    { path: 'bus-trips/v1/公交刷卡源数据.shiqi-fingerprint', bytes: file },
    { path: 'bus-trips/v1/公交刷卡源数据.key', bytes: key },
    { path: 'bus-trips/v2/trips.csv', bytes: csv([['月份', '线路', '卡组', '刷卡次数'], ...v2.rows]) },
    { path: 'bus-trips/v2/客流统计.xlsx', bytes: workbookV2(v2.rows) },
    { path: 'bus-trips/v2/公交刷卡源数据.shiqi-fingerprint', bytes: file },
    { path: 'bus-trips/v2/公交刷卡源数据.key', bytes: key },
  ];
}
