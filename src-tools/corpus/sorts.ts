// What is to be found: for each detector the forms its values come in, the headers they stand under, and how they are said in a sentence. A cell
// is labelled by the maker it came from, never by looking at it.
import { createHash } from 'node:crypto';
import type { DetectorId } from '@shared/analysis/result';
import type { Chance } from './chance';
import * as number from './numbers';
import { commonPerson, firmAddress, grouped, home, person, wide } from './words';

export type Maker = (chance: Chance) => string;
export type Sort = {
  readonly detector: DetectorId;
  /** Tells forms of one detector apart in the listing. */
  readonly about: string;
  /** Names that stand for it. */
  readonly headers: readonly string[];
  /** Whole cells under such a name. */
  readonly forms: readonly Maker[];
  /** Whole cells that are to be found under a name that says nothing. */
  readonly bare?: readonly Maker[];
  /** Pieces of a sentence. */
  readonly said?: readonly Maker[];
  /** Not of a person: a firm's or a public line. */
  readonly firm?: boolean;
  /** Other detectors whose values stand in the same column are right as well. */
  readonly also?: readonly DetectorId[];
};

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const two = (n: number): string => String(n).padStart(2, '0');
const longitude = (c: Chance): string => `${122 + c.upTo(4)}.${c.digits(4)}${1 + c.upTo(9)}`;
const latitude = (c: Chance): string => `${46 + c.upTo(3)}.${c.digits(4)}${1 + c.upTo(9)}`;
const octet = (c: Chance, from = 1): number => from + c.upTo(254 - from);
const ip4 = (c: Chance): string => `${c.pick([1, 36, 58, 61, 111, 114, 180, 202, 218, 221])}.${octet(c)}.${octet(c, 64)}.${octet(c)}`;
const group = (c: Chance): string => c.of('123456789abcdef', 1) + c.of('0123456789abcdef', 3);
const ip6 = (c: Chance): string =>
  c.pick([
    () => `240e:${group(c)}:${group(c)}:${group(c)}:${group(c)}:${group(c)}:${group(c)}:${group(c)}`,
    () => `2408:${group(c)}:${group(c)}::${group(c)}`,
    () => `2409:8${c.digits(3)}::1`,
  ])();
const macPairs = (c: Chance): string[] => ['00', 'a4', ...Array.from({ length: 4 }, () => c.of('0123456789abcdef', 2))];
const letters = 'abcdefghijkmnopqrstuvwxyz';
const mailbox = (c: Chance): string =>
  `${c.of(letters, 3)}${c.pick(['', '.', '_'])}${c.of(letters, 4)}${c.once(2) ? c.digits(3) : ''}@${c.pick(['shili-mail.cn', 'yangben.com', 'mail.shili.com.cn', 'qq-shili.com'])}`;
const day = (c: Chance): string => number.dayBetween(c, 1945, 2015);
const plateSerial = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const plain5 = (c: Chance): string => (c.once(2) ? c.digits(5) : `${c.digits(1)}${c.of(plateSerial, 1)}${c.digits(3)}`);
const plates: readonly Maker[] = [
  (c) => `黑B${plain5(c)}`,
  (c) => `黑${c.of('ACDEFG', 1)}${plain5(c)}`,
  (c) => `辽A·${plain5(c)}`,
  (c) => `京N ${plain5(c)}`,
  (c) => `黑B${c.of('DABCEFGHJK', 1)}${c.digits(5)}`,
  (c) => `吉A${c.of('DABCEFGHJK', 1)}${c.of(plateSerial, 1)}${c.digits(4)}`,
];
const passports: readonly Maker[] = [(c) => `E${c.digits(8)}`, (c) => `E${c.of('ABCDEFGHJK', 1)}${c.digits(7)}`, (c) => `G${c.digits(8)}`];
const permits: readonly Maker[] = [(c) => `H${c.digits(8)}`, (c) => `M${c.digits(8)}`, (c) => `C${c.of('ABCDEFGH', 1)}${c.digits(7)}`];
const secretWord = (c: Chance): string => `Shili${c.of(letters, 3)}${c.digits(4)}${c.pick(['!', '#', '-x', '_q'])}`;
const openCard = (c: Chance): string => c.pick([number.residentId, number.mobile])(c);
const fixed: readonly Maker[] = [
  (c) => {
    const { area, number: local } = number.fixedLine(c);
    return `${area}-${local}`;
  },
  (c) => {
    const { area, number: local } = number.fixedLine(c);
    return `(${area})${local}`;
  },
  (c) => {
    const { area, number: local } = number.fixedLine(c);
    return `${area} ${local}`;
  },
  (c) => {
    const { area, number: local } = number.fixedLine(c);
    return `+86-${area.slice(1)}-${local}`;
  },
  (c) => {
    const { area, number: local } = number.fixedLine(c);
    return `${area}-${local}-${c.digits(3)}`;
  },
  (c) => {
    const { area, number: local } = number.fixedLine(c);
    return `${area}-${local}转${c.digits(3)}`;
  },
  (c) => {
    const { area, number: local } = number.fixedLine(c);
    return wide(`${area}-${local}`);
  },
];
const line: Maker = (c) => {
  const { area, number: local } = number.fixedLine(c);
  return `${area}-${local}`;
};

