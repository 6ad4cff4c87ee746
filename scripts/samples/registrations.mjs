// What the register screen asks, answered for each sample version. Digests of files and papers are filled in when the sample is written.
import { uscc } from './identifiers.mjs';

const stateSecrets = (ground) => ({ answer: 'none', ground, answeredAt: null });

const authorisation = {
  number: '示授运〔2025〕1号',
  validFrom: '2025-06-01',
  validTo: '2028-05-31',
  filing: '示备〔2025〕12号，2025年6月9日备案',
  catalogue: ['QQ-0102', 'QQ-0233', 'QQ-0417', 'QQ-0551', 'QQ-0552', 'QQ-0610', 'QQ-0611', 'QQ-0612'],
  securityReviewClause: '第九条',
};

const contents = {
  rights: '第三条',
  scenario: '第一条',
  dataScope: '第四条',
  term: '第二条',
  security: '第七条',
  profit: '第九条',
  liability: '第十一条',
};

const own = (catalogueCode, name, provider, providerKind, level, supplyNote) => ({
  catalogueCode,
  name,
  provider,
  providerKind,
  level,
  supplyNote,
  obtained: 'own',
  sharedConsent: '',
});

const coverage = { kind: 'files', frequency: '', from: '', to: '', bounds: '', checks: [], limits: '' };

const heatingIndex = {
  sample: 'heating-index',
  version: '1',
  product: ['index.csv', '说明.pdf'],
  comparison: ['index_2026-10.csv'],
  alsoPapers: { 'last-release': ['index_2026-10.csv'] },
  missing: [],
  notNeeded: {
    fingerprint: '产品是区县、周的汇总，粒度和主键与源数据不同，已在加工说明中逐列说明',
    'cross-border-proof': '接收方、主机和运维人员都在境内',
  },
  registration: {
    stateSecrets: stateSecrets(
      '市级公共数据服务机构（示例）脱密交接说明：供热计量、气象、区划三项均不涉及国家秘密；开发主体书面说明一致。',
    ),
    authorisation,
    sources: [
      own('QQ-0417', '供热计量（楼栋、小时）', '示例热力有限公司', 'utility', '一般数据2级', '交接-2026-088'),
      own('QQ-0102', '区县区划代码', '示例市民政局', 'organ', '一般数据1级', '交接-2026-061'),
      {
        catalogueCode: 'QQ-0233',
        name: '区县周平均气温',
        provider: '示例省气象数据中心',
        providerKind: 'institution',
        level: '一般数据1级',
        supplyNote: '交接-2026-090',
        obtained: 'shared',
        sharedConsent: '示气函〔2026〕31号，2026年2月11日，同意用于本场景',
      },
    ],
    developer: {
      name: '示例丙暖数据科技有限公司',
      uscc: uscc('91', '230299', 'MA1NUAN0'),
      securityOfficer: '钱示例',
      listsQueriedOn: '2026-11-18',
      qualification: '示资审〔2026〕7号',
      reportedOn: '2026-02-27',
    },
    agreement: {
      id: '示协-2026-061',
      scenario: '城区供热调度与能源规划',
      purpose: '供热负荷预测、检修排期和能源规划，不针对任何一户',
      sharingMode: 'controlled',
      fields: [
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
      ],
      period: { column: '周', from: '2024-11-01', to: '2026-11-30' },
      area: { column: '行政区划代码', codes: ['2302'] },
      grain: { time: 'week', area: 'county' },
      frequency: '每月发布一次',
      recipients: ['示例热力有限公司', '示例城市规划设计研究院'],
      term: { from: '2026-03-01', to: '2027-12-31' },
      contents,
      securityReviewClause: '第八条',
      emergencyPlan: { operator: '示预-2026-11', developer: '丙暖-应急-03', date: '2026-03-05' },
    },
    product: {
      name: '供热需求指数',
      form: 'index',
      version: '1',
      maker: 'developer',
      features: ['aggregate'],
      processing:
        '楼栋小时热量先按建筑类型、区县汇总为周热量，剔除停供和抄表异常，除以供热面积得单位面积周耗热量；与基准期之比和周采暖度日数之比按0.6、0.4加权，乘以100得指数。户数少于5的单元格连同同周同区县的另一单元格以“*”表示。',
      recipients: ['示例热力有限公司', '示例城市规划设计研究院'],
      offeredUntil: '2027-12-31',
    },
    coverage,
  },
  extra: { level: '一般数据1级：由2级源数据汇总到区县、周，不指向任何一户，不高于源数据级别', scenarioDecidedOn: '2026-02-20' },
};

