import { hasCode } from '@shared/basics/coded-error';
import { commonTexts } from '@shared/texts/common';
import { regulationTexts } from '@shared/texts/regulation';
import { reportTexts } from '@shared/texts/report';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, OfficialDocument } from '../../../src-renderer/report/content/block';
import { certificateDocument } from '../../../src-renderer/report/content/certificate';
import { noticeDocument } from '../../../src-renderer/report/content/notice';
import { verdictDocument } from '../../../src-renderer/report/content/verdict';
import { certificateView, editionJson, files, finding, verdictInput, verdictView } from './fixture';

const t = reportTexts.zh;
/** Everything that will be printed, block by block. */
function texts(block: Block): string[] {
  const join = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join('');
  if (block.kind === 'paragraph') return [join(block.runs)];
  if (block.kind === 'table') return [...(block.head === null ? [] : [block.head]), ...block.rows].flat().map(({ runs }) => join(runs));
  if (block.kind === 'sign-off') return [block.operator, block.date, block.mark.title, block.mark.note];
  return Object.values(block).flat();
}
const all = (document: OfficialDocument): string => [...document.blocks.flatMap(texts), ...document.footer].join('\n');
const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return hasCode(error) ? error.code : String(error);
  }
};

const returned = () =>
  verdictInput({
    outcome: 'return',
    findings: [finding(1, { item: 'r1-02', text: '交付列“余额”不在协议字段内。' })],
    rectification: [
      { text: '删去“余额”列。', finding: 'f-1', due: '2026-12-05' },
      { text: '补交预案。', finding: 'pre-13', due: '2026-12-20' },
    ],
  });

describe('the opinion', () => {
  test('holds every delivered file with its full digests', () => {
    const view = verdictView(verdictInput(), {}, files(40));
    const printed = all(verdictDocument(view));
    const { subject } = JSON.parse(new TextDecoder().decode(view.payload));
    for (const { name, digest } of subject) for (const word of [name, digest.sha256, digest.sm3]) expect(printed).toContain(word);
  });

  test('lists every answer, and writes out what is not simply compliant', () => {
    const answers = verdictInput().answers.map((answer, i) =>
      i === 4 ? { ...answer, answer: 'not-verified' as const, reason: '没有人能看到源数据。' } : answer,
    );
    const document = verdictDocument(verdictView(verdictInput({ answers })));
    const annex = document.blocks.find(
      (block) => block.kind === 'table' && block.columns.length === 4 && block.rows.length === answers.length,
    );
    expect(annex).toBeDefined();
    expect(all(document)).toContain('没有人能看到源数据。');
  });

  test('when a machine finding was overruled, prints its reason and no level', () => {
    const printed = all(
      verdictDocument(
        verdictView(verdictInput({ findings: [finding(3, { disposition: 'overruled', reason: '站点编号，不是手机号。' })] })),
      ),
    );
    expect(printed).toContain('站点编号，不是手机号。');
    expect(printed).not.toContain(t.notAcceptable);
  });

  test('on basis internal it is headed an internal opinion and a pass allows no trade', () => {
    const basis = { ...verdictInput().basis, status: 'disputed' as const, chosen: 'internal' as const };
    const document = verdictDocument(verdictView(verdictInput({ basis })));
    expect(document.title).toContain(regulationTexts.zh.titleInternal);
    expect(all(document)).toContain(t.internalPass);
    expect(all(document)).not.toContain(t.outcome.pass);
  });

  test('on basis method the opening names the method and does not stand on the lapsed measures', () => {
    const basis = {
      ...verdictInput().basis,
      status: 'lapsed' as const,
      chosen: 'method' as const,
      documents: [
        { title: '公共数据授权运营协议', number: '示授-2025-001', clause: '第九条', sha256: null },
        ...verdictInput().basis.documents,
      ],
    };
    const printed = all(verdictDocument(verdictView(verdictInput({ basis }))));
    expect(printed).toContain(t.openingMethod('《公共数据授权运营协议》（示授-2025-001）第九条'));
    expect(printed).not.toContain(t.openingStanding('齐齐哈尔市公共数据授权运营管理暂行办法', '齐政办规〔2024〕6号', '已届满'));
  });

  test('without a receipt no upper bound of the time of signing is claimed', () => {
    const printed = all(verdictDocument(verdictView(verdictInput(), { notAfter: null, receiptIndex: null })));
    expect(printed).toContain(t.notAfterNone);
    expect(printed).toContain(t.localClock('2026年11月23日12时5分6秒'));
  });

  test('with both bounds the interval between them is printed', () => {
    expect(all(verdictDocument(verdictView()))).toContain(t.span('7小时27分54秒'));
  });

  test('a return has no term and a pass has one', () => {
    const term = t.validUntil('2027年3月31日');
    expect(all(verdictDocument(verdictView()))).toContain(term);
    expect(all(verdictDocument(verdictView(returned())))).not.toContain(term);
  });

  test('in practice every page is marked and the mark claims no signature', () => {
    const document = verdictDocument(verdictView(verdictInput({ practice: true, number: '演练〔2026〕7C1E-0003号' })));
    expect(document.practice).not.toBeNull();
    expect(verdictDocument(verdictView()).practice).toBeNull();
    expect(document.blocks.find((block) => block.kind === 'sign-off')).toMatchObject({ mark: { title: t.markPractice } });
  });

  test('leaves room for ink and seal, and the footer on arrangements stands on every page', () => {
    const document = verdictDocument(verdictView());
    expect(document.blocks.find((block) => block.kind === 'hand-signatures')).toMatchObject({
      columns: [t.acts.review, t.acts.countersign, t.acts.approve, t.operatorSeal],
    });
    expect(document.footer[0]).toBe(t.footerArrangement);
  });

  test('when the digest is not that of the payload, nothing is printed', () => {
    expect(codeOf(() => verdictDocument(verdictView(verdictInput(), { payloadSha256: '0'.repeat(64) })))).toBe('REPORT_UNREADABLE');
    expect(codeOf(() => verdictDocument(certificateView()))).toBe('REPORT_UNREADABLE');
  });

  test('five signers need two tables and none is left out', () => {
    const signers = ['review', 'countersign', 'countersign', 'approve', 'approve'].map((act, i) => ({
      name: `示例签署人${i + 1}`,
      act,
      suite: 'ed25519',
      keyid: String(i).repeat(64),
      enrolled: true,
    }));
    const printed = all(verdictDocument(verdictView(verdictInput(), { signers })));
    for (const { name } of signers) expect(printed).toContain(name);
  });

  test('English has the same parts', () => {
    const kinds = (language: 'zh' | 'en') => verdictDocument(verdictView(verdictInput(), { language })).blocks.map(({ kind }) => kind);
    expect(kinds('en')).toEqual(kinds('zh'));
  });

  test('every outcome is named as the screens name it', () => {
    for (const outcome of ['pass', 'pass-with-conditions', 'return', 'reject'] as const)
      expect(all(verdictDocument(verdictView(verdictInput({ outcome }))))).toContain(`${commonTexts.zh.outcomes[outcome]}。`);
  });
});

