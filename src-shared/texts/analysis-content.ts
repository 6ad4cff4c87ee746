// What the looks at content say to people: why a thing in a file was noticed, and on which source.
import { bilingual } from './language';
import { counted } from './plural';

const RISK4 = '第十七条第二款第（四）项';
const RISK4_EN = 'Article 17(2)(4)';
const RISK3 = '第十七条第二款第（三）项';
const RISK3_EN = 'Article 17(2)(3)';
const RISK2 = '第十七条第二款第（二）项';
const RISK2_EN = 'Article 17(2)(2)';

export const contentTexts = bilingual({
  zh: {
    found: {
      CLASSIFICATION_MARK: {
        why: (count: number): string => `有${count}处密级标志。不要再打开、复制或传出，也不要删除；请联系本单位保密工作机构。`,
        source: '第二条第二款；保守国家秘密法；GB/T 9704-2012 7.2.2',
      },
      FOREIGN_HOST: {
        why: (count: number): string => `有${count}个境外主机的地址，按域名判断，没有联网查询。`,
        source: `第十八条；${RISK4}`,
      },
      UNEXPECTED_HOST: {
        why: (count: number): string => `有${count}个主机不在协议写明的接收方之内，或从名称看不出在境内还是境外。`,
        source: `第十八条；${RISK4}`,
      },
      INTERNAL_HOST: {
        why: (count: number): string => `有${count}个内网地址或内部主机名，会透露内部网络。`,
        source: `${RISK4}；网络数据安全管理条例第九条`,
      },
      CSV_FORMULA: {
        why: (count: number): string => `有${count}个单元格以=、+、-或@开头并带函数，用表格软件打开时会当公式运行。`,
        source: `${RISK4}；CWE-1236`,
      },
      FORMULA_REACHES_OUT: {
        why: (count: number): string => `有${count}个公式会从工作簿以外取数或调用程序。`,
        source: `${RISK4}；ECMA-376`,
      },
      REMOTE_PART: {
        why: (count: number): string => `有${count}处外部引用（模板、图片、对象或其他工作簿），打开时会去取。`,
        source: `${RISK4}；ECMA-376`,
      },
      ACTIVE_CONTROL: {
        why: (count: number): string => `有${count}个宏、控件或自动更新的域，打开时可能运行。`,
        source: `${RISK4}；ECMA-376`,
      },
      HTML_SCRIPT: { why: (count: number): string => `网页里有${count}处脚本或事件处理代码。`, source: RISK4 },
      HTML_FRAME: { why: (count: number): string => `网页里嵌有${count}个外部页面或对象。`, source: RISK4 },
      HTML_FORM: { why: (count: number): string => `网页里有${count}个会提交数据的表单。`, source: RISK4 },
      PDF_SCRIPT: { why: (count: number): string => `PDF里有${count}处脚本。`, source: `${RISK4}；ISO 32000-2` },
      PDF_LAUNCH: {
        why: (count: number): string => `PDF里有${count}处会启动程序、提交表单或打开网址的动作。`,
        source: `${RISK4}；ISO 32000-2`,
      },
      METADATA_PERSON: {
        why: (count: number): string => `文件属性里有${count}处人员或单位（作者、最后保存者、经理、公司等），交付前应清除。`,
        source: `${RISK4}；GB/T 42460-2023 附录A`,
      },
      METADATA_POSITION: {
        why: (count: number): string => `图片属性里有${count}处拍摄位置或设备序列号，交付前应清除。`,
        source: `${RISK4}；GB/T 45574-2025 附录A`,
      },
      TOTAL_GIVES_BACK: {
        why: (count: number): string => `有${count}个压缩的单元格可以用合计减去其余分项还原。`,
        source: `${RISK3}；统计法实施条例第二十九条第三项`,
      },
      RELEASES_GIVE_BACK: {
        why: (count: number): string => `与上一期相减，有${count}组的差小于过小单元格的下限，可推断增减的是谁。`,
        source: `${RISK3}；统计法实施条例第二十九条第三项`,
      },
      DOMINATED_CELL: {
        why: (count: number): string => `有${count}个汇总单元格由少数贡献者占了大部分，可推断其数值（参数取自境外统计机构，供参考）。`,
        source: `${RISK2}；统计法实施条例第二十九条第三项`,
      },
      API_UNDOCUMENTED: {
        why: (count: number): string => `样例返回里有${count}个字段接口文件没有写明。`,
        source: `${RISK3}；OWASP API3:2023`,
      },
      API_ENUMERABLE_ID: {
        why: (count: number): string => `有${count}个编号（查询参数或样例字段）是连续的或位数很少，可以逐个试出。`,
        source: `${RISK3}；OWASP API1:2023`,
      },
      API_FIELD_PROJECTION: {
        why: (count: number): string => `有${count}个参数让调用方自己选返回字段，可能取到协议以外的内容。`,
        source: `${RISK3}；OWASP API3:2023`,
      },
      API_BULK_UNLIMITED: {
        why: (count: number): string => `有${count}个批量参数没有上限或上限过大，可以成批取走。`,
        source: `${RISK3}；OWASP API4:2023`,
      },
      API_UNAUTHENTICATED: {
        why: (count: number): string => `有${count}个操作没有写明身份认证。`,
        source: `${RISK3}；OWASP API2:2023`,
      },
      API_PRECISION: {
        why: (count: number): string => `样例返回里有${count}个分值字段小数位过多，有利于成员推断和模型窃取。`,
        source: `${RISK3}；GB/T 37964-2019 4.3.2`,
      },
      API_UNLIMITED_RATE: {
        why: (count: number): string => `有${count}个操作没有写明频次限制。`,
        source: `${RISK3}；OWASP API4:2023`,
      },
    },
    code: {
      OPENAPI_INVALID: '接口文件读不懂。请给OpenAPI 3.0或3.1的JSON，或不带自定义标签的YAML。',
      OPENAPI_VERSION: '接口文件不是OpenAPI 3.0或3.1。请转换后再给。',
      RELEASE_UNREADABLE: '上一期读不懂，或里面没有计数列。请给同一产品上一期的表，必要时用 --counts 指明计数列。',
      EDITION_INVALID: '清单文件读不懂。请用 npm run check-edition 检查它。',
      EDITION_NEWER: '清单文件的版本比本程序新。请升级后再读。',
    },
    signs: (signs: string): string => `判断依据：${signs}。`,
    notChecked: {
      openapi: (name: string): string => `${name}：像是接口说明，但读不懂（例如YAML里有自定义标签或重复的键），没有检查接口。请改用JSON。`,
      openapiBeside: '一并交付的接口说明读不懂，接口返回没有与说明比较。',
      openapiCut: (name: string): string => `${name}：接口说明太大，只检查了前面的接口和字段。请把说明拆成几个文件。`,
      service: '接口只看了文件和样例，没有调用；是否真按文件执行，要看测试记录。',
    },
  },
  en: {
    found: {
      CLASSIFICATION_MARK: {
        why: (count) =>
          `${counted(count, 'mark')} of a state secret. Do not open, copy or send it again, and do not delete it; call the secrecy office of your organisation.`,
        source: 'Article 2(2); Law on Guarding State Secrets; GB/T 9704-2012 7.2.2',
      },
      FOREIGN_HOST: {
        why: (count) =>
          `${counted(count, 'address of a host abroad, judged by its name', 'addresses of hosts abroad, judged by their names')}; nothing was looked up.`,
        source: `Article 18; ${RISK4_EN}`,
      },
      UNEXPECTED_HOST: {
        why: (count) =>
          `${counted(count, 'host is none of the recipients that the agreement names, or its name does not say where it stands', 'hosts are none of the recipients that the agreement names, or their names do not say where they stand')}.`,
        source: `Article 18; ${RISK4_EN}`,
      },
      INTERNAL_HOST: {
        why: (count) =>
          `${counted(count, 'internal address or host name, which gives', 'internal addresses or host names, which give')} the internal network away.`,
        source: `${RISK4_EN}; Regulations on Network Data Security, article 9`,
      },
      CSV_FORMULA: {
        why: (count) =>
          `${counted(count, 'cell begins with =, +, - or @ and calls a function; a spreadsheet program runs it as a formula', 'cells begin with =, +, - or @ and call a function; a spreadsheet program runs them as formulas')}.`,
        source: `${RISK4_EN}; CWE-1236`,
      },
      FORMULA_REACHES_OUT: {
        why: (count) =>
          `${counted(count, 'formula fetches from outside the workbook or runs', 'formulas fetch from outside the workbook or run')} a program.`,
        source: `${RISK4_EN}; ECMA-376`,
      },
      REMOTE_PART: {
        why: (count) =>
          `${counted(count, 'reference outward (template, picture, object, other workbook) is', 'references outward (template, picture, object, other workbook) are')} fetched when it is opened.`,
        source: `${RISK4_EN}; ECMA-376`,
      },
      ACTIVE_CONTROL: {
        why: (count) =>
          `${counted(count, 'macro, control or field that updates itself', 'macros, controls or fields that update themselves')} may run when it is opened.`,
        source: `${RISK4_EN}; ECMA-376`,
      },
      HTML_SCRIPT: {
        why: (count) => `The page holds ${counted(count, 'script or event handler', 'scripts or event handlers')}.`,
        source: RISK4_EN,
      },
      HTML_FRAME: {
        why: (count) => `The page embeds ${counted(count, 'other page or object', 'other pages or objects')}.`,
        source: RISK4_EN,
      },
      HTML_FORM: { why: (count) => `The page holds ${counted(count, 'form that sends', 'forms that send')} data.`, source: RISK4_EN },
      PDF_SCRIPT: { why: (count) => `The PDF holds ${counted(count, 'script')}.`, source: `${RISK4_EN}; ISO 32000-2` },
      PDF_LAUNCH: {
        why: (count) =>
          `The PDF holds ${counted(count, 'action that starts a program, submits a form or opens', 'actions that start a program, submit a form or open')} an address.`,
        source: `${RISK4_EN}; ISO 32000-2`,
      },
      METADATA_PERSON: {
        why: (count) =>
          `${counted(count, 'person or organisation stands', 'people or organisations stand')} in the file's properties (author, last saved by, manager, company); clear them before delivery.`,
        source: `${RISK4_EN}; GB/T 42460-2023 annex A`,
      },
      METADATA_POSITION: {
        why: (count) =>
          `${counted(count, 'position or serial number of a device stands', 'positions or serial numbers of devices stand')} in the properties of pictures; clear them before delivery.`,
        source: `${RISK4_EN}; GB/T 45574-2025 annex A`,
      },
      TOTAL_GIVES_BACK: {
        why: (count) => `${counted(count, 'suppressed cell')} can be computed from a total and the other parts.`,
        source: `${RISK3_EN}; Implementing Regulations of the Statistics Law, article 29(3)`,
      },
      RELEASES_GIVE_BACK: {
        why: (count) =>
          `Subtracting the earlier release leaves a difference below the least cell in ${counted(count, 'group')}: who was added or left can be inferred.`,
        source: `${RISK3_EN}; Implementing Regulations of the Statistics Law, article 29(3)`,
      },
      DOMINATED_CELL: {
        why: (count) =>
          `${counted(count, 'aggregate cell is', 'aggregate cells are')} mostly made by few contributors, whose values can be inferred (parameters of foreign statistical offices, for reference).`,
        source: `${RISK2_EN}; Implementing Regulations of the Statistics Law, article 29(3)`,
      },
      API_UNDOCUMENTED: {
        why: (count) =>
          `${counted(count, 'field of the sample replies is', 'fields of the sample replies are')} not documented by the interface file.`,
        source: `${RISK3_EN}; OWASP API3:2023`,
      },
      API_ENUMERABLE_ID: {
        why: (count) =>
          `${counted(count, 'identifier (query parameter or field of samples) is a running number or short: it can be tried one by one', 'identifiers (query parameters or fields of samples) are running numbers or short: they can be tried one by one')}.`,
        source: `${RISK3_EN}; OWASP API1:2023`,
      },
      API_FIELD_PROJECTION: {
        why: (count) => `${counted(count, 'parameter lets', 'parameters let')} the caller choose the fields, perhaps more than agreed.`,
        source: `${RISK3_EN}; OWASP API3:2023`,
      },
      API_BULK_UNLIMITED: {
        why: (count) =>
          `${counted(count, 'bulk parameter has', 'bulk parameters have')} no maximum or too large a one: records can be taken by the batch.`,
        source: `${RISK3_EN}; OWASP API4:2023`,
      },
      API_UNAUTHENTICATED: {
        why: (count) => `${counted(count, 'operation states', 'operations state')} no authentication.`,
        source: `${RISK3_EN}; OWASP API2:2023`,
      },
      API_PRECISION: {
        why: (count) =>
          `${counted(count, 'score field of the sample replies has', 'score fields of the sample replies have')} too many decimals, which helps membership inference and model theft.`,
        source: `${RISK3_EN}; GB/T 37964-2019 4.3.2`,
      },
      API_UNLIMITED_RATE: {
        why: (count) => `${counted(count, 'operation states', 'operations state')} no rate limit.`,
        source: `${RISK3_EN}; OWASP API4:2023`,
      },
    },
    code: {
      OPENAPI_INVALID: 'The interface file cannot be read. Give OpenAPI 3.0 or 3.1 as JSON, or as YAML without tags of its own.',
      OPENAPI_VERSION: 'The interface file is not OpenAPI 3.0 or 3.1. Convert it first.',
      RELEASE_UNREADABLE:
        'The earlier release cannot be read or has no count columns. Give the table of the same product, and name its counts with --counts where needed.',
      EDITION_INVALID: 'The edition cannot be read. Check it with npm run check-edition.',
      EDITION_NEWER: 'The edition is newer than this program. Upgrade first.',
    },
    signs: (signs) => ` Decided by: ${signs}.`,
    notChecked: {
      openapi: (name) =>
        `${name}: looks like an interface description and cannot be read (tags of its own or double keys in YAML, say); the interface was not checked. Use JSON.`,
      openapiBeside: 'The interface description delivered beside it cannot be read; the replies were not compared with it.',
      openapiCut: (name) => `${name}: the interface description is too large; only its first operations and fields were checked. Split it.`,
      service:
        'Of the interface only files and samples were looked at; nothing was called: whether it does what is written is for the test log.',
    },
  },
});
