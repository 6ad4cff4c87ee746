// The words of VERIFY.txt, which travels in every package. Lines never begin with four spaces: those are commands.
import { bilingual } from './language';

export const verifyTexts = bilingual({
  zh: {
    title: (number: string) => `怎样核对这个文件包　${number}`,
    withVerifier: [
      '一、用验证程序（不联网，不需要账号）',
      '向市数据局索取信任文件 trust.json，然后任选一种：',
      '- 用浏览器打开 verify.html，把文件包和 trust.json 拖进去；',
      '- node shiqi-verify.mjs 文件包.zip --trust trust.json',
      '验证程序核对签名、登记、权限、期限、吊销、清单版本、台账、回执、时间和 PDF，并说明没有核对什么。',
    ].join('\n'),
    withOpenssl: (pdf: string) =>
      [
        '二、只用 openssl（3.0 或更新）',
        '解开文件包，在解开的文件夹里用 sh 依次运行下面缩进四格的命令。每个签名应显示 Signature Verified Successfully。',
        `最后一条显示 ${pdf} 的 SHA-256，应与 report.payload 里写的相同。签署的原文在 *.payload 里，审核结论以它为准，不以 PDF 为准。`,
        '这样只能证明签名与内容、密钥相符。密钥是谁的、有没有被吊销、市数据局是否收到，要有信任文件才能核对，请用第一种方法。',
      ].join('\n'),
  },
  en: {
    title: (number: string) => `How to check this package: ${number}`,
    withVerifier: [
      '1. With the verifier (no network, no account)',
      'Get the trust file trust.json from the bureau, then either:',
      '- open verify.html in a browser and drop the package and trust.json on it;',
      '- node shiqi-verify.mjs PACKAGE.zip --trust trust.json',
      'It checks signatures, enrolment, authority, term, revocation, edition, ledger, receipt, time and PDF, and says what it did not check.',
    ].join('\n'),
    withOpenssl: (pdf: string) =>
      [
        '2. With openssl alone (3.0 or newer)',
        'Unpack the package and run the lines below that are indented by four spaces, in order, with sh in that folder. Each signature should',
        'show: Signature Verified Successfully.',
        `The last line shows the SHA-256 of ${pdf}, which report.payload must name. What was signed is in *.payload: the outcome is what stands there, not in the PDF.`,
        'This shows that signatures fit content and keys. Whose keys they are, whether they were revoked and whether the bureau received it needs',
        'the trust file: use the first way.',
      ].join('\n'),
  },
});
