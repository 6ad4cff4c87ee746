// Which detectors a column's name speaks for. A name never makes a value valid; it says what a shape without a check may be taken for, and what
// contradicts it. Paths of nested JSON (user.idCard) and camelCase count as names too.
import type { DetectorName } from './look';

/** Initials of the Chinese words, as databases abbreviate them: sfzh is 身份证号. Whole parts of a name only. */
const INITIALS: Readonly<Partial<Record<DetectorName, readonly string[]>>> = {
  'resident-id': ['sfzh', 'sfzhm', 'sfzjh', 'gmsfhm', 'gmsfzhm', 'zjh', 'zjhm'],
  'resident-id-15': ['sfzh', 'sfzhm', 'gmsfhm', 'zjhm'],
  uscc: ['tyshxydm', 'shxydm', 'tyxydm', 'nsrsbh'],
  mobile: ['sjh', 'sjhm', 'lxdh', 'lxfs', 'dhhm', 'dh'],
  landline: ['lxdh', 'lxfs', 'dhhm', 'dh', 'gddh', 'zzdh'],
  'bank-card': ['yhkh', 'yhzh'],
  plate: ['cph', 'cphm', 'hphm'],
  passport: ['hzh', 'hzhm'],
  email: ['dzyx', 'yxdz'],
  vin: ['cjh', 'clsbdh'],
  name: ['xm', 'xingming', 'hzxm', 'fddbr', 'lxr'],
  address: ['dz', 'zz', 'jtzz', 'jtdz', 'lxdz', 'txdz', 'hjdz', 'zcdz'],
  coordinates: ['jd', 'wd', 'jwd', 'zb'],
  'birth-date': ['csrq', 'csny'],
  'medical-record': ['blh', 'zyh', 'mzh', 'jzh', 'ybh'],
  'social-security': ['sbh', 'sbkh'],
  'account-number': ['yhbh', 'khbh', 'xjh'],
  'messenger-id': ['wxh', 'qqh'],
  'masked-identifier': ['sfzh', 'sfzhm', 'zjhm', 'sjh', 'sjhm', 'lxdh', 'xm', 'yhkh'],
  'damaged-identifier': ['sfzh', 'sfzhm', 'sfzjh', 'gmsfhm', 'gmsfzhm', 'zjh', 'zjhm', 'yhkh'],
};

