// The papers that come with a product (送审材料), as short plain texts. They say enough for a person to answer every item from them, and in
// the defective versions exactly as little as the defect needs. Every name is invented.

const sections = (title, lines) => `${[title, ...lines.flat()].join('\n')}\n`;
const line = (...parts) => parts.join('');

/** Papers that every sample has, with the edition's id of the paper. */
function common({ registration: r, extra }) {
  const { authorisation, sources, developer, application, agreement, product } = r;
  const party = `开发主体：${developer.name}（${developer.uscc}）`;
  return [
    {
      id: 'authorisation-agreement',
      name: '授权运营协议摘要.txt',
      text: sections('公共数据授权运营协议（摘要）', [
        `编号：${authorisation.number}    备案：${authorisation.filing}`,
        `授权运营机构：示例数据运营有限公司    期限：${authorisation.validFrom}至${authorisation.validTo}`,
        `授权目录：${authorisation.catalogue.join('、')}`,
        `${authorisation.securityReviewClause}　数据产品和服务对外交易流通前，运营机构应当进行安全合规审核。`,
        '截至2026年11月20日未收到市数据局终止授权的通知。',
      ]),
    },
    {
      id: 'supply-note',
      name: '供给交接单.txt',
      text: sections('公共数据供给交接单（汇总）', [
        '供给方：齐齐哈尔市公共数据服务中心（示例）',
        ...sources.map((s) =>
          line(
            s.supplyNote,
            '　',
            s.catalogueCode,
            ' ',
            s.name,
            '　提供单位：',
            s.provider,
            '　级别：',
            s.level,
            '　取得方式：',
            s.obtained === 'own' ? '自有' : '共享',
          ),
        ),
        '上述数据均已由本中心加工并脱敏、脱密后交付，不含国家秘密，字段不超出申请和授权目录。加工方法：删除直接标识、编码替换、粒度汇总。',
      ]),
    },
    {
      id: 'classification-note',
      name: '分类分级说明.txt',
      text: sections('源数据分类分级结果和产品定级', [
        ...sources.map((s) => `${s.catalogueCode} ${s.name}：${s.level}`),
        '源数据不含核心数据、重要数据。',
        `产品定级：${extra.level}。`,
      ]),
    },
    {
      id: 'authorised-catalogue',
      name: '授权目录.txt',
      text: sections('公共数据授权目录（摘录）', [
        `授权协议：${authorisation.number}`,
        `目录编号：${authorisation.catalogue.join('、')}`,
        `本场景所用：${sources.map((s) => `${s.catalogueCode} ${s.name}`).join('；')}`,
      ]),
    },
    {
      id: 'no-secrets-statement',
      name: '不涉及国家秘密的说明.txt',
      text: sections('不涉及国家秘密的说明', [
        party,
        `“${product.name}”的源数据、产品和送审材料均不涉及国家秘密，文件名和内容中没有密级标志。`,
      ]),
    },
    {
      id: 'scenario-decision',
      name: '场景审定记录.txt',
      text: sections('场景审定记录', [
        `场景：${agreement.scenario}    审定日期：${extra.scenarioDecidedOn}    结论：同意，一类场景一审定`,
        `用途：${agreement.purpose}`,
      ]),
    },
    {
      id: 'scenario-application',
      name: '数据开发利用申请.txt',
      text: sections('数据开发利用申请', [
        `编号：${application.number}    申请单位：${developer.name}    场景：${agreement.scenario}`,
        `申请字段（按最小必要）：${application.fields.join('、')}`,
        `申请目录：${application.catalogue.join('、')}，均在授权目录内`,
      ]),
    },
    {
      id: 'scenario-agreement',
      name: '开发利用协议.txt',
      text: sections('公共数据开发利用协议（摘要）', [
        `编号：${agreement.id}    甲方：示例数据运营有限公司    乙方：${developer.name}`,
        `${agreement.contents.scenario}　应用场景：${agreement.scenario}；用途：${agreement.purpose}。`,
        `${agreement.contents.term}　期限：${agreement.term.from}至${agreement.term.to}。`,
        `${agreement.contents.rights}　双方权利义务。任何一方不得约定独家、排他。`,
        line(
          agreement.contents.dataScope,
          '　数据范围。字段：',
          agreement.fields.join('、'),
          agreement.period.column ? `；期间：${agreement.period.from}至${agreement.period.to}` : '',
          agreement.area.codes.length ? `；区划：${agreement.area.codes.join('、')}` : '',
          `；频率：${agreement.frequency}；接收方：${agreement.recipients.join('、')}；共享方式：受控公开。`,
        ),
        `${agreement.contents.security}　数据安全要求：在安全可信环境内开发，传输加密，访问留痕，日志保存不少于六个月。`,
        `${agreement.securityReviewClause}　产品对外流通前须经甲方安全合规审核。`,
        `${agreement.contents.profit}　收益分配。`,
        `${agreement.contents.liability}　违约责任。`,
      ]),
    },
    {
      id: 'developer-qualification',
      name: '主体资质审核记录.txt',
      text: sections('产品开发主体资质审核记录', [
        `${party}    审核记录：${developer.qualification}    结论：通过，资格未取消`,
        '经营状况：登记存续，2025年度审计报告无保留意见。资质：数据管理能力成熟度（示例）三级。专业人员：12名。',
        `数据安全负责人：${developer.securityOfficer}（任命书2026年1月8日）；管理部门：数据安全部；内部制度：数据安全管理办法等5项。`,
        '近三年未因网络安全或数据安全事件被公开通报（2026年11月检索记录附后）。',
        `报备：${developer.reportedOn}报市数据局。`,
      ]),
    },
    {
      id: 'list-queries',
      name: '名录查询记录.txt',
      text: sections('名录查询记录', [
        `${party}    查询日期：${developer.listsQueriedOn}`,
        '严重失信主体名单：主体、法定代表人（均为示例）无记录。经营异常名录：无记录。',
      ]),
    },
    {
      id: 'exit-approval',
      name: '出域审批单.txt',
      text: sections('出域审批单', [
        `单号：示出域-${agreement.id.slice(3, 11)}    环境：示例公共数据可信开发环境    产品：${product.name} 第${product.version}版`,
        '路径：开发环境→出域审查区→审核工作站；经办、复核各一人。操作日志摘录：登录、查询、导出共41条，可按单号调取。',
      ]),
    },
    {
      id: 'draft-contract',
      name: '拟签流通合同.txt',
      text: sections('数据产品流通合同（草案，摘要）', [
        `产品：${product.name}    接收方：${product.recipients.join('、')}    期限至：${product.offeredUntil}`,
        `用途：${agreement.purpose}。方式：许可使用。`,
        '接收方不得转供、不得重新识别个人或单户，接受监督检查，期满删除并出具证明；使用记录保存三年以上。',
        '接收方住所、主机和运维人员均在境内。',
      ]),
    },
    {
      id: 'security-note',
      name: '安全措施说明.txt',
      text: sections('交付和运行的安全措施', ['交付用国密算法加密，传输走国密TLS；账号实名，按最小权限授权；每日备份；访问日志保存一年。']),
    },
    {
      id: 'retention-plan',
      name: '留存与删除计划.txt',
      text: sections('留存与删除计划', [
        '开发环境中的中间数据在本版通过审核后30日内删除，测试环境不留副本。',
        '运营机构的审核副本依据开发利用协议保存，协议期满删除，摘要留存三年以上。',
      ]),
    },
  ];
}

