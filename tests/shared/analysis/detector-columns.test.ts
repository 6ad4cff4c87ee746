// What is said of whole columns: certainty by check, share, header and how different the values are; digests tried; columns that speak together.
// Values are computed here by the published rules, from seeds.
import { createHash } from 'node:crypto';
import { analyse } from '@shared/analysis/analyse';
import { luhn } from '@shared/analysis/detectors/look';
import { residentCheckCharacter } from '@shared/analysis/detectors/resident-id';
import type { AnalysedColumn, AnalysisFile } from '@shared/analysis/result';
import { machineSignals, proposals } from '@shared/assessment/proposals';
import { sm3 } from '@shared/attestation/suites/sm3';
import { toHex, utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';
import { edition } from '../../support/shipped-edition';

async function fileOf(columns: Readonly<Record<string, readonly string[]>>): Promise<AnalysisFile> {
  const names = Object.keys(columns);
  const rows = Math.max(...Object.values(columns).map((values) => values.length));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: rows }, (_, i) => names.map((name) => quoted(columns[name]?.[i] ?? '')).join(','));
  const bytes = utf8(`${names.map(quoted).join(',')}\n${lines.join('\n')}\n`);
  const result = await analyse([bytes], { name: 'a.csv', sha256: 'a'.repeat(64), bytes: bytes.length, today: '2026-11-23' });
  const file = result.ok ? result.value.files[0] : undefined;
  if (!file) throw new Error('not analysed');
  return file;
}
const columnsOf = async (columns: Readonly<Record<string, readonly string[]>>): Promise<readonly AnalysedColumn[]> =>
  (await fileOf({ 行: Object.values(columns)[0]?.map((_, i) => `r${i}`) ?? [], ...columns })).columns?.slice(1) ?? [];
const hitsOf = async (name: string, values: readonly string[]) =>
  (await columnsOf({ [name]: values }))[0]?.hits.map(({ detector, certainty, valid, invalid, direct }) => [
    detector,
    certainty,
    valid,
    invalid,
    direct,
  ]);