const NAMES: Readonly<Partial<Record<DetectorName, RegExp>>> = {
  'resident-id':
    /身份证|证件(?:号|编号|$)|公民身份|社会保障号|id[\s_-]?card|(?<!gr)id[\s_-]?(?:no|num)|card[\s_-]?id|resident|legalRepId|cert[\s_-]?no/i,
  'resident-id-15': /身份证|证件(?:号|编号|$)|公民身份|id[\s_-]?card/i,
  'hmt-residence-permit': /居住证|港澳台/,
  'foreign-permanent-resident': /永久居留|永居|外国人|permanent/i,
  uscc: /信用代码|统一代码|纳税人识别号|uscc|credit[\s_-]?code/i,
  mobile: /手机|电话|联系方式|联系人|mobile|phone|tel/i,
  landline: /固话|固定电话|座机|电话|热线|传真|联系方式|phone|tel|fax/i,
  'bank-card': /银行卡|借记卡|信用卡|储蓄卡|(?:收款|付款|结算)账[户号]|开户账号|bank[\s_-]?(?:card|account)|card[\s_-]?no/i,
  plate: /车牌|号牌|plate/i,
  passport: /护照|passport|证件号码?$/i,
  'hmt-travel-permit': /通行证|回乡证|台胞证|travel[\s_-]?permit/i,
  email: /邮箱|邮件|e-?mail|mailbox/i,
  ipv4: /(?:^|[^a-z])ip(?:$|[^a-z]|v4|addr)|网络地址|登录地址|Ip$/i,
  ipv6: /(?:^|[^a-z])ip(?:$|[^a-z]|v6|addr)|网络地址|登录地址|Ip$/i,
  mac: /(?:^|[^a-z])mac(?:$|[^a-z]|addr)|物理地址/i,
  imei: /imei|meid|串号|设备(?:识别)?号|device[\s_-]?id/i,
  iccid: /iccid|sim[\s_-]?卡|sim[\s_-]?card/i,
  vin: /(?:^|[^a-z])vin(?:$|[^a-z])|车架号|车辆识别|底盘号/i,
  name: /姓名|^名字$|联系人$|户主|法定代表人$|法人代表$|经办人$|负责人$|患者$|乘客$|申请人$|持卡人$|收件人$|(?:业主|租户|驾驶员|司机|收货人|寄件人|签收人|被保险人|投保人|参保人|受益人|监护人|家长|经营者|报修人|投诉人|来电人|法人|权利人|当事人|承租人|所有人|受理人|受让人|转让人|被处罚人|诉求人|举报人|咨询人|相对人(?:名称)?|开户人|纳税人|被执行人|房主|车主|机主|死者|护士|药师|校长|班主任|联络员|办案人员|抄表员|收费员|医生|医师|股东|家庭成员)$|full[\s_-]?name|real[\s_-]?name|(?:person|user|contact|owner|legalRep|driver|patient|passenger|student|customer)[\s_-]?name|^name$/i,
  address: /地址|住址|住所|门牌|address|addr$/i,
  coordinates: /坐标|经度|纬度|经纬|位置|longitude|latitude|(?:^|[^a-z])(?:lng|lon|lat)(?:$|[^a-z])|coord|Lng$|Lat$|geom|wkt/i,
  'birth-date': /出生|生日|birth|(?:^|[^a-z])dob(?:$|[^a-z])/i,
  'medical-record':
    /病[历案](?:编)?号|(?:住院|入院|门诊|急诊|就诊)(?:登记)?(?:编)?号|就诊卡|挂号|登记号|医保(?:卡|个人)?(?:编)?号|医疗保险(?:卡|个人)?(?:编)?号|健康卡号|(?:患者|病人)(?:编?号|id)|体检(?:编)?号|medical[\s_-]?record|patient[\s_-]?(?:id|no)|(?:^|[^a-z])mrn(?:$|[^a-z])/i,
  'social-security':
    /社保(?:卡|(?:个人)?(?:编)?号|账号)|社会保障(?:卡|号)|社会保险(?:卡|(?:个人)?(?:编)?号)|养老保险(?:个人)?(?:编)?号|参保(?:人)?(?:编)?号|social[\s_-]?security|(?:^|[^a-z])ssn(?:$|[^a-z])/i,
  'account-number':
    /账[号户]|帐[号户]|(?<!商)户(?:编|籍)?号|户籍编号|[水电气热能量]表(?:编)?号|(?:用户|客户|会员|学生|员工|职工|教师)(?:编号|号)|学号|学籍号|工号|准考证|不动产(?:权)?证|[房地]?产权?证|存折|公积金(?:号|账)|account|(?:user|customer|member|student|staff|meter)[\s_-]?(?:id|no)/i,
  'messenger-id': /微信|wechat|weixin|(?:^|[^a-z])qq(?:$|[^a-z])|微博|抖音号|telegram|whatsapp/i,
  secret: /口令|密码|密钥|password|passwd|secret|(?:access|private|api|app)[\s_-]?key(?![\s_-]?name)|token(?![\s_-]?name)/i,
  'hashed-identifier': /身份证|证件|手机|电话|卡号|账号|编号|id$|hash|md5|sha|sm3|散列|摘要|mobile|phone|card/i,
  'masked-identifier': /身份证|证件|手机|电话|联系方式|卡号|账号|姓名|号码|邮箱|地址|mobile|phone|card|Id$|name/i,
  'damaged-identifier': /身份证|证件|卡号|账号|公民身份|社会保障号|(?<!gr)id[\s_-]?(?:card|no|num)|cert[\s_-]?no|resident|card/i,
};

/** Numbers and names that firms and public services publish; whoever is named in the header beside them is a person again. */
const FIRM =
  /客服|热线|对公|营业厅|(?:服务|投诉|企业|单位|公司|门店|商户|机构|采购人|招标人|投标人|中标人|供应商|供热|供水|供电|供气|场站)|(?:咨询|办公|值班)(?:电话|号码|传真|邮箱|地址)/;
/** Where a firm sits or trades, whoever registers it. */
const FIRM_PLACE = /(?:注册|经营|办公|营业|店铺)(?:地址|场所|住所|地)|(?:^|_)(?:zcdz|jydz)$/i;
/** A number of a home or of whoever pays for it: the works beside it name who gave the number, not who has it (供热户号). */
const HOUSEHOLD = /户(?:编|籍)?号|户籍编号|[水电气热能量]表|(?:用户|居民|学生|员工|职工|教师)(?:编|代)?[号码]/;
const FIRM_EN = /hotline|company|merchant|firm|enterprise|store|org/i;
const PERSON =
  /联系人|业主|租户|驾驶员|司机|收货人|寄件人|签收人|被保险人|投保人|参保人|受益人|监护人|家长|经营者|报修人|投诉人|来电人|负责人|经办|法人|代表|个人|本人|姓名|户主|居民|家庭|住宅|乘客|患者|学生|legalRep|person|owner|contact|(?:full|real)[\s_-]?name|(?:^|_)xm$/i;
