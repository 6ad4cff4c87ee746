// What only looks like an identifier. Each column says what it is and must be called nothing; `near` names the detectors that its values come
// close to, so that every detector is tried with as many values that are not its own as with values that are.
import { createHash } from 'node:crypto';
import type { DetectorId } from '@shared/analysis/result';
import type { Chance } from './chance';
import * as number from './numbers';
import type { Maker } from './sorts';
import { firm } from './words';

export type Hard = {
  readonly near: readonly DetectorId[];
  readonly about: string;
  readonly headers: readonly string[];
  readonly forms: readonly Maker[];
};

const two = (n: number): string => String(n).padStart(2, '0');
const stamp = (c: Chance): string => `${number.dayBetween(c, 2023, 2026)}${two(c.upTo(24))}${two(c.upTo(60))}${two(c.upTo(60))}`;
const hex = '0123456789abcdef';
const uuid = (c: Chance): string => `${c.of(hex, 8)}-${c.of(hex, 4)}-4${c.of(hex, 3)}-a${c.of(hex, 3)}-${c.of(hex, 12)}`;
const date = (c: Chance): string => {
  const d = number.dayBetween(c, 2020, 2026);
  return `${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6)}`;
};
const CODE = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';
const luhnOrder = (c: Chance): string => {
  const body = `2026${c.digits(11)}`;
  return body + number.luhnCheck(body);
};
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const percent = (c: Chance): string => `0.${c.digits(4)}`;

