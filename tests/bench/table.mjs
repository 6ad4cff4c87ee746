// The table that the scan is measured on: 20 columns, ten kinds of identifiers with their check characters, Chinese names, addresses and sentences, and
// plain columns of few and of many values. The same bytes on every machine.
import fs from 'node:fs';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平';
const ROADS = ['新明街', '中华路', '龙华路', '卜奎大街', '军校街', '文化大街', '站前大街', '和平路'];
const DISTRICTS = ['龙沙区', '建华区', '铁锋区', '昂昂溪区', '富拉尔基区'];
const KINDS = ['居民', '企业', '机关', '学校'];
const SENTENCES = ['已按规定完成现场核查，情况属实', '用户反映供热温度偏低，已派单处理', '正常', '资料齐全，同意受理'];

/** A generator with one state (LCG of Numerical Recipes), so that the bytes come out the same everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const pad = (value, width) => String(value).padStart(width, '0');

function residentId(random) {
  const first = `2302${['02', '03', '04', '05', '06', '07', '08', '21'][random(8)]}${1950 + random(60)}${pad(1 + random(12), 2)}${pad(1 + random(28), 2)}${pad(random(1000), 3)}`;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first.charCodeAt(i) - 48) * WEIGHTS[i];
  return first + '10X98765432'[sum % 11];
}
function creditCode(random) {
  let first = `9123020${random(10)}MA`;
  while (first.length < 17) first += ALPHABET[random(31)];
  let sum = 0;
  let weight = 1;
  for (const place of first) {
    sum += ALPHABET.indexOf(place) * weight;
    weight = (weight * 3) % 31;
  }
  return first + ALPHABET[(31 - (sum % 31)) % 31];
}
function withLuhn(start) {
  let sum = 0;
  for (let i = start.length - 1, twice = true; i >= 0; i--, twice = !twice) {
    const digit = start.charCodeAt(i) - 48;
    sum += twice ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return `${start}${(10 - (sum % 10)) % 10}`;
}

export const HEADER =
  '序号,姓名,身份证号,手机号码,统一社会信用代码,银行卡号,电子邮箱,车牌号,登录IP,设备串号,家庭住址,户号,登记日期,更新时间,区划代码,类别,面积,温度,状态,备注';

export function writeTable(file, rows) {
  const random = randomFrom(17);
  const out = fs.openSync(file, 'w');
  let part = `${HEADER}\n`;
  for (let row = 1; row <= rows; row++) {
    const name = SURNAMES[random(20)] + GIVEN[random(20)] + (random(3) ? GIVEN[random(20)] : '');
    const day = `2026-${pad(1 + random(12), 2)}-${pad(1 + random(28), 2)}`;
    const mobile = `13${random(10)}${pad(random(100_000_000), 8)}`;
    part += [
      row,
      name,
      residentId(random),
      mobile,
      creditCode(random),
      withLuhn(`622202${pad(random(1_000_000_000_000), 12)}`),
      `u${pad(random(1_000_000), 6)}@${['shili.cn', 'youxiang.shili.cn', 'mail.shili.com'][random(3)]}`,
      `黑B${pad(random(100_000), 5)}`,
      `${1 + random(223)}.${random(256)}.${random(256)}.${random(256)}`,
      withLuhn(`86${pad(random(1_000_000_000_000), 12)}`),
      `${DISTRICTS[random(5)]}${ROADS[random(8)]}${1 + random(300)}号${1 + random(9)}单元${101 + random(600)}室`,
      `${100000000 + random(900000000)}`,
      day,
      `${day} ${pad(random(24), 2)}:${pad(random(60), 2)}:${pad(random(60), 2)}`,
      `2302${pad(2 + random(7), 2)}`,
      KINDS[random(4)],
      `${20 + random(180)}.${pad(random(100), 2)}`,
      `${15 + random(12)}.${random(10)}`,
      random(10) === 0 ? '停用' : '在用',
      random(50) === 0 ? `${SENTENCES[random(2)]}，联系人${name}，电话${mobile}` : SENTENCES[random(4)],
    ].join(',');
    part += '\n';
    if (part.length > 1 << 20) {
      fs.writeSync(out, part);
      part = '';
    }
  }
  fs.writeSync(out, part);
  fs.closeSync(out);
}