/** Names of codes, places and things: a shape beneath them is a code. */
const CODE = /编号|代码|编码|订单|流水|单号|序号|站点|设备|户号|表号|时间戳|serial|order|code|version|版本|(?:^|[_\W])(?:id|no)$/i;
const THING =
  /站|线路|区|县|市|街|路|类型|类别|品牌|产品|商品|名称|药|课程|单位|公司|企业|商户|学校|医院|部门|等级|性别|建筑|行业|标题|text|merchant|company|product|type|grade/i;

const BARE = /^(?:name|名字)$/i;

/** Counts, sums and days about what the name speaks of: 账户余额 is no account, 出生人口 no birth, 密码长度 no password. Units in brackets are left out. */
const MEASURE =
  /(?:人数|户数|次数|件数|张数|个数|数量|人次|人口|总数|数|量|率|比例|占比|余额|金额|总额|费|费用|均价|单价|基数|长度|强度|时长|合计|总计|(?:更新|修改|变更|办理|开户|销户|发放)(?:日期|时间))$|(?:^|[_\s.-])(?:count|amount|balance|rate|ratio|total|sum|avg|fee|length|price)$|[a-z](?:Count|Amount|Balance|Rate|Ratio|Total|Sum|Avg|Fee|Length|Price)$|^births$|[_\s](?:at|on)$|(?:Changed|Updated|Expire[sd]?)At$/;
/** What their values cannot refute: only the name makes them, so a name that measures must not. */
const BY_NAME: ReadonlySet<DetectorName> = new Set([
  'birth-date',
  'medical-record',
  'social-security',
  'account-number',
  'messenger-id',
  'secret',
  'coordinates',
  'hmt-travel-permit',
  'name',
]);

/** What their names call an identifier they call one when it is masked, too. */
const MASKED_ALIKE: readonly DetectorName[] = ['resident-id', 'mobile', 'bank-card', 'plate', 'passport', 'email', 'vin', 'name'];

/** No national form exists for these: a header alone makes them. The most specific first. */
export const RECORDS = ['medical-record', 'social-security', 'messenger-id', 'account-number'] as const;

export type Header = {
  readonly named: (detector: DetectorName) => boolean;
  /** A firm's or a public service's, and nobody's name beside it. */
  readonly firm: boolean;
  /** A firm's seat or place of business. */
  readonly firmPlace: boolean;
  /** A household's number. */
  readonly household: boolean;
  readonly person: boolean;
  readonly code: boolean;
  readonly thing: boolean;
  /** Says that something has a name, and not what. */
  readonly bare: boolean;
  /** Some number that only a header can name. */
  readonly records: boolean;
};

const known = new Map<string, Header>();
/** Far more names than a file has; forgotten all at once, so that names of many files do not pile up. */
const REMEMBERED = 4_096;

export function headerOf(name: string): Header {
  const held = known.get(name);
  if (held) return held;
  const speaks = new Set<DetectorName>();
  for (const [detector, pattern] of Object.entries(NAMES)) if (pattern.test(name)) speaks.add(detector as DetectorName);
  const parts = name.toLowerCase().split(/[^a-z]+/);
  for (const [detector, initials] of Object.entries(INITIALS))
    if (initials.some((part) => parts.includes(part))) speaks.add(detector as DetectorName);
  if (MASKED_ALIKE.some((detector) => speaks.has(detector))) speaks.add('masked-identifier');
  if (MEASURE.test(name.replace(/\s*[（(].*$/, ''))) for (const detector of BY_NAME) speaks.delete(detector);
  const person = PERSON.test(name);
  const header: Header = {
    named: (detector) => speaks.has(detector),
    firm: (FIRM.test(name) || FIRM_EN.test(name)) && !person,
    firmPlace: FIRM_PLACE.test(name) && !person,
    household: HOUSEHOLD.test(name) && !/企业|单位|公司|商户|机构|门店|对公/.test(name),
    person,
    code: CODE.test(name),
    thing: THING.test(name),
    bare: BARE.test(name),
    records: RECORDS.some((detector) => speaks.has(detector)),
  };
  if (known.size >= REMEMBERED) known.clear();
  known.set(name, header);
  return header;
}