// biome-ignore format: one line each
export const HARD: readonly Hard[] = [
  { near: ['resident-id', 'foreign-permanent-resident', 'uscc'], about: 'order numbers of 18 digits that begin with a time', headers: ['订单号', '流水号', 'order_no'], forms: [(c) => stamp(c) + c.digits(4)] },
  { near: ['resident-id'], about: '18 digits whose day does not exist', headers: ['业务编号', '单号'], forms: [number.residentWrongDay] },
  { near: ['resident-id'], about: '18 digits with a day and a wrong check', headers: ['业务编号', '备注'], forms: [number.residentWrongCheck] },
  { near: ['resident-id'], about: 'samples of the right shape and wrong check, as collections of patterns have them', headers: ['示例'], forms: [() => '12345619991205131x', () => '622223199912051311', (c) => `T60426${number.residentId(c).slice(6)}`] },
  { near: ['resident-id', 'mobile', 'bank-card'], about: 'longer numbers with a true one inside', headers: ['回执号', 'trace'], forms: [(c) => `7${number.residentId(c)}7`, (c) => `${number.residentId(c)}0${c.digits(6)}`] },
  { near: ['resident-id', 'hmt-residence-permit', 'uscc', 'damaged-identifier'], about: 'whole amounts of 18 digits', headers: ['金额', '总量'], forms: [(c) => `${1 + c.upTo(9)}${'0'.repeat(17)}`, (c) => `${c.of('123456789', 4)}${'0'.repeat(14)}`] },
  { near: ['hmt-residence-permit'], about: 'numbers of 18 digits that begin with 81 to 83 and have no day', headers: ['批次号'], forms: [(c) => `8${c.pick(['1', '2', '3'])}${c.digits(4)}9${c.digits(10)}0`] },
  { near: ['hmt-residence-permit'], about: 'permits with a wrong check', headers: ['编号'], forms: [(c) => { const id = number.permitId(c); return id.slice(0, 17) + c.pick([...'0123456789'].filter((d) => d !== id.slice(17))); }] },
  { near: ['foreign-permanent-resident'], about: 'numbers of 18 digits that begin with 9 and have no day', headers: ['资产编号'], forms: [(c) => `9${c.digits(5)}9${c.digits(11)}`] },
  { near: ['resident-id-15', 'imei', 'bank-card'], about: 'order numbers of 15 digits', headers: ['订单号', '交易流水号', 'orderId'], forms: [(c) => `2026${two(1 + c.upTo(12))}${two(1 + c.upTo(28))}${c.digits(7)}`] },
  { near: ['resident-id-15'], about: '15 digits with a region and a month 13', headers: ['合同编号'], forms: [(c) => `230202${two(c.upTo(100))}13${c.digits(5)}`] },
  { near: ['uscc'], about: 'codes with a wrong check and no header', headers: ['标识'], forms: [number.creditWrongCheck] },
  { near: ['uscc', 'vin'], about: 'codes of 17 and 18 letters and digits', headers: ['序列号', 'serial'], forms: [(c) => `K${c.of(CODE, 16)}A`, (c) => `S${c.of(CODE, 16)}`] },
  { near: ['vin'], about: '17 places with a wrong check and no header', headers: ['物料编码'], forms: [number.vinWrongCheck] },
  { near: ['mobile', 'bank-card', 'imei'], about: 'milliseconds', headers: ['时间戳', 'timestamp', 'created_at'], forms: [(c) => `17${c.digits(11)}`] },
  { near: ['bank-card', 'imei'], about: 'microseconds', headers: ['ts', 'event_time'], forms: [(c) => `17${c.digits(14)}`] },
  { near: ['mobile'], about: 'codes of stations', headers: ['站点编号', '设备编码', 'station_code'], forms: [(c) => `139${c.digits(8)}`] },
  { near: ['mobile'], about: 'order numbers of 11 digits', headers: ['订单编号', 'order_id'], forms: [(c) => `1${c.of('3456789', 1)}${c.digits(9)}`] },
  { near: ['mobile', 'landline', 'messenger-id'], about: 'amounts of 11 digits and cents', headers: ['金额', '投资额（元）', 'amount'], forms: [(c) => `1${c.of('3456789', 1)}${c.digits(9)}.${c.digits(2)}`] },
  { near: ['mobile', 'landline'], about: 'public numbers', headers: ['说明', '渠道'], forms: [() => '12345', () => '95598', () => '400-810-1234', () => '拨打12345热线', () => '客服95588', () => '电话110'] },
  { near: ['landline'], about: 'part numbers with a hyphen', headers: ['零件号', '图号', 'part'], forms: [(c) => `${c.digits(4)}-${c.digits(6)}-${c.digits(2)}`, (c) => `1${c.digits(3)}-${c.digits(7)}`] },
  { near: ['landline', 'birth-date'], about: 'days and hours', headers: ['采集时间', '统计时段'], forms: [(c) => `${date(c)} ${two(c.upTo(24))}:${two(c.upTo(60))}`, (c) => `${date(c)} 至 ${date(c)}`] },
  { near: ['bank-card'], about: 'order numbers of 16 digits that pass Luhn', headers: ['订单号', 'trade_no'], forms: [luhnOrder] },
  { near: ['bank-card'], about: 'accounts of firms, without Luhn', headers: ['凭证号', '票据号'], forms: [(c) => { const card = number.bankWrongCheck(c); return card; }] },
  { near: ['bank-card', 'iccid', 'imei'], about: 'numbers of rows by snowflake', headers: ['id', '主键', 'row_id'], forms: [(c) => `1${c.of('5678', 1)}${c.digits(17)}`, (c) => `1${c.of('5678', 1)}${c.digits(16)}`] },
  { near: ['iccid'], about: '20 digits that begin otherwise', headers: ['托盘号', 'SSCC'], forms: [(c) => `00${c.digits(18)}`] },
  { near: ['imei', 'resident-id-15'], about: '15 digits that begin otherwise', headers: ['批次', '校验码'], forms: [(c) => `7${c.digits(14)}`] },
  { near: ['plate'], about: 'places and things with letters', headers: ['位置', '型号', '站台'], forms: [(c) => `京A座${c.digits(3)}`, (c) => `A${c.digits(2)}出口`, (c) => `晋级B组${c.digits(1)}`, (c) => `冀BT-${c.digits(3)}型泵`, () => '湖苏BABCDE'] },
  { near: ['passport', 'hmt-travel-permit'], about: 'codes of products', headers: ['产品编码', '物料号', 'sku'], forms: [(c) => `E${c.digits(8)}`, (c) => `G${c.digits(8)}`, (c) => `H${c.digits(8)}`] },
  { near: ['hmt-travel-permit', 'birth-date'], about: 'days in one piece', headers: ['日期', '数据日期', 'stat_date'], forms: [(c) => number.dayBetween(c, 2019, 2026)] },
  { near: ['birth-date'], about: 'days of events', headers: ['就诊日期', '入学时间', '登记日期', 'admissionDate'], forms: [date] },
  { near: ['birth-date'], about: 'days and works with the characters of birth', headers: ['经过', '简介', '说明'], forms: [(c) => `事件发生于${date(c)}`, (c) => `本项目诞生于${date(c)}`, (c) => `${date(c)}生产`, (c) => `发生日期${date(c)}`, (c) => `${date(c)}生猪存栏${c.digits(4)}头`, (c) => `学生${c.digits(4)}人，${date(c)}开学`, (c) => `the brand was born ${date(c)}`] },
  { near: ['birth-date'], about: 'counts of births', headers: ['出生人口', '出生人数', '出生率（‰）', 'births'], forms: [(c) => String(1_910 + c.upTo(110)), (c) => `${c.upTo(9)}.${c.digits(2)}`] },
  { near: ['email'], about: 'files, names with a sign, parts of code', headers: ['资源', '组件', 'asset'], forms: [(c) => `icon${c.digits(2)}@2x.png`, () => `logo@3x.jpg`, (c) => `user@host${c.digits(1)}`, () => '@mui/material@9.14.0', (c) => `${c.digits(2)}@${c.digits(1)}`, () => 'a@@shili.cn'] },
  { near: ['ipv4'], about: 'versions', headers: ['版本号', '固件版本', 'version'], forms: [(c) => `${c.upTo(9)}.${c.upTo(20)}.${c.upTo(20)}.${c.upTo(200)}`, (c) => `v${c.upTo(9)}.${c.upTo(20)}.${c.upTo(20)}.${c.upTo(20)}`] },
  { near: ['ipv4'], about: 'four numbers parted by dots, too large', headers: ['编目号', '图幅'], forms: [(c) => `${256 + c.upTo(700)}.${c.upTo(200)}.${c.upTo(200)}.${c.upTo(200)}`, (c) => `${c.upTo(200)}.${c.upTo(99)}.${100 + c.upTo(99)}.${256 + c.upTo(700)}`] },
  { near: ['ipv4', 'coordinates'], about: 'numbers of paragraphs and objects', headers: ['条款', 'OID', '章节'], forms: [(c) => `${1 + c.upTo(9)}.${1 + c.upTo(9)}.${1 + c.upTo(9)}.${1 + c.upTo(9)}`, (c) => `1.3.6.1.4.1.${c.digits(5)}`, (c) => `1.2.156.${c.digits(5)}.1`] },
  { near: ['ipv6', 'mac'], about: 'times and ratios', headers: ['时长', '比例', 'duration'], forms: [(c) => `${two(c.upTo(24))}:${two(c.upTo(60))}:${two(c.upTo(60))}`, (c) => `${c.upTo(9)}:${c.upTo(9)}:${c.upTo(9)}:${c.upTo(9)}`] },
  { near: ['ipv6'], about: 'names of code', headers: ['类名', 'symbol'], forms: [(c) => `ns${c.digits(1)}::Cell`, () => 'std::vector::at', () => 'abc::add', () => 'Face::Bad'] },
  { near: ['mac'], about: 'days and times with hyphens, placeholders', headers: ['批次时间', 'backup'], forms: [(c) => `${two(c.upTo(30))}-${two(1 + c.upTo(12))}-${two(1 + c.upTo(28))}-${two(c.upTo(24))}-${two(c.upTo(60))}-${two(c.upTo(60))}`, () => 'ff:ff:ff:ff:ff:ff', () => '00:00:00:00:00:00', () => '00,1a,2b,3c,4d,5e'] },
  { near: ['name'], about: 'stops, goods and states that begin with a surname', headers: ['站名', '商品名称', '类别', '状态'], forms: [() => '江岸', () => '白菜', () => '高峰', () => '马路', () => '金额', () => '黄河路', () => '安全', () => '常规', () => '方便面', () => '任务中', () => '石油', () => '温度', () => '平安'] },
  { near: ['name'], about: 'goods under a bare name', headers: ['name', '名字'], forms: ['白菜', '黄瓜', '金针菇', '马铃薯', '茄子', '萝卜', '米线', '车厘子', '桑叶', '方便面', '石榴', '柳橙', '毛豆', '江米', '苗木', '唐装', '牛肉', '羊排', '香菇', '冬瓜', '土豆', '西红柿', '高粱', '温度计'].map((each) => () => each) },
  { near: ['name', 'address'], about: 'places under a bare name', headers: ['name'], forms: ['江岸', '高峰', '马家沟', '黄河路', '林场', '龙沙', '建华', '铁锋', '梅里斯', '讷河', '甘南县', '富裕', '泰来', '依安', '克山', '拜泉', '金鼎湾', '龙江', '明月岛', '安居'].map((each) => () => each) },
  { near: ['name'], about: 'shops and firms under a bare name', headers: ['name', 'Name'], forms: ['龙沙热力', '鹤城物业', '建华商贸', '示例超市', '老王家', '张记面馆', '李宁', '王府井', '中兴', '华联', '大润发', '安利', '康师傅', '金龙鱼', '鲁花', '海天', '周大福', '苏泊尔', '万科', '联想'].map((each) => () => each) },
  { near: ['name'], about: 'answers of a few words', headers: ['结果', '满意度', '意见'], forms: [() => '满意', () => '成功', () => '应收', () => '安装', () => '解决', () => '周末', () => '时段', () => '包月', () => '单位', () => '常住', () => '东区', () => '元旦'] },
  { near: ['address', 'name'], about: 'lines and stops', headers: ['线路', '站点名称', '路口'], forms: [(c) => `${1 + c.upTo(99)}路`, () => '新江路口', () => '建设大街站', (c) => `${1 + c.upTo(9)}号线`, () => '66路康养专线', () => '龙沙公园南门'] },
  { near: ['address'], about: 'rooms and parts without a road', headers: ['工位', '柜号', '批注'], forms: [(c) => `${c.digits(1)}号柜${c.digits(2)}层`, (c) => `第${c.digits(1)}组`, (c) => `${c.digits(3)}号档案`, (c) => `会议室${c.digits(3)}`] },
  { near: ['coordinates'], about: 'scores and shares', headers: ['评分', '置信度', 'score'], forms: [(c) => `${60 + c.upTo(40)}.${c.digits(6)}`, (c) => `${percent(c)},${percent(c)}`] },
  { near: ['coordinates'], about: 'coarse places', headers: ['网格中心', '区域中心'], forms: [(c) => `123.9,4${c.upTo(9)}.3`, (c) => `12${c.upTo(5)}.95,47.3${c.upTo(9)}`] },
  { near: ['medical-record'], about: 'serial numbers and counts of a hospital', headers: ['挂号费', '挂号人次', '病历数', '住院流水号', '门诊人次'], forms: [(c) => String(1_000 + c.upTo(90_000)), (c) => `${10 + c.upTo(90)}.50`] },
  { near: ['social-security'], about: 'bases and counts', headers: ['社保卡发放量', '社保缴费基数', '社会保障卡持卡人数'], forms: [(c) => String(3_000 + c.upTo(20_000)), (c) => `${4_000 + c.upTo(9_000)}.${c.digits(2)}`] },
  { near: ['account-number'], about: 'balances and counts', headers: ['账户余额', '供热户数', '账户数', 'account_balance', '学号数量'], forms: [(c) => `${1_000 + c.upTo(90_000)}.${c.digits(2)}`, (c) => String(1_000 + c.upTo(90_000))] },
  { near: ['messenger-id'], about: 'readers and payments', headers: ['微信支付金额', '微博粉丝数', '微信关注量', 'qq_count'], forms: [(c) => String(10_000 + c.upTo(900_000)), (c) => String(1_000_000 + c.upTo(9_000_000))] },
  { near: ['secret'], about: 'placeholders, schemas and sentences', headers: ['配置', '说明', 'config'], forms: [() => ['password: $', 'DB_PASSWORD}'].join('{'), () => 'password: { type: string }', () => '口令和密钥由专人保管', () => 'password=******', () => '密码错误三次将锁定', () => '-----BEGIN PUBLIC KEY-----', () => 'token: required', () => 'api_key=<your-api-key>'] },
  { near: ['secret'], about: 'lengths and times of secrets', headers: ['密码长度', 'token_count', '口令更新日期', 'password_changed_at'], forms: [(c) => String(100_000 + c.upTo(900_000)), date] },
  { near: ['hashed-identifier'], about: 'digests of nothing that can be counted through, UUIDs, commits', headers: ['文件摘要', 'etag', 'commit'], forms: [(c) => createHash('md5').update(`file ${c.digits(12)} ${c.digits(9)}`).digest('hex'), uuid, (c) => createHash('sha1').update(`commit ${c.digits(16)}`).digest('hex')] },
  { near: ['encoded-identifier'], about: 'Base64 of words and of bytes', headers: ['载荷', 'payload'], forms: [(c) => base64(`shili-product-${c.digits(3)}`), (c) => base64(firm(c)), (c) => Buffer.from(c.of(hex, 24), 'hex').toString('base64'), (c) => base64(`1${c.digits(6)}`)] },
  { near: ['masked-identifier'], about: 'suppressed cells, stars, sizes', headers: ['户数', '星级', '规格'], forms: [() => '*', () => '***', (c) => `${c.digits(2)}*${c.digits(2)}*${c.digits(1)}`, () => '**重点**', (c) => `${c.digits(3)}×${c.digits(3)}`, () => '★★★', () => '5*'] },
  { near: ['masked-identifier'], about: 'masked names of firms', headers: ['企业名称', '商户'], forms: [(c) => firm(c).replace(/^(..)...(.*)$/, '$1***$2'), () => '示例**有限公司'] },
  { near: ['name', 'address'], about: 'firms under a name', headers: ['客户名称', '单位名称', '企业名称'], forms: [firm, (c) => `${firm(c)}第${1 + c.upTo(9)}分公司`] },
  { near: ['birth-date', 'bank-card'], about: 'stamps of fourteen digits', headers: ['采集时间戳', 'update_time'], forms: [stamp] },
  { near: ['resident-id', 'uscc', 'encoded-identifier'], about: 'codes of goods and of places', headers: ['条码', '对象编码'], forms: [(c) => `69${c.digits(11)}`, (c) => `23020${c.digits(1)}00${c.digits(10)}`] },
  { near: ['damaged-identifier'], about: 'large measures', headers: ['总能耗', '累计字节'], forms: [(c) => `${1 + c.upTo(9)}.${c.digits(2)}E+17`, (c) => `${c.of('123456789', 3)}${'0'.repeat(15)}`] },
  { near: ['resident-id', 'uscc', 'bank-card'], about: 'codes of divisions and statistics', headers: ['统计用区划代码', '地块编码'], forms: [(c) => `230202${c.digits(3)}${c.digits(3)}`, (c) => `2302${c.digits(15)}`] },
];

