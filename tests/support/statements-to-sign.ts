// Synthetic statements as main would ask to have them signed: one verdict with every field of the format filled, and its certificate.
import { buildStatement, type PredicateInput } from '@shared/attestation/statements/statement';
import { bytesSubject } from '@shared/attestation/statements/subjects';
import { utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { asSha256Hex, type CalendarDay, type Timestamp } from '@shared/basics/units';

const at = (text: string) => text as Timestamp;
const day = (text: string) => text as CalendarDay;
const digest = (of: string) => sha256Hex(utf8(of));

export const subjects = [
  bytesSubject('供热需求指数_2026Q3.csv', utf8('county,week\n')),
  bytesSubject('编制说明_‹U+202E›xslx.pdf', utf8('%PDF')),
];

export const verdictPredicate = (): PredicateInput<'verdict'> => ({
  number: '齐数审〔2026〕7C1E-0137号',
  practice: false,
  product: { name: '供热需求指数', form: 'index', version: '2026Q3', maker: 'developer', features: ['aggregate'] },
  developer: { name: '乙川信息技术有限公司', uscc: '91230299MA1DEM1L5X' },
  authorisation: { number: '齐数授〔2024〕03号', validTo: day('2029-06-30'), sha256: digest('authorisation') },
  sources: [
    {
      catalogueCode: 'QQ-0417',
      provider: '示例供热公司',
      providerKind: 'utility',
      level: '一般',
      supplyNote: '交接-2026-071',
      sharedConsent: '同意函-12',
    },
  ],
  agreement: {
    id: '示协-2026-018',
    sharingMode: 'controlled',
    scenario: '城区供热调度',
    fields: ['county', 'week', 'demand'],
    term: { from: '2026-01-01', to: '2027-03-31' },
  },
  edition: { id: 'qiqihar-2024-6', sha256: digest('edition') },
  basis: {
    status: 'expiring',
    readings: [
      { name: '习惯算法', lastDay: day('2026-11-28') },
      { name: '民法典201-202', lastDay: day('2026-11-29') },
    ],
    chosen: null,
    documents: [
      {
        title: '齐齐哈尔市公共数据授权运营管理暂行办法',
        number: '齐政办规〔2024〕6号',
        clause: '第十七条',
        sha256: digest('measures'),
      },
    ],
  },
  answers: [
    {
      item: 'pre-01',
      answer: 'compliant',
      reason: '服务机构脱密交接单已核',
      evidence: [],
      inheritedFrom: null,
      answeredAt: at('2026-11-23T01:31:00.000Z'),
    },
    {
      item: 'pre-02',
      answer: 'compliant',
      reason: '在期，已备案',
      evidence: [digest('filing')],
      inheritedFrom: '卷宗 0099',
      answeredAt: at('2026-03-03T02:00:00.000Z'),
    },
    {
      item: 'r3-06',
      answer: 'non-compliant',
      reason: '隐去的单元能否相减还原',
      evidence: [subjects[0]?.digest.sha256 ?? digest('')],
      inheritedFrom: null,
      answeredAt: at('2026-11-23T03:00:00.000Z'),
    },
    {
      item: 'r4-02',
      answer: 'not-verified',
      reason: '没有可看的材料',
      evidence: [],
      inheritedFrom: null,
      answeredAt: at('2026-11-23T03:10:00.000Z'),
    },
  ],
  findings: [
    {
      id: 'f-1',
      item: 'r3-06',
      risk: '（三）',
      alsoRisks: ['（四）'],
      text: '隐去的 3 个单元能否相减还原',
      severity: 4,
      likelihood: 3,
      after: { severity: 2, likelihood: 1 },
      acceptable: true,
      responsible: '乙川信息技术有限公司 赵示例',
      disposition: 'accepted',
      reason: '机器求解无唯一值',
    },
  ],
  analyses: [
    {
      tool: 'shiqi',
      version: '0.1.0',
      parameters: { 'sharing-mode': 'controlled', 'max-rows': '5000' },
      result: { sha256: digest('result') },
    },
  ],
  notChecked: ['图片中的文字', '与未登记的外部数据的连接'],
  outcome: 'pass-with-conditions',
  conditions: [
    { text: '只提供给示例供热调度站，不得转供', owner: '示例供热调度站 李示例', due: null, binds: 'recipient' },
    { text: '改为按月须先复审', owner: '乙川信息技术 赵示例', due: day('2027-01-31'), binds: 'developer' },
  ],
  rectification: [{ text: '补交作者说明', finding: 'f-1', due: day('2026-12-07') }],
  grounds: ['依据见答复'],
  remarks: '指数由汇总而成，不含原始数据。',
  round: 2,
  previous: { sha256: digest('previous') },
  coverage: {
    kind: 'series',
    schema: digest('schema'),
    frequency: '每季一批',
    from: day('2026-10-01'),
    to: day('2027-03-31'),
    bounds: '单元不少于 5 户',
    checks: ['r1-02', 'r2-05'],
  },
  validUntil: at('2027-03-31T15:59:59.999Z'),
  reviewBy: day('2027-02-28'),
  reviewers: [
    { person: 'p-0001', act: 'review' },
    { person: 'p-0002', act: 'countersign' },
  ],
  decidedAt: at('2026-11-23T05:24:08.000Z'),
  keyProtection: 'file',
  workstation: digest('workstation'),
  ledger: { seq: 2419, head: digest('head') },
  checkpoint: 'shiqi.bureau/example\n48211\nq1Vv0w==\n\n— shiqi.bureau/example Az3x+w==\n',
});

export const verdictPayload = (predicate: PredicateInput<'verdict'> = verdictPredicate()): Uint8Array<ArrayBuffer> =>
  buildStatement('verdict', { suite: 'sm2', subject: subjects, predicate });

export function certificatePredicate(
  verdict: Uint8Array,
  from: PredicateInput<'verdict'> = verdictPredicate(),
): PredicateInput<'certificate'> {
  if (from.outcome !== 'pass' && from.outcome !== 'pass-with-conditions') throw new Error('no certificate for this outcome');
  if (from.basis.chosen === 'internal') throw new Error('no certificate on this basis');
  return {
    verdict: { sha256: asSha256Hex(sha256Hex(verdict)) },
    number: from.number,
    decidedAt: from.decidedAt,
    reviewers: from.reviewers,
    practice: from.practice,
    product: from.product,
    developer: { name: from.developer.name },
    outcome: from.outcome,
    conditions: (from.conditions ?? []).filter(({ binds }) => binds === 'recipient'),
    coverage: from.coverage,
    validUntil: from.validUntil,
    basis: { ...from.basis, chosen: from.basis.chosen },
    edition: from.edition,
    notChecked: from.notChecked,
  };
}

export const certificatePayload = (predicate: PredicateInput<'certificate'>): Uint8Array<ArrayBuffer> =>
  buildStatement('certificate', { suite: 'sm2', subject: subjects, predicate });