describe('hidden characters', () => {
  const HIDDEN = ['\u202E', '\u2066', '\u200B', '\u0007', '\u{E0041}', '\uFEFF', '\u2028', '\u00AD'];

  test('stand as code points wherever they were typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HIDDEN),
        fc.constantFrom('reason', 'finding', 'product', 'operator', 'name', 'condition'),
        (character, place) => {
          const evil = `甲${character}乙`;
          const base = verdictInput({
            outcome: 'pass-with-conditions',
            findings: [finding(1, place === 'finding' ? { text: evil } : {})],
            conditions: [{ text: place === 'condition' ? evil : '不得转供。', owner: '示例', due: null, binds: 'recipient' }],
            product: { ...verdictInput().product, name: place === 'product' ? evil : '供热需求指数' },
            answers: verdictInput().answers.map((answer) => (place === 'reason' ? { ...answer, reason: evil } : answer)),
          });
          const signer = verdictView().signers[0];
          const printed = all(
            verdictDocument(
              verdictView(base, {
                operator: place === 'operator' ? evil : '示例数据运营有限公司',
                signers: signer === undefined ? [] : [{ ...signer, name: place === 'name' ? evil : signer.name }],
              }),
            ),
          );
          expect(printed).not.toContain(character);
          expect(printed).toContain(`甲‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›乙`);
        },
      ),
    );
  });
});

describe('the rectification notice', () => {
  test('says for each item what, which finding, what counts as mended and by when', () => {
    const printed = all(noticeDocument(verdictView(returned(), { kind: 'notice', edition: editionJson })));
    for (const words of [
      '删去“余额”列。',
      '交付列“余额”不在协议字段内。',
      '差集为空。',
      '2026年12月5日。',
      '补交预案。',
      '2026年12月20日。',
    ])
      expect(printed).toContain(words);
    expect(printed).toContain('办法第十七条第二款第（一）项');
  });

  test('an item tied to a gap repeats the reason of its answer', () => {
    const answers = verdictInput().answers.map((answer) =>
      answer.item === 'pre-13' ? { ...answer, answer: 'non-compliant' as const, reason: '预案早于场景审定。' } : answer,
    );
    expect(all(noticeDocument(verdictView({ ...returned(), answers }, { kind: 'notice' })))).toContain('预案早于场景审定。');
  });

  test('exists for a return only', () => {
    expect(codeOf(() => noticeDocument(verdictView(verdictInput(), { kind: 'notice' })))).toBe('NO_NOTICE');
  });
});

describe('the certificate', () => {
  test('tells the recipient only what binds him', () => {
    const printed = all(certificateDocument(certificateView()));
    expect(printed).toContain('不得转供');
    expect(printed).not.toContain('每月自查一次');
    expect(printed).toContain(JSON.parse(new TextDecoder().decode(certificateView().payload)).subject[0].digest.sha256);
  });
});
