// Names and addresses of people, in Chinese. Both are shapes that places and products share: a name needs a surname and a header (or a column
// that holds little else), an address needs a road or village and a house number, and grows more precise down to the room.

import { masked } from '../masked';
import type { Header } from './header';
import { bestOf, type Cell, type Look, wordsBefore } from './look';

/** The most common surnames, some 85 in 100 people, and double ones. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴鄢房屈祁饶阳宫滕卞代冀佟',
);
const DOUBLE = new Set('欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 夏侯 端木 南宫'.split(' '));
const SHORT = /^\p{Script=Han}{2,4}$/u;
/** Two characters are set apart to be as wide as three. */
const SPREAD = /^\p{Script=Han} {1,2}\p{Script=Han}$/u;
/** Minority and foreign names in Chinese are parted by a dot. */
const DOTTED = /^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8}){1,3}$/u;
/** No given name ends so: places, firms, kinds of things. */
const NOT_GIVEN = /[路街站店厂局所院校司区县市省镇乡村屯园场馆楼号类型卡费量率额款品业部处科室班组线桥河江湖山港岸苑城桥庙坡沟]$/;
/** A surname and 某 for the rest, as decisions are published: masked, and nobody's name. */
export const ANONYMOUS = /^\p{Script=Han}{1,2}某(?:某|\p{Script=Han})?$/u;
/** Several people of one cell. */
const JOINT = / ?[、,;/] ?/;
const MOST_PEOPLE = 12;
const CUE =
  /(?:(?:姓名|户主|失主|患者|申请人|当事人|收件人|持卡人|乘客|联系人|法定代表人)(?:\s?[:：为是]\s?|\s)|(?:户名|开户人|业主|驾驶员|司机|收货人|报修人|投诉人|来电人)\s?[:：]\s?|(?:姓名|户主|失主|收件人|持卡人|联系人|法定代表人))(?<name>\p{Script=Han}{2,3})(?!\p{Script=Han})/gu;
/** Words that begin as surnames do and follow a person's word. */
const WORDS =
  /^(?:方便|安全|安排|常住|时间|单位|应当|强烈|明确|成功|石化|温度|金额|高度|平安|万元|常年|符合|毕竟|曾经|包括|于[今昨近当本])/;

const hasSurname = (text: string): boolean =>
  (text.length <= 3 && SURNAMES.has(text.charAt(0))) || (text.length >= 3 && DOUBLE.has(text.slice(0, 2)));

function areNames(value: string): boolean {
  const parts = value.length > 5 * MOST_PEOPLE ? [] : value.split(JOINT);
  return parts.length > 1 && parts.every((part) => SHORT.test(part) && hasSurname(part) && !NOT_GIVEN.test(part));
}

/** What personName asks of a Han character: 1 a surname, 2 begins a double one, 4 ends no given name. One that is not told has none. */
export function tellHanTraits(tell: (character: string, trait: 1 | 2 | 4) => void): void {
  for (const character of SURNAMES) tell(character, 1);
  for (const surname of DOUBLE) tell(surname.charAt(0), 2);
  for (const character of NOT_GIVEN.source.slice(1, -2)) tell(character, 4);
}

/**
 * Under a name that stands for people a rare surname is `close`: the column decides, by how many of the others are common.
 * @param header of the column. Of a thing or a code: no guess. Of a person: rare surnames and names without one are names too. Bare (`name`): places and goods
 *   may stand there as well
 */
export function personName(cell: Cell, header: Pick<Header, 'thing' | 'code' | 'person' | 'bare'>): Look | null {
  const thing = header.thing || header.code;
  const { person, bare } = header;
  const { text } = cell;
  const named = cell.named('name');
  const trimmed = text.trim();
  if (ANONYMOUS.test(trimmed)) return null;
  const value = named && SPREAD.test(trimmed) ? trimmed.replaceAll(' ', '') : trimmed;
  if (value.length <= 35 && (SHORT.test(value) || DOTTED.test(value))) {
    const dotted = DOTTED.test(value);
    const given = !NOT_GIVEN.test(value);
    const valid = dotted || (hasSurname(value) && (given || !bare)) || (person && given);
    const look: Look = { detector: 'name', valid, supported: true, organisation: false, sample: masked(value) };
    if (named) return !valid && given && value.length <= 3 ? { ...look, close: true } : look;
    if (thing || dotted || !hasSurname(value) || NOT_GIVEN.test(value)) return null;
    return { detector: 'name', valid: true, supported: false, organisation: false, sample: masked(value) };
  }
  if (named && !bare && areNames(value))
    return { detector: 'name', valid: true, supported: true, organisation: false, sample: masked(value) };
  return bestOf(cell, CUE, (match) => {
    const name = match.groups?.name ?? '';
    if (!hasSurname(name) || NOT_GIVEN.test(name) || WORDS.test(name) || ANONYMOUS.test(name)) return null;
    return { detector: 'name', valid: true, supported: true, organisation: false, sample: masked(name) };
  });
}

const ROAD = '(?:路|街|大街|道|大道|胡同|巷|里|小区|花园|家园|公寓|村|屯|庄|社区|新村|苑)';
const ADDRESS = new RegExp(
  `\\p{Script=Han}{1,24}${ROAD}[\\p{Script=Han}]{0,8}?(?:\\d{1,5}(?:-\\d{1,5}){0,3}\\s?(?:号楼|号院|号|栋|幢|组|弄|单元|室|户)|\\d{1,3}-\\d{1,2}-\\d{3,4}(?![\\d-])|[一二三四五六七八九十]{1,3}(?:组|队|栋|单元))(?:[-\\p{Script=Han}\\d]{0,20}\\d{1,5}\\s?(?:号楼|单元|层|室|户|号))?`,
  'gu',
);
/** Looked for first: without a house number the search for a road is not worth its time. */
const HOUSE = /\d\s?(?:号|栋|幢|组|弄|单元|室|户)|\p{Script=Han}\d{1,3}-\d{1,2}-\d{3,4}|[一二三四五六七八九十](?:组|队|栋|单元)/u;
const FIRM = /公司|集团|大厦|广场|厂|医院|学校|大学|银行|商场|酒店|超市|政府|委员会|中心|办事处|派出所|车站|站$/;
/** What an address begins with where nothing parts it from its sentence. */
const LIVES = /[家现居]住|住在|户籍|家庭/;
const HOME = /室|单元|户$|-\d+-\d+|[村屯].*[组队]/;

export function address(cell: Cell): Look | null {
  if (!HOUSE.test(cell.text)) return null;
  const named = cell.named('address');
  return bestOf(cell, ADDRESS, ([found], from, to) => {
    const around = cell.text.slice(Math.max(0, from - 12), to + 12);
    const supported = named || /住|家庭|户籍|地址/.test(wordsBefore(cell.text, from)) || LIVES.test(found) || HOME.test(found);
    return { detector: 'address', valid: true, supported, organisation: FIRM.test(around), sample: masked(found) };
  });
}