const busAgreement = {
  id: '示协-2026-052',
  scenario: '公交线网优化',
  purpose: '测算线路客流，调整线路、站点和班次',
  sharingMode: 'controlled',
  fields: ['乘车日期', '刷卡时间', '线路', '车辆号牌', '行政区划代码', '上车站', '卡号', '卡类型', '备注'],
  period: { column: '乘车日期', from: '2026-07-01', to: '2026-09-30' },
  area: { column: '行政区划代码', codes: ['230202', '230203', '230204', '230205', '230206', '230207', '230208'] },
  grain: { time: 'day', area: 'county' },
  frequency: '一次性交付',
  recipients: ['示例客运规划研究院'],
  term: { from: '2026-05-20', to: '2027-06-30' },
  contents,
  securityReviewClause: '第八条',
  emergencyPlan: { operator: '示预-2025-02', developer: '丁行-应急-01', date: '2025-03-10' },
};

const busTripsV1 = {
  sample: 'bus-trips',
  version: '1',
  product: ['trips.csv', '客流统计.xlsx'],
  comparison: ['公交刷卡源数据.shiqi-fingerprint', '公交刷卡源数据.key'],
  alsoPapers: { fingerprint: ['公交刷卡源数据.shiqi-fingerprint', '公交刷卡源数据.key'] },
  missing: [],
  notNeeded: {
    'cross-border-proof': '接收方、主机和运维人员都在境内',
  },
  registration: {
    stateSecrets: stateSecrets('市级公共数据服务机构（示例）脱密交接说明：公交刷卡、线路站点两项不涉及国家秘密；开发主体书面说明一致。'),
    authorisation,
    sources: [
      own('QQ-0551', '公交刷卡记录', '示例公交集团有限公司', 'utility', '一般数据3级', '交接-2026-052'),
      own('QQ-0552', '公交线路和站点', '示例市交通运输局', 'organ', '一般数据1级', '交接-2026-053'),
    ],
    developer: {
      name: '示例丁行交通数据有限公司',
      uscc: uscc('91', '230299', 'MA1XTNG0'),
      securityOfficer: '孙示例',
      listsQueriedOn: '2026-11-17',
      qualification: '示资审〔2026〕9号',
      reportedOn: '2026-05-15',
    },
    agreement: busAgreement,
    product: {
      name: '公交刷卡出行数据集',
      form: 'dataset',
      version: '1',
      maker: 'developer',
      features: ['microdata'],
      processing: '刷卡记录与线路站点对照，补上下车站名称，卡号作散列处理，按乘车日期排序。',
      recipients: ['示例客运规划研究院', '示例广告传媒有限公司'],
      offeredUntil: '2027-06-30',
    },
    coverage,
  },
  extra: { level: '一般数据3级：逐次记录，与源数据同级', scenarioDecidedOn: '2026-05-12' },
};

const busTripsV2 = {
  sample: 'bus-trips',
  version: '2',
  product: ['trips.csv', '客流统计.xlsx'],
  comparison: ['公交刷卡源数据.shiqi-fingerprint', '公交刷卡源数据.key'],
  alsoPapers: { fingerprint: ['公交刷卡源数据.shiqi-fingerprint', '公交刷卡源数据.key'] },
  missing: [],
  notNeeded: {
    'cross-border-proof': '接收方、主机和运维人员都在境内',
    'last-release': '首次按月交付，没有前期',
  },
  registration: {
    ...busTripsV1.registration,
    agreement: {
      ...busAgreement,
      id: '示协-2026-052（含补充协议一）',
      fields: ['月份', '线路', '卡组', '刷卡次数'],
      period: { column: '月份', from: '2026-07-01', to: '2027-05-31' },
      area: { column: '', codes: busAgreement.area.codes },
      grain: { time: 'month', area: null },
      frequency: '每月交付一次',
      emergencyPlan: { operator: '示预-2026-19', developer: '丁行-应急-02', date: '2026-11-12' },
    },
    product: {
      ...busTripsV1.registration.product,
      version: '2',
      features: ['aggregate'],
      processing:
        '只取协议期间和市辖七区的刷卡记录，按月、线路、卡组计次；学生卡、残疾人爱心卡并为“优待”。小于5的单元格与同线路次小的卡组合并，只剩一组的线路只列合计。不含卡号、余额、备注。',
      recipients: ['示例客运规划研究院'],
    },
    coverage: {
      kind: 'series',
      frequency: '每月',
      from: '2026-07-01',
      to: '2027-05-31',
      bounds: '列为月份、线路、卡组、刷卡次数；每个单元格不小于5；只发布已满的月份',
      checks: ['raw-03', 'r1-02', 'r1-04', 'r2-06', 'r3-06'],
      limits: '',
    },
  },
  extra: { level: '一般数据2级：汇总到线路、月和卡组，低于3级源数据，理由是不再含逐次记录', scenarioDecidedOn: '2026-05-12' },
};