/** Sentences that hold no identifier and seem to. */
export const HARD_SAID: readonly Maker[] = [
  (c) => `订单${stamp(c)}${c.digits(4)}已完成`,
  (c) => `流水号${luhnOrder(c)}`,
  (c) => `热线12345转${c.upTo(9)}`,
  (c) => `固件版本 ${c.upTo(9)}.${c.upTo(9)}.${c.upTo(9)}.${c.upTo(9)}`,
  (c) => `日志时间戳 17${c.digits(11)}`,
  (c) => `合同金额1${c.of('3456789', 1)}${c.digits(9)}.00元`,
  (c) => `工单号WO${c.digits(12)}`,
  (c) => `第${c.digits(2)}条第${c.digits(1)}款`,
  (c) => `编号${uuid(c)}`,
  () => '请业主尽快联系客服',
  () => '密码错误三次将锁定账号',
  (c) => `见图3.${c.digits(1)}.${c.digits(1)}.${c.digits(1)}`,
  (c) => `${date(c)} 12:30:45 复核`,
  () => '姓名待补充',
  () => '联系人未填写',
  () => '身份证复印件一份',
  () => '银行卡待补',
  () => '车牌识别设备故障',
  () => '地址不详',
  (c) => `批次${c.digits(18).replace(/^./, '3')}`,
];
