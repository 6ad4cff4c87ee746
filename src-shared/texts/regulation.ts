// Words of the law room: the status of the measures, the three stated bases and what follows from them, forms and other closed lists of the law.
import { bilingual } from './language';
import { counted } from './plural';

export const regulationTexts = bilingual({
  zh: {
    listComma: '、',
    listSemicolon: '；',
    status: { 'in-force': '有效', expiring: '临近届满', disputed: '争议期', lapsed: '已届满', extended: '已延期', replaced: '已被替代' },
    reading: {
      custom: '习惯算法',
      'civil-code-201-202': '民法典第二百零一条、第二百零二条',
      'civil-code-201-203': '民法典第二百零一条、第二百零三条',
    },
    lineInForce: '审核依据有效',
    lineExpiring: (days: number) => (days === 0 ? '审核依据今天届满（按最早的算法）' : `审核依据临近届满，还有 ${days} 天`),
    lineDisputed: (days: string) => `审核依据处于争议期，按 ${days} 末届满的算法仍在期；签署前须选定依据`,
    lineLapsed: '审核依据已届满；签署前须选定依据',
    lineSuccessor: (status: string, number: string) => `审核依据${status}：${number}`,
    titleVerdict: '数据产品安全合规审核意见书',
    titleInternal: '数据产品安全合规审核内部意见',
    notTradable: '本件是内部意见，不得据此交易流通；选定依据并重新签署之前，不向任何接收方出具审核结论通知书。',
    option: {
      successor: { title: '延续或替代的文件', summary: '市数据局签发的新清单版本带来延续或替代的文件，审核依据它。' },
      method: { title: '《实施规范（试行）》、协议条款和法律', summary: '第十七条的四类风险改作审核方法，不作法律依据。' },
      internal: { title: '依据待定', summary: '只能签成内部意见，另须一人签发，不得据此交易流通。' },
    },
    reason: {
      BASIS_STANDS: '办法还在有效期内，不需要另选依据。',
      NO_SUCCESSOR: '没有导入延续或替代的文件。收到市数据局签发的新清单版本后可选。',
      SUCCESSOR_ACTIVE: '已有延续或替代的文件生效（第二十四条：从其规定），请选它。',
      AUTHORISATION_CLAUSE_MISSING: '授权运营协议里要求安全审核的条款还没有写条款号。在“授权与数据来源”里补上。',
      AGREEMENT_CLAUSE_MISSING: '开发利用协议里要求安全审核的条款还没有写条款号。在“开发利用协议”里补上。',
      SOURCE_KIND_MISSING: '有数据来源没有写明提供单位的类别，分不清是依据还是参照。在“授权与数据来源”里补上。',
      NO_SOURCES: '没有登记数据来源，分不清是依据还是参照。在“授权与数据来源”里补上。',
    },
    use: { ground: '依据', reference: '参照' },
    document: (title: string, number: string) => `《${title}》（${number}）`,
    laws: (first: string, second: string) => `《${first}》《${second}》`,
    authorisationClause: (number: string, clause: string) => `公共数据授权运营协议（${number}）${clause}`,
    agreementClause: (id: string, clause: string) => `数据开发利用协议（${id}）${clause}`,
    standing: (measures: string, status: string) => `依据${measures}第十七条进行安全合规审核。签署时该办法的状态：${status}。`,
    readingLine: (day: string, name: string) => `${day} 末（${name}）`,
    readings: (list: string) => `该办法有效期2年，最后一日有三种算法：${list}。`,
    successor: (document: string, clause: string) => `依据${document}${clause}进行安全合规审核。`,
    methodGround: (norm: string, sources: string, clauses: string, laws: string) =>
      `对数据来源 ${sources}，依据${norm}第十四条第（三）项、${clauses}和${laws}，进行安全合规审核。`,
    methodReference: (norm: string, sources: string, clauses: string, laws: string) =>
      `对数据来源 ${sources}，依据${clauses}和${laws}，并参照${norm}（该规范第二十五条第二款：可参考），进行安全合规审核。`,
    methodMeasures: (measures: string, status: string) => `审核方法采用${measures}第十七条所列四类风险。该办法在签署时的状态：${status}。`,
    methodRawData: (words: string) => `原始数据：按上述协议条款，并按实施规范第二十一条第一款“${words}”。`,
    internal: (measures: string, status: string) => `依据待定。${measures}在签署时的状态：${status}；四类风险按其第十七条的方法查看。`,
    form: {
      dataset: '数据集',
      report: '数据分析报告',
      visualisation: '数据可视化产品',
      component: '数据组件',
      model: '数据模型',
      index: '数据指数',
      api: '应用程序编程接口（API）',
      'encrypted-data': '加密数据',
      other: '其他',
    },
    providerKind: { organ: '机关', institution: '事业单位', utility: '公用企业' },
    sharingMode: { public: '完全公开', controlled: '受控公开', enclave: '领地公开' },
    maker: { developer: '产品开发主体', operator: '运营机构', joint: '双方共同' },
    readingAid: '参考译文，不是法律文本',
    clock: {
      CLOCK_BEHIND_LEDGER: '本机时间早于台账里最后一条记录，而那条记录已在办法届满之后。请校准本机时间后再签署。',
      CLOCK_BEHIND_RECEIPT: '本机时间早于市数据局最后一次回执的时间，而那时办法已经届满。请校准本机时间后再签署。',
    },
    choice: {
      BASIS_NOT_CHOSEN: '还没有选定审核依据。打开“选定依据”，从可选的几项里选一项。',
      BASIS_OPTION_CLOSED: '选定的依据现在不可选。打开“选定依据”，看它为什么关着。',
      BASIS_NOT_NEEDED: '办法还在有效期内，不能另选依据。取消选定后再签署。',
    },
  },
  en: {
    listComma: ', ',
    listSemicolon: '; ',
    status: {
      'in-force': 'in force',
      expiring: 'expiring',
      disputed: 'disputed',
      lapsed: 'lapsed',
      extended: 'extended',
      replaced: 'replaced',
    },
    reading: {
      custom: 'customary count',
      'civil-code-201-202': 'Civil Code arts. 201, 202',
      'civil-code-201-203': 'Civil Code arts. 201, 203',
    },
    lineInForce: 'Basis in force',
    lineExpiring: (days: number) =>
      days === 0 ? 'Basis ends today (by the earliest reading)' : `Basis expiring, ${counted(days, 'day')} left`,
    lineDisputed: (days: string) => `Basis disputed: it still holds by the readings that end on ${days}; choose a basis before signing`,
    lineLapsed: 'Basis lapsed; choose a basis before signing',
    lineSuccessor: (status: string, number: string) => `Basis ${status}: ${number}`,
    titleVerdict: 'Verdict on the security compliance of a data product',
    titleInternal: 'Internal opinion on the security compliance of a data product',
    notTradable:
      'This is an internal opinion. It allows no trade; no certificate goes to any recipient until a basis is chosen and it is signed again.',
    option: {
      successor: {
        title: 'Extension or successor',
        summary: 'A new edition signed by the bureau brings an extension or a successor; the review stands on it.',
      },
      method: {
        title: 'National norm, clauses of the agreements, and the laws',
        summary: 'The four risks of Article 17 become the method, not the legal basis.',
      },
      internal: {
        title: 'Basis pending',
        summary: 'Can only be signed as an internal opinion with a second approver; no trade may rest on it.',
      },
    },
    reason: {
      BASIS_STANDS: 'The measures are still in force; no other basis is needed.',
      NO_SUCCESSOR: 'No extension or successor has been imported. It opens when the bureau issues a new edition.',
      SUCCESSOR_ACTIVE: 'An extension or successor is in force (Art. 24 puts it first); choose that.',
      AUTHORISATION_CLAUSE_MISSING:
        'The clause of the authorisation that demands a security review has no number yet. Add it under authorisation and sources.',
      AGREEMENT_CLAUSE_MISSING:
        'The clause of the scenario agreement that demands a security review has no number yet. Add it under agreement.',
      SOURCE_KIND_MISSING:
        'A source does not say what kind of body provides it, so ground and reference cannot be told apart. Add it under authorisation and sources.',
      NO_SOURCES: 'No source is registered, so ground and reference cannot be told apart. Add it under authorisation and sources.',
    },
    use: { ground: 'ground', reference: 'reference' },
    document: (title: string, number: string) => `《${title}》 (${number})`,
    laws: (first: string, second: string) => `《${first}》 and 《${second}》`,
    authorisationClause: (number: string, clause: string) => `authorisation ${number}, ${clause}`,
    agreementClause: (id: string, clause: string) => `agreement ${id}, ${clause}`,
    standing: (measures: string, status: string) => `Reviewed under Article 17 of ${measures}. Status at signing: ${status}.`,
    readingLine: (day: string, name: string) => `end of ${day} (${name})`,
    readings: (list: string) => `The measures hold for two years; three readings of the last day: ${list}.`,
    successor: (document: string, clause: string) => `Reviewed under ${document}, ${clause}.`,
    methodGround: (norm: string, sources: string, clauses: string, laws: string) =>
      `For the sources ${sources}: reviewed under ${norm}, art. 14(3), ${clauses}, and ${laws}.`,
    methodReference: (norm: string, sources: string, clauses: string, laws: string) =>
      `For the sources ${sources}: reviewed under ${clauses} and ${laws}, with reference to ${norm} (its art. 25 ¶2 only lets them refer to it).`,
    methodMeasures: (measures: string, status: string) =>
      `The four risks of Article 17 of ${measures} are the method. Status of the measures at signing: ${status}.`,
    methodRawData: (words: string) => `Raw data: the clauses above, and art. 21 ¶1 of the norm in its own words: “${words}”.`,
    internal: (measures: string, status: string) =>
      `Basis pending. Status of ${measures} at signing: ${status}; the four risks were looked at by the method of its Article 17.`,
    form: {
      dataset: 'dataset',
      report: 'analysis report',
      visualisation: 'visualisation',
      component: 'component',
      model: 'model',
      index: 'index',
      api: 'API',
      'encrypted-data': 'encrypted data',
      other: 'other',
    },
    providerKind: { organ: 'organ', institution: 'public institution', utility: 'utility' },
    sharingMode: { public: 'public', controlled: 'controlled', enclave: 'enclave' },
    maker: { developer: 'developer', operator: 'operator', joint: 'both together' },
    readingAid: 'Reading aid, not law',
    clock: {
      CLOCK_BEHIND_LEDGER:
        "This machine's clock is before the last ledger entry, which was written after the measures lapsed. Set the clock right, then sign.",
      CLOCK_BEHIND_RECEIPT:
        "This machine's clock is before the bureau's last receipt, which came after the measures lapsed. Set the clock right, then sign.",
    },
    choice: {
      BASIS_NOT_CHOSEN: 'No basis has been chosen. Open the basis panel and choose one of the open options.',
      BASIS_OPTION_CLOSED: 'The chosen basis is closed now. Open the basis panel to see why.',
      BASIS_NOT_NEEDED: 'The measures are in force, so no other basis may be chosen. Clear the choice, then sign.',
    },
  },
});
