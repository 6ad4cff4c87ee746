// What the app says on the console when it cannot open a window.
import { bilingual } from './language';

export const startTexts = bilingual({
  zh: {
    CLOCK_REFUSED: '正式安装的程序不接受 --clock。请去掉这个参数再启动。',
    CLOCK_INVALID: '--clock 要写成 RFC 3339 时间，例如 2026-11-23T09:00:00+08:00。',
    SWITCH_REFUSED: (names: string) => `这些启动参数会让别的程序控制窗口，不能使用：${names}。请去掉后再启动。`,
    ALREADY_RUNNING: '这个工作目录已经有一个程序在用。请切换到已打开的窗口。',
    PRACTICE_PASSPHRASE: (passphrase: string) => `演练口令 / practice passphrase: ${passphrase}`,
    START_FAILED: '程序没有启动成功，数据没有改动。请把下面几行交给维护人员。',
  },
  en: {
    CLOCK_REFUSED: 'An installed app does not accept --clock. Start it without this argument.',
    CLOCK_INVALID: '--clock takes an RFC 3339 time, for example 2026-11-23T09:00:00+08:00.',
    SWITCH_REFUSED: (names: string) =>
      `These switches would let other programs drive the windows and are refused: ${names}. Start without them.`,
    ALREADY_RUNNING: 'Another instance already works on this profile. Switch to its window.',
    PRACTICE_PASSPHRASE: (passphrase: string) => `Practice passphrase: ${passphrase}`,
    START_FAILED: 'The app did not start; no data was changed. Hand the lines below to whoever maintains it.',
  },
});