const processing = ({ registration: r }, more) => ({
  id: 'processing-note',
  name: '加工过程与来源说明.txt',
  text: sections('加工过程与来源说明', [
    `产品：${r.product.name} 第${r.product.version}版    签字：${r.developer.securityOfficer}`,
    `来源：${r.sources.map((s) => `${s.catalogueCode} ${s.name}`).join('；')}`,
    `加工：${r.product.processing}`,
    ...more,
  ]),
});

const plan = ({ registration: r, extra }, remark) => ({
  id: 'emergency-plan',
  name: '应急预案.txt',
  text: sections('一场景一预案', [
    `场景：${r.agreement.scenario}（审定于${extra.scenarioDecidedOn}）`,
    `运营机构预案：${r.agreement.emergencyPlan.operator}    开发主体预案：${r.agreement.emergencyPlan.developer}    日期：${r.agreement.emergencyPlan.date}`,
    '责任人：提供　赵示例；管理　周示例；运营　吴示例；使用　郑示例。',
    remark,
  ]),
});

const linkage = (text) => ({ id: null, name: '关联检查记录.txt', text: sections('与已放行产品的关联检查记录', [text]) });

const PAPERS = {
  'heating-index/1': (sample) => [
    {
      id: 'product-manual',
      name: '产品说明书.txt',
      text: sections('供热需求指数　产品说明书', [
        '功能：逐周给出各区县、各建筑类型的供热需求指数，供调度和规划使用。没有面向个人或单户的功能。指数公式见交付的说明.pdf。',
        '文件：index.csv（4,992行，52周、16个区县、5种建筑类型和合计）、说明.pdf。两个文件都没有隐藏内容、附件或图层，csv是纯文本。',
        '说明.pdf的文档属性里留有作者姓名，是编写人自己的署名。',
      ]),
    },
    {
      id: 'field-list',
      name: '字段说明.txt',
      text: sections('字段说明和必要性', [
        '行政区划代码、区县：汇总到区县，调度以区县为单位。',
        '周：按周，调度计划按周编制；按月则无法反映寒潮。',
        '建筑类型：住宅、办公、商业、学校、医院、合计。',
        '站点编号：每个区县一个上报站，11位，由业务代码139、区划代码6位、序号2位组成，不是电话号码。',
        '供热单位信用代码、服务热线：供热企业的登记代码和0452开头的公开热线，不指向个人。',
        '供热户数：参与计算的户数，少于5的不公布。周平均气温、供热需求指数：结果。',
      ]),
    },
    processing(sample, [
      '与源数据的粒度比对：源数据为楼栋、小时，主键是表计编号加时刻；产品为区县、周、建筑类型，没有表计编号，任何一行都由多户多小时汇总而成，不可能与源数据的行相同。',
      '指数由公式算出，不是源数据的改名、换格式或换序。',
    ]),
    {
      id: 'shared-consent',
      name: '气象数据共享同意书.txt',
      text: sections('关于同意使用共享气象数据的函', [
        '文号：示气函〔2026〕31号    日期：2026年2月11日    提供单位：示例省气象数据中心',
        '同意示例数据运营有限公司在“城区供热调度与能源规划”场景中使用区县周平均气温。',
      ]),
    },
    plan(sample, '2026年9月24日演练一次，记录附后。'),
    {
      id: 'aggregation-note',
      name: '小单元格处理说明.txt',
      text: sections('小单元格处理和差分检查说明', [
        '受控公开，户数少于5的单元格不公布（参考GB/T 42460类推）。本版有1个：碾子山区2026-W43医院。',
        '为使合计减去各分项不能还原，同周同区县的学校单元格一并不公布（第二次抑制），指数同时不公布。',
        '本版（11月版）与上一版（10月版，index_2026-10.csv）重叠的49周逐格比对：被隐藏的单元格相同，其余数值相同，两版相减得不到被隐藏的数值。',
        '没有跨区县的分类合计。公布的各单元格都由多户组成，最大一户占比都不超过40%。',
      ]),
    },
    linkage(
      '接收方相同的已放行产品：无。与本机构已放行产品没有共同的键；与公开年鉴的区县户数对照，不能得到单户情况。各类汇聚、关联未发现有害的隐含关系。',
    ),
  ],
  'bus-trips/1': (sample) => [
    {
      id: 'product-manual',
      name: '产品说明书.txt',
      text: sections('公交刷卡出行数据集　产品说明书', [
        '内容：2026年第三季度刷卡出行逐次记录120,000条，GB18030编码；另附客流统计工作簿。',
        '用途：线网优化；也可供接收方按线路投放车身广告。',
      ]),
    },
    {
      id: 'field-list',
      name: '字段说明.txt',
      text: sections('字段说明', [
        '乘车日期、刷卡时间（到分钟）、线路、车辆号牌、行政区划代码、上车站、下车站、卡号、卡类型、余额、备注。',
        '卡号：原卡号直接取MD5，没有加盐。余额、下车站：备用。备注：司机和客服填写的原文。',
      ]),
    },
    {
      id: 'context-note',
      name: '使用情境说明.txt',
      text: sections('受控公开的使用情境说明', ['接收方：见流通合同。动机和能力：中；控制措施：中（合同约束，无技术限制）。']),
    },
    processing(sample, ['源数据指纹由市级公共数据服务机构提供，10,000行，随附。']),
    plan(sample, '预案编于场景审定之前，未按本场景修订。'),
    linkage('未做。'),
  ],
  'bus-trips/2': (sample) => [
    {
      id: 'product-manual',
      name: '产品说明书.txt',
      text: sections('公交刷卡出行数据集（月度计次）　产品说明书', [
        '内容：各线路、各卡组逐月刷卡次数，文件trips.csv和客流统计.xlsx内容一致。工作簿只有一张可见的表，没有透视表缓存和隐藏表。',
        '用途：线网优化。',
      ]),
    },
    {
      id: 'field-list',
      name: '字段说明.txt',
      text: sections('字段说明和必要性', [
        '月份、线路：调整班次以月和线路为单位。卡组：普通、老年、优待（学生卡、残疾人爱心卡合并），用于核算优惠补贴。刷卡次数：结果。',
      ]),
    },
    processing(sample, ['逐行为汇总值，与源数据指纹的列没有一列相同，0行与指纹相等。']),
    plan(sample, '按本场景重编，2026年11月14日演练。'),
    {
      id: 'aggregation-note',
      name: '小单元格处理说明.txt',
      text: sections('小单元格处理和差分检查说明', [
        '小于5的单元格与同线路次小的卡组合并；只剩一组的线路只列合计，所以合计减去分项得不到被合并的数值。没有跨线路的卡组合计。首次交付，没有前期可减。',
      ]),
    },
    linkage('与已放行产品没有共同的键；合同禁止与卡数据关联。未发现有害的隐含关系。'),
  ],
  'credit-score-api/1': (sample) => [
    {
      id: 'product-manual',
      name: '产品说明书.txt',
      text: sections('小微企业信用评分 API　产品说明书', [
        '功能：按商户编号返回评分、等级、分项贡献和经营者信息，可用fields=*取全部字段。',
        '适用：授信参考、招聘背调、供应商筛选。服务期限两年，至2028年11月30日。',
      ]),
    },
    {
      id: 'field-list',
      name: '字段说明.txt',
      text: sections('字段说明', [
        '见openapi.yaml。legalRepPhone为法定代表人手机，monthlyPowerKwh为部分企业的逐月用电量。评分保留六位小数。',
      ]),
    },
    processing(sample, []),
    {
      id: 'membership-scores',
      name: '模型测试说明.txt',
      text: sections('模型测试说明', ['训练样本5,000户与训练外5,000户的评分见scores.csv。成员推断：AUC 0.83，1%误报率下命中率0.17。']),
    },
    linkage('未做。'),
  ],
  'credit-score-api/2': (sample) => [
    {
      id: 'product-manual',
      name: '产品说明书.txt',
      text: sections('小微企业信用评分 API（第2版）　产品说明书', [
        '功能：企业向银行申请贷款时，银行凭企业的逐次授权查询该企业的评分。没有其他用途。',
        '服务期限至2026年12月31日，主机在本市政务云（示例），没有境外主机和境外运维。config.zip只有限频和授权参数，没有口令、密钥、模型文件。',
      ]),
    },
    {
      id: 'field-list',
      name: '字段说明.txt',
      text: sections('字段说明和必要性', [
        'merchantId（随机数）、merchantName、uscc、score（取整到10分）、scoredAt。无证件号、出生日期、性别、手机号、用电量和分项贡献。',
      ]),
    },
    processing(sample, ['返回的是模型算出的评分，不含源数据的任何一行。']),
    {
      id: 'membership-scores',
      name: '模型测试说明.txt',
      text: sections('模型测试说明', [
        '训练样本5,000户与训练外5,000户的评分见scores.csv。成员推断：AUC 0.52，95%区间上限不超过0.54；1%误报率下命中率0.01，95%区间上限不超过0.02；0.1%误报率下命中率不超过0.005。',
        '越权测试：相邻编号、他行凭证、过期授权均返回403，记录12条。',
      ]),
    },
    {
      id: 'personal-basis',
      name: '个人信息保护影响评估报告.txt',
      text: sections('个人信息保护影响评估报告（摘要）', [
        '依据个人信息保护法第五十五条、第五十六条，2026年11月9日。评分对象含个体工商户，指向经营者本人；目的正当、必要，措施与风险相当。记录保存三年以上。',
      ]),
    },
    {
      id: 'personal-basis',
      name: '逐次授权说明.txt',
      text: sections('逐次授权说明', ['被查询企业在银行柜面或App签发一次有效的授权凭证，服务端核验后才返回评分，凭证和查询一并留存三年。']),
    },
    {
      id: 'financial-risk-note',
      name: '数据金融风险说明.txt',
      text: sections('数据金融风险说明', ['评分仅作授信参考，不作唯一依据；接收方持有银行业务许可；企业可申请更正，5个工作日内答复。']),
    },
    plan(sample, '2026年11月13日演练。'),
    linkage('与已放行产品没有共同的键（merchantId为随机数）。未发现有害的隐含关系。'),
  ],
};

/** @returns {{ id: string, name: string, text: string }[]} */
export function papersOf(sample) {
  const special = PAPERS[`${sample.sample}/${sample.version}`];
  if (!special) throw new Error(`no papers for ${sample.sample} ${sample.version}`);
  return [...common(sample), ...special(sample)];
}
