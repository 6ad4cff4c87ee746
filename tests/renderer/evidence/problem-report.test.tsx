// @vitest-environment jsdom
// The draft of a problem report says what was counted, in Chinese, without a sample; the parts of the page quote the law and mark what is next.
import type { QuarantineGround } from '@shared/assessment/quarantine-grounds';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../../src-renderer/components/language';
import { draftReport } from '../../../src-renderer/features/evidence/problem-report';
import { LawQuote, Step } from '../../../src-renderer/features/evidence/quarantine-parts';
import { mountedRoot } from '../../support/mounted-root';

const root = mountedRoot();

const raw: QuarantineGround = { code: 'RAW_ROWS', part: null, column: null, detector: null, count: 3_870, of: 10_000, sample: null };
const personal: QuarantineGround = {
  code: 'PERSONAL_DATA',
  part: '明细',
  column: '电话',
  detector: 'mobile',
  count: 37,
  of: 40,
  sample: '1*********6',
};

describe('the draft of a problem report', () => {
  it('says product, file and every ground with its count, and no sample', () => {
    const { what, measures, severity } = draftReport('公交刷卡明细抽样集', '客流统计.xlsx', [raw, personal]);
    expect(what).toContain('“公交刷卡明细抽样集”');
    expect(what).toContain('“客流统计.xlsx”');
    expect(what).toContain('3,870 行（指纹共 10,000 行）');
    expect(what).toContain('“电话”列有手机号码 37 格');
    expect(what).not.toContain('1*********6');
    expect([measures === '', severity]).toEqual([false, 5]);
    expect(draftReport('甲', '乙', [personal]).severity).toBe(4);
  });

  it('fits what main takes, whatever was found', () => {
    expect(
      draftReport(
        '甲',
        '乙',
        Array.from({ length: 500 }, () => personal),
      ).what.length,
    ).toBeLessThanOrEqual(4_000);
  });
});

describe('the parts of the page', () => {
  it('underline in the law the words that decide, and mark the step that is next', async () => {
    await act(async () =>
      root().render(
        <LanguageProvider value="zh">
          <LawQuote article="17" paragraph={1} decides="原始数据不得进行交易。" />
          <LawQuote article="21" paragraph={1} decides="按需申请公共数据并在申请范围内使用" />
          <Step number={2} title="报告市数据局" done={false} current>
            起草
          </Step>
        </LanguageProvider>,
      ),
    );
    expect([...document.querySelectorAll('p span')].map(({ textContent }) => textContent)).toEqual([
      '原始数据不得进行交易。',
      '按需申请公共数据并在申请范围内使用',
    ]);
    expect(document.querySelector('[aria-current="step"]')?.textContent).toContain('报告市数据局');
  });
});
