// What the analysis says to people: why a column was noticed, on which source, what was not looked at, and why a file was not read whole.
import { bilingual } from './language';
import { agreeing, counted, grouped } from './plural';

export const analysisTexts = bilingual({
  zh: {
    detector: {
      'resident-id': '居民身份证号码',
      'hmt-residence-permit': '港澳台居民居住证号码',
      mobile: '手机号码',
      uscc: '统一社会信用代码',
      email: '电子邮箱',
      'resident-id-15': '15位身份证号码',
      'foreign-permanent-resident': '外国人永久居留身份证号码',
      landline: '固定电话',
      'bank-card': '银行卡号',
      plate: '机动车号牌',
      passport: '护照号码',
      'hmt-travel-permit': '港澳台居民来往通行证号码',
      ipv4: 'IPv4地址',
      ipv6: 'IPv6地址',
      mac: 'MAC地址',
      imei: 'IMEI设备号',
      iccid: 'SIM卡号（ICCID）',
      vin: '车辆识别代号（VIN）',
      name: '姓名',
      address: '地址',
      coordinates: '坐标',
      'birth-date': '出生日期',
      'medical-record': '病历号、就诊号',
      'social-security': '社会保障号码',
      'account-number': '账号、户号',
      'messenger-id': '即时通信账号',
      secret: '口令或密钥',
      'hashed-identifier': '可还原的散列值',
      'encoded-identifier': '编码的标识符',
      'masked-identifier': '部分遮盖的标识符',
      'damaged-identifier': '被截断的标识符',
    },
    source: {
      'resident-id': 'GB 11643-1999；GB/T 42460-2023 附录A',
      'hmt-residence-permit': 'GB 11643-1999（区划810000、820000、830000）；GB/T 42460-2023 附录A',
      mobile: '公众移动通信号码结构；GB/T 42460-2023 附录A',
      uscc: 'GB 32100-2015',
      email: 'GB/T 42460-2023 附录A',
      'resident-id-15': 'GB 11643-1989；GB/T 42460-2023 附录A',
      'foreign-permanent-resident': '国家移民管理局2023年版证件号码规则；GB/T 42460-2023 附录A',
      landline: '固定电话长途区号；GB/T 42460-2023 附录A',
      'bank-card': 'ISO/IEC 7812-1（Luhn校验、发卡机构标识）；GB/T 42460-2023 附录A',
      plate: 'GA 36-2018；GB/T 42460-2023 附录A',
      passport: '中国护照号码形式；GB/T 42460-2023 附录A',
      'hmt-travel-permit': '通行证号码形式；GB/T 42460-2023 附录A',
      ipv4: 'RFC 791；GB/T 42460-2023 附录A',
      ipv6: 'RFC 4291；GB/T 42460-2023 附录A',
      mac: 'IEEE 802；GB/T 42460-2023 附录A',
      imei: '3GPP TS 23.003（Luhn校验）；GB/T 42460-2023 附录A',
      iccid: 'ITU-T E.118（Luhn校验）；GB/T 42460-2023 附录A',
      vin: 'GB 16735-2019；GB/T 42460-2023 附录A',
      name: 'GB/T 42460-2023 附录A',
      address: 'GB/T 42460-2023 附录A',
      coordinates: 'GB/T 45574-2025 附录A（连续轨迹）；GB/T 42460-2023 附录B',
      'birth-date': 'GB/T 42460-2023 附录B',
      'medical-record': 'GB/T 42460-2023 附录A；GB/T 45574-2025 附录A',
      'social-security': 'GB/T 42460-2023 附录A',
      'account-number': 'GB/T 42460-2023 附录A',
      'messenger-id': 'GB/T 42460-2023 附录A',
      secret: 'RFC 7468、RFC 7519；网络数据安全管理条例第九条',
      'hashed-identifier': '个人信息保护法第七十三条；RFC 1321、FIPS 180-4、GB/T 32905-2016',
      'encoded-identifier': 'RFC 4648；个人信息保护法第七十三条',
      'masked-identifier': 'GB/T 37964-2019；个人信息保护法第七十三条',
      'damaged-identifier': 'GB 11643-1999；表格软件只保留15位有效数字',
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
      'resident-id-15': (valid: number, invalid: number): string =>
        `15位号码：${valid}个单元格的区划和出生日期成立${invalid > 0 ? `，${invalid}个不成立` : ''}；没有校验码，看列名。`,
      'foreign-permanent-resident': (valid: number, invalid: number): string =>
        `以9开头的18位或3位字母加12位数字：${valid}个单元格成立${invalid > 0 ? `，${invalid}个不成立` : ''}。`,
      landline: (valid: number, _invalid: number): string => `${valid}个单元格有区号加7至8位的固定电话；单位电话和公开热线不指向个人。`,
      'bank-card': (valid: number, invalid: number): string =>
        `发卡机构号段内的卡号：${valid}个单元格的Luhn校验成立${invalid > 0 ? `，${invalid}个不成立` : ''}。`,
      plate: (valid: number, _invalid: number): string => `${valid}个单元格有机动车号牌。`,
      passport: (valid: number, _invalid: number): string => `${valid}个单元格在护照的列名或文字旁有护照形式的号码。`,
      'hmt-travel-permit': (valid: number, _invalid: number): string => `${valid}个单元格在通行证的列名或文字旁有通行证形式的号码。`,
      ipv4: (valid: number, _invalid: number): string => `${valid}个单元格有IPv4地址；内网和保留地址不指向个人。`,
      ipv6: (valid: number, _invalid: number): string => `${valid}个单元格有IPv6地址。`,
      mac: (valid: number, _invalid: number): string => `${valid}个单元格有MAC地址，属设备标识。`,
      imei: (valid: number, invalid: number): string =>
        `设备号：${valid}个单元格的Luhn校验成立${invalid > 0 ? `，${invalid}个不成立` : ''}。`,
      iccid: (valid: number, invalid: number): string =>
        `以8986开头的SIM卡号：${valid}个单元格的Luhn校验成立${invalid > 0 ? `，${invalid}个不成立` : ''}。`,
      vin: (valid: number, invalid: number): string =>
        `17位代号：${valid}个单元格第9位校验成立${invalid > 0 ? `，${invalid}个不成立` : ''}。`,
      name: (valid: number, invalid: number): string =>
        `${valid}个单元格像姓名：常见姓氏或带间隔号${invalid > 0 ? `，${invalid}个不成立` : ''}。`,
      address: (valid: number, _invalid: number): string =>
        `${valid}个单元格有道路或村屯加门牌的地址；越细越能定位到户，单位地址不指向个人。`,
      coordinates: (valid: number, invalid: number): string =>
        `${valid}个单元格有4位小数及以上的经纬度，约10米以内${invalid > 0 ? `，${invalid}个不成立` : ''}。`,
      'birth-date': (valid: number, invalid: number): string =>
        `${valid}个单元格是出生日期${invalid > 0 ? `，${invalid}个不成立` : ''}；与性别、地区相配可识别个人。`,
      'medical-record': (valid: number, _invalid: number): string =>
        `列名表明是病历、就诊、医保编号，${valid}个单元格有编号；没有全国统一形式。`,
      'social-security': (valid: number, _invalid: number): string => `列名表明是社保卡号或社会保险编号，${valid}个单元格有编号。`,
      'account-number': (valid: number, _invalid: number): string => `列名表明是账号、户号、学号一类，${valid}个单元格有编号。`,
      'messenger-id': (valid: number, _invalid: number): string => `列名表明是微信、QQ等账号，${valid}个单元格有账号。`,
      secret: (valid: number, _invalid: number): string => `${valid}个单元格有私钥、令牌、访问密钥、连接串或口令；删除之外还要作废。`,
      'hashed-identifier': (valid: number, invalid: number): string =>
        `用号码段逐个试算：${valid}个单元格的散列值还原成功${invalid > 0 ? `，${invalid}个在试过的范围里没有对上` : ''}。`,
      'encoded-identifier': (valid: number, _invalid: number): string => `${valid}个单元格解码后就是成立的号码或邮箱，编码不是去标识。`,
      'masked-identifier': (valid: number, invalid: number): string =>
        `${valid}个单元格是两端仍在的遮盖号码${invalid > 0 ? `，${invalid}个不成立` : ''}；看其他列能否补全。`,
      'damaged-identifier': (valid: number, _invalid: number): string =>
        `${valid}个单元格的号码不全：只剩15位有效数字、后面是0（表格软件造成），或只缺能推算出的末位校验码；剩下的部分仍可能指向个人。`,
    },
    contradicted: (column: string): string => `列名“${column}”像编号，与电话号码不符，请看字段说明后判断。`,
    regionNotThen: (count: number): string =>
      `其中${count}个日期和校验码成立，只是地区码不在出生那年的行政区划内（可能是后来登记的，也可能不是证件号）。`,
    soleTraders: (count: number): string => `其中${count}个以92开头，属个体工商户，可能指向经营者本人。`,
    serviceVehicles: '都是新能源大型车、教练车等的号牌，多为公交、货运等运营车辆，请看是否指向个人。',
    restored: (algorithm: string, kind: string): string => `算法为未加盐的${algorithm}，原值是${kind}。`,
    restoredKind: { card: '可逐个列举的卡号', mobile: '手机号码', resident: '身份证号码' },
    completes: (columns: string): string => `同一张表有${columns}，可用来补全被遮盖的部分。`,
    track: (columns: string): string => `同一张表有${columns}，坐标可连成个人轨迹。`,
    notChecked: {
      detectors: '没有查找：图像、声音等生物特征，句子里的少见姓氏和外文姓名；加盐散列、加密和超出试算范围的散列值无法试还原。',
      regions: '身份证号码的地区码：2003年以来按统计局各年区划表核对出生年份；在此之前只核对是否有过这个代码，多数区县的启用年份不掌握。',
      risk: '没有测算重标识风险、小单元格、成员推断和与源数据指纹的重合。',
      format: (name: string): string => `${name}：认出了格式，本版没有打开，内容没有检查。`,
      partly: (name: string, rows: number): string => `${name}：只读了前${rows}行，其余没有检查。`,
      paper: (name: string): string => `${name}（送审材料）：文字没有全部看到，有没有密级标志由人查看。`,
      encoding: (name: string): string => `${name}：编码有疑，读出来的文字不可靠，检查也就不可靠。`,
      formatWords: (name: string): string => `${name}：认出了格式，本版没有打开，只看了里面能认出的文字，其中的表没有当表看。`,
      model: (name: string): string => `${name}：没有加载，只看了其中的文字。`,
      pdf: (name: string): string => `${name}：与底色相同或被盖住的文字分不出来，图片里的文字没有看。`,
      unread: (name: string): string => `${name}：没有读，内容没有检查。`,
      parts: (name: string, count: number, names: string): string => `${name}：里面有${count}个部件没有读，没有检查，如${names}。`,
      noAgreement: '没有给协议，交付字段没有与协议比较。',
      scopePart: (part: string): string => `协议没有写明${part}，没有比较。`,
      scopeColumn: (name: string, column: string): string => `${name}：没有协议所指的列“${column}”，没有比较。`,
      scopeUnread: (name: string, column: string): string => `${name}：“${column}”里有的值读不出时间，这些值没有与协议的期间比较。`,
      births: '没有给审核日期，出生日期在其后的号码没有排除。',
    },
    /** What a carrier holds beside what it shows: why it is reported, and on which source. */
    content: {
      HIDDEN_SHEET: {
        why: (count: number): string => `工作表是隐藏的，有${count}行（含表头）随文件交付。`,
        source: '第十七条第一款；ECMA-376',
      },
      HIDDEN_ROWS: { why: (count: number): string => `有${count}个隐藏行里有内容，随文件交付。`, source: '第十七条第一款；ECMA-376' },
      HIDDEN_COLUMNS: { why: (count: number): string => `有${count}个隐藏列里有内容，随文件交付。`, source: '第十七条第一款；ECMA-376' },
      PIVOT_CACHE: {
        why: (count: number): string => `数据透视表的缓存里有${count}条原始记录，源工作表删掉后仍在文件里。`,
        source: '第十七条第一款；ECMA-376',
      },
      CHART_CACHE: { why: (count: number): string => `图表的缓存里有${count}个数据点，随文件交付。`, source: '第十七条第一款；ECMA-376' },
      EXTERNAL_CACHE: {
        why: (count: number): string => `外部链接的缓存里有${count}个单元格的值，随文件交付。`,
        source: '第十七条第一款；ECMA-376',
      },
      COMMENTS: { why: (count: number): string => `有${count}条批注，随文件交付。`, source: '第十七条第一款；ECMA-376' },
      DEFINED_NAMES: { why: (count: number): string => `有${count}个定义的名称直接写着值或公式。`, source: '第十七条第一款；ECMA-376' },
      CONNECTIONS: {
        why: (count: number): string => `数据连接里有${count}处文字，可能写明服务器和账号。`,
        source: '第十七条第一款；ECMA-376',
      },
      OTHER_TEXT: {
        why: (count: number): string => `有${count}段文字不在单元格或正文里（说明、下拉项、链接、属性、不显示的部件等），随文件交付。`,
        source: '第十七条第一款；ECMA-376',
      },
      REVISIONS: {
        why: (count: number): string => `修订痕迹有${count}处，删掉的文字仍在文件里。`,
        source: '第十七条第一款；ECMA-376；ISO 32000-2',
      },
      HIDDEN_TEXT: {
        why: (count: number): string => `有${count}处文字不显示，或设为不绘出，仍随文件交付。`,
        source: '第十七条第一款；ISO 32000-2；WHATWG HTML',
      },
      FORM_VALUES: { why: (count: number): string => `有${count}个表单域里填了值，随文件交付。`, source: '第十七条第一款；ISO 32000-2' },
      CELL_OUTPUTS: {
        why: (count: number): string => `笔记本里有${count}处运行结果，可能是原始数据的一部分。`,
        source: '第十七条第一款；Jupyter nbformat 4',
      },
      EMBEDDED_OBJECT: { why: (count: number): string => `嵌有${count}个对象，随文件交付。`, source: '第十七条第一款；ECMA-376' },
      MACRO: { why: (count: number): string => `有${count}个宏或控件部件，打开文件时可能运行。`, source: '第十七条第二款第（四）项' },
      NUMBER_DAMAGED: {
        why: (count: number): string => `有${count}个整数超过15位，电子表格只保留15位有效数字，后面的数字已损坏。`,
        source: '第十七条第一款；ECMA-376',
      },
      ODD_NAME: {
        why: (count: number): string => `有${count}个成员的名称越出文件夹、重复或属特殊文件，没有打开。`,
        source: '第十七条第一款；PKWARE APPNOTE 6.3',
      },
      UNLISTED_BYTES: {
        why: (count: number): string => `有${count}个字节不属于目录所列的任何内容，随文件交付。`,
        source: '第十七条第一款；PKWARE APPNOTE 6.3',
      },
      MODEL_FILE: {
        why: (count: number): string => `是模型或序列化文件：没有加载，只看了其中${count}段文字。`,
        source: '第十七条第二款第（三）项',
      },
      PICKLE_CODE: {
        why: (count: number): string => `反序列化时会调用${count}处代码，加载即可能执行。`,
        source: '第十七条第二款第（四）项',
      },
    },
    scopePart: { period: '期间', area: '区划', time: '时间粒度', place: '区划粒度' },
    command: {
      usage:
        '用法：npm run analyse -- 文件... [--agreement 协议.json] [--sharing-mode public|controlled|enclave] [--quasi 列,列] [--confidential 列,列] [--context-probability 概率] [--suppressed 标记] [--suppressed-policy exclude|own-class|wildcard] [--counts 列,列] [--membership member=列,score=列] [--dominance cell=列|列,contributor=列,value=列] [--previous 上一期] [--table 表] [--fingerprint 指纹 --fingerprint-key 密钥文件] [--openapi 接口说明] [--edition 清单.json] [--max-rows N] [--max-bytes N] [--max-seconds N] [--max-memory MiB] [--json 输出文件]',
      unknown: (option: string): string => `${option}：没有这个选项。`,
      value: (option: string): string => `${option}：缺少值，或值不合要求。`,
      repeated: (option: string): string => `${option}：给了两次。请只给一次，多个列用逗号隔开。`,
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
      MAX_BYTES: '已到所给的字节上限，其余没有读。要读全请放宽上限。',
      MAX_SECONDS: '已到所给的时间上限，其余没有读。要读全请放宽上限。',
      MAX_MEMORY: '已到内存上限，其余没有读。要读全请用 --max-memory 放宽上限，或把文件分开。',
      BAD_ENCODING:
        '有些字节不合文件的编码，或文字像是UTF-8、UTF-16、GB18030以外的编码（如Big5、EUC-KR、Shift_JIS），读出来的文字不可靠。请开发主体统一改成UTF-8或GB18030后重新交付。',
      LINE_TOO_LONG: '有一行文本超过1 MiB，或表里有一行超过16 MiB，读到它前面为止。请开发主体检查换行和引号后重新交付。',
      FORMAT_NOT_READ: '认出了格式，本版还不打开这种文件。请由人查看，并在审核项里写明看了什么。',
      JSON_BROKEN: 'JSON在中途就不合语法，读到那里为止。请开发主体用工具校验后重新交付。',
      JSON_TOO_DEEP: 'JSON嵌套超过1,000层，读到那里为止。请开发主体改平结构后重新交付。',
      JSON_LINE_UNREADABLE: '有的行不是JSON，跳过了这些行。请开发主体改正后重新交付。',
      ENTRY_NAME_UNSAFE: '压缩包里有成员的名称越出文件夹、重复或属特殊文件，没有打开。请开发主体改名后重新打包。',
      ENTRY_ENCRYPTED: '里面有加密的内容，没有打开。请开发主体去掉密码后重新交付。',
      ENTRY_METHOD: '压缩包里有成员用了少见的压缩方法，没有打开。请开发主体改用普通ZIP。',
      PART_NOT_READ: '文件里有图片、宏或其他部件没有读。请由人查看，并在审核项里写明看了什么。',
      PART_MISSING: '文件列出的工作表或数据列不在文件里。请开发主体重新保存后交付。',
      NESTED_TOO_DEEP: '压缩包里套压缩包超过一层，里层没有打开。请开发主体拆开后交付。',
      TOO_MANY_PARTS: '文件里的表或列太多，其余没有读。请开发主体分开交付。',
      MODEL_NOT_LOADED: '这是模型或序列化文件，没有加载，只看了其中的文字。请由人查看。',
      CONTAINER_BROKEN: '文件不完整，或目录与内容不符，没有读。请开发主体重新生成后交付。',
      CONTAINER_BOMB: '文件展开后大得不正常或内部重叠，没有读。请向开发主体问明来由。',
      CONTAINER_TOO_LARGE: '文件太大，没有读。请开发主体拆开或改用CSV交付。',
      XML_DOCTYPE: '工作簿里有文档类型声明或实体，可能是攻击，没有读。请向开发主体问明来由。',
      BINARY: '这是二进制文件，不属于能读的格式。请确认交付的是不是这个文件。',
      GZIP: '这是gzip压缩文件。请开发主体解压后交付，或改用ZIP。',
      OPENAPI_UNREADABLE: '像是接口说明（OpenAPI、Swagger），但读不懂，接口没有检查。请开发主体改交OpenAPI 3.0或3.1的JSON。',
      OPENAPI_CUT: '接口说明太大，只检查了前面的接口和字段。请开发主体把说明拆成几个文件。',
      TOO_MANY_PAGES: 'PDF超过2,000页，其余没有读。请开发主体分开交付。',
      RISK_TOO_LARGE: '等价类在内存里放不下，没有测算重标识风险。请减少准标识符，或在内存更大的机器上测算。',
      FILE_UNREADABLE: '打不开文件。请检查路径和权限。',
      RESULT_UNWRITABLE: '结果写不到这里。请检查 --json 的路径和权限。',
      AGREEMENT_INVALID: '协议文件读不懂。至少要有v、id、fields三项，v为1；期间的日期要真有其日，起不晚于止。',
      AGREEMENT_NEWER: '协议文件的版本比本程序新。请升级后再读。',
      JOB_INVALID: '分析窗口收到的任务读不懂。请重启后重试；再不行把这个代码报给维护人员。',
      FILE_CUT_SHORT: '文件没有送完，分析作废。请重试；再不行请重新导入这个文件。',
      ANALYSIS_FAILED: '分析没有完成。请重试；再不行把文件摘要和这个代码报给维护人员。',
      ANALYSIS_WINDOW_DIED:
        '看这个文件的隔离窗口意外结束，这一次没有结果。文件还在材料库，别的文件和草稿不受影响。可以限定行数或内存后重新分析。',
      ANALYSIS_TIMEOUT:
        '看这个文件用的时间超出限度，已停下，这一次没有结果。文件还在材料库，别的文件和草稿不受影响。可以限定行数后重新分析。',
      ANALYSIS_ANSWER_INVALID: '隔离窗口的回答不合规定，没有采用。文件还在材料库。请重试；再不行把这个代码报给维护人员。',
      EVIDENCE_CHANGED: '材料库里的这个文件打不开，或与收下时不同，没有分析。请移除后重新导入原文件。',
    },
  },
  en: {
    detector: {
      'resident-id': 'resident identity number',
      'hmt-residence-permit': 'residence permit number (Hong Kong, Macao, Taiwan)',
      mobile: 'mobile number',
      uscc: 'unified social credit code',
      email: 'e-mail address',
      'resident-id-15': '15-digit resident number',
      'foreign-permanent-resident': 'foreign permanent resident number',
      landline: 'fixed telephone line',
      'bank-card': 'bank card number',
      plate: 'vehicle plate',
      passport: 'passport number',
      'hmt-travel-permit': 'travel permit (Hong Kong, Macao, Taiwan)',
      ipv4: 'IPv4 address',
      ipv6: 'IPv6 address',
      mac: 'MAC address',
      imei: 'IMEI',
      iccid: 'SIM card number (ICCID)',
      vin: 'vehicle identification number',
      name: 'name of a person',
      address: 'address',
      coordinates: 'coordinates',
      'birth-date': 'birth date',
      'medical-record': 'medical record number',
      'social-security': 'social security number',
      'account-number': 'account number',
      'messenger-id': 'messenger id',
      secret: 'secret',
      'hashed-identifier': 'reversible digest',
      'encoded-identifier': 'encoded identifier',
      'masked-identifier': 'partly masked identifier',
      'damaged-identifier': 'rounded or cut identifier',
    },
    source: {
      'resident-id': 'GB 11643-1999; GB/T 42460-2023 annex A',
      'hmt-residence-permit': 'GB 11643-1999 (regions 810000, 820000, 830000); GB/T 42460-2023 annex A',
      mobile: 'structure of public mobile numbers; GB/T 42460-2023 annex A',
      uscc: 'GB 32100-2015',
      email: 'GB/T 42460-2023 annex A',
      'resident-id-15': 'GB 11643-1989; GB/T 42460-2023 annex A',
      'foreign-permanent-resident': 'numbering rule of the card of 2023 (National Immigration Administration); GB/T 42460-2023 annex A',
      landline: 'area codes of fixed lines; GB/T 42460-2023 annex A',
      'bank-card': 'ISO/IEC 7812-1 (Luhn, issuer numbers); GB/T 42460-2023 annex A',
      plate: 'GA 36-2018; GB/T 42460-2023 annex A',
      passport: 'form of Chinese passport numbers; GB/T 42460-2023 annex A',
      'hmt-travel-permit': 'form of travel permit numbers; GB/T 42460-2023 annex A',
      ipv4: 'RFC 791; GB/T 42460-2023 annex A',
      ipv6: 'RFC 4291; GB/T 42460-2023 annex A',
      mac: 'IEEE 802; GB/T 42460-2023 annex A',
      imei: '3GPP TS 23.003 (Luhn); GB/T 42460-2023 annex A',
      iccid: 'ITU-T E.118 (Luhn); GB/T 42460-2023 annex A',
      vin: 'GB 16735-2019; GB/T 42460-2023 annex A',
      name: 'GB/T 42460-2023 annex A',
      address: 'GB/T 42460-2023 annex A',
      coordinates: 'GB/T 45574-2025 annex A (continuous tracks); GB/T 42460-2023 annex B',
      'birth-date': 'GB/T 42460-2023 annex B',
      'medical-record': 'GB/T 42460-2023 annex A; GB/T 45574-2025 annex A',
      'social-security': 'GB/T 42460-2023 annex A',
      'account-number': 'GB/T 42460-2023 annex A',
      'messenger-id': 'GB/T 42460-2023 annex A',
      secret: 'RFC 7468, RFC 7519; Regulations on Network Data Security, article 9',
      'hashed-identifier': 'PIPL article 73; RFC 1321, FIPS 180-4, GB/T 32905-2016',
      'encoded-identifier': 'RFC 4648; PIPL article 73',
      'masked-identifier': 'GB/T 37964-2019; PIPL article 73',
      'damaged-identifier': 'GB 11643-1999; spreadsheets keep 15 significant digits',
    },
    why: {
      'resident-id': (valid, invalid) =>
        `18-place numbers: region, birth date and check hold in ${counted(valid, 'cell')}${invalid > 0 ? `, one of them fails in ${grouped(invalid)}` : ''}.`,
      'hmt-residence-permit': (valid, invalid) =>
        `18-place numbers beginning with 81, 82 or 83: birth date and check hold in ${counted(valid, 'cell')}${invalid > 0 ? `, one of them fails in ${grouped(invalid)}` : ''}.`,
      mobile: (valid) =>
        `${counted(valid, 'cell holds', 'cells hold')} an 11-digit number beginning with 1; mobile numbers have no check digit, only segment, header and context speak.`,
      uscc: (valid, invalid) =>
        `18-place codes: the check holds in ${counted(valid, 'cell')}${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}; they name organisations and are no personal data by themselves.`,
      email: (valid) => `${counted(valid, 'cell holds', 'cells hold')} an e-mail address.`,
      'resident-id-15': (valid, invalid) =>
        `15-digit numbers: region and birth date hold in ${counted(valid, 'cell')}${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}; there is no check, the header speaks.`,
      'foreign-permanent-resident': (valid, invalid) =>
        `18 digits beginning with 9, or three letters and 12 digits: ${counted(valid, 'cell holds', 'cells hold')}${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}.`,
      landline: (valid) =>
        `${counted(valid, 'cell holds', 'cells hold')} an area code and 7 or 8 digits; lines of firms and hotlines name nobody.`,
      'bank-card': (valid, invalid) =>
        `Numbers of known issuers: Luhn holds in ${counted(valid, 'cell')}${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}.`,
      plate: (valid) => `${counted(valid, 'cell holds', 'cells hold')} a vehicle plate.`,
      passport: (valid) => `${counted(valid, 'cell holds', 'cells hold')} a number of passport form beside a word that says so.`,
      'hmt-travel-permit': (valid) => `${counted(valid, 'cell holds', 'cells hold')} a number of permit form beside a word that says so.`,
      ipv4: (valid) => `${counted(valid, 'cell holds', 'cells hold')} an IPv4 address; private and reserved ones name nobody.`,
      ipv6: (valid) => `${counted(valid, 'cell holds', 'cells hold')} an IPv6 address.`,
      mac: (valid) => `${counted(valid, 'cell holds', 'cells hold')} a MAC address, a device identifier.`,
      imei: (valid, invalid) =>
        `Equipment numbers: Luhn holds in ${counted(valid, 'cell')}${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}.`,
      iccid: (valid, invalid) =>
        `SIM numbers beginning with 8986: Luhn holds in ${counted(valid, 'cell')}${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}.`,
      vin: (valid, invalid) =>
        `17-place codes: the ninth place checks in ${counted(valid, 'cell')}${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}.`,
      name: (valid, invalid) =>
        `${counted(valid, 'cell looks', 'cells look')} like a name: a common surname or parted by dots${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}.`,
      address: (valid) =>
        `${counted(valid, 'cell holds', 'cells hold')} a road or village with a house number; the finer, the closer to a home; addresses of firms name nobody.`,
      coordinates: (valid, invalid) =>
        `${counted(valid, 'cell holds', 'cells hold')} coordinates of four decimals or more, within about 10 m${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}.`,
      'birth-date': (valid, invalid) =>
        `${counted(valid, 'cell holds', 'cells hold')} a birth date${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}; with sex and area it singles people out.`,
      'medical-record': (valid) =>
        `The header names a record or visit; ${counted(valid, 'cell holds', 'cells hold')} a number; there is no national form.`,
      'social-security': (valid) => `The header names a social security number; ${counted(valid, 'cell holds', 'cells hold')} one.`,
      'account-number': (valid) =>
        `The header names an account, household or student number; ${counted(valid, 'cell holds', 'cells hold')} one.`,
      'messenger-id': (valid) => `The header names a messenger account; ${counted(valid, 'cell holds', 'cells hold')} one.`,
      secret: (valid) =>
        `${counted(valid, 'cell holds', 'cells hold')} a private key, token, access key, connection string or password; revoke them besides deleting.`,
      'hashed-identifier': (valid, invalid) =>
        `Tried against number ranges: ${counted(valid, 'cell was', 'cells were')} reproduced${invalid > 0 ? `, ${grouped(invalid)} not within the tries` : ''}.`,
      'encoded-identifier': (valid) =>
        `${counted(valid, 'cell decodes', 'cells decode')} to a number or mailbox that holds; encoding is no de-identification.`,
      'masked-identifier': (valid, invalid) =>
        `${counted(valid, 'cell holds', 'cells hold')} a number masked in the middle${invalid > 0 ? `, not in ${grouped(invalid)}` : ''}; see whether other columns complete it.`,
      'damaged-identifier': (valid) =>
        `${counted(valid, 'cell holds', 'cells hold')} an incomplete number: 15 significant digits and zeros, as a spreadsheet leaves them, or without its check character, which can be computed; it may still point at a person.`,
    },
    contradicted: (column) => `The header "${column}" looks like a code and contradicts a telephone number: judge by the field list.`,
    regionNotThen: (count) =>
      `In ${grouped(count)} of them day and check hold, and only the division was not in force in the year of birth (registered later, or no identity number at all).`,
    soleTraders: (count) =>
      `${grouped(count)} of them ${agreeing(count, 'begins with 92, an individual business', 'begin with 92, individual businesses')}, and may point at the owner.`,
    serviceVehicles:
      'All are plates of large new-energy vehicles, driving schools and the like, mostly buses and lorries: judge whether they point at anyone.',
    restored: (algorithm, kind) => `The algorithm is unsalted ${algorithm}, the originals are ${kind}.`,
    restoredKind: { card: 'card numbers that can be counted through', mobile: 'mobile numbers', resident: 'resident numbers' },
    completes: (columns) => `The same table has ${columns}, which complete the masked part.`,
    track: (columns) => `The same table has ${columns}: the coordinates join up to someone’s track.`,
    notChecked: {
      detectors:
        'Not looked for: faces, voices and other biometrics, rare surnames in sentences and foreign names; salted digests, encryption and digests beyond the ranges tried cannot be tested.',
      regions:
        'Divisions in resident numbers: held against the year of birth by the lists of the Bureau of Statistics since 2003; before that only whether the code ever existed, for when most counties began is not known.',
      risk: 'Re-identification risk, small cells, membership inference and overlap with a raw-data fingerprint were not computed.',
      format: (name) => `${name}: format recognised, not opened by this version; its content was not checked.`,
      partly: (name, rows) => `${name}: only the first ${counted(rows, 'row was', 'rows were')} read; the rest was not checked.`,
      paper: (name) => `${name} (paper): not all of its words were seen; a person must look for marks of secrecy.`,
      encoding: (name) => `${name}: its encoding is doubtful; the text that was read is not reliable, and neither are the checks.`,
      formatWords: (name) =>
        `${name}: format recognised, not opened by this version; only words that could be picked out were looked at, and tables in it not as tables.`,
      model: (name) => `${name}: not loaded; only its texts were looked at.`,
      pdf: (name) =>
        `${name}: text in the colour of its ground or covered by something cannot be told apart; text in pictures was not read.`,
      unread: (name) => `${name}: not read; its content was not checked.`,
      parts: (name, count, names) =>
        `${name}: ${counted(count, 'part of it was', 'parts of it were')} not read and not checked, such as ${names}.`,
      noAgreement: 'No agreement was given: delivered fields were not compared with it.',
      scopePart: (part) => `The agreement does not state ${part}: not compared.`,
      scopeColumn: (name, column) => `${name}: has no column "${column}", which the agreement names; not compared.`,
      scopeUnread: (name, column) =>
        `${name}: "${column}" holds values that cannot be read as time: these were not compared with the agreed period.`,
      births: 'No review date was given: numbers with a later birth date were not excluded.',
    },
    content: {
      HIDDEN_SHEET: {
        why: (count) =>
          `The sheet is hidden; ${counted(count, 'row of it (with the header) is', 'rows of it (with the header) are')} delivered.`,
        source: 'Article 17(1); ECMA-376',
      },
      HIDDEN_ROWS: {
        why: (count) => `${counted(count, 'hidden row holds something and is', 'hidden rows hold something and are')} delivered.`,
        source: 'Article 17(1); ECMA-376',
      },
      HIDDEN_COLUMNS: {
        why: (count) => `${counted(count, 'hidden column holds something and is', 'hidden columns hold something and are')} delivered.`,
        source: 'Article 17(1); ECMA-376',
      },
      PIVOT_CACHE: {
        why: (count) =>
          `The cache of a pivot table holds ${counted(count, 'source record, which stays', 'source records, which stay')} in the file when the source sheet is gone.`,
        source: 'Article 17(1); ECMA-376',
      },
      CHART_CACHE: {
        why: (count) => `The cache of a chart holds ${counted(count, 'point')} and is delivered.`,
        source: 'Article 17(1); ECMA-376',
      },
      EXTERNAL_CACHE: {
        why: (count) => `The cache of an external link holds the values of ${counted(count, 'cell')} and is delivered.`,
        source: 'Article 17(1); ECMA-376',
      },
      COMMENTS: { why: (count) => `${counted(count, 'comment is', 'comments are')} delivered.`, source: 'Article 17(1); ECMA-376' },
      DEFINED_NAMES: {
        why: (count) =>
          `${counted(count, 'defined name holds a value or formula itself', 'defined names hold values or formulas themselves')}.`,
        source: 'Article 17(1); ECMA-376',
      },
      CONNECTIONS: {
        why: (count) => `Data connections hold ${counted(count, 'text')} and may name servers and accounts.`,
        source: 'Article 17(1); ECMA-376',
      },
      OTHER_TEXT: {
        why: (count) =>
          `${counted(count, 'text')} outside the cells and paragraphs (descriptions, choices, links, properties, parts that nothing shows): delivered with the file.`,
        source: 'Article 17(1); ECMA-376',
      },
      REVISIONS: {
        why: (count) => `${counted(count, 'tracked change')}: deleted text is still in the file.`,
        source: 'Article 17(1); ECMA-376',
      },
      HIDDEN_TEXT: {
        why: (count) =>
          `${counted(count, 'text is not shown or set not to be painted; it is', 'texts are not shown or set not to be painted; they are')} delivered with the file.`,
        source: 'Article 17(1); ISO 32000-2; WHATWG HTML',
      },
      FORM_VALUES: {
        why: (count) =>
          `${counted(count, 'form field holds a value, which is', 'form fields hold values, which are')} delivered with the file.`,
        source: 'Article 17(1); ISO 32000-2',
      },
      CELL_OUTPUTS: {
        why: (count) => `The notebook holds ${counted(count, 'result')} of its cells, which may be raw data.`,
        source: 'Article 17(1); Jupyter nbformat 4',
      },
      EMBEDDED_OBJECT: {
        why: (count) => `${counted(count, 'object is', 'objects are')} embedded and delivered.`,
        source: 'Article 17(1); ECMA-376',
      },
      MACRO: {
        why: (count) =>
          `${counted(count, 'part is a macro or control', 'parts are macros or controls')} and may run when the file is opened.`,
        source: 'Article 17(2)(4)',
      },
      NUMBER_DAMAGED: {
        why: (count) =>
          `${counted(count, 'whole number has', 'whole numbers have')} more than the 15 digits a spreadsheet keeps; the last digits are damaged.`,
        source: 'Article 17(1); ECMA-376',
      },
      ODD_NAME: {
        why: (count) =>
          `${counted(count, 'member has a name that leaves the folder, comes twice or is a special file; it was', 'members have names that leave the folder, come twice or are special files; they were')} not opened.`,
        source: 'Article 17(1); PKWARE APPNOTE 6.3',
      },
      UNLISTED_BYTES: {
        why: (count) =>
          `${counted(count, 'byte of the file belongs to nothing that its directory lists; it is', 'bytes of the file belong to nothing that its directory lists; they are')} delivered with it.`,
        source: 'Article 17(1); PKWARE APPNOTE 6.3',
      },
      MODEL_FILE: {
        why: (count) => `A model or serialised object: not loaded; ${counted(count, 'text in it was', 'texts in it were')} looked at.`,
        source: 'Article 17(2)(3)',
      },
      PICKLE_CODE: {
        why: (count) => `Deserialising calls code in ${counted(count, 'place')}; loading it may run it.`,
        source: 'Article 17(2)(4)',
      },
    },
    scopePart: { period: 'a period', area: 'an area', time: 'a grain of time', place: 'a grain of area' },
    command: {
      usage:
        "usage: npm run analyse -- FILE... [--agreement FILE] [--sharing-mode public|controlled|enclave] [--quasi a,b] [--confidential a,b] [--context-probability P] [--suppressed '*'] [--suppressed-policy exclude|own-class|wildcard] [--counts a,b] [--membership member=COL,score=COL] [--dominance cell=COL|COL,contributor=COL,value=COL] [--previous FILE] [--table PART] [--fingerprint FILE --fingerprint-key KEYFILE] [--openapi FILE] [--edition FILE] [--max-rows N] [--max-bytes N] [--max-seconds N] [--max-memory MiB] [--json OUT]",
      unknown: (option) => `${option}: there is no such option.`,
      value: (option) => `${option}: the value is missing or not as required.`,
      repeated: (option) => `${option}: given twice. Give it once, several columns parted by commas.`,
      file: (name, format, rows) => `${name}  ${format}${rows === null ? '' : `  ${counted(rows, 'row')}`}`,
      hit: (column, detector, cells, valid, certainty) =>
        `  ${column}: ${detector}  ${counted(cells, 'cell')}, ${counted(valid, 'holds', 'hold')}  ${certainty}`,
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
      MAX_BYTES: 'The limit of bytes was reached; the rest was not read. Raise the limit to read all.',
      MAX_SECONDS: 'The limit of time was reached; the rest was not read. Raise the limit to read all.',
      MAX_MEMORY: 'The limit of memory was reached; the rest was not read. Raise it with --max-memory, or split the file.',
      BAD_ENCODING:
        'Some bytes do not fit the encoding, or the text looks like one other than UTF-8, UTF-16 and GB18030 (Big5, EUC-KR or Shift_JIS, say): what was read is not reliable. Have the developer deliver it in UTF-8 or GB18030.',
      LINE_TOO_LONG:
        'A line of text is longer than 1 MiB, or a row of a table longer than 16 MiB; read up to it. Have the developer check line ends and quotes and deliver again.',
      FORMAT_NOT_READ:
        'The format was recognised, but this version does not open it. A person must look, and say in the item what was looked at.',
      JSON_BROKEN: 'The JSON breaks its syntax before the end; read up to there. Have the developer validate it and deliver again.',
      JSON_TOO_DEEP: 'The JSON is nested more than 1,000 deep; read up to there. Have the developer flatten it and deliver again.',
      JSON_LINE_UNREADABLE: 'Some lines are no JSON and were left out. Have the developer correct them and deliver again.',
      ENTRY_NAME_UNSAFE:
        'The archive has members whose names leave the folder, come twice or are special files; they were not opened. Have the developer rename and pack them again.',
      ENTRY_ENCRYPTED: 'Part of it is encrypted and was not opened. Have the developer deliver it without a password.',
      ENTRY_METHOD: 'The archive has members packed by an unusual method; they were not opened. Have the developer use plain ZIP.',
      PART_NOT_READ:
        'The file has pictures, macros or other parts that were not read. A person must look, and say in the item what was looked at.',
      PART_MISSING: 'A sheet or column that the file lists is not in it. Have the developer save it anew and deliver again.',
      NESTED_TOO_DEEP: 'Archives are nested more than one level; the inner one was not opened. Have the developer deliver it unpacked.',
      TOO_MANY_PARTS: 'The file holds too many tables or columns; the rest was not read. Have the developer deliver it in parts.',
      MODEL_NOT_LOADED: 'This is a model or serialised object: not loaded, only its texts were looked at. A person must look.',
      CONTAINER_BROKEN:
        'The file is incomplete, or its directory does not match its content; it was not read. Have the developer make it anew.',
      CONTAINER_BOMB: 'The file unpacks to an abnormal size or overlaps itself; it was not read. Ask the developer how it was made.',
      CONTAINER_TOO_LARGE: 'The file is too large; it was not read. Have the developer split it or deliver CSV.',
      XML_DOCTYPE:
        'The workbook declares a document type or entities, which may be an attack; it was not read. Ask the developer how it was made.',
      BINARY: 'This is a binary file of no known format. Check whether it is the file that was meant.',
      GZIP: 'This is a gzip file. Have the developer deliver it unpacked, or as ZIP.',
      OPENAPI_UNREADABLE:
        'It looks like an interface description (OpenAPI, Swagger) but cannot be read; the interface was not checked. Have the developer deliver OpenAPI 3.0 or 3.1 as JSON.',
      OPENAPI_CUT:
        'The interface description is too large; only its first operations and fields were checked. Have the developer split it.',
      TOO_MANY_PAGES: 'The PDF has more than 2,000 pages; the rest was not read. Have the developer deliver it in parts.',
      RISK_TOO_LARGE:
        'The classes do not fit in memory; risk was not measured. Name fewer quasi-identifiers, or use a machine with more memory.',
      FILE_UNREADABLE: 'The file cannot be opened. Check path and permissions.',
      RESULT_UNWRITABLE: 'The result cannot be written there. Check the path after --json, and permissions.',
      AGREEMENT_INVALID:
        'The agreement file cannot be understood. It needs at least v, id and fields, with v equal to 1; the days of a period must exist and be in order.',
      AGREEMENT_NEWER: 'The agreement file is newer than this program. Update, then read it again.',
      JOB_INVALID: 'The analysis window was given a job it cannot understand. Restart and try again; if it fails again, report this code.',
      FILE_CUT_SHORT: 'The file was not fed to its end; the analysis is void. Try again, or import the file again.',
      ANALYSIS_FAILED: 'The analysis did not finish. Try again; if it fails again, report the digest of the file and this code.',
      ANALYSIS_WINDOW_DIED:
        'The isolated window ended while looking at this file; this look gave no result. The file is still in the vault, other files and the draft are untouched. Limit rows or memory and analyse it again.',
      ANALYSIS_TIMEOUT:
        'Looking at this file took longer than allowed and was stopped; this look gave no result. The file is still in the vault, other files and the draft are untouched. Limit the rows and analyse it again.',
      ANALYSIS_ANSWER_INVALID:
        'The isolated window gave an answer that is none; it was not used. The file is still in the vault. Try again, or report this code.',
      EVIDENCE_CHANGED:
        'This file of the vault does not open, or differs from what was taken in; it was not analysed. Remove it and import the original again.',
    },
  },
});

export type AnalysisCode = keyof typeof analysisTexts.zh.code;
