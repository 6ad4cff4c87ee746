// What the analysis says to people: why a column was noticed, on which source, what was not looked at, and why a file was not read whole.
import { bilingual } from './language';

export const analysisTexts = bilingual({
  zh: {
    detector: {
      'resident-id': '居民身份证号码',
      'hmt-residence-permit': '港澳台居民居住证号码',
      mobile: '手机号码',
      uscc: '统一社会信用代码',
      email: '电子邮箱',
    },
    source: {
      'resident-id': 'GB 11643-1999；GB/T 42460-2023 附录A',
      'hmt-residence-permit': 'GB 11643-1999（区划810000、820000、830000）；GB/T 42460-2023 附录A',
      mobile: '公众移动通信号码结构；GB/T 42460-2023 附录A',
      uscc: 'GB 32100-2015',
      email: 'GB/T 42460-2023 附录A',
    },
    why: {
      'resident-id': (valid: number, invalid: number): string =>
        `18位号码：${valid}个单元格的区划、出生日期、校验码都成立${invalid > 0 ? `，${invalid}个有一项不成立` : ''}。`,
      'hmt-residence-permit': (valid: number, invalid: number): string =>
        `18位号码以81、82、83开头：${valid}个单元格的出生日期、校验码都成立${invalid > 0 ? `，${invalid}个有一项不成立` : ''}。`,
      mobile: (valid: number, _invalid: number): string =>
        `${valid}个单元格有1开头的11位号码；手机号码没有校验码，只看号段、列名和上下文。`,
      uscc: (valid: number, invalid: number): string =>
        `18位代码：${valid}个单元格的校验码成立${invalid > 0 ? `，${invalid}个不成立` : ''}；指向单位，本身不是个人信息。`,
      email: (valid: number, _invalid: number): string => `${valid}个单元格有邮箱地址。`,
    },
    contradicted: (column: string): string => `列名“${column}”像编号，与手机号码不符，请看字段说明后判断。`,
    soleTraders: (count: number): string => `其中${count}个以92开头，属个体工商户，可能指向经营者本人。`,
    notChecked: {
      detectors: '没有查找：姓名、地址、固定电话、银行卡、车牌、护照、坐标、设备号、病历号、口令密钥和散列值等其他标识符。',
      regions: '身份证号码的区划：除齐齐哈尔市外只核对到省级；没有核对出生年份时该区划是否存在。',
      risk: '没有测算重标识风险、小单元格、成员推断和与源数据指纹的重合。',
      format: (name: string): string => `${name}：认出了格式，本版没有打开，内容没有检查。`,
      partly: (name: string, rows: number): string => `${name}：只读了前${rows}行，其余没有检查。`,
      noAgreement: '没有给协议，交付字段没有与协议比较。',
      scopePart: (part: string): string => `协议没有写明${part}，没有比较。`,
      scopeColumn: (column: string): string => `协议所指的列“${column}”不在文件里，没有比较。`,
      births: '没有给审核日期，出生日期在其后的号码没有排除。',
    },
    scopePart: { period: '期间', area: '区划', time: '时间粒度', place: '区划粒度' },
    command: {
      usage:
        '用法：npm run analyse -- 文件... [--agreement 协议.json] [--sharing-mode public|controlled|enclave] [--max-rows N] [--max-seconds N] [--json 输出文件]',
      notBuilt: (option: string): string => `${option}：本版还没有这个选项，没有分析任何文件。`,
      unknown: (option: string): string => `${option}：没有这个选项。`,
      value: (option: string): string => `${option}：缺少值，或值不合要求。`,
      file: (name: string, format: string, rows: number | null): string => `${name}　${format}${rows === null ? '' : `　${rows}行`}`,
      hit: (column: string, detector: string, cells: number, valid: number, certainty: string): string =>
        `　${column}：${detector}　${cells}个单元格，${valid}个成立　${certainty}`,
      scope: (kind: string, value: string): string => `　${kind}：${value}`,
    },
    certainty: { certain: '确定', likely: '很可能', weak: '弱' },
    scope: {
      unauthorised: '协议外的字段',
      missing: '协议有而没有交付的字段',
      period: '期间超出协议',
      area: '区划超出协议',
      grain: '粒度超出协议',
    },
    notCheckedTitle: '没有检查：',
    /** `CODE: sentence`, for the screen and for standard error. */
    code: {
      CELL_TOO_LONG: '有一个单元格超过32,767个字符，读到它前面为止。请开发主体检查引号是否成对后重新交付。',
      TOO_MANY_COLUMNS: '有一行超过16,384列，读到它前面为止。请开发主体检查分隔符后重新交付。',
      QUOTE_UNCLOSED: '有一个引号到文件末尾都没有闭合，读到它前面为止。请开发主体补上引号后重新交付。',
      MAX_ROWS: '已到所给的行数上限，其余没有读。要读全请放宽上限。',
      MAX_SECONDS: '已到所给的时间上限，其余没有读。要读全请放宽上限。',
      BAD_ENCODING: '有些字节既不合UTF-8也不合GB18030，按替代字符读。请开发主体统一编码后重新交付。',
      LINE_TOO_LONG: '有一行文本超过1 MiB，读到它前面为止。',
      FORMAT_NOT_READ: '认出了格式，本版还不打开这种文件。请由人查看，并在审核项里写明看了什么。',
      BINARY: '这是二进制文件，不属于能读的格式。请确认交付的是不是这个文件。',
      GZIP: '这是gzip压缩文件。请开发主体解压后交付，或改用ZIP。',
      FILE_UNREADABLE: '打不开文件。请检查路径和权限。',
      AGREEMENT_INVALID: '协议文件读不懂。至少要有v、id、fields三项，v为1。',
      AGREEMENT_NEWER: '协议文件的版本比本程序新。请升级后再读。',
      JOB_INVALID: '分析窗口收到的任务读不懂。请重启后重试；再不行把这个代码报给维护人员。',
      FILE_CUT_SHORT: '文件没有送完，分析作废。请重试；再不行请重新导入这个文件。',
      ANALYSIS_FAILED: '分析没有完成。请重试；再不行把文件摘要和这个代码报给维护人员。',
    },
  },
  en: {
    detector: {
      'resident-id': 'resident identity number',
      'hmt-residence-permit': 'residence permit number (Hong Kong, Macao, Taiwan)',
      mobile: 'mobile number',
      uscc: 'unified social credit code',
      email: 'e-mail address',
    },
    source: {
      'resident-id': 'GB 11643-1999; GB/T 42460-2023 annex A',
      'hmt-residence-permit': 'GB 11643-1999 (regions 810000, 820000, 830000); GB/T 42460-2023 annex A',
      mobile: 'structure of public mobile numbers; GB/T 42460-2023 annex A',
      uscc: 'GB 32100-2015',
      email: 'GB/T 42460-2023 annex A',
    },
    why: {
      'resident-id': (valid, invalid) =>
        `18-place numbers: region, birth date and check hold in ${valid} cells${invalid > 0 ? `, one of them fails in ${invalid}` : ''}.`,
      'hmt-residence-permit': (valid, invalid) =>
        `18-place numbers beginning with 81, 82 or 83: birth date and check hold in ${valid} cells${invalid > 0 ? `, one of them fails in ${invalid}` : ''}.`,
      mobile: (valid) =>
        `${valid} cells hold an 11-digit number beginning with 1; mobile numbers have no check digit, only segment, header and context speak.`,
      uscc: (valid, invalid) =>
        `18-place codes: the check holds in ${valid} cells${invalid > 0 ? `, not in ${invalid}` : ''}; they name organisations and are no personal data by themselves.`,
      email: (valid) => `${valid} cells hold an e-mail address.`,
    },
    contradicted: (column) => `The header "${column}" looks like a code and contradicts a mobile number: judge by the field list.`,
    soleTraders: (count) => `${count} of them begin with 92, individual businesses, and may point at the owner.`,
    notChecked: {
      detectors:
        'Not looked for: names, addresses, landlines, bank cards, plates, passports, coordinates, device and record numbers, secrets, hashes and other identifiers.',
      regions:
        'Region codes of resident numbers: known by county for Qiqihar only, by province elsewhere; not compared with the year of birth.',
      risk: 'Re-identification risk, small cells, membership inference and overlap with a raw-data fingerprint were not computed.',
      format: (name) => `${name}: format recognised, not opened by this version; its content was not checked.`,
      partly: (name, rows) => `${name}: only the first ${rows} rows were read; the rest was not checked.`,
      noAgreement: 'No agreement was given: delivered fields were not compared with it.',
      scopePart: (part) => `The agreement does not state ${part}: not compared.`,
      scopeColumn: (column) => `The column "${column}" named by the agreement is not in the file: not compared.`,
      births: 'No review date was given: numbers with a later birth date were not excluded.',
    },
    scopePart: { period: 'a period', area: 'an area', time: 'a grain of time', place: 'a grain of area' },
    command: {
      usage:
        'usage: npm run analyse -- FILE... [--agreement FILE] [--sharing-mode public|controlled|enclave] [--max-rows N] [--max-seconds N] [--json OUT]',
      notBuilt: (option) => `${option}: this version does not have the option yet; nothing was analysed.`,
      unknown: (option) => `${option}: there is no such option.`,
      value: (option) => `${option}: the value is missing or not as required.`,
      file: (name, format, rows) => `${name}  ${format}${rows === null ? '' : `  ${rows} rows`}`,
      hit: (column, detector, cells, valid, certainty) => `  ${column}: ${detector}  ${cells} cells, ${valid} hold  ${certainty}`,
      scope: (kind, value) => `  ${kind}: ${value}`,
    },
    certainty: { certain: 'certain', likely: 'likely', weak: 'weak' },
    scope: {
      unauthorised: 'fields not agreed',
      missing: 'agreed fields not delivered',
      period: 'period beyond the agreement',
      area: 'area beyond the agreement',
      grain: 'grain finer than agreed',
    },
    notCheckedTitle: 'Not checked:',
    code: {
      CELL_TOO_LONG: 'A cell is longer than 32,767 characters; read up to it. Have the developer check the quotes and deliver again.',
      TOO_MANY_COLUMNS: 'A row has more than 16,384 columns; read up to it. Have the developer check the separator and deliver again.',
      QUOTE_UNCLOSED: 'A quote never closes; read up to it. Have the developer close it and deliver again.',
      MAX_ROWS: 'The limit of rows was reached; the rest was not read. Raise the limit to read all.',
      MAX_SECONDS: 'The limit of time was reached; the rest was not read. Raise the limit to read all.',
      BAD_ENCODING:
        'Some bytes are neither UTF-8 nor GB18030 and were read as replacement characters. Have the developer use one encoding.',
      LINE_TOO_LONG: 'A line of text is longer than 1 MiB; read up to it.',
      FORMAT_NOT_READ:
        'The format was recognised, but this version does not open it. A person must look, and say in the item what was looked at.',
      BINARY: 'This is a binary file of no known format. Check whether it is the file that was meant.',
      GZIP: 'This is a gzip file. Have the developer deliver it unpacked, or as ZIP.',
      FILE_UNREADABLE: 'The file cannot be opened. Check path and permissions.',
      AGREEMENT_INVALID: 'The agreement file cannot be understood. It needs at least v, id and fields, with v equal to 1.',
      AGREEMENT_NEWER: 'The agreement file is newer than this program. Update, then read it again.',
      JOB_INVALID: 'The analysis window was given a job it cannot understand. Restart and try again; if it fails again, report this code.',
      FILE_CUT_SHORT: 'The file was not fed to its end; the analysis is void. Try again, or import the file again.',
      ANALYSIS_FAILED: 'The analysis did not finish. Try again; if it fails again, report the digest of the file and this code.',
    },
  },
});

export type AnalysisCode = keyof typeof analysisTexts.zh.code;