/** Numerical Recipes' generator: the same numbers everywhere. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const many = <T>(count: number, make: (random: (below: number) => number, i: number) => T, seed = 7): T[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, i) => make(random, i));
};
const digits = (random: (below: number) => number, count: number): string => Array.from({ length: count }, () => random(10)).join('');
const hex = (random: (below: number) => number, count: number): string =>
  Array.from({ length: count }, () => random(16).toString(16)).join('');
const mobile = (random: (below: number) => number): string => `13${digits(random, 9)}`;
function resident(random: (below: number) => number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const first17 = `2302${two(2 + random(7))}${1950 + random(55)}${two(1 + random(12))}${two(1 + random(28))}${String(1 + random(9)).padStart(3, '0')}`;
  return first17 + residentCheckCharacter(first17);
}
const withLuhn = (body: string): string => body + [...'0123456789'].find((digit) => luhn(body + digit));

describe('headers and words of other systems', () => {
  it('takes names of drivers and patients for names of people', async () => {
    const people = many(40, (random) => `王${'伟芳娜敏静丽强磊'.charAt(random(8))}`);
    for (const header of ['driver_name', 'patientName', 'passenger name'])
      expect((await hitsOf(header, people))?.map(([detector, certainty]) => [detector, certainty])).toEqual([['name', 'certain']]);
  });

  it('takes the version of a browser for no address, and an address behind a host for one', async () => {
    expect(await hitsOf('ua', Array(20).fill('Mozilla/5.0 (X11) Chrome/120.0.0.0 Safari/537.36'))).toEqual([]);
    expect((await hitsOf('ua', Array(20).fill('gateway/120.77.5.9')))?.[0]?.[0]).toBe('ipv4');
  });
});

// Up to a million digests are tried for a column.
describe('digests', () => {
  it('of a city’s mobile numbers are restored however few they are', async () => {
    const few = many(5, (random) =>
      createHash('md5')
        .update(`1390452${digits(random, 4)}`)
        .digest('hex'),
    );
    expect(await hitsOf('手机号', few)).toEqual([['hashed-identifier', 'certain', 5, 0, true]]);
  });
  it('of any mobile numbers are restored in part, where a column holds two thousand and more', async () => {
    const some = many(2_500, (random) => createHash('md5').update(mobile(random)).digest('hex'), 23);
    expect((await hitsOf('手机号', some))?.map(([detector, certainty]) => [detector, certainty])).toEqual([
      ['hashed-identifier', 'certain'],
    ]);
  });
  const node = (algorithm: string) => (text: string) => createHash(algorithm).update(text).digest('hex');
  it.each([
    ['MD5', node('md5')],
    ['SHA-1', node('sha1')],
    ['SHA-256', node('sha256')],
    ['SM3', (text: string) => toHex(sm3(utf8(text)))],
    ['MD5', (text: string) => node('md5')(text).slice(8, 24)],
    ['MD5', (text: string) => node('md5')(text).toUpperCase()],
  ])('of card numbers are restored: %s', async (algorithm, digest) => {
    const values = many(60, (random) => digest(`0452${digits(random, 6)}`));
    const [column] = await columnsOf({ 卡号: values });
    expect(column?.hits.map(({ detector, certainty, direct }) => [detector, certainty, direct])).toEqual([
      ['hashed-identifier', 'certain', true],
    ]);
    expect(column?.hits[0]?.valid).toBe(60);
    expect(column?.hits[0]?.why).toContain(algorithm);
  });
  it('of resident numbers are restored, one is enough', async () => {
    const hits = await hitsOf(
      '身份证MD5',
      many(400, (random) => node('md5')(resident(random))),
    );
    expect(hits?.[0]?.slice(0, 2)).toEqual(['hashed-identifier', 'certain']);
  });
  it.each([
    ['random', '卡号', () => many(200, (random) => hex(random, 32))],
    ['random', 'merchantId', () => many(200, (random) => hex(random, 32))],
    ['salted', '卡号', () => many(200, (random) => node('md5')(`${digits(random, 6)}:salt of this test`))],
    ['of files', 'sha256', () => many(50, (random) => node('sha256')(`file ${hex(random, 40)}`))],
  ])('that are %s under %s are not called anything', async (_, name, values) => expect(await hitsOf(name, values())).toEqual([]));
});

describe('shapes', () => {
  it.each([
    ['order numbers of 16 digits', '订单', () => many(300, (random) => `62${digits(random, 14)}`)],
    ['order numbers of 15 digits', '单据', () => many(300, (random) => `35${digits(random, 13)}`)],
    ['versions', '固件版本', () => many(50, (random) => `${random(9)}.${random(9)}.${random(9)}.${random(9)}`)],
    ['stops', '上车站', () => many(100, (random) => ['江岸', '南苑', '龙沙公园', '建华机械厂', '新江路口', '市医院'][random(6)] as string)],
    ['counts', '供热户数', () => many(100, (random) => String(random(9000)))],
    ['scores', '评分', () => many(100, (random) => `${70 + random(60)}.${digits(random, 6)}`)],
    ['days', '周', () => many(100, (random) => `2026-W${10 + random(40)}`)],
    ['minutes', '刷卡时间', () => many(100, (random) => `2026-07-${10 + random(20)} ${10 + random(13)}:${10 + random(49)}`)],
    ['product codes', '产品编码', () => many(100, (random) => `E${digits(random, 8)}`)],
    ['suppressed cells', '人数', () => many(100, (random) => (random(3) === 0 ? '*' : String(5 + random(90))))],
  ])('of %s alone make nothing certain or likely', async (_, name, values) => {
    const hits = (await hitsOf(name, values())) ?? [];
    expect(hits.filter(([, certainty]) => certainty !== 'weak')).toEqual([]);
  });

  it('that check more often than chance are certain', async () => {
    expect(
      await hitsOf(
        '卡',
        many(50, (random) => withLuhn(`62${digits(random, 14)}`)),
      ),
    ).toEqual([['bank-card', 'certain', 50, 0, true]]);
  });
});

describe('headers and neighbours', () => {
  it('tell a firm’s line and address from a person’s', async () => {
    const lines = many(20, (random) => `0452-2${digits(random, 6)}`);
    expect(await hitsOf('服务热线', lines)).toEqual([['landline', 'certain', 20, 0, false]]);
    expect(await hitsOf('家庭电话', lines)).toEqual([['landline', 'certain', 20, 0, true]]);
    const places = many(20, (random) => `龙沙区示例路${1 + random(90)}号${1 + random(6)}单元${100 + random(500)}室`);
    expect(await hitsOf('家庭住址', places)).toEqual([['address', 'certain', 20, 0, true]]);
    expect((await hitsOf('企业地址', places))?.[0]?.[4]).toBe(false);
  });
  it('name what completes a mask', async () => {
    const ids = many(20, (random) => `${resident(random).slice(0, 6)}********${resident(random).slice(14)}`);
    const births = many(20, (random) => `19${50 + random(49)}-0${1 + random(9)}-1${random(9)}`);
    const [masks] = await columnsOf({ legalRepId: ids, birthDate: births, sex: many(20, () => '男') });
    expect(masks?.hits.map(({ detector, certainty, direct }) => [detector, certainty, direct])).toEqual([
      ['masked-identifier', 'certain', false],
    ]);
    expect(masks?.hits[0]?.why).toMatch(/birthDate.*sex/);
  });
  it('make coordinates a track only beside people and times', async () => {
    const points = many(20, (random) => `123.9${digits(random, 4)},47.3${digits(random, 4)}`);
    const alone = await columnsOf({ 坐标: points });
    expect(alone[0]?.hits.map(({ detector, sensitive }) => [detector, sensitive])).toEqual([['coordinates', false]]);
    const track = await columnsOf({ 坐标: points, 手机号: many(20, mobile), 时间: many(20, (_, i) => `2026-07-01 08:${10 + i}`) });
    expect(track[0]?.hits.map(({ detector, sensitive }) => [detector, sensitive])).toEqual([['coordinates', true]]);
  });
  it('see resident numbers that a spreadsheet has rounded, and no others beside them', async () => {
    const rounded = many(200, (random) => `${resident(random).slice(0, 15)}000`);
    expect(await hitsOf('身份证号', rounded)).toEqual([['damaged-identifier', 'certain', 200, 0, true]]);
  });
  it('let a record number be weak where it hardly differs', async () => {
    expect(
      await hitsOf(
        '住院号',
        many(200, (_, i) => `ZY${1000 + (i % 5)}`),
      ),
    ).toEqual([['medical-record', 'weak', 200, 0, true]]);
    expect(
      await hitsOf(
        '住院号',
        many(200, (_, i) => `ZY${1000 + i}`),
      ),
    ).toEqual([['medical-record', 'certain', 200, 0, true]]);
  });
  it('guess at names without a header only where the column holds little else', async () => {
    const names = many(
      80,
      (random) =>
        `${'王李张刘陈杨黄赵吴周'.charAt(random(10))}${'伟芳娜敏静强磊洋艳勇'.charAt(random(10))}${'一二三四五六七八九十'.charAt(random(10))}`,
    );
    expect((await hitsOf('甲', names))?.map(([detector, certainty]) => [detector, certainty])).toEqual([['name', 'likely']]);
    expect(await hitsOf('甲', [...names.slice(0, 20), ...many(60, (_, i) => `第${i}批货物`)])).toEqual([]);
  });
});

describe('what a reviewer is asked', () => {
  const items = async (columns: Readonly<Record<string, readonly string[]>>) =>
    proposals([await fileOf(columns)], edition).map(({ item }) => item);
  it('is r2-04 for what can be read again', async () => {
    const hashed = many(20, (random) =>
      createHash('md5')
        .update(`0452${digits(random, 6)}`)
        .digest('hex'),
    );
    const encoded = many(20, (random) => btoa(mobile(random)));
    expect(await items({ 卡号: hashed, 令: encoded, 电话: many(20, () => '138****1234') })).toEqual(['r2-04', 'r2-04', 'r2-04']);
  });
  it('is r4-03 for secrets, nothing for a firm’s code', async () => {
    expect(await items({ 行: ['a'], 说明: ['password: Shili-Not-Real-2026'] })).toEqual(['r4-03']);
    expect(await items({ 行: many(9, (_, i) => `r${i}`), 统一社会信用代码: many(9, () => '91230184MA1BUFLT44') })).toEqual([]);
  });
  it('switches on what concerns people when a digest was restored', async () => {
    const hashed = many(20, (random) =>
      createHash('md5')
        .update(`0452${digits(random, 6)}`)
        .digest('hex'),
    );
    expect(machineSignals([await fileOf({ 卡号: hashed })], []).map(({ signal, certainty }) => [signal, certainty])).toEqual([
      ['hashed-identifier', 'certain'],
    ]);
  });
});

describe('rare surnames', () => {
  const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];
  const called = (surnames: string, count: number): string[] =>
    many(
      count,
      (random, i) => [...surnames][i % [...surnames].length] + (given[random(20)] ?? '') + (i % 4 ? (given[random(20)] ?? '') : ''),
    );
  const people = [...called('王李张刘陈杨赵周', 44), ...called('丛仝车米艾卜', 6)];

  it('are names among people, under whatever name stands for people', async () => {
    for (const header of ['name', '名字', 'xm', '持卡人', 'contact_name'])
      expect([header, ...((await hitsOf(header, people)) ?? [])]).toEqual([header, ['name', 'certain', 50, 0, true]]);
  });
  it('are counted as doubtful where people are few, or little differs', async () => {
    const few = [...called('王李', 4), '仝伟'];
    expect(await hitsOf('名字', few)).toEqual([['name', 'certain', 4, 1, true]]);
    const alike = [...Array.from({ length: 40 }, (_, i) => ['王伟', '李芳', '张敏'][i % 3] ?? ''), '仝伟', '米艾'];
    expect(await hitsOf('名字', alike)).toEqual([['name', 'certain', 40, 2, true]]);
  });
  it.each([
    ['goods', '白菜 黄瓜 金针菇 马铃薯 茄子 萝卜 米线 车厘子 石榴 柳橙 毛豆 牛肉 香菇 冬瓜 土豆 高粱'],
    ['places', '江岸 高峰 马家沟 黄河路 林场 龙沙 建华 铁锋 讷河 甘南县 富裕 泰来 依安 克山 拜泉 龙江'],
    ['firms', '龙沙热力 鹤城物业 建华商贸 示例超市 张记面馆 李宁 王府井 中兴 华联 大润发 安利 康师傅 金龙鱼 鲁花 海天 万科'],
    ['roads', '黄河路 长江路 江南街 高峰村 马庄 林业局 金星站 石桥 白河 龙湖 唐山市 安徽省 任家屯 孟津县 苏州桥 温泉镇'],
  ])('make no people of %s under a bare name: weak at most, and none of them counted by its column', async (_, words) => {
    const values = Array.from({ length: 4 }, () => words.split(' ')).flat();
    const hits = (await hitsOf('name', values)) ?? [];
    expect(hits.filter(([, certainty]) => certainty !== 'weak')).toEqual([]);
    expect(Number(hits[0]?.[2] ?? 0)).toBeLessThan(0.6 * values.length);
  });
});

describe('whose a number is', () => {
  const numbers = many(24, (random) => digits(random, 10));
  it.each(['供热户号', '供水户号', '用电户号', '供气用户编号', '热表编号', '学生编号'])(
    'is a home’s or a person’s under %s, whoever gave it',
    async (header) => {
      expect(await hitsOf(header, numbers)).toEqual([['account-number', 'certain', 24, 0, true]]);
    },
  );
  it.each(['对公账户', '企业账号', '供热单位账号', '企业用户编号'])('is a firm’s under %s', async (header) => {
    expect(await hitsOf(header, numbers)).toEqual([['account-number', 'certain', 24, 0, false]]);
  });
  it.each(['企业联系电话', '机构电话', '单位联系方式', '咨询电话', '值班电话'])('is a firm’s line under %s', async (header) => {
    expect(await hitsOf(header, many(20, mobile))).toEqual([['mobile', 'certain', 20, 0, false]]);
  });
  it.each(['企业联系人电话', '法定代表人手机', '家长电话'])('is a person’s line under %s', async (header) => {
    expect(await hitsOf(header, many(20, mobile))).toEqual([['mobile', 'certain', 20, 0, true]]);
  });
  it.each(['注册地址', '经营场所', 'zcdz'])('is a firm’s seat under %s', async (header) => {
    const seats = many(12, (random) => `齐齐哈尔市铁锋区站前大街${1 + random(300)}号`);
    expect((await hitsOf(header, seats))?.map(([detector, , valid, , direct]) => [detector, valid, direct])).toEqual([
      ['address', 12, false],
    ]);
  });
});

describe('headers', () => {
  it.each(['id_number', 'cert_no', 'cardId'])('speak for resident numbers: %s', async (header) => {
    const wrong = many(6, resident).map((number) => number.slice(0, 17) + (number.endsWith('1') ? '2' : '1'));
    expect(await hitsOf(header, [...wrong, ...many(2, resident, 11)])).toEqual([['resident-id', 'likely', 2, 6, true]]);
  });
  it.each([
    ['患者编号', 'medical-record'],
    ['医保编号', 'medical-record'],
    ['参保编号', 'social-security'],
    ['社保个人编号', 'social-security'],
    ['不动产权证号', 'account-number'],
  ])('speak for numbers that only they can name: %s', async (header, detector) => {
    expect(
      await hitsOf(
        header,
        many(24, (random) => `A${digits(random, 8)}`),
      ),
    ).toEqual([[detector, 'certain', 24, 0, true]]);
  });
  it.each(['订单编号', '设备编号', 'version'])('of codes contradict fixed lines: %s', async (header) => {
    const lines = many(20, (random) => `0452-2${digits(random, 6)}`);
    const [hit] = (await columnsOf({ [header]: lines }))[0]?.hits ?? [];
    expect([hit?.detector, hit?.certainty, hit?.why.includes(header)]).toEqual(['landline', 'weak', true]);
  });
});

describe('what public tables write', () => {
  const kinds = async (header: string, values: readonly string[]) =>
    (await hitsOf(header, values))?.map(([detector, certainty, valid, , direct]) => [detector, certainty, valid, direct]);

  it('takes names with 某 for masked, in a column of people and beside real names', async () => {
    const masks = many(24, (random, i) => `${'王李张刘'.charAt(random(4))}某${i % 2 ? '某' : ''}`);
    expect(await kinds('申请人', masks)).toEqual([['masked-identifier', 'certain', 24, false]]);
    expect(await kinds('申请人', ['王街', ...masks.slice(0, 4), '李娜'])).toEqual([
      ['masked-identifier', 'certain', 4, false],
      ['name', 'likely', 2, true],
    ]);
    expect(await kinds('甲', masks)).toEqual([]);
  });
  it.each([
    ['银行卡', '6222***********1234'],
    ['银行卡号', '**** **** **** 1234'],
    ['车牌', '黑B***12'],
    ['受理人', '*伟'],
  ])('takes a mask for one under every name of an identifier: %s', async (header, value) => {
    expect(await kinds(header, [value])).toEqual([['masked-identifier', 'certain', 1, false]]);
  });
  it('numbers certificates of property and meters in their own ways', async () => {
    const certificates = many(24, (random) => `黑（2024）齐齐哈尔市不动产权第${digits(random, 7)}号`);
    expect(await kinds('不动产权证号', certificates)).toEqual([['account-number', 'certain', 24, true]]);
    const meters = many(24, (random) => `RB${digits(random, 8)}`);
    expect(await kinds('热计量表编号', meters)).toEqual([['account-number', 'certain', 24, true]]);
    expect(await kinds('开户账号', ['黑龙江省分行第一营业部', '第12号'])).toEqual([]);
  });
  it('sees several people in one cell, and no goods', async () => {
    expect(await kinds('权利人', ['王伟、李娜', '张敏，刘洋', '陈静'])).toEqual([['name', 'certain', 3, true]]);
    expect(await kinds('权利人', ['食品、日用百货', '白酒、饮料'])).toEqual([]);
  });
  it('sees plates and homes that a sentence does not part from its words', async () => {
    const told = ['投诉黑B12345出租车拒载', '路灯不亮', '井盖破损', '建议增加班次', '高新A12345区规划'];
    expect(await kinds('诉求', told)).toEqual([['plate', 'likely', 1, true]]);
    const homes = ['家住龙沙区示例路12号阳光小区3号楼2单元501室停水', ...many(4, (_, i) => `反映示例路${10 + i}号小区供暖不热`)];
    expect(await kinds('诉求', homes)).toEqual([['address', 'likely', 5, true]]);
    expect((await kinds('诉求', homes.slice(1, 3).concat('一', '二', '三')))?.[0]?.[1]).toBe('weak');
  });
  it('reads homes written as building, entrance and room, and no day for one', async () => {
    const homes = many(12, (random) => `建华区示例小区${1 + random(90)}-${1 + random(6)}-${101 + random(900)}`);
    expect(await kinds('房屋坐落', homes)).toEqual([['address', 'likely', 12, true]]);
    expect(await kinds('说明', ['示例路2024-01-05检修', '示例路2024-1-105'])).toEqual([]);
  });
  it.each(['车主', '开户人', '班主任', '被执行人'])('knows who stands under %s however few', async (header) => {
    expect(await kinds(header, ['王伟', '李娜', '张敏'])).toEqual([['name', 'certain', 3, true]]);
  });
  it('does not take the name of a key for the key', async () => {
    expect(await kinds('api_key_name', ['prod-1', 'test-2', 'stage-3'])).toEqual([]);
    expect(await kinds('api_key', ['prod-1a9', 'test-2b8', 'stage-3'])).toEqual([['secret', 'likely', 3, false]]);
  });
  it('does not take numbers for damaged identity numbers because one in a thousand holds a day', async () => {
    const rounded = many(3_000, (random) => `${1 + random(9)}${digits(random, 14)}000`);
    expect((await kinds('订单号', rounded))?.filter(([, certainty]) => certainty !== 'weak')).toEqual([]);
    const people = many(30, (random) => `${resident(random).slice(0, 15)}000`);
    expect(await kinds('甲', people)).toEqual([['damaged-identifier', 'likely', 30, true]]);
  });
  it.each(['采购人联系方式', '中标人电话'])('knows parties of a tender as firms: %s', async (header) => {
    expect(
      await kinds(
        header,
        many(20, (random) => `0452-2${digits(random, 6)}`),
      ),
    ).toEqual([['landline', 'certain', 20, false]]);
  });
});
