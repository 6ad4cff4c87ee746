// What the measures of risk say to people: what was measured, and what was left out and why.
import { bilingual } from './language';
import { agreeing, counted, grouped } from './plural';

export const measureTexts = bilingual({
  zh: {
    notChecked: {
      risk: '没有给准标识符，没有测算重标识风险。',
      attackers: '重标识风险只按GB/T 42460-2023的等价类测算；没有与外部数据关联，成员推断和属性推断另看。',
      level: '没有给共享方式，没有判定去标识化等级。',
      cells: '没有给共享方式，没有查找过小单元格。',
      dominance: '没有给出贡献者和数值两列：没有查一家独大（单个对象占一格的大部分）。',
      sums: '合计与分项：每次代入一个未知数；几个合计联立能否再还原，没有查。',
      previous: '没有给上一期：没有查前后两期相减。',
      otherRelease: (name: string): string => `${name}：与上一期的列不同，没有比较前后两期。`,
      aggregateTooLong: (name: string): string => `${name}：超过100,000行，没有查合计与分项、前后两期相减。`,
      amounts: (name: string, rows: number | null): string =>
        rows === null ? `${name}：贡献者太多，没有查一家独大。` : `${name}：${rows}行没有数值，没有计入一家独大。`,
      membership: '没有给成员列和得分列，没有测算成员推断。',
      overlap: '没有给源数据指纹，没有测算与源数据的重合。',
      overlapColumns: (name: string): string => `${name}：没有指纹所用的全部列，没有与源数据指纹比较。`,
      scores: (name: string, rows: number): string => `${name}：有${rows}行的成员标记或得分读不懂，没有计入成员推断。`,
      oneGroup: (name: string): string => `${name}：没有同时有成员和非成员，没有测算成员推断。`,
      otherTables: (count: number, first: string): string => `另有${count}个表没有测算重标识风险（如${first}）：没有选它，或它没有这些列。`,
      noTable: (name: string): string => `${name}：里面没有表，所问的都没有测算。`,
      countsNotWhole: (name: string, column: string): string =>
        `${name}：“${column}”里不全是整数，没有在这一列查过小单元格；要查，请把它指明为计数列。`,
      riskTooLarge: (name: string): string => `${name}：等价类在内存里放不下，没有测算重标识风险，也没有用抽样代替。`,
    },
    code: {
      ANALYSIS_INTERRUPTED: '分析这个文件时程序两次意外结束，已搁下，没有影响别的文件。请单独重新分析它；仍不行，把代码报给维护人员。',
      PARAMETER_INVALID: '这一项的值不合要求。请照格式说明改正。',
      PARAMETER_ALONE: '前一项要与后一项一起给。',
      TABLE_ASKED_TWICE: '同一张表问了两次。一张表只答一个问题：请把要测算的写在一处。',
      SHARING_MODE_MISSING: '这一项要有共享方式。请给出共享方式，或在协议里写明。',
      COLUMN_TWICE: '同一列给了两种用途：准标识符不能又是敏感列，成员、得分、贡献者、数值和分格的列也要各不相同。请改其中一处。',
      COLUMNS_ALIKE: '有两列同名，分不清指的是哪一列。请改名，或用--columns写明要用的列。',
      COLUMN_MISSING: '文件里没有所给的列，没有写出结果。请核对列名后重试。',
      COLUMNS_CHANGED: '读到中途出现了新的列。请用--columns写明要用的列。',
      FINGERPRINT_INVALID: '指纹文件读不懂，或长度、顺序与文件头不符。请向源数据单位重新索取。',
      FINGERPRINT_NEWER: '指纹文件的版本比本程序新。请升级后再读。',
      FINGERPRINT_KEY_INVALID: '密钥文件应是32个随机字节的十六进制，共64个字符。',
      FINGERPRINT_KEY_OTHER: '这不是做指纹时用的密钥。请核对密钥文件。',
      FINGERPRINT_ONE_TABLE: '要做指纹的文件应只有一张表。请分开后各做一个。',
      FINGERPRINT_EXISTS: '同名的指纹文件已经有了，没有覆盖。请先移走它。',
    },
    command: {
      fingerprintUsage: '用法：npm run fingerprint -- 文件 --key 密钥文件 [--columns 列,列]',
      fingerprint: (file: string, rows: number, columns: string): string => `${file}　${rows}行　${columns}`,
      risk: (k: number | null, classes: number, uniques: number): string => `　重标识风险：k = ${k ?? '—'}，${classes}类，${uniques}条唯一`,
      level: (level: number): string => `　去标识化等级：${level}级（GB/T 42460-2023）`,
      step: (step: string): string => `　　${step}`,
      other: (policy: string, k: number | null, level: number | null): string =>
        `　　压缩单元格按${policy}：k = ${k ?? '—'}${level === null ? '' : `，${level}级`}`,
      diversity: (column: string, distinct: number, records: number, distance: string): string =>
        `　${column}：l = ${distinct}，${records}条所在类只有一个值，t = ${distance}`,
      cells: (cells: number, counted: number, threshold: number): string =>
        `　过小单元格：${counted}格中有${cells}格小于${threshold}（类比GB/T 42460-2023，参考值）`,
      membership: (auc: string, low: string, high: string, tpr: string | null): string =>
        `　成员推断：AUC ${auc}（${low}至${high}），${tpr === null ? '非成员太少，误报1%时查出多少测不出来' : `误报1%时查出${tpr}`}`,
      overlap: (rowsEqual: number, rows: number, equal: number, fingerprint: number): string =>
        `　与源数据重合：产品${rows}行中有${rowsEqual}行与源数据相同；源数据指纹${fingerprint}行中有${equal}行在产品里`,
    },
    proposal: {
      risk: (quasi: string, k: number | null, rows: number | null, risk: string, limit: string, mode: string): string =>
        `按${quasi}分类，最小类${k ?? '—'}条${rows === null ? '' : `，${rows}条在过小的类里`}；R = ${risk}，不低于${limit}（${mode}）`,
      riskWithDirect: (risk: string): string => `含直接标识符，1级；除去以后，${risk}`,
      diversity: (column: string, distinct: number, records: number, least: number): string =>
        `“${column}”在有的类里只有${distinct}种值，少于${least}种，涉及${records}条：认出类就知道值`,
      cells: (cells: number, counted: number, threshold: number): string =>
        `${counted}格计数中有${cells}格小于${threshold}（类比，参考值）`,
      overlap: (equal: number, fingerprint: number, rows: number): string =>
        `源数据指纹${fingerprint}行中有${equal}行在产品里原样出现，占产品的${rows}行`,
      membership: (over: string): string => `成员推断的区间上端超过参考值：${over}`,
      rate: (target: string, share: string): string => `误报${target}时认出${share}`,
      reversed: (auc: string, turned: string): string => `AUC ${auc}（得分反过来用就是${turned}）`,
    },
    policy: { exclude: '剔除', 'own-class': '当作一个值', wildcard: '可配任何值' },
  },
  en: {
    notChecked: {
      risk: 'No quasi-identifiers were given: re-identification risk was not measured.',
      attackers:
        'Re-identification risk was measured on the classes of GB/T 42460-2023 only: nothing was linked with outside data; membership and attribute inference are other looks.',
      level: 'No sharing mode was given: no level of de-identification was decided.',
      cells: 'No sharing mode was given: small cells were not looked for.',
      dominance: 'No columns of contributors and amounts were given: cells that one contributor dominates were not looked for.',
      sums: 'Totals and parts: one unknown at a time was solved; what several totals together give back was not looked for.',
      previous: 'No earlier release was given: two releases were not subtracted.',
      otherRelease: (name) => `${name}: has other columns than the earlier release; the two were not compared.`,
      aggregateTooLong: (name) => `${name}: more than 100,000 rows; totals and parts, and two releases, were not looked at.`,
      amounts: (name, rows) =>
        rows === null
          ? `${name}: too many contributors; dominance was not looked for.`
          : `${name}: ${counted(rows, 'row has', 'rows have')} no amount and did not count for dominance.`,
      membership: 'No member and score columns were given: membership inference was not measured.',
      overlap: 'No raw-data fingerprint was given: the overlap with source data was not measured.',
      overlapColumns: (name) => `${name}: lacks columns of the fingerprint; not compared with it.`,
      scores: (name, rows) =>
        `${name}: membership or score could not be read in ${counted(rows, 'row, which is', 'rows, which are')} not counted.`,
      oneGroup: (name) => `${name}: holds no members or no others; membership inference was not measured.`,
      otherTables: (count, first) =>
        `${counted(count, 'more table', 'more tables')} (${first}, say) ${agreeing(count, 'was', 'were')} not measured for re-identification: not chosen, or without these columns.`,
      noTable: (name) => `${name}: holds no table; nothing that was asked was measured.`,
      countsNotWhole: (name, column) =>
        `${name}: "${column}" holds more than whole numbers; small cells were not looked for there. Name it as a column of counts to do so.`,
      riskTooLarge: (name) => `${name}: the classes do not fit in memory; risk was not measured, and no sample was taken instead.`,
    },
    code: {
      ANALYSIS_INTERRUPTED:
        'The program ended twice while looking at this file; it was left, and the others went on. Analyse it again by itself, or report the code.',
      PARAMETER_INVALID: 'The value is not as required. Correct it by the description of the format.',
      PARAMETER_ALONE: 'The first of these is given together with the second.',
      TABLE_ASKED_TWICE: 'One table is asked twice. A table answers one question: put what is to be measured in one place.',
      SHARING_MODE_MISSING: 'This needs a sharing mode. Give one, or state it in the agreement.',
      COLUMN_TWICE:
        'One column is given two parts. A quasi-identifier cannot be confidential too; members, scores, contributors, amounts and cells are columns of their own.',
      COLUMNS_ALIKE: 'Two columns have one name, and which is meant cannot be told. Rename one, or name the columns with --columns.',
      COLUMN_MISSING: 'The file lacks a column that was asked for; no result was written. Check the names and try again.',
      COLUMNS_CHANGED: 'New columns appeared while reading. Name the columns with --columns.',
      FINGERPRINT_INVALID:
        'The fingerprint cannot be read, or its length or order does not fit its header. Ask the service body for it again.',
      FINGERPRINT_NEWER: 'The fingerprint is newer than this program. Update, then read it again.',
      FINGERPRINT_KEY_INVALID: 'A key file holds 32 random bytes in hex, 64 characters.',
      FINGERPRINT_KEY_OTHER: 'This is not the key that the fingerprint was made with. Check the key file.',
      FINGERPRINT_ONE_TABLE: 'The file must hold a single table. Split it and make one fingerprint for each.',
      FINGERPRINT_EXISTS: 'A fingerprint of this name is there already and was not overwritten. Move it away first.',
    },
    command: {
      fingerprintUsage: 'usage: npm run fingerprint -- FILE --key KEYFILE [--columns a,b]',
      fingerprint: (file, rows, columns) => `${file}  ${counted(rows, 'row')}  ${columns}`,
      risk: (k, classes, uniques) =>
        `  re-identification: k = ${k ?? '-'}, ${counted(classes, 'class', 'classes')}, ${grouped(uniques)} unique`,
      level: (level) => `  level of de-identification: ${level} (GB/T 42460-2023)`,
      step: (step) => `    ${step}`,
      other: (policy, k, level) => `    suppressed cells ${policy}: k = ${k ?? '-'}${level === null ? '' : `, level ${level}`}`,
      diversity: (column, distinct, records, distance) =>
        `  ${column}: l = ${distinct}, ${counted(records, 'record')} in classes with one value, t = ${distance}`,
      cells: (cells, all, threshold) =>
        `  small cells: ${grouped(cells)} of ${grouped(all)} below ${threshold} (by analogy with GB/T 42460-2023, reference value)`,
      membership: (auc, low, high, tpr) =>
        `  membership inference: AUC ${auc} (${low} to ${high}), ${tpr === null ? 'too few non-members to measure 1% false alarms' : `${tpr} found at 1% false alarms`}`,
      overlap: (rowsEqual, rows, equal, fingerprint) =>
        `  overlap with source data: ${grouped(rowsEqual)} of ${counted(rows, 'product row')} equal; ${grouped(equal)} of ${counted(fingerprint, 'row')} of the fingerprint found`,
    },
    proposal: {
      risk: (quasi, k, rows, risk, limit, mode) =>
        `by ${quasi}: smallest class ${k ?? '-'}${rows === null ? '' : `, ${counted(rows, 'record')} in classes too small`}; R = ${risk}, not below ${limit} (${mode})`,
      riskWithDirect: (risk) => `holds a direct identifier, level 1; without it, ${risk}`,
      diversity: (column, distinct, records, least) =>
        `"${column}" has only ${counted(distinct, 'value')} in some class, fewer than ${least}, ${counted(records, 'record')}: who finds the class knows the value`,
      cells: (cells, all, threshold) => `${grouped(cells)} of ${counted(all, 'count')} below ${threshold} (by analogy, reference value)`,
      overlap: (equal, fingerprint, rows) =>
        `${grouped(equal)} of ${counted(fingerprint, 'row')} of the raw-data fingerprint ${agreeing(equal, 'stands in the product as it is', 'stand in the product as they are')}, in ${counted(rows, 'row')}`,
      membership: (over) => `membership inference, upper end of the interval above the reference: ${over}`,
      rate: (target, share) => `${share} found at ${target} false alarms`,
      reversed: (auc, turned) => `AUC ${auc} (${turned} with the score turned round)`,
    },
    policy: { exclude: 'left out', 'own-class': 'as a value', wildcard: 'matching anything' },
  },
});

export type MeasureCode = keyof typeof measureTexts.zh.code;
