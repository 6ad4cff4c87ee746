// Views for the report page as main would give them, over payloads built by the real statement builder. All names are synthetic.
import { buildStatement, type PredicateInput } from '@shared/attestation/statements/statement';
import { utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import type { ReportView } from '@shared/contract/views';

type VerdictInput = PredicateInput<'verdict'>;
type FindingInput = NonNullable<VerdictInput['findings']>[number];

const digest = (text: string) => sha256Hex(utf8(text));
export const KEYID = digest('key of 林审一');
const ITEMS = ['pre-01', 'pre-02', 'pre-13', 'raw-01', 'raw-02', 'r1-01', 'r1-02', 'r2-01', 'r2-02', 'r3-01', 'r4-01'];

export const verdictInput = (change: Partial<VerdictInput> = {}): VerdictInput => ({
  number: '齐数审〔2026〕7C1E-0134号',
  practice: false,
  product: { name: '供热需求指数', form: 'index', version: '2026-11', maker: 'developer', features: ['aggregate'] },
  developer: { name: '甲木数据科技有限公司（虚构）', uscc: '91230200MA00000000' },
  authorisation: { number: '示授-2025-001', validTo: '2027-12-31', sha256: digest('authorisation') },
  sources: [
    {
      catalogueCode: '示目-0012',
      provider: '示例供热公司',
      providerKind: 'utility',
      level: '一般',
      supplyNote: '示交-1',
      sharedConsent: null,
    },
  ],
  agreement: { id: '示协-2026-047', sharingMode: 'controlled' },
  edition: { id: 'qiqihar-2024-6', sha256: digest('edition') },
  basis: {
    status: 'expiring',
    readings: [
      { name: '习惯算法', lastDay: '2026-11-28' },
      { name: '民法典第二百零一条、第二百零二条', lastDay: '2026-11-29' },
      { name: '民法典第二百零一条、第二百零三条', lastDay: '2026-11-30' },
    ],
    chosen: null,
    documents: [
      { title: '齐齐哈尔市公共数据授权运营管理暂行办法', number: '齐政办规〔2024〕6号', clause: '第十七条', sha256: digest('measures') },
    ],
  },
  answers: ITEMS.map((item, i) => ({
    item,
    answer: 'compliant',
    reason: i % 3 === 0 ? '核对了交接单和协议，范围一致。' : '',
    evidence: [digest(`evidence ${i}`)],
    inheritedFrom: null,
    answeredAt: '2026-11-19T03:00:00.000Z',
  })),
  findings: [],
  analyses: [{ tool: 'shiqi-analysis', version: '0.1.0', parameters: {}, result: { sha256: digest('analysis') } }],
  notChecked: ['图片中的文字', '与其他机构数据的连接'],
  outcome: 'pass',
  conditions: [],
  rectification: [],
  grounds: [],
  round: 1,
  previous: null,
  coverage: { kind: 'files' },
  validUntil: '2027-03-31T15:59:59.999Z',
  reviewBy: null,
  reviewers: [{ person: 'person-1', act: 'review' }],
  decidedAt: '2026-11-23T04:05:06.000Z',
  keyProtection: 'file',
  workstation: digest('workstation'),
  ledger: { seq: 41, head: digest('head') },
  checkpoint: null,
  ...change,
});

export const finding = (n: number, change: Partial<FindingInput> = {}): FindingInput => ({
  id: `f-${n}`,
  item: 'r2-02',
  risk: 'r2',
  alsoRisks: [],
  text: `第${n}个发现：备注列含手机号码，样例1**********4。`,
  severity: 4,
  likelihood: 5,
  after: { severity: 4, likelihood: 5 },
  acceptable: false,
  responsible: '产品开发主体',
  disposition: 'accepted',
  reason: '',
  ...change,
});

export const files = (count: number): string[] => Array.from({ length: count }, (_, i) => (i === 0 ? '说明.pdf' : `数据/index-${i}.csv`));

export function verdictView(
  input: VerdictInput = verdictInput(),
  change: Partial<ReportView> = {},
  names: readonly string[] = files(2),
): ReportView {
  const payload = buildStatement('verdict', {
    suite: 'sm2',
    subject: names.map((name) => ({ name, digest: { sha256: digest(name), sm3: digest(`sm3 ${name}`) } })),
    predicate: input,
  });
  return {
    kind: 'report',
    language: 'zh',
    practice: input.practice,
    operator: '示例数据运营有限公司',
    payload,
    payloadSha256: sha256Hex(payload),
    signers: [{ name: '林审一', act: 'review', suite: 'sm2', keyid: KEYID, enrolled: true }],
    notBefore: '2026-11-23T01:02:11.000Z',
    notAfter: '2026-11-23T08:30:05.000Z',
    receiptIndex: 12,
    edition: null,
    ...change,
  };
}

export function certificateView(change: Partial<ReportView> = {}): ReportView {
  const { number, practice, product, developer, basis, edition, notChecked, coverage, validUntil, reviewers, decidedAt } = verdictInput();
  const payload = buildStatement('certificate', {
    suite: 'sm2',
    subject: files(3).map((name) => ({ name, digest: { sha256: digest(name), sm3: digest(`sm3 ${name}`) } })),
    predicate: {
      verdict: { sha256: digest('verdict') },
      number,
      decidedAt,
      reviewers,
      practice,
      product,
      developer: { name: developer.name },
      outcome: 'pass-with-conditions',
      conditions: [
        { text: '只供示例排水调度中心在可信环境内使用，不得转供。', owner: '示例排水调度中心', due: null, binds: 'recipient' },
        { text: '每月自查一次。', owner: '甲木数据科技有限公司（虚构）', due: null, binds: 'developer' },
      ],
      coverage,
      validUntil,
      basis: { ...basis, chosen: null },
      edition,
      notChecked,
    },
  });
  return { ...verdictView(), kind: 'certificate', payload, payloadSha256: sha256Hex(payload), ...change };
}

const both = (zh: string) => ({ zh, en: zh });
/** As much of an edition as is printed. */
export const editionJson = {
  name: both('示例清单'),
  version: '0.6.0',
  sources: [{ id: 'measures', short: both('办法') }],
  items: [
    {
      id: 'r1-02',
      title: both('交付字段不超协议'),
      passRule: both('差集为空。'),
      citations: [{ source: 'measures', clause: '第十七条第二款第（一）项' }],
    },
  ],
};