const creditAgreement = {
  id: '示协-2026-070',
  scenario: '小微企业授信参考',
  purpose: '企业申请贷款时，由受理银行查询该企业的评分',
  sharingMode: 'controlled',
  fields: [
    'merchantId',
    'merchantName',
    'uscc',
    'score',
    'grade',
    'contributions.tax',
    'contributions.power',
    'contributions.social',
    'legalRepId',
    'birthDate',
    'sex',
    'monthlyPowerKwh[]',
    'scoredAt',
  ],
  period: { column: '', from: '', to: '' },
  area: { column: '', codes: [] },
  grain: { time: null, area: null },
  frequency: '实时查询',
  recipients: ['示例农村商业银行'],
  term: { from: '2026-06-01', to: '2026-12-31' },
  contents,
  securityReviewClause: '第八条',
  emergencyPlan: { operator: '', developer: '', date: '' },
};

const creditV1 = {
  sample: 'credit-score-api',
  version: '1',
  product: ['openapi.yaml', 'samples.jsonl', 'config.zip'],
  comparison: ['scores.csv'],
  alsoPapers: { 'api-description': ['openapi.yaml'], 'membership-scores': ['scores.csv'] },
  missing: ['emergency-plan', 'personal-basis', 'financial-risk-note', 'cross-border-proof'],
  notNeeded: { fingerprint: '接口只返回模型评分和企业登记信息，不返回源数据的行' },
  registration: {
    stateSecrets: stateSecrets(
      '市级公共数据服务机构（示例）脱密交接说明：登记、纳税信用、用电量三项不涉及国家秘密；开发主体书面说明一致。',
    ),
    authorisation,
    sources: [
      own('QQ-0610', '经营主体登记', '示例市市场监督管理局', 'organ', '一般数据2级', '交接-2026-070'),
      own('QQ-0611', '纳税信用等级', '示例市税务局', 'organ', '一般数据3级', '交接-2026-071'),
      own('QQ-0612', '企业月用电量', '示例供电公司', 'utility', '一般数据3级', '交接-2026-072'),
    ],
    developer: {
      name: '示例戊信数据服务有限公司',
      uscc: uscc('91', '230299', 'MA1WUXN0'),
      securityOfficer: '李示例',
      listsQueriedOn: '2026-11-16',
      qualification: '示资审〔2026〕12号',
      reportedOn: '2026-06-01',
    },
    agreement: creditAgreement,
    product: {
      name: '小微企业信用评分 API',
      form: 'api',
      version: '1',
      maker: 'developer',
      features: ['personal', 'scoring', 'financial-use'],
      processing: '登记、纳税信用、用电量按企业关联，标准化后用评分卡模型打分，分项贡献由模型输出。',
      recipients: ['示例农村商业银行'],
      offeredUntil: '2028-11-30',
    },
    coverage: {
      ...coverage,
      kind: 'service',
      limits: '未设频次、页大小和查询授权',
    },
  },
  extra: { level: '一般数据3级：与纳税、用电源数据同级', scenarioDecidedOn: '2026-05-25' },
};

const creditV2 = {
  sample: 'credit-score-api',
  version: '2',
  product: ['openapi.yaml', 'samples.jsonl', 'config.zip'],
  comparison: ['scores.csv'],
  alsoPapers: { 'api-description': ['openapi.yaml'], 'membership-scores': ['scores.csv'] },
  missing: [],
  notNeeded: {
    fingerprint: '接口只返回模型评分和企业登记信息，不返回源数据的行',
    'cross-border-proof': '接收方、主机和运维人员都在境内',
  },
  registration: {
    ...creditV1.registration,
    agreement: {
      ...creditAgreement,
      emergencyPlan: { operator: '示预-2026-21', developer: '戊信-应急-01', date: '2026-11-10' },
    },
    product: {
      ...creditV1.registration.product,
      version: '2',
      processing:
        '登记、纳税信用、用电量按企业关联，标准化后用评分卡模型打分，取整到10分，只返回编号、名称、信用代码、评分和日期。商户编号为随机数，与登记号不能互推。',
      offeredUntil: '2026-12-31',
    },
    coverage: {
      ...coverage,
      kind: 'service',
      limits: '每个调用方每分钟不超过60次，一次一户；被查询企业逐次授权；评分取整到10分',
    },
  },
  extra: { level: '一般数据3级：与纳税、用电源数据同级', scenarioDecidedOn: '2026-05-25' },
};

/**
 * Applied for (Art. 15) are the sources and the fields that were then agreed. The supply notes list no fields, so none are registered.
 * @template {{ registration: { sources: readonly { catalogueCode: string }[], agreement: { id: string, fields: readonly string[] } } }} S
 * @param {S} sample
 */
const applied = (sample) => {
  const { sources, agreement } = sample.registration;
  const application = {
    number: agreement.id.replace('示协', '示申').replace(/（.*）/, ''),
    appliedOn: '',
    catalogue: sources.map(({ catalogueCode }) => catalogueCode),
    fields: agreement.fields,
    suppliedFields: [],
  };
  return { ...sample, registration: { ...sample.registration, application } };
};

export const SAMPLES = [heatingIndex, busTripsV1, busTripsV2, creditV1, creditV2].map(applied);
