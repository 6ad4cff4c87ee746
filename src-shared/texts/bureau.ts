// What the bureau's intake service says on its console to whoever runs it. Its replies over HTTP carry codes only; the asking side has the words.
import { bilingual } from './language';

export const bureauTexts = bilingual({
  zh: {
    name: '数据主管部门接收服务',
    practiceName: '演练接收服务（演练）',
    usage:
      '用法：npm run bureau -- [--port 端口] [--data 目录] [--database 数据库地址] [--name 名称] [--editions 目录] [--practice] [--auto-approve] [--clock 时间]',
    USAGE_UNKNOWN_OPTION: (option: string) => `没有“${option}”这个选项。`,
    USAGE_VALUE_MISSING: (option: string) => `选项“${option}”后面需要一个值。`,
    USAGE_PORT: (value: string) => `“${value}”不是端口号。请填 0 到 65535 之间的整数，0 表示任选一个空闲端口。`,
    USAGE_CLOCK: (value: string) => `“${value}”不是带时区的时间。请写成 2026-11-23T09:00:00+08:00 这样的形式。`,
    USAGE_PRACTICE_ONLY: (option: string) => `选项“${option}”只能与 --practice 一起使用。`,
    DATA_IN_USE: (folder: string) => `另一个接收服务正在使用数据目录：${folder}。请先停止它，或换一个目录。`,
    DATA_MISMATCH: (folder: string) => `数据目录中的密钥与数据库不是同一套：${folder}。请恢复与该数据库配套的 keys 目录。`,
    MODE_MISMATCH: (folder: string) => `这个数据目录的用途（演练或正式）与本次启动不同：${folder}。请换一个目录。`,
    KEY_FILE_DAMAGED: (folder: string) => `密钥文件缺失或无法读取：${folder}。请从备份恢复 keys 目录，不要让服务重新生成。`,
    LOG_SHRUNK: (folder: string) =>
      `数据库中的日志与最后一次签署的检查点不一致：${folder}。数据库可能被恢复成旧备份。请恢复最新数据后再启动。`,
    PORT_UNAVAILABLE: (port: string) => `端口 ${port} 已被占用或不可用。请换一个端口。`,
    EDITION_MALFORMED: (folder: string) => `清单文件无法读取，未签发：${folder}。请检查该目录中的 edition.json。`,
    EDITION_UNFINISHED: (id: string) => `清单“${id}”的版本低于 1.0.0，只有演练服务可以签发，本次跳过。`,
    START_FAILED: '服务未能启动，原因见下。',
    clockBehind: '当前时间早于最后一次签署检查点的时间。请核对系统时钟。',
    practice: '演练模式：本服务签署的内容都带演练标记，不能用于正式审核。',
    staffToken: (path: string) => `工作人员接口的令牌在：${path}`,
  },
  en: {
    name: 'Data authority intake service',
    practiceName: 'Practice intake service (practice)',
    usage:
      'usage: npm run bureau -- [--port N] [--data DIR] [--database URL] [--name TEXT] [--editions DIR] [--practice] [--auto-approve] [--clock TIME]',
    USAGE_UNKNOWN_OPTION: (option: string) => `There is no option "${option}".`,
    USAGE_VALUE_MISSING: (option: string) => `Option "${option}" needs a value after it.`,
    USAGE_PORT: (value: string) => `"${value}" is not a port. Give a whole number from 0 to 65535; 0 takes any free port.`,
    USAGE_CLOCK: (value: string) => `"${value}" is not a time with a zone. Write it like 2026-11-23T09:00:00+08:00.`,
    USAGE_PRACTICE_ONLY: (option: string) => `Option "${option}" goes with --practice only.`,
    DATA_IN_USE: (folder: string) => `Another intake service uses this data folder: ${folder}. Stop it first, or choose another folder.`,
    DATA_MISMATCH: (folder: string) =>
      `The keys in the data folder do not belong to the database: ${folder}. Restore the keys folder that goes with it.`,
    MODE_MISMATCH: (folder: string) => `This data folder was made for the other mode (practice or real): ${folder}. Choose another folder.`,
    KEY_FILE_DAMAGED: (folder: string) =>
      `A key file is missing or unreadable: ${folder}. Restore the keys folder from a backup; do not let the service make new ones.`,
    LOG_SHRUNK: (folder: string) =>
      `The log in the database does not continue the last signed checkpoint: ${folder}. The database may be an old backup. Restore the newest data, then start.`,
    PORT_UNAVAILABLE: (port: string) => `Port ${port} is taken or not available. Choose another port.`,
    EDITION_MALFORMED: (folder: string) => `An edition cannot be read and was not issued: ${folder}. Check the edition.json in it.`,
    EDITION_UNFINISHED: (id: string) => `Edition "${id}" has a version below 1.0.0, which only a practice service issues; skipped.`,
    START_FAILED: 'The service did not start, for the reason below.',
    clockBehind: 'The clock is behind the time of the last signed checkpoint. Check the system clock.',
    practice: 'Practice mode: whatever this service signs carries the practice mark and cannot be used for a real review.',
    staffToken: (path: string) => `The token for the staff interface is in: ${path}`,
  },
});