export const SORTS: readonly Sort[] = [
  {
    detector: 'resident-id',
    about: 'resident numbers',
    headers: ['身份证号', '公民身份号码', '证件号码', 'idCard', 'id_no', 'sfzh', 'user.idNumber', '法人身份证', 'identity_no'],
    forms: [
      number.residentId,
      number.residentId,
      (c) => number.residentId(c).toLowerCase(),
      (c) => wide(number.residentId(c)),
      (c) => grouped(number.residentId(c), ' ', 6, 8),
      (c) => grouped(number.residentId(c), '-', 6, 8),
      (c) => ` ${number.residentId(c)} `,
      (c) => `'${number.residentId(c)}`,
      (c) => `="${number.residentId(c)}"`,
    ],
    bare: [number.residentId, (c) => wide(number.residentId(c)), (c) => number.residentId(c).toLowerCase()],
    said: [
      (c) => `身份证号：${number.residentId(c)}`,
      (c) => `身份证${number.residentId(c)}`,
      (c) => `证件号码为 ${grouped(number.residentId(c), ' ', 6, 8)}`,
      (c) => `ID:${number.residentId(c).toLowerCase()}`,
      (c) => `身份证号码【${wide(number.residentId(c))}】`,
      (c) => `${number.residentId(c)}本人到场`,
      (c) => `?idCard=${number.residentId(c)}&type=1`,
      (c) => `<td>${number.residentId(c)}</td>`,
    ],
  },
  {
    detector: 'resident-id-15',
    about: 'resident numbers of 15 places',
    headers: ['身份证号', '证件编号', '公民身份证号码', 'idCard'],
    forms: [number.resident15, number.resident15, (c) => wide(number.resident15(c))],
    said: [(c) => `老身份证${number.resident15(c)}`, (c) => `身份证号：${number.resident15(c)}`],
  },
  {
    detector: 'hmt-residence-permit',
    about: 'residence permits',
    headers: ['港澳台居民居住证号', '居住证号码', '证件号'],
    forms: [number.permitId, (c) => number.permitId(c).toLowerCase(), (c) => wide(number.permitId(c))],
    bare: [number.permitId],
    said: [(c) => `居住证${number.permitId(c)}`, (c) => `证件号：${number.permitId(c)}`],
  },
  {
    detector: 'foreign-permanent-resident',
    about: 'permanent residence cards',
    headers: ['外国人永久居留身份证号', '永久居留证号', 'permanentResidentNo'],
    forms: [number.foreignId, (c) => number.foreignId(c).toLowerCase(), (c) => wide(number.foreignId(c))],
    said: [(c) => `外国人永久居留证${number.foreignId(c)}`, (c) => `永居证号：${number.foreignId(c)}`],
  },
  {
    detector: 'uscc',
    about: 'credit codes of firms',
    firm: true,
    headers: ['统一社会信用代码', '社会信用代码', '纳税人识别号', 'uscc', 'creditCode', 'tyshxydm'],
    forms: [
      (c) => number.creditCode(c),
      (c) => number.creditCode(c, '12'),
      (c) => number.creditCode(c).toLowerCase(),
      (c) => wide(number.creditCode(c)),
    ],
    bare: [(c) => number.creditCode(c), (c) => number.creditCode(c, '52')],
    said: [
      (c) => `统一社会信用代码${number.creditCode(c)}`,
      (c) => `信用代码：${number.creditCode(c)}`,
      (c) => `税号 ${number.creditCode(c)}`,
    ],
  },
  {
    detector: 'uscc',
    about: 'credit codes of individual businesses',
    firm: true,
    headers: ['经营者信用代码', '统一社会信用代码'],
    forms: [(c) => number.creditCode(c, '92')],
    bare: [(c) => number.creditCode(c, '92')],
  },
  {
    detector: 'mobile',
    about: 'mobile numbers',
    headers: [
      '手机号',
      '手机号码',
      '联系电话',
      '联系方式',
      'mobile',
      'phoneNumber',
      'contact.tel',
      'sjh',
      'lxdh',
      '监护人电话',
      'cellphone',
    ],
    forms: [
      number.mobile,
      number.mobile,
      (c) => `+86${number.mobile(c)}`,
      (c) => `+86 ${number.mobile(c)}`,
      (c) => `86-${number.mobile(c)}`,
      (c) => `0086${number.mobile(c)}`,
      (c) => grouped(number.mobile(c), ' ', 3, 4),
      (c) => grouped(number.mobile(c), '-', 3, 4),
      (c) => wide(number.mobile(c)),
      (c) => `(+86)${number.mobile(c)}`,
      (c) => grouped(number.mobile(c), ' ', 3, 3),
      (c) => `${number.mobile(c)}、${number.mobile(c)}`,
      (c) => `${number.mobile(c)}（家长）`,
    ],
    bare: [number.mobile, (c) => `+86 ${number.mobile(c)}`],
    said: [
      (c) => `电话${number.mobile(c)}`,
      (c) => `联系电话：${number.mobile(c)}`,
      (c) => `手机号码为${grouped(number.mobile(c), '-', 3, 4)}`,
      (c) => `致电 ${number.mobile(c)}`,
      (c) => `tel:${number.mobile(c)}`,
      (c) => `微信同号${number.mobile(c)}`,
      (c) => `手机：${wide(number.mobile(c))}`,
      (c) => `{"phone":"${number.mobile(c)}"}`,
    ],
  },
  {
    detector: 'landline',
    about: 'fixed lines of homes',
    headers: ['固定电话', '家庭电话', '住宅电话', 'homePhone', '家庭座机'],
    forms: fixed,
    said: [(c) => `座机${line(c)}`, (c) => `家中电话：${line(c)}`],
  },
  {
    detector: 'landline',
    about: 'hotlines and lines of firms',
    firm: true,
    headers: ['客服热线', '服务电话', '单位电话', 'hotline', '供热投诉电话'],
    forms: fixed,
  },
  {
    detector: 'bank-card',
    about: 'bank cards',
    headers: ['银行卡号', '收款账号', '借记卡', 'bankCard', 'bank_card_no', 'card_no', 'yhkh'],
    forms: [
      number.bankCard,
      number.bankCard,
      (c) => grouped(number.bankCard(c), ' ', 4, 4, 4, 4),
      (c) => grouped(number.bankCard(c), '-', 4, 4, 4, 4),
      (c) => wide(number.bankCard(c)),
    ],
    bare: [number.bankCard],
    said: [
      (c) => `银行卡${number.bankCard(c)}`,
      (c) => `退款至卡号：${grouped(number.bankCard(c), ' ', 4, 4, 4, 4)}`,
      (c) => `工资卡号为${number.bankCard(c)}`,
    ],
  },
  {
    detector: 'plate',
    about: 'plates of cars',
    headers: ['车牌号', '号牌号码', 'plateNo', 'plate_number', 'cph', '车牌'],
    forms: [...plates, (c) => `黑b${plain5(c).toLowerCase()}`, (c) => wide(`黑B${plain5(c)}`)],
    bare: plates.slice(0, 3),
    said: [(c) => `车牌黑B${plain5(c)}`, (c) => `车牌号：${c.pick(plates)(c)}`, (c) => `牌照为 辽A${plain5(c)}`],
  },
  {
    detector: 'passport',
    about: 'passports',
    headers: ['护照号', '护照号码', 'passportNo', 'passport_number'],
    forms: [...passports, (c) => wide(`E${c.digits(8)}`), (c) => `e${c.digits(8)}`],
    said: [(c) => `护照E${c.digits(8)}`, (c) => `护照号码：G${c.digits(8)}`, (c) => `passport no. E${c.digits(8)}`],
  },
  {
    detector: 'hmt-travel-permit',
    about: 'travel permits',
    headers: ['港澳居民来往内地通行证', '回乡证号', '台胞证号', 'travelPermitNo'],
    forms: [...permits, (c) => `H${c.digits(10)}`, (c) => wide(`M${c.digits(8)}`)],
    said: [(c) => `回乡证H${c.digits(8)}`, (c) => `通行证号：M${c.digits(8)}`, (c) => `台胞证号${c.digits(8)}`],
  },
  {
    detector: 'email',
    about: 'mailboxes of people',
    headers: ['电子邮箱', '邮箱', 'email', 'e-mail', 'user.mail', 'yx'],
    forms: [
      mailbox,
      (c) => mailbox(c).toUpperCase(),
      (c) => `<${mailbox(c)}>`,
      (c) => `mailto:${mailbox(c)}`,
      (c) => `${c.of(letters, 3)}+shop@yangben.com`,
      (c) => wide(mailbox(c)),
    ],
    bare: [mailbox],
    said: [(c) => `邮箱${mailbox(c)}`, (c) => `请发至 ${mailbox(c)} 邮箱`, (c) => `email:${mailbox(c)}`],
  },
  {
    detector: 'ipv4',
    about: 'addresses of devices',
    headers: ['登录IP', 'IP地址', 'client_ip', 'loginIp', 'ip'],
    forms: [ip4, ip4, (c) => `${ip4(c)}:${1024 + c.upTo(9_000)}`, (c) => wide(ip4(c))],
    bare: [ip4],
    said: [(c) => `来自${ip4(c)}`, (c) => `登录IP：${ip4(c)}`, (c) => `ip=${ip4(c)}`],
  },
  {
    detector: 'ipv6',
    about: 'addresses of devices, version 6',
    headers: ['IPv6地址', 'ip', 'client_ip'],
    forms: [ip6, (c) => ip6(c).toUpperCase(), (c) => `[${ip6(c)}]`],
    bare: [ip6],
    said: [(c) => `来自${ip6(c)}`, (c) => `地址 ${ip6(c)} 登录`],
  },
  {
    detector: 'mac',
    about: 'hardware addresses',
    headers: ['MAC地址', 'mac', 'wifi_mac', '物理地址'],
    forms: [
      (c) => macPairs(c).join(':'),
      (c) => macPairs(c).join('-').toUpperCase(),
      (c) => grouped(macPairs(c).join(''), '.', 4, 4),
      (c) => macPairs(c).join('').toUpperCase(),
    ],
    bare: [(c) => macPairs(c).join(':'), (c) => macPairs(c).join('-')],
    said: [(c) => `网卡${macPairs(c).join(':')}`, (c) => `MAC ${macPairs(c).join('-').toUpperCase()}`],
  },
  {
    detector: 'imei',
    about: 'equipment numbers',
    headers: ['IMEI', '手机串号', 'imei1', 'device.imei'],
    forms: [
      number.imei,
      number.imei,
      (c) => grouped(number.imei(c), '-', 2, 6, 6),
      (c) => grouped(number.imei(c), ' ', 2, 6, 6),
      (c) => wide(number.imei(c)),
    ],
    said: [(c) => `IMEI:${number.imei(c)}`, (c) => `串号${number.imei(c)}`],
  },
  {
    detector: 'iccid',
    about: 'SIM cards',
    headers: ['ICCID', 'SIM卡号', 'sim_card'],
    forms: [number.iccid, (c) => grouped(number.iccid(c), ' ', 5, 5, 5), (c) => wide(number.iccid(c))],
    bare: [number.iccid],
    said: [(c) => `ICCID：${number.iccid(c)}`, (c) => `SIM卡${number.iccid(c)}`],
  },
  {
    detector: 'vin',
    about: 'vehicles',
    headers: ['车架号', 'VIN', '车辆识别代号', 'vin_code'],
    forms: [number.vin, number.vin, (c) => number.vin(c).toLowerCase(), (c) => wide(number.vin(c))],
    bare: [number.vin],
    said: [(c) => `车架号${number.vin(c)}`, (c) => `VIN：${number.vin(c)}`],
  },
  {
    detector: 'name',
    about: 'names',
    headers: [
      '姓名',
      '户主姓名',
      '联系人',
      '法定代表人',
      '患者姓名',
      'name',
      'fullName',
      'contact_name',
      'xm',
      '户主',
      '驾驶员',
      '业主',
      '收货人',
      '被保险人',
      '监护人',
    ],
    forms: [person, person, person, (c) => ` ${person(c)} `, (c) => `${commonPerson(c).slice(0, 1)}　${commonPerson(c).slice(1, 2)}`],
    said: [
      (c) => `姓名：${commonPerson(c)}`,
      (c) => `联系人${commonPerson(c)}`,
      (c) => `户主为${commonPerson(c)}`,
      (c) => `申请人：${commonPerson(c)}`,
      (c) => `患者 ${commonPerson(c)}`,
    ],
  },
  {
    detector: 'address',
    about: 'homes',
    headers: ['家庭住址', '住址', '详细地址', 'address', 'homeAddr', '户籍地址', 'jtzz'],
    forms: [home],
    bare: [home],
    said: [(c) => `住${home(c)}`, (c) => `地址：${home(c)}`, (c) => `家住${home(c)}`, home],
  },
  {
    detector: 'address',
    about: 'addresses of firms',
    firm: true,
    headers: ['企业地址', '单位地址', '经营场所地址', 'companyAddress'],
    forms: [firmAddress],
  },
  {
    detector: 'coordinates',
    about: 'pairs',
    headers: ['坐标', '经纬度', 'location', 'lnglat', 'geom', '上车位置'],
    forms: [
      (c) => `${longitude(c)},${latitude(c)}`,
      (c) => `${longitude(c)}, ${latitude(c)}`,
      (c) => `${latitude(c)},${longitude(c)}`,
      (c) => `POINT(${longitude(c)} ${latitude(c)})`,
      (c) => `[${longitude(c)},${latitude(c)}]`,
      (c) => `${longitude(c)}°E,${latitude(c)}°N`,
      (c) => `{"lng":${longitude(c)},"lat":${latitude(c)}}`,
    ],
    bare: [(c) => `${longitude(c)},${latitude(c)}`],
    said: [(c) => `位置(${longitude(c)},${latitude(c)})`, (c) => `坐标${longitude(c)},${latitude(c)}`],
  },
  {
    detector: 'coordinates',
    about: 'longitudes',
    headers: ['经度', 'longitude', 'lng', 'jd'],
    forms: [longitude, (c) => `${longitude(c)}${c.digits(3)}`],
  },
  {
    detector: 'coordinates',
    about: 'latitudes',
    headers: ['纬度', 'latitude', 'lat', 'wd'],
    forms: [latitude, (c) => `${latitude(c)}${c.digits(3)}`],
  },
  {
    detector: 'birth-date',
    about: 'birth dates',
    headers: ['出生日期', '出生年月', '生日', 'birthDate', 'date_of_birth', 'dob', 'csrq'],
    forms: [
      day,
      (c) => grouped(day(c), '-', 4, 2),
      (c) => grouped(day(c), '/', 4, 2),
      (c) => grouped(day(c), '.', 4, 2),
      (c) => {
        const d = day(c);
        return `${d.slice(0, 4)}年${Number(d.slice(4, 6))}月${Number(d.slice(6))}日`;
      },
      (c) => {
        const d = day(c);
        return `${d.slice(0, 4)}/${Number(d.slice(4, 6))}/${Number(d.slice(6))}`;
      },
      (c) => `${grouped(day(c), '-', 4, 2)} 00:00:00`,
      (c) => grouped(day(c), '-', 4).slice(0, 7),
      (c) => `${grouped(day(c), '-', 4, 2)}T00:00:00.000Z`,
      (c) => wide(grouped(day(c), '-', 4, 2)),
      (c) => {
        const d = day(c);
        return `${d.slice(0, 4)}.${Number(d.slice(4, 6))}.${Number(d.slice(6))}`;
      },
      (c) => `${day(c)}000000`,
      (c) => `${grouped(day(c), '/', 4, 2)} 0:00`,
    ],
    said: [
      (c) => `出生日期：${grouped(day(c), '-', 4, 2)}`,
      (c) => {
        const d = day(c);
        return `${d.slice(0, 4)}年${Number(d.slice(4, 6))}月${Number(d.slice(6))}日出生`;
      },
      (c) => {
        const d = day(c);
        return `男，汉族，${d.slice(0, 4)}年${Number(d.slice(4, 6))}月生`;
      },
      (c) => `生于${grouped(day(c), '.', 4, 2)}`,
      (c) => `born ${grouped(day(c), '-', 4, 2)}`,
    ],
  },
  {
    detector: 'medical-record',
    about: 'record numbers',
    headers: ['病历号', '住院号', '门诊号', '就诊卡号', '医保号', 'patient_id', 'mrn', 'blh'],
    forms: [(c) => `ZY${c.digits(8)}`, (c) => c.digits(8), (c) => `M-${two(c.upTo(99))}-${c.digits(6)}`, (c) => wide(`ZY${c.digits(8)}`)],
    said: [(c) => `住院号ZY${c.digits(8)}`, (c) => `病历号：${c.digits(8)}`],
  },
  {
    detector: 'social-security',
    about: 'social security cards',
    headers: ['社保卡号', '社会保障卡号', '社保编号', 'ssn', 'social_security_no'],
    forms: [(c) => `B${c.digits(8)}`, (c) => `${c.of('ABCDEFGH', 1)}${c.digits(7)}X`, (c) => wide(`B${c.digits(8)}`)],
    said: [(c) => `社保卡号：B${c.digits(8)}`, (c) => `社保编号${c.digits(9)}`],
  },
  {
    detector: 'account-number',
    about: 'accounts of households, pupils and staff',
    headers: ['热力户号', '用户编号', '学号', '工号', '电表号', 'account_no', 'customer_id', 'studentId', '公积金账号'],
    forms: [(c) => `04${c.digits(8)}`, (c) => `RL${c.digits(7)}`, (c) => `2${c.digits(9)}`, (c) => wide(`RL${c.digits(7)}`)],
    said: [(c) => `户号04${c.digits(8)}`, (c) => `学号：2${c.digits(9)}`, (c) => `用户编号为RL${c.digits(7)}`],
  },
  {
    detector: 'messenger-id',
    about: 'messenger names',
    headers: ['微信号', 'QQ', 'QQ号', 'wechat', 'wechatId', '微博'],
    forms: [(c) => `wxid_${c.of(letters, 6)}`, (c) => `${c.of(letters, 4)}_${c.digits(4)}`, (c) => `1${c.digits(8)}`],
    said: [(c) => `微信号：${c.of(letters, 4)}_${c.digits(4)}`, (c) => `QQ：1${c.digits(8)}`, (c) => `加微信shili${c.digits(4)}`],
  },
  {
    detector: 'secret',
    about: 'secrets',
    headers: ['口令', 'password', 'secretKey', 'api_key'],
    forms: [secretWord],
    bare: [
      (c) => `LTAI5t${c.of(`${letters}ABCDEFGH0123456789`, 18)}`,
      (c) => `mysql://shili:${secretWord(c).replace('#', '')}@db${c.upTo(200)}.shili.cn:3306/db`,
      (c) => `password=${secretWord(c)}`,
      (c) => `sk-${c.of(`${letters}ABCDEFGH0123456789`, 40)}`,
      (c) => `redis://:${secretWord(c).replace('#', '')}@cache.shili.cn:6379/0`,
    ],
    said: [
      (c) => `密码：${secretWord(c)}`,
      (c) => `password: ${secretWord(c)}`,
      (c) => `access_key_secret="${c.of(`${letters}0123456789`, 20)}a1"`,
      (c) => `jdbc:mysql://db${c.upTo(200)}.shili.cn:3306/db?user=root&password=${secretWord(c).replace('#', '')}`,
    ],
  },
  {
    detector: 'hashed-identifier',
    about: 'MD5 of city cards',
    headers: ['卡号', '卡号摘要', 'card_hash'],
    forms: [(c) => md5(number.cityCard(c))],
  },
  {
    detector: 'hashed-identifier',
    about: 'SHA-256 of city cards',
    headers: ['cardNo'],
    forms: [(c) => sha256(number.cityCard(c)).toUpperCase()],
  },
  {
    detector: 'encoded-identifier',
    about: 'Base64 and hexadecimal',
    headers: ['令牌', 'param', 'uid', '加密手机号'],
    forms: [
      (c) => base64(openCard(c)),
      (c) => base64(openCard(c)).replace(/=+$/, ''),
      (c) => Buffer.from(openCard(c)).toString('hex'),
      (c) => base64(mailbox(c)),
      (c) => Buffer.from(openCard(c)).toString('base64url'),
    ],
    said: [(c) => `参数 ${base64(number.mobile(c))} 已记录`],
  },
  {
    detector: 'masked-identifier',
    about: 'masked numbers and names',
    headers: ['身份证号', '手机号码', '证件号', 'phone'],
    forms: [
      (c) => number.mobile(c).replace(/^(...)....(....)$/, '$1 **** $2'),
      (c) => number.mobile(c).replace(/^(...)....(....)$/, '$1-****-$2'),
      (c) => number.residentId(c).replace(/^(.{14}).{4}$/, '$1****'),
      (c) => number.residentId(c).replace(/^.{14}(.{4})$/, '**************$1'),
      (c) => number.residentId(c).replace(/^(.{6}).{8}(.{4})$/, '$1********$2'),
      (c) => number.residentId(c).replace(/^(.{3}).{11}(.{4})$/, '$1***********$2'),
      (c) => number.mobile(c).replace(/^(...)....(....)$/, '$1****$2'),
      (c) => number.mobile(c).replace(/^(...)....(....)$/, '$1××××$2'),
      (c) => number.residentId(c).replace(/^(.{6}).{8}(.{4})$/, '$1●●●●●●●●$2'),
      (c) =>
        number
          .residentId(c)
          .toLowerCase()
          .replace(/^(.{6}).{8}(.{4})$/, '$1xxxxxxxx$2'),
      (c) => number.mobile(c).replace(/^(...)....(....)$/, '$1XXXX$2'),
    ],
    bare: [
      (c) => number.mobile(c).replace(/^(...)....(....)$/, '$1****$2'),
      (c) => number.residentId(c).replace(/^(.{6}).{8}(.{4})$/, '$1********$2'),
    ],
    said: [
      (c) => `电话${number.mobile(c).replace(/^(...)....(....)$/, '$1****$2')}`,
      (c) => `身份证${number.residentId(c).replace(/^(.{6}).{8}(.{4})$/, '$1********$2')}`,
    ],
  },
  {
    detector: 'masked-identifier',
    about: 'masked cards and mailboxes',
    headers: ['银行卡号', '邮箱', 'cardNo'],
    forms: [
      (c) => `${number.bankCard(c).slice(0, 4)} **** **** ${c.digits(4)}`,
      (c) => `${number.bankCard(c).slice(0, 6)}******${c.digits(4)}`,
      (c) => `${c.of(letters, 2)}***@yangben.com`,
    ],
    bare: [(c) => `${number.bankCard(c).slice(0, 4)} **** **** ${c.digits(4)}`],
  },
  {
    detector: 'masked-identifier',
    about: 'masked names',
    headers: ['姓名', '户主姓名', 'name'],
    forms: [
      (c) => `${commonPerson(c).charAt(0)}**`,
      (c) => `${commonPerson(c).charAt(0)}*${commonPerson(c).charAt(1)}`,
      (c) => `*${commonPerson(c).slice(1)}`,
    ],
  },
  {
    detector: 'damaged-identifier',
    about: 'numbers that a spreadsheet has rounded',
    headers: ['身份证号', '证件号码', '银行卡号', 'idCard'],
    forms: [
      (c) => `${number.residentId(c).slice(0, 15)}000`,
      (c) => `${number.bankCard(c).padEnd(19, '3').slice(0, 15)}0000`,
      (c) => `${number.residentId(c).slice(0, 1)}.${number.residentId(c).slice(1, 6)}E+17`,
    ],
  },
];

/** Several in one cell: each is to be found. */
export const TOGETHER: readonly { readonly name: string; readonly labels: readonly DetectorId[]; readonly form: Maker }[] = [
  { name: '当事人信息', labels: ['mobile', 'resident-id'], form: (c) => `${commonPerson(c)} ${number.mobile(c)} ${number.residentId(c)}` },
  { name: '联系信息', labels: ['mobile', 'landline'], form: (c) => `${number.mobile(c)}/${line(c)}` },
  { name: '客户资料', labels: ['mobile', 'email', 'address'], form: (c) => `${home(c)}，${number.mobile(c)}，${mailbox(c)}` },
  { name: 'detail', labels: ['ipv4', 'mac'], form: (c) => `${ip4(c)} ${macPairs(c).join(':')}` },
  { name: '车辆信息', labels: ['plate', 'vin'], form: (c) => `黑B${c.digits(5)} ${number.vin(c)}` },
  { name: '缴费信息', labels: ['bank-card', 'name'], form: (c) => `户名：${commonPerson(c)}，卡号${number.bankCard(c)}` },
];
